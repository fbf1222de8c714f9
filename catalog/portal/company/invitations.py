"""Answering an invitation: by its link, or on the page of somebody without a company."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from catalog.companies import (
    AlreadyMember,
    HasOwner,
    InvitationGone,
    WrongAddress,
    accept,
    find_invitation,
)
from catalog.models import Membership

from ..access import consent_required
from .founding import invitations_for


@require_safe
@never_cache
def show(request, secret):
    """What the link in the mail opens: for everybody who has it, signed in or not."""
    invitation = find_invitation(secret)
    if invitation is None:
        return render(request, "catalog/portal/company/invitation_gone.html", status=404)
    user = request.user
    context = {
        "invitation": invitation,
        "secret": secret,
        "place": user.is_authenticated and Membership.objects.filter(user=user).first(),
        "is_theirs": user.is_authenticated and invitation in invitations_for(user),
    }
    return render(request, "catalog/portal/company/invitation.html", context)


@require_POST
@never_cache
@consent_required
def accept_by_link(request, secret):
    invitation = find_invitation(secret)
    if invitation is None:
        return render(request, "catalog/portal/company/invitation_gone.html", status=404)
    return _accept(request, invitation)


@require_POST
@never_cache
@consent_required
def accept_by_address(request, pk):
    return _accept(request, get_object_or_404(invitations_for(request.user), pk=pk))


def _accept(request, invitation):
    refusals = {
        WrongAddress: _("This invitation was sent to another address than yours."),
        AlreadyMember: _(
            "You act for a company already. Leave it first, or use another account for this one."
        ),
        HasOwner: _("This company has an owner by now. Please ask the owner for an invitation."),
        InvitationGone: _("This invitation was used or withdrawn, or is too old."),
    }
    try:
        accept(invitation, user=request.user)
    except tuple(refusals) as refusal:
        messages.error(request, refusals[type(refusal)])
        return redirect("portal_company_new")
    messages.success(request, _("Welcome. You act for this company from now on."))
    return redirect("portal_home")
