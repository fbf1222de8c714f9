"""The centre's name and mark in the CMS, and what Wagtail offers that nobody here needs."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def style_cms():
    return format_html('<link rel="stylesheet" href="{}">', static("center_site/cms/cms.css"))
