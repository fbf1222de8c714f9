"""What a visitor asks the catalogue for, read from the address.

Unknown parameters are ignored. A value that means nothing is dropped and kept in
`Selection.dropped`, so that the page can say so; it never fails.
"""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from catalog.models import (
    Application,
    Availability,
    Family,
    Industry,
    ProductPage,
    StrategicField,
    Vendor,
)
from catalog.models.vendors import Country

from .text import LONGEST_QUERY, normalize, query_words

MOST_VALUES = 20
SORTS = ("newest", "name", "price_low", "price_high")


@dataclass(frozen=True)
class Facet:
    """One way to narrow the catalogue: its parameter, the column it filters, its terms."""

    name: str
    column: str
    terms: type

    @property
    def lookup(self):
        return "slug" if self.terms is Vendor else "key"


FACETS = (
    Facet("field", "field", StrategicField),
    Facet("family", "family", Family),
    Facet("application", "applications", Application),
    Facet("industry", "industries", Industry),
    Facet("origin", "origin_country", Country),
    Facet("availability", "availability", Availability),
    Facet("vendor", "vendor", Vendor),
)
FACETS_BY_NAME = {facet.name: facet for facet in FACETS}


@dataclass(frozen=True)
class Dropped:
    """A value that was asked for and means nothing."""

    name: str
    value: str


@dataclass
class Selection:
    """A reading of the address: query, chosen terms by facet, order, page, what was dropped."""

    query: str = ""
    chosen: dict = field(default_factory=dict)
    sort: str = ""
    page: int = 1
    dropped: list = field(default_factory=list)

    @property
    def is_narrowed(self):
        return bool(self.query or self.chosen)

    def only(self, *names):
        """This selection as a page sees it that knows only these parameters."""
        return replace(
            self,
            query=self.query if "q" in names else "",
            chosen={name: terms for name, terms in self.chosen.items() if name in names},
            sort="",
            dropped=[drop for drop in self.dropped if drop.name in names],
        )

    @property
    def chips(self):
        """[(term, query string without it)] of everything chosen."""
        return [
            (term, self.without(name, term))
            for name, terms in self.chosen.items()
            for term in terms
        ]

    @property
    def countries(self):
        """The codes of the chosen countries, joined by commas."""
        return ",".join(country.value for country in self.chosen.get("origin", ()))

    @property
    def parameters_without_query(self):
        return self.parameters(q="")

    @property
    def hidden_fields(self):
        """[(name, value)] that a search form sends along to keep what is chosen."""
        kept = [(name, key_of(term)) for name, terms in self.chosen.items() for term in terms]
        return [*kept, ("sort", self.sort)] if self.sort else kept

    def parameters(self, **changes):
        """The query string of this selection with changes; a change of terms starts at page 1."""
        values = {
            "q": self.query,
            **{name: [key_of(term) for term in terms] for name, terms in self.chosen.items()},
            "sort": self.sort,
            **changes,
        }
        return urlencode({name: value for name, value in values.items() if value}, doseq=True)

    def without(self, name, term):
        """The query string with one chosen term taken out."""
        left = [key_of(other) for other in self.chosen[name] if key_of(other) != key_of(term)]
        return self.parameters(**{name: left})

    def having(self, name, term):
        """The query string with one more term of a facet."""
        keys = [key_of(other) for other in self.chosen.get(name, ())]
        return self.parameters(**{name: [*keys, key_of(term)]})


def key_of(term):
    """What stands for a term in an address: a vendor's slug, a country's code, else the key."""
    if isinstance(term, Country):
        return term.value
    return getattr(term, "slug", None) or term.key


def read_selection(parameters: QueryDict) -> Selection:
    """Read the address's parameters; see the module's promise about bad values."""
    selection = Selection()
    _read_query(selection, normalize(parameters.get("q", "")))
    for facet in FACETS:
        _read_facet(selection, facet, parameters.getlist(facet.name))
    sort = parameters.get("sort", "")
    if sort in SORTS:
        selection.sort = sort
    elif sort:
        selection.dropped.append(Dropped("sort", shortened(sort)))
    selection.page = _read_page(selection, parameters.get("page", ""))
    return selection


def _read_query(selection, asked):
    """Keep what can be searched for; say so of a query cut short or without a letter."""
    kept, rest = asked[:LONGEST_QUERY].strip(), asked[LONGEST_QUERY:]
    if query_words(kept):
        selection.query = kept
    else:
        rest = asked
    if rest:
        selection.dropped.append(Dropped("q", shortened(rest)))


def _read_facet(selection, facet, values):
    values = list(dict.fromkeys(value for value in values if value))
    if not values:
        return
    known = known_terms(facet, [value for value in values[:MOST_VALUES] if "\x00" not in value])
    chosen = [known[value] for value in values if value in known]
    if chosen:
        selection.chosen[facet.name] = chosen
    unknown = [value for value in values if value not in known]
    selection.dropped += [Dropped(facet.name, shortened(value)) for value in unknown[:MOST_VALUES]]


def known_terms(facet, values):
    """{value: term} of those values that name a term."""
    if facet.terms is Country:
        return {value: Country(value) for value in values if value in Country.values}
    terms = facet.terms.objects.filter(**{f"{facet.lookup}__in": values})
    if facet.terms is Vendor:
        terms = terms.public()
    return {key_of(term): term for term in terms}


def _read_page(selection, value):
    if not value:
        return 1
    if value.isascii() and value.isdecimal() and len(value) < 7 and int(value) > 0:
        return int(value)
    selection.dropped.append(Dropped("page", shortened(value)))
    return 1


def shortened(value):
    """A bad value as the page may show it: printable and short."""
    plain = "".join(part if part.isprintable() else "�" for part in value)
    return plain if len(plain) <= 40 else f"{plain[:39]}…"


def narrow(products: QuerySet, selection: Selection, *, leave_out="") -> QuerySet:
    """The products that have one of the chosen terms of every facet but `leave_out`."""
    for name, terms in selection.chosen.items():
        if name == leave_out:
            continue
        facet = FACETS_BY_NAME[name]
        values = [key_of(term) if facet.terms is Country else term.pk for term in terms]
        if facet.column in ("applications", "industries"):
            through = getattr(ProductPage, facet.column).through
            column = f"{facet.terms._meta.model_name}_id__in"
            rows = through.objects.filter(**{column: values}).values("productpage_id")
            products = products.filter(pk__in=rows)
        else:
            products = products.filter(**{f"{facet.column}__in": values})
    return products
