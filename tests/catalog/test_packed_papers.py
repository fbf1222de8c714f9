"""PDF documents whose objects are packed a thousandfold: small to send, endless to look at."""

import struct
import time
import zlib

import pytest
from django.core.exceptions import ValidationError

from catalog.uploads.checking.papers import check_paper
from tests.catalog.files_of_companies import upload

MEGABYTE = 1024 * 1024


def packed_paper(streams, padding, named=b"/FlateDecode"):
    """A one-page document with one object in each of so many padded object streams."""
    out, places = bytearray(b"%PDF-1.5\n"), {}

    def add(number, content):
        places[number] = len(out)
        out.extend(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    add(1, b"<</Type/Catalog/Pages 2 0 R>>")
    add(2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
    add(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
    last = 4 + 2 * streams
    for number in range(4, 4 + streams):
        head = b"%d 0 " % (number + streams)
        data = zlib.compress(head + b"<</A 1>>" + b" " * padding, 9)
        facts = b"/Type/ObjStm/N 1/First %d/Filter%b/Length %d" % (len(head), named, len(data))
        add(number, b"<<%b>>\nstream\n%b\nendstream" % (facts, data))
    places[last] = len(out)
    rows = struct.pack(">BIH", 0, 0, 65535)
    for number in range(1, last + 1):
        inside = (2, number - streams, 0)
        rows += struct.pack(">BIH", *((1, places[number], 0) if number in places else inside))
    facts = b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R/Length %d" % (last + 1, len(rows))
    start = places[last]
    add(last, b"<<%b>>\nstream\n%b\nendstream" % (facts, rows))
    return bytes(out) + b"startxref\n%d\n%%%%EOF" % start


@pytest.mark.parametrize("named", [b"/FlateDecode", b"[/FlateDecode]"])
def test_objects_that_are_packed_as_they_usually_are(named):
    check_paper(upload(packed_paper(5, 1000, named), "a.pdf"))


@pytest.mark.parametrize(
    ("streams", "padding", "named"),
    [
        (1, 70 * MEGABYTE, b"/FlateDecode"),
        (20, 2 * MEGABYTE, b"[/FlateDecode]"),
        (1, 1000, b"[/FlateDecode/FlateDecode]"),
        (1, 1000, b"/LZWDecode"),
    ],
)
def test_objects_that_unpack_without_end_are_not_looked_at(streams, padding, named):
    begun = time.monotonic()
    with pytest.raises(ValidationError) as refused:
        check_paper(upload(packed_paper(streams, padding, named), "a.pdf"))
    assert refused.value.code == "pdf_parts"
    assert time.monotonic() - begun < 5
