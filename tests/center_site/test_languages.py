"""Which words a reader gets when some are missing."""

from itertools import product

import pytest
from django.utils import translation

from center_site.languages import (
    CHINESE,
    KOREAN,
    LANGUAGES,
    Words,
    by_code,
    current_language,
    lang_of,
    script_runs,
    words,
)

TEXTS = {"ko": "이름", "zh": "名称", "en": "name"}
HTML_LANG = {"ko": "ko", "zh": "zh-Hans", "en": "en"}
ORDER = {KOREAN: ("ko", "zh", "en"), CHINESE: ("zh", "ko", "en")}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("present", list(product([True, False], repeat=3)), ids=str)
def test_words_fall_back_to_the_other_language_then_english(language, present):
    there = [suffix for suffix, is_there in zip(TEXTS, present, strict=True) if is_there]
    source = {f"name_{suffix}": TEXTS[suffix] if suffix in there else "" for suffix in TEXTS}
    best = next((suffix for suffix in ORDER[language] if suffix in there), None)
    expected = (
        Words(TEXTS[best], HTML_LANG[best], is_fallback=best != language.suffix)
        if best
        else Words("", language.html_lang)
    )
    assert words(source, "name", language) == expected
    assert bool(words(source, "name", language)) is bool(there)


def test_words_are_read_from_objects_and_mappings_alike():
    class Thing:
        name_ko = "이름"
        name_zh = None

    assert words(Thing(), "name", CHINESE) == Words("이름", "ko", is_fallback=True)
    assert words({}, "name", KOREAN) == Words("", "ko")


@pytest.mark.parametrize(
    ("active", "language"),
    [("ko", KOREAN), ("zh-hans", CHINESE), ("zh-cn", CHINESE), ("en", KOREAN), (None, KOREAN)],
)
def test_current_language_is_one_of_the_two(active, language):
    with translation.override(active):
        assert current_language() is language


def test_each_language_knows_the_other():
    assert (KOREAN.other, CHINESE.other) == (CHINESE, KOREAN)
    assert by_code("zh-hans") is CHINESE
    with pytest.raises(KeyError):
        by_code("en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [("로봇", "ko"), ("机器人", "zh-Hans"), ("AI 로봇 机器人", "ko"), ("G1", "en"), ("", "en")],
)
def test_script_tells_the_language(text, lang):
    assert lang_of(text) == lang


def test_runs_of_script_put_together_are_the_text():
    text = "한빛 H1 (韩光H1) · 2026"
    assert "".join(run for _lang, run in script_runs(text)) == text
    assert {lang for lang, run in script_runs(text) if "韩" in run} == {"zh-Hans"}
