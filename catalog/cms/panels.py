"""Panels of the product form that Wagtail does not have: language states, specs by family."""

from functools import partial

from django.forms import Script
from django.utils.translation import gettext_lazy as _
from wagtail.admin import compare
from wagtail.admin.panels import Panel

from catalog.listing.spec_rows import PlacedRow
from catalog.models import ProductSpec
from catalog.translation import language_state, missing_words
from center_site.languages import LANGUAGES

LANGUAGE_NAMES = {"ko": _("Korean"), "zh": _("Chinese")}


class LanguageStatesPanel(Panel):
    """How far each language of the draft is, and which required words it lacks."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "catalog/cms/language_states.html"

        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                "languages": [self.describe(language) for language in LANGUAGES],
            }

        def describe(self, language):
            meta = self.instance._meta
            return {
                "name": LANGUAGE_NAMES[language.suffix],
                "state": language_state(self.instance, language),
                "missing": [
                    meta.get_field(f"{name}_{language.suffix}").verbose_name
                    for name in missing_words(self.instance, language)
                ],
            }


class SpecsPanel(Panel):
    """The rows of `SpecRows`, in the order of the family that the form has at the moment."""

    SPEC_FIELDS = (
        "spec_key",
        "minimum",
        "maximum",
        "choice",
        "flag",
        "text",
        "source",
        "is_confirmed",
    )

    class BoundPanel(Panel.BoundPanel):
        template_name = "catalog/cms/spec_rows.html"

        class Media:
            js = [
                Script("catalog/js/spec_rows.js", type="module"),
                Script("catalog/cms/tag_input.js", type="module"),
            ]

        def get_context_data(self, parent_context=None):
            family = str(self.form["family"].value() or "")
            rows = [EditorRow(row, family) for row in self.form.spec_rows.rows]
            return {
                **super().get_context_data(parent_context),
                "rows": sorted(rows, key=lambda row: row.place),
                "family": family,
            }

        def get_comparison(self):
            relation = self.panel.model._meta.get_field("specs")
            fields = [
                partial(comparison_of(field), field)
                for field in map(ProductSpec._meta.get_field, self.panel.SPEC_FIELDS)
            ]
            return [partial(compare.ChildRelationComparison, relation, fields, label=_("Specs"))]


class EditorRow(PlacedRow):
    """A row and whether an editor has yet to confirm it; families are posted by number."""

    def family_name(self, offer):
        return str(offer.family_id)

    @property
    def is_unconfirmed(self):
        return self.row.is_filled and not self.row["is_confirmed"].value()


def comparison_of(field):
    if field.is_relation:
        return compare.ForeignObjectComparison
    return compare.ChoiceFieldComparison if field.choices else compare.FieldComparison
