"""Which language of a product is missing, a draft, out of date or ready: the same both ways."""

import json

import pytest

from catalog.models import ProductHighlight
from catalog.models.products import LanguageState
from catalog.translation import confirm, language_state, missing_words, words_hash
from center_site.languages import LANGUAGES
from tests.factories import build_product, make_image

pytestmark = pytest.mark.usefixtures("taxonomy")

either_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda side: side.code)
BLOCKS = {
    "heading": {"text_ko": "소개", "text_zh": "介绍"},
    "text": {"text_ko": "<p>로봇</p>", "text_zh": "<p>机器人</p>"},
    "facts": {"facts": [{"figure": "67", "label_ko": "제품", "label_zh": "产品"}]},
    "programmes": {
        "programmes": [
            {"name_ko": "상담", "name_zh": "洽谈", "text_ko": "", "text_zh": "", "is_planned": True}
        ]
    },
}
CHANGED = {
    "heading": {"text": "달라진 말"},
    "text": {"text": "<p>달라진 말</p>"},
    "facts": {"facts": [{"label": "달라진 말"}]},
    "programmes": {"programmes": [{"text": "달라진 말"}]},
}


def body(**blocks):
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks.items()])


@either_language
def test_complete_and_ready_is_ready(language):
    assert language_state(build_product(), language) == LanguageState.READY


@either_language
@pytest.mark.parametrize("name", ["title", "summary"])
def test_without_a_needed_word_it_is_missing(language, name):
    page = build_product(**{f"{name}_{language.suffix}": ""})
    assert missing_words(page, language) == [name]
    assert language_state(page, language) == LanguageState.MISSING
    assert language_state(page, language.other) == LanguageState.READY


@either_language
def test_not_marked_ready_it_is_a_draft(language):
    page = build_product(**{f"is_ready_{language.suffix}": False})
    assert language_state(page, language) == LanguageState.DRAFT
    assert language_state(page, language.other) == LanguageState.READY


@either_language
@pytest.mark.parametrize("name", ["title", "tagline", "summary", "regulatory_note"])
def test_changed_words_put_the_other_language_out_of_date_until_confirmed(language, name):
    page = build_product()
    setattr(page, f"{name}_{language.suffix}", "달라진 말")
    assert language_state(page, language.other) == LanguageState.OUTDATED
    assert language_state(page, language) == LanguageState.READY
    confirm(page, language.other)
    assert language_state(page, language.other) == LanguageState.READY


@either_language
def test_changed_highlight_counts(language):
    page = build_product(highlights=[("튼튼", "结实")])
    page.highlights = [
        ProductHighlight(**{"text_ko": "튼튼", "text_zh": "结实", f"text_{language.suffix}": "x"})
    ]
    assert language_state(page, language.other) == LanguageState.OUTDATED
    assert language_state(page, language) == LanguageState.READY


@either_language
def test_facts_are_no_words(language):
    page = build_product()
    page.price_minimum, page.price_currency = 5, "KRW"
    page.is_featured = True
    assert language_state(page, language) == LanguageState.READY


@either_language
@pytest.mark.parametrize("kind", BLOCKS)
def test_changed_word_in_a_block_counts_for_its_language_only(language, kind):
    page = build_product(body=body(**BLOCKS))
    before = {side: words_hash(page, side) for side in LANGUAGES}
    page.body = body(**{**BLOCKS, kind: changed(kind, language)})
    assert words_hash(page, language) != before[language]
    assert words_hash(page, language.other) == before[language.other]
    assert language_state(page, language.other) == LanguageState.OUTDATED


def changed(kind, language):
    """The block with one word of this language changed, at its own depth."""
    [(name, change)] = CHANGED[kind].items()
    if isinstance(change, str):
        return {**BLOCKS[kind], f"{name}_{language.suffix}": change}
    [row], [(word, text)] = BLOCKS[kind][name], change[0].items()
    return {name: [{**row, f"{word}_{language.suffix}": text}]}


def test_captions_count_and_another_picture_does_not(db):
    first, second = make_image(), make_image()
    captions = {"caption_ko": "앞모습", "caption_zh": "正面"}
    page = build_product(body=body(picture={"image": first.pk, **captions}))
    before = [words_hash(page, side) for side in LANGUAGES]
    page.body = body(picture={"image": second.pk, **captions})
    assert [words_hash(page, side) for side in LANGUAGES] == before
    page.body = body(picture={"image": second.pk, **captions, "caption_zh": "侧面"})
    korean, chinese = (words_hash(page, side) for side in LANGUAGES)
    assert korean == before[0]
    assert chinese != before[1]
