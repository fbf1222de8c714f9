"""What the report says of a row, in the reader's language."""

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from catalog.models import CertificationMark, SpecKey

REASONS = {
    "missing_required": _("The company or the name of the product is missing."),
    "duplicate_row": _("The same product of the same company stands in row %(detail)s already."),
    "duplicate_conflict": _(
        "Row %(detail)s is the same product with other values. Keep the one that is right."
    ),
    "unknown_vendor": _("No registered company has this name."),
    "foreign_vendor": _("The row is of another company; a sheet can only list your own products."),
    "unknown_family": _("The catalogue has no such category of products."),
    "formula_injection": _("A formula stands where a text must be. Type the text itself."),
    "cell_too_long": _("A cell has more than 10,000 characters."),
    "invalid_business_number": _("The registration number is not right: its check digit differs."),
}
SKIPS = {
    "title_row": _("Title"),
    "blank_row": _("Blank row"),
    "section_row": _("Heading of a group"),
    "example_row": _("Example of the form"),
    "total_row": _("Total"),
    "note_row": pgettext_lazy("row of a sheet", "Note"),
}
WARNINGS = {
    "approximate": _("%(detail)s is given as approximate; the figure itself was taken."),
    "minimum": _("%(detail)s is given as a minimum."),
    "maximum": _("%(detail)s is given as a maximum."),
    "missing_translation": _("Not given: %(detail)s. It can be added before you submit."),
    "vendor_name_variant": _("The company's name is written differently from the registered one."),
    "vendor_from_merged_cell": _("The company was taken from a merged cell above."),
    "vendor_country_conflict": _("The country differs from the company's registered one."),
    "vat_conflicts_with_header": _(
        "The cell says something else about VAT than the header; the cell was followed."
    ),
    "currency_conflicts_with_header": _(
        "The cell names another currency than the header; the cell was followed."
    ),
    "currency_assumed": _(
        "No currency is named, so the one usual in the sheet's language was taken."
    ),
    "field_conflicts_with_family": _(
        "The strategic field does not go with the category; the category was followed."
    ),
    "family_from_catalogue": _("The category was taken from the product already in the catalogue."),
    "missing_family": _("The category is missing. Choose it before you submit."),
    "unread_price": _("The price could not be read and was left out."),
    "price_free": _("Free of charge is not a price here; it was left out."),
    "unread_release": _("The release date could not be read and was left out."),
    "unread_spec": _("This part of the specifications could not be understood: %(detail)s"),
    "unread": _("The cell could not be understood and was left out: %(detail)s"),
    "unknown_certification": _("The catalogue has no such mark: %(detail)s"),
    "certification_pending": _("%(detail)s is not held yet, so it was left out."),
    "formula_ignored": _("A formula was left out; only values and texts are read."),
    "text_too_long": _("The text is longer than the form takes; please shorten it: %(detail)s"),
}
COLUMNS = {
    "vendor.name": _("Company"),
    "name": _("Product name"),
    "name.ko": _("Product name (Korean)"),
    "name.zh": _("Product name (Chinese)"),
    "tagline.ko": _("Tagline (Korean)"),
    "tagline.zh": _("Tagline (Chinese)"),
    "summary.ko": _("Summary (Korean)"),
    "summary.zh": _("Summary (Chinese)"),
    "price": _("Price"),
    "release": _("Release date"),
    "website": _("Website"),
    "availability": _("Availability"),
    "industries": _("Industries"),
    "hs_code": _("HS code"),
    "minimum_order_quantity": _("Minimum order quantity"),
}


class Explaining:
    """Sentences for codes; the names of spec keys and marks are read once."""

    def __init__(self):
        self.names = {
            key.key: key for key in [*SpecKey.objects.all(), *CertificationMark.objects.all()]
        }

    def row(self, record: dict, kind: str) -> list[tuple[str, str]]:
        """[(address, sentence)] of one row of the report."""
        number = record.get("row", record.get("record"))
        if record["action"] == "skip":
            return [("", str(SKIPS.get(record["reason"], record["reason"])))]
        if record["action"] == "reject":
            said = [
                (self._place(record, kind, code), self.reason(code, record))
                for code in reasons(record)
            ]
            return [item for item in said if item[1]] or [(str(number), record["reason"])]
        return [
            (self._place(record, kind, code), self.warning(code)) for code in record["warnings"]
        ]

    def reason(self, code, record):
        fields = [str(COLUMNS.get(name, name)) for name in record.get("fields", ())]
        text = str(REASONS.get(code, code)) % {"detail": record.get("duplicate_of", "")}
        if code == "missing_required" and fields:
            return gettext("Missing: %(fields)s") % {"fields": ", ".join(fields)}
        if code == "duplicate_conflict" and fields:
            return gettext("%(reason)s Different: %(fields)s") % {
                "reason": text,
                "fields": ", ".join(self._named(name) for name in record["fields"]),
            }
        return text

    def warning(self, code: str) -> str:
        name, _colon, detail = code.partition(":")
        return str(WARNINGS.get(name, code)) % {"detail": self._named(detail)}

    def _named(self, detail):
        if detail in self.names:
            return self.names[detail].name.text
        return str(COLUMNS.get(detail, detail))

    def _place(self, record, kind, code):
        return address(record, kind, code)


def reasons(record) -> list[str]:
    """What to say of a rejected row; that a company is another one says that it is known."""
    found = [record["reason"], *record.get("also", ())]
    return [code for code in found if code != "unknown_vendor" or "foreign_vendor" not in found]


def address(record: dict, kind: str, code: str) -> str:
    """Where in the file: `N9`, or the record and its column."""
    cells = record.get("cells", {})
    column = cells.get(code) or next(
        (name for found, name in cells.items() if found.startswith(f"{code}:")), ""
    )
    if kind == "xlsx":
        return f"{column}{record['row']}"
    if not column:
        return str(record.get("record", ""))
    return gettext("%(record)s, “%(column)s”") % {
        "record": record.get("record", ""),
        "column": " ".join(column.split()),
    }
