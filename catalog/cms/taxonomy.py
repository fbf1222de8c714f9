"""The taxonomy in the CMS: the terms, the spec keys, and which family asks for which."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from catalog.models import (
    Application,
    Availability,
    CertificationMark,
    Family,
    Hall,
    Industry,
    ProductSpec,
    SpecKey,
    StrategicField,
)
from center_site.panels import side_by_side


def term_panels(*more):
    """The form of a term: its names side by side, its key, and what its kind adds."""
    return ObjectList(
        [
            side_by_side("name", heading=_("Name")),
            FieldPanel("name_en"),
            *more,
            FieldRowPanel([FieldPanel("key"), FieldPanel("sort_order")]),
        ]
    )


class TermViewSet(SnippetViewSet):
    """The list and form of one kind of term."""

    list_display = ["key", "name_ko", "name_zh", "name_en", "sort_order"]
    list_per_page = 100
    search_fields = ["key", "name_ko", "name_zh", "name_en"]
    search_backend_name = None
    icon = "tag"
    edit_handler = term_panels()


class StrategicFieldViewSet(TermViewSet):
    model = StrategicField


class FamilyViewSet(TermViewSet):
    model = Family
    list_display = [
        "key",
        "name_ko",
        "name_zh",
        Column("field", label=_("Strategic field")),
        "sort_order",
    ]
    list_filter = ["field"]
    edit_handler = term_panels(
        FieldPanel("field"),
        InlinePanel(
            "family_specs",
            [
                FieldPanel("spec_key"),
                FieldRowPanel(
                    [
                        FieldPanel("is_required"),
                        FieldPanel("is_headline"),
                        FieldPanel("sort_order"),
                    ]
                ),
            ],
            heading=_("Specs that products of this family state"),
            label=_("spec"),
        ),
    )


class ApplicationViewSet(TermViewSet):
    model = Application


class IndustryViewSet(TermViewSet):
    model = Industry


class AvailabilityViewSet(TermViewSet):
    model = Availability


class CertificationMarkViewSet(TermViewSet):
    model = CertificationMark
    list_display = ["key", "name_ko", "name_zh", "get_region_display", "sort_order"]
    list_filter = ["region"]
    edit_handler = term_panels(FieldPanel("region"), side_by_side("description"))


class HallViewSet(TermViewSet):
    model = Hall
    icon = "site"
    edit_handler = term_panels(side_by_side("city"), FieldPanel("floor"))


class SpecKeyForm(WagtailAdminModelForm):
    """Refuses what would leave products with a value that the key no longer knows."""

    def clean(self):
        cleaned = super().clean()
        if "value_type" in self.changed_data and self.instance.pk and self.instance.specs.exists():
            self.add_error("value_type", _("Products state this fact already; its type stays."))
        return cleaned

    def is_valid(self):
        valid = super().is_valid()
        return valid and not self.choices_in_use()

    def choices_in_use(self):
        """Mark the choices that are to go but that products still have."""
        going = [form for form in self.formsets["choices"].deleted_forms if form.instance.pk]
        used = set(
            ProductSpec.objects.filter(choice__in=[form.instance for form in going]).values_list(
                "choice", flat=True
            )
        )
        for form in going:
            if form.instance.pk in used:
                self.add_error(
                    None,
                    _("“%(choice)s” is not deleted: products have this value.")
                    % {"choice": form.instance},
                )
        return used


class SpecKeyViewSet(TermViewSet):
    model = SpecKey
    list_display = [
        "key",
        "name_ko",
        "name_zh",
        Column("get_value_type_display", label=_("Type"), sort_key="value_type"),
        "unit",
        "sort_order",
    ]
    list_filter = ["value_type"]
    edit_handler = ObjectList(
        [
            *term_panels(
                FieldRowPanel([FieldPanel("value_type"), FieldPanel("unit")]),
                side_by_side("unit"),
            ).children,
            InlinePanel(
                "choices",
                [
                    side_by_side("name"),
                    FieldRowPanel([FieldPanel("key"), FieldPanel("sort_order")]),
                ],
                heading=_("Choices, or known words of a short text"),
                label=_("choice"),
            ),
        ],
        base_form_class=SpecKeyForm,
    )


class TaxonomyGroup(SnippetViewSetGroup):
    menu_label = _("Taxonomy")
    menu_icon = "tag"
    menu_order = 130
    items = (
        StrategicFieldViewSet,
        FamilyViewSet,
        SpecKeyViewSet,
        ApplicationViewSet,
        IndustryViewSet,
        AvailabilityViewSet,
        CertificationMarkViewSet,
        HallViewSet,
    )
