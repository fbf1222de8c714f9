"""How complete a listing is."""

import pytest

from catalog.listing.completeness import measure
from catalog.models import Family, UploadedFile
from tests.catalog.listing import listing_data

pytestmark = pytest.mark.django_db


def picture(**words):
    return UploadedFile(kind=UploadedFile.Kind.PICTURE, original_name="front.jpg", **words)


def names(found):
    return [name for name, label in found.missing]


def test_an_empty_listing_misses_everything(taxonomy):
    found = measure({}, [], None)
    assert found.percent == 0
    assert "title_ko" in names(found)
    assert names(found)[-1] == "pictures"
    assert all(label for name, label in found.missing)


def test_a_whole_listing_is_complete(taxonomy):
    family = Family.objects.get(key="service_robot")
    uploads = [picture(alt_ko="앞모습", alt_zh="正面")]
    found = measure(listing_data(), uploads, family)
    assert (found.percent, found.missing) == (100, [])
    assert found.is_complete


def test_each_gap_is_named(taxonomy):
    family = Family.objects.get(key="humanoid_robot")
    upload = picture(alt_ko="앞모습")
    data = listing_data(summary_zh=" ", price_currency="")
    found = measure(data, [upload], family)
    assert names(found) == [
        "summary_zh",
        "price_currency",
        "spec-height-minimum",
        "spec-dof-minimum",
        f"upload-{upload.pk}-alt_zh",
    ]
    assert 0 < found.percent < 100


def test_on_request_is_a_price(taxonomy):
    assert "price_kind" not in names(measure({"price_kind": "on_request"}, [], None))
    assert "price_minimum" in names(measure({"price_kind": "price"}, [], None))
