"""A listing in the hands of its own company; for anybody else it does not exist."""

from functools import wraps

from django.shortcuts import get_object_or_404

from catalog.listing.form import ListingForm
from catalog.models import Submission
from catalog.portal.access import member_required


def listing_required(view):
    """Gives the view the listing of this number if the member's company has it, else a 404."""

    @wraps(view)
    @member_required
    def guarded(request, pk, *args, **kwargs):
        vendor = request.membership.vendor
        mine = Submission.objects.of(vendor).select_related("page", "family")
        listing = get_object_or_404(mine, pk=pk)
        listing.vendor = vendor
        return view(request, listing, *args, **kwargs)

    return guarded


def form_of(listing, data=None, **options):
    """The listing's form on `data`, else on what is stored."""
    return ListingForm(
        listing.data if data is None else data,
        vendor=listing.vendor,
        language=listing.language_code,
        **options,
    )
