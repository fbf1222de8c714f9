"""Telling what a file is by its content, before anything opens it."""

import zipfile
from pathlib import Path

from django.utils.translation import gettext as _

from .sources import UnreadableSheet, damaged, refuse_empty

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
PDF = b"%PDF"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
WORKBOOK_NAMES = {".xlsx"}
TEXT_NAMES = {".csv", ".tsv", ".txt"}
# A 5 MB workbook can be 700 MB once unpacked; real price lists are a few.
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 2000
STEEPEST = 200
STEEP_FROM = 10 * 1024 * 1024
HEAD = 4096


def kind_of(path: Path, name: str = "") -> str:
    """ "xlsx" or "csv". Raises UnreadableSheet with a sentence for the uploader."""
    refuse_empty(path.stat().st_size)
    suffix = Path(name or path.name).suffix.casefold()
    with path.open("rb") as file:
        head = file.read(HEAD)
    _refuse_others(path, head)
    if head.startswith((ZIP, EMPTY_ZIP)):
        if suffix in TEXT_NAMES:
            raise UnreadableSheet(
                _("This is an Excel workbook under the name of a text file. Rename it to .xlsx.")
            )
        refuse_bombs(path)
        return "xlsx"
    if suffix not in TEXT_NAMES:
        raise UnreadableSheet(
            _("This file is not an Excel workbook, whatever its name. Save it as .xlsx or .csv.")
        )
    return "csv"


def _refuse_others(path, head):
    if head.startswith(OLE):
        raise UnreadableSheet(_ole_message(path))
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(
        (b"<!doctype", b"<html", b"<table", b"<head", b"<meta", b"<?xml", b"<script")
    ):
        raise UnreadableSheet(
            _("This is a web page or XML, not a workbook. Open it in Excel and save it as .xlsx.")
        )
    if head.startswith(PDF) or head.startswith(PICTURES):
        raise UnreadableSheet(
            _("This is a document or a picture, not a table. Send the .xlsx or .csv file itself.")
        )


def _ole_message(path):
    """The old binary format, or a workbook locked with a password: both are OLE files."""
    with path.open("rb") as file:
        content = file.read(4 * 1024 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _locked()
    return _("This is the old Excel format (.xls). Open it in Excel and save it as .xlsx.")


def refuse_bombs(path: Path) -> None:
    """Look at the sizes a zip declares; its reader stops at them. Raises UnreadableSheet."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableSheet(damaged()) from error
    unpacked = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED:
        raise UnreadableSheet(_too_large())
    if unpacked > STEEP_FROM and unpacked / packed > STEEPEST:
        raise UnreadableSheet(_too_large())
    if any(member.flag_bits & 0x1 for member in members):
        raise UnreadableSheet(_locked())
    _refuse_other_zips(names)


def _refuse_other_zips(names):
    if "mimetype" in names or "content.xml" in names:
        raise UnreadableSheet(_("This is an OpenDocument file. Save it as .xlsx or .csv."))
    if "xl/workbook.bin" in names:
        raise UnreadableSheet(_("This is a binary workbook (.xlsb). Save it as .xlsx or .csv."))
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise UnreadableSheet(
            _("This is an archive or another document, not an Excel workbook. Send the .xlsx file.")
        )


def _locked():
    return _("The workbook is locked with a password. Remove the password and send it again.")


def _too_large():
    return _(
        "The workbook is far larger unpacked than a list of products can be, so it was not "
        "opened. Save only the table in a new workbook, or send it as .csv."
    )
