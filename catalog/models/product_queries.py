"""Questions about many products, each asked in one place."""

from django.db import models
from wagtail.models import PageManager, PageQuerySet, PageViewRestriction


class ProductQuerySet(PageQuerySet):
    def published(self):
        """Products that anyone may see: live, under no view restriction, of a public company."""
        return self.live().filter(vendor__live=True).exclude(_under_restriction())

    def on_kiosk(self):
        """Published products that may stand on a kiosk."""
        return self.published().filter(show_on_kiosk=True)

    def related_to(self, product, picked):
        """Others worth looking at next: those picked by number, then the family's own."""
        found = self.filter(models.Q(pk__in=picked) | models.Q(family=product.family_id))
        found = found.exclude(pk=product.pk).order_by("-is_featured", "-pk")
        if (
            not picked
        ):  # a choice of nothing is a bare number, and PostgreSQL orders by no such column
            return found
        order = models.Case(
            *(models.When(pk=pk, then=place) for place, pk in enumerate(picked)),
            default=len(picked),
            output_field=models.IntegerField(),
        )
        return found.order_by(order, *found.query.order_by)

    def for_cards(self):
        """With what a card shows, in a fixed number of queries."""
        return self.for_pages().prefetch_related(
            "image__renditions", "family__family_specs", "specs__spec_key"
        )

    def for_pages(self):
        """With what stands beside the product in the same row."""
        return self.select_related("vendor", "field", "family", "availability", "image")

    def unconfirmed(self):
        """Products with a fact that somebody has yet to confirm."""
        return self.filter(is_confirmed=False)


def _under_restriction():
    """True for a page below one that is not for everybody; asked in the same query."""
    path = models.ExpressionWrapper(models.OuterRef("path"), output_field=models.CharField())
    above = PageViewRestriction.objects.annotate(path=path)
    return models.Exists(above.filter(path__startswith=models.F("page__path")))


class ProductManager(PageManager.from_queryset(ProductQuerySet)):
    pass
