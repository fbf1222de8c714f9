"""A company writes a listing in a real browser: on a phone, in two windows, without a network."""

import re

import pytest
from django.conf import settings
from django.test import Client

from catalog.models import Submission
from catalog.models.submissions import Status
from catalog.review import start_draft
from tests.catalog.listing import listing_data
from tests.factories import png
from tests.portal_factories import make_member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
STATE = "[data-save-state]"
SAVE = ".save-bar button[value=save]:not([data-compare])"


@pytest.fixture
def member(product_index):
    return make_member()


@pytest.fixture
def listing(member):
    return start_draft(member.membership.vendor, by=member, data=listing_data())


@pytest.fixture
def sign_in(open_tab, live_server, member):
    """`sign_in(**context options)` -> a page on which the company's member is signed in."""

    def enter(**options):
        page = open_tab(**{"viewport": DESKTOP, "locale": "ko-KR", **options})
        client = Client()
        client.force_login(member)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}
        page.context.add_cookies([cookie])
        return page

    return enter


def edit_path(listing, language="ko"):
    return f"/{language}/portal/listings/{listing.pk}/edit/"


def is_saved(page):
    page.wait_for_selector(f'{STATE}[data-state="saved"]')


def data_of(listing):
    listing.refresh_from_db()
    return listing.data


def test_a_listing_is_written_on_a_phone_over_several_sittings(sign_in, member):
    page = sign_in(viewport=PHONE, has_touch=True)
    page.goto("/ko/portal/")
    page.locator("a[href$='/listings/new/']").first.tap()
    page.select_option("#id_family", "cobot")
    page.fill("#id_title_ko", "협동 로봇")
    page.locator("main form button[type=submit]").tap()
    page.wait_for_url("**/edit/")
    listing = Submission.objects.get()
    assert page.evaluate(OVERFLOW) <= 0
    page.locator("[data-language-switch] [data-show=zh]").tap()
    assert not page.locator("#id_title_ko").is_visible()
    page.fill("#id_title_zh", "协作机器人")
    page.fill("[name='spec-payload-minimum']", "12.5")
    is_saved(page)
    assert data_of(listing)["title_zh"] == "协作机器人"
    assert data_of(listing)["spec-payload-minimum"] == "12.5"
    assert re.search(r"\d\d:\d\d", page.inner_text(STATE))
    # closed a moment after the last letter
    page.fill("#id_summary_zh", "末尾的字")
    context = page.context
    page.close(run_before_unload=True)
    again = context.new_page()
    again.goto(edit_path(listing))
    assert again.input_value("#id_summary_zh") == "末尾的字"
    again.fill("#id_summary_ko", "요약")
    is_saved(again)
    assert data_of(listing)["summary_zh"] == "末尾的字"
    again.select_option("#id_origin_country", "KR")
    again.locator(".save-bar button[value=submit]").tap()
    again.wait_for_url(f"**/listings/{listing.pk}/")
    listing.refresh_from_db()
    assert listing.status == Status.SUBMITTED


def test_of_two_windows_neither_loses_a_word(sign_in, listing, console_errors):
    first = sign_in()
    first.goto(edit_path(listing))
    second = first.context.new_page()
    second.goto(edit_path(listing))
    first.fill("#id_summary_ko", "첫째 창의 글")
    first.fill("#id_tagline_ko", "첫째 창만의 글")
    is_saved(first)
    second.fill("#id_summary_ko", "둘째 창의 글")
    second.wait_for_selector(f'{STATE}[data-state="stale"]')
    assert data_of(listing)["summary_ko"] == "첫째 창의 글"
    second.click("[data-compare]")
    second.wait_for_selector("[data-compare-versions]")
    second.wait_for_load_state("networkidle")
    shown = second.inner_text("[data-compare-versions]")
    assert all(text in shown for text in ("첫째 창의 글", "둘째 창의 글", "첫째 창만의 글"))
    second.click("[data-compare-versions] button[type=submit]")
    second.wait_for_url("**/edit/**")
    assert second.input_value("#id_summary_ko") == "둘째 창의 글"
    assert data_of(listing)["summary_ko"] == "둘째 창의 글"
    assert data_of(listing)["tagline_ko"] == "첫째 창만의 글"
    assert not second.locator("[data-device-copy]").is_visible()
    console_errors[:] = [line for line in console_errors if "409" not in line]


