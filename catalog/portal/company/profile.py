"""The company's page as its people see it: what it shows, and what waits to be approved."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from catalog.companies import (
    PROFILE_FIELDS,
    AlreadyDecided,
    ProfileWaiting,
    compare,
    submit_profile,
    take_back_profile,
)
from catalog.models import Vendor

from ..access import member_required
from .forms import ProfileForm


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def profile(request):
    # A copy: the form writes what was typed into its instance.
    vendor = Vendor.objects.get(pk=request.membership.vendor_id)
    latest = request.membership.vendor.profile_changes.first()
    is_waiting = bool(latest) and latest.status == latest.Status.SUBMITTED
    form = ProfileForm(request.POST or None, instance=vendor, initial=rejected_words(latest))
    if request.method == "POST" and form.is_valid():
        return _hand_in(request, {name: form.cleaned_data[name] for name in PROFILE_FIELDS})
    context = {
        "form": form,
        "vendor": request.membership.vendor,
        "change": latest,
        "is_waiting": is_waiting,
        "differences": compare(latest) if is_waiting else [],
    }
    status = 422 if form.errors else 200
    return render(request, "catalog/portal/company/profile.html", context, status=status)


def rejected_words(change):
    """What was rejected comes back into the form, to be mended instead of typed again."""
    return change.data if change and change.status == change.Status.REJECTED else None


def _hand_in(request, data):
    vendor = Vendor.objects.get(pk=request.membership.vendor_id)
    try:
        change = submit_profile(vendor, by=request.user, data=data)
    except ProfileWaiting:
        messages.error(
            request, _("A change is waiting for review. Take it back first to hand in another.")
        )
    else:
        if change:
            messages.success(
                request, _("Handed in. Your page changes once a reviewer has approved it.")
            )
        else:
            messages.info(request, _("This is what your page says already."))
    return redirect("portal_company")


@require_POST
@member_required
def take_back(request):
    change = request.membership.vendor.profile_changes.first()
    try:
        if change:
            take_back_profile(change)
            messages.success(request, _("Taken back. Your page stays as it is."))
    except AlreadyDecided:
        messages.error(request, _("A reviewer has decided already."))
    return redirect("portal_company")
