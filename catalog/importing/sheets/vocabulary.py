"""The words of `fixtures/sheet_words.json`, ready to be looked up."""

import json
from functools import cache

from catalog.importing.taxonomy import FIXTURES

from .text import compact


@cache
def _words():
    return json.loads((FIXTURES / "sheet_words.json").read_text("utf-8"))


@cache
def lists(name: str) -> dict[str, list[str]]:
    """{meaning: words, compact} of one group, in the file's order."""
    return {
        meaning: list(dict.fromkeys(compact(word) for word in words.split("|") if compact(word)))
        for meaning, words in _words()[name].items()
    }


@cache
def lookup(name: str) -> dict[str, str]:
    """{compact word: meaning}; a word with several meanings has the first."""
    found = {}
    for meaning, words in lists(name).items():
        for word in words:
            found.setdefault(word, meaning)
    return found


@cache
def word_set(name: str) -> frozenset:
    """The compact words of a group that has one meaning."""
    return frozenset(compact(word) or word for word in _words()[name].split("|"))


def is_placeholder(text: str) -> bool:
    """Whether a cell says that there is nothing to say: -, 없음, 无, TBD."""
    stripped = compact(text)
    return not stripped or stripped in word_set("placeholders")
