"""The README's pictures, taken of a running centre: `make screenshots` (after `make run`).

Each is a real screen of the real catalogue, so that the README shows what there is.
"""

import os
import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

FOLDER = Path(__file__).resolve().parent.parent / "center_site" / "screenshots"
WEB = (
    ("home-ko", "/ko/", 1440, 1000),
    ("catalogue-zh", "/zh-hans/products/?field=robot&origin=CN", 1440, 1000),
    ("product-ko", "/ko/products/unitree-g1/", 1440, 1000),
    ("product-zh-phone", "/zh-hans/products/unitree-g1/", 390, 844),
)


def main(origin, password):
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGS)
        for name, path, width, height in WEB:
            page = open_page(browser, width, height)
            page.goto(origin + path)
            keep(page, name)
        walk_kiosk(browser, origin)
        if password:
            show_cms(browser, origin, password)
        browser.close()


def open_page(browser, width, height, **options):
    return browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="light", **options
    ).new_page()


def walk_kiosk(browser, origin):
    page = open_page(browser, 1080, 1920, has_touch=True)
    page.goto(f"{origin}/kiosk/demo/?lang=ko")
    page.wait_for_timeout(2000)
    keep(page, "kiosk-attract")
    page.touchscreen.tap(540, 960)
    page.locator("[data-product]").first.wait_for()
    keep(page, "kiosk-browse")
    page.locator("[data-product='unitree-g1']").first.tap()
    page.get_by_role("button", name=re.compile("中文")).first.tap()
    keep(page, "kiosk-product")


def show_cms(browser, origin, password):
    page = open_page(browser, 1440, 1000, locale="ko-KR")
    page.goto(f"{origin}/cms/login/")
    page.locator("[name=login]").fill("admin")
    page.locator("[name=password]").fill(password)
    page.locator("main [type=submit]").first.click()
    keep(page, "cms-board")
    page.goto(f"{origin}/cms/products/")
    keep(page, "cms-products")
    page.get_by_role("link", name=re.compile("G1")).first.click()
    keep(page, "cms-edit")


def keep(page, name):
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(700)
    taken = FOLDER / f"{name}.png"
    page.screenshot(path=taken)
    with Image.open(taken) as picture:
        picture.thumbnail((1080, 1080))
        picture.save(taken.with_suffix(".webp"), quality=84)
    taken.unlink()


if __name__ == "__main__":
    main(sys.argv[1], os.environ.get("ADMIN_PASSWORD", ""))
