"""Companies in the CMS: their list, form and chooser."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import EditView, IndexView, InspectView, SnippetViewSet

from catalog.inquiring import count_for_vendors
from catalog.models import Vendor
from center_site.panels import side_by_side

from .choosers import VendorChooserViewSet


class VendorIndexView(IndexView):
    def get_base_queryset(self):
        vendors = super().get_base_queryset().annotate(product_total=Count("products"))
        return vendors.annotate(inquiry_total=count_for_vendors())

    def search_queryset(self, vendors):
        return vendors.named(self.search_query)


class NamedInTheEditorsLanguage:
    """Wagtail shows the name as it was written into the revision, in the saver's language."""

    def get_page_subtitle(self):
        return str(self.object)


class VendorEditView(NamedInTheEditorsLanguage, EditView):
    pass


class VendorInspectView(NamedInTheEditorsLanguage, InspectView):
    pass


class VendorViewSet(SnippetViewSet):
    model = Vendor
    icon = "group"
    menu_label = _("Companies")
    menu_order = 120
    add_to_admin_menu = True
    inspect_view_enabled = True
    inspect_view_fields = [
        "name_ko",
        "name_zh",
        "name_en",
        "country_code",
        "city_ko",
        "city_zh",
        "founded_year",
        "website_url",
        "summary_ko",
        "summary_zh",
    ]
    index_view_class = VendorIndexView
    edit_view_class = VendorEditView
    inspect_view_class = VendorInspectView
    chooser_viewset_class = VendorChooserViewSet
    ordering = ["slug"]
    list_display = [
        "__str__",
        Column("name_ko", label=_("Korean"), sort_key="sort_name_ko"),
        Column("name_zh", label=_("Chinese"), sort_key="sort_name_zh"),
        Column(
            "country",
            label=_("Country"),
            accessor="get_country_code_display",
            sort_key="country_code",
        ),
        Column("products", label=_("Products"), accessor="product_total", sort_key="product_total"),
        Column(
            "inquiries", label=_("Inquiries"), accessor="inquiry_total", sort_key="inquiry_total"
        ),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    ]
    list_filter = ["country_code", "live"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(
                        [side_by_side("name"), FieldPanel("name_en")], heading=_("Name")
                    ),
                    side_by_side("summary", heading=_("Summary")),
                    side_by_side("city", heading=_("City")),
                ],
                heading=pgettext_lazy("tab of a form", "Words"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("country_code"), FieldPanel("founded_year")]),
                    FieldPanel("website_url"),
                    FieldPanel("slug", help_text=_("The company's address on the web; ASCII.")),
                ],
                heading=_("Facts"),
            ),
        ]
    )
