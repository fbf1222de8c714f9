"""Signing up and in: verified addresses, throttles, second steps, and where each lands."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse
from wagtail.users.models import UserProfile

from catalog.models import Consent, ConsentText, Membership
from center_site.groups import EDITORS, GROUPS
from tests.factories import make_user, make_vendor

PASSWORD = "a long enough password"
SIGN_UP, SIGN_IN = "/{}/portal/account/signup/", "/{}/portal/account/login/"
BOXES = ("consent-terms-1", "consent-privacy-1", "consent-cross_border-1")


def application(email="new@example.org", **changes):
    filled = {"email": email, "password1": PASSWORD, "password2": PASSWORD}
    return {**filled, **dict.fromkeys(BOXES, "on"), **changes}


def sign_up(client, language="ko", **changes):
    return client.post(SIGN_UP.format(language), application(**changes))


def sign_in(client, login, password=PASSWORD, query="", language="ko"):
    return client.post(SIGN_IN.format(language) + query, {"login": login, "password": password})


def link_in(message):
    return re.search(r"https?://testserver(/\S+)", message.body)[1]


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_an_account_opens_once_its_address_is_confirmed(client, db, language):
    assert sign_up(client, language).status_code == 302
    user = get_user_model().objects.get(email="new@example.org")
    assert "_auth_user_id" not in client.session
    # Until then the password alone does not open it.
    sign_in(client, user.email)
    assert "_auth_user_id" not in client.session
    client.post(link_in(mail.outbox[0]))
    assert EmailAddress.objects.get(user=user).verified
    response = sign_in(client, user.email, language=language)
    assert response.url == f"/{language}/portal/company/new/"
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.parametrize(("language", "stored"), [("ko", "ko"), ("zh-hans", "zh-hans")])
def test_language_and_consents_are_kept_with_the_account(client, db, language, stored):
    sign_up(client, language)
    user = get_user_model().objects.get()
    assert UserProfile.objects.get(user=user).preferred_language == stored
    kept = Consent.objects.filter(user=user).values_list("text__purpose", "text__version")
    assert set(kept) == {("terms", 1), ("privacy", 1), ("cross_border", 1)}
    assert set(user.consents.values_list("language_code", "withdrawn_at")) == {(stored, None)}


@pytest.mark.parametrize("box", BOXES)
def test_no_account_without_each_consent(client, db, box):
    data = application()
    del data[box]
    response = client.post(SIGN_UP.format("ko"), data)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [box]
    assert not get_user_model().objects.exists()


def test_no_box_is_ticked_beforehand(client, db):
    page = client.get(SIGN_UP.format("zh-hans")).content.decode()
    boxes = re.findall(r"<input[^>]*checkbox[^>]*>", page)
    assert len(boxes) == 3
    assert not [box for box in boxes if "checked" in box]


def test_a_text_renewed_meanwhile_is_asked_again(client, db):
    data = application()
    ConsentText.objects.create(purpose="terms", version=2, text_ko="새 약관", text_zh="新条款")
    response = client.post(SIGN_UP.format("ko"), data)
    assert list(response.context["form"].errors) == ["consent-terms-2"]
    assert not Consent.objects.exists()


def test_extra_fields_give_nobody_rights(client, db):
    changes = {"is_staff": "on", "is_superuser": "on", "groups": "1", "verified": "on"}
    sign_up(client, username="chief", role="owner", vendor="1", **changes)
    user = get_user_model().objects.get()
    assert (user.is_staff, user.is_superuser, user.groups.count()) == (False, False, 0)
    assert user.username != "chief"
    assert not EmailAddress.objects.get().verified
    assert not Membership.objects.exists()


def test_known_and_unknown_addresses_get_the_same_answer(client, db):
    known = make_user(email="known@example.org")
    answers = []
    for email in (known.email, "unknown@example.org"):
        response = sign_up(client, email=email)
        page = client.get(response.url).content.replace(email.encode(), b"")
        answers.append((response.status_code, response.url, page))
        client.cookies.clear()
    assert strip_tokens(answers[0]) == strip_tokens(answers[1])
    assert get_user_model().objects.filter(email=known.email).count() == 1
    # The owner of the known address is told, and nobody else.
    assert {message.to[0] for message in mail.outbox} == {known.email, "unknown@example.org"}


def test_a_reset_tells_nobody_which_addresses_are_known(client, db):
    known = make_user(email="known@example.org")
    path, answers = reverse("account_reset_password"), []
    for email in (known.email, "unknown@example.org"):
        response = client.post(path, {"email": email})
        answers.append((response.status_code, response.url))
    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [[known.email]]


def test_wrong_password_and_unknown_account_are_refused_alike(client, db):
    user = make_user()
    codes = [
        sign_in(client, login, "wrong").context["form"].errors.as_json()
        for login in (user.username, "nobody-here")
    ]
    assert codes[0] == codes[1]


def strip_tokens(answer):
    status, url, content = answer
    return status, url, re.sub(rb'value="\w{64}"', b"", content)


def test_mails_are_in_the_language_of_the_address_as_text_and_html(client, db):
    sign_up(client, "zh-hans")
    message = mail.outbox[0]
    html, kind = message.alternatives[0]
    assert kind == "text/html"
    assert 'lang="zh-Hans"' in html
    assert "/zh-hans/portal/account/confirm-email/" in message.body
    assert link_in(message) in html
    assert "testserver" not in message.subject
    assert message.subject.strip()


def test_eleventh_sign_up_from_a_place_is_refused(client, db):
    for number in range(10):
        assert sign_up(client, email=f"new{number}@example.org").status_code == 302
    response = sign_up(client, email="one.more@example.org")
    assert response.status_code == 429
    assert "429.html" in [template.name for template in response.templates]
    assert get_user_model().objects.count() == 10


def test_sixth_wrong_password_of_an_account_is_refused_and_so_is_the_right_one(client, db):
    user = make_user()
    for _ in range(5):
        assert sign_in(client, user.username, "wrong").status_code == 200
    response = sign_in(client, user.username)
    assert response.context["form"].has_error("__all__", "too_many_login_attempts")
    assert "_auth_user_id" not in client.session


def test_eleventh_wrong_password_from_a_place_is_refused_whatever_the_account(client, db):
    for number in range(10):
        sign_in(client, f"user-{number}", "wrong")
    response = sign_in(client, make_user().username)
    assert response.context["form"].has_error("__all__", "too_many_login_attempts")


def test_thirty_first_sign_in_of_a_minute_is_refused(client, db):
    for number in range(30):
        client.post(SIGN_IN.format("ko"), {"login": f"user-{number}"})
    assert client.post(SIGN_IN.format("ko"), {"login": "one-more"}).status_code == 429


def test_fourth_reset_of_an_address_is_refused(client, db):
    user = make_user()
    path = reverse("account_reset_password")
    for _ in range(3):
        assert client.post(path, {"email": user.email}).status_code == 302
    assert client.post(path, {"email": user.email}).status_code == 429
    assert len(mail.outbox) == 3


def test_eleventh_reset_from_a_place_is_refused(client, db):
    path = reverse("account_reset_password")
    for number in range(10):
        client.post(path, {"email": f"new{number}@example.org"})
    assert client.post(path, {"email": "one.more@example.org"}).status_code == 429


def test_password_is_reset_by_the_mailed_link_once(client, db):
    user = make_user()
    client.post(reverse("account_reset_password"), {"email": user.email})
    link = link_in(mail.outbox[0])
    form = client.get(link, follow=True)
    changed = "another quite long password"
    client.post(form.redirect_chain[-1][0], {"password1": changed, "password2": changed})
    assert sign_in(client, user.username, changed).status_code == 302
    client.logout()
    assert client.get(link, follow=True).context.get("token_fail")


def test_changed_password_ends_the_other_sessions(client, db, django_user_model):
    user = make_user()
    elsewhere = type(client)()
    for browser in (client, elsewhere):
        sign_in(browser, user.username)
    changed = "another quite long password"
    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": changed, "password2": changed},
    )
    assert client.get("/ko/portal/my-account/").status_code == 200
    assert elsewhere.get("/ko/portal/my-account/").status_code == 302


def test_new_address_counts_once_it_is_confirmed(client, db):
    user = make_user(email="old@example.org")
    sign_in(client, user.username)
    data = {"email": "new@example.org", "action_add": ""}
    # Whoever finds an open browser cannot take the account: the password is asked again.
    asked = client.post(reverse("account_email"), data)
    assert mail.outbox == []
    client.post(asked.url, {"password": PASSWORD})
    user.refresh_from_db()
    assert user.email == "old@example.org"
    link = next(link_in(message) for message in mail.outbox if message.to == ["new@example.org"])
    client.post(link)
    user.refresh_from_db()
    assert user.email == "new@example.org"
    assert list(EmailAddress.objects.filter(user=user).values_list("email", "verified")) == [
        ("new@example.org", True)
    ]


def land(client, user, query=""):
    return sign_in(client, user.username, query=query).url


def test_everybody_lands_where_they_belong(client, db):
    member = make_user()
    Membership.objects.create(user=member, vendor=make_vendor(), role="editor")
    assert land(client, member) == "/ko/portal/"
    client.logout()
    assert land(client, make_user()) == "/ko/portal/company/new/"
    for group in GROUPS:
        client.logout()
        assert land(client, make_user(groups=[group])) == "/cms/"


def test_one_comes_back_to_where_one_was_going_but_never_to_another_site(client, db):
    editor = make_user(groups=[EDITORS])
    assert land(client, editor, "?next=/cms/products/") == "/cms/products/"
    client.logout()
    assert land(client, editor, "?next=https://example.org/") == "/cms/"


def code_of(secret):
    return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06}"


def test_second_step_is_asked_for_and_a_recovery_code_works_once(client, db):
    user = make_user()
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    response = sign_in(client, user.username)
    assert response.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    assert client.post(response.url, {"code": "000000"}).context["form"].errors
    assert client.post(response.url, {"code": code_of(secret)}).status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)
    asked = client.post(reverse("mfa_generate_recovery_codes"))
    client.post(asked.url, {"password": PASSWORD})
    stored = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    code = stored.wrap().get_unused_codes()[0]
    for outcome in (302, 200):
        client.logout()
        sign_in(client, user.username)
        assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == outcome
