"""Handing the company over, as far as its own people do it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from catalog.companies import TransferRefused, accept_transfer, end_transfer, request_transfer
from catalog.models import OwnershipTransfer

from ..access import member_required, owner_required
from .forms import TransferForm
from .people import show_people


@require_POST
@owner_required
def request_one(request):
    vendor = request.membership.vendor
    form = TransferForm(request.POST, vendor=vendor)
    if not form.is_valid():
        return show_people(request, transfer_form=form, status=422)
    return _do(
        request,
        lambda: request_transfer(vendor, to_user=form.cleaned_data["member"].user, by=request.user),
        _("We have asked the next owner. The centre confirms the change after that."),
    )


@require_POST
@member_required
def accept(request, pk):
    transfer = _own(request, pk)
    return _do(
        request,
        lambda: accept_transfer(transfer, by=request.user),
        _("Thank you. The change takes effect once the centre has confirmed it."),
    )


@require_POST
@member_required
def end(request, pk):
    transfer = _own(request, pk)
    return _do(
        request,
        lambda: end_transfer(transfer, by=request.user),
        _("The change of owner is called off."),
    )


def _own(request, pk):
    """A transfer of the company that this person gives or takes; a 404 for anybody else's."""
    transfers = OwnershipTransfer.objects.filter(vendor=request.membership.vendor)
    mine = transfers.filter(from_user=request.user) | transfers.filter(to_user=request.user)
    return get_object_or_404(mine, pk=pk)


def _do(request, step, words):
    try:
        step()
    except TransferRefused:
        messages.error(request, _("This is no longer possible: something has changed meanwhile."))
    else:
        messages.success(request, words)
    return redirect("portal_company_people")
