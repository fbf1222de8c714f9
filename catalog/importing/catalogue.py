"""A catalogue file's vendors and products -> published companies and product pages.

Each record is all or nothing and stops nothing else. A record that was loaded before and
has not changed in the file is left alone, so that running again keeps what editors did.
"""

import datetime
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.illustrations import illustrate
from catalog.models import (
    Application,
    Availability,
    Family,
    Industry,
    ProductAlias,
    ProductHighlight,
    ProductIndexPage,
    ProductPage,
    ProductPicture,
    ProductSpec,
    SpecKey,
    StrategicField,
    Vendor,
)
from catalog.models.vendors import Country
from catalog.translation import confirm, missing_words
from center_site.languages import LANGUAGES

from .records import (
    BadRecord,
    fingerprint,
    pick,
    read_decimal,
    read_list,
    read_partial_date,
    read_slug,
    read_text,
    read_texts,
    read_words,
    read_year,
)
from .spec_values import read_spec_value

RESERVED_SLUGS = {"suggest"}
CONFIDENCES = {"": True, "high": True, "medium": False, "low": False}
THREE = ("ko", "zh", "en")
CENT = Decimal("0.01")


class UnreadableCatalogue(Exception):
    """The file as a whole is not a catalogue."""


@dataclass
class Outcome:
    """What an import did: counts by (kind, what happened), and the records it refused."""

    counts: Counter = field(default_factory=Counter)
    problems: list[tuple[str, str, str, str]] = field(default_factory=list)

    def refuse(self, kind, slug, error):
        self.counts[kind, "refused"] += 1
        self.problems.append((kind, slug, error.field, error.reason))


