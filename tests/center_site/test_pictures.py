"""Which sizes of a picture exist, and what becomes of one that cannot be read."""

import pytest

from center_site.pictures import (
    ALL_SPECS,
    CARD_WIDTHS,
    NEEDED,
    PAGE_WIDTHS,
    SHOWN,
    SMALL,
    offered,
    prepare,
    rendition,
)
from tests.factories import make_image

pytestmark = pytest.mark.django_db


def lose(image):
    image.file.storage.delete(image.file.name)


def test_page_makes_only_what_it_cannot_do_without():
    image = make_image(width=1200, height=900)
    shown, sources = offered(image)
    assert shown.filter_spec == SHOWN
    assert {made.filter_spec for made in image.renditions.all()} == set(NEEDED)
    assert [source.media_type for source in sources] == ["image/webp"]


def test_prepared_formats_are_offered_best_first():
    image = make_image(width=1200, height=900)
    assert prepare(image)
    assert {made.filter_spec for made in image.renditions.all()} == set(ALL_SPECS)
    _shown, sources = offered(image)
    assert [source.media_type for source in sources] == ["image/avif", "image/webp"]


def test_cards_are_offered_small_sizes_only():
    image = make_image(width=1700, height=1275)
    prepare(image)
    shown, sources = offered(image, CARD_WIDTHS)
    assert shown.filter_spec == SMALL
    widths = [size.split()[1] for size in sources[0].srcset.split(", ")]
    assert widths == ["200w", "480w"]


def test_a_large_picture_at_hand_never_stands_in_for_a_cards():
    assert not set(CARD_WIDTHS) & set(PAGE_WIDTHS)


def test_small_picture_is_never_enlarged():
    shown, _sources = offered(make_image(width=64, height=48))
    assert (shown.width, shown.height) == (64, 48)


def test_lost_file_offers_nothing_and_fails_nothing():
    image = make_image()
    lose(image)
    assert rendition(image) is None
    assert offered(image) == (None, [])
    assert not prepare(image)


def test_damaged_file_offers_nothing_and_fails_nothing():
    image = make_image()
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n and then nothing")
    assert offered(image) == (None, [])
