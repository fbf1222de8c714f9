"""The real catalogue: 41 companies and 67 products, every fact typed."""

import re
from decimal import Decimal

import pytest
from django.db import transaction
from wagtail.models import Page, Revision

from catalog.importing.catalogue import CatalogueImport, read_catalogue
from catalog.importing.pages import catalogue_page
from catalog.importing.places import place_exhibits
from catalog.importing.taxonomy import FIXTURES
from catalog.models import (
    ExhibitPlace,
    ProductAlias,
    ProductIndexPage,
    ProductPage,
    ProductSpec,
    SpecKey,
    Vendor,
)
from center_site.models import CenterImage, HomePage

FILE = FIXTURES / "catalogue.json"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def real_catalogue(django_db_setup, django_db_blocker, small_drawings):
    """Loaded once for the tests of this module, and rolled back after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        root = Page.get_first_root_node()
        root.add_child(instance=HomePage(title="Home", slug="centre"))
        yield run_import(read_catalogue(FILE))
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def in_one_transaction(real_catalogue, db):
    return real_catalogue


def run_import(data):
    index_page = ProductIndexPage.objects.first() or catalogue_page()
    return CatalogueImport(data, index_page=index_page, tell=lambda *progress: None).run()


def row_counts():
    models = (Vendor, ProductPage, ProductSpec, ProductAlias, CenterImage, Revision, Page)
    return {model.__name__: model.objects.count() for model in models}


def test_everything_is_loaded(real_catalogue):
    assert real_catalogue.problems == []
    assert Vendor.objects.public().count() == 41
    assert ProductPage.objects.published().count() == 67


def test_countries_and_fields_are_as_in_the_file():
    records = read_catalogue(FILE)
    for record in records["vendors"]:
        assert Vendor.objects.get(slug=record["slug"]).country_code == record["country"]
    for record in records["products"]:
        page = ProductPage.objects.select_related("field", "vendor").get(slug=record["slug"])
        assert (page.field.key, page.vendor.slug) == (record["field"], record["vendor"])


def test_second_run_leaves_every_row_alone():
    before = row_counts()
    outcome = run_import(read_catalogue(FILE))
    assert outcome.counts == {("vendor", "unchanged"): 41, ("product", "unchanged"): 67}
    assert row_counts() == before


def test_changed_record_updates_itself_only():
    data = read_catalogue(FILE)
    [changed] = [record for record in data["products"] if record["slug"] == "unitree-g1"]
    changed["tagline"] = {"ko": "새 문구", "zh": "新标语"}
    before = dict(ProductPage.objects.values_list("slug", "latest_revision_id"))
    outcome = run_import(data)
    after = dict(ProductPage.objects.values_list("slug", "latest_revision_id"))
    assert outcome.counts["product", "updated"] == 1
    assert [slug for slug in after if after[slug] != before[slug]] == ["unitree-g1"]
    assert ProductPage.objects.get(slug="unitree-g1").tagline_zh == "新标语"


def test_one_drawing_of_each_kind_is_kept():
    kinds = set(ProductPage.objects.values_list("family", "field", "origin_country"))
    drawings = CenterImage.objects.filter(source_key__startswith="illustration-")
    assert drawings.exclude(source_key__contains="centre").count() == 2 * len(kinds)
    assert not ProductPage.objects.filter(image=None).exists()


@pytest.mark.parametrize(
    ("slug", "key", "minimum", "maximum"),
    [
        ("unitree-g1", "dof", "23", "43"),
        ("unitree-g1", "battery_life", "1.5", "2"),
        ("rb-y1", "dof", "24", "24"),
        ("agibot-world-dataset", "scene_count", "100", None),
    ],
)
def test_facts_written_as_text_are_numbers(slug, key, minimum, maximum):
    spec = ProductSpec.objects.get(product__slug=slug, spec_key__key=key)
    assert spec.minimum == Decimal(minimum)
    assert spec.maximum == (maximum and Decimal(maximum))
    assert spec.text == ""


def test_working_temperature_keeps_its_sign():
    spec = ProductSpec.objects.get(spec_key__key="op_temp")
    assert (spec.minimum, spec.maximum) == (Decimal(-20), Decimal(55))


def test_driving_levels_are_choices():
    specs = ProductSpec.objects.filter(spec_key__key="sae_level").select_related("choice")
    assert {spec.choice.key for spec in specs} <= {"2", "2+", "2++", "3", "4", "5"}
    assert specs.count() > 0


def test_no_number_is_kept_as_a_text():
    texts = ProductSpec.objects.exclude(text="").select_related("spec_key")
    assert {spec.spec_key.value_type for spec in texts} == {SpecKey.ValueType.TEXT}
    assert [spec.text for spec in texts if re.fullmatch(r"[\d.,~+-]+", spec.text)] == []


def test_every_fact_of_the_file_is_there():
    expected = {
        (record["slug"], entry["key"])
        for record in read_catalogue(FILE)["products"]
        for entry in record["specs"]
    }
    assert set(ProductSpec.objects.values_list("product__slug", "spec_key__key")) == expected


def test_facts_of_medium_confidence_wait_for_confirmation():
    expected = {
        record["slug"]
        for record in read_catalogue(FILE)["products"]
        if record["confidence"] == "medium"
    }
    unconfirmed = ProductPage.objects.unconfirmed()
    assert set(unconfirmed.values_list("slug", flat=True)) == expected
    assert len(expected) == 12
    assert not ProductSpec.objects.filter(product__in=unconfirmed, is_confirmed=True).exists()


def test_every_product_is_ready_in_both_languages():
    assert set(ProductPage.objects.values_list("state_ko", "state_zh")) == {("ready", "ready")}


def test_things_are_placed_once_and_each_on_a_stand_of_its_own():
    placed = place_exhibits()
    assert placed == ExhibitPlace.objects.count() > 20
    stands = list(ExhibitPlace.objects.values_list("stand", flat=True))
    assert len(set(stands)) == len(stands)
    assert place_exhibits() == 0
