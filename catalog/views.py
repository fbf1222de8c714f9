"""The catalogue's public pages. Each view asks one question and renders its answer."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from center_site.addresses import public_origin
from center_site.languages import current_language
from center_site.pictures import rendition

from .models import ProductIndexPage, ProductPage, Vendor
from .qr import qr_svg
from .reading import published_product
from .search.filters import narrow, read_selection
from .search.results import facet_counts, in_order, matching, page_of, suggestions

MOST_SUGGESTIONS = 10
VENDORS_PER_PAGE = 60


@require_safe
def catalogue(request):
    """All products, narrowed and sorted as the address asks."""
    page = ProductIndexPage.objects.live().first()
    if page is None:
        raise Http404
    selection = read_selection(request.GET)
    found = matching(ProductPage.objects.published(), selection.query)
    products = in_order(narrow(found, selection), selection, current_language())
    context = {
        "page": page,
        "selection": selection,
        "products": page_of(products, selection),
        "facets": facet_counts(found, selection),
        "sorts": sort_choices(selection),
    }
    return render(request, "catalog/product_index_page.html", context)


def sort_choices(selection):
    """[(label, query string, is chosen)] of the orders a visitor can pick."""
    labels = {
        "newest": _("Newest first"),
        "name": _("By name"),
        "price_low": _("Price: low to high"),
        "price_high": _("Price: high to low"),
    }
    chosen = selection.sort or ("" if selection.query else "newest")
    return [(label, selection.parameters(sort=key), key == chosen) for key, label in labels.items()]


@require_safe
def product(request, slug):
    found = published_product(slug)
    if found is None:
        raise Http404
    return found.serve(request)


@require_safe
def qr_code(request, slug):
    """The product's web address in this language, as a QR code."""
    found = ProductPage.objects.published().filter(slug=slug).first()
    if found is None:
        raise Http404
    svg = qr_svg(public_origin() + found.get_absolute_url())
    return HttpResponse(
        svg, content_type="image/svg+xml", headers={"Cache-Control": "public, max-age=3600"}
    )


@require_safe
def suggest(request):
    """The best products for what has been typed so far, as JSON."""
    selection = read_selection(request.GET)
    limit = request.GET.get("limit", "")
    limit = int(limit) if limit.isascii() and limit.isdecimal() and len(limit) < 4 else 0
    limit = min(limit, MOST_SUGGESTIONS) or MOST_SUGGESTIONS
    found = suggestions(selection.query, current_language(), limit)
    results = [_suggestion(product) for product in found]
    return JsonResponse(
        {"query": selection.query, "results": results}, json_dumps_params={"ensure_ascii": False}
    )


def _suggestion(product):
    shown = rendition(product.image) if product.image else None
    return {
        "slug": product.slug,
        "title": product.heading.text,
        "vendor": product.vendor.name.text,
        "url": product.get_absolute_url(),
        "image": shown.url if shown else "",
    }


@require_safe
def vendors(request):
    """All companies, of one country if asked, in the language's name order."""
    selection = read_selection(request.GET).only("q", "origin", "page")
    found = Vendor.objects.public().named(selection.query).with_product_counts()
    countries = [country.value for country in selection.chosen.get("origin", [])]
    if countries:
        found = found.filter(country_code__in=countries)
    found = found.in_name_order(current_language())
    page = Paginator(found, VENDORS_PER_PAGE).get_page(selection.page)
    return render(request, "catalog/vendors.html", {"vendors": page, "selection": selection})


@require_safe
def vendor(request, slug):
    """One company and its products."""
    found = Vendor.objects.public().filter(slug=slug).first()
    if found is None:
        raise Http404
    selection = read_selection(request.GET).only("page")
    products = ProductPage.objects.published().filter(vendor=found)
    context = {
        "vendor": found,
        "selection": selection,
        "products": page_of(in_order(products, selection, current_language()), selection),
    }
    return render(request, "catalog/vendor.html", context)
