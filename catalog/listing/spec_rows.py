"""One spec of a product's form, whoever fills it in.

Rows are named by their key, not numbered: a form posted from a stale tab, by autosave or
after a change of family can never write one key's value into another's row.
"""

from django import forms
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from catalog.models import FamilySpec, ProductSpec, SpecKey
from center_site.languages import current_language

from .spec_fields import SpecChoiceField, SpecFlagField, SpecNumberField

VALUES = {"minimum": None, "maximum": None, "choice": None, "flag": None, "text": ""}


def all_keys():
    """Every spec key with its choices and the families that offer it: three queries."""
    return list(
        SpecKey.objects.prefetch_related(
            "choices",
            Prefetch(
                "family_specs",
                FamilySpec.objects.select_related("family").order_by("sort_order", "pk"),
            ),
        )
    )


class SpecRow(forms.Form):
    """One spec. Empty when no value is given; then nothing is stored."""

    source = forms.CharField(label=_("Source"), max_length=300, required=False)

    def __init__(self, spec_key, data, spec=None):
        self.spec_key = spec_key
        self.spec = spec
        initial = (
            {name: getattr(spec, name) for name in (*VALUES, *self.base_fields)} if spec else {}
        )
        super().__init__(data, prefix=f"spec-{spec_key.key}", initial=initial)
        self.fields = {**self.value_fields(), **self.fields}
        for name, field in self.fields.items():
            field.widget.attrs["aria-label"] = f"{spec_key}: {field.label}"
            field.widget.attrs["data-spec-input"] = name

    def value_fields(self):
        """The inputs of the key's type."""
        types = self.spec_key.ValueType
        kind = self.spec_key.value_type
        if kind == types.CHOICE:
            return {"choice": SpecChoiceField(spec_key=self.spec_key, label=_("Value"))}
        if kind == types.BOOLEAN:
            return {"flag": SpecFlagField(label=_("Value"))}
        if kind == types.TEXT:
            return {"text": forms.CharField(label=_("Value"), max_length=200, required=False)}
        if kind == types.RANGE or self.has_two_ends:
            return {
                "minimum": SpecNumberField(spec_key=self.spec_key, label=_("Minimum")),
                "maximum": SpecNumberField(spec_key=self.spec_key, label=_("Maximum")),
            }
        return {"minimum": SpecNumberField(spec_key=self.spec_key, label=_("Value"))}

    @property
    def has_two_ends(self):
        """Whether a number is stored or sent as a range: then it keeps both ends."""
        if self.is_bound and self.add_prefix("maximum") in self.data:
            return True
        return self.spec is not None and self.spec.minimum != self.spec.maximum

    @property
    def value_names(self):
        return [name for name in VALUES if name in self.fields]

    @property
    def value_inputs(self):
        return [self[name] for name in self.value_names]

    @property
    def is_posted(self):
        """Whether the form that was sent had this row."""
        return self.is_bound and any(
            self.add_prefix(name) in self.data for name in self.value_names
        )

    @property
    def is_filled(self):
        """Whether there is anything in the row, valid or not."""
        return any(field.value() not in (None, "") for field in self.value_inputs)

    @property
    def unit(self):
        suffix = current_language().suffix
        return getattr(self.spec_key, f"unit_{suffix}") or self.spec_key.unit

    def clean(self):
        cleaned = super().clean()
        minimum, maximum = cleaned.get("minimum"), cleaned.get("maximum")
        if minimum is not None and maximum is not None and minimum > maximum:
            self.add_error("maximum", _("The maximum is not below the minimum."))
        if cleaned.get("source") and not self.is_filled:
            self.add_error(self.value_names[0], _("Give the value that this source states."))
        return cleaned

    def write_to(self, spec):
        """Give `spec` (a new one for None) the row's valid values; None for an empty row."""
        values = {**VALUES, **{name: self.cleaned_data[name] for name in self.value_names}}
        if values == VALUES:
            return None
        if self.spec_key.is_numeric and "maximum" not in self.fields:
            values["maximum"] = values["minimum"]
        spec = spec or ProductSpec(spec_key=self.spec_key)
        for name, value in values.items():
            setattr(spec, name, value)
        spec.source = self.cleaned_data["source"]
        return spec


class PlacedRow:
    """A row as one family offers it; the browser does the same when the family changes."""

    def __init__(self, row, family):
        offers = {self.family_name(offer): offer for offer in row.spec_key.family_specs.all()}
        self.row = row
        self.places = {name: offer.sort_order for name, offer in offers.items()}
        self.required_by = [name for name, offer in offers.items() if offer.is_required]
        self.is_offered = family in offers
        self.is_required = family in self.required_by
        self.is_shown = self.is_offered or row.is_filled
        self.place = (not self.is_offered, self.places.get(family, 0))

    def family_name(self, offer):
        """What the form's select calls the family."""
        return offer.family.key
