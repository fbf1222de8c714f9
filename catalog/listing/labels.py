"""What each entry of the listing form is called, for the form, comments and comparisons."""

import re

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import SpecKey, UploadedFile

LABELS = {
    "title_ko": _("Name (Korean)"),
    "title_zh": _("Name (Chinese)"),
    "title_en": _("Model name in Latin letters"),
    "tagline_ko": _("One line about it (Korean)"),
    "tagline_zh": _("One line about it (Chinese)"),
    "summary_ko": _("Summary (Korean)"),
    "summary_zh": _("Summary (Chinese)"),
    "highlights_ko": _("Highlights (Korean)"),
    "highlights_zh": _("Highlights (Chinese)"),
    "body_ko": _("Longer text (Korean)"),
    "body_zh": _("Longer text (Chinese)"),
    "regulatory_note_ko": _("Regulatory note (Korean)"),
    "regulatory_note_zh": _("Regulatory note (Chinese)"),
    "aliases": _("Other names that people search for"),
    "family": _("Family"),
    "applications": _("Applications"),
    "industries": _("Industries"),
    "origin_country": _("Country of origin"),
    "hs_code": _("HS code"),
    "release": _("Released"),
    "price_kind": _("Price"),
    "price_currency": _("Currency"),
    "price_minimum": _("Price, or lowest price"),
    "price_maximum": _("Highest price, if it is a range"),
    "price_basis": _("Kind of price"),
    "price_period": _("Per"),
    "is_tax_included": _("Tax"),
    "price_valid_until_on": _("Price valid until"),
    "availability": _("Availability"),
    "lead_time_days": _("Lead time (days)"),
    "minimum_order_quantity": _("Minimum order quantity"),
    "warranty_months": _("Warranty (months)"),
    "after_sales_country": _("After-sales service in"),
    "pictures": _("Pictures"),
    "documents": _("Documents"),
    "videos": _("Videos"),
}
CERTIFICATE_LABELS = {
    "mark": pgettext_lazy("certificate", "Mark"),
    "number": pgettext_lazy("certificate", "Number"),
    "holder": pgettext_lazy("certificate", "Holder"),
    "model": pgettext_lazy("certificate", "Model"),
    "issued_on": pgettext_lazy("certificate", "Issued"),
    "expires_on": pgettext_lazy("certificate", "Expires"),
}
SPEC_LABELS = {
    "minimum": _("Minimum"),
    "maximum": _("Maximum"),
    "source": _("Source"),
}
UPLOAD_LABELS = {
    "alt_ko": _("Description of the picture (Korean)"),
    "alt_zh": _("Description of the picture (Chinese)"),
    "caption_ko": _("Caption (Korean)"),
    "caption_zh": _("Caption (Chinese)"),
}
SPEC = re.compile(r"spec-(?P<key>\w+)-(?P<part>\w+)")
CERTIFICATE = re.compile(r"certificate-(?P<number>\d+)-(?P<part>\w+)")
UPLOAD = re.compile(r"upload-(?P<pk>[0-9a-f-]{36})-(?P<part>\w+)")


def field_label(name: str) -> str:
    """What the reader calls the field of this HTML name; the name itself for an unknown one."""
    return field_labels([name])[name]


def field_labels(names) -> dict:
    """{name: label} of many fields, in two queries at most."""
    names = list(names)
    keys = {found["key"] for name in names if (found := SPEC.fullmatch(name))}
    files = {found["pk"] for name in names if (found := UPLOAD.fullmatch(name))}
    known = {
        "specs": SpecKey.objects.in_bulk(keys, field_name="key") if keys else {},
        "files": UploadedFile.objects.in_bulk(files) if files else {},
    }
    return {name: _label(name, **known) for name in names}


def _label(name, specs, files):
    if name in LABELS:
        return str(LABELS[name])
    if found := SPEC.fullmatch(name):
        return _spec_label(specs.get(found["key"]), found["part"], name)
    if found := CERTIFICATE.fullmatch(name):
        part = str(CERTIFICATE_LABELS.get(found["part"], found["part"]))
        number = int(found["number"]) + 1
        return translate("Certificate %(number)d: %(part)s") % {"number": number, "part": part}
    if found := UPLOAD.fullmatch(name):
        named = {str(pk): file.original_name for pk, file in files.items()}
        part = str(UPLOAD_LABELS.get(found["part"], found["part"]))
        return f"{named.get(found['pk'], '–')}: {part}"
    return name


def _spec_label(key, part, name):
    if key is None:
        return name
    needs_part = part == "source" or (part in SPEC_LABELS and key.value_type == "range")
    return f"{key.name.text}: {SPEC_LABELS[part]}" if needs_part else key.name.text