def test_an_answer_that_is_lost_is_no_other_window(sign_in, listing, console_errors):
    page = sign_in()
    page.goto(edit_path(listing))
    answers = []

    def lose_the_first(route):
        answers.append(route.fetch())
        route.abort() if len(answers) == 1 else route.fulfill(response=answers[-1])

    page.route("**/draft/", lose_the_first)
    page.fill("#id_title_ko", "첫 글")
    page.wait_for_selector(f'{STATE}[data-state="offline"]')
    assert data_of(listing)["title_ko"] == "첫 글"
    page.fill("#id_title_ko", "다음 글")
    is_saved(page)
    assert data_of(listing)["title_ko"] == "다음 글"
    assert [answer.status for answer in answers] == [200, 409, 200]
    console_errors[:] = [line for line in console_errors if not re.search("ERR_FAILED|409", line)]


def test_without_a_network_words_stay_on_the_device(sign_in, listing, console_errors):
    page = sign_in()
    page.goto(edit_path(listing))
    page.context.set_offline(True)
    page.fill("#id_title_ko", "끊긴 곳에서")
    page.wait_for_selector(f'{STATE}[data-state="offline"]')
    assert data_of(listing)["title_ko"] != "끊긴 곳에서"
    page.context.set_offline(False)
    is_saved(page)
    assert data_of(listing)["title_ko"] == "끊긴 곳에서"
    page.context.set_offline(True)
    # else a slow machine may send the last words once it is back
    page.evaluate("navigator.sendBeacon = () => false")
    page.fill("#id_title_ko", "닫힌 뒤에도")
    context = page.context
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(edit_path(listing))
    assert again.input_value("#id_title_ko") == "닫힌 뒤에도"
    assert again.locator("[data-device-copy]").is_visible()
    is_saved(again)
    assert data_of(listing)["title_ko"] == "닫힌 뒤에도"
    again.reload()
    assert not again.locator("[data-device-copy]").is_visible()
    console_errors[:] = [line for line in console_errors if "INTERNET_DISCONNECTED" not in line]


def test_an_older_copy_on_the_device_is_compared_not_forced(sign_in, listing, console_errors):
    page = sign_in()
    page.goto(edit_path(listing))
    page.context.set_offline(True)
    page.evaluate("navigator.sendBeacon = () => false")
    page.fill("#id_summary_ko", "기기에 남은 글")
    page.wait_for_selector(f'{STATE}[data-state="offline"]')
    context = page.context
    page.close()
    context.set_offline(False)
    stored = {**data_of(listing), "summary_ko": "다른 곳의 글"}
    Submission.objects.filter(pk=listing.pk).update(data=stored, version=listing.version + 1)
    again = context.new_page()
    again.goto(edit_path(listing))
    assert again.input_value("#id_summary_ko") == "다른 곳의 글"
    again.click("[data-copy-compare]")
    again.wait_for_selector("[data-compare-versions]")
    again.wait_for_load_state("networkidle")
    again.click("[data-compare-versions] button[type=submit]")
    again.wait_for_url("**/edit/**")
    assert data_of(listing)["summary_ko"] == "기기에 남은 글"
    console_errors[:] = [
        line for line in console_errors if not re.search("INTERNET_DISCONNECTED|409", line)
    ]


