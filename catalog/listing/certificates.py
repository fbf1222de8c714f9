"""The certificates of a listing as rows of its form."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.models import ProductCertificate

from .fields import DayField, TermField, WordsField
from .labels import CERTIFICATE_LABELS as LABELS

MOST = 20
NAME = re.compile(r"certificate-(\d{1,2})-(mark|number|holder|model|issued_on|expires_on)")
# Whoever changes one of these has another certificate, which nobody has checked yet.
CHECKED = ("holder", "model", "issued_on", "expires_on")


class CertificateRow(forms.Form):
    """One certificate; empty when nothing is given, and then nothing is stored."""

    number = WordsField(label=LABELS["number"], max_length=80)
    holder = WordsField(label=LABELS["holder"], max_length=120)
    model = WordsField(label=LABELS["model"], max_length=120)
    issued_on = DayField(label=LABELS["issued_on"])
    expires_on = DayField(label=LABELS["expires_on"])

    def __init__(self, data, *, place, marks):
        super().__init__(data, prefix=f"certificate-{place}")
        self.place = place
        self.fields = {"mark": TermField(marks, label=LABELS["mark"]), **self.fields}

    @property
    def is_filled(self):
        return any((self[name].value() or "").strip() for name in self.fields)

    def clean(self):
        cleaned = super().clean()
        if self.is_filled and not cleaned.get("mark") and "mark" not in self._errors:
            self.add_error("mark", forms.ValidationError(_("Choose the mark."), code="required"))
        issued, expires = cleaned.get("issued_on"), cleaned.get("expires_on")
        if issued and expires and expires < issued:
            self.add_error(
                "expires_on",
                forms.ValidationError(
                    _("A certificate does not expire before it is issued."), code="order"
                ),
            )
        return cleaned

    @property
    def identity(self):
        return self.cleaned_data.get("mark"), self.cleaned_data.get("number", "")

    def to_certificate(self, known):
        """The row as a ProductCertificate. What editors have checked of one in `known`
        ({(mark's pk, number): certificate}) holds as long as the company leaves it as it was.
        """
        mark, number = self.identity
        if mark is None:
            return None
        values = {name: self.cleaned_data.get(name) for name in CHECKED}
        values |= {name: values[name] or "" for name in ("holder", "model")}
        item = known.get((mark.pk, number)) or ProductCertificate(mark=mark, number=number)
        if any(getattr(item, name) != value for name, value in values.items()):
            item.checked_by, item.checked_on = "", None
        for name, value in values.items():
            setattr(item, name, value)
        return item


def certificate_rows(data, marks, *, spare=0):
    """The rows that the data fills, and `spare` empty ones after the last of them."""
    filled = {int(found[1]) for name in data if (found := NAME.fullmatch(name)) and data[name]}
    places = sorted(place for place in filled if place < MOST)
    after = places[-1] + 1 if places else 0
    places += range(after, min(after + spare, MOST))
    return [CertificateRow(data, place=place, marks=marks) for place in places]


def refuse_repeats(rows):
    """Add a mistake to every row that repeats the mark and number of one before it."""
    seen = set()
    for row in rows:
        if row.identity in seen and row.identity[0]:
            row.add_error(
                "number",
                forms.ValidationError(_("This certificate stands here twice."), code="repeated"),
            )
        seen.add(row.identity)


def read_certificates(page):
    """The page's certificates as form data."""
    data = {}
    for place, item in enumerate(page.certificates.all()):
        values = {"mark": item.mark.key, **{name: getattr(item, name) for name in CHECKED}}
        values["number"] = item.number
        for name, value in values.items():
            data[f"certificate-{place}-{name}"] = str(value or "")
    return data
