"""What two rows of one product are compared by."""

import re
from decimal import Decimal

from .results import Result
from .text import plain


def compared(result: Result) -> dict:
    """What a second row of the same product may not contradict."""
    price = result.price
    release = result.release
    facts = {
        "family": result.family,
        "specs": {spec.key.key: str(spec.value) for spec in result.specs},
        "certifications": result.certifications,
        "release": [release.year, release.month, release.day] if release else None,
        "words": {
            name: without_spaces(text)
            for name, text in result.texts.items()
            if text and name.startswith("tagline")
        },
    }
    if price and (price.amount is not None or price.is_on_request):
        facts |= {
            "amount": _plain_number(price.amount),
            "maximum": _plain_number(price.maximum),
            "currency": price.currency or None,
            "vat": price.stated_vat,
            "period": price.period or None,
            "is_on_request": price.is_on_request,
        }
    return facts


def without_spaces(text):
    return re.sub(r"[\s,.。，、!！]+", "", plain(text)).casefold()


def _plain_number(value: Decimal | None):
    return None if value is None else format(value.normalize(), "f")
