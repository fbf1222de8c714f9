"""The form of a product page: words in two languages, facts, specs by family."""

from itertools import groupby

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from catalog.models import Family
from catalog.translation import follow_edit, sides
from center_site.languages import LANGUAGES

from .spec_rows import SpecRows


class ProductPageForm(WagtailAdminPageForm):
    """Adds the rows of specs, and settles which language the edit leaves out of date."""

    confirm_ko = forms.BooleanField(
        label=_("Korean still says the same as Chinese"),
        required=False,
        help_text=_("Tick it when the Chinese was changed and the Korean need not follow."),
    )
    confirm_zh = forms.BooleanField(
        label=_("Chinese still says the same as Korean"),
        required=False,
        help_text=_("Tick it when the Korean was changed and the Chinese need not follow."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sides_before = sides(self.instance)
        self.spec_rows = SpecRows(self.instance, self.data if self.is_bound else None)
        if "family" in self.fields:
            self.fields["family"].choices = _families_by_field()

    def is_valid(self):
        # Both are asked, so that every mistake shows at once.
        return all([super().is_valid(), self.spec_rows.is_valid()])

    def has_changed(self):
        return super().has_changed() or self.spec_rows.has_changed()

    def clean(self):
        cleaned = super().clean()
        minimum, maximum = cleaned.get("price_minimum"), cleaned.get("price_maximum")
        if minimum is not None and minimum <= 0:
            self.add_error("price_minimum", _("A price is more than zero."))
        elif maximum is not None and minimum is None:
            self.add_error("price_minimum", _("Give the lowest price too."))
        elif maximum is not None and maximum < minimum:
            self.add_error("price_maximum", _("The highest price is not below the lowest."))
        if minimum is not None and not cleaned.get("price_currency"):
            self.add_error("price_currency", _("Give the price its currency."))
        return cleaned

    def save(self, commit=True):
        self.spec_rows.write()
        # The words of highlights are the formset's to write, so it goes first.
        page = super().save(commit=False)
        follow_edit(page, self.sides_before, confirmed=self.languages_confirmed())
        if commit:
            page.save()
            self.save_m2m()
        return page

    def languages_confirmed(self):
        return [
            language
            for language in LANGUAGES
            if self.cleaned_data.get(f"confirm_{language.suffix}")
        ]


def _families_by_field():
    """All families, grouped under their strategic field, in one query."""
    families = Family.objects.select_related("field").order_by(
        "field__sort_order", "field__key", "sort_order", "key"
    )
    groups = [
        (field.name.text, [(family.pk, family.name.text) for family in members])
        for field, members in groupby(families, key=lambda family: family.field)
    ]
    return [("", "–"), *groups]
