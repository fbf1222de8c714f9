"""The one door to the CMS: the portal's sign-in, for staff alone, with a second step if asked."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.contrib.auth.views import LoginView
from django.core import mail
from django.core.management import call_command
from django.urls import get_resolver, resolve, reverse
from wagtail.users.models import UserProfile

from center_site.groups import EDITORS, GROUPS
from tests.factories import make_user

CMS = ("/cms/", "/cms/products/", "/cms/snippets/catalog/vendor/", "/cms/users/", "/cms/images/")
PASSWORD = "a long enough password"


@pytest.mark.parametrize("path", CMS)
def test_a_stranger_is_led_to_the_portals_sign_in_and_back(client, db, path):
    response = client.get(path)
    assert response.url == f"/ko/portal/account/login/?next={path}"


def test_old_door_leads_to_the_new_one_keeping_where_one_was_going(client, db):
    assert client.get("/cms/login/?next=/cms/products/").url == (
        "/ko/portal/account/login/?next=%2Fcms%2Fproducts%2F"
    )


def test_old_door_does_not_look_at_what_is_posted(client, db):
    user = make_user(groups=[EDITORS])
    response = client.post("/cms/login/", {"username": user.username, "password": PASSWORD})
    assert response.status_code == 302
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("path", ["/ko/_util/login/", "/zh-hans/_util/login/"])
def test_wagtails_sign_in_for_private_pages_is_no_second_door(client, db, path):
    user = make_user(groups=[EDITORS])
    language = path.split("/")[1]
    response = client.post(path, {"username": user.username, "password": PASSWORD})
    assert response.url == f"/{language}/portal/account/login/"
    assert "_auth_user_id" not in client.session


def test_there_is_no_other_view_that_signs_people_in():
    """Django's and Wagtail's own sign-in views know neither throttles nor second steps."""
    doors = [
        pattern
        for pattern in every_pattern(get_resolver().url_patterns)
        if issubclass(getattr(pattern.callback, "view_class", object), LoginView)
    ]
    # Those two stay behind addresses of ours that come first.
    assert {pattern.name for pattern in doors} == {"wagtailadmin_login", "wagtailcore_login"}
    for name in ("wagtailadmin_login", "wagtailcore_login"):
        assert not hasattr(resolve(reverse(name)).func, "view_class")


def every_pattern(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from every_pattern(pattern.url_patterns)
        else:
            yield pattern


def test_the_cms_resets_no_password(client, db):
    user = make_user(groups=[EDITORS])
    assert client.get("/cms/password_reset/").status_code == 404
    assert client.post("/cms/password_reset/", {"email": user.email}).status_code == 404
    assert mail.outbox == []


@pytest.mark.parametrize("path", CMS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_account_of_a_company_gets_nowhere_in_the_cms(client, db, path, method):
    client.force_login(make_user())
    response = getattr(client, method)(path)
    assert response.status_code == 403
    assert "private" in response.headers["Cache-Control"]


def test_staff_change_their_password_and_address_at_the_one_place(client, db):
    user = make_user(groups=[EDITORS])
    client.force_login(user)
    page = client.get("/cms/account/").content.decode()
    assert 'name="password-old_password"' not in page
    assert 'name="name_email-email"' not in page
    assert reverse("mfa_index") in page or reverse("portal_account") in page


@pytest.mark.parametrize("group", GROUPS)
def test_staff_without_a_second_step_are_led_to_set_it_up_where_it_is_required(
    client, db, group, settings
):
    settings.STAFF_MFA_REQUIRED = True
    user = make_user(groups=[group])
    client.force_login(user)
    for path in CMS:
        assert client.get(path).url == reverse("mfa_index")
        assert client.post(path).url == reverse("mfa_index")
    TOTP.activate(user, generate_totp_secret())
    assert client.get("/cms/").status_code == 200


def test_recovery_codes_alone_are_no_second_step(client, db, settings):
    settings.STAFF_MFA_REQUIRED = True
    user = make_user(groups=[EDITORS])
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})
    client.force_login(user)
    assert client.get("/cms/").url == reverse("mfa_index")


def test_first_staff_user_signs_in_with_a_name_although_addresses_must_be_verified(
    client, db, monkeypatch
):
    monkeypatch.setenv("ADMIN_PASSWORD", PASSWORD)
    call_command("ensure_admin", stdout=open("/dev/null", "w"))  # noqa: SIM115
    response = client.post(
        reverse("account_login"), {"login": "admin", "password": PASSWORD}, follow=True
    )
    assert response.redirect_chain == [("/cms/", 302)]


def test_staff_user_of_an_older_centre_can_sign_in_too(client, db, monkeypatch):
    monkeypatch.setenv("ADMIN_PASSWORD", PASSWORD)
    admin = get_user_model().objects.create_superuser("admin", "chief@example.org", PASSWORD)
    for _ in range(2):
        call_command("ensure_admin", stdout=open("/dev/null", "w"))  # noqa: SIM115
    assert list(EmailAddress.objects.values_list("user", "email", "verified", "primary")) == [
        (admin.pk, "chief@example.org", True, True)
    ]


def test_staff_made_in_the_cms_confirm_their_address_at_the_first_sign_in(client, db):
    user = make_user(groups=[EDITORS])
    EmailAddress.objects.all().delete()
    UserProfile.get_for_user(user)
    client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    assert mail.outbox[0].to == [user.email]
