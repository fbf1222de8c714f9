"""Which sizes and formats of a picture exist, and making them ahead of time.

AVIF takes a second and more to encode, so no page ever makes one: the command
prepare_pictures does, and a page offers the formats it finds. What a page makes itself,
where it must, is only the few sizes of WebP that it cannot do without.
"""

from dataclasses import dataclass

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

WIDTHS = (200, 480, 720, 960, 1600)
# A browser that has a larger size at hand takes that, however small the place: so what cards
# offer and what a page's large pictures offer do not overlap.
CARD_WIDTHS = (200, 480)
PAGE_WIDTHS = (720, 960, 1600)
FORMATS = {"avif": "image/avif", "webp": "image/webp"}
SHOWN = "width-960|format-webp"
SMALL = "width-480|format-webp"
SMALLEST = "width-200|format-webp"
SHARED = "fill-1200x630-c100|format-jpeg"
# What a page cannot do without, and makes where nobody has.
NEEDED = (SMALLEST, SMALL, SHOWN)
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


def offered(image, widths=PAGE_WIDTHS):
    """(rendition to show, [Source, best first]) of a picture; (None, []) if it is unreadable."""
    needed = {spec: rendition(image, spec) for spec in NEEDED}
    if not all(needed.values()):
        return None, []
    made = {one.filter_spec: one for one in image.renditions.all()}
    return needed[SHOWN if widths == PAGE_WIDTHS else SMALL], _sources({**made, **needed}, widths)


def _sources(made, widths):
    found = []
    for name, media_type in FORMATS.items():
        sizes = [
            f"{made[spec].url} {made[spec].width}w"
            for width in widths
            if (spec := f"width-{width}|format-{name}") in made
        ]
        if sizes:
            found.append(Source(media_type, ", ".join(sizes)))
    return found
