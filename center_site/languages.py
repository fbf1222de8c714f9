"""The two languages, and which words to show when one of them is missing.

A model keeps its words in explicit columns, `summary_ko` and `summary_zh`. `words`
picks the reader's; where that is empty it takes the other language's, then English,
and says so, so that a template can mark the language and label the fallback.
"""

import re
from dataclasses import dataclass

from django.utils import translation

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
RUNS = re.compile(f"({HANGUL.pattern}+|{HAN.pattern}+)")


@dataclass(frozen=True)
class Language:
    """One side of the centre: its URL code, column suffix, HTML lang and own name."""

    code: str
    suffix: str
    html_lang: str
    own_name: str
    locale: str

    @property
    def other(self):
        return CHINESE if self is KOREAN else KOREAN


KOREAN = Language("ko", "ko", "ko", "한국어", "ko_KR")
CHINESE = Language("zh-hans", "zh", "zh-Hans", "中文", "zh_Hans_CN")
LANGUAGES = (KOREAN, CHINESE)


@dataclass(frozen=True)
class Words:
    """A text, the HTML lang it is written in, and whether it stands in for a missing one."""

    text: str
    lang: str
    is_fallback: bool = False

    def __bool__(self):
        return bool(self.text)

    def __str__(self):
        return self.text


def current_language():
    """The active language; a CMS in English counts as Korean."""
    return CHINESE if (translation.get_language() or "").startswith("zh") else KOREAN


def by_code(code):
    """The language with this URL code. Raises KeyError for any other."""
    return {language.code: language for language in LANGUAGES}[code]


def words(source, name, language=None):
    """The words called `name` of a model or mapping in `language` (the active one).

    Falls back to the other language, then to `name_en`, then to empty words.
    """
    language = language or current_language()
    for candidate, lang in (
        (language.suffix, language.html_lang),
        (language.other.suffix, language.other.html_lang),
        ("en", "en"),
    ):
        text = _read(source, f"{name}_{candidate}")
        if text:
            return Words(text, lang, is_fallback=candidate != language.suffix)
    return Words("", language.html_lang)


def script_runs(text):
    """[(lang, run)] of a text: "ko" for Hangul, "zh-Hans" for Han, "" for what is neither."""
    return [
        (
            KOREAN.html_lang if HANGUL.match(run) else CHINESE.html_lang if HAN.match(run) else "",
            run,
        )
        for run in RUNS.split(text)
        if run
    ]


def lang_of(text):
    """The HTML lang of a text by its script: Hangul is Korean, Han Chinese, else English."""
    if HANGUL.search(text):
        return KOREAN.html_lang
    return CHINESE.html_lang if HAN.search(text) else "en"


def _read(source, key):
    value = source.get(key) if hasattr(source, "get") else getattr(source, key, "")
    return getattr(value, "source", value) or ""  # a rich text's words are its source
