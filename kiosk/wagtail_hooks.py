"""Screens in the CMS."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from catalog.models import ProductPage
from center_site.groups import OPERATORS, model_permissions
from center_site.models.previews import PreviewMode

from .models import Kiosk
from .views import preview


def open_link(kiosk):
    return format_html(
        '<a href="{}" class="button button-small button-secondary">{}</a>',
        kiosk.get_absolute_url(),
        _("Open the screen"),
    )


class KioskViewSet(SnippetViewSet):
    model = Kiosk
    icon = "desktop"
    menu_label = _("Kiosks")
    menu_order = 400
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "title",
        "slug",
        BooleanColumn("is_active", label=_("active"), sort_key="is_active"),
        Column("open", label=_("Preview"), accessor=open_link),
    ]
    list_filter = ["is_active", "panel_orientation"]
    search_fields = ["title", "slug"]
    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("slug")]),
        FieldPanel("is_active"),
        FieldPanel("idle_seconds"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("panel_diagonal_inches"), FieldPanel("panel_orientation")]
                ),
                FieldRowPanel([FieldPanel("panel_long_px"), FieldPanel("panel_short_px")]),
                FieldPanel("panel_lower_edge_mm"),
            ],
            heading=_("Panel"),
        ),
    ]


register_snippet(KioskViewSet)


@hooks.register("group_permissions")
def permit_kiosks():
    return {OPERATORS: model_permissions("kiosk", "kiosk", "view", "add", "change", "delete")}


@hooks.register("register_preview_mode")
def kiosk_preview():
    return PreviewMode("kiosk", _("Kiosk"), ProductPage, preview)
