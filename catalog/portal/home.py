"""The first page of the portal: what waits, and where each listing stands."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from .access import member_required
from .listings.overview import listing_rows
from .listings.states import explained
from .next_steps import next_steps

SHOWN = 10


@require_safe
@member_required
def home(request):
    context = {
        "listings": explained(listing_rows(request.membership.vendor)[:SHOWN]),
        "steps": next_steps(request.membership),
    }
    return render(request, "catalog/portal/home.html", context)
