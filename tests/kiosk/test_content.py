"""What enters a screen's content, and in which words."""

import datetime
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from catalog.models import (
    CertificationMark,
    FamilySpec,
    ProductCertificate,
    ProductPage,
    RelatedProduct,
)
from kiosk.content import build_content
from kiosk.manifest import to_json
from tests.factories import (
    make_image,
    make_place,
    make_product,
    make_vendor,
)


def one(content, slug):
    return next(product for product in content["products"] if product["slug"] == slug)


def test_product_stands_in_both_languages(product_index, content):
    make_product(
        product_index,
        slug="rb-y1",
        title_ko="알비와이원",
        title_zh="双臂机器人",
        tagline_ko="두 팔로 일해요",
        tagline_zh="双臂作业",
        highlights=[("튼튼해요", "结实")],
        availability="on_sale",
    )
    found = content()
    product = one(found, "rb-y1")
    assert product["title"] == {"ko": "알비와이원", "zh-hans": "双臂机器人"}
    assert product["tagline"] == {"ko": "두 팔로 일해요", "zh-hans": "双臂作业"}
    assert product["highlights"] == [{"ko": "튼튼해요", "zh-hans": "结实"}]
    assert found["availability"]["on_sale"]["name"] == {"ko": "판매 중", "zh-hans": "在售"}
    assert found["families"]["humanoid_robot"]["field"] == "robot"


def test_missing_words_come_from_the_other_language_and_say_so(product_index, content):
    make_product(product_index, slug="half", tagline_zh="")
    assert one(content(), "half")["tagline"]["zh-hans"] == {
        "text": "사람 곁에서 일하는 로봇",
        "lang": "ko",
        "is_fallback": True,
    }


def test_latin_names_are_marked_as_english(product_index, content):
    make_product(product_index, slug="g1", title_ko="유니트리 G1", title_zh="Unitree G1")
    assert one(content(), "g1")["title"] == {
        "ko": "유니트리 G1",
        "zh-hans": {"text": "Unitree G1", "lang": "en"},
    }


def test_numbers_carry_the_units_of_each_language(product_index, content):
    page = make_product(product_index, slug="tall", specs={"height": 1320, "dof": 23})
    FamilySpec.objects.update_or_create(
        family=page.family,
        spec_key=page.specs.get(spec_key__key="height").spec_key,
        defaults={"is_headline": True},
    )
    specs = {spec["key"]: spec for spec in one(content(), "tall")["specs"]}
    assert specs["height"]["value"]["ko"].startswith("1,320")
    assert specs["height"]["is_headline"] is True
    assert specs["height"]["figure"]["zh-hans"]["digits"] == "1,320"
    assert specs["height"]["figure"]["ko"]["unit"]


def test_price_is_written_for_each_language_or_missing(product_index, content):
    make_product(product_index, slug="priced", price_minimum=99000, price_currency="CNY")
    make_product(product_index, slug="unpriced")
    found = content()
    assert one(found, "priced")["price"]["ko"]["amount"] == "¥99,000"
    assert set(one(found, "priced")["price"]) == {"ko", "zh-hans"}
    assert "price" not in one(found, "unpriced")


def test_addresses_are_public_and_carry_no_tracking(product_index, content, settings):
    settings.PUBLIC_ORIGIN = "https://center.example"
    make_product(product_index, slug="rb-y1")
    product = one(content(), "rb-y1")
    assert product["page_url"] == {
        "ko": "https://center.example/ko/products/rb-y1/",
        "zh-hans": "https://center.example/zh-hans/products/rb-y1/",
    }
    assert product["qr_url"]["zh-hans"] == "/zh-hans/products/rb-y1/qr.svg"


def test_only_places_and_certificates_of_today_are_shown(product_index, content):
    today = timezone.localdate()
    yesterday, tomorrow = today - datetime.timedelta(days=1), today + datetime.timedelta(days=1)
    page = make_product(
        product_index,
        slug="placed",
        places=[
            make_place(stand="A-01", starts_on=today, ends_on=today),
            make_place(stand="A-02", ends_on=yesterday),
            make_place(stand="A-03", starts_on=tomorrow),
        ],
    )
    valid, expired = CertificationMark.objects.all()[:2]
    ProductCertificate.objects.create(product=page, mark=valid, number="1", expires_on=today)
    ProductCertificate.objects.create(product=page, mark=expired, number="2", expires_on=yesterday)
    product = one(content(), "placed")
    assert [place["stand"] for place in product["places"]] == ["A-01"]
    assert [item["mark"] for item in product["certificates"]] == [valid.key]
    assert list(content()["marks"]) == [valid.key]


