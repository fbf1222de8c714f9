"""Which language an edit leaves out of date: the same rule for both, whichever came first."""

import pytest

from catalog.models.products import LanguageState
from catalog.translation import language_state
from center_site.languages import CHINESE, KOREAN, LANGUAGES
from tests.catalog.cms import edit, edit_page, form_data
from tests.factories import make_product

BOTH = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.suffix)
READY, OUTDATED, MISSING, DRAFT = (
    LanguageState.READY,
    LanguageState.OUTDATED,
    LanguageState.MISSING,
    LanguageState.DRAFT,
)


@pytest.fixture
def product(product_index):
    return make_product(product_index, highlights=[("가볍다", "轻巧")])


def states(page, language):
    """(state of `language`, state of the other) as the draft's words have it."""
    return language_state(page, language), language_state(page, language.other)


def field(name, language):
    return f"{name}_{language.suffix}"


def test_saving_without_a_change_leaves_both_ready(product):
    assert states(edit(product), KOREAN) == (READY, READY)


@BOTH
@pytest.mark.parametrize("name", ["title", "tagline", "summary", "regulatory_note"])
def test_changing_one_language_makes_the_other_out_of_date(product, language, name):
    after = edit(product, **{field(name, language): "새 말 新词"})
    assert states(after, language) == (READY, OUTDATED)


@BOTH
def test_changing_a_highlight_of_one_language_counts(product, language):
    after = edit(product, **{f"highlights__0__text_{language.suffix}": "새 말 新词"})
    assert states(after, language) == (READY, OUTDATED)


@BOTH
def test_a_new_highlight_in_one_language_only_counts_for_that_language(product, language):
    data = {f"highlights__1__text_{language.suffix}": "새 점 新点", "highlights__1__id": ""}
    data |= {f"highlights__1__text_{language.other.suffix}": "", "highlights__1__ORDER": "2"}
    data |= {"highlights__1__DELETE": "", "highlights__TOTAL_FORMS": "2"}
    after = edit(product, **data)
    assert after.highlights.count() == 2
    assert states(after, language) == (READY, OUTDATED)


def test_changing_both_languages_confirms_both(product):
    after = edit(product, title_ko="새 이름", title_zh="新名称")
    assert states(after, KOREAN) == (READY, READY)


@BOTH
def test_an_editor_can_say_that_the_other_still_says_the_same(product, language):
    changes = {field("title", language): "Typo", field("confirm", language.other): "on"}
    assert states(edit(product, **changes), language) == (READY, READY)


@BOTH
def test_confirming_the_changed_language_does_not_confirm_the_other(product, language):
    changes = {field("title", language): "Typo", field("confirm", language): "on"}
    assert states(edit(product, **changes), language) == (READY, OUTDATED)


@BOTH
def test_the_language_that_was_behind_catches_up(product, language):
    edit(product, **{field("summary", language): "달라진 말 变了的话"})
    after = edit(product, **{field("summary", language.other): "따라온 말 跟上的话"})
    assert states(after, language) == (READY, READY)


@BOTH
def test_an_outdated_language_is_confirmed_later_without_a_change(product, language):
    edit(product, **{field("summary", language): "달라진 말 变了的话"})
    after = edit(product, **{field("confirm", language.other): "on"})
    assert states(after, language) == (READY, READY)


@BOTH
def test_an_outdated_language_stays_so_when_the_other_changes_again(product, language):
    edit(product, **{field("summary", language): "첫 변화 第一次"})
    after = edit(product, **{field("summary", language): "둘째 변화 第二次"})
    assert states(after, language) == (READY, OUTDATED)


@BOTH
def test_filling_a_missing_language_leaves_the_first_ready(product_index, language):
    empty = {field("title", language): "", field("summary", language): ""}
    page = make_product(product_index, **empty, **{field("is_ready", language): False})
    assert states(page, language) == (MISSING, READY)
    filled = {field("title", language): "이름 名称", field("summary", language): "설명 说明"}
    after = edit(page, **filled, **{field("is_ready", language): "on"})
    assert states(after, language) == (READY, READY)


@BOTH
def test_working_on_a_draft_leaves_the_ready_language_ready(product_index, language):
    page = make_product(product_index, **{field("is_ready", language): False})
    after = edit(page, **{field("summary", language): "다듬은 말 润色过的话"})
    assert states(after, language) == (DRAFT, READY)


@BOTH
def test_words_never_confirmed_become_out_of_date_too(product_index, language):
    page = make_product(product_index)
    type(page).objects.filter(pk=page.pk).update(confirmed_hash_ko="", confirmed_hash_zh="")
    after = edit(page, **{field("title", language): "새 이름 新名"})
    assert states(after, language) == (READY, OUTDATED)


@BOTH
def test_publishing_writes_the_states_into_their_columns(product, language):
    edit(product, publish=True, **{field("title", language): "새 이름 新名"})
    product.refresh_from_db()
    assert getattr(product, field("state", language)) == READY
    assert getattr(product, field("state", language.other)) == OUTDATED


def test_the_form_says_what_is_missing_and_how_each_language_stands(
    chief, product_index, user_language
):
    user_language("en")
    page = make_product(product_index, title_zh="", is_ready_zh=False)
    html = edit_page(chief, page)
    assert "state-badge--ready" in html
    assert "state-badge--missing" in html
    assert "Still to be written: title (Chinese)" in " ".join(html.split())


def test_confirmations_are_never_ticked_in_advance(product):
    data = form_data(product)
    assert not {field("confirm", KOREAN), field("confirm", CHINESE)} & set(data)
