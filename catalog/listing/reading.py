"""A product page -> the data that its listing form would have sent."""

from decimal import Decimal

from center_site.languages import LANGUAGES

from .body import read_body
from .certificates import read_certificates
from .data import tidy

WORDS = ("title", "tagline", "summary", "regulatory_note")
PRICE_TEXTS = ("price_currency", "price_basis", "price_period")
TERMS = (
    "lead_time_days",
    "minimum_order_quantity",
    "warranty_months",
    "after_sales_country",
)
FLAGS = {True: "yes", False: "no", None: ""}


def read_data(page):
    """Form data that `write_page` would turn into this page (or page revision) again."""
    page = page.as_object() if hasattr(page, "as_object") else page
    return tidy(
        {
            **_words(page),
            **_classes(page),
            **_price(page),
            **{name: _shown(getattr(page, name)) for name in TERMS},
            **_specs(page),
            **read_certificates(page),
        }
    )


def _words(page):
    data = {"title_en": page.title_en}
    for suffix in (language.suffix for language in LANGUAGES):
        data |= {f"{name}_{suffix}": getattr(page, f"{name}_{suffix}") for name in WORDS}
        lines = [getattr(row, f"text_{suffix}") for row in page.highlights.all()]
        data[f"highlights_{suffix}"] = "\n".join(lines).rstrip("\n")
        data[f"body_{suffix}"] = read_body(page, suffix)
    data["aliases"] = "\n".join(row.name for row in page.other_names.all())
    return data


def _classes(page):
    return {
        "family": page.family.key if page.family_id else "",
        "applications": _keys(page.applications.all()),
        "industries": _keys(page.industries.all()),
        "origin_country": page.origin_country,
        "hs_code": page.hs_code,
        "release": _release(page),
        "availability": page.availability.key if page.availability_id else "",
    }


def _keys(terms):
    return [term.key for term in sorted(terms, key=lambda term: (term.sort_order, term.key))]


def _release(page):
    day = page.released_on
    if day is None:
        return ""
    return {
        "year": f"{day.year}",
        "half": f"{day.year}-H{1 if day.month <= 6 else 2}",
        "month": f"{day:%Y-%m}",
        "day": f"{day:%Y-%m-%d}",
    }[page.release_precision]


def _price(page):
    if page.price_minimum is None:
        return {"price_kind": "on_request"}
    return {
        "price_kind": "price",
        "price_minimum": _shown(page.price_minimum),
        "price_maximum": _shown(page.price_maximum),
        "is_tax_included": FLAGS[page.is_tax_included],
        "price_valid_until_on": _shown(page.price_valid_until_on),
        **{name: getattr(page, name) for name in PRICE_TEXTS},
    }


def _specs(page):
    data = {}
    for spec in page.specs.all():
        for part, value in _spec_values(spec).items():
            data[f"spec-{spec.spec_key.key}-{part}"] = value
    return data


def _spec_values(spec):
    values = {"source": spec.source}
    if spec.choice_id:
        return {"choice": spec.choice.key, **values}
    if spec.flag is not None:
        return {"flag": FLAGS[spec.flag], **values}
    if spec.text:
        return {"text": spec.text, **values}
    values["minimum"] = _shown(spec.minimum)
    if spec.spec_key.value_type == "range" or spec.minimum != spec.maximum:
        values["maximum"] = _shown(spec.maximum)
    return values


def _shown(value):
    """A number or day as it is typed; "" for none."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return "" if value is None else str(value)
