from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CenterSiteConfig(AppConfig):
    name = "center_site"
    verbose_name = _("Site")
