"""A corpus of files that must not come in, made here rather than kept as files.

`BAD_FILES` is {what it is: (kind of upload, name, content, code of the refusal)}.
"""

import codecs
import io
import struct
import zipfile
import zlib

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from catalog.models import UploadedFile
from tests.catalog.files_of_companies import box, paper, picture, video, with_part, workbook

Kind = UploadedFile.Kind
# The antivirus test text, in two parts so that no scanner takes this file for it.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE" + b"!$H+H*"
SCRIPT = b"<script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>"
GIF_SCRIPT = b"GIF89a/*\x00\x00\x00\x00*/=1;alert(1)//" + b"\x00" * 20
PHP = b"<?php system($_GET['c']); ?>"


def png_bomb(width=11_000, height=11_000):
    """121 million pixels in 15 kB: one colour, well packed."""

    def chunk(kind, content):
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\x00" * (1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row) for _row in range(height)) + packer.flush()
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def animated(form):
    buffer = io.BytesIO()
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "green", "blue")]
    frames[0].save(buffer, form, save_all=True, append_images=frames[1:])
    return buffer.getvalue()


def jpeg_comment(comment):
    """A picture with this text in its comment."""
    whole = picture("JPEG")
    return whole[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + whole[2:]


def paper_with(change):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _script(writer):
    """A script by name in the document's own list, as viewers run it on opening."""
    action = DictionaryObject()
    action[NameObject("/S")] = NameObject("/JavaScript")
    action[NameObject("/JS")] = TextStringObject("app.alert(1)")
    names = DictionaryObject()
    names[NameObject("/Names")] = ArrayObject([TextStringObject("a"), writer._add_object(action)])
    lists = DictionaryObject()
    lists[NameObject("/JavaScript")] = names
    writer.root_object[NameObject("/Names")] = lists


def _attachment(writer):
    writer.add_attachment("virus.exe", b"MZ")


def _password(writer):
    writer.encrypt("secret")


def _action(kind):
    def change(writer):
        action = DictionaryObject()
        action[NameObject("/S")] = NameObject(kind)
        action[NameObject("/F")] = TextStringObject("cmd.exe")
        writer.root_object[NameObject("/OpenAction")] = action

    return change


def _hidden_script(writer):
    """A script on the annotation of a page, its name spelled with an escape."""
    action = DictionaryObject()
    action[NameObject("/S")] = NameObject("/JavaScript")
    action[NameObject("/JS")] = TextStringObject("app.alert(1)")
    note = DictionaryObject()
    note[NameObject("/Type")] = NameObject("/Annot")
    note[NameObject("/A")] = writer._add_object(action)
    writer.pages[0][NameObject("/Annots")] = writer._add_object(note)


def zip_of(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


def workbook_bomb(megabytes=120):
    return with_part(workbook(), "xl/media/zero.bin", bytes(megabytes * 1024 * 1024))


def lying_workbook():
    """Two parts of one name: readers disagree about which of them counts."""
    return with_part(workbook(), "xl/workbook.xml", b"<workbook/>")


WHOLE = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
BAD_FILES = {
    **{
        f"{form} cut off": (Kind.PICTURE, f"a.{ending}", picture(form, (900, 700))[:-300], None)
        for form, ending in WHOLE.items()
    },
    **{
        f"{form} under the name of a PNG": (
            Kind.PICTURE,
            "a.png" if form != "PNG" else "a.jpg",
            picture(form),
            "wrong_extension",
        )
        for form in WHOLE
    },
    **{
        f"EICAR as {name}": (kind, name, EICAR, None)
        for kind, name in (
            (Kind.PICTURE, "a.png"),
            (Kind.DOCUMENT, "a.pdf"),
            (Kind.VIDEO, "a.mp4"),
            (Kind.SHEET, "a.xlsx"),
        )
    },
    "EICAR as csv": (Kind.SHEET, "a.csv", EICAR, "test_virus"),
    "EICAR in a video": (Kind.VIDEO, "a.mp4", video(picture_data=EICAR), "test_virus"),
    "EICAR in a PDF": (
        Kind.DOCUMENT,
        "a.pdf",
        paper().replace(b"\n", b"\n%" + EICAR + b"\n", 1),
        "test_virus",
    ),
    "121 megapixels in 15 kB": (Kind.PICTURE, "a.png", png_bomb(), "too_many_pixels"),
    "2,500 megapixels": (Kind.PICTURE, "a.png", png_bomb(50_000, 50_000), "too_many_pixels"),
    "26 megapixels": (
        Kind.PICTURE,
        "a.jpg",
        picture("JPEG", (5100, 5100)),
        "too_many_pixels",
    ),
    "animated PNG": (Kind.PICTURE, "a.png", animated("PNG"), "animated"),
    "animated WebP": (Kind.PICTURE, "a.webp", animated("WEBP"), "animated"),
    "GIF": (Kind.PICTURE, "a.gif", picture("GIF"), "wrong_kind"),
    "GIF and script": (Kind.PICTURE, "a.gif", GIF_SCRIPT, "wrong_kind"),
    "GIF and script named jpg": (Kind.PICTURE, "a.jpg", GIF_SCRIPT, "not_a_picture"),
    "SVG with script": (Kind.PICTURE, "a.svg", SVG, "wrong_kind"),
    "SVG named png": (Kind.PICTURE, "a.png", SVG, "svg"),
    "SVG behind XML named webp": (
        Kind.PICTURE,
        "a.webp",
        b'\xef\xbb\xbf<?xml version="1.0"?>\n' + SVG,
        "svg",
    ),
    "HTML named jpg": (Kind.PICTURE, "a.jpg", b"<html>" + SCRIPT, "not_a_picture"),
    "BMP named jpg": (Kind.PICTURE, "a.jpg", picture("BMP"), "not_a_picture"),
    "PSD head named png": (Kind.PICTURE, "a.png", b"8BPS" + b"\x00" * 40, "not_a_picture"),
    "JPEG with PHP behind it": (Kind.PICTURE, "a.jpg", picture("JPEG") + PHP, "program"),
    "JPEG with PHP in its comment": (Kind.PICTURE, "a.jpg", jpeg_comment(PHP), "program"),
    "JPEG with script in its comment": (Kind.PICTURE, "a.jpg", jpeg_comment(SCRIPT), "program"),
    "picture named php": (Kind.PICTURE, "a.jpg.php", picture("JPEG"), "wrong_kind"),
    "picture without an ending": (Kind.PICTURE, "picture", picture("JPEG"), "wrong_kind"),
    "HTML named pdf": (Kind.DOCUMENT, "a.pdf", b"<html>" + SCRIPT + b"</html>", "not_a_pdf"),
    "PDF behind HTML": (Kind.DOCUMENT, "a.pdf", b"<html>" + SCRIPT + paper(), "not_a_pdf"),
    "PDF with HTML in its head": (
        Kind.DOCUMENT,
        "a.pdf",
        paper().replace(b"\n", b"\n%<html>" + SCRIPT + b"\n", 1),
        "mixed_file",
    ),
    "PDF before HTML": (Kind.DOCUMENT, "a.pdf", paper() + SCRIPT, "mixed_file"),
    "PDF and zip": (Kind.DOCUMENT, "a.pdf", paper() + zip_of(a=b"x"), "mixed_file"),
    "PDF cut off": (Kind.DOCUMENT, "a.pdf", paper()[:-40], "pdf_cut_off"),
    "PDF of nothing": (Kind.DOCUMENT, "a.pdf", b"%PDF-1.7\n%%EOF\n", "pdf_cut_off"),
    "PDF with a password": (Kind.DOCUMENT, "a.pdf", paper_with(_password), "pdf_protected"),
    "PDF with script": (Kind.DOCUMENT, "a.pdf", paper_with(_script), "pdf_active"),
    "PDF with script in a note": (
        Kind.DOCUMENT,
        "a.pdf",
        paper_with(_hidden_script).replace(b"/JavaScript", b"/J#61vaScript"),
        "pdf_active",
    ),
    "PDF that starts a program": (
        Kind.DOCUMENT,
        "a.pdf",
        paper_with(_action("/Launch")),
        "pdf_active",
    ),
    "PDF that sends a form": (
        Kind.DOCUMENT,
        "a.pdf",
        paper_with(_action("/SubmitForm")),
        "pdf_active",
    ),
    "PDF with a file in it": (Kind.DOCUMENT, "a.pdf", paper_with(_attachment), "pdf_active"),
    "picture named pdf": (Kind.DOCUMENT, "a.pdf", picture("JPEG"), "not_a_pdf"),
    "PDF sent as a picture": (Kind.PICTURE, "a.jpg", paper(), "not_a_picture"),
    "program named mp4": (Kind.VIDEO, "a.mp4", b"MZ" + b"\x00" * 200, "not_a_video"),
    "HTML named mp4": (Kind.VIDEO, "a.mp4", SCRIPT * 9, "not_a_video"),
    "video cut off": (Kind.VIDEO, "a.mp4", video()[:-9], "video_cut_off"),
    "video with a tail": (Kind.VIDEO, "a.mp4", video() + PHP, "video_cut_off"),
    "video with script in it": (
        Kind.VIDEO,
        "a.mp4",
        video() + box(b"free", SCRIPT),
        "mixed_file",
    ),
    "video without an end": (Kind.VIDEO, "a.mp4", video(seconds=4_000_000), "video_length"),
    "video of no length": (Kind.VIDEO, "a.mp4", video(seconds=0), "video_length"),
    "QuickTime named mp4": (Kind.VIDEO, "a.mp4", video(brand=b"qt  "), "not_a_video"),
    "sound named mp4": (Kind.VIDEO, "a.mp4", video(codec=b"mp4a"), "not_a_video"),
    "zip named xlsx": (Kind.SHEET, "a.xlsx", zip_of(a=b"x"), "not_a_workbook"),
    "workbook that unpacks to 120 MB": (
        Kind.SHEET,
        "a.xlsx",
        workbook_bomb(),
        "workbook_unpacks",
    ),
    "workbook with macros": (
        Kind.SHEET,
        "a.xlsx",
        with_part(workbook(), "xl/vbaProject.bin", b"x"),
        "workbook_macros",
    ),
    "workbook with a part twice": (Kind.SHEET, "a.xlsx", lying_workbook(), "not_a_workbook"),
    "workbook cut off": (Kind.SHEET, "a.xlsx", workbook()[:-60], "not_a_workbook"),
    "old or protected Excel": (
        Kind.SHEET,
        "a.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        "workbook_protected",
    ),
    "HTML named xlsx": (Kind.SHEET, "a.xlsx", b"<html>" + SCRIPT, "not_a_workbook"),
    "HTML named csv": (Kind.SHEET, "a.csv", codecs.BOM_UTF8 + b"<html>" + SCRIPT, "not_a_text"),
    "program named csv": (Kind.SHEET, "a.csv", b"MZ\x90\x00\x03" + b"\x00" * 60, "not_a_text"),
    "workbook named csv": (Kind.SHEET, "a.csv", workbook(), "not_a_text"),
    **{
        f"nothing as {name}": (kind, name, b"", "empty")
        for kind, name in (
            (Kind.PICTURE, "a.jpg"),
            (Kind.DOCUMENT, "a.pdf"),
            (Kind.VIDEO, "a.mp4"),
            (Kind.LICENCE, "a.pdf"),
            (Kind.SHEET, "a.csv"),
        )
    },
}
# {name that is sent: name that is shown}
BAD_NAMES = {
    "../../etc/passwd.png": "passwd.png",
    "..\\..\\windows\\system.png": "system.png",
    "/media/vendor_files/a.png": "a.png",
    "a\x00b.png": "a b.png",
    "line\r\nbreak.png": "line break.png",
    "photo\u202egnp.exe.png": "photo gnp.exe.png",
    "zero\u200bwidth\ufeff.png": "zero width .png",
    "....png": "png",
    "   .hidden.png": "hidden.png",
    f"{'가' * 300}.png": f"{'가' * 115}….png",
    '"><script>alert(1)<script>.png': '"><script>alert(1)<script>.png',
    "": "file",
}
