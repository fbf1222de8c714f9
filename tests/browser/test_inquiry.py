"""A visitor's phone asks a company, and the company answers in its portal."""

import pytest
from django.core import mail
from wagtail.users.models import UserProfile

from catalog.consenting import make_texts
from catalog.inquiring import ticket
from catalog.models import Inquiry
from tests.catalog.inquiries import make_inquiry, make_member
from tests.factories import make_product, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PASSWORD = "a long enough password"


@pytest.fixture
def product(product_index, monkeypatch):
    # A test types quicker than anybody.
    monkeypatch.setattr(ticket, "QUICKEST_SECONDS", 0)
    make_texts()
    return make_product(product_index, slug="narumi", title_ko="나르미", title_zh="搬运侠")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_a_phone_asks_about_two_products(open_tab, axe, product, language, scripts):
    other = make_product(product.get_parent(), slug="nalda", title_ko="날다", title_zh="飞天")
    tab = open_tab(viewport=PHONE, java_script_enabled=scripts)
    tab.goto(f"/{language}/products/narumi/")
    tab.click(".ask a")
    tab.click(".asking__more summary")
    tab.fill("#more", "날다" if language == "ko" else "飞天")
    tab.click(".asking__search button")
    tab.click("#found a")
    assert tab.locator(".rows__name").count() == 2
    # Sent too early: everything typed is still there.
    tab.fill("[name=name]", "왕리")
    tab.fill("[name=message]", "두 제품을 함께 보고 싶어요.")
    tab.click("main form[method=post] button[type=submit]")
    assert tab.locator("#mistakes li").count() == 3
    assert tab.input_value("[name=message]") == "두 제품을 함께 보고 싶어요."
    tab.fill("[name=email]", "wang@example.org")
    for box in tab.locator(".consent input[type=checkbox]").all():
        assert not box.is_checked()
        box.check()
    assert tab.evaluate(OVERFLOW) == 0 if scripts else True
    if scripts:
        assert axe(tab) == []
    tab.click("main form[method=post] button[type=submit]")
    tab.wait_for_selector("#inquiry-sent")
    assert "wang" not in tab.content()
    rows = Inquiry.objects.order_by("pk")
    assert [row.vendor for row in rows] == [product.vendor, other.vendor]
    assert {row.language_code for row in rows} == {language}
    assert [message.to for message in mail.outbox] == [["wang@example.org"]]


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_a_member_reads_the_notice_and_answers(open_tab, axe, product, language, viewport):
    user = make_member(product.vendor, password=PASSWORD)
    inquiry = make_inquiry(product)
    tab = open_tab(viewport=viewport)
    tab.goto(f"/{language}/portal/inquiries/")
    tab.fill("input[name=login]", user.email)
    tab.fill("input[name=password]", PASSWORD)
    tab.click("main button[type=submit]")
    tab.wait_for_selector("#inquiries")
    assert axe(tab) == []
    assert tab.evaluate(OVERFLOW) == 0
    tab.click("#inquiries a")
    tab.fill("[name=answer-text]", "네, 열 대부터입니다.")
    assert axe(tab) == []
    assert tab.evaluate(OVERFLOW) == 0
    tab.click("form[action$='/answer/'] button")
    tab.wait_for_selector(".step--sent")
    inquiry.refresh_from_db()
    assert inquiry.status == "answered"
    assert mail.outbox[-1].to == ["hana@example.org"]
    tab.goto(f"/{language}/portal/notices/")
    assert axe(tab) == []
    assert tab.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_an_editor_reads_answers_and_forgets(tab, axe, product, language):
    editor = make_user(groups=["Editors"], password=PASSWORD)
    UserProfile.objects.create(user=editor, preferred_language=language)
    inquiry = make_inquiry(product)
    tab.goto("/cms/inquiries/")
    tab.fill("input[name=login]", editor.email)
    tab.fill("input[name=password]", PASSWORD)
    tab.click("main button[type=submit]")
    tab.wait_for_selector("table.listing")
    tab.reload()  # without the greeting, which fades in
    assert axe(tab) == []
    tab.goto(f"/cms/inquiries/{inquiry.pk}/")
    assert axe(tab) == []
    tab.fill("[name=answer-text]", "네, 열 대부터입니다.")
    tab.click("form[action$='/answer/'] button")
    tab.wait_for_selector(".step--sent")
    tab.click("a[href$='/forget/']")
    tab.wait_for_selector("main form[action$='/forget/']")
    assert axe(tab) == []
    tab.click("main form[action$='/forget/'] button")
    tab.wait_for_selector(".inquiry-screen")
    inquiry.refresh_from_db()
    assert (inquiry.name, inquiry.email, inquiry.status) == ("", "", "answered")
