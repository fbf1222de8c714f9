"""What every template of the public pages may use, computed only when a template asks."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from .addresses import alternates, origin_of
from .languages import LANGUAGES, current_language
from .models import ContentPage, HomePage


def site(request):
    """`language`, `languages`, `menu_pages`, and the address of this page in each language."""
    return {
        "language": current_language(),
        "languages": LANGUAGES,
        "alternates": SimpleLazyObject(lambda: alternates(request)),
        "origin": SimpleLazyObject(lambda: origin_of(request)),
        "centre_picture": SimpleLazyObject(_centre_picture),
        "menu_pages": SimpleLazyObject(_menu_pages),
        "site_name": settings.WAGTAIL_SITE_NAME,
    }


def _centre_picture():
    """The home page's picture, for link previews of pages that have none of their own."""
    home = HomePage.objects.live().select_related("image").first()
    return home and home.image


def _menu_pages():
    """[(page, address)] of the menu. A content page's path starts below the home page's slug."""
    pages = ContentPage.objects.live().in_menu().order_by("path")
    return [
        (page, reverse("wagtail_serve", args=[page.url_path.split("/", 2)[2]])) for page in pages
    ]
