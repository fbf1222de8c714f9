"""One product as a screen carries it: its two sides, and the facts between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from catalog.formatting import format_day, split_unit
from catalog.models import ProductPage
from center_site.addresses import public_origin
from center_site.languages import LANGUAGES

from .manifest import Certificate, Figure, Place, Price, Product, Spec, Text
from .resolved_words import carried, unless_empty

LONGEST_HEADLINE = 16


@dataclass(frozen=True)
class Side:
    """What a product says in one language. The lists follow the product's own rows."""

    title: str | Text
    tagline: str | Text
    summary: str | Text
    note: str | Text
    highlights: list[str | Text]
    values: list[str | Text]
    figures: list[Figure]
    price: Price | None
    released: str
    page_url: str
    qr_url: str


def product_side(page: ProductPage) -> Side:
    """The side of the active language. Switching languages costs more than reading one
    product, so whoever has many reads all of them in one language, then in the other."""
    points = (carried(row.text) for row in page.highlights.all())
    return Side(
        title=carried(page.heading),
        tagline=carried(page.tagline),
        summary=carried(page.summary),
        note=carried(page.regulatory_note),
        highlights=[point for point in points if point],
        values=[carried(row.value) for row in page.spec_rows],
        figures=[Figure(*split_unit(row)) for row in page.spec_rows if row.is_headline],
        price=_price(page.price),
        released=page.release,
        page_url=public_origin() + page.get_absolute_url(),
        qr_url=reverse("product_qr", args=[page.slug]),
    )


def product_record(
    page: ProductPage,
    sides: dict[str, Side],
    *,
    pictures: Iterable[str],
    related: Iterable[str],
) -> Product:
    """The product with its sides by language, the keys of its `pictures` and the slugs of
    its `related` products."""

    def both(name):
        return {code: getattr(side, name) for code, side in sides.items()}

    def rows(name):
        lists = both(name)
        return (dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True))

    return Product(
        slug=page.slug,
        field=page.field.key,
        family=page.family.key,
        vendor=page.vendor.slug,
        country=page.origin_country,
        title=both("title"),
        page_url=both("page_url"),
        qr_url=both("qr_url"),
        tagline=unless_empty(both("tagline")),
        summary=unless_empty(both("summary")),
        note=unless_empty(both("note")),
        highlights=tuple(rows("highlights")),
        specs=tuple(_specs(page.spec_rows, rows("values"), rows("figures"))),
        price=unless_empty(both("price")),
        availability=page.availability.key if page.availability else "",
        released=unless_empty(both("released")),
        places=tuple(_place(place) for place in page.places_on_show),
        certificates=tuple(_certificate(row) for row in page.valid_certificates),
        pictures=tuple(pictures),
        related=tuple(related),
    )


def _specs(spec_rows, values, figures):
    for row, value in zip(spec_rows, values, strict=True):
        figure = next(figures) if row.is_headline else None
        is_headline = row.is_headline and _is_short(value)
        is_numeric = row.minimum is not None or row.maximum is not None
        yield Spec(
            key=row.spec_key.key,
            value=value,
            figure=figure if is_headline and is_numeric else None,
            is_headline=is_headline,
        )


def _is_short(value):
    texts = (getattr(words, "text", words) for words in value.values())
    return max(map(len, texts)) <= LONGEST_HEADLINE


def _price(price):
    return price and Price(
        amount=price.amount,
        basis=price.basis,
        period=price.period,
        tax=price.tax,
        as_of=price.as_of,
    )


def _place(place):
    return Place(
        hall=place.hall.key,
        stand=place.stand,
        zone=place.zone,
        map_x=None if place.map_x is None else float(place.map_x),
        map_y=None if place.map_y is None else float(place.map_y),
    )


def _certificate(row):
    day = row.expires_on
    return Certificate(
        mark=row.mark.key,
        number=row.number,
        expires=day and {language.code: format_day(day, language) for language in LANGUAGES},
    )
