"""What the catalogue adds to the home page: fields, featured and newest products, companies."""

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from wagtail import hooks

from center_site.languages import current_language

from .models import ProductPage, StrategicField, Vendor
from .models.vendors import Country

FEATURED, NEWEST, COMPANIES = 4, 8, 24


@hooks.register("home_sections")
def fields_section(request):
    fields = StrategicField.objects.prefetch_related("families").annotate(
        product_count=Count("products", filter=Q(products__live=True, products__vendor__live=True))
    )
    fields = fields.order_by("sort_order", "key")  # grouping drops the model's own order
    pictured = _pictures_of_fields()
    items = [
        {
            "field": field,
            "count": field.product_count,
            "families": field.families.all(),
            "image": pictured.get(field.pk),
        }
        for field in fields
    ]
    return _section(10, "fields", {"fields": items})


def _pictures_of_fields():
    """{field: picture}, of a featured product before others, in one query."""
    first = (
        ProductPage.objects.published()
        .filter(field=OuterRef("pk"), image__isnull=False)
        .order_by("-is_featured", "pk")
    )
    chosen = StrategicField.objects.annotate(first=Subquery(first.values("pk")[:1]))
    products = ProductPage.objects.filter(pk__in=chosen.values("first"))
    products = products.select_related("image").prefetch_related("image__renditions")
    return {product.field_id: product.image for product in products}


@hooks.register("home_sections")
def featured_section(request):
    products = ProductPage.objects.published().filter(is_featured=True)
    return _products(20, "featured", _("Featured products"), products, FEATURED, "")


@hooks.register("home_sections")
def newest_section(request):
    products = ProductPage.objects.published().filter(is_featured=False)
    return _products(30, "newest", _("Newest products"), products, NEWEST, "?sort=newest")


def _products(order, name, heading, products, count, more):
    shown = products.order_by(F("released_on").desc(nulls_last=True), "-pk").for_cards()[:count]
    context = {"id": name, "heading": heading, "products": shown, "more": more}
    return _section(order, "products", context)


@hooks.register("home_sections")
def companies_section(request):
    counts = dict(Vendor.objects.public().values_list("country_code").annotate(Count("pk")))
    countries = [
        {
            "code": country.value,
            "name": country.label,
            "count": counts.get(country.value, 0),
            "vendors": Vendor.objects.public()
            .filter(country_code=country.value)
            .in_name_order(current_language())[:COMPANIES],
        }
        for country in Country
    ]
    return _section(40, "companies", {"countries": countries})


def _section(order, name, context):
    return {"order": order, "template": f"catalog/home/{name}.html", "context": context}
