"""Invented products: the same every time, as whole as single saves would leave them."""

import io

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from catalog.generating.companies import build_vendor
from catalog.models import (
    Family,
    ProductIndexPage,
    ProductPage,
    ProductSpec,
    SearchDocument,
    Vendor,
)
from catalog.ordering import stamp_order
from catalog.search.indexing import document_of
from catalog.translation import stamp_states
from tests.factories import make_product

pytestmark = pytest.mark.usefixtures("small_drawings")


@pytest.fixture
def generate(product_index):
    def run(products, vendors=5, seed=1):
        out = io.StringIO()
        call_command("generate_catalog", products=products, vendors=vendors, seed=seed, stdout=out)
        return out.getvalue()

    return run


def facts(page):
    """What a product says, without what every run makes anew."""
    return (
        page.slug,
        page.title_ko,
        page.title_zh,
        page.summary_zh,
        page.vendor.slug,
        page.price_minimum,
        page.released_on,
        [(str(spec.spec_key_id), str(spec.minimum), spec.text) for spec in page.specs.all()],
    )


def test_products_stand_soundly_in_the_tree(generate, product_index):
    make_product(product_index)
    generate(12)
    assert Page.find_problems() == ([], [], [], [], [])
    index = ProductIndexPage.objects.get()
    assert (index.numchild, index.get_children().count()) == (13, 13)
    page = ProductPage.objects.get(source_key="gen-7")
    assert page.url_path == f"{index.url_path}{page.slug}/"
    assert page.get_parent().specific == index


def test_page_may_be_added_edited_and_deleted_afterwards(generate, product_index):
    generate(3)
    product_index.refresh_from_db()
    make_product(product_index, slug="by-hand")
    page = ProductPage.objects.get(source_key="gen-2")
    page.title_ko = "고친 이름"
    page.save_revision().publish()
    ProductPage.objects.get(source_key="gen-1").delete()
    assert Page.find_problems() == ([], [], [], [], [])
    assert ProductPage.objects.get(source_key="gen-2").title_ko == "고친 이름"


def test_derived_columns_are_those_of_a_single_save(generate):
    generate(30)
    derived = ("state_ko", "state_zh", "sort_name_ko", "sort_name_zh", "price_order", "unique_slug")
    for page in ProductPage.objects.select_related("vendor"):
        stored = [getattr(page, name) for name in derived]
        stamp_states(page)
        stamp_order(page)
        assert stored == [getattr(page, name) for name in derived[:-1]] + [page.slug]
        document = SearchDocument.objects.get(product=page)
        expected = document_of(page)
        assert (document.names, document.text) == (expected.names, expected.text)


def test_facts_are_valid_and_typed(generate):
    generate(25)
    assert ProductSpec.objects.count() > 100
    for spec in ProductSpec.objects.select_related("spec_key", "product__family"):
        spec.full_clean()
        assert (spec.minimum is not None) == spec.spec_key.is_numeric
    for page in ProductPage.objects.all():
        page.full_clean()
    for vendor in Vendor.objects.all():
        vendor.full_clean()
    assert ProductPage.objects.values("family").distinct().order_by().count() > 8


def test_same_seed_makes_the_same_products(generate, product_index):
    generate(4)
    first = [facts(page) for page in ProductPage.objects.order_by("slug")]
    for page in ProductPage.objects.all():
        page.delete()
    Vendor.objects.all().delete()
    generate(4)
    assert [facts(page) for page in ProductPage.objects.order_by("slug")] == first


def test_another_seed_makes_others(generate):
    assert build_vendor(1, seed=1).summary_ko != build_vendor(1, seed=3).summary_ko


def test_second_run_adds_only_what_is_missing(generate):
    generate(5)
    ProductPage.objects.get(source_key="gen-3").delete()
    pages = dict(ProductPage.objects.values_list("source_key", "pk"))
    out = generate(7)
    assert out.splitlines()[-1] == "products: 3 added, 4 there before"
    assert pages.items() <= dict(ProductPage.objects.values_list("source_key", "pk")).items()
    assert ProductPage.objects.count() == 7


def test_companies_have_names_of_their_own(generate):
    generate(0, vendors=300)
    for name in ("name_ko", "name_zh", "name_en", "slug"):
        assert Vendor.objects.values(name).distinct().count() == 300


def test_family_that_editors_added_without_specs_is_left_out(generate):
    field = Family.objects.first().field
    Family.objects.create(key="exotic", name_ko="새 로봇", name_zh="新机器人", field=field)
    generate(20)
    assert not ProductPage.objects.filter(family__key="exotic").exists()


def test_nonsense_is_refused(generate):
    with pytest.raises(CommandError):
        generate(-1)
    with pytest.raises(CommandError):
        generate(1, vendors=0)
