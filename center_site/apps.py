from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CenterSiteConfig(AppConfig):
    name = "center_site"
    verbose_name = _("Site")

    def ready(self):
        # Needs the models, which are only there now.
        from . import signals  # noqa: F401 - they register themselves
        from .groups import make_groups

        # The signal goes from app to app in the order of INSTALLED_APPS, and each app's
        # permissions are made at its turn: after auth's, the last of them, all are there.
        post_migrate.connect(make_groups, sender=apps.get_app_config("auth"))
