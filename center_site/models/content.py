from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField

from center_site.blocks import BodyBlock
from center_site.panels import side_by_side

from .base import BasePage


class ContentPage(BasePage):
    """A page of text and pictures: about the centre, its programmes, how to visit."""

    parent_page_types = ["center_site.HomePage", "center_site.ContentPage"]
    subpage_types = ["center_site.ContentPage"]

    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("title"),
                    side_by_side("title", _("Title")),
                    side_by_side("summary", _("Summary")),
                    FieldPanel("image"),
                    FieldPanel("body"),
                ],
                heading=pgettext_lazy("tab of a form", "Words"),
            ),
            ObjectList(
                [FieldPanel("slug"), FieldPanel("show_in_menus")], heading=_("Address and menu")
            ),
        ]
    )

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")