def test_pictures_are_light_prepared_and_described(product_index, content):
    image = make_image(width=1600, height=1200, is_illustration=True)
    make_product(
        product_index, slug="seen", image=image, gallery=[make_image(width=800, height=600)]
    )
    found = content()
    first, second = one(found, "seen")["pictures"]
    picture = found["pictures"][first]
    assert picture["alt"] == {"ko": "로봇 한 대", "zh-hans": "一台机器人"}
    assert picture["is_illustration"] is True
    assert "is_illustration" not in found["pictures"][second]
    assert [file["media_type"] for file in picture["files"]] == ["image/webp", "image/webp"]
    assert all(0 < file["size_bytes"] <= 150_000 for file in picture["files"])
    assert [(file["width"], file["height"]) for file in picture["files"]] == [
        (480, 360),
        (960, 720),
    ]


def test_unreadable_picture_is_left_out_and_breaks_nothing(product_index, content):
    image = make_image()
    image.file.storage.delete(image.file.name)
    make_product(product_index, slug="blind", image=image)
    found = content()
    assert "pictures" not in one(found, "blind")
    assert "pictures" not in found


def test_related_products_are_hand_picked_first_then_of_the_family(product_index, content):
    make_product(product_index, slug="cousin")
    picked = make_product(product_index, slug="picked", family="lidar")
    hidden = make_product(product_index, slug="hidden", family="lidar", show_on_kiosk=False)
    page = make_product(product_index, slug="main")
    for other in (hidden, picked):
        RelatedProduct.objects.create(product=page, related=other)
    found = content()
    assert one(found, "main")["related"] == ["picked", "cousin"]
    assert "related" not in one(found, "picked")


def test_first_screen_mixes_fields_and_countries(product_index, content):
    korean, chinese = make_vendor(country_code="KR"), make_vendor(country_code="CN")
    for vendor in (korean, chinese):
        for family in ("language_model", "humanoid_robot", "lidar"):
            for _ in range(2):
                make_product(product_index, vendor=vendor, family=family)
    found = content()
    featured = [one(found, slug) for slug in found["featured"]]
    assert [(product["country"], product["field"]) for product in featured] == [
        ("KR", "ai"),
        ("CN", "robot"),
        ("KR", "fsd"),
        ("CN", "ai"),
    ]
    assert len(found["attract"]) == 12


def test_featured_products_come_first(product_index, content):
    make_product(product_index)
    make_product(product_index, slug="chosen", is_featured=True)
    assert content()["featured"][0] == "chosen"


def hide_by_draft(index):
    make_product(index, slug="secret", live=False)


def hide_by_unpublishing(index):
    make_product(index, slug="secret").unpublish()


def hide_by_flag(index):
    make_product(index, slug="secret", show_on_kiosk=False)


def hide_by_restriction(index):
    page = make_product(index, slug="secret")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")


def hide_by_login(index):
    page = make_product(index, slug="secret")
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def hide_by_vendor(index):
    make_product(index, slug="secret", vendor=make_vendor(slug="secret-vendor", live=False))


@pytest.mark.parametrize(
    "hide",
    [
        hide_by_draft,
        hide_by_unpublishing,
        hide_by_flag,
        hide_by_restriction,
        hide_by_login,
        hide_by_vendor,
    ],
)
def test_nothing_of_a_hidden_product_enters(hide, product_index, kiosk):
    make_product(product_index, slug="open")
    hide(product_index)
    text = to_json(build_content(kiosk)).decode()
    assert [product["slug"] for product in json.loads(text)["products"]] == ["open"]
    assert "secret" not in text


def test_words_of_a_draft_revision_stay_out(product_index, content):
    page = make_product(product_index, slug="edited", title_ko="공개된 이름")
    page.title_ko = "아직 초안인 이름"
    page.save_revision()
    assert one(content(), "edited")["title"]["ko"] == "공개된 이름"


def test_both_languages_have_every_interface_word(content, product_index):
    ui = content()["ui"]
    assert set(ui) == {"ko", "zh-hans"}
    assert set(ui["ko"]) == set(ui["zh-hans"])
    assert all(text for words in ui.values() for text in words.values())


def test_same_facts_give_the_same_bytes(product_index, kiosk):
    for _ in range(3):
        make_product(product_index)
    assert to_json(build_content(kiosk)) == to_json(build_content(kiosk))


def test_query_count_does_not_grow_with_products(product_index, kiosk, connection_queries):
    image = make_image(width=960, height=720)

    def fill(count):
        for number in range(count):
            make_product(
                product_index,
                image=image,
                gallery=[image],
                family=("lidar", "humanoid_robot", "language_model")[number % 3],
                specs={"weight": 35, "license": "MIT"},
                highlights=[("하나", "一")],
                places=[make_place()],
            )

    fill(10)
    build_content(kiosk)
    few = connection_queries(lambda: build_content(kiosk))
    fill(50)
    assert ProductPage.objects.on_kiosk().count() == 60
    assert connection_queries(lambda: build_content(kiosk)) == few
    assert few <= 20


@pytest.fixture
def connection_queries():
    """`connection_queries(act)` -> how many queries it makes."""

    def count(act):
        with CaptureQueriesContext(connection) as queries:
            act()
        return len(queries)

    return count
