"""What the catalogue knows, as cells name it: families, fields, marks, spec keys."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from catalog.models import (
    Availability,
    CertificationMark,
    Family,
    Industry,
    SpecKey,
    StrategicField,
)

from .text import compact, in_brackets, plain, without_brackets
from .vocabulary import is_placeholder, lists, word_set

LATIN = re.compile(r"[a-z0-9]+")
SHORT_LATIN = 5


@dataclass(frozen=True)
class Key:
    """A spec key, without its row."""

    key: str
    unit: str
    value_type: str
    choices: tuple
    order: int

    @property
    def is_numeric(self):
        return self.value_type in SpecKey.NUMERIC

    @property
    def is_written_as_text(self):
        """Whether its value is a text in files: ranges are (“23-43”), single numbers are not."""
        return self.value_type not in (SpecKey.ValueType.NUMBER, SpecKey.ValueType.INTEGER)


class SheetTerms:
    """The taxonomy as the database has it now, with the words companies use for it."""

    def __init__(self):
        self.family = lru_cache(maxsize=4096)(self._family)
        self.field = lru_cache(maxsize=4096)(self._field)

    @cached_property
    def families(self):
        """{key: field's key}"""
        return dict(Family.objects.values_list("key", "field__key"))

    @cached_property
    def _family_words(self):
        return _named(Family, lists("families"))

    @cached_property
    def _field_words(self):
        return _named(StrategicField, lists("fields"))

    @cached_property
    def _mark_words(self):
        return _named(CertificationMark, lists("certifications"))

    @cached_property
    def _availability_words(self):
        return _named(Availability, lists("availability"))

    @cached_property
    def _industry_words(self):
        return _named(Industry, lists("industries"))

    @cached_property
    def spec_keys(self):
        rows = SpecKey.objects.prefetch_related("choices")
        return {
            row.key: Key(
                row.key,
                row.unit,
                row.value_type,
                tuple((item.key, item.name_ko, item.name_zh) for item in row.choices.all()),
                order,
            )
            for order, row in enumerate(rows)
        }

    @cached_property
    def spec_labels(self):
        """{compact label: keys in the taxonomy's order}"""
        labels = {}
        listed = lists("specs")
        names = SpecKey.objects.values_list("key", "name_ko", "name_zh", "name_en")
        for key, *own in names:
            for word in [*_forms(*own), *listed.get(key, ())]:
                found = labels.setdefault(word, [])
                if key not in found:
                    found.append(key)
        return labels

    @cached_property
    def offers(self):
        """{family: {spec key: its place}}"""
        rows = Family.objects.prefetch_related("family_specs__spec_key")
        return {
            row.key: {item.spec_key.key: at for at, item in enumerate(row.family_specs.all())}
            for row in rows
        }

    def _family(self, text: str) -> str | None:
        """The family a cell names, by its own words or by the longest known words in it."""
        return _find(text, self._family_words, word_set("foreign_families"))

    def _field(self, text: str) -> str | None:
        return _find(text, self._field_words)

    def availability(self, text: str) -> str | None:
        return _find(text, self._availability_words)

    def mark(self, text: str) -> str | None:
        return self._mark_words.get(compact(text))

    @property
    def mark_words(self):
        return self._mark_words

    def industries(self, text: str) -> list[str]:
        """The industries that a cell lists, in its order."""
        parts = re.split(r"[,、;/·|\n和与및]+", plain(text))
        found = (_find(part, self._industry_words) for part in parts if part.strip())
        return list(dict.fromkeys(key for key in found if key))


def _named(model, words):
    """{compact word: key} of a model's terms: their own names first, then what else is said."""
    found = {}
    for key, *names in model.objects.values_list("key", "name_ko", "name_zh", "name_en"):
        for word in _forms(key, *names):
            found.setdefault(word, key)
    known = set(found.values())
    for key, others in words.items():
        if key in known:
            for word in others:
                found.setdefault(word, key)
    return found


def _forms(*names):
    """A name whole, outside its brackets and inside them: 高度（身高） is 高度 and 身高."""
    for name in filter(None, names):
        texts = [name, without_brackets(name)]
        texts += [part for part in in_brackets(name) if len(compact(part)) > 1 or part == "키"]
        yield from dict.fromkeys(compact(text) for text in texts if compact(text))


def _find(text, words, foreign=()):
    """The meaning of a whole cell, of it without brackets, or of the longest word in it."""
    if is_placeholder(text):
        return None
    whole = compact(text)
    outside = compact(without_brackets(plain(text)))
    for candidate in (whole, outside, *map(compact, in_brackets(plain(text)))):
        if candidate in words:
            return words[candidate]
    if any(word in whole for word in foreign):
        return None
    longest = max(map(len, words), default=0)
    parts = _parts(outside or whole, longest)
    return next((words[part] for part in parts if part in words), None)


def _parts(text, longest):
    """Every part of the text that may be a word, the longest first; the later of two, as the
    noun comes last. None is longer than a word can be: a cell may hold thousands of letters.
    """
    for length in range(min(len(text) - 1, longest), 1, -1):
        for start in range(len(text) - length, -1, -1):
            part = text[start : start + length]
            if _stands_apart(text, start, length, part):
                yield part


def _stands_apart(text, start, length, part):
    """Short Latin words are words only by themselves: `ai` is not in `lidar`'s `air`."""
    if not LATIN.fullmatch(part):
        return True
    before, after = text[start - 1 : start], text[start + length : start + length + 1]
    if LATIN.match(before) or LATIN.match(after):
        return False
    return len(part) >= 3