def read_catalogue(file) -> dict:
    """The file's content. Raises UnreadableCatalogue with a sentence for the operator."""
    try:
        data = json.loads(Path(file).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableCatalogue(_("%(file)s cannot be read: %(error)s") % {"file": file, "error": error}) from error
    for name in ("vendors", "products"):
        if not isinstance(data, dict) or not isinstance(data.get(name), list):
            raise UnreadableCatalogue(_("%(file)s has no list “%(name)s”") % {"file": file, "name": name})
    return data


class CatalogueImport:
    """One run over one file. `tell(done, total, slug)` is called after every record."""

    def __init__(self, data: dict, *, index_page: ProductIndexPage, tell: Callable):
        self.data = data
        self.index_page = index_page
        self.tell = tell
        self.outcome = Outcome()

    def run(self) -> Outcome:
        records = [("vendor", record) for record in self.data["vendors"]]
        records += [("product", record) for record in self.data["products"]]
        seen = set()
        for done, (kind, record) in enumerate(records, 1):
            slug = _slug_of(record)
            try:
                self._take(kind, record, seen)
            except BadRecord as error:
                self.outcome.refuse(kind, slug, error)
            self.tell(done, len(records), slug)
        return self.outcome

    def _take(self, kind, record, seen):
        if not isinstance(record, dict):
            raise BadRecord("–", _("an object is expected"))
        slug = read_slug(record)
        if (kind, slug) in seen:
            raise BadRecord("slug", _("“%(slug)s” stands in the file twice") % {"slug": slug})
        seen.add((kind, slug))
        store = self._store_vendor if kind == "vendor" else self._store_product
        try:
            with transaction.atomic():
                self.outcome.counts[kind, store(slug, record)] += 1
        except ValidationError as error:
            name, messages = next(iter(getattr(error, "message_dict", {"–": error.messages}).items()))
            raise BadRecord(name, " ".join(messages)) from error
        except IntegrityError as error:
            raise BadRecord("slug", _("the database refuses it: %(error)s") % {"error": error}) from error

    def _store_vendor(self, slug, record):
        vendor = Vendor.objects.filter(source_key=slug).first() or Vendor(source_key=slug)
        if vendor.source_hash == fingerprint(record):
            return "unchanged"
        what = "updated" if vendor.pk else "added"
        read_vendor(vendor, slug, record)
        vendor.full_clean()
        vendor.save()
        vendor.save_revision().publish()
        self.__dict__.pop("vendors", None)
        return what

    def _store_product(self, slug, record):
        page = ProductPage.objects.filter(source_key=slug).first()
        if page and page.source_hash == fingerprint(record):
            return "unchanged"
        what = "updated" if page else "added"
        page = page or ProductPage(source_key=slug, live=False)
        self._read_product(page, slug, record)
        if page.pk:
            page.full_clean()
            page.save()
        else:
            self.index_page.add_child(instance=page)
        page.save_revision(log_action=False).publish()
        return what

    def _read_product(self, page, slug, record):
        page.slug = slug
        page.source_hash = fingerprint(record)
        self._read_classes(page, record)
        _read_product_words(page, slug, record)
        self._read_specs(page, record)
        _read_price(page, record)
        year = read_year(record, "year")
        page.released_on = datetime.date(year, 1, 1) if year else None
        page.release_precision = page.ReleasePrecision.YEAR
        illustrations = illustrate(family=page.family, field=page.field, country=page.origin_country)
        page.image, *others = illustrations
        page.gallery = [ProductPicture(image=image, sort_order=order) for order, image in enumerate(others)]

    def _read_classes(self, page, record):
        """Vendor, field, family and the other taxonomy terms."""
        vendor = read_text(record, "vendor", limit=100)
        if vendor not in self.vendors:
            raise BadRecord("vendor", _("there is no company “%(slug)s”") % {"slug": vendor})
        page.vendor = self.vendors[vendor]
        page.origin_country = page.vendor.country_code
        page.field = pick(self.fields, record.get("field"), "field")
        page.family = pick(self.families, record.get("family"), "family")
        availability = record.get("availability")
        page.availability = availability and pick(self.availabilities, availability, "availability")
        for name, known in (("applications", self.applications), ("industries", self.industries)):
            keys = read_list(record, name)
            terms = [pick(known, key, f"{name}[{index}]") for index, key in enumerate(keys)]
            setattr(page, name, list(dict.fromkeys(terms)))

    def _read_specs(self, page, record):
        specs = {}
        for index, entry in enumerate(read_list(record, "specs")):
            path = f"specs[{index}]"
            if not isinstance(entry, dict):
                raise BadRecord(path, _("an object is expected"))
            key = pick(self.spec_keys, entry.get("key"), f"{path}.key")
            if key.pk in specs:
                raise BadRecord(f"{path}.key", _("“%(key)s” stands there twice") % {"key": key.key})
            specs[key.pk] = ProductSpec(
                spec_key=key,
                source=read_text(entry, "source", limit=300, path=f"{path}.source"),
                is_confirmed=page.is_confirmed,
                **read_spec_value(key, entry, path),
            )
        page.specs = list(specs.values())

    @cached_property
    def vendors(self):
        return Vendor.objects.in_bulk(field_name="slug")

    @cached_property
    def fields(self):
        return StrategicField.objects.in_bulk(field_name="key")

    @cached_property
    def families(self):
        return Family.objects.in_bulk(field_name="key")

    @cached_property
    def applications(self):
        return Application.objects.in_bulk(field_name="key")

    @cached_property
    def industries(self):
        return Industry.objects.in_bulk(field_name="key")

    @cached_property
    def availabilities(self):
        return Availability.objects.in_bulk(field_name="key")

    @cached_property
    def spec_keys(self):
        keys = SpecKey.objects.prefetch_related("choices")
        return {key.key: key for key in keys}


def read_vendor(vendor: Vendor, slug: str, record: dict) -> None:
    """Write a vendor record's values into `vendor`. Raises BadRecord."""
    vendor.slug = slug
    vendor.source_hash = fingerprint(record)
    country = record.get("country")
    if country not in Country.values:
        raise BadRecord("country", _("“%(value)s” is neither KR nor CN") % {"value": country})
    vendor.country_code = country
    names = read_words(record, "name", limit=120, languages=THREE)
    if not any(names.values()):
        raise BadRecord("name", _("a name in at least one language is expected"))
    for language, name in names.items():
        setattr(vendor, f"name_{language}", name)
    for name, limit in (("city", 60), ("summary", 1000)):
        for language, text in read_words(record, name, limit=limit).items():
            setattr(vendor, f"{name}_{language}", text)
    vendor.founded_year = read_year(record, "founded")
    vendor.website_url = read_text(record, "website", limit=200)


def _read_product_words(page, slug, record):
    if slug in RESERVED_SLUGS:
        raise BadRecord("slug", _("“%(slug)s” is an address of the site") % {"slug": slug})
    names = read_words(record, "name", limit=200, languages=THREE)
    if not any(names.values()):
        raise BadRecord("name", _("a name in at least one language is expected"))
    for language, name in names.items():
        setattr(page, f"title_{language}", name)
    page.title = names["en"] or names["ko"] or names["zh"]
    for name, limit in (("tagline", 160), ("summary", 1000)):
        for language, text in read_words(record, name, limit=limit).items():
            setattr(page, f"{name}_{language}", text)
    page.highlights = _read_highlights(record)
    names = read_texts(record, "aliases", limit=120)
    page.other_names = [ProductAlias(name=name) for name in names]
    page.source = read_text(record, "source", limit=300)
    confidence = read_text(record, "confidence", limit=20)
    if confidence not in CONFIDENCES:
        raise BadRecord("confidence", _("“%(value)s” is not one of the choices") % {"value": confidence})
    page.is_confirmed = CONFIDENCES[confidence]
    for language in LANGUAGES:
        setattr(page, f"is_ready_{language.suffix}", not missing_words(page, language))
        confirm(page, language)


def _read_highlights(record):
    """Both languages' points, paired in order; the shorter list leaves its side empty."""
    value = record.get("highlights")
    if value is not None and not isinstance(value, dict):
        raise BadRecord("highlights", _("an object with %(names)s is expected") % {"names": "ko, zh"})
    sides = [
        read_texts(value or {}, language.suffix, limit=200, path=f"highlights.{language.suffix}")
        for language in LANGUAGES
    ]
    return [
        ProductHighlight(
            sort_order=order,
            text_ko=sides[0][order] if order < len(sides[0]) else "",
            text_zh=sides[1][order] if order < len(sides[1]) else "",
        )
        for order in range(max(map(len, sides)))
    ]


def _read_price(page, record):
    price = record.get("price")
    page.price_minimum = page.price_maximum = page.price_as_of_on = None
    page.price_currency = page.price_period = page.price_source = ""
    if price is None:
        return
    if not isinstance(price, dict):
        raise BadRecord("price", _("an object is expected"))
    _read_basis(page, price)
    page.price_source = read_text(price, "source", limit=300, path="price.source")
    page.price_as_of_on = read_partial_date(price, "asof", "price.asof")
    if price.get("amount") is None:
        return
    page.price_minimum = read_decimal(price["amount"], "price.amount").quantize(CENT)
    if price.get("amount_max") is not None:
        page.price_maximum = read_decimal(price["amount_max"], "price.amount_max").quantize(CENT)
    currency = price.get("currency")
    if currency not in page.Currency.values:
        raise BadRecord("price.currency", _("“%(value)s” is not a known currency") % {"value": currency})
    page.price_currency = currency
    if page.price_minimum <= 0:
        raise BadRecord("price.amount", _("a price is more than zero"))


def _read_basis(page, price):
    """The taxonomy's price basis says what the amount is, its period, or its tax."""
    basis = price.get("basis") or page.PriceBasis.LIST
    page.price_basis, page.is_tax_included = page.PriceBasis.LIST, None
    if basis in page.PriceBasis.values:
        page.price_basis = basis
    elif basis in page.PricePeriod.values:
        page.price_period = basis
    elif basis in ("vat_included", "vat_excluded"):
        page.is_tax_included = basis == "vat_included"
    elif basis != "on_request":
        raise BadRecord("price.basis", _("“%(value)s” is not in the taxonomy") % {"value": basis})


def _slug_of(record):
    """What to call a record in a report, even one without a usable slug."""
    slug = record.get("slug") if isinstance(record, dict) else None
    return slug[:80] if isinstance(slug, str) and slug else "–"
