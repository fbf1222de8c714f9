"""A listing and the product page it becomes: there and back without loss."""

import datetime
from decimal import Decimal

import pytest

from catalog.listing.pages import new_page, read_data, write_page
from catalog.listing.slugs import free_slug
from catalog.models import ProductPage
from tests.catalog.listing import (
    listed_page,
    listing_data,
    listing_form,
    spec_data,
)
from tests.factories import make_image, make_place, make_product, make_vendor

FAMILIES = [
    "language_model ai_agent medical_ai legal_ai edu_ai finance_ai media_ai ai_chip",
    "ai_infrastructure dataset humanoid_robot mobile_manipulator quadruped_robot cobot",
    "service_robot wearable_robot robot_hand robotaxi driving_system shuttle lidar driving_chip",
]


@pytest.fixture
def vendor(taxonomy):
    return make_vendor()


def saved(page):
    return ProductPage.objects.get(pk=page.pk)


def test_a_listing_comes_back_as_it_was_typed(product_index, vendor):
    page = write_page(new_page(vendor), listing_form(vendor))
    assert read_data(page) == listing_data()
    product_index.add_child(instance=page)
    assert read_data(saved(page)) == listing_data()
    assert read_data(page.save_revision()) == listing_data()


@pytest.mark.parametrize("family", " ".join(FAMILIES).split())
def test_every_spec_of_every_family_comes_back(product_index, vendor, family):
    data = {"title_en": "Model", "family": family, "origin_country": "CN"}
    data |= {"price_kind": "on_request", **spec_data(family)}
    form = listing_form(vendor, data)
    assert form.errors == {}
    page = product_index.add_child(instance=write_page(new_page(vendor), form))
    assert read_data(saved(page)) == data


def test_open_ranges_and_numbers_given_as_ranges_come_back(product_index, vendor):
    data = {"title_en": "Model", "family": "cobot", "origin_country": "CN"}
    data |= {"price_kind": "on_request"}
    data |= {"spec-payload-minimum": "5", "spec-payload-maximum": ""}
    data |= {"spec-reach-minimum": "", "spec-reach-maximum": "900"}
    page = listed_page(product_index, vendor, data)
    specs = {spec.spec_key.key: (spec.minimum, spec.maximum) for spec in saved(page).specs.all()}
    assert specs == {"payload": (Decimal(5), None), "reach": (None, Decimal(900))}
    assert read_data(saved(page)) == data


def test_a_new_page_is_a_draft_with_an_address_from_its_model_name(product_index, vendor):
    page = listed_page(product_index, vendor)
    assert (page.live, page.slug, page.title) == (False, "narumi-2", "Narumi 2")
    assert (page.is_ready_ko, page.is_ready_zh) == (True, True)
    assert (page.state_ko, page.state_zh) == ("ready", "ready")
    assert page.field == page.family.field
    assert page.image.is_illustration


def test_addresses_are_ascii_and_free(product_index, vendor):
    make_product(product_index, slug="h1-pro")
    assert free_slug("H1 Pro") == "h1-pro-2"
    assert free_slug("", "휴머노이드 H1 Pro+") == "h1-pro-2"
    assert free_slug("", "", "搬运者") == "ban-yun-zhe"
    assert free_slug("", "나르미") == "product"
    assert free_slug("Suggest") == "suggest-2"
    assert free_slug("Élan/..?") == "elan"


def test_one_language_leaves_the_other_for_translation(product_index, vendor):
    data = {"title_zh": "搬运者", "summary_zh": "机器人", "family": "cobot", "origin_country": "CN"}
    page = listed_page(product_index, vendor, data)
    assert (page.state_ko, page.state_zh) == ("missing", "ready")


def test_changing_one_languages_words_leaves_the_other_out_of_date(product_index, vendor):
    page = listed_page(product_index, vendor)
    write_page(page, listing_form(vendor, listing_data(summary_ko="새 요약입니다.")))
    page.save()
    assert (page.state_ko, page.state_zh) == ("ready", "outdated")


