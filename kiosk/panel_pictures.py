"""Pictures as a screen carries them: prepared sizes only, none heavier than it may be."""

from functools import lru_cache
from time import monotonic

from catalog.models import ProductPage
from center_site.models import CenterImage, CenterRendition
from center_site.pictures import FORMATS, SHOWN, SMALL, rendition

from .manifest import Picture, PictureFile
from .resolved_words import in_both

HEAVIEST_BYTES = 150_000
# The widths that a panel uses: a card, half a screen, a whole one enlarged.
WIDTHS = (480, 960, 1600)
# A visitor waits while missing sizes are made; the rest come with the next build.
LONGEST_MAKING_SECONDS = 3


def pictures_of(products: list[ProductPage], *, with_private=False) -> dict[int, CenterImage]:
    """Every picture of these products once, by its number. Private ones are for previews."""
    return {
        picture.pk: picture
        for page in products
        for picture in page.pictures
        if with_private or not picture.is_private
    }


def make_missing(images) -> None:
    """Make the WebP sizes that a screen cannot do without, as far as time allows."""
    end = monotonic() + LONGEST_MAKING_SECONDS
    for image in images:
        if monotonic() > end:
            return
        for spec in {SMALL, SHOWN} - _specs_of(image):
            rendition(image, spec)


def _specs_of(image):
    return {made.filter_spec for made in image.renditions.all()}


def carried_picture(image: CenterImage) -> Picture | None:
    """The picture with every file that a screen may load, or None if there is not one."""
    files = tuple(_files(image))
    if not files:
        return None
    focus_x, focus_y = _focus(image)
    return Picture(
        files=files,
        alt=in_both(lambda: image.alt),
        focus_x=focus_x,
        focus_y=focus_y,
        is_illustration=image.is_illustration,
    )


def _files(image):
    made = {made.filter_spec: made for made in image.renditions.all()}
    for name, media_type in FORMATS.items():
        for width in WIDTHS:
            found = made.get(f"width-{width}|format-{name}")
            size = _size_of(found) if found else None
            if size and size <= HEAVIEST_BYTES:
                yield PictureFile(found.url, found.width, found.height, media_type, size)


def _size_of(found: CenterRendition) -> int | None:
    return _stored_size(found.file.storage, found.file.name)


@lru_cache(maxsize=50_000)
def _stored_size(storage, name):
    """Bytes of a stored file, asked once: a rendition's file never changes under its name."""
    try:
        return storage.size(name)
    except OSError:
        return None


def _focus(image):
    """The focal point as shares of width and height; the middle where none is set."""
    point = image.get_focal_point()
    if not point or not image.width or not image.height:
        return 0.5, 0.5
    return round(point.centroid_x / image.width, 3), round(point.centroid_y / image.height, 3)
