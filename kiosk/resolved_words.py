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
    found = in_each(lambda: _carried(read()))
    return found if any(found.values()) else None


def _carried(words):
    lang, text = spoken(words)
    is_fallback = getattr(words, "is_fallback", False)
    return Text(text, lang, is_fallback) if text and (lang or is_fallback) else text
