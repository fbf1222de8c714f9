"""Absolute addresses, and the address of one page in each language.

Both languages share one path after the prefix, so the other language of any page is a
change of prefix and never a look-up.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings

from .languages import KOREAN, LANGUAGES, Language


@dataclass(frozen=True)
class Alternate:
    """This page in one language: for search engines without the query, for people with it."""

    language: Language
    url: str
    path: str
    is_current: bool


def origin_of(request):
    """Scheme and host of the public site: PUBLIC_ORIGIN, else where the request came in."""
    return settings.PUBLIC_ORIGIN or f"{request.scheme}://{request.get_host()}"


def public_origin():
    """The origin for addresses made outside a request, such as those in QR codes."""
    return settings.PUBLIC_ORIGIN or settings.LOCAL_ORIGIN


def alternates(request):
    """This page in both languages. Pages outside the languages lead to each one's home."""
    rest = path_after_language(request.path)
    query = urlencode(sorted(request.GET.lists()), doseq=True)
    return [
        Alternate(
            language=language,
            url=f"{origin_of(request)}/{language.code}/{rest}",
            path=f"/{language.code}/{rest}" + (f"?{query}" if query else ""),
            is_current=request.path.startswith(f"/{language.code}/"),
        )
        for language in LANGUAGES
    ]


def path_after_language(path):
    """`/ko/products/` -> `products/`; "" for a path without a language."""
    for language in LANGUAGES:
        prefix = f"/{language.code}/"
        if path.startswith(prefix):
            return path.removeprefix(prefix)
    return ""


def default_alternate(request):
    """The x-default address: the language chooser for the home page, Korean elsewhere."""
    rest = path_after_language(request.path)
    start = origin_of(request)
    return f"{start}/{KOREAN.code}/{rest}" if rest else f"{start}/"
