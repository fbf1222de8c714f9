"""The people who act for a company: who they are, inviting, removing, leaving."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.companies import (
    CannotLeave,
    InvitationGone,
    Uninvitable,
    invite,
    leave,
    remove_member,
    revoke,
)
from catalog.models import Membership, OwnershipTransfer

from ..access import member_required, owner_required
from .forms import InvitationForm, TransferForm


@require_safe
@member_required
def people(request):
    return show_people(request)


def show_people(request, *, invitation_form=None, transfer_form=None, status=200):
    vendor = request.membership.vendor
    transfer = (
        vendor.transfers.filter(status__in=OwnershipTransfer.OPEN)
        .select_related("from_user", "to_user")
        .first()
    )
    context = {
        "places": vendor.memberships.select_related("user"),
        "invitations": vendor.invitations.open(),
        "invitation_form": invitation_form or InvitationForm(),
        "transfer": transfer,
        "is_successor": bool(transfer) and transfer.to_user_id == request.user.pk,
        "transfer_form": transfer_form or TransferForm(vendor=vendor),
    }
    return render(request, "catalog/portal/company/people.html", context, status=status)


@require_POST
@owner_required
def send_invitation(request):
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return show_people(request, invitation_form=form, status=422)
    try:
        invite(
            request.membership.vendor,
            role=Membership.Role.EDITOR,
            by=request.user,
            **form.cleaned_data,
        )
    except Uninvitable as refusal:
        form.add_error("email", uninvitable(refusal.code))
        return show_people(request, invitation_form=form, status=422)
    messages.success(request, _("The invitation is on its way."))
    return redirect("portal_company_people")


def uninvitable(code):
    return {
        "member": _("This person acts for your company already."),
        "invited": _("This address has an invitation that is still open."),
        "owner": _("The company has an owner already."),
        "many": _("You have sent many invitations today. Please go on tomorrow."),
    }[code]


@require_POST
@owner_required
def revoke_invitation(request, pk):
    invitation = get_object_or_404(request.membership.vendor.invitations, pk=pk)
    try:
        revoke(invitation)
    except InvitationGone:
        messages.error(request, _("This invitation was accepted or withdrawn already."))
    else:
        messages.success(request, _("The invitation no longer opens anything."))
    return redirect("portal_company_people")


@require_POST
@owner_required
def remove(request, pk):
    place = get_object_or_404(request.membership.vendor.memberships, pk=pk)
    try:
        remove_member(place)
    except CannotLeave:
        messages.error(request, _("An owner hands the company over before leaving it."))
    else:
        messages.success(request, _("This person no longer acts for your company."))
    return redirect("portal_company_people")


@require_POST
@member_required
def leave_company(request):
    try:
        leave(request.membership)
    except CannotLeave:
        messages.error(request, _("An owner hands the company over before leaving it."))
        return redirect("portal_company_people")
    messages.success(request, _("You no longer act for this company."))
    return redirect("portal_company_new")
