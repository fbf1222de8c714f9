"""A workbook of 5 MB that unpacks to 700 MB: refused before any of it is unpacked."""

import random
import time
import tracemalloc
import zipfile
from contextlib import contextmanager

import pytest
from django.core.files import File
from django.core.management import CommandError, call_command
from django.forms import ValidationError
from django.urls import reverse

from catalog.importing.sheets.imports import take_sheet
from catalog.models import SheetImport, UploadedFile
from tests.portal_factories import make_member

pytestmark = pytest.mark.slow

MEGABYTE = 1024 * 1024
UNPACKED = 700 * MEGABYTE
ROW = b'<row r="1"><c r="A1"><v>0</v></c></row>'
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"
MOST_SECONDS = 5
MOST_MEMORY = 60 * MEGABYTE


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    """Rows that pack well, and a picture that does not, so that it looks like an honest 5 MB."""
    path = tmp_path_factory.mktemp("sheets") / "list.xlsx"
    rows = ROW * (MEGABYTE // len(ROW))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/media/image1.png", random.Random(1).randbytes(3 * MEGABYTE))
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(HEAD)
            for _piece in range(UNPACKED // len(rows)):
                sheet.write(rows)
            sheet.write(TAIL)
    assert 4 * MEGABYTE < path.stat().st_size < 6 * MEGABYTE
    yield path
    path.unlink()


@pytest.fixture
def member(taxonomy):
    return make_member()


@contextmanager
def quickly_and_with_little_memory():
    tracemalloc.start()
    begun = time.monotonic()
    yield
    seconds = time.monotonic() - begun
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seconds < MOST_SECONDS
    assert most < MOST_MEMORY


@pytest.mark.parametrize("options", [["--dry-run"], ["--json"], []], ids=str)
def test_command_refuses_it(workbook, taxonomy, options):
    with quickly_and_with_little_memory(), pytest.raises(CommandError) as refusal:
        call_command("import_products", str(workbook), *options)
    assert refusal.value.returncode == 2


def test_upload_refuses_it(workbook, member):
    vendor = member.membership.vendor
    with (
        workbook.open("rb") as content,
        quickly_and_with_little_memory(),
        pytest.raises(ValidationError) as refusal,
    ):
        take_sheet(File(content, "list.xlsx"), vendor=vendor, by=member, language_code="ko")
    assert refusal.value.code == "workbook_unpacks"
    assert not UploadedFile.objects.exists()


def test_portal_says_why_and_keeps_nothing(workbook, member, client):
    client.force_login(member)
    with workbook.open("rb") as content, quickly_and_with_little_memory():
        response = client.post(reverse("portal_sheets"), {"file": content})
    assert response.context["form"].has_error("file", "workbook_unpacks")
    assert not SheetImport.objects.exists()
    assert not UploadedFile.objects.exists()
