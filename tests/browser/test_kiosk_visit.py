"""Whole visits to a screen, from the first touch to the screen's forgetting."""

import pytest

from tests.browser.kiosk_hall import LANDSCAPE, PORTRAIT, Visitor, furnish
from tests.factories import make_product

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor(open_tab, product_index, request):
    """A visitor before a portrait screen whose clock the test moves."""
    furnish(product_index)
    width, height = getattr(request, "param", PORTRAIT)
    page = open_tab(viewport={"width": width, "height": height}, has_touch=True)
    page.clock.install()
    return Visitor(page)


both_sizes = pytest.mark.parametrize(
    "visitor", [PORTRAIT, LANDSCAPE], indirect=True, ids=["portrait", "landscape"]
)


@both_sizes
def test_language_changes_at_any_moment_and_keeps_the_exact_place(visitor):
    visitor.comes().opens_a_robot()
    page = visitor.page
    visitor.touches("section-specs")
    visitor.touches("picture-after")
    visitor.touches("zoom-in")
    page.evaluate("document.querySelector('#stage').scrollTop = 40")
    page.evaluate("document.querySelector('.gallery__frame').scrollTop = 30")
    before = page.evaluate("document.querySelector('#stage').scrollTop")
    picture = page.locator(".gallery img").get_attribute("src")

    visitor.touches("language-zh-hans")

    assert (visitor.lang, visitor.heading) == ("zh-Hans", "佳音")
    assert visitor.shows_section("specs")
    assert page.evaluate("document.querySelector('#stage').scrollTop") == before
    assert page.evaluate("document.querySelector('.gallery__frame').scrollTop") == 30
    assert page.evaluate("document.querySelector('.gallery__canvas').style.width") == "150%"
    assert page.locator(".gallery img").get_attribute("src") == picture
    assert page.evaluate("document.activeElement.dataset.key") == "language-zh-hans"

    visitor.touches("back")
    visitor.touches("page-after")
    slugs = visitor.cards
    assert len(slugs) == 3
    visitor.touches("language-ko")
    assert visitor.cards == slugs
    visitor.touches(f"product-{slugs[0]}")
    visitor.touches("back")
    assert visitor.cards == slugs


def test_first_touch_begins_in_the_language_it_chooses(visitor):
    for query, touch, lang in (
        ("", visitor.touches_the_middle, "ko"),
        ("?lang=zh-hans", visitor.touches_the_middle, "zh-Hans"),
        ("", lambda: visitor.touches("language-zh-hans"), "zh-Hans"),
        ("", lambda: visitor.page.tap("[data-side=zh-hans]"), "zh-Hans"),
        ("?lang=zh-hans", lambda: visitor.page.tap("[data-side=ko]"), "ko"),
    ):
        visitor.comes(query)
        touch()
        assert (visitor.route, visitor.lang) == ("browse", lang)


@both_sizes
def test_nobody_there_is_asked_first_and_then_forgotten(visitor):
    visitor.comes("?idle=30")
    visitor.waits(200)
    assert (visitor.route, visitor.is_asked) == ("attract", False)

    visitor.opens_a_robot()
    visitor.touches("language-zh-hans")
    visitor.waits(29)
    assert not visitor.is_asked
    visitor.waits(2)
    assert visitor.is_asked
    assert visitor.page.locator(".warning__number").inner_text() in ("20", "19")
    visitor.waits(18)
    assert visitor.is_asked
    visitor.waits(3)
    assert (visitor.route, visitor.lang, visitor.is_asked) == ("attract", "ko", False)
    assert visitor.page.locator("[data-key=back]").count() == 0


def test_every_answer_to_the_question_is_understood(visitor):
    visitor.comes("?idle=30").opens_a_robot()
    visitor.touches("section-specs")
    page = visitor.page
    answers = page.get_by_role("dialog").get_by_role("button")
    for go_on in (
        lambda: answers.last.tap(),
        lambda: page.touchscreen.tap(20, 20),
        lambda: page.keyboard.press("Escape"),
        lambda: page.keyboard.press("Enter"),
    ):
        visitor.waits(31)
        assert visitor.is_asked
        go_on()
        assert not visitor.is_asked
        assert visitor.shows_section("specs")
        visitor.waits(28)
        assert not visitor.is_asked
        page.keyboard.press("Shift")
    for _ in range(3):
        visitor.waits(20)
        visitor.touches("section-overview")
    assert not visitor.is_asked
    visitor.waits(31)
    answers.first.tap()
    assert visitor.route == "attract"


def test_browsers_back_steps_back_and_after_a_reset_reveals_nothing(visitor):
    visitor.comes("?idle=30").opens_a_robot()
    address = visitor.page.url
    visitor.page.go_back()
    assert (visitor.route, visitor.heading) == ("family", "휴머노이드 로봇")
    visitor.touches("product-whole")
    visitor.touches("home")
    assert visitor.route == "browse"
    visitor.touches("back")
    assert visitor.route == "attract"

    visitor.opens_a_robot()
    visitor.waits(31)
    visitor.waits(21)
    assert visitor.route == "attract"
    visitor.page.go_back()
    assert visitor.page.url == address
    assert visitor.route == "attract"
    assert visitor.page.locator("[data-shown]").count() == 0


def test_edit_in_the_cms_shows_to_the_next_visitor(visitor, product_index):
    visitor.comes("?idle=30").opens_a_robot()
    make_product(product_index, slug="late", is_featured=True)
    visitor.waits(31)
    with visitor.page.expect_response("**/content.*.json"):
        visitor.waits(21)
    visitor.page.wait_for_timeout(200)
    visitor.touches_the_middle()
    assert "late" in visitor.cards


def test_product_tells_everything_it_knows(visitor):
    visitor.comes().opens_a_robot()
    page = visitor.page
    words = page.locator("#stage").inner_text()
    for part in ("가온", "¥99,000", "A-07", "스스로 균형을 잡아요", "1,320", "판매 중"):
        assert part in words
    assert page.locator(".code img").get_attribute("src") == "/ko/products/whole/qr.svg"
    page.wait_for_function("document.querySelector('.code img').naturalWidth > 0")
    visitor.touches("section-specs")
    assert page.locator(".specs tr").count() == 5
    visitor.touches("section-company")
    visitor.touches("vendor")
    assert visitor.route == "vendor"


def test_touch_is_answered_in_the_same_frame(visitor):
    visitor.comes().touches_the_middle()
    for key in ("field-robot", "family-humanoid_robot", "product-whole", "section-specs"):
        took = visitor.page.evaluate(
            """key => {
                const start = Date.now();
                document.querySelector(`[data-key="${key}"]`).click();
                document.body.getBoundingClientRect();
                return Date.now() - start;
            }""",
            key,
        )
        assert took < 100
