"""What a submission is marked with, compared with what is public."""

import datetime
import time

import pytest

from catalog.models import CertificationMark, ProductCertificate
from catalog.review.risks import risks_of
from tests.factories import build_product, make_product, make_vendor
from tests.portal_factories import verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def vendor(product_index):
    vendor = make_vendor()
    verify(vendor)
    make_product(product_index, vendor=vendor)
    return vendor


def page_of(vendor, **fields):
    price = {"price_currency": "KRW", "price_minimum": 1000}
    return build_product(vendor=vendor, **{**price, **fields})


def marks(vendor, live=None, **fields):
    return risks_of(vendor, page_of(vendor, **fields), page_of(vendor, **live or {}))


def test_quiet_submission_has_no_marks(vendor):
    assert marks(vendor) == []


def test_new_company(product_index):
    vendor = make_vendor()
    assert marks(vendor) == ["new_company"]
    verify(vendor)
    assert marks(vendor) == ["new_company"]


@pytest.mark.parametrize(
    ("fields", "is_marked"),
    [
        ({"price_minimum": 1500}, False),
        ({"price_minimum": 1501}, True),
        ({"price_minimum": 500}, False),
        ({"price_minimum": 499}, True),
        ({"price_currency": "CNY"}, True),
        ({"price_maximum": 2000}, True),
        ({"price_minimum": None, "price_currency": ""}, False),
    ],
)
def test_price(fields, is_marked, vendor):
    assert ("price_changed" in marks(vendor, **fields)) is is_marked


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("자세한 것은 https://example.org 에서", "external_links"),
        ("请看 www.example.cn", "external_links"),
        ("example.com 참고", "external_links"),
        ("문의: 010-1234-5678", "contacts"),
        ("联系 13812345678", "contacts"),
        ("sales@example.co.kr", "contacts"),
        ("02-123-4567", "contacts"),
        ("키 1300mm, 무게 35.5kg, 12,000,000원", None),
        ("2024-05-13, v2.0.1, 3.99万元", None),
    ],
)
def test_links_and_contacts_in_words(text, mark, vendor):
    assert marks(vendor, summary_ko=text) == ([mark] if mark else [])


def test_certificate_claims(vendor):
    mark = CertificationMark.objects.first()
    claim = {"mark": mark, "number": "A-1", "expires_on": datetime.date(2027, 1, 1)}

    def claiming(**fields):
        page = page_of(vendor)
        page.certificates = [ProductCertificate(**{**claim, **fields})]
        return page

    assert risks_of(vendor, claiming(), page_of(vendor)) == ["certificates"]
    assert risks_of(vendor, claiming(), None) == ["certificates"]
    assert risks_of(vendor, claiming(), claiming()) == []
    changed = claiming(expires_on=datetime.date(2030, 1, 1))
    assert risks_of(vendor, changed, claiming()) == ["certificates"]


def test_origin(vendor):
    assert marks(vendor, origin_country="CN") == ["origin"]


@pytest.mark.parametrize("text", ["a" * 20_000, "a-" * 10_000, "a@" * 10_000, "." * 20_000])
def test_no_text_takes_long_to_look_through(vendor, text):
    page = page_of(vendor, summary_ko=text, summary_zh=text)
    begun = time.monotonic()
    risks_of(vendor, page, None)
    assert time.monotonic() - begun < 0.5
