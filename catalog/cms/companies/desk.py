"""The menu of the desk, and how much waits there on the first page of the CMS."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSetGroup

from catalog.models import CompanyVerification, OwnershipTransfer, ProfileChange

from .consents import ConsentTextViewSet
from .invitations import InvitationViewSet
from .lists import ProfileChangeViewSet, TransferViewSet, VerificationViewSet

WAITING = (
    (CompanyVerification, VerificationViewSet, _("companies to verify"), "submitted"),
    (ProfileChange, ProfileChangeViewSet, _("company pages to approve"), "submitted"),
    (OwnershipTransfer, TransferViewSet, _("changes of owner to confirm"), "accepted"),
)


class CompanyDesk(ViewSetGroup):
    menu_label = _("Company desk")
    menu_icon = "group"
    menu_order = 125
    items = (
        VerificationViewSet,
        ProfileChangeViewSet,
        TransferViewSet,
        InvitationViewSet,
        ConsentTextViewSet,
    )


class CompanyBoard(Component):
    """Three figures, each leading to what it counts."""

    name = "company_board"
    template_name = "catalog/cms/companies/board.html"
    order = 60

    def get_context_data(self, parent_context):
        return {
            "figures": [
                {
                    "count": model.objects.filter(status=status).count(),
                    "label": label,
                    "url": f"{reverse(f'{viewset.name}:index')}?{urlencode({'status': status})}",
                }
                for model, viewset, label, status in WAITING
            ]
        }


def show_company_board(request, panels):
    """For those who may look at what companies hand in."""
    if request.user.has_perm("catalog.view_companyverification"):
        panels.append(CompanyBoard())
