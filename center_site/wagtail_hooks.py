"""The centre's name and mark in the CMS, and what Wagtail offers that nobody here needs."""

from django.core.management import call_command
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .chores import Chore


@hooks.register("insert_global_admin_css")
def style_cms():
    return format_html('<link rel="stylesheet" href="{}">', static("center_site/cms/cms.css"))


@hooks.register("register_chore")
def publish_on_time():
    """Wagtail's command for what is scheduled to appear or to leave."""
    return Chore("publish scheduled pages", _publish_scheduled, every_seconds=300)


def _publish_scheduled():
    call_command("publish_scheduled", verbosity=0)
