"""One product as a screen carries it."""

from collections.abc import Iterable

from django.urls import reverse

from catalog.formatting import format_day, split_unit
from catalog.models import ProductPage
from center_site.addresses import public_origin

from .manifest import Certificate, Figure, Place, Price, Product, Spec
from .resolved_words import in_both, in_each

LONGEST_HEADLINE = 16


def product_record(page: ProductPage, *, pictures: Iterable, related: Iterable[str]) -> Product:
    """The product with the keys of its `pictures` and the slugs of its `related` products."""
    return Product(
        slug=page.slug,
        field=page.field.key,
        family=page.family.key,
        vendor=page.vendor.slug,
        country=page.origin_country,
        title=in_both(lambda: page.heading),
        page_url=in_each(lambda: public_origin() + page.get_absolute_url()),
        qr_url=in_each(lambda: reverse("product_qr", args=[page.slug])),
        tagline=in_both(lambda: page.tagline),
        summary=in_both(lambda: page.summary),
        note=in_both(lambda: page.regulatory_note),
        highlights=tuple(_highlights(page)),
        specs=tuple(_spec(row) for row in page.spec_rows),
        price=in_each(lambda: _price(page.price)) if page.price_minimum is not None else None,
        availability=page.availability.key if page.availability else "",
        released=in_each(lambda: page.release) if page.released_on else None,
        places=tuple(_place(place) for place in page.places_on_show),
        certificates=tuple(_certificate(row) for row in page.valid_certificates),
        pictures=tuple(pictures),
        related=tuple(related),
    )


def _highlights(page):
    points = (in_both(lambda row=row: row.text) for row in page.highlights.all())
    return (point for point in points if point)


def _spec(row):
    value = in_both(lambda: row.value)
    longest = max(len(getattr(words, "text", words)) for words in value.values())
    is_headline = row.is_headline and longest <= LONGEST_HEADLINE
    is_numeric = row.minimum is not None or row.maximum is not None
    return Spec(
        key=row.spec_key.key,
        value=value,
        figure=in_each(lambda: Figure(*split_unit(row))) if is_headline and is_numeric else None,
        is_headline=is_headline,
    )


def _price(price):
    return Price(
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
    return Certificate(
        mark=row.mark.key,
        number=row.number,
        expires=in_each(lambda: format_day(row.expires_on)) if row.expires_on else None,
    )
