"""The specs of a product as one row per spec key, whichever family it has.

Every key of every family has a row, so that choosing another family shows its rows at
once and hides the others without losing what was typed in them; only rows that the chosen
family offers, or that hold a value, are shown.
"""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from catalog.listing.spec_rows import SpecRow, all_keys


class EditorSpecRow(SpecRow):
    """One spec of the product, and whether the editor holds it for confirmed."""

    is_confirmed = forms.BooleanField(label=_("Confirmed"), required=False, initial=True)

    def to_spec(self):
        """The ProductSpec that the valid row states, or None for an empty row.

        A row that was not sent stays as it is.
        """
        if not self.is_posted:
            return self.spec
        spec = self.write_to(self.spec)
        if spec:
            spec.is_confirmed = self.cleaned_data["is_confirmed"]
        return spec


class SpecRows:
    """All rows of one product's form: bound when `data` is given."""

    def __init__(self, page, data=None):
        self.page = page
        self.data = data
        self.specs = {spec.spec_key_id: spec for spec in page.specs.all()}

    @cached_property
    def keys(self):
        return all_keys()

    @cached_property
    def rows(self):
        return [
            EditorSpecRow(key, self.data, self.specs.get(key.pk))
            for key in self.keys
            if key.pk in self.specs or key.family_specs.all()
        ]

    @cached_property
    def posted(self):
        return [row for row in self.rows if row.is_posted]

    def is_valid(self):
        # A list, not a generator: every row shows its own mistake at once.
        return all([row.is_valid() for row in self.posted])

    def has_changed(self):
        return any(row.has_changed() for row in self.posted)

    def write(self):
        """Give the page the specs that the valid rows state. Nothing is saved."""
        self.page.specs = [spec for row in self.rows if (spec := row.to_spec())]
