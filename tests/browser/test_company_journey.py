"""From a company's first visit to its product on the web and on a kiosk, in either language."""

import re

import pytest
from django.core import mail

from catalog.models import CompanyVerification, ProductPage, Submission, Vendor
from catalog.models.submissions import Status
from kiosk.models import Kiosk
from tests.browser.kiosk_hall import Visitor
from tests.factories import png
from tests.portal_factories import make_reviewer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
COMPANIES = {
    "ko": {
        "country": "KR",
        "name": "가온로보틱스",
        "number": "124-81-00998",
        "title": "가온 협동로봇 C5",
        "summary": "다섯 킬로그램까지 다루는 협동 로봇입니다.",
        "other_title": "佳温协作机器人C5",
        "other_summary": "可搬运五公斤的协作机器人。",
    },
    "zh": {
        "country": "CN",
        "name": "佳温机器人",
        "number": "91110000600037341L",
        "title": "佳温协作机器人C5",
        "summary": "可搬运五公斤的协作机器人。",
        "other_title": "가온 협동로봇 C5",
        "other_summary": "다섯 킬로그램까지 다루는 협동 로봇입니다.",
    },
}


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_from_signing_up_to_a_product_on_the_web_and_the_kiosk(
    open_tab, live_server, product_index, console_errors, language
):
    Kiosk.objects.create(slug="demo", title="Demo")
    words = COMPANIES[language[:2]]
    company = open_tab(viewport=PHONE, has_touch=True, locale=language)
    sign_up(company, live_server, language)
    found_and_hand_in(company, words)
    reviewer = open_tab(viewport=DESKTOP)
    sign_in_at_the_cms(reviewer, make_reviewer(username="reviewer"))
    approve_company(reviewer)
    assert Vendor.objects.get().is_verified
    write_and_submit(company, language, words)
    approve_listing(reviewer)
    listing = Submission.objects.get()
    assert (listing.status, listing.page.live) == (Status.PUBLISHED, True)
    see_on_the_web(open_tab(viewport=PHONE), listing.page, words)
    see_on_the_kiosk(open_tab, listing.page)
    # the mistyped registration number, which was answered with the form and its mistake
    assert [error for error in console_errors if "422" not in error] == []
    console_errors.clear()
    told = [letter for letter in mail.outbox if f"/portal/listings/{listing.pk}/" in letter.body]
    assert f"/{language}/portal/listings/{listing.pk}/" in told[-1].body


def sign_up(page, live_server, language):
    """An account, confirmed by the link in the letter; its owner is then signed in."""
    page.goto(f"/{language}/portal/")
    page.click("main a[href*='/account/signup/']")
    page.fill("[name=email]", "boss@company.example")
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    for box in page.locator("main input[type=checkbox]").all():
        assert not box.is_checked()
        box.check()
    page.click("main form button[type=submit]")
    page.wait_for_url("**/confirm-email/")
    link = re.search(r"https?://[^/]+(/\S+confirm-email/\S+)", mail.outbox[-1].body)[1]
    page.goto(link)
    page.click("main form button[type=submit]")
    if "/login/" in page.url:
        page.fill("[name=login]", "boss@company.example")
        page.fill("[name=password]", PASSWORD)
        page.click("main form.box button[type=submit]")
    page.wait_for_url(f"**/{language}/portal/company/new/")


def found_and_hand_in(page, words):
    page.fill("#id_name_ko" if words["country"] == "KR" else "#id_name_zh", words["name"])
    page.select_option("#id_country_code", words["country"])
    page.click("#found button[type=submit]")
    page.wait_for_url("**/company/verification/")
    page.fill("#id_registration_number", words["number"][:-1] + "X")
    page.set_input_files("#id_licence", licence())
    page.click("form.box button[type=submit]")
    assert page.locator("#mistakes").is_visible()
    page.fill("#id_registration_number", words["number"])
    page.set_input_files("#id_licence", licence())
    page.click("form.box button[type=submit]")
    page.wait_for_selector("#latest")
    assert CompanyVerification.objects.get().status == "submitted"


def licence():
    return {"name": "licence.png", "mimeType": "image/png", "buffer": png(800, 600)}


def sign_in_at_the_cms(page, user):
    """Through the one door, which leads staff to the CMS."""
    page.goto("/cms/login/")
    page.fill("[name=login]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.click("main form.box button[type=submit]")
    page.wait_for_url("**/cms/")


def approve_company(page):
    page.goto("/cms/company_verifications/")
    page.click("table tbody a[href*='/company_verifications/']")
    page.click("button[name=approve]")
    page.wait_for_load_state()


def write_and_submit(page, language, words):
    side, other = ("ko", "zh") if language == "ko" else ("zh", "ko")
    page.goto(f"/{language}/portal/listings/new/")
    page.select_option("#id_family", "cobot")
    page.fill(f"#id_title_{side}", words["title"])
    page.fill("#id_title_en", "Gaon Cobot C5")
    page.locator("main form button[type=submit]").tap()
    page.wait_for_url("**/edit/")
    page.fill(f"#id_summary_{side}", words["summary"])
    page.locator(f"[data-language-switch] [data-show={other}]").tap()
    page.fill(f"#id_title_{other}", words["other_title"])
    page.fill(f"#id_summary_{other}", words["other_summary"])
    page.select_option("#id_origin_country", words["country"])
    for key, figure in {"payload": "5", "reach": "900", "axes": "6"}.items():
        page.fill(f"[name='spec-{key}-minimum']", figure)
    page.set_input_files(
        "#new-pictures", {"name": "front.png", "mimeType": "image/png", "buffer": png(960, 720)}
    )
    page.wait_for_selector("#pictures [data-file] img")
    page.wait_for_selector('[data-save-state][data-state="saved"]')
    page.locator(".save-bar button[value=submit]").tap()
    page.wait_for_url(re.compile(r"/listings/\d+/$"))
    assert Submission.objects.get().status == Status.SUBMITTED


def approve_listing(page):
    page.goto("/cms/submissions/")
    page.click("table tbody a[href*='/submissions/']")
    page.click("button[value=take]")
    page.wait_for_load_state()
    page.click("button[value=approve]")
    page.wait_for_url("**/cms/submissions/")


def see_on_the_web(page, product, words):
    mine, other = ("ko", "zh-hans") if words["country"] == "KR" else ("zh-hans", "ko")
    for language, title in ((mine, words["title"]), (other, words["other_title"])):
        page.goto(f"/{language}/products/{product.slug}/")
        assert page.locator("h1").inner_text() == title
        assert page.locator(".gallery img").first.evaluate("image => image.naturalWidth") > 0
    page.goto(f"/{mine}/products/")
    assert page.locator(f".card a[href$='/products/{product.slug}/']").count() == 1


def see_on_the_kiosk(open_tab, product):
    for language, title in (("ko", product.title_ko), ("zh-hans", product.title_zh)):
        page = open_tab(viewport={"width": 1080, "height": 1920}, has_touch=True)
        visitor = Visitor(page).comes(f"?lang={language}")
        visitor.touches_the_middle()
        for key in ("field-robot", "family-cobot", f"product-{product.slug}"):
            visitor.touches(key)
        page.wait_for_selector(f"[data-shown={product.slug}]")
        assert visitor.heading == title
    assert ProductPage.objects.on_kiosk().get() == product
