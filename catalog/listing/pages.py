"""A listing's form <-> the product page it becomes. Nothing here saves a page."""

from itertools import zip_longest

from django.utils import timezone

from catalog.models import ProductAlias, ProductHighlight, ProductPage
from catalog.translation import confirm, follow_edit, missing_words, sides
from center_site.languages import LANGUAGES

from .body import write_body
from .media import write_media
from .reading import read_data
from .slugs import free_slug

__all__ = ["new_page", "read_data", "write_page"]

WORDS = ("title", "tagline", "summary", "regulatory_note")
PRICE = (
    "price_minimum",
    "price_maximum",
    "price_currency",
    "price_basis",
    "price_period",
    "is_tax_included",
)
NO_PRICE = dict.fromkeys(PRICE) | {
    "price_currency": "",
    "price_basis": ProductPage.PriceBasis.LIST,
    "price_period": "",
}


def new_page(vendor):
    """A page for a company's new listing: not public, not in the tree, without an address."""
    return ProductPage(vendor=vendor, live=False)


def write_page(page, form, uploads=()):
    """Write what a form holds, as far as it is valid, and the listing's files into `page`.

    Whatever the form does not know stays: address, exhibit places, related products, where
    it shows, what editors confirmed or checked. An edit that changes the words of one
    language alone leaves the other out of date, as an editor's does.
    """
    form.full_clean()
    values = form.cleaned_data
    before = sides(page) if page.pk else None
    _write_words(page, form, values)
    _write_classes(page, form, values)
    _write_price(page, form, values)
    for name in ("lead_time_days", "minimum_order_quantity", "warranty_months"):
        setattr(page, name, values.get(name))
    page.after_sales_country = values.get("after_sales_country") or ""
    _write_specs(page, form)
    _write_certificates(page, form)
    write_media(page, uploads)
    _settle_languages(page, before)
    return page


def _write_words(page, form, values):
    for suffix in (language.suffix for language in LANGUAGES):
        for name in WORDS:
            setattr(page, f"{name}_{suffix}", values.get(f"{name}_{suffix}") or "")
    page.title_en = values.get("title_en") or ""
    names = (page.title_en, page.title_ko, page.title_zh)
    page.title = next(filter(None, names), "–")
    if not page.slug:
        page.slug = free_slug(*names, page=page)
    page.highlights = _highlights(values)
    page.other_names = _aliases(page, values.get("aliases") or [])
    write_body(page, values.get("body_ko") or "", values.get("body_zh") or "")
    if not page.pk:
        page.source_language = form.language.code


def _highlights(values):
    lines = [values.get(f"highlights_{language.suffix}") or [] for language in LANGUAGES]
    pairs = [pair for pair in zip_longest(*lines, fillvalue="") if any(pair)]
    return [
        ProductHighlight(text_ko=korean, text_zh=chinese, sort_order=place)
        for place, (korean, chinese) in enumerate(pairs)
    ]


def _aliases(page, names):
    known = {row.name: row for row in page.other_names.all()}
    return [
        known.get(name) or ProductAlias(name=name) for name in dict.fromkeys(filter(None, names))
    ]


def _write_classes(page, form, values):
    page.vendor = form.vendor
    if family := values.get("family"):
        page.family, page.field = family, family.field
    page.availability = values.get("availability")
    page.applications = values.get("applications") or []
    page.industries = values.get("industries") or []
    page.origin_country = values.get("origin_country") or ""
    page.hs_code = values.get("hs_code") or ""
    release = values.get("release")
    page.released_on = release[0] if release else None
    page.release_precision = release[1] if release else page.ReleasePrecision.YEAR


def _write_price(page, form, values):
    """A changed price is one the company states as of today; its old source no longer holds."""
    before = [getattr(page, name) for name in PRICE]
    stated = form.states_price and values.get("price_minimum") and values.get("price_currency")
    price = dict(NO_PRICE)
    if stated:
        price |= {name: values.get(name) or NO_PRICE[name] for name in PRICE}
        price["is_tax_included"] = values.get("is_tax_included")
    for name, value in price.items():
        setattr(page, name, value)
    page.price_valid_until_on = values.get("price_valid_until_on") if stated else None
    if [getattr(page, name) for name in PRICE] != before:
        page.price_as_of_on = timezone.localdate() if stated else None
        page.price_source = ""


def _write_specs(page, form):
    """Rows keep their place in the database, and what an editor confirmed of them."""
    known = {spec.spec_key_id: spec for spec in page.specs.all()}
    rows = [row for row in form.spec_rows.values() if row.is_posted and row.is_valid()]
    page.specs = [spec for row in rows if (spec := row.write_to(known.get(row.spec_key.pk)))]


def _write_certificates(page, form):
    known = {(item.mark_id, item.number): item for item in page.certificates.all()}
    rows = [row for row in form.certificates if row.is_filled and not row.errors]
    page.certificates = list(filter(None, (row.to_certificate(known) for row in rows)))
    for place, item in enumerate(page.certificates.all()):
        item.sort_order = place


def _settle_languages(page, before):
    for language in LANGUAGES:
        setattr(page, f"is_ready_{language.suffix}", not missing_words(page, language))
        if before is None:
            confirm(page, language)
    if before is not None:
        follow_edit(page, before)
