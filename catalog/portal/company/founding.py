"""Founding a company in the portal, or joining one, by somebody who has none yet."""

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalog.companies import AlreadyMember, found_company
from catalog.models import Invitation, Membership

from ..access import consent_required
from .forms import FoundingForm


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@consent_required
def new(request):
    if Membership.objects.filter(user=request.user).exists():
        return redirect("portal_home")
    form = FoundingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found_company(request.user, **form.cleaned_data)
        except AlreadyMember:
            return redirect("portal_home")
        messages.success(
            request,
            _("Your company is founded. Have it verified next, so that its listings can appear."),
        )
        return redirect("portal_company_verification")
    context = {"form": form, "invitations": invitations_for(request.user)}
    status = 422 if form.errors else 200
    return render(request, "catalog/portal/company/new.html", context, status=status)


def invitations_for(user):
    """Open invitations to an address that is known to be this person's."""
    addresses = EmailAddress.objects.filter(user=user, verified=True).values_list(
        "email", flat=True
    )
    wanted = [address.lower() for address in addresses]
    return Invitation.objects.open().filter(email__in=wanted).select_related("vendor")