def test_what_the_form_does_not_know_stays(product_index, vendor):
    page = listed_page(product_index, vendor)
    related = make_product(product_index)
    page.is_featured, page.show_on_kiosk, page.source = True, False, "전시회"
    page.exhibit_places = [make_place()]
    page.related_links.create(related=related)
    page.save()
    address = page.slug
    page = saved(page)
    write_page(page, listing_form(vendor, listing_data(title_en="Other")))
    page.save()
    page = saved(page)
    assert (page.title, page.slug) == ("Other", address)
    assert (page.is_featured, page.show_on_kiosk, page.source) == (True, False, "전시회")
    assert [link.related for link in page.related_links.all()] == [related]
    assert page.exhibit_places.count() == 1


def test_specs_keep_what_editors_found_of_them(product_index, vendor):
    page = listed_page(product_index, vendor)
    page.specs.filter(spec_key__key="weight").update(is_confirmed=False)
    page = saved(page)
    before = {spec.spec_key.key: spec.pk for spec in page.specs.all()}
    write_page(page, listing_form(vendor, listing_data(spec__weight__minimum="62")))
    page.save()
    after = {spec.spec_key.key: spec for spec in saved(page).specs.all()}
    assert {key: spec.pk for key, spec in after.items()} == before
    assert (after["weight"].minimum, after["weight"].is_confirmed) == (Decimal(62), False)


def test_only_an_unchanged_certificate_stays_checked(product_index, vendor):
    page = listed_page(product_index, vendor)
    page.certificates.update(checked_by="심사원", checked_on=datetime.date(2026, 1, 5))
    page = saved(page)
    changed = listing_data(certificate__0__expires_on="2098-01-01")
    changed |= {"certificate-1-checked_by": "나", "certificate-1-checked_on": "2026-02-02"}
    write_page(page, listing_form(vendor, changed))
    page.save()
    checks = {item.mark.key: item.checked_by for item in saved(page).certificates.all()}
    assert checks == {"KC": "", "CCC": "심사원"}


def test_a_changed_price_is_stated_as_of_today(product_index, vendor):
    page = listed_page(product_index, vendor)
    long_ago = datetime.date(2020, 1, 1)
    page.price_as_of_on, page.price_source = long_ago, "기사"
    write_page(page, listing_form(vendor))
    assert (page.price_as_of_on, page.price_source) == (long_ago, "기사")
    write_page(page, listing_form(vendor, listing_data(price_minimum="44000000")))
    assert page.price_as_of_on > long_ago
    assert page.price_source == ""
    write_page(page, listing_form(vendor, listing_data(price_kind="on_request")))
    assert (page.price_minimum, page.price_currency, page.price_as_of_on) == (None, "", None)


def test_editors_blocks_stay_where_the_words_are_unchanged(product_index, vendor):
    page = listed_page(product_index, vendor)
    picture = {"type": "picture", "value": {"image": make_image().pk}}
    heading = {"type": "heading", "value": {"text_ko": "제목", "text_zh": "标题"}}
    set_body(page, [heading, *page.body.raw_data, picture])
    before = list(page.body.raw_data)
    write_page(page, listing_form(vendor))
    assert list(page.body.raw_data) == before
    write_page(page, listing_form(vendor, listing_data(body_ko="다른 글")))
    assert [block.block_type for block in page.body] == ["heading", "text", "picture"]
    assert read_data(page)["body_ko"] == "다른 글"


def set_body(page, blocks):
    page.body = type(page.body)(page.body.stream_block, blocks, is_lazy=True)
    page.save()


def test_markup_in_words_is_text(product_index, vendor):
    attack = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    page = listed_page(product_index, vendor, listing_data(body_ko=attack, body_zh=attack))
    block = page.body[0].value["text_ko"].source
    assert block.startswith("<p>&lt;script&gt;")
    assert "<script" not in block
    assert "<img" not in block
    assert read_data(page)["body_ko"] == attack


def test_an_invalid_value_is_left_out_of_the_page(vendor):
    data = listing_data(price_minimum="a lot", lead_time_days="soon", certificate__0__mark="?")
    page = write_page(new_page(vendor), listing_form(vendor, data))
    assert (page.price_minimum, page.price_currency, page.lead_time_days) == (None, "", None)
    assert [item.mark.key for item in page.certificates.all()] == ["CCC"]


def test_the_editors_own_picture_stays_and_illustrations_give_way(product_index, vendor):
    page = listed_page(product_index, vendor)
    own = make_image()
    page.image = own
    write_page(page, listing_form(vendor))
    assert (page.image, page.gallery.count()) == (own, 0)
