from django.db import models
from django.utils.translation import gettext_lazy as _

from .products import ProductPage


class SearchDocument(models.Model):
    """The words by which one product is found, as `catalog.search` prepared them.

    Never a source of what is public: results are always read through the published
    products.
    """

    product = models.OneToOneField(
        ProductPage, on_delete=models.CASCADE, primary_key=True, related_name="search_document"
    )
    names = models.TextField(_("names"))
    text = models.TextField(_("names and taglines"))

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")

    def __str__(self):
        return self.names.partition("\n")[0]
