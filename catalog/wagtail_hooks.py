"""Registers the editors' side of the catalogue with Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .cms.deletion import refuse_when_in_use
from .cms.product_list import ProductExplorerViewSet, ProductListViewSet
from .cms.taxonomy import TaxonomyGroup
from .cms.vendors import VendorViewSet

register_snippet(VendorViewSet)
register_snippet(TaxonomyGroup)
hooks.register("before_delete_snippet", refuse_when_in_use)


@hooks.register("register_admin_viewset")
def list_products():
    return [ProductListViewSet(), ProductExplorerViewSet()]


@hooks.register("insert_global_admin_css")
def style_catalogue():
    return format_html('<link rel="stylesheet" href="{}">', static("catalog/cms/catalog.css"))
