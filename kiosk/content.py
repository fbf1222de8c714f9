"""Published products -> what a screen shows, in both languages.

Reads everything in a fixed number of queries, however many products there are. Only
`on_kiosk` products enter, and of their places and certificates only what counts today.
"""

from django.db.models import QuerySet

from catalog.models import ProductPage
from center_site.languages import LANGUAGES

from . import manifest
from .choosing import first_to_see, related_slugs
from .interface_words import interface_words
from .models import Kiosk
from .panel_pictures import carried_picture, make_missing, pictures_of
from .product_record import product_record, product_side
from .resolved_words import in_both, in_each

MOST_FEATURED = 4
MOST_ATTRACT = 12
MOST_RELATED = 4


def build_content(kiosk: Kiosk, pages: list[ProductPage] | None = None) -> manifest.Content:
    """What `kiosk` shows at this moment, or what it would show of these pages."""
    is_preview = pages is not None
    pages = pages if is_preview else list(products_of(kiosk))
    images = pictures_of(pages, with_private=is_preview)
    make_missing(images.values())
    pictures = {str(pk): carried_picture(image) for pk, image in images.items()}
    pictures = {key: picture for key, picture in pictures.items() if picture}
    return manifest.Content(
        screen=screen_record(kiosk),
        languages=tuple(
            manifest.Language(language.code, language.html_lang, language.own_name)
            for language in LANGUAGES
        ),
        ui=in_each(interface_words),
        products=_products(pages, pictures),
        pictures=pictures,
        featured=tuple(first_to_see(pages, MOST_FEATURED)),
        attract=tuple(first_to_see(pages, MOST_ATTRACT)),
        **_vocabulary(pages),
    )


def products_of(kiosk: Kiosk) -> QuerySet[ProductPage]:
    """The products of the screen in the order of its lists, with all that they show."""
    found = ProductPage.objects.on_kiosk().order_by(
        "field__sort_order", "family__sort_order", "-is_featured", "sort_name_ko", "pk"
    )
    # Each company, term and picture is read once and shared by the products that have it.
    return found.prefetch_related(
        "vendor",
        "field",
        "family__field",
        "family__family_specs",
        "availability",
        "image__renditions",
        "gallery__image__renditions",
        "highlights",
        "specs__choice",
        "specs__spec_key__choices",
        "exhibit_places__hall",
        "certificates__mark",
        "related_links",
    )


def screen_record(kiosk: Kiosk) -> manifest.Screen:
    width, height = kiosk.panel_size
    panel = manifest.Panel(
        diagonal_inches=float(kiosk.panel_diagonal_inches),
        orientation=kiosk.panel_orientation,
        width_px=width,
        height_px=height,
        lower_edge_mm=kiosk.panel_lower_edge_mm,
    )
    return manifest.Screen(kiosk.slug, kiosk.title, kiosk.idle_seconds, panel)


def _products(pages, pictures):
    related = related_slugs(pages, MOST_RELATED)
    sides = in_each(lambda: [product_side(page) for page in pages])
    return tuple(
        product_record(
            page,
            {code: of_all[place] for code, of_all in sides.items()},
            pictures=[str(image.pk) for image in page.pictures if str(image.pk) in pictures],
            related=related[page.pk],
        )
        for place, page in enumerate(pages)
    )


def _vocabulary(pages):
    """The words that these products refer to by key, each once, in their own order."""
    return {
        "fields": _terms((page.field for page in pages), _field),
        "families": _terms((page.family for page in pages), _family),
        "availability": _terms((page.availability for page in pages if page.availability), _term),
        "vendors": _vendors(pages),
        "spec_keys": _terms((row.spec_key for page in pages for row in page.spec_rows), _term),
        "marks": _terms((row.mark for page in pages for row in page.valid_certificates), _term),
        "halls": _terms((row.hall for page in pages for row in page.places_on_show), _hall),
    }


def _terms(terms, record):
    found = sorted({term.key: term for term in terms}.values(), key=_term_order)
    return {term.key: record(term) for term in found}


def _term_order(term):
    return term.sort_order, term.key


def _term(term):
    return manifest.Term(name=in_both(lambda: term.name))


def _field(field):
    return manifest.Field(name=in_both(lambda: field.name))


def _family(family):
    return manifest.Family(field=family.field.key, name=in_both(lambda: family.name))


def _hall(hall):
    return manifest.Hall(name=in_both(lambda: hall.name), floor=hall.floor)


def _vendors(pages):
    found = {page.vendor.slug: page.vendor for page in pages}
    return {slug: _vendor(found[slug]) for slug in sorted(found)}


def _vendor(vendor):
    return manifest.Vendor(
        name=in_both(lambda: vendor.name),
        country=vendor.country_code,
        city=in_both(lambda: vendor.city),
        founded=str(vendor.founded_year or ""),
        summary=in_both(lambda: vendor.summary),
    )
