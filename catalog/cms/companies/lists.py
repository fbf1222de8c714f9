"""The lists of what companies hand in, what waits first; each row leads to its decision."""

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from catalog.models import CompanyVerification, OwnershipTransfer, ProfileChange
from catalog.registration_numbers import written

from .decisions import DecideProfile, DecideTransfer, DecideVerification, OpenLicence


class DecisionIndexView(generic.IndexView):
    """Nothing is added, edited or deleted here: companies hand in, reviewers decide."""

    related = ("vendor", "reviewed_by")

    def get_base_queryset(self):
        rows = super().get_base_queryset()
        return rows.select_related(*self.related) if self.related else rows

    def get_add_url(self):
        return None

    def get_copy_url(self, instance):
        return None

    def get_delete_url(self, instance):
        return None

    @cached_property
    def header_more_buttons(self):
        return []


class TransferIndexView(DecisionIndexView):
    related = ("vendor", "from_user", "to_user", "reviewed_by")


class DecisionViewSet(ModelViewSet):
    """A list and a page to decide on; addresses end in `<pk>/`."""

    index_view_class = DecisionIndexView
    decide_view_class = None
    add_to_reference_index = False
    copy_view_enabled = False
    list_filter = ["status"]
    search_fields = ["vendor__name_ko", "vendor__name_zh", "vendor__name_en"]
    search_backend_name = None
    list_per_page = 50

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.decide_view, name="edit"),
        ]

    @property
    def decide_view(self):
        return self.decide_view_class.as_view(
            permission_policy=self.permission_policy,
            index_url_name=self.get_url_name("index"),
            edit_url_name=self.get_url_name("edit"),
            header_icon=self.icon,
        )


def number_of(verification):
    return written(verification.registration_number, verification.country_code)


STATUS = Column("status", label=_("Status"), accessor="get_status_display", sort_key="status")
DECIDED_BY = Column("reviewed_by", label=_("Decided by"))


class VerificationViewSet(DecisionViewSet):
    model = CompanyVerification
    name = "company_verifications"
    icon = "check"
    menu_label = _("Verifications")
    decide_view_class = DecideVerification
    # "submitted" is the last of its words in the alphabet, so what waits comes first.
    ordering = ["-status", "submitted_at"]
    list_display = [
        "vendor",
        Column("number", label=_("Registration number"), accessor=number_of),
        STATUS,
        DateColumn("submitted_at", label=_("Handed in"), sort_key="submitted_at"),
        DateColumn("expires_on", label=_("Valid until"), sort_key="expires_on"),
        DECIDED_BY,
    ]

    def get_urlpatterns(self):
        opened = OpenLicence.as_view(permission_policy=self.permission_policy)
        return [*super().get_urlpatterns(), path("<int:pk>/licence/", opened, name="licence")]


class ProfileChangeViewSet(DecisionViewSet):
    model = ProfileChange
    name = "profile_changes"
    icon = "edit"
    menu_label = _("Company pages")
    decide_view_class = DecideProfile
    ordering = ["-status", "submitted_at"]
    list_display = [
        "vendor",
        STATUS,
        DateColumn("submitted_at", label=_("Handed in"), sort_key="submitted_at"),
        DECIDED_BY,
    ]


class TransferViewSet(DecisionViewSet):
    model = OwnershipTransfer
    name = "ownership_transfers"
    icon = "user"
    menu_label = _("Changes of owner")
    index_view_class = TransferIndexView
    decide_view_class = DecideTransfer
    # "accepted" is the first of its words: those wait for the centre.
    ordering = ["status", "created_at"]
    list_display = [
        "vendor",
        Column("from_user", label=_("Present owner")),
        Column("to_user", label=_("Next owner")),
        STATUS,
        DateColumn("created_at", label=_("Asked for"), sort_key="created_at"),
        DECIDED_BY,
    ]
