"""The command that operators run, with files good and bad."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from catalog.models import ProductIndexPage, ProductPage, Vendor
from tests.catalog.records import product_record, vendor_record

SPARSE = Path(__file__).parent / "files" / "sparse_catalogue.json"

pytestmark = pytest.mark.usefixtures("small_drawings")


@pytest.fixture
def seed(home_page):
    """`seed(file)` -> (what the command printed, its complaints)."""

    def run(file):
        out, err = io.StringIO(), io.StringIO()
        call_command("seed_catalog", catalogue=file, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    return run


def test_sparse_catalogue_loads_whole(seed):
    out, err = seed(SPARSE)
    assert err == ""
    assert out.splitlines()[-2:] == [
        "vendors: 4 added, 0 updated, 0 unchanged, 0 refused",
        "products: 4 added, 0 updated, 0 unchanged, 0 refused",
    ]
    assert ProductPage.objects.published().count() == 4


def test_second_run_of_the_command_says_unchanged(seed):
    seed(SPARSE)
    out, _err = seed(SPARSE)
    assert out.splitlines()[-2:] == [
        "vendors: 0 added, 0 updated, 4 unchanged, 0 refused",
        "products: 0 added, 0 updated, 4 unchanged, 0 refused",
    ]
    assert ProductIndexPage.objects.count() == 1


def test_progress_and_refusals_are_printed(seed, tmp_path):
    file = tmp_path / "catalogue.json"
    broken = [product_record(slug=f"broken-{number}", year=0) for number in range(25)]
    data = {"vendors": [vendor_record()], "products": [product_record(), *broken]}
    file.write_text(json.dumps(data), "utf-8")
    out, err = seed(file)
    assert "  20/27  broken-17" in out
    assert "  27/27  broken-24" in out
    assert "products: 1 added, 0 updated, 0 unchanged, 25 refused" in out
    lines = err.splitlines()
    assert len(lines) == 25
    assert lines[0].startswith("refused product broken-0: year: ")


def test_file_with_a_byte_order_mark_loads(seed, tmp_path):
    file = tmp_path / "catalogue.json"
    file.write_text('{"vendors": [], "products": []}', "utf-8-sig")
    assert seed(file)[1] == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b'{"vendors": [], "products": [',
        b"[]",
        b"null",
        b'"text"',
        b"{}",
        b'{"vendors": []}',
        b'{"vendors": {}, "products": []}',
        b'{"vendors": [], "products": null}',
        b"\xff\xfe{\x00}\x00",
        b"\x80\x81",
        b"[" * 200_000,
        b'{"vendors": [], "products": [{"year": ' + b"9" * 5000 + b"}]}",
    ],
    ids=lambda content: repr(content[:24]),
)
def test_file_that_is_no_catalogue_ends_in_one_clear_line(seed, tmp_path, content):
    file = tmp_path / "catalogue.json"
    file.write_bytes(content)
    with pytest.raises(CommandError) as refusal:
        seed(file)
    message = str(refusal.value)
    assert str(file) in message
    assert "\n" not in message
    assert not Vendor.objects.exists()


def test_directory_and_missing_file_end_in_one_clear_line(seed, tmp_path):
    for file in (tmp_path, tmp_path / "missing.json"):
        with pytest.raises(CommandError, match=str(file)):
            seed(file)


def test_without_a_home_page_the_command_says_what_to_run(db):
    with pytest.raises(CommandError, match="seed_demo"):
        call_command("seed_catalog", catalogue=SPARSE)
