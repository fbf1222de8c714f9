"""Pictures from people, made safe: what is stored is drawn anew from the pixels alone.

Whatever else the file held is gone: where and when the picture was taken, comments, hidden
programs, trailing files. Only the colour profile stays. The size is read from the file's
head and refused there, because 15 kB can unpack to 121 million pixels.
"""

import io
import re
import struct
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

EXTENSIONS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}
# AVIF takes seconds to encode, so a picture that comes in it is kept in WebP.
KEPT_AS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "AVIF": "WEBP"}
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
OPTIONS = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"compress_level": 3},
    "WEBP": {"quality": 90, "method": 2},
}
# What reading a damaged or hostile file may raise in Pillow's readers.
UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    OverflowError,
    struct.error,
    Image.DecompressionBombError,
)
# Long enough not to turn up by chance in 15 MB of a picture's own data.
PROGRAM = re.compile(rb"<\?php\s|<script[\s>]|<html[\s>]|<!doctype html", re.I)
# Twice the largest size that a page or screen shows; larger pictures only take longer.
LONGEST_SIDE = 4000
LARGEST_PROFILE_BYTES = 2_000_000
MESSAGES = {
    "empty": _("The file is empty."),
    "too_large": _("The file has %(size)s. A picture may have %(most)s at most."),
    "svg": _("SVG drawings are not accepted. Save the picture as PNG, WebP or JPEG."),
    "not_a_picture": _(
        "This is not a picture that can be used. JPEG, PNG, WebP and AVIF are accepted."
    ),
    "wrong_extension": _(
        "The file's name ends in “.%(extension)s”, but its content is %(format)s. "
        "Save it again in the format that the name says."
    ),
    "too_many_pixels": _(
        "The picture has %(width)s × %(height)s pixels. At most %(most)s million are "
        "accepted; make it smaller and try again."
    ),
    "animated": _("Moving pictures are not accepted. Send a still picture, or a video."),
    "damaged": _("The picture is damaged or cut off. Open it, save it again and send it."),
    "program": _("The file holds program code besides the picture, so it is refused."),
}


@dataclass(frozen=True)
class CleanPicture:
    """A picture drawn anew, no larger than anybody needs, and what is to be known of it."""

    content: bytes
    extension: str
    media_type: str
    width: int
    height: int


def clean_picture(file, name: str) -> CleanPicture:
    """The picture in this file, drawn anew. Raises ValidationError saying what is wrong."""
    _refuse_by_size(file)
    file.seek(0)
    raw = file.read()
    file.seek(0)
    _refuse_by_text(raw)
    picture = _opened(raw)
    _refuse_by_name(picture, name)
    _refuse_by_shape(picture)
    try:
        return _drawn_anew(picture)
    except UNREADABLE as error:
        raise refusal("damaged") from error


def refusal(code, **facts):
    """The ValidationError of this code, in words."""
    return ValidationError(MESSAGES[code], code=code, params=facts)


def _refuse_by_size(file):
    most = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if not file.size:
        raise refusal("empty")
    if file.size > most:
        raise refusal("too_large", size=filesizeformat(file.size), most=filesizeformat(most))


def _refuse_by_text(raw):
    """SVG has its own words; so have pictures that are programs as well."""
    head = raw[:4096].lower()
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise refusal("svg" if b"<svg" in head else "not_a_picture")
    if PROGRAM.search(raw):
        raise refusal("program")


def _opened(raw):
    try:
        return Image.open(io.BytesIO(raw), formats=sorted(set(EXTENSIONS.values())))
    except Image.DecompressionBombError as error:
        raise refusal("too_many_pixels", **_most_pixels(), width="?", height="?") from error
    except UNREADABLE as error:
        raise refusal("not_a_picture") from error


def _refuse_by_name(picture, name):
    extension = PurePath(name).suffix.lower().lstrip(".")
    found = "JPEG" if picture.format == "MPO" else picture.format
    if EXTENSIONS.get(extension) != found:
        raise refusal("wrong_extension", extension=extension[:10], format=found)


def _refuse_by_shape(picture):
    width, height = picture.size
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise refusal("too_many_pixels", width=width, height=height, **_most_pixels())
    # A phone's JPEG may carry a second exposure behind the first; that is no animation.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise refusal("animated")


def _most_pixels():
    return {"most": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000}


def _drawn_anew(picture):
    kept_as = KEPT_AS[picture.format]
    profile = picture.info.get("icc_profile") or b""
    picture.load()
    picture, profile = _in_screen_colours(_upright(_reduced(picture)), profile)
    transparency = picture.info.get("transparency")
    picture.info.clear()
    options = dict(OPTIONS[kept_as], icc_profile=profile or None)
    if transparency is not None and kept_as == "PNG":
        options["transparency"] = transparency
    buffer = io.BytesIO()
    picture.save(buffer, kept_as, **options)
    width, height = picture.size
    return CleanPicture(
        buffer.getvalue(), ENDINGS[kept_as], f"image/{kept_as.lower()}", width, height
    )


def _upright(picture):
    """Turned as the camera was held. A damaged note of that leaves the picture as it lies."""
    with suppress(*UNREADABLE):
        ImageOps.exif_transpose(picture, in_place=True)
    return picture


def _reduced(picture):
    """No larger than anybody needs. A palette has no colours between, so it is given up."""
    if max(picture.size) <= LONGEST_SIDE:
        return picture
    if picture.mode == "P":
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return picture


def _in_screen_colours(picture, profile):
    """Print colours and depths that browsers do not show, turned into those they do."""
    if picture.mode in ("CMYK", "YCCK", "LAB", "HSV"):
        return _to_rgb(picture, profile), b""
    if picture.mode.startswith(("I", "F")):
        return picture.point(lambda value: value / 256).convert("L"), b""
    return picture, profile if _is_profile(profile) else b""


def _to_rgb(picture, profile):
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, *UNREADABLE):
        return picture.convert("RGB")


def _is_profile(profile):
    if not profile or len(profile) > LARGEST_PROFILE_BYTES:
        return False
    try:
        ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (ImageCms.PyCMSError, *UNREADABLE):
        return False
    return True
