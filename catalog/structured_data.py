"""schema.org descriptions (JSON-LD) of products and companies."""

from django.urls import reverse
from django.utils.translation import gettext as _

from center_site.pictures import SHARED, rendition
from center_site.structured_data import absolute, breadcrumbs, graph

# https://schema.org/ItemAvailability, by the taxonomy's availability keys
AVAILABILITY = {
    "on_sale": "InStock",
    "service": "InStock",
    "open_weights": "InStock",
    "open_source": "InStock",
    "on_display": "InStoreOnly",
    "on_request": "LimitedAvailability",
    "pilot": "LimitedAvailability",
    "preorder": "PreOrder",
    "announced": "PreOrder",
    "sold_out": "OutOfStock",
    "discontinued": "Discontinued",
}


def product_data(product, origin):
    """A Product with its brand, picture and, where there is a price, its offer."""
    shown = rendition(product.image, SHARED) if product.image else None
    data = {
        "@type": "Product",
        "name": product.heading.text,
        "description": product.summary.text or product.tagline.text or product.heading.text,
        "url": origin + product.get_absolute_url(),
        "sku": product.slug,
        "category": product.family.name.text,
        "image": [absolute(origin, shown.url)] if shown else None,
        "brand": {"@type": "Brand", "name": product.vendor.name.text},
        "manufacturer": vendor_data(product.vendor, origin),
        "countryOfOrigin": product.origin_country,
        "releaseDate": product.released_on.isoformat() if product.released_on else None,
        "offers": _offer(product, origin),
    }
    return {name: value for name, value in data.items() if value}


def _offer(product, origin):
    if product.price_minimum is None:
        return None
    offer = {
        "@type": "Offer",
        "price": str(product.price_minimum),
        "priceCurrency": product.price_currency,
        "url": origin + product.get_absolute_url(),
    }
    if product.price_valid_until_on:
        offer["priceValidUntil"] = product.price_valid_until_on.isoformat()
    state = product.availability and AVAILABILITY.get(product.availability.key)
    return {**offer, "availability": f"https://schema.org/{state}"} if state else offer


def vendor_data(vendor, origin):
    """A company as an Organization."""
    data = {
        "@type": "Organization",
        "name": vendor.name.text,
        "alternateName": vendor.name_en if vendor.name_en != vendor.name.text else None,
        "url": origin + vendor.get_absolute_url(),
        "sameAs": vendor.website_url,
        "description": vendor.summary.text,
        "foundingDate": str(vendor.founded_year) if vendor.founded_year else None,
        "address": {
            "@type": "PostalAddress",
            "addressCountry": vendor.country_code,
            "addressLocality": vendor.city.text,
        },
    }
    return {name: value for name, value in data.items() if value}


def product_graph(product, origin):
    trail = breadcrumbs(
        origin,
        (_("Products"), reverse("catalogue")),
        (product.heading.text, product.get_absolute_url()),
    )
    return graph(product_data(product, origin), trail)


def vendor_graph(vendor, origin):
    trail = breadcrumbs(
        origin,
        (_("Companies"), reverse("vendors")),
        (vendor.name.text, vendor.get_absolute_url()),
    )
    return graph(vendor_data(vendor, origin), trail)
