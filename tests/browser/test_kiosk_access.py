"""A screen for everybody: axe in every state, a keypad alone, no way out, nothing that moves."""

import pytest

from tests.browser.kiosk_hall import PORTRAIT, Visitor, both_sizes, furnish

pytestmark = pytest.mark.browser


def open_screen(open_tab, product_index, size=PORTRAIT, **options):
    furnish(product_index)
    width, height = size
    page = open_tab(viewport={"width": width, "height": height}, has_touch=True, **options)
    page.clock.install()
    return Visitor(page)


STEPS = (
    "field-robot",
    "family-humanoid_robot",
    "product-whole",
    "section-specs",
    "section-company",
    "section-related",
    "zoom-in",
)


@both_sizes
def test_no_state_has_a_barrier(size, open_tab, product_index, axe):
    visitor = open_screen(open_tab, product_index, size).comes("?idle=30")
    found = {"attract": check(visitor, axe)}
    visitor.touches_the_middle()
    found["browse"] = check_in_both(visitor, axe)
    for step in STEPS:
        visitor.touches(step)
        found[step] = check_in_both(visitor, axe)
    visitor.touches("section-company")
    visitor.touches("vendor")
    found["vendor"] = check_in_both(visitor, axe)
    visitor.waits(31)
    assert visitor.is_asked
    found["warning"] = check(visitor, axe)
    assert {state: problems for state, problems in found.items() if problems} == {}


def check_in_both(visitor, axe):
    problems = check(visitor, axe)
    visitor.touches("language-zh-hans" if visitor.lang == "ko" else "language-ko")
    return problems + check(visitor, axe)


def check(visitor, axe):
    """What axe finds, controls under 60 px, text under 12 mm, and words that do not fit."""
    # words that are still fading in have no contrast yet
    visitor.page.evaluate(
        """() => Promise.allSettled(
            document.getAnimations()
                .filter(one => one.effect.getTiming().iterations !== Infinity)
                .map(one => one.finished)
        ).then(() => true)"""
    )
    return axe(visitor.page) + visitor.page.evaluate(
        """() => {
            const found = [], shown = e => e.checkVisibility({visibilityProperty: true});
            const root = getComputedStyle(document.documentElement);
            const smallest = 12 * parseFloat(root.getPropertyValue('--mm'));
            for (const e of document.querySelectorAll('button')) {
                const {width, height} = e.getBoundingClientRect();
                if (shown(e) && Math.min(width, height) < 60) found.push(`small: ${e.innerText}`);
                if (e.scrollWidth > e.clientWidth + 1) found.push(`cut off: ${e.innerText}`);
            }
            for (const e of document.querySelectorAll('body *')) {
                const says = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                if (says && shown(e) && parseFloat(getComputedStyle(e).fontSize) < smallest)
                    found.push(`tiny: ${e.innerText}`);
            }
            if (document.documentElement.scrollWidth > innerWidth) found.push('scrolls sideways');
            return found;
        }"""
    )


def test_keypad_alone_leads_there_and_back(open_tab, product_index):
    visitor = open_screen(open_tab, product_index).comes()
    page, press = visitor.page, visitor.page.keyboard.press

    def focused():
        return page.evaluate("document.activeElement.dataset.key")

    def walk(key, to, most=12):
        """Press an arrow until the control `to` has the focus."""
        for _ in range(most):
            if focused() == to:
                return
            press(key)
        raise AssertionError(f"{key} never came to {to}, but to {focused()}")

    press("ArrowDown")
    walk("ArrowDown", "start")
    press("Enter")
    assert visitor.route == "browse"
    press("ArrowDown")
    walk("ArrowDown", "field-robot")
    press("Enter")
    press("ArrowDown")
    walk("ArrowDown", "family-humanoid_robot")
    press("Enter")
    assert visitor.route == "family"
    press("ArrowDown")
    press("ArrowRight")
    assert focused() == f"product-{visitor.cards[1]}"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    press("Enter")
    assert visitor.route == "product"
    press("Escape")
    assert visitor.route == "family"
    assert focused() == f"product-{visitor.cards[1]}"
    walk("ArrowDown", "page-after")
    walk("ArrowDown", "language-ko")
    walk("ArrowRight", "language-zh-hans")
    press("Enter")
    assert visitor.lang == "zh-Hans"
    walk("ArrowLeft", "home")
    press("Enter")
    assert visitor.route == "browse"
    press("Escape")
    assert visitor.route == "attract"


def test_there_is_no_way_out_of_the_screen(open_tab, product_index):
    visitor = open_screen(open_tab, product_index).comes()
    visitor.opens_a_robot()
    page = visitor.page
    assert page.locator("a[href], [target], input, iframe").count() == 0
    refused = page.evaluate(
        """() => {
            const stage = document.querySelector('#stage');
            const stopped = event => !stage.dispatchEvent(event);
            const all = {bubbles: true, cancelable: true};
            const fingers = [1, 2].map(identifier => new Touch({identifier, target: stage}));
            return {
                menu: stopped(new MouseEvent('contextmenu', all)),
                select: stopped(new Event('selectstart', all)),
                drag: stopped(new DragEvent('dragstart', all)),
                zoomWheel: stopped(new WheelEvent('wheel', {...all, ctrlKey: true, deltaY: 1})),
                zoomKey: stopped(new KeyboardEvent('keydown', {...all, ctrlKey: true, key: '+'})),
                pinch: stopped(new TouchEvent('touchmove', {...all, touches: fingers})),
                scroll: stopped(new WheelEvent('wheel', {...all, deltaY: 1})),
            };
        }"""
    )
    assert refused == {
        "menu": True,
        "select": True,
        "drag": True,
        "zoomWheel": True,
        "zoomKey": True,
        "pinch": True,
        "scroll": False,
    }


def test_loop_moves_until_it_is_paused(open_tab, product_index):
    visitor = open_screen(open_tab, product_index).comes()
    title = visitor.page.locator("[data-side=ko] h2")
    first = title.inner_text()
    visitor.waits(8)
    second = title.inner_text()
    assert second != first
    visitor.touches("pause")
    visitor.waits(60)
    assert (visitor.route, title.inner_text()) == ("attract", second)
    visitor.touches("pause")
    visitor.waits(8)
    assert title.inner_text() != second


def test_loop_stands_still_for_those_who_want_no_motion(open_tab, product_index):
    visitor = open_screen(open_tab, product_index, reduced_motion="reduce").comes()
    title = visitor.page.locator("[data-side=ko] h2")
    first = title.inner_text()
    visitor.waits(60)
    assert title.inner_text() == first


def test_words_in_another_language_are_marked(open_tab, product_index):
    visitor = open_screen(open_tab, product_index)
    product = product_index.get_children().get(slug="whole").specific
    product.title_zh = "Gaon"
    product.tagline_zh = product.summary_zh = ""
    product.save()
    visitor.comes("?lang=zh-hans").opens_a_robot()
    stage = visitor.page.locator("#stage")
    assert stage.locator("h1").get_attribute("lang") == "en"
    assert stage.locator(".lead").get_attribute("lang") == "ko"
    summary = stage.locator(".overview .text")
    assert summary.get_attribute("lang") == "ko"
    assert stage.locator(".text + .note").count() == 1
