"""The centre's name and mark in the CMS, and what Wagtail offers that nobody here needs."""

from django.core.management import call_command
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks

from .chores import Chore
from .privacy import refresh_pictures


@hooks.register("insert_global_admin_css")
def style_cms():
    return format_html('<link rel="stylesheet" href="{}">', static("center_site/cms/cms.css"))


@hooks.register("register_chore")
def publish_on_time():
    """Wagtail's command for what is scheduled to appear or to leave."""
    return Chore("publish scheduled pages", _publish_scheduled, every_seconds=300)


def _publish_scheduled():
    call_command("publish_scheduled", verbosity=0)


@hooks.register("register_account_menu_item")
def lead_to_sign_in_settings(request):
    """Password, address and second step are kept at one place, which is not Wagtail's."""
    return {
        "url": reverse("portal_account"),
        "label": _("Sign-in and security"),
        "help_text": _("Change your password, your e-mail address or the second step of sign-in."),
    }


@hooks.register("register_chore")
def open_and_close_pictures():
    """What signals hurry, this makes sure of."""
    return Chore("open and close pictures", refresh_pictures, every_seconds=3600)
