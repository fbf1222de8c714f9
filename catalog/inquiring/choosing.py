"""Which products an inquiry is about: those named, if the public may see them."""

from collections.abc import Iterable

from catalog.models import ProductPage

MOST_PRODUCTS = 10
LONGEST_SLUG = 100


def choose_products(slugs: Iterable[str]) -> tuple[list[ProductPage], list[str]]:
    """(products in the order named, names that lead to none). Drafts are as unknown as typos."""
    slugs = (slug.replace("\x00", "")[:LONGEST_SLUG] for slug in slugs)
    named = list(dict.fromkeys(filter(None, slugs)))[:MOST_PRODUCTS]
    published = ProductPage.objects.published().for_pages().filter(slug__in=named)
    found = {product.slug: product for product in published}
    return [found[slug] for slug in named if slug in found], [
        slug for slug in named if slug not in found
    ]
