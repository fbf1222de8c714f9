"""One product of a catalogue file -> a ProductPage with its rows, unsaved."""

import datetime

from django.utils.translation import gettext as _

from catalog.listing.slugs import RESERVED_SLUGS
from catalog.listing.terms import KnownTerms
from catalog.models import ProductAlias, ProductHighlight, ProductPage, ProductSpec
from catalog.translation import confirm, missing_words
from center_site.languages import LANGUAGES

from .prices import read_price
from .records import (
    BadRecord,
    fingerprint,
    pick,
    read_list,
    read_places,
    read_text,
    read_texts,
    read_words,
    read_year,
    shown,
)
from .spec_values import read_spec_value

CONFIDENCES = {"": True, "high": True, "medium": False, "low": False}


def read_product(page: ProductPage, slug: str, record: dict, known: KnownTerms) -> None:
    """Write a product record's values into `page`. Raises BadRecord.

    Pictures, exhibit places, certificates and whatever else a file does not hold stay.
    """
    if slug in RESERVED_SLUGS:
        raise BadRecord("slug", _("“%(slug)s” is an address of the site") % {"slug": slug})
    page.slug = slug
    page.source_hash = fingerprint(record)
    page.source = read_text(record, "source", limit=300)
    page.is_confirmed = _read_confidence(record)
    _read_classes(page, record, known)
    _read_words(page, record)
    page.specs = _read_specs(page, record, known)
    read_price(page, record)
    year = read_year(record, "year")
    page.released_on = datetime.date(year, 1, 1) if year else None
    page.release_precision = page.ReleasePrecision.YEAR


def _read_confidence(record):
    confidence = read_text(record, "confidence", limit=20)
    if confidence not in CONFIDENCES:
        raise BadRecord(
            "confidence", _("“%(value)s” is not one of the choices") % {"value": shown(confidence)}
        )
    return CONFIDENCES[confidence]


def _read_classes(page, record, known):
    """Vendor, field, family and the other taxonomy terms."""
    vendor = read_text(record, "vendor", limit=100)
    if vendor not in known.vendors:
        raise BadRecord("vendor", _("there is no company “%(slug)s”") % {"slug": shown(vendor)})
    page.vendor = known.vendors[vendor]
    page.origin_country = page.vendor.country_code
    page.field = pick(known.fields, record.get("field"), "field")
    page.family = pick(known.families, record.get("family"), "family")
    availability = record.get("availability")
    page.availability = (
        None if availability is None else pick(known.availabilities, availability, "availability")
    )
    for name, terms in (("applications", known.applications), ("industries", known.industries)):
        keys = read_list(record, name)
        picked = [pick(terms, key, f"{name}[{index}]") for index, key in enumerate(keys)]
        setattr(page, name, list(dict.fromkeys(picked)))


def _read_words(page, record):
    names = read_words(record, "name", limit=200, languages=("ko", "zh", "en"))
    if not any(names.values()):
        raise BadRecord("name", _("a name in at least one language is expected"))
    for language, name in names.items():
        setattr(page, f"title_{language}", name)
    page.title = names["en"] or names["ko"] or names["zh"]
    for name, limit in (("tagline", 160), ("summary", 1000)):
        for language, text in read_words(record, name, limit=limit).items():
            setattr(page, f"{name}_{language}", text)
    page.highlights = _read_highlights(record)
    aliases = read_texts(record, "aliases", limit=120)
    page.other_names = [ProductAlias(name=name) for name in aliases]
    for language in LANGUAGES:
        setattr(page, f"is_ready_{language.suffix}", not missing_words(page, language))
        confirm(page, language)


def _read_highlights(record):
    """Both languages' points, paired by their place; the shorter list leaves its side empty."""
    value = record.get("highlights")
    if value is None:
        return []
    if not isinstance(value, dict):
        raise BadRecord(
            "highlights", _("an object with %(names)s is expected") % {"names": "ko, zh"}
        )
    korean, chinese = (
        read_places(value, language.suffix, limit=200, path=f"highlights.{language.suffix}")
        for language in LANGUAGES
    )
    longest = max(len(korean), len(chinese))
    korean += [""] * (longest - len(korean))
    chinese += [""] * (longest - len(chinese))
    pairs = [pair for pair in zip(korean, chinese, strict=True) if any(pair)]
    return [
        ProductHighlight(sort_order=order, text_ko=ko, text_zh=zh)
        for order, (ko, zh) in enumerate(pairs)
    ]


def _read_specs(page, record, known):
    specs = {}
    for index, entry in enumerate(read_list(record, "specs")):
        path = f"specs[{index}]"
        if not isinstance(entry, dict):
            raise BadRecord(path, _("an object is expected"))
        key = pick(known.spec_keys, entry.get("key"), f"{path}.key")
        if key.pk in specs:
            raise BadRecord(f"{path}.key", _("“%(key)s” stands there twice") % {"key": key.key})
        specs[key.pk] = ProductSpec(
            spec_key=key,
            source=read_text(entry, "source", limit=300, path=f"{path}.source"),
            is_confirmed=page.is_confirmed,
            **read_spec_value(key, entry, path),
        )
    return list(specs.values())
