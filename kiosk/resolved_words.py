"""Words resolved for both languages, as the content carries them."""

from collections.abc import Callable

from django.utils import translation

from center_site.languages import LANGUAGES
from center_site.templatetags.site_tags import spoken

from .manifest import Text, Words


def in_each(read: Callable) -> dict:
    """{language code: what `read` gives while that language is active}."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language.code):
            found[language.code] = read()
    return found


def in_both(read: Callable) -> Words | None:
    """The words that `read` gives in each language; None if there are none in either."""
    return unless_empty(in_each(lambda: carried(read())))


def unless_empty(pair: dict) -> dict | None:
    return pair if any(pair.values()) else None


def carried(words) -> str | Text:
    """Words as they travel in the active language: marked where they are in another."""
    lang, text = spoken(words)
    is_fallback = getattr(words, "is_fallback", False)
    return Text(text, lang, is_fallback) if text and (lang or is_fallback) else text
