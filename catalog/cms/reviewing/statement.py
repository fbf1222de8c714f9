"""Everything a company states of a product, as reviewers read it: beside what is public now."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.listing.form import ListingForm
from catalog.listing.labels import LABELS
from catalog.listing.pages import read_data
from catalog.listing.terms import KnownTerms
from catalog.models import ProductPage
from center_site.dates import format_day
from center_site.languages import LANGUAGES, current_language

WORDS = {
    "title": _("Name"),
    "tagline": _("One line about it"),
    "summary": _("Summary"),
    "highlights": _("Highlights"),
    "body": _("Longer text"),
    "regulatory_note": _("Regulatory note"),
}
KIND = ("title_en", "aliases", "family", "applications", "industries", "origin_country")
KIND += ("hs_code", "release", "availability")
PRICE = ("price_kind", "price_basis", "is_tax_included", "price_valid_until_on")
PRICE += ("lead_time_days", "minimum_order_quantity", "warranty_months", "after_sales_country")


@dataclass
class Cell:
    """One field as it would be published, what is public now, and what was said about it."""

    name: str
    label: str
    now: str
    before: str = ""
    lang: str = ""
    is_changed: bool = False
    comments: list = field(default_factory=list)
    box: object = None


@dataclass
class Row:
    """A field of facts, or the same words in both languages beside each other."""

    label: str
    cells: list[Cell]


@dataclass
class Group:
    heading: str
    rows: list[Row]

    @property
    def is_bilingual(self):
        return bool(self.rows) and len(self.rows[0].cells) > 1


def statement_of(page: ProductPage, live: ProductPage | None) -> list[Group]:
    """Groups of rows. Without a public version nothing counts as changed."""
    terms = KnownTerms()
    now = Description(page, terms)
    before = Description(live, terms) if live else None
    groups = [
        Group(
            pgettext_lazy("tab of a form", "Words"),
            [_word_row(name, label, now, before) for name, label in WORDS.items()],
        ),
        Group(pgettext_lazy("group of facts", "Product"), _rows(KIND, now, before)),
        Group(_("Price and terms"), _rows(PRICE, now, before)),
        Group(_("Specifications"), _rows(_names(now, before, "spec-"), now, before)),
        Group(_("Certificates"), _rows(_names(now, before, "certificate-"), now, before)),
    ]
    return [group for group in groups if group.rows]


def cells_of(groups):
    return [cell for group in groups for row in group.rows for cell in row.cells]


def _word_row(name, label, now, before):
    cells = []
    for language in LANGUAGES:
        cell = _cell(f"{name}_{language.suffix}", now, before)
        cell.lang = language.html_lang
        cells.append(cell)
    return Row(label, cells)


def _rows(names, now, before):
    cells = [_cell(name, now, before) for name in names]
    return [Row(cell.label, [cell]) for cell in cells if cell.now or cell.before]


def _cell(name, now, before):
    text = now.texts.get(name, "")
    earlier = before.texts.get(name, "") if before else ""
    label = now.labels.get(name) or (before.labels.get(name) if before else "")
    return Cell(
        name=name,
        label=str(label or LABELS.get(name, name)),
        now=text,
        before=earlier,
        is_changed=before is not None and text != earlier,
    )


def _names(now, before, prefix):
    names = [name for name in now.texts if name.startswith(prefix)]
    earlier = [name for name in (before.texts if before else ()) if name.startswith(prefix)]
    return dict.fromkeys([*names, *earlier])


class Description:
    """One version of a page: {field name: text in the reader's language}, and further labels."""

    def __init__(self, page, terms):
        self.page = page
        self.labels = {}
        data = read_data(page)
        form = ListingForm(data, vendor=page.vendor, language=current_language(), terms=terms)
        self.texts = {name: _text(form.fields[name], data.get(name)) for name in form.fields}
        self._add_price()
        self.texts["release"] = page.release
        self._add_specs()
        self._add_certificates()

    def _add_price(self):
        price = self.page.price
        self.texts["price_kind"] = str(pgettext_lazy("price", "On request"))
        if price:
            parts = [price.amount, price.period, price.tax]
            self.texts["price_kind"] = " · ".join(filter(None, parts))
        else:
            self.texts |= {"price_basis": "", "is_tax_included": ""}

    def _add_specs(self):
        for spec in self.page.specs.all():
            name = f"spec-{spec.spec_key.key}-{_part(spec)}"
            self.labels[name] = spec.spec_key.name.text
            self.texts[name] = " · ".join(filter(None, [str(spec.value), spec.source]))

    def _add_certificates(self):
        for place, item in enumerate(self.page.certificates.all()):
            name = f"certificate-{place}-mark"
            self.labels[name] = item.mark.name.text
            days = [format_day(day) if day else "" for day in (item.issued_on, item.expires_on)]
            period = " – ".join(days) if any(days) else ""
            parts = [item.mark.name.text, item.number, item.holder, item.model, period]
            self.texts[name] = " · ".join(filter(None, parts))


def _part(spec):
    if spec.choice_id:
        return "choice"
    if spec.flag is not None:
        return "flag"
    return "text" if spec.text else "minimum"


def _text(field, value):
    """What was entered, with the names of what was chosen."""
    names = dict(_flat(getattr(field, "choices", ())))
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(names.get(one, one)) for one in values if one not in (None, ""))


def _flat(choices):
    for key, name in choices:
        if isinstance(name, (list, tuple)):
            yield from name
        else:
            yield key, name
