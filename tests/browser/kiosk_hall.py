"""The hall that the kiosk journeys take place in: a screen, some products, a visitor's hands."""

import pytest

from kiosk.models import Kiosk
from tests.factories import make_image, make_place, make_product, make_vendor

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
both_sizes = pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
SPECS = {"height": 1320, "weight": 35, "payload": 3, "battery_life": 2, "dof": 43}


def furnish(index):
    """Three fields, one family long enough for two pages, and a product with everything."""
    Kiosk.objects.create(slug="demo", title="Demo")
    vendor = make_vendor(slug="maker", country_code="CN")
    pictures = [make_image(width=960, height=720, is_illustration=True) for _ in range(2)]
    for number in range(8):
        make_product(index, slug=f"robot-{number}", image=pictures[0], vendor=vendor)
    for family in ("language_model", "ai_agent", "lidar"):
        make_product(index, slug=family.replace("_", "-"), family=family)
    return make_product(
        index,
        slug="whole",
        title_ko="가온",
        title_zh="佳音",
        is_featured=True,
        vendor=vendor,
        image=pictures[0],
        gallery=[pictures[1]],
        specs=SPECS,
        highlights=[("스스로 균형을 잡아요", "自主平衡")],
        places=[make_place(stand="A-07")],
        price_minimum=99000,
        price_currency="CNY",
        summary_ko="사람 곁에서 일하는 로봇입니다. " * 12,
        summary_zh="在人身边工作的机器人。" * 12,
    )


class Visitor:
    """A visitor at the screen: opens it, touches what is named, and lets time go by."""

    def __init__(self, page):
        self.page = page

    def comes(self, query=""):
        self.page.goto(f"/kiosk/demo/{query}")
        self.page.wait_for_selector(".attract")
        return self

    def touches(self, key):
        self.page.tap(f"[data-key='{key}']")

    def touches_the_middle(self):
        size = self.page.viewport_size
        self.page.touchscreen.tap(size["width"] / 2, size["height"] / 2)

    def opens_a_robot(self, slug="whole"):
        """From the attract loop: field, family, product."""
        self.touches_the_middle()
        for key in ("field-robot", "family-humanoid_robot", f"product-{slug}"):
            self.touches(key)
        self.page.wait_for_selector(f"[data-shown={slug}]")

    def waits(self, seconds):
        """Time goes by on the screen at once; the page's clock must have been installed."""
        self.page.clock.run_for(seconds * 1000)

    @property
    def route(self):
        return self.page.get_attribute("#stage", "data-route")

    @property
    def lang(self):
        return self.page.get_attribute("html", "lang")

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    @property
    def cards(self):
        """The slugs of the products that are offered."""
        cards = self.page.locator("[data-product]")
        return cards.evaluate_all("cards => cards.map(card => card.dataset.product)")

    @property
    def is_asked(self):
        """Whether the screen asks if anybody is there."""
        return self.page.locator("#warning").is_visible()

    def shows_section(self, name):
        tab = self.page.locator(f"[data-key=section-{name}]")
        return tab.get_attribute("aria-selected") == "true"
