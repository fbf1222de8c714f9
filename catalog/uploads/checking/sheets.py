"""Spreadsheets: small when packed and when unpacked. What they say is read elsewhere."""

import codecs
import zipfile

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from .refusals import refusal, refuse_size

# How Excel keeps a workbook under a password, and all its old workbooks.
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_PARTS = 10_000
NEEDED = {"[Content_Types].xml", "xl/workbook.xml"}
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
OTHER_KINDS = (b"%pdf", b"pk\x03\x04", b"\x89png", b"gif8", b"\xff\xd8\xff", b"<", b"\x7felf")
LOOKED_AT = 64 * 1024


def check_workbook(file):
    refuse_size(file.size, settings.VENDOR_WORKBOOK_MAX_BYTES)
    file.seek(0)
    head = file.read(len(OLD_EXCEL))
    if head == OLD_EXCEL:
        raise refusal("workbook_protected")
    if not head.startswith(b"PK\x03\x04"):
        raise refusal("not_a_workbook")
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            _refuse_parts(packed.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise refusal("not_a_workbook") from error
    file.seek(0)


def _refuse_parts(parts):
    """By what the list of parts says; Python's zipfile never unpacks more than that."""
    names = {part.filename for part in parts}
    if not names >= NEEDED or len(parts) > MOST_PARTS or len(names) != len(parts):
        raise refusal("not_a_workbook")
    if any(part.flag_bits & 1 for part in parts):
        raise refusal("workbook_protected")
    if any(name.lower().endswith(("vbaproject.bin", ".exe", ".dll")) for name in names):
        raise refusal("workbook_macros")
    size, most = sum(part.file_size for part in parts), settings.VENDOR_WORKBOOK_MAX_UNPACKED_BYTES
    if size > most:
        raise refusal("workbook_unpacks", size=filesizeformat(size), most=filesizeformat(most))


def check_table(file):
    refuse_size(file.size, settings.VENDOR_CSV_MAX_BYTES)
    file.seek(0)
    head = file.read(LOOKED_AT)
    file.seek(0)
    is_wide = head.startswith(WIDE)
    text = head.lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    if text.startswith(OTHER_KINDS) or (b"\x00" in head and not is_wide):
        raise refusal("not_a_text")
