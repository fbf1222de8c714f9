from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    name = "catalog"
    verbose_name = _("Catalogue")

    def ready(self):
        from . import home_sections, signals  # noqa: F401 - they register themselves
        from .cms.product_panels import index_editing, product_editing
        from .cms.reviewing.mail import quiet_for_listings
        from .consenting import make_texts
        from .models import ProductIndexPage, ProductPage

        # Wagtail reads the edit handler from the page's class, as early as in its system
        # checks. The form stands above the models, so it is handed down here.
        ProductPage.edit_handler = product_editing
        ProductIndexPage.edit_handler = index_editing
        post_migrate.connect(make_texts, sender=self)
        quiet_for_listings()
