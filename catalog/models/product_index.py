from django.utils.translation import gettext_lazy as _

from center_site.models import BasePage


class ProductIndexPage(BasePage):
    """The catalogue: all products, filtered and sorted by what the address asks for."""

    max_count = 1
    parent_page_types = ["center_site.HomePage"]
    subpage_types = ["catalog.ProductPage"]

    class Meta:
        verbose_name = _("catalogue page")
        verbose_name_plural = _("catalogue pages")
