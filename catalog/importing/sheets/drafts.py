"""An accepted row -> a draft listing, as if its company had typed it into the form."""

from django.db import transaction

from catalog.listing.reading import read_data
from catalog.models import ProductPage, Submission, Vendor
from catalog.review import start_draft

from .products import source_key
from .results import Result, number
from .stated import Spec, digits
from .text import paragraphs

LONGEST_SUMMARY = 1000
PRICE = (
    "price_currency",
    "price_minimum",
    "price_maximum",
    "price_basis",
    "price_period",
    "is_tax_included",
)
# What became of a row.
MADE, UPDATED, UNCHANGED, LEFT = "made", "updated", "unchanged", "left"


def form_data(result: Result, vendor: Vendor) -> dict:
    """The row as the listing form's raw input; what the row does not say is not in it."""
    data = {
        **{f"title_{language}": result.names.get(language) for language in ("ko", "zh", "en")},
        **_words(result),
        "family": result.family,
        "release": result.release.form_value if result.release else None,
        "origin_country": vendor.country_code,
        "industries": result.facts.get("industries"),
        "availability": result.facts.get("availability"),
        "aliases": "\n".join(result.facts.get("aliases", [])),
        "hs_code": result.facts.get("hs_code"),
        "minimum_order_quantity": result.facts.get("minimum_order_quantity"),
        **_price(result.price),
    }
    if result.model and not result.names.get("en"):
        data["title_en"] = result.model
    for spec in result.specs:
        data |= _spec(spec)
    data |= _certificates(result.certifications)
    return {name: _typed(value) for name, value in data.items() if value not in (None, "", [])}


def store(result: Result, *, vendor: Vendor, by, language_code: str) -> str:
    """Make or renew the draft of a row. Returns what became of it.

    The same company and model is the same draft however often the sheet comes. What the
    row does not say stays as the company wrote it; a listing that the centre has, or that
    is public, is left alone.
    """
    key = source_key(result.names, result.model)
    with transaction.atomic():
        known = Submission.objects.of(vendor).filter(source_key=key).first()
        page = None if known else _page_without_listing(vendor, result.slug)
        base = known.data if known else read_data(page) if page else {}
        data = renewed(base, form_data(result, vendor))
        if known and not known.is_editable:
            return LEFT
        if known and known.data == data:
            return UNCHANGED
        start_draft(
            vendor, by=by, data=data, source_key=key, language_code=language_code, page=page
        )
    return UPDATED if known else MADE


def renewed(base: dict, stated: dict) -> dict:
    """`base` with what a row states: a spec or a price as a whole, marks beside those there."""
    specs = {name.rsplit("-", 1)[0] for name in stated if name.startswith("spec-")}
    kept = {
        name: value
        for name, value in base.items()
        if not (name.rsplit("-", 1)[0] in specs and not name.endswith("-source"))
        and not ("price_kind" in stated and name in PRICE)
        and not (name.startswith("certificate-") and "certificate-TOTAL_FORMS" in stated)
    }
    if "certificate-TOTAL_FORMS" in stated and _marks(base) >= _marks(stated):
        stated = {name: value for name, value in stated.items() if "certificate-" not in name}
        kept |= {name: value for name, value in base.items() if name.startswith("certificate-")}
    return {**kept, **stated}


def _marks(data):
    return {value for name, value in data.items() if name.endswith("-mark")}


def _page_without_listing(vendor, slug):
    """A public product that came into the catalogue without the portal."""
    pages = ProductPage.objects.filter(vendor=vendor, slug=slug, submission=None)
    return pages.first() if slug else None


def _words(result):
    words = {}
    for language in ("ko", "zh"):
        words[f"tagline_{language}"] = result.texts.get(f"tagline.{language}")
        words[f"highlights_{language}"] = result.texts.get(f"highlights.{language}")
        summary = result.texts.get(f"summary.{language}") or ""
        words[f"summary_{language}"] = summary if len(summary) <= LONGEST_SUMMARY else None
        words[f"body_{language}"] = paragraphs(summary) if len(summary) > LONGEST_SUMMARY else None
    return words


def _price(price):
    if price is None:
        return {}
    if price.amount is None:
        return {"price_kind": "on_request"} if price.is_on_request else {}
    return {
        "price_kind": "price",
        "price_currency": price.currency,
        "price_minimum": number(price.amount),
        "price_maximum": None if price.maximum is None else number(price.maximum),
        "price_basis": price.basis or "list_price",
        "price_period": price.period,
        "is_tax_included": {"included": "yes", "excluded": "no"}.get(price.vat),
    }


def _spec(spec: Spec):
    name = f"spec-{spec.key.key}"
    if spec.measure is None:
        return {f"{name}-{'choice' if spec.key.value_type == 'choice' else 'text'}": spec.text}
    low, high = digits(spec.measure.minimum), digits(spec.measure.maximum)
    if spec.key.value_type != "range":
        return {f"{name}-minimum": low, f"{name}-maximum": high if low != high else ""} | _terms(
            spec
        )
    return {
        f"{name}-minimum": "" if spec.measure.is_maximum else low,
        f"{name}-maximum": "" if spec.measure.is_minimum else high,
    }


def _terms(spec):
    """Terms of sale that the listing keeps in columns of their own as well."""
    if spec.key.key == "warranty":
        return {"warranty_months": str(int(spec.measure.minimum))}
    if spec.key.key == "lead_time":
        return {"lead_time_days": str(round(spec.measure.maximum * 7))}
    return {}


def _certificates(keys):
    if not keys:
        return {}
    rows = {f"certificate-{at}-mark": key for at, key in enumerate(keys)}
    return {"certificate-TOTAL_FORMS": len(keys), "certificate-INITIAL_FORMS": "0", **rows}


def _typed(value):
    return value if isinstance(value, list) else str(value)
