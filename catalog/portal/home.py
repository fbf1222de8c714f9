"""The first page of the portal: what waits, and where each listing stands."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.models import Submission

from .access import member_required


@require_safe
@member_required
def home(request):
    listings = Submission.objects.of(request.membership.vendor).select_related("page", "family")
    return render(request, "catalog/portal/home.html", {"listings": listings[:20]})
