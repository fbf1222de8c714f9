"""How many inquiries there were; those whose personal data is gone count on."""

from django.db.models import Count, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from catalog.models import Inquiry, Vendor


def inquiry_counts(vendor: Vendor) -> dict[str, int]:
    """{status: number} of a company's inquiries, every status and "total" included."""
    rows = Inquiry.objects.filter(vendor=vendor).values("status").order_by().annotate(n=Count("pk"))
    found = {row["status"]: row["n"] for row in rows}
    counts = {status: found.get(status, 0) for status in Inquiry.Status.values}
    return {**counts, "total": sum(counts.values())}


def count_for_vendors() -> Coalesce:
    """An annotation of companies: how many inquiries each has had."""
    return _counted(Inquiry.objects.filter(vendor=OuterRef("pk")), "vendor")


def count_for_products() -> Coalesce:
    """An annotation of product pages: how many inquiries were about each."""
    pairs = Inquiry.products.through.objects.filter(productpage=OuterRef("pk"))
    return _counted(pairs, "productpage")


def _counted(rows, key):
    counted = rows.order_by().values(key).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))
