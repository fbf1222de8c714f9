"""Facts exactly as Korean and Chinese readers write them."""

import datetime
from decimal import Decimal

import pytest
from django.utils import translation

from catalog.formatting import (
    format_day,
    format_month,
    format_number,
    format_price,
    format_release,
    format_spec_value,
    split_unit,
    with_unit,
)
from catalog.models import ProductPage, ProductSpec, SpecKey
from center_site.languages import CHINESE, KOREAN, LANGUAGES
from tests.factories import make_specs

# a page looks its content type up as it is made
pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("1320.000000", "1,320"),
        ("0.100000", "0.1"),
        ("-20", "-20"),
        ("1000000", "1,000,000"),
        ("1234567.125", "1,234,567.125"),
        ("100", "100"),
        (7, "7"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_numbers_group_thousands_and_drop_empty_decimals(number, text, language):
    assert format_number(number, language) == text


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("kg", "35 kg"),
        ("N·m", "35 N·m"),
        ("개", "35개"),
        ("个", "35个"),
        ("자유도", "35자유도"),
        ("°", "35°"),
        ("℃", "35℃"),
        ("%", "35%"),
        ("", "35"),
    ],
)
def test_units_are_spaced_when_symbols_and_attached_when_words(unit, text):
    assert with_unit("35", unit) == text


@pytest.mark.parametrize(
    ("key", "value", "korean", "chinese"),
    [
        ("height", 1320, "1,320 mm", "1,320 mm"),
        ("weight", Decimal("35.5"), "35.5 kg", "35.5 kg"),
        ("dof", (23, 43), "23~43자유도", "23–43自由度"),
        ("battery_life", (Decimal("1.5"), 2), "1.5~2 h", "1.5–2 h"),
        ("op_temp", (-20, 55), "-20~55℃", "-20–55℃"),
        ("languages", 3, "3개", "3种"),
        ("lidar_count", 4, "4개", "4颗"),
        ("scene_count", (100, None), "100+개", "100+个"),
        ("detection_range", (None, 200), "≤200 m", "≤200 m"),
        ("sae_level", "4", "레벨 4", "L4级"),
        ("license", "Apache 2.0", "Apache 2.0", "Apache 2.0"),
        ("modalities", "text, image", "텍스트, 이미지", "文本、图像"),
        ("modalities", "text, smell", "text, smell", "text, smell"),
    ],
)
def test_spec_values_are_written_for_the_reader(taxonomy, key, value, korean, chinese):
    [spec] = make_specs({key: value})
    assert str(format_spec_value(spec, KOREAN)) == korean
    assert str(format_spec_value(spec, CHINESE)) == chinese


def test_yes_and_no_are_words_of_the_language_asked_for():
    spec = ProductSpec(spec_key=SpecKey(key="has_arms", value_type="boolean"), flag=True)
    with translation.override("ko"):
        assert str(format_spec_value(spec, CHINESE)) != str(format_spec_value(spec, KOREAN))


def test_short_text_is_marked_with_the_language_of_its_script(taxonomy):
    for text, lang in (("MIT", "en"), ("한국어 라이선스", "ko"), ("自有许可", "zh-Hans")):
        [spec] = make_specs({"license": text})
        assert format_spec_value(spec, KOREAN).lang == lang


def test_digits_and_unit_can_be_set_apart(taxonomy):
    [height] = make_specs({"height": 1320})
    [licence] = make_specs({"license": "MIT"})
    assert split_unit(height, KOREAN) == ("1,320", "mm")
    assert split_unit(licence, KOREAN) == ("", "")


@pytest.mark.parametrize(
    ("fields", "korean", "chinese"),
    [
        ({"price_minimum": 99000, "price_currency": "KRW"}, "₩99,000", "₩99,000"),
        ({"price_minimum": 99000, "price_currency": "CNY"}, "¥99,000", "¥99,000"),
        ({"price_minimum": Decimal("9.50"), "price_currency": "USD"}, "US$9.5", "US$9.5"),
        (
            {"price_minimum": 99000, "price_maximum": 120000, "price_currency": "CNY"},
            "¥99,000~¥120,000",
            "¥99,000–¥120,000",
        ),
        (
            {"price_minimum": 99000, "price_maximum": 99000, "price_currency": "CNY"},
            "¥99,000",
            "¥99,000",
        ),
    ],
)
def test_money_has_its_sign_first(fields, korean, chinese):
    page = ProductPage(**fields)
    assert format_price(page, KOREAN).amount == korean
    assert format_price(page, CHINESE).amount == chinese


def test_price_speaks_the_language_asked_for_whatever_is_active():
    page = ProductPage(
        price_minimum=99000,
        price_currency="CNY",
        price_basis="from_price",
        price_period="per_month",
        is_tax_included=False,
        price_as_of_on=datetime.date(2024, 5, 1),
    )
    prices = {}
    for active in ("ko", "zh-hans", "en"):
        with translation.override(active):
            prices[active] = [format_price(page, language) for language in LANGUAGES]
            assert translation.get_language() == active
    assert prices["ko"] == prices["zh-hans"] == prices["en"]
    korean, chinese = prices["en"]
    assert (korean.as_of, chinese.as_of) == ("2024년 5월", "2024年5月")
    assert "¥99,000" in korean.amount
    for name in ("amount", "basis", "period", "tax", "currency"):
        assert getattr(korean, name) != getattr(chinese, name)
        assert getattr(korean, name)


def test_price_on_request_is_no_price():
    assert format_price(ProductPage(), KOREAN) is None


def test_days_and_months_follow_each_country():
    assert (format_day(DAY, KOREAN), format_day(DAY, CHINESE)) == (
        "2026. 11. 22.",
        "2026年11月22日",
    )
    assert (format_month(DAY, KOREAN), format_month(DAY, CHINESE)) == ("2026년 11월", "2026年11月")


@pytest.mark.parametrize(
    ("precision", "korean", "chinese"),
    [
        ("year", "2026년", "2026年"),
        ("half", "2026년 하반기", "2026年下半年"),
        ("month", "2026년 11월", "2026年11月"),
        ("day", "2026. 11. 22.", "2026年11月22日"),
    ],
)
def test_release_is_as_precise_as_it_is_known(precision, korean, chinese):
    assert format_release(DAY, precision, KOREAN) == korean
    assert format_release(DAY, precision, CHINESE) == chinese


def test_unknown_release_says_nothing():
    assert format_release(None, "year", KOREAN) == ""
