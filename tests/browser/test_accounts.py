"""Signing up, passkeys and the second step, in a real browser under the strict policy."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core import mail

from tests.factories import make_vendor
from tests.portal_factories import make_member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"


def fill(page, **fields):
    for name, value in fields.items():
        page.fill(f"main [name={name}]", value)


def press(page, selector="main form:not([id]) button[type=submit]"):
    page.locator(selector).first.click()
    page.wait_for_load_state()


def path_in(message):
    return re.search(r"https?://[^/]+(/\S+)", message.body)[1]


@pytest.fixture
def key(tab):
    """A security key in the browser's hand that knows its owner."""
    session = tab.context.new_cdp_session(tab)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_in(page, user, language="ko"):
    page.goto(f"/{language}/portal/account/login/")
    fill(page, login=user.email, password=PASSWORD)
    press(page)


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_from_sign_up_to_a_founded_company(tab, axe, language):
    tab.goto(f"/{language}/portal/")
    tab.locator("main a[href*='/signup/']").click()
    assert axe(tab) == []
    fill(tab, email="new@example.org", password1=PASSWORD, password2=PASSWORD)
    press(tab)
    # Nothing typed is lost but the passwords, and each mistake leads to its box.
    assert tab.input_value("main [name=email]") == "new@example.org"
    tab.locator("#mistakes a").first.click()
    assert tab.evaluate("document.activeElement.type") == "checkbox"
    fill(tab, password1=PASSWORD, password2=PASSWORD)
    for box in tab.locator("main [type=checkbox]").all():
        box.check()
    press(tab)
    tab.goto(path_in(mail.outbox[0]))
    assert axe(tab) == []
    press(tab)
    fill(tab, login="new@example.org", password=PASSWORD)
    press(tab)
    tab.wait_for_url(f"**/{language}/portal/company/new/")
    assert axe(tab) == []
    fill(tab, name_ko="한강로보틱스", name_zh="汉江机器人")
    tab.select_option("main [name=country_code]", "KR")
    press(tab, "#found button[type=submit]")
    tab.wait_for_url(f"**/{language}/portal/company/verification/")
    assert axe(tab) == []
    user = get_user_model().objects.get()
    assert user.membership.vendor.slug == "han-jiang-ji-qi-ren"


def test_a_passkey_is_added_and_opens_the_account(tab, key, axe):
    user = make_member(make_vendor())
    sign_in(tab, user)
    tab.goto("/ko/portal/account/2fa/webauthn/add/")
    fill(tab, password=PASSWORD)
    press(tab)
    assert axe(tab) == []
    tab.check("main [name=passwordless]")
    tab.click("#mfa_webauthn_add")
    tab.wait_for_url("**/2fa/recovery-codes/**")
    stored = Authenticator.objects.get(user=user, type=Authenticator.Type.WEBAUTHN)
    assert stored.wrap().is_passwordless
    tab.goto("/ko/portal/account/2fa/webauthn/")
    assert axe(tab) == []
    tab.context.clear_cookies()
    tab.goto("/zh-hans/portal/account/login/")
    tab.click("#passkey_login")
    tab.wait_for_url("**/zh-hans/portal/")


def test_a_key_is_the_second_step_after_the_password(tab, key, axe):
    user = make_member(make_vendor())
    sign_in(tab, user)
    tab.goto("/ko/portal/account/2fa/webauthn/add/")
    fill(tab, password=PASSWORD)
    press(tab)
    tab.click("#mfa_webauthn_add")
    tab.wait_for_url("**/2fa/recovery-codes/**")
    tab.context.clear_cookies()
    sign_in(tab, user)
    tab.wait_for_url("**/2fa/authenticate/")
    assert axe(tab) == []
    tab.click("#mfa_webauthn_authenticate")
    tab.wait_for_url("**/ko/portal/")


def test_a_key_that_does_not_answer_is_told_on_the_page(tab):
    tab.goto("/ko/portal/account/login/")
    tab.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('gone')) }")
    tab.click("#passkey_login")
    tab.locator("[data-key-failed]").wait_for(state="visible")
