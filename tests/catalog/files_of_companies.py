"""Files as companies really send them, made here: small, whole and of every kind."""

import io
import struct
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfWriter


def picture(form="JPEG", size=(320, 240), colour="#0f8a7e", mode="RGB", **options):
    buffer = io.BytesIO()
    Image.new(mode, size, colour).save(buffer, form, **options)
    return buffer.getvalue()


def paper(writer=None):
    writer = writer or PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def box(kind, content=b""):
    return struct.pack(">I4s", 8 + len(content), kind) + content


def video(*, seconds=2, brand=b"isom", codec=b"avc1", picture_data=b"\x00" * 64):
    """The boxes of an MP4; no frame in it can be drawn."""
    head = struct.pack(">IIIIII", 0, 0, 0, 1000, seconds * 1000, 0) + b"\x00" * 76
    handler = box(b"hdlr", b"\x00" * 8 + b"vide" + b"\x00" * 13)
    sample = box(b"stsd", b"\x00" * 8 + box(codec, b"\x00" * 78))
    media = box(b"mdia", handler + box(b"minf", box(b"stbl", sample)))
    index = box(b"moov", box(b"mvhd", head) + box(b"trak", media))
    return box(b"ftyp", brand + b"\x00\x00\x02\x00" + brand) + index + box(b"mdat", picture_data)


def workbook(rows=(("품명", "가격"), ("로봇", 1000))):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_part(packed, name, content):
    """A zip file with one part more."""
    buffer = io.BytesIO(packed)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def upload(content, name):
    return SimpleUploadedFile(name, content)
