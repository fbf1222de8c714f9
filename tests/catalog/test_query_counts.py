"""What public pages ask of the database: few questions, and no more for a longer catalogue."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import ProductPage

pytestmark = pytest.mark.usefixtures("small_drawings")

FEW, MANY = 5, 60
MOST = {
    "home": ("/ko/", 26),
    "catalogue": ("/ko/products/", 23),
    "filtered": ("/zh-hans/products/?field=robot&origin=KR&industry=logistics&sort=name", 25),
    "searched": ("/ko/products/?q=로봇", 23),
    "product": ("/ko/products/{product}/", 12),
    "companies": ("/zh-hans/vendors/", 5),
    "company": ("/ko/vendors/{vendor}/", 12),
    "suggestions": ("/ko/products/suggest/?q=로", 6),
    "sitemap": ("/sitemap.xml", 8),
}


@pytest.fixture
def count(client, product_index):
    """`count(products)` -> {page: queries} with so many products in the catalogue."""

    def count_all(products):
        call_command("generate_catalog", products=products, vendors=4, seed=1, verbosity=0)
        shown = ProductPage.objects.published().select_related("vendor").earliest("pk")
        names = {"product": shown.slug, "vendor": shown.vendor.slug}
        return {page: queries(address.format(**names)) for page, (address, _most) in MOST.items()}

    def queries(address):
        # the first visit makes renditions and reads what is cached for good
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    return count_all


def test_pages_ask_few_questions_and_no_more_for_more_products(count):
    few, many = count(FEW), count(MANY)
    assert {page: asked for page, asked in many.items() if asked > MOST[page][1]} == {}
    assert {page: asked for page, asked in many.items() if asked > few[page]} == {}
