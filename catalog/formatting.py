"""Facts as Korean and Chinese readers write them: numbers, units, money, dates.

Rules: Babel's CLDR data for digits and dates; units and counters as the taxonomy gives
them, attached when they are Hangul, Han or a degree sign (3개, 45°), spaced when they
are symbols (35 kg); money with the sign before the amount (₩99,000, ¥99,000).
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils import translation
from django.utils.translation import gettext, pgettext

from center_site.languages import CHINESE, KOREAN, Words, current_language, lang_of

CURRENCY_SIGNS = {"KRW": "₩", "CNY": "¥", "USD": "US$"}
ATTACHED_UNIT = re.compile(r"^[\u1100-\u11ff\uac00-\ud7a3\u3400-\u9fff°℃%]")
RANGE_SIGN = {"ko": "~", "zh": "–"}


@dataclass(frozen=True)
class Price:
    """A price ready to show: the amount, and what it stands for."""

    amount: str
    basis: str
    period: str
    tax: str
    as_of: str
    currency: str


def format_number(number, language=None):
    """`1320` -> "1,320"; trailing zeros of the stored decimal are not shown."""
    return _digits(Decimal(number), (language or current_language()).locale)


@lru_cache(maxsize=4096)
def _digits(number, locale):
    """Babel takes its time, and catalogues repeat their numbers."""
    return format_decimal(number.normalize(), format="#,##0.######", locale=locale)


def with_unit(number, unit):
    """`35`, `kg` -> "35 kg"; `3`, `개` -> "3개"."""
    if not unit:
        return number
    return f"{number}{unit}" if ATTACHED_UNIT.match(unit) else f"{number} {unit}"


def format_spec_value(spec, language=None):
    """A spec's value as Words: with its unit, and marked with the language of short texts."""
    language = language or current_language()
    if spec.choice_id:
        return Words(getattr(spec.choice, f"name_{language.suffix}"), language.html_lang)
    if spec.flag is not None:
        with translation.override(language.code):
            return Words(gettext("Yes") if spec.flag else gettext("No"), language.html_lang)
    if spec.text:
        return _known_words(spec, language)
    return Words(with_unit(*split_unit(spec, language)), language.html_lang)


def split_unit(spec, language=None):
    """(digits, unit) of a numeric spec, for setting the digits large; ("", "") of others."""
    if spec.minimum is None and spec.maximum is None:
        return "", ""
    language = language or current_language()
    unit = getattr(spec.spec_key, f"unit_{language.suffix}") or spec.spec_key.unit
    return format_range(spec, language), unit


def format_range(spec, language=None):
    """The digits of a numeric spec: "1,320", "1.5~2", "100+"."""
    language = language or current_language()
    if spec.maximum is None:
        return f"{format_number(spec.minimum, language)}+"
    if spec.minimum is None:
        return f"≤{format_number(spec.maximum, language)}"
    if spec.minimum == spec.maximum:
        return format_number(spec.minimum, language)
    sign = RANGE_SIGN[language.suffix]
    return f"{format_number(spec.minimum, language)}{sign}{format_number(spec.maximum, language)}"


def _known_words(spec, language):
    """A short text with each comma-separated word translated where the key knows it."""
    known = {
        choice.key: getattr(choice, f"name_{language.suffix}")
        for choice in spec.spec_key.choices.all()
    }
    parts = [part.strip() for part in spec.text.split(",")]
    if known and all(part in known for part in parts):
        separator = "、" if language is CHINESE else ", "
        return Words(separator.join(known[part] for part in parts), language.html_lang)
    return Words(spec.text, lang_of(spec.text))


def format_money(amount, currency, language=None):
    """`99000`, `CNY` -> "¥99,000"; cents only where there are any."""
    digits = format_number(amount, language)
    return f"{CURRENCY_SIGNS[currency]}{digits}"


def format_price(product, language=None):
    """The product's price in the reader's words, or None when it is on request."""
    if product.price_minimum is None:
        return None
    language = language or current_language()
    with translation.override(language.code):
        return Price(
            amount=_amount(product, language),
            basis=str(product.get_price_basis_display()),
            period=str(product.get_price_period_display()) if product.price_period else "",
            tax=_tax(product.is_tax_included),
            as_of=format_month(product.price_as_of_on, language) if product.price_as_of_on else "",
            currency=str(product.get_price_currency_display()),
        )


def _amount(product, language):
    amount = format_money(product.price_minimum, product.price_currency, language)
    if product.price_maximum and product.price_maximum != product.price_minimum:
        highest = format_money(product.price_maximum, product.price_currency, language)
        return f"{amount}{RANGE_SIGN[language.suffix]}{highest}"
    if product.price_basis == product.PriceBasis.FROM:
        return gettext("From %(price)s") % {"price": amount}
    return amount


def _tax(is_included):
    if is_included is None:
        return ""
    return gettext("VAT included") if is_included else gettext("VAT excluded")


def format_day(day, language=None):
    """`2026. 11. 22.` in Korean, `2026年11月22日` in Chinese."""
    language = language or current_language()
    pattern = "y. M. d." if language is KOREAN else "y年M月d日"
    return format_date(day, pattern, locale=language.locale)


def format_month(day, language=None):
    language = language or current_language()
    pattern = "y년 M월" if language is KOREAN else "y年M月"
    return format_date(day, pattern, locale=language.locale)


def format_release(day: datetime.date | None, precision, language=None):
    """A release date to the precision it is known to."""
    if day is None:
        return ""
    language = language or current_language()
    if precision == "day":
        return format_day(day, language)
    if precision == "month":
        return format_month(day, language)
    year = f"{day.year}년" if language is KOREAN else f"{day.year}年"
    if precision == "half":
        return (
            f"{year} {_half(day, language)}" if language is KOREAN else year + _half(day, language)
        )
    return year


def _half(day, language):
    with translation.override(language.code):
        if day.month <= 6:
            return pgettext("half of a year", "first half")
        return pgettext("half of a year", "second half")