def test_pictures_are_added_in_place_and_their_focus_is_tapped(sign_in, listing, console_errors):
    page = sign_in()
    page.goto(edit_path(listing))
    file = {"name": "front.png", "mimeType": "image/png", "buffer": png(640, 480)}
    page.set_input_files("#new-pictures", [file])
    page.wait_for_selector("[data-file]")
    bad = {"name": "page.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}
    with page.expect_response("**/files/") as answered:
        page.set_input_files("#new-pictures", [bad])
    assert answered.value.status == 400
    page.wait_for_selector(".files__failed")
    upload = listing.uploads.get()
    page.fill(f"[name='upload-{upload.pk}-alt_ko']", "앞모습")
    picture = page.locator("[data-focal]")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    is_saved(page)
    upload.refresh_from_db()
    assert upload.alt_ko == "앞모습"
    assert float(upload.focal_x) == pytest.approx(0.25, abs=0.03)
    assert float(upload.focal_y) == pytest.approx(0.75, abs=0.03)
    console_errors[:] = [line for line in console_errors if "400" not in line]


def test_certificates_are_added_and_removed_in_place(sign_in, listing):
    page = sign_in()
    page.goto(edit_path(listing))
    page.click("[data-add-certificate]")
    page.select_option("[name='certificate-2-mark']", "CE")
    page.locator("[data-remove-certificate]").first.click()
    is_saved(page)
    marks = {name: value for name, value in data_of(listing).items() if name.endswith("-mark")}
    assert marks == {"certificate-1-mark": "CCC", "certificate-2-mark": "CE"}
    page.reload()
    assert page.input_value("[name='certificate-2-mark']") == "CE"


def test_another_family_asks_for_its_figures_at_once(sign_in, listing):
    page = sign_in()
    page.goto(edit_path(listing))
    assert not page.locator("[name='spec-channels-minimum']").is_visible()
    page.select_option("#id_family", "lidar")
    assert page.locator("[name='spec-channels-minimum']").is_visible()
    assert page.input_value("[name='spec-battery_life-minimum']") == "8"


def test_a_preview_opens_beside_the_form_and_shows_what_was_just_typed(sign_in, listing):
    page = sign_in()
    page.goto(edit_path(listing))
    page.fill("#id_title_ko", "방금 쓴 이름")
    with page.context.expect_page() as opened:
        page.click("[data-preview$='/preview/ko/']")
    opened.value.wait_for_selector("h1")
    assert opened.value.inner_text("h1") == "방금 쓴 이름"
    page.fill("#id_title_ko", "이어서 쓴 이름")
    is_saved(page)
    page.wait_for_timeout(100)
    assert data_of(listing)["title_ko"] == "이어서 쓴 이름"


def test_without_scripts_everything_is_saved_by_buttons(sign_in, listing):
    page = sign_in(viewport=PHONE, java_script_enabled=False)
    page.goto(edit_path(listing))
    page.fill("#id_title_ko", "단추로 저장")
    page.select_option("#id_family", "lidar")
    page.click("button[value=at-specs]")
    page.fill("[name='spec-channels-minimum']", "128")
    page.set_input_files(
        "#new-pictures", [{"name": "a.png", "mimeType": "image/png", "buffer": png()}]
    )
    page.click("button[value=at-pictures]")
    upload = listing.uploads.get()
    page.fill(f"[name='upload-{upload.pk}-alt_zh']", "正面")
    page.click(SAVE)
    data = data_of(listing)
    assert (data["title_ko"], data["spec-channels-minimum"]) == ("단추로 저장", "128")
    upload.refresh_from_db()
    assert upload.alt_zh == "正面"


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_screen_is_accessible_and_fits(
    sign_in, listing, member, axe, language, viewport, console_errors
):
    page = sign_in(viewport=viewport)
    screens = ["", "listings/", "listings/new/", f"listings/{listing.pk}/"]
    for path in [*screens, f"listings/{listing.pk}/edit/"]:
        page.goto(f"/{language}/portal/{path}")
        assert axe(page) == [], path
        assert page.evaluate(OVERFLOW) <= 0, path
    page.fill("#id_price_minimum", "x")
    page.evaluate("document.querySelector('[name=version]').value = 0")
    page.click(SAVE)
    page.wait_for_selector("[data-compare-versions]")
    assert axe(page) == []
    assert page.evaluate(OVERFLOW) <= 0
    page.click("[data-compare-versions] button[type=submit]")
    page.wait_for_selector("#mistakes")
    assert axe(page) == []
    assert page.evaluate(OVERFLOW) <= 0
    console_errors[:] = [line for line in console_errors if "409" not in line]
