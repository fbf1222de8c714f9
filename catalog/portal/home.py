"""The first page of the portal: what waits, and where each listing stands."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from .access import member_required
from .listings.overview import listing_rows

SHOWN = 10


@require_safe
@member_required
def home(request):
    listings = listing_rows(request.membership.vendor)
    return render(request, "catalog/portal/home.html", {"listings": listings[:SHOWN]})
