"""Which of a screen's products it shows first, and which beside another."""

from collections import defaultdict
from datetime import date
from itertools import chain, islice, zip_longest

from catalog.models import ProductPage


def first_to_see(products: list[ProductPage], count: int) -> list[str]:
    """Slugs for the attract loop and the first screen: what editors feature, then the
    newest of every field and country in turn, so that none of them stands alone."""
    featured = [page for page in products if page.is_featured]
    groups = defaultdict(list)
    for page in sorted(products, key=_newest_first):
        if not page.is_featured:
            groups[page.origin_country, page.field_id].append(page)
    in_turn = chain.from_iterable(zip_longest(*_mixed(groups)))
    chosen = chain(featured, (page for page in in_turn if page))
    return [page.slug for page in islice(chosen, count)]


def _newest_first(page):
    return (-(page.released_on or date.min).toordinal(), page.pk)


def _mixed(groups):
    """The groups, fields and countries alternating: AI of one, robots of the other, ..."""
    fields = sorted({field for _, field in groups})
    countries = ("KR", "CN")
    order = [
        (countries[(place + turn) % 2], field)
        for turn in range(2)
        for place, field in enumerate(fields)
    ]
    return [groups[key] for key in order if key in groups]


def related_slugs(products: list[ProductPage], count: int) -> dict[int, list[str]]:
    """{product number: slugs to look at next}: hand-picked ones on this screen first, then
    others of the family, as the product's web page has them."""
    on_screen = {page.pk: page.slug for page in products}
    families = defaultdict(list)
    for page in sorted(products, key=lambda page: (not page.is_featured, -(page.pk or 0))):
        families[page.family_id].append(page.pk)
    return {
        page.pk: [on_screen[pk] for pk in islice(_candidates(page, on_screen, families), count)]
        for page in products
    }


def _candidates(page, on_screen, families):
    picked = [link.related_id for link in page.related_links.all()]
    yield from (pk for pk in picked if pk in on_screen)
    yield from (pk for pk in families[page.family_id] if pk != page.pk and pk not in picked)
