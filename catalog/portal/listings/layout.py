"""How the listing form is laid out: sections, and which fields stand side by side."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.listing.certificates import MOST, CertificateRow
from catalog.listing.labels import field_label
from catalog.listing.spec_rows import PlacedRow
from center_site.languages import LANGUAGES


def _pair(name):
    return tuple(f"{name}_{language.suffix}" for language in LANGUAGES)


WORDS = [
    _pair("title"),
    ("title_en",),
    _pair("tagline"),
    _pair("summary"),
    _pair("highlights"),
    _pair("body"),
    _pair("regulatory_note"),
    ("aliases",),
]
CLASSES = [
    ("family", "origin_country", "availability"),
    ("release", "hs_code"),
    ("applications",),
    ("industries",),
]
PRICE = [
    ("price_kind",),
    ("price_currency", "price_minimum", "price_maximum"),
    ("price_basis", "price_period", "is_tax_included", "price_valid_until_on"),
    ("lead_time_days", "minimum_order_quantity", "warranty_months", "after_sales_country"),
]
SECTIONS = {
    "words": pgettext_lazy("section of a form", "Words"),
    "classes": _("What it is"),
    "specs": _("Figures"),
    "price": _("Price and terms"),
    "certificates": _("Certificates"),
    "pictures": _("Pictures"),
    "documents": _("Documents"),
    "videos": _("Videos"),
}
ROWS = {"summary": 4, "highlights": 4, "body": 8, "regulatory_note": 3, "aliases": 3}
HELP = {
    "highlights": _("One point a line. The same line in both languages is the same point."),
    "body": _("Leave an empty line between paragraphs."),
    "aliases": _("One a line."),
    "regulatory_note": _("For example a filing number, an AI label or an export note."),
}


@dataclass
class Entry:
    """One field with the language of its words and what the reviewer said about it."""

    field: BoundField
    lang: str = ""
    remarks: list = field(default_factory=list)


@dataclass
class Layout:
    """The form's sections as templates read them."""

    words: list
    classes: list
    specs: list
    price: list
    certificates: list
    spare_certificate: CertificateRow
    general_remarks: list


def lay_out(form, remarks):
    """The form in sections, with the open remarks of reviewers beside their fields."""
    by_field = defaultdict(list)
    for remark in remarks:
        by_field[remark.field].append(remark)
    _fit(form)
    sections = {
        name: [[_entry(form[field], by_field) for field in row] for row in rows]
        for name, rows in (("words", WORDS), ("classes", CLASSES), ("price", PRICE))
    }
    certificates, spare = _certificates(form, by_field)
    layout = Layout(
        **sections,
        specs=_specs(form, by_field),
        certificates=certificates,
        spare_certificate=spare,
        general_remarks=[],
    )
    # What is said about files, or about a row that is no longer there, stands at the top.
    layout.general_remarks = [remark for left in by_field.values() for remark in left]
    return layout


def _fit(form):
    """The sizes and explanations that only a screen needs."""
    for name, bound in form.fields.items():
        stem = name.rpartition("_")[0] if name.endswith(("_ko", "_zh")) else name
        if stem in ROWS:
            bound.widget.attrs["rows"] = ROWS[stem]
        bound.help_text = bound.help_text or HELP.get(stem, "")


def _entry(bound, by_field):
    name = bound.html_name
    lang = next(
        (language.html_lang for language in LANGUAGES if name.endswith(f"_{language.suffix}")), ""
    )
    return Entry(field=bound, lang=lang, remarks=by_field.pop(name, []))


def _specs(form, by_field):
    family = str(form["family"].value() or "")
    rows = [PlacedRow(row, family) for row in form.spec_rows.values()]
    for placed in rows:
        names = map(placed.row.add_prefix, placed.row.fields)
        placed.remarks = [remark for name in names for remark in by_field.pop(name, [])]
    return sorted(rows, key=lambda placed: placed.place)


def _certificates(form, by_field):
    """[(row, its entries)] of those that are filled and an empty one; and one to copy."""
    after = form.certificates[-1].place + 1 if form.certificates else 0
    rows = [*form.certificates]
    if after < MOST:
        rows.append(CertificateRow({}, place=after, marks=form.terms.marks))
    entries = [[_entry(bound, by_field) for bound in row] for row in rows]
    return entries, CertificateRow({}, place=MOST, marks=form.terms.marks)


def mistakes(form, file_forms=()):
    """[(id of the input, label, message)] of everything that is wrong, in the form's order."""
    found = [(f"id_{name}", field_label(name), errors) for name, errors in form.errors.items()]
    for file_form in file_forms:
        found += [
            (file_form[name].auto_id, f"{file_form.upload}: {file_form[name].label}", errors)
            for name, errors in file_form.errors.items()
        ]
    return [(target, label, message) for target, label, errors in found for message in errors]
