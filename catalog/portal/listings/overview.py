"""All listings of a company: where each stands, and what is asked about it."""

from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from catalog.models import Inquiry, Submission
from catalog.models.submissions import WAITING, Status
from catalog.portal.access import member_required

PER_PAGE = 25
# What a company looks for, rather than every state by itself.
GROUPS = {
    "todo": (
        _("To do"),
        (Status.DRAFT, Status.CHANGES_REQUESTED, Status.REJECTED, Status.EDIT_PENDING),
    ),
    "waiting": (_("With the centre"), (*WAITING, Status.APPROVED)),
    "published": (_("Published"), (Status.PUBLISHED, Status.EDIT_PENDING)),
    "away": (_("Withdrawn or put away"), (Status.WITHDRAWN, Status.ARCHIVED)),
}


def listing_rows(vendor):
    """The company's listings as rows show them, in one query."""
    asked = Inquiry.products.through.objects.filter(
        productpage=OuterRef("page"), inquiry__vendor=vendor
    )
    count = asked.order_by().values("productpage").annotate(number=Count("pk")).values("number")
    return (
        Submission.objects.of(vendor)
        .select_related("page", "family")
        .annotate(inquiry_count=Coalesce(Subquery(count), 0))
        .defer("data")
    )


@require_safe
@member_required
def listings(request):
    rows = listing_rows(request.membership.vendor)
    group = request.GET.get("state", "")
    if group in GROUPS:
        rows = rows.filter(status__in=GROUPS[group][1])
    counts = _counts(request.membership.vendor)
    context = {
        "listings": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "query": f"state={group}&" if group in GROUPS else "",
        "group": group if group in GROUPS else "",
        "groups": [(name, label, counts(states)) for name, (label, states) in GROUPS.items()],
    }
    return render(request, "catalog/portal/listings/listings.html", context)


def _counts(vendor):
    rows = Submission.objects.of(vendor).order_by().values_list("status")
    by_status = dict(rows.annotate(number=Count("pk")))
    return lambda states: sum(by_status.get(state, 0) for state in states)
