"""One company of a catalogue file -> the columns of a Vendor."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from catalog.models import Vendor
from catalog.models.vendors import Country

from .records import BadRecord, fingerprint, read_text, read_words, read_year, shown

is_web_address = URLValidator(schemes=["http", "https"])


def read_vendor(vendor: Vendor, slug: str, record: dict) -> None:
    """Write a company record's values into `vendor`, unsaved. Raises BadRecord."""
    vendor.slug = slug
    vendor.source_hash = fingerprint(record)
    country = record.get("country")
    if country not in Country.values:
        raise BadRecord(
            "country", _("“%(value)s” is neither KR nor CN") % {"value": shown(country)}
        )
    vendor.country_code = country
    names = read_words(record, "name", limit=120, languages=("ko", "zh", "en"))
    if not any(names.values()):
        raise BadRecord("name", _("a name in at least one language is expected"))
    for language, name in names.items():
        setattr(vendor, f"name_{language}", name)
    for name, limit in (("city", 60), ("summary", 1000)):
        for language, text in read_words(record, name, limit=limit).items():
            setattr(vendor, f"{name}_{language}", text)
    vendor.founded_year = read_year(record, "founded")
    vendor.website_url = _read_website(record)


def _read_website(record):
    address = read_text(record, "website", limit=200)
    try:
        if address:
            is_web_address(address)
    except ValidationError:
        raise BadRecord(
            "website", _("“%(value)s” is not a web address") % {"value": shown(address)}
        ) from None
    return address
