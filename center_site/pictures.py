"""Which sizes and formats of a picture exist, and making them ahead of time.

AVIF takes a second and more to encode, so no page ever makes one: `prepare` does, from
a background task after a save, and a page offers the formats it finds. What is missing
then is only the WebP that a page needs to show anything at all.
"""

from dataclasses import dataclass

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

WIDTHS = (480, 960, 1600)
FORMATS = {"avif": "image/avif", "webp": "image/webp"}
SHOWN = "width-960|format-webp"
SHARED = "fill-1200x630-c100|format-jpeg"
ALL_SPECS = [
    *(f"width-{width}|format-{name}" for name in FORMATS for width in WIDTHS),
    SHARED,
]


@dataclass(frozen=True)
class Source:
    """One format of a picture: its media type and every size that exists."""

    media_type: str
    srcset: str


def prepare(image, specs=ALL_SPECS):
    """Make these renditions of a picture. Returns whether its file could be read."""
    return all(rendition(image, spec) for spec in specs)


def rendition(image, spec=SHOWN):
    """The rendition, made if it is missing; None where the picture's file cannot be read."""
    try:
        return image.get_rendition(spec)
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return None


def sources(image):
    """The Source of each format that has been prepared, best first."""
    made = {made.filter_spec: made for made in image.renditions.all()}
    found = []
    for name, media_type in FORMATS.items():
        sizes = [
            f"{made[spec].url} {made[spec].width}w"
            for width in WIDTHS
            if (spec := f"width-{width}|format-{name}") in made
        ]
        if sizes:
            found.append(Source(media_type, ", ".join(sizes)))
    return found
