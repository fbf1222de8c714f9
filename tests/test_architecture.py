"""The house's rules about itself: floors, folders, sizes and names."""

import ast
import re
import subprocess
import sys

from django.apps import apps
from django.conf import settings

ROOT = settings.BASE_DIR
APPS = ("center_site", "catalog", "kiosk")
FOLDERS = {*APPS, "media", "locale", "tests"}
DRAWERS = {"utils", "helpers", "services", "common", "util", "helper", "misc"}
# Lines that nobody writes or reads by hand.
GENERATED = ("/migrations/", "/vendor/")


def sources(pattern, *folders):
    found = [path for folder in folders for path in (ROOT / folder).rglob(pattern)]
    return [path for path in found if not any(part in path.as_posix() for part in GENERATED)]


def name(path):
    return path.relative_to(ROOT).as_posix()


def longer_than(limit, paths):
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in paths}
    return {path: length for path, length in lengths.items() if length > limit}


def test_modules_keep_to_their_floors():
    contracts = [sys.executable, "-c", "from importlinter.cli import *; lint_imports_command()"]
    outcome = subprocess.run(
        [*contracts, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stdout


def test_house_has_six_folders():
    made_here = {line.strip("/\n") for line in (ROOT / ".gitignore").open()}
    found = {path.name for path in ROOT.iterdir() if path.is_dir()} - made_here
    assert {folder for folder in found if not folder.startswith(".")} == FOLDERS


def test_nothing_is_kept_in_a_drawer():
    named = [path for path in ROOT.rglob("*") if path.stem in DRAWERS]
    assert [name(path) for path in named if path.relative_to(ROOT).parts[0] in FOLDERS] == []


def test_files_are_short():
    assert longer_than(300, sources("*.py", *APPS, "tests")) == {}
    assert longer_than(80, sources("*.html", *APPS)) == {}
    assert longer_than(150, sources("*.js", *APPS)) == {}


def test_functions_are_short():
    too_long = [
        f"{name(path)}: {node.name}"
        for path in sources("*.py", *APPS)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 40
    ]
    assert too_long == []


def test_names_can_be_traced_to_where_they_are_defined():
    """Only settings modules take everything of another: they extend it by design."""
    starred = [
        name(path)
        for path in sources("*.py", *APPS, "tests")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"
    ]
    assert {path.rpartition("/")[0] for path in starred} == {"center_site/settings"}


def test_foreign_keys_point_down():
    """A foreign key named as a string is an import that import-linter cannot see."""
    above = {"center_site": {"catalog", "kiosk"}, "catalog": {"kiosk"}, "kiosk": set()}
    pointing_up = [
        str(field)
        for app, upper in above.items()
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model
        if field.related_model._meta.app_label in upper
    ]
    assert pointing_up == []


def test_no_word_of_unfinished_work():
    marks = re.compile(r"\b(TODO|FIXME|XXX)\b")
    found = [
        name(path)
        for pattern in ("*.py", "*.html", "*.js", "*.css", "*.md")
        for path in sources(pattern, *APPS, "tests")
        if path != ROOT / "tests/test_architecture.py" and marks.search(path.read_text("utf-8"))
    ]
    assert found == []
