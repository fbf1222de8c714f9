"""Which language of a product is missing, a draft, out of date or ready.

The rule is symmetric: each side remembers a hash of the *other* side's words at the
moment it was confirmed. If those words change afterwards, the side is out of date until
someone confirms it again, whichever of the two was written first.
"""

import hashlib
import json

from catalog.models import ProductPage
from catalog.models.products import LanguageState
from center_site.languages import LANGUAGES, Language

WORDS = ("title", "tagline", "summary", "regulatory_note")
REQUIRED = ("title", "summary")


def words_hash(page: ProductPage, language: Language) -> str:
    """A hash of all words of one language of the page, highlights and longer text included."""
    parts = [getattr(page, f"{name}_{language.suffix}") for name in WORDS]
    parts += [getattr(row, f"text_{language.suffix}") for row in page.highlights.all()]
    parts += [_block_words(block.value, language) for block in page.body]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _block_words(value, language):
    """The words of one language of a block value, however deep."""
    if hasattr(value, "items"):
        return [
            str(part) if name.endswith(f"_{language.suffix}") else _block_words(part, language)
            for name, part in value.items()
            if name.endswith(f"_{language.suffix}") or hasattr(part, "items") or _is_list(part)
        ]
    return [_block_words(part, language) for part in value] if _is_list(value) else []


def _is_list(value):
    return hasattr(value, "__iter__") and not isinstance(value, (str, bytes))


def confirm(page: ProductPage, language: Language) -> None:
    """Remember that `language` says what the other language says now."""
    setattr(page, f"confirmed_hash_{language.suffix}", words_hash(page, language.other))


def missing_words(page: ProductPage, language: Language) -> list[str]:
    """The required words of `language` that are empty, by field name."""
    return [name for name in REQUIRED if not getattr(page, f"{name}_{language.suffix}")]


def language_state(page: ProductPage, language: Language) -> LanguageState:
    """The derived state of one language of the page."""
    if missing_words(page, language):
        return LanguageState.MISSING
    if not getattr(page, f"is_ready_{language.suffix}"):
        return LanguageState.DRAFT
    confirmed = getattr(page, f"confirmed_hash_{language.suffix}")
    if confirmed and confirmed != words_hash(page, language.other):
        return LanguageState.OUTDATED
    return LanguageState.READY


def stamp_states(page: ProductPage) -> None:
    """Write the derived states into their indexed columns."""
    for language in LANGUAGES:
        setattr(page, f"state_{language.suffix}", language_state(page, language))
