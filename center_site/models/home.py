from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField

from center_site.blocks import BodyBlock
from center_site.panels import side_by_side

from .base import BasePage


class HomePage(BasePage):
    """The front door. Says what the centre is; the apps above add their own sections.

    A `home_sections` hook takes the request and returns a section: a mapping with
    `template`, `context` and `order`. That is how the catalogue shows its products
    here without this page knowing of products.
    """

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]

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
            ObjectList([MultiFieldPanel([FieldPanel("slug")])], heading=_("Address")),
        ]
    )

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        sections = [section(request) for section in hooks.get_hooks("home_sections")]
        return {
            **super().get_context(request, *args, **kwargs),
            "sections": sorted(sections, key=lambda section: section["order"]),
        }
