"""What the documents name exists: make targets, commands, addresses, files."""

import re

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.urls import Resolver404, resolve
from django.utils import translation

ROOT = settings.BASE_DIR
DOCUMENTS = [
    *sorted(path for path in ROOT.glob("*.md")),
    *sorted(
        path for app in ("center_site", "catalog", "kiosk") for path in ROOT.glob(f"{app}/**/*.md")
    ),
]
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
# Addresses with a part that stands for many.
EXAMPLES = {"<lang>": "ko", "<slug>": "some-product", "<screen>": "demo"}
# Served by other programs or as files, so no view resolves them.
FILES = ("/media/", "/static/")


def code_of(path):
    """Everything that a document sets in code type: what a reader would type or look for."""
    return "\n".join(CODE.findall(path.read_text("utf-8")))


def addresses(path):
    for found in re.findall(r"(?:localhost:\d+|[`\s])(/[^\s`'\"]*)", code_of(path)):
        address = found.partition("?")[0]
        for part, example in EXAMPLES.items():
            address = address.replace(part, example)
        top = "/" + address.split("/")[1]
        if not (address.startswith(FILES) or (top != "/" and is_of_the_machine(top))):
            yield address


def is_of_the_machine(top):
    return top in ("/etc", "/srv", "/usr", "/var", "/opt", "/home", "/dev", "/proc")


each_document = pytest.mark.parametrize(
    "path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)


@each_document
def test_make_targets_exist(path):
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", code_of(path)))
    assert named - TARGETS == set()


@each_document
def test_management_commands_exist(path):
    named = set(re.findall(r"manage\.py ([a-z_]+)", code_of(path)))
    assert named - set(get_commands()) - {"help"} == set()


@each_document
def test_addresses_lead_somewhere(path):
    assert [address for address in addresses(path) if not resolves(address)] == []


def resolves(address):
    """Whether a view answers it, in the language that it names."""
    with translation.override(translation.get_language_from_path(address) or "ko"):
        try:
            return bool(resolve(address))
        except Resolver404:
            return False


@each_document
def test_linked_and_named_files_exist(path):
    text = path.read_text("utf-8")
    linked = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    named = re.findall(r"`((?:center_site|catalog|kiosk|tests|locale)/[\w./-]+)`", text)
    missing = [link for link in linked if not (path.parent / link).exists()]
    missing += [file for file in named if not (ROOT / file).exists()]
    assert missing == []


def test_each_floor_has_its_document():
    named = {path.relative_to(ROOT).as_posix() for path in DOCUMENTS}
    assert named >= {"README.md", "CONTRIBUTING.md", "center_site/README.md"}
