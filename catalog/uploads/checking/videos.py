"""MP4 videos: their boxes add up, and they are what they say. They are not re-encoded."""

import struct

from django.conf import settings

from center_site.picture_files import PROGRAM

from .refusals import refusal, refuse_size

BRANDS = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"M4VH"}
TOP_BOXES = {
    b"ftyp",
    b"moov",
    b"mdat",
    b"free",
    b"skip",
    b"wide",
    b"meta",
    b"udta",
    b"uuid",
    b"pdin",
    b"sidx",
    b"moof",
    b"mfra",
    b"styp",
    b"prft",
}
CODECS = {b"avc1", b"avc3", b"hvc1", b"hev1", b"av01", b"vp09"}
LARGEST_INDEX_BYTES = 32 * 1024 * 1024
LONGEST_MINUTES = 30


def check_video(file):
    refuse_size(file.size, settings.VENDOR_VIDEO_MAX_BYTES)
    try:
        boxes = list(_boxes(file))
        if not boxes or boxes[0][0] != b"ftyp":
            raise refusal("not_a_video")
        _refuse_brand(_content(file, boxes[0]))
        _refuse_structure(file, boxes)
    except struct.error as error:
        raise refusal("video_cut_off") from error
    file.seek(0)


def _boxes(file):
    """(kind, start of content, end) of every box on the outside; their sizes fill the file."""
    place = 0
    while place < file.size:
        file.seek(place)
        size, kind = struct.unpack(">I4s", file.read(8))
        head = 8
        if size == 1:
            (size,) = struct.unpack(">Q", file.read(8))
            head = 16
        elif size == 0:
            size = file.size - place
        if kind not in TOP_BOXES:
            raise refusal("video_cut_off" if place else "not_a_video")
        if size < head or place + size > file.size:
            raise refusal("video_cut_off")
        yield kind, place + head, place + size
        place += size


def _content(file, box):
    _kind, start, end = box
    if end - start > LARGEST_INDEX_BYTES:
        raise refusal("video_cut_off")
    file.seek(start)
    return file.read(end - start)


def _refuse_brand(content):
    brands = {content[:4], *(content[at : at + 4] for at in range(8, len(content), 4))}
    if len(content) < 8 or not brands & BRANDS:
        raise refusal("not_a_video")


def _refuse_structure(file, boxes):
    kinds = [kind for kind, _start, _end in boxes]
    if kinds.count(b"moov") != 1 or kinds.count(b"ftyp") != 1 or b"mdat" not in kinds:
        raise refusal("video_cut_off")
    for box in boxes:
        if box[0] != b"mdat" and PROGRAM.search(_content(file, box)):
            raise refusal("mixed_file")
    index = _content(file, next(box for box in boxes if box[0] == b"moov"))
    if not any(codec in index for codec in CODECS) or b"vide" not in index:
        raise refusal("not_a_video")
    _refuse_length(_seconds(index))


def _seconds(index):
    """How long it plays, as its header says."""
    at = index.find(b"mvhd")
    if at < 0:
        raise refusal("video_cut_off")
    if index[at + 4]:
        scale, length = struct.unpack(">IQ", index[at + 24 : at + 36])
    else:
        scale, length = struct.unpack(">II", index[at + 16 : at + 24])
    return length / scale if scale else 0


def _refuse_length(seconds):
    if not 0 < seconds <= LONGEST_MINUTES * 60:
        raise refusal("video_length", most=LONGEST_MINUTES)
