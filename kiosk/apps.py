from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KioskConfig(AppConfig):
    name = "kiosk"
    verbose_name = _("Kiosks")

    def ready(self):
        # Needs the other apps' models, which are only there now.
        from .freshness import watch_changes

        watch_changes()
