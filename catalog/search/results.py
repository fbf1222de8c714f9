"""The catalogue's answer to a Selection: a page of products, and each facet's counts."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

from catalog.models import ProductPage, Vendor
from catalog.models.vendors import Country
from center_site.languages import Language

from .filters import FACETS, Facet, Selection, key_of, narrow
from .text import query_words

PAGE_SIZE = 24
MOST_VENDORS = 12


@dataclass(frozen=True)
class Option:
    """One term of a facet: how many products choosing it would leave, and how to choose it."""

    term: object
    key: str
    count: int
    is_chosen: bool
    parameters: str


@dataclass(frozen=True)
class FacetCounts:
    """A facet with its options; a shortened one does not list all its terms."""

    facet: Facet
    options: list
    is_shortened: bool = False

    @property
    def is_open(self):
        return any(option.is_chosen for option in self.options)


def matching(products: QuerySet, query: str) -> QuerySet:
    """Products that have every word of the query in a name, an alias or a tagline."""
    for word in query_words(query):
        products = products.filter(search_document__text__contains=word)
    return products


def in_order(products: QuerySet, selection: Selection, language: Language) -> QuerySet:
    """Sorted as asked; a query without a chosen order puts matches in names first."""
    by_name = f"sort_name_{language.suffix}"
    if selection.query and not selection.sort:
        return products.order_by(_relevance(selection.query).desc(), "-is_featured", by_name, "pk")
    if selection.sort == "name":
        return products.order_by(by_name, "pk")
    if selection.sort.startswith("price"):
        way = F("price_order").desc if selection.sort == "price_high" else F("price_order").asc
        return products.order_by(way(nulls_last=True), by_name, "pk")
    return products.order_by("-is_featured", F("released_on").desc(nulls_last=True), "-pk")


def _relevance(query):
    """3 for a whole name, 2 for a name's beginning, 1 for part of a name, else 0."""
    word = "".join(query_words(query))
    names = "search_document__names"
    return Case(
        When(**{f"{names}__regex": rf"(^|\n){_literal(word)}(\n|$)"}, then=Value(3)),
        When(**{f"{names}__regex": rf"(^|\n){_literal(word)}"}, then=Value(2)),
        When(**{f"{names}__contains": word}, then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )


def _literal(word):
    """The word for a regular expression that Python and PostgreSQL read alike."""
    return "".join(part if part.isalnum() else f"\\{part}" for part in word)


def page_of(products: QuerySet, selection: Selection):
    """One page of cards; a page past the end is the last one."""
    return Paginator(products.for_cards(), PAGE_SIZE).get_page(selection.page)


def facet_counts(products: QuerySet, selection: Selection) -> list:
    """The counts of every facet, each under the other facets' choices."""
    return [_count(facet, products, selection) for facet in FACETS]


def _count(facet, products, selection):
    narrowed = narrow(products, selection, leave_out=facet.name)
    counts = dict(
        narrowed.order_by()
        .values_list(facet.column)
        .annotate(Count("pk"))
        .values_list(facet.column, "pk__count")
    )
    counts.pop(None, None)
    chosen = {key_of(term) for term in selection.chosen.get(facet.name, ())}
    terms = _terms(facet, counts, selection)
    options = [_option(facet, term, counts, chosen, selection) for term in terms]
    options = [option for option in options if option.count or option.is_chosen]
    return FacetCounts(facet, options, is_shortened=len(counts) > len(options))


def _terms(facet, counts, selection):
    """The facet's terms in their order; of companies only the most frequent and the chosen."""
    if facet.terms is Country:
        return list(Country)
    if facet.terms is Vendor:
        often = sorted(counts, key=lambda pk: -counts[pk])[:MOST_VENDORS]
        chosen = [term.pk for term in selection.chosen.get("vendor", ())]
        found = Vendor.objects.public().in_bulk([*chosen, *often])
        return [found[pk] for pk in dict.fromkeys([*chosen, *often]) if pk in found]
    return list(facet.terms.objects.all())


def _option(facet, term, counts, chosen, selection):
    key = key_of(term)
    is_chosen = key in chosen
    return Option(
        term=term,
        key=key,
        count=counts.get(key if facet.terms is Country else term.pk, 0),
        is_chosen=is_chosen,
        parameters=selection.without(facet.name, term)
        if is_chosen
        else selection.having(facet.name, term),
    )


def suggestions(query: str, language: Language, limit: int) -> QuerySet:
    """The best products for what has been typed so far; none for an empty query."""
    if not query_words(query):
        return ProductPage.objects.none()
    found = matching(ProductPage.objects.published(), query)
    return in_order(found, Selection(query=query), language).for_cards()[:limit]
