"""Having the company verified: number and licence, and how it stands."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.companies import VerificationWaiting, submit_verification
from catalog.models import UploadedFile
from catalog.registration_numbers import written
from catalog.uploads import respond, take_upload

from ..access import member_required, owner_required
from .forms import VerificationForm


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def verification(request):
    """Everybody sees how it stands; the owner hands it in."""
    membership = request.membership
    if request.method == "POST" and not membership.is_owner:
        raise Http404
    latest = membership.vendor.verifications.first()
    is_waiting = bool(latest) and latest.status == latest.Status.SUBMITTED
    if request.method == "POST" and is_waiting:
        return _one_waits(request)
    form = VerificationForm(
        request.POST or None, request.FILES or None, country_code=membership.vendor.country_code
    )
    if request.method == "POST" and form.is_valid() and _hand_in(request, form):
        return redirect("portal_company_verification")
    context = {
        "form": form,
        "verification": latest,
        "number": latest and written(latest.registration_number, latest.country_code),
        "is_verified": membership.vendor.is_verified,
        "is_waiting": is_waiting,
    }
    status = 422 if form.errors else 200
    return render(request, "catalog/portal/company/verification.html", context, status=status)


def _hand_in(request, form):
    """Whether it was handed in; what is wrong with the file is written into the form."""
    vendor = request.membership.vendor
    try:
        licence = take_upload(
            form.cleaned_data["licence"],
            vendor=vendor,
            kind=UploadedFile.Kind.LICENCE,
            by=request.user,
        )
    except ValidationError as refusal:
        form.add_error("licence", refusal)
        return False
    try:
        submit_verification(
            vendor,
            by=request.user,
            registration_number=form.cleaned_data["registration_number"],
            licence=licence,
        )
    except VerificationWaiting:
        _one_waits(request)
    else:
        messages.success(
            request, _("Handed in. We write to you as soon as a reviewer has decided.")
        )
    return True


def _one_waits(request):
    messages.error(request, _("A verification is waiting for review already."))
    return redirect("portal_company_verification")


@require_safe
@owner_required
def licence(request, pk):
    verifications = request.membership.vendor.verifications.select_related("licence")
    return respond(get_object_or_404(verifications, pk=pk).licence)
