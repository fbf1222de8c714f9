"""Which language of a product is missing, a draft, out of date or ready.

The rule is symmetric: each side remembers a hash of the *other* side's words at the
moment it was confirmed. If those words change afterwards, the side is out of date until
someone confirms it again, whichever of the two was written first.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from catalog.models import LanguageState, ProductPage
from center_site.languages import LANGUAGES, Language

WORDS = ("title", "tagline", "summary", "regulatory_note")
REQUIRED = ("title", "summary")


@dataclass(frozen=True)
class Side:
    """One language of a page as it stood before an edit."""

    words: str
    is_behind: bool


def words_hash(page: ProductPage, language: Language) -> str:
    """A hash of all words of one language of the page.

    Empty places do not count: a new point with Korean words only leaves the Chinese as
    it was.
    """
    parts = all_words(page, language)
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def all_words(page: ProductPage, language: Language) -> list[str]:
    """Every text of one language of the page, highlights and longer text included."""
    ending = f"_{language.suffix}"
    parts = [getattr(page, f"{name}{ending}") for name in WORDS]
    parts += [text for row in page.highlights.all() if (text := getattr(row, f"text{ending}"))]
    return parts + [text for block in page.body for text in _words_in(block.value, ending)]


def _words_in(value, ending):
    """The words of one language in a block value, however deep."""
    if hasattr(value, "items"):
        for name, part in value.items():
            if name.endswith(ending):
                yield from filter(None, [str(getattr(part, "source", part) or "")])
            else:
                yield from _words_in(part, ending)
    elif hasattr(value, "__iter__") and not isinstance(value, (str, bytes)):
        for part in value:
            yield from _words_in(part, ending)


def confirm(page: ProductPage, language: Language) -> None:
    """Remember that `language` says what the other language says now."""
    setattr(page, f"confirmed_hash_{language.suffix}", words_hash(page, language.other))


def missing_words(page: ProductPage, language: Language) -> list[str]:
    """The required words of `language` that are empty, by field name."""
    return [name for name in REQUIRED if not getattr(page, f"{name}_{language.suffix}")]


def is_outdated(page: ProductPage, language: Language) -> bool:
    """Whether the other language has changed since `language` was last confirmed."""
    confirmed = getattr(page, f"confirmed_hash_{language.suffix}")
    return bool(confirmed) and confirmed != words_hash(page, language.other)


def is_behind(page: ProductPage, language: Language) -> bool:
    """Whether `language` is the side that still has to follow the other."""
    if missing_words(page, language) or is_outdated(page, language):
        return True
    ready = {side: getattr(page, f"is_ready_{side.suffix}") for side in LANGUAGES}
    return ready[language.other] and not ready[language]


def sides(page: ProductPage) -> dict[Language, Side]:
    """Both languages as they stand, to be kept over an edit for `follow_edit`."""
    return {
        language: Side(words_hash(page, language), is_behind(page, language))
        for language in LANGUAGES
    }


def follow_edit(
    page: ProductPage, before: dict[Language, Side], *, confirmed: Iterable[Language] = ()
) -> None:
    """Settle which language is out of date now that an editor has changed words.

    Changing one language makes the other out of date, with three exceptions: both were
    changed; the changed one was behind, so it has caught up (the editor's form saves
    itself while one types, so one sitting may be several edits); or the editor says that
    a language in `confirmed` still says the same.
    """
    changed = [side for side in LANGUAGES if words_hash(page, side) != before[side].words]
    if len(changed) == 2 or any(before[side].is_behind for side in changed):
        confirmed = LANGUAGES
    for side in changed:
        if not getattr(page, f"confirmed_hash_{side.other.suffix}"):
            # never confirmed yet: it stood beside these words until now
            setattr(page, f"confirmed_hash_{side.other.suffix}", before[side].words)
    for language in confirmed:
        confirm(page, language)


def language_state(page: ProductPage, language: Language) -> LanguageState:
    """The derived state of one language of the page."""
    if missing_words(page, language):
        return LanguageState.MISSING
    if not getattr(page, f"is_ready_{language.suffix}"):
        return LanguageState.DRAFT
    return LanguageState.OUTDATED if is_outdated(page, language) else LanguageState.READY


def stamp_states(page: ProductPage) -> None:
    """Write the derived states into their indexed columns."""
    for language in LANGUAGES:
        setattr(page, f"state_{language.suffix}", language_state(page, language))
