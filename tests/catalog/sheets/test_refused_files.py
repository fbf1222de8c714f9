"""Files that are not opened, or not read on, each with a sentence that says why."""

import io
import zipfile

import pytest

from catalog.importing.sheets.reading import SheetReading
from catalog.importing.sheets.sources import UnreadableSheet

from .lists import KOREAN


def bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as member:
            for _piece in range(110):
                member.write(b" " * 1024 * 1024)
    return content.getvalue()


def encrypted():
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )


REFUSED = [
    ("list.xlsx", b"", "empty"),
    ("list.csv", b"", "empty"),
    ("list.xlsx", b"PK\x03\x04broken", "damaged"),
    ("list.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
    ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
    ("list.xlsx", encrypted(), "locked"),
    ("list.xlsx", b"<html><table><tr><td>1</td></tr></table>", "html"),
    ("list.csv", b"<!DOCTYPE html><html>", "html"),
    ("list.xlsx", "업체명,제품명".encode(), "renamed"),
    ("list.xlsx", b"%PDF-1.7", "pdf"),
    ("list.csv", b"\x89PNG\r\n\x1a\n", "picture"),
    ("list.csv", b"a,b\x00\x01\x02c\x00\x00\x00\x00,d\n", "nul"),
    ("list.xlsx", bomb(), "bomb"),
    ("list.csv", "메모 한 줄\n또 한 줄\n".encode(), "no header"),
]


@pytest.mark.parametrize(("name", "content", "why"), REFUSED, ids=[why for *_, why in REFUSED])
def test_refused_files_say_why(known, tmp_path, name, content, why):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableSheet) as refused:
        SheetReading(path, known=known)
    assert len(str(refused.value)) > 5


def test_refusals_differ(known, tmp_path):
    messages = set()
    for name, content, _why in REFUSED:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(UnreadableSheet) as refused:
            SheetReading(path, known=known)
        messages.add(str(refused.value))
    assert len(messages) >= 9


def test_workbook_under_the_name_of_a_text_is_refused(known, write_xlsx):
    with pytest.raises(UnreadableSheet):
        SheetReading(write_xlsx(KOREAN, name="list.csv"), known=known)


def test_unclosed_quotation_mark_is_named(known, tmp_path):
    path = tmp_path / "list.csv"
    text = ",".join(KOREAN[0]) + "\n" + '"한빛로봇,' + "가" * 1_100_000
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableSheet):
        list(SheetReading(path, known=known).results())


def test_external_entities_are_refused(known, write_xlsx, tmp_path):
    path = write_xlsx(KOREAN)
    evil = tmp_path / "evil.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(evil, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/sharedStrings.xml" or name.endswith("sheet1.xml"):
                head = (
                    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                )
                content = head + content.split(b"?>", 1)[-1]
            target.writestr(name, content)
    with pytest.raises(UnreadableSheet):
        list(SheetReading(evil, known=known).results())
