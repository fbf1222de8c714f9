from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CenterSiteConfig(AppConfig):
    name = "center_site"
    verbose_name = _("Site")

    def ready(self):
        # Needs the models, which are only there now.
        from .groups import make_groups

        post_migrate.connect(make_groups, sender=self)
