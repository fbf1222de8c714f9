"""Sort keys: names as each language's readers look them up, prices across currencies."""

from decimal import Decimal

from django.conf import settings
from pypinyin import lazy_pinyin

from center_site.languages import LANGUAGES, words

from .search.text import normalize


def stamp_order(record):
    """Write the sort columns of a product or a company.

    Korean sorts by syllable, which is dictionary order; Chinese sorts by pinyin, as
    GB/T 13418 orders names. Symbols and digits come before letters in both.
    """
    stem = "title" if hasattr(record, "title_ko") else "name"
    for language in LANGUAGES:
        text = normalize(words(record, stem, language).text or getattr(record, "title", ""))
        key = text if language.suffix == "ko" else " ".join(lazy_pinyin(text))
        column = f"sort_name_{language.suffix}"
        setattr(record, column, key[: record._meta.get_field(column).max_length])
    if hasattr(record, "price_minimum"):
        record.price_order = _in_won(record.price_minimum, record.price_currency)


def _in_won(amount, currency):
    """The amount at the settings' reference rate; for ordering only, never shown."""
    if amount is None:
        return None
    return Decimal(amount) * Decimal(settings.PRICE_ORDER_RATES[currency])
