"""The lock files are what pyproject.toml asks for, and one contains the other."""

import re
import tomllib

import pytest
from django.conf import settings
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = settings.BASE_DIR
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
DEVELOPMENT = RUNTIME + PROJECT["dependency-groups"]["dev"]
PINNED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==([^ ]+)", re.MULTILINE)


def pins(lock):
    text = (ROOT / lock).read_text()
    return {canonicalize_name(name): version for name, version in PINNED.findall(text)}


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("requirements.lock", RUNTIME),
        ("requirements-dev.lock", DEVELOPMENT),
        ("requirements-next.lock", DEVELOPMENT),
    ],
)
def test_lock_holds_what_the_project_asks_for(lock, asked):
    pinned = pins(lock)
    unmet = [
        text
        for text in asked
        if (wanted := Requirement(text))
        and not wanted.specifier.contains(pinned.get(canonicalize_name(wanted.name), "0"))
    ]
    assert unmet == []


@pytest.mark.parametrize(
    ("lock", "django", "wagtail"),
    [
        ("requirements.lock", "5.2", "7.4"),
        ("requirements-dev.lock", "5.2", "7.4"),
        ("requirements-next.lock", "6.1", "8.0"),
    ],
)
def test_lock_stands_on_its_releases(lock, django, wagtail):
    assert pins(lock)["django"].startswith(f"{django}.")
    assert pins(lock)["wagtail"].startswith(f"{wagtail}.")


def test_development_holds_the_same_versions_as_serving():
    development = pins("requirements-dev.lock")
    assert {name: development.get(name) for name in pins("requirements.lock")} == pins(
        "requirements.lock"
    )


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-dev.lock", "requirements-next.lock"]
)
def test_every_package_is_hashed_and_comes_from_the_default_registry(lock):
    text = (ROOT / lock).read_text()
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "index-url" not in text
