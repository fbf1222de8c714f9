"""The editors' list of products, and the same columns where the page tree shows them."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from catalog.inquiring import count_for_products
from catalog.models import ProductPage
from catalog.search.results import matching

from .product_filters import ProductFilterSet

THUMBNAIL = "max-165x165"


class TemplateColumn(Column):
    """A column whose cell is a template of ours; `instance` is the product."""

    def __init__(self, name, template, **options):
        super().__init__(name, **options)
        self.cell_template_name = f"catalog/cms/columns/{template}.html"


COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    TemplateColumn("image", "picture", label=_("Picture"), width="96px"),
    PageTitleColumn("title", label=_("Product"), sort_key="title", classname="title"),
    Column("vendor", label=_("Company"), accessor="vendor", sort_key="vendor__slug"),
    Column("family", label=_("Family"), accessor="family", sort_key="family__sort_order"),
    TemplateColumn("languages", "languages", label=_("Languages")),
    Column("availability", label=_("Availability"), accessor="availability"),
    TemplateColumn("is_confirmed", "confirmed", label=_("Facts"), sort_key="is_confirmed"),
    Column("inquiries", label=_("Inquiries"), accessor="inquiry_total"),
    DateColumn(
        "latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"
    ),
    PageStatusColumn("status", label=_("Status"), sort_key="live"),
]


class ProductListing:
    """What both lists share: the columns, a fixed number of queries, search in two scripts."""

    model = ProductPage
    columns = COLUMNS
    base_filterset_class = ProductFilterSet

    def annotate_queryset(self, products):
        """Only products are here, so Wagtail's second look-up of specific pages is left out."""
        return (
            products.defer_streamfields()
            .select_related("vendor", "family", "availability", "image")
            .prefetch_related("content_type", "sites_rooted_here", "image__renditions")
            .prefetch_workflow_states()
            .annotate_site_root_state()
            .annotate_approved_schedule()
            .annotate(inquiry_total=count_for_products())
        )

    def search_queryset(self, products):
        """Our own search: Wagtail's does not find Korean and Chinese words within a name."""
        return matching(products, self.search_query) if self.is_searching else products

    def get_ordering(self):
        """Never "ord", Wagtail's order by hand: that list is not cut into pages, and 50,000
        products in one page would hold the server for minutes.
        """
        ordering = self.request.GET.get("ordering")
        return ordering if ordering in self.get_valid_orderings() else self.default_ordering

    def get_valid_orderings(self):
        return [name for name in super().get_valid_orderings() if name.lstrip("-") != "ord"]


class ProductIndexView(ProductListing, IndexView):
    page_title = _("Products")


class ProductExplorerView(ProductListing, ExplorableIndexView):
    default_ordering = "-latest_revision_created_at"
    sort_order_field = None

    @cached_property
    def header_more_buttons(self):
        """Without the button that offers Wagtail's order by hand."""
        return [
            button
            for button in super().header_more_buttons
            if "ordering=ord" not in (button.url or "")
        ]


class ProductListViewSet(PageListingViewSet):
    """All products in one list: the menu entry "Products"."""

    name = "products"
    model = ProductPage
    icon = "clipboard-list"
    menu_label = _("Products")
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = ProductIndexView
    columns = COLUMNS
    filterset_class = ProductFilterSet


class ProductExplorerViewSet(PageViewSet):
    """What the page tree shows below the catalogue page."""

    model = ProductPage
    icon = "clipboard-list"
    index_view_class = ProductExplorerView
    columns = COLUMNS
    filterset_class = ProductFilterSet
