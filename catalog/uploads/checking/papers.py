"""PDF documents: whole, in the open, and without anything that acts by itself."""

import struct
import zipfile
import zlib

from django.conf import settings
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from .refusals import refusal, refuse_size

HEADS = (b"%PDF-1.", b"%PDF-2.")
END = b"%%EOF"
# Where browsers look for what a file really is.
SNIFFED_BYTES = 1024
OTHER_KINDS = (b"<html", b"<script", b"<!doctype", b"<svg", b"<?php", b"<body", b"<iframe")
ACTIVE_KEYS = {"/JavaScript", "/JS", "/EmbeddedFiles", "/EmbeddedFile", "/EF", "/XFA", "/RichMedia"}
ACTIVE_KINDS = {
    "/JavaScript",
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/GoToE",
    "/RichMedia",
    "/RichMediaExecute",
    "/Rendition",
    "/Movie",
    "/Sound",
    "/EmbeddedFile",
    "/FileAttachment",
}
# Reading so many takes seven seconds; a datasheet has a tenth.
MOST_OBJECTS = 50_000
DEEPEST = 100
# Of all objects that are packed together, and of any one list of objects.
MOST_UNPACKED_BYTES = 16 * 1024 * 1024
UNREADABLE = (
    PyPdfError,
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    NotImplementedError,
    OverflowError,
    RecursionError,
    struct.error,
    zlib.error,
)


def check_paper(file):
    refuse_size(file.size, settings.VENDOR_PDF_MAX_BYTES)
    _refuse_other_kinds(file)
    try:
        reader = PdfReader(file, strict=False)
        is_protected = reader.is_encrypted
        is_active = not is_protected and _is_active(reader)
    except UNREADABLE as error:
        raise refusal("pdf_cut_off") from error
    if is_protected:
        raise refusal("pdf_protected")
    if is_active:
        raise refusal("pdf_active")
    file.seek(0)


def _refuse_other_kinds(file):
    """It begins and ends as a PDF, and nothing that reads another kind finds it there."""
    file.seek(0)
    raw = file.read()
    file.seek(0)
    if not raw.startswith(HEADS):
        raise refusal("not_a_pdf")
    rest = raw.rpartition(END)[2] if END in raw else None
    if rest is None:
        raise refusal("pdf_cut_off")
    head = raw[:SNIFFED_BYTES].lower()
    if rest.strip(b"\x00\t\n\f\r ") or any(mark in head for mark in OTHER_KINDS):
        raise refusal("mixed_file")
    if zipfile.is_zipfile(file):
        raise refusal("mixed_file")
    file.seek(0)


def _is_active(reader):
    """Whether any of its objects is a program, a file or a form that acts by itself."""
    if not len(reader.pages):
        raise refusal("pdf_cut_off")
    numbers = [
        (number, generation)
        for generation, table in reader.xref.items()
        for number in table
        if number
    ]
    numbers += [(number, 0) for number in reader.xref_objStm]
    if len(numbers) > MOST_OBJECTS:
        raise refusal("pdf_parts")
    _refuse_unpacking(reader)
    return any(
        _acts(reader.get_object(IndirectObject(number, generation, reader)))
        for number, generation in numbers
    ) or _acts(reader.trailer)


def _refuse_unpacking(reader):
    """Objects may be packed a thousandfold, and are all unpacked to be looked at."""
    left = MOST_UNPACKED_BYTES
    for number in {holder for holder, _place in reader.xref_objStm.values()}:
        if number in reader.xref_objStm:
            raise refusal("pdf_parts")
        left -= _unpacked_size(reader.get_object(number), left)
        if left <= 0:
            raise refusal("pdf_parts")


def _unpacked_size(holder, most):
    """How large it is once unpacked, `most` at most; so is whatever we could not measure."""
    filters = holder.get("/Filter")
    if isinstance(filters, ArrayObject) and len(filters) == 1:
        filters = filters[0]
    if filters is None:
        return len(holder._data)
    if filters != "/FlateDecode":
        return most
    return len(zlib.decompressobj().decompress(holder._data, most))


def _acts(found, depth=0):
    """Follows what is written in place; what is referred to is an object of its own."""
    if depth > DEEPEST:
        return True
    if isinstance(found, DictionaryObject):
        kinds = {found.get("/S"), found.get("/Type"), found.get("/Subtype")} - {None}
        if ACTIVE_KEYS & set(found) or {str(kind) for kind in kinds} & ACTIVE_KINDS:
            return True
        return any(_acts(value, depth + 1) for value in dict.values(found))
    if isinstance(found, ArrayObject):
        return any(_acts(value, depth + 1) for value in list.__iter__(found))
    return False
