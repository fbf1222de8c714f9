"""The public site as visitors use it: find, read, switch language, with and without scripts."""

import pytest

from catalog.models import SpecChoice
from tests.factories import make_image, make_product, make_vendor

pytestmark = pytest.mark.browser
PAGES = (
    "",
    "products/",
    "products/?field=robot&sort=zzz",
    "products/walker/",
    "vendors/",
    "vendors/xing/",
    "no/",
)
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def shelf(product_index):
    vendor = make_vendor(slug="xing", name_ko="싱천", name_zh="星辰科技", country_code="CN")
    make_product(
        product_index,
        slug="walker",
        title_ko="가온 워커",
        title_zh="阿行者",
        vendor=vendor,
        image=make_image(),
        gallery=[make_image(), make_image()],
        specs={"height": 1320, "weight": 35},
        highlights=[("접어서 옮겨요", "可折叠"), ("", "只有中文的亮点")],
        is_featured=True,
    )
    for number in range(3):
        make_product(product_index, slug=f"other-{number}", image=make_image())
    return product_index


@pytest.mark.parametrize("scripts", [True, False])
def test_a_visitor_finds_a_product_and_reads_it_in_the_other_language(open_tab, shelf, scripts):
    tab = open_tab(viewport=DESKTOP, java_script_enabled=scripts, locale="ko-KR")
    tab.goto("/")
    assert tab.url.endswith("/ko/")
    tab.get_by_role("searchbox", name="제품 검색").fill("워커")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="가온 워커").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "가온 워커"
    tab.get_by_role("link", name="中文").click()
    assert tab.url.endswith("/zh-hans/products/walker/")
    assert tab.get_by_role("heading", level=1).inner_text() == "阿行者"
    assert tab.locator("html").get_attribute("lang") == "zh-Hans"


def test_filters_narrow_and_chips_widen_again(tab, shelf):
    make_product(shelf, slug="model", family="language_model", title_ko="말샘")
    tab.goto("/ko/products/")
    tab.get_by_role("complementary", name="필터").get_by_role(
        "link", name="로봇 4", exact=True
    ).click()
    assert "field=robot" in tab.url
    assert tab.get_by_role("status").inner_text() == "제품 4개"
    tab.get_by_role("list", name="선택한 필터").get_by_role("link", name="로봇").click()
    assert tab.get_by_role("status").inner_text() == "제품 5개"


def test_the_gallery_shows_one_picture_at_a_time_and_all_without_scripts(open_tab, shelf):
    tab = open_tab(viewport=DESKTOP)
    tab.goto("/ko/products/walker/")
    shown = tab.locator(".gallery__item:visible")
    assert shown.count() == 1
    tab.locator("[data-show='2']").click()
    assert tab.locator("#picture-3").is_visible()
    assert shown.count() == 1
    plain = open_tab(viewport=DESKTOP, java_script_enabled=False)
    plain.goto("/ko/products/walker/")
    assert plain.locator(".gallery__item:visible").count() == 3


@pytest.mark.parametrize("code", ["ko", "zh-hans"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_fit(open_tab, shelf, axe, console_errors, code, scheme):
    for viewport in (PHONE, DESKTOP):
        tab = open_tab(viewport=viewport, color_scheme=scheme)
        for page in PAGES:
            tab.goto(f"/{code}/{page}")
            assert axe(tab) == [], (page, viewport)
            assert tab.evaluate(OVERFLOW) <= 0, (page, viewport)
    # the browser reports the 404 we asked for
    console_errors[:] = [error for error in console_errors if "404" not in error]


@pytest.mark.parametrize("width", [360, 768, 2560])
def test_nothing_scrolls_sideways_at_any_width(open_tab, shelf, width):
    tab = open_tab(viewport={"width": width, "height": 900})
    for page in PAGES[:-1]:
        tab.goto(f"/zh-hans/{page}")
        assert tab.evaluate(OVERFLOW) <= 0, (page, width)


def test_the_keyboard_reaches_the_content_first(tab, shelf):
    tab.goto("/ko/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "본문으로 바로가기"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_fonts_follow_the_language_of_each_text(tab, shelf):
    tab.goto("/ko/products/walker/")
    point = tab.get_by_text("只有中文的亮点")
    assert point.get_attribute("lang") == "zh-Hans"
    stack = "element => getComputedStyle(element).fontFamily"
    assert "Noto Sans CJK SC" in point.evaluate(stack)
    assert "Noto Sans CJK KR" in tab.locator("h1").evaluate(stack)
    breaking = "element => getComputedStyle(element).wordBreak"
    assert tab.locator("body").evaluate(breaking) == "keep-all"


def test_a_product_prints_as_a_sheet(tab, shelf):
    tab.goto("/ko/products/walker/")
    tab.emulate_media(media="print")
    assert not tab.locator("header.bar").is_visible()
    assert tab.locator("h1").is_visible()
    assert tab.locator(".share__qr").is_visible()
    assert tab.get_by_role("row", name="무게").is_visible()


def test_words_of_short_facts_are_translated(tab, shelf):
    choice = SpecChoice.objects.filter(spec_key__key="modalities", key="text").first()
    assert choice.name_zh == "文本"
    make_product(shelf, slug="m", family="language_model", specs={"modalities": "text, image"})
    tab.goto("/zh-hans/products/m/")
    assert tab.get_by_text("文本、图像").is_visible()
