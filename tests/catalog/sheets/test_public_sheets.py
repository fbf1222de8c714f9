"""The two sheets that the centre was given, read exactly as it says they must be."""

import json
from pathlib import Path

import pytest

from catalog.importing.sheets.reading import Known

pytestmark = pytest.mark.slow

FILES = Path(__file__).parent.parent / "files"
EXPECTED = json.loads((FILES / "vendor_sheet_public.expected.json").read_text("utf-8"))["files"]
NAMES = sorted(EXPECTED)
# Said of the file by whoever made it, not by whoever reads it.
UNREAD = {"price_real"}


@pytest.fixture
def known(real_catalogue, db):
    return Known()


def number_of(row):
    return row.get("row", row.get("record"))


@pytest.mark.parametrize("name", NAMES)
def test_header_columns_and_summary(read, name):
    report = read(FILES / name)
    expected = EXPECTED[name]
    for key in (
        "sheet",
        "header_row",
        "header_record",
        "columns",
        "summary",
        "encoding",
        "delimiter",
    ):
        if key in expected:
            assert report[key] == expected[key], key


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_there_once_in_order(read, name):
    report = read(FILES / name)
    assert [number_of(row) for row in report["rows"]] == sorted(
        number_of(row) for row in EXPECTED[name]["rows"]
    )


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_read_as_expected(read, name):
    report = {number_of(row): row for row in read(FILES / name)["rows"]}
    wrong = []
    for expected in EXPECTED[name]["rows"]:
        found = report[number_of(expected)]
        for key, value in expected.items():
            if key in UNREAD:
                continue
            if not same(key, found.get(key), value):
                wrong.append((number_of(expected), key, found.get(key), value))
    assert wrong == []


def same(key, found, expected):
    if key == "specs":
        return sorted(map(repr, found)) == sorted(map(repr, expected))
    if key == "warnings":
        return set(expected) <= set(found)
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(found.get(name) == value for name, value in expected.items())
    return found == expected
