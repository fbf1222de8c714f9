"""What the data must never say: refused by the database, and by forms in words."""

import datetime

import pytest
from django.db import models

from catalog.models import (
    CertificationMark,
    ExhibitPlace,
    Family,
    FamilySpec,
    ProductAlias,
    ProductCertificate,
    ProductPage,
    ProductSpec,
    RelatedProduct,
    SpecChoice,
    SpecKey,
    Vendor,
)
from center_site.models import CenterImage
from tests.catalog import test_portal_constraints
from tests.catalog.refusing import refused_by_database, refused_by_form
from tests.factories import make_hall, make_image, make_product, make_vendor

YESTERDAY, TODAY = datetime.date(2026, 11, 21), datetime.date(2026, 11, 22)

PRODUCT = {
    "product_price_positive": {"price_minimum": 0, "price_currency": "KRW"},
    "product_price_range_in_order": {
        "price_minimum": 5,
        "price_maximum": 4,
        "price_currency": "KRW",
    },
    "product_price_has_currency": {"price_minimum": 5, "price_currency": ""},
    "product_moq_positive": {"minimum_order_quantity": 0},
    "product_origin_known": {"origin_country": "JP"},
}
PRICES = {
    "negative": {"price_minimum": -1, "price_currency": "KRW"},
    "only a highest price": {"price_maximum": 5, "price_currency": "KRW"},
}
VENDOR = {
    "vendor_has_a_name": {"name_ko": "", "name_zh": "", "name_en": ""},
    "vendor_country_known": {"country_code": "US"},
}
SPECS = {
    "nothing": {},
    "a number and a text": {"minimum": 1, "text": "one"},
    "a flag and a number": {"flag": True, "maximum": 1},
    "a flag and a text": {"flag": False, "text": "no"},
}
ROWS = {
    "certificate_dates_in_order": (
        ProductCertificate,
        {"issued_on": TODAY, "expires_on": YESTERDAY},
    ),
    "exhibit_dates_in_order": (
        ExhibitPlace,
        {"stand": "A-1", "starts_on": TODAY, "ends_on": YESTERDAY},
    ),
    "exhibit_point_on_map": (ExhibitPlace, {"stand": "A-1", "map_x": "1.2", "map_y": "0.5"}),
}


@pytest.fixture
def product(product_index):
    return make_product(product_index)


@pytest.mark.parametrize("values", [*PRODUCT.values(), *PRICES.values()], ids=[*PRODUCT, *PRICES])
def test_product_that_cannot_be_is_refused(product, values):
    refused_by_database(lambda: ProductPage.objects.filter(pk=product.pk).update(**values))
    for name, value in values.items():
        setattr(product, name, value)
    refused_by_form(product)


@pytest.mark.parametrize("values", VENDOR.values(), ids=VENDOR)
def test_company_that_cannot_be_is_refused(db, values):
    vendor = make_vendor()
    refused_by_database(lambda: Vendor.objects.filter(pk=vendor.pk).update(**values))
    for name, value in values.items():
        setattr(vendor, name, value)
    refused_by_form(vendor)


@pytest.mark.parametrize("values", SPECS.values(), ids=SPECS)
def test_spec_has_exactly_one_value(product, values):
    spec = ProductSpec(product=product, spec_key=SpecKey.objects.get(key="height"), **values)
    refused_by_form(spec)
    refused_by_database(spec.save)


def test_spec_with_a_choice_has_no_other_value(product):
    key = SpecKey.objects.get(key="sae_level")
    choice = key.choices.first()
    spec = ProductSpec(product=product, spec_key=key, choice=choice, text="4")
    refused_by_form(spec)
    refused_by_database(spec.save)


def test_spec_range_is_in_order(product):
    key = SpecKey.objects.get(key="dof")
    spec = ProductSpec(product=product, spec_key=key, minimum=43, maximum=23)
    refused_by_form(spec)
    refused_by_database(spec.save)


def test_open_ranges_are_fine(product):
    for key, ends in {"dof": {"minimum": 23}, "scene_count": {"maximum": 9}}.items():
        spec = ProductSpec(product=product, spec_key=SpecKey.objects.get(key=key), **ends)
        spec.full_clean()
        spec.save()


