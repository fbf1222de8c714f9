"""How reviewers narrow the queue."""

import datetime

import django_filters
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.forms import RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from catalog.models import Family, Submission, Vendor
from catalog.models.submissions import WAITING, Status
from catalog.review import RISKS

from ..product_filters import VendorFilterChooser, conditions, terms

ALL = "all"
WAITS = "waiting"
STATES = {
    WAITS: (_("Waiting for a decision"), Q(status__in=WAITING)),
    **{
        status.value: (status.label, Q(status=status))
        for status in Status
        if status != Status.DRAFT
    },
    ALL: (pgettext_lazy("submissions", "All"), Q()),
}


def filled(suffix):
    """That a language has the words no page can do without."""
    has_summary = Q(**{"data__has_key": f"summary_{suffix}"})
    is_empty = Q(**{f"title_{suffix}": ""}) | Q(**{f"data__summary_{suffix}": ""})
    return has_summary & ~is_empty


LANGUAGES_FILLED = {
    "both": (_("Korean and Chinese"), filled("ko") & filled("zh")),
    "ko": (_("Korean only"), filled("ko") & ~filled("zh")),
    "zh": (_("Chinese only"), filled("zh") & ~filled("ko")),
}
COMPLETENESS = {
    "full": (_("Complete"), Q(completeness=100)),
    "most": (_("80 % and more"), Q(completeness__gte=80)),
    "part": (_("Less than 80 %"), Q(completeness__lt=80)),
}
DAYS = {
    "1": _("A day and longer"),
    "3": _("Three days and longer"),
    "7": _("A week and longer"),
}
TAKEN = {
    "nobody": pgettext_lazy("taken by", "Nobody"),
    "me": pgettext_lazy("taken by", "Me"),
    "others": pgettext_lazy("taken by", "Others"),
}


def choice(known, label, method, **options):
    return django_filters.ChoiceFilter(
        choices=list(known.items()),
        label=label,
        empty_label=_("Any"),
        widget=RadioSelect,
        method=method,
        **options,
    )


class SubmissionFilterSet(WagtailFilterSet):
    state = conditions(STATES, _("State"))
    age = choice(DAYS, _("Waiting for"), "filter_age")
    taken = choice(TAKEN, _("Taken by"), "filter_taken")
    risk = choice(RISKS, _("Risk mark"), "filter_risk")
    language = conditions(LANGUAGES_FILLED, _("Languages"))
    completeness = conditions(COMPLETENESS, _("Completeness"))
    family = terms(Family, _("Family"))
    # 5,000 companies and more: chosen in a dialog, never listed
    vendor = django_filters.ModelChoiceFilter(
        queryset=Vendor.objects.all(), label=_("Company"), widget=VendorFilterChooser(Vendor)
    )

    class Meta:
        model = Submission
        fields = []

    def filter_queryset(self, queryset):
        """Without a chosen state: what waits."""
        if not self.form.cleaned_data.get("state"):
            queryset = queryset.filter(STATES[WAITS][1])
        return super().filter_queryset(queryset)

    def filter_age(self, queryset, name, days):
        since = timezone.now() - datetime.timedelta(days=int(days))
        return queryset.filter(submitted_at__lte=since)

    def filter_taken(self, queryset, name, by):
        user = self.request.user
        if by == "nobody":
            return queryset.filter(reviewed_by=None)
        mine = Q(reviewed_by=user)
        return queryset.filter(mine if by == "me" else ~mine & Q(reviewed_by__isnull=False))

    def filter_risk(self, queryset, name, risk):
        # as text, because SQLite cannot look into a list
        marks = queryset.annotate(marks=Cast("risks", TextField()))
        return marks.filter(marks__contains=f'"{risk}"')
