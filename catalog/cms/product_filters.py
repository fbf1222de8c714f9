"""How editors narrow the list of products."""

import django_filters
from django.db.models import IntegerField, Q
from django.db.models.functions import Cast
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import TaskState, WorkflowState
from wagtail.snippets.widgets import AdminSnippetChooser

from catalog.models import Availability, Family, ProductPage, StrategicField, Vendor
from catalog.models.products import LanguageState

LIVE_STATES = {
    "live": (_("Published"), Q(live=True)),
    "draft": (_("Not published"), Q(live=False)),
    "changed": (
        _("Published, with unpublished changes"),
        Q(live=True, has_unpublished_changes=True),
    ),
}
TO_DO = {
    "unconfirmed": (
        _("Facts to be confirmed"),
        Q(is_confirmed=False) | Q(pk__in=ProductPage.objects.filter(specs__is_confirmed=False)),
    ),
    "no_picture": (_("Without a picture"), Q(image=None)),
    "in_review": (
        _("Waiting for review"),
        Q(
            # Cast, because PostgreSQL does not compare the state's text with a page's number.
            pk__in=WorkflowState.objects.filter(
                base_content_type__app_label="wagtailcore",
                base_content_type__model="page",
                status=WorkflowState.STATUS_IN_PROGRESS,
                current_task_state__status=TaskState.STATUS_IN_PROGRESS,
            )
            .annotate(page_pk=Cast("object_id", IntegerField()))
            .values("page_pk")
        ),
    ),
}


def terms(model, label):
    """Any of the terms of a small part of the taxonomy."""
    return django_filters.ModelMultipleChoiceFilter(
        queryset=model.objects.all(), label=label, widget=CheckboxSelectMultiple
    )


def states(label):
    return django_filters.MultipleChoiceFilter(
        choices=LanguageState.choices, label=label, widget=CheckboxSelectMultiple
    )


def conditions(known, label):
    """One of a dictionary's conditions."""
    return django_filters.ChoiceFilter(
        choices=[(key, name) for key, (name, _condition) in known.items()],
        label=label,
        empty_label=_("Any"),
        widget=RadioSelect,
        method=lambda queryset, name, key: queryset.filter(known[key][1]),
    )


class VendorFilterChooser(AdminSnippetChooser):
    """Shows nothing chosen where the address holds something that is no company."""

    def get_instance(self, value):
        return super().get_instance(value if str(value).isdecimal() else None)


class ProductFilterSet(WagtailFilterSet):
    to_do = conditions(TO_DO, _("To do"))
    status = conditions(LIVE_STATES, _("Status"))
    state_ko = states(_("Korean"))
    state_zh = states(_("Chinese"))
    # 5,000 companies and more: chosen in a dialog, never listed
    vendor = django_filters.ModelChoiceFilter(
        queryset=Vendor.objects.all(), label=_("Company"), widget=VendorFilterChooser(Vendor)
    )
    field = terms(StrategicField, _("Strategic field"))
    family = terms(Family, _("Family"))
    availability = terms(Availability, _("Availability"))

    class Meta:
        model = ProductPage
        fields = []