@pytest.mark.parametrize(("model", "values"), ROWS.values(), ids=ROWS)
def test_row_of_a_product_that_cannot_be_is_refused(product, model, values):
    needed = (
        {"mark": CertificationMark.objects.first()}
        if model is ProductCertificate
        else {"hall": make_hall()}
    )
    row = model(product=product, **needed, **values)
    refused_by_form(row)
    refused_by_database(row.save)


def test_map_position_has_both_sides_or_none(product):
    place = ExhibitPlace(product=product, hall=make_hall(), stand="A-1", map_x="0.5")
    refused_by_form(place)
    refused_by_database(place.save)


def test_unit_without_a_number_is_refused(taxonomy):
    key = SpecKey(key="odd", name_ko="이상", name_zh="奇怪", value_type="text", unit="kg")
    refused_by_form(key)
    refused_by_database(key.save)


def test_product_is_not_related_to_itself(product):
    link = RelatedProduct(product=product, related=product)
    refused_by_form(link)
    refused_by_database(link.save)


def test_vendor_slug_is_taken_once(db):
    make_vendor(slug="taken")
    other = make_vendor()
    other.slug = "taken"
    refused_by_form(other)
    refused_by_database(other.save)


def test_product_slug_is_taken_once_even_by_two_writers_at_once(product, product_index):
    other = make_product(product_index)
    refused_by_database(
        lambda: ProductPage.objects.filter(pk=other.pk).update(unique_slug=product.slug)
    )
    other.slug = product.slug
    refused_by_form(other)


def test_source_keys_are_taken_once_and_may_be_absent(product, product_index):
    others = [make_product(product_index), make_vendor(), make_image()]
    for other in others:
        assert other.source_key is None
    for first, second, model in (
        (product, others[0], ProductPage),
        (make_vendor(), others[1], Vendor),
        (make_image(), others[2], CenterImage),
    ):
        model.objects.filter(pk=first.pk).update(source_key="the-same")
        refused_by_database(
            lambda model=model, second=second: model.objects.filter(pk=second.pk).update(
                source_key="the-same"
            )
        )


def test_doubles_are_refused(product, product_index):
    height = SpecKey.objects.get(key="height")
    family, mark = Family.objects.get(key="cobot"), CertificationMark.objects.first()
    other = make_product(product_index)
    offered = FamilySpec.objects.filter(family=family).first().spec_key
    level = SpecKey.objects.get(key="sae_level")
    doubles = [
        (ProductSpec, {"product": product, "spec_key": height, "minimum": 1, "maximum": 1}),
        (ProductAlias, {"product": product, "name": "H-One"}),
        (ProductCertificate, {"product": product, "mark": mark, "number": "7"}),
        (RelatedProduct, {"product": product, "related": other}),
    ]
    for model, values in doubles:
        model.objects.create(**values)
    doubles += [
        (FamilySpec, {"family": family, "spec_key": offered}),
        (SpecChoice, {"spec_key": level, "key": "4", "name_ko": "4", "name_zh": "4"}),
        (Family, {"key": "cobot", "name_ko": "팔", "name_zh": "臂", "field": family.field}),
    ]
    for model, values in doubles:
        refused_by_form(model(**values))
        refused_by_database(model(**values).save)


def test_terms_in_use_cannot_be_deleted(product):
    for used in (product.vendor, product.family, product.field, product.availability):
        with pytest.raises(models.ProtectedError):
            used.delete()
    assert ProductPage.objects.filter(pk=product.pk).exists()


def test_every_constraint_of_the_catalogue_is_tested():
    here = {*PRODUCT, *VENDOR, *ROWS} | {
        "spec_has_one_value",
        "spec_range_in_order",
        "spec_key_unit_only_for_numbers",
        "product_not_related_to_itself",
        "unique_spec_key_of_product",
        "unique_alias_of_product",
        "unique_certificate_of_product",
        "unique_related_product",
        "unique_spec_key_of_family",
        "unique_choice_of_spec_key",
    }
    named = {
        constraint.name
        for model in ProductPage._meta.apps.get_app_config("catalog").get_models()
        for constraint in model._meta.constraints
    }
    assert named == here | test_portal_constraints.TESTED
