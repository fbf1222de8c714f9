"""What goes wrong in a hall: no network, broken pictures, months without a restart."""

import pytest

from tests.browser.kiosk_hall import PORTRAIT, Visitor, furnish

pytestmark = pytest.mark.browser
SESSIONS = 200
STEPS = [
    "start",
    "field-robot",
    "family-humanoid_robot",
    "product-whole",
    "section-specs",
    "zoom-in",
    "language-zh-hans",
    "section-company",
    "picture-after",
    "home",
    "back",
]


@pytest.fixture
def visitor(open_tab, product_index):
    furnish(product_index)
    page = open_tab(viewport={"width": PORTRAIT[0], "height": PORTRAIT[1]}, has_touch=True)
    return Visitor(page)


def test_screen_without_network_says_so_and_recovers_by_itself(visitor, console_errors):
    page = visitor.page
    page.clock.install()
    page.route("**/manifest.json", lambda route: route.abort())
    page.goto("/kiosk/demo/")
    page.wait_for_selector("[data-state=trouble] [data-retry]")
    for lang in ("ko", "zh-Hans"):
        assert page.locator(f"section[lang={lang}] .waiting__trouble").is_visible()
    page.unroute("**/manifest.json")
    page.clock.run_for(5000)
    page.wait_for_selector(".attract")
    console_errors.clear()


def test_visitor_may_try_again_at_once(visitor, console_errors):
    page = visitor.page
    page.clock.install()
    page.route("**/content.*.json", lambda route: route.fulfill(status=500))
    page.goto("/kiosk/demo/")
    page.wait_for_selector("[data-state=trouble]")
    page.unroute("**/content.*.json")
    page.locator("[data-retry]").first.tap()
    page.wait_for_selector(".attract")
    console_errors.clear()


def test_network_that_goes_during_the_day_is_not_noticed(visitor, console_errors):
    page = visitor.page
    page.clock.install()
    visitor.comes("?idle=30")
    page.context.set_offline(True)
    visitor.waits(130)
    assert visitor.route == "attract"
    visitor.opens_a_robot()
    visitor.waits(31)
    visitor.waits(21)
    assert visitor.route == "attract"
    page.context.set_offline(False)
    with page.expect_response("**/manifest.json"):
        visitor.waits(61)
    console_errors.clear()


def test_pictures_that_fail_leave_a_calm_motif(visitor, console_errors):
    page = visitor.page
    page.route("**/media/**", lambda route: route.abort())
    page.route("**/qr.svg", lambda route: route.abort())
    visitor.comes().opens_a_robot()
    page.wait_for_selector(".gallery .motif")
    assert page.locator("#stage img").count() == 0
    assert visitor.heading == "가온"
    console_errors.clear()


def test_fault_in_a_view_gives_the_next_visitor_a_fresh_screen(visitor, console_errors):
    visitor.comes().opens_a_robot()
    visitor.page.evaluate("setTimeout(() => { throw new Error('planted') })")
    visitor.page.wait_for_selector(".attract")
    console_errors.clear()


@pytest.mark.slow
def test_visits_leave_nothing_behind(visitor):
    """Hundreds of visits a day for months: nodes and listeners stay, whatever is opened."""
    visitor.comes()
    page = visitor.page
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable")

    def held():
        metrics.send("HeapProfiler.collectGarbage")
        found = metrics.send("Performance.getMetrics")["metrics"]
        values = {item["name"]: item["value"] for item in found}
        return values["Nodes"], values["JSEventListeners"], values["JSHeapUsedSize"]

    visit(page, 50)
    nodes, listeners, heap = held()
    visit(page, SESSIONS)
    more_nodes, more_listeners, more_heap = held()
    assert more_nodes - nodes <= 20
    assert more_listeners - listeners <= 2
    assert more_heap - heap <= 1_000_000 * SESSIONS / 1000


def visit(page, count):
    """Whole visits from the loop to a product's sections and home again, without pauses."""
    page.evaluate(
        """async ([count, steps]) => {
            const press = key => document.querySelector(`[data-key="${key}"]`).click();
            for (let visit = 0; visit < count; visit += 1) {
                steps.forEach(press);
                await new Promise(resolve => setTimeout(resolve));
            }
        }""",
        [count, STEPS],
    )
