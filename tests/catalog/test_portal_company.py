"""A company's own pages in the portal: what each role may do there, and to whose things."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from catalog.companies import invite
from catalog.models import (
    CompanyVerification,
    Invitation,
    OwnershipTransfer,
    ProfileChange,
    UploadedFile,
    Vendor,
)
from tests.factories import make_user, make_vendor, png
from tests.portal_factories import make_member

PAGES = ("portal_company", "portal_company_people", "portal_company_verification")


def post(client, user, name, data=None, **kwargs):
    client.force_login(user)
    return client.post(reverse(name, kwargs=kwargs), data or {})


def profile_of(vendor, /, **changes):
    names = ("name_ko", "name_zh", "name_en", "city_ko", "city_zh", "summary_ko", "summary_zh")
    return {name: getattr(vendor, name) for name in names} | changes


def licence(content=None):
    return SimpleUploadedFile("licence.png", content or png(), "image/png")


def test_founding_ignores_what_the_form_does_not_ask(client, db):
    user = make_user()
    data = {
        "name_ko": "새 회사",
        "country_code": "KR",
        "live": "on",
        "slug": "mine",
        "role": "editor",
        "user": "1",
        "source_key": "x",
        "status": "approved",
        "is_verified": "on",
    }
    assert post(client, user, "portal_company_new", data).status_code == 302
    vendor = Vendor.objects.get()
    assert (vendor.live, vendor.slug, vendor.source_key) == (False, "company-2", None)
    assert (user.membership.role, vendor.is_verified) == ("owner", False)


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"country_code": "KR"}, "__all__"),
        ({"name_ko": "새 회사", "country_code": "US"}, "country_code"),
        ({"name_en": "Known Robots", "country_code": "KR"}, "__all__"),
    ],
)
def test_founding_tells_what_is_wrong_and_founds_nothing(client, db, data, wrong):
    make_vendor(name_en="Known Robots")
    response = post(client, make_user(), "portal_company_new", data)
    assert response.status_code == 422
    assert wrong in response.context["form"].errors
    assert Vendor.objects.count() == 1


def test_members_found_no_second_company(client, owner):
    data = {"name_ko": "둘째", "country_code": "KR"}
    assert post(client, owner, "portal_company_new", data).url == reverse("portal_home")
    assert Vendor.objects.count() == 1


def test_a_profile_is_handed_in_and_the_page_stays(client, company, editor):
    data = profile_of(
        company, name_en="Renamed", live="", slug="mine", status="approved", vendor="9"
    )
    assert post(client, editor, "portal_company", data).status_code == 302
    change = ProfileChange.objects.get()
    assert (change.vendor, change.status, change.submitted_by) == (company, "submitted", editor)
    assert change.data["name_en"] == "Renamed"
    company.refresh_from_db()
    assert (company.name_en, company.live) != ("Renamed", False)
    assert client.get(reverse("portal_company")).context["is_waiting"]
    post(client, editor, "portal_company_take_back")
    assert not ProfileChange.objects.exists()


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"founded_year": "2999"}, "founded_year"),
        ({"founded_year": "1500"}, "founded_year"),
        ({"website_url": "javascript:alert(1)"}, "website_url"),
        ({"summary_ko": "가" * 1001}, "summary_ko"),
        ({"name_ko": "", "name_zh": "", "name_en": ""}, "__all__"),
    ],
)
def test_a_wrong_profile_is_refused_and_kept_on_the_page(client, company, owner, changes, wrong):
    response = post(client, owner, "portal_company", profile_of(company, **changes))
    assert response.status_code == 422
    assert wrong in response.context["form"].errors
    assert not ProfileChange.objects.exists()
    # The menu shows the company's name, not what was typed.
    assert response.context["vendor"].name_ko == company.name_ko


def test_words_are_shown_as_words(client, company, owner):
    attack = "<script>alert(1)</script>"
    post(client, owner, "portal_company", profile_of(company, name_ko=attack, summary_ko=attack))
    for name in PAGES:
        assert attack not in client.get(reverse(name)).content.decode()


def test_an_owner_invites_and_withdraws(client, company, owner):
    data = {"email": "guest@example.org", "language_code": "zh-hans", "role": "owner"}
    post(client, owner, "portal_company_invite", data)
    invitation = Invitation.objects.get()
    assert (invitation.role, invitation.language_code) == ("editor", "zh-hans")
    assert post(client, owner, "portal_company_invite", data).status_code == 422
    post(client, owner, "portal_company_revoke", pk=invitation.pk)
    assert not Invitation.objects.open().exists()


def test_the_link_leads_a_guest_to_the_company(client, company, owner):
    invitation = invite(
        company, email="guest@example.org", role="editor", language_code="ko", by=owner
    )
    path = reverse("portal_company_invitation", args=[invitation.secret])
    shown = client.get(path)
    assert shown.status_code == 200
    assert "no-store" in shown.headers["Cache-Control"]
    join_path = reverse("portal_company_join", args=[invitation.secret])
    assert client.get(join_path).status_code == 405
    client.force_login(make_user())
    assert client.post(join_path).url == reverse("portal_company_new")
    guest = make_user(email="guest@example.org")
    client.force_login(guest)
    assert client.get(path).context["is_theirs"]
    assert client.post(join_path).url == reverse("portal_home")
    assert guest.membership.vendor == company
    assert client.get(path).status_code == 404


def test_whoever_signs_up_without_the_link_finds_the_invitation(client, company, owner):
    invitation = invite(
        company, email="guest@example.org", role="editor", language_code="ko", by=owner
    )
    guest = make_user(email="guest@example.org")
    client.force_login(guest)
    assert list(client.get(reverse("portal_company_new")).context["invitations"]) == [invitation]
    other = make_user()
    assert post(client, other, "portal_company_accept", pk=invitation.pk).status_code == 404
    assert post(client, guest, "portal_company_accept", pk=invitation.pk).status_code == 302
    assert guest.membership.vendor == company


def test_a_made_up_link_opens_nothing(client, db):
    for secret in ("0" * 64, "x"):
        path = reverse("portal_company_invitation", args=[secret])
        assert client.get(path).status_code == 404


def test_a_company_is_handed_over_in_the_portal(client, company, owner, editor):
    post(client, owner, "portal_company_transfer", {"member": editor.membership.pk})
    transfer = OwnershipTransfer.objects.get()
    assert (transfer.from_user, transfer.to_user) == (owner, editor)
    post(client, owner, "portal_company_transfer_accept", pk=transfer.pk)
    transfer.refresh_from_db()
    assert transfer.status == "requested"
    post(client, editor, "portal_company_transfer_accept", pk=transfer.pk)
    transfer.refresh_from_db()
    assert transfer.status == "accepted"
    assert company.memberships.get(role="owner").user == owner
    post(client, editor, "portal_company_transfer_end", pk=transfer.pk)
    transfer.refresh_from_db()
    assert transfer.status == "declined"


def test_number_and_licence_are_handed_in(client, company, owner):
    data = {
        "registration_number": "124-81-00998",
        "licence": licence(),
        "status": "approved",
        "expires_on": "2099-01-01",
        "vendor": "1",
    }
    assert post(client, owner, "portal_company_verification", data).status_code == 302
    row = CompanyVerification.objects.get()
    assert (row.vendor, row.status, row.expires_on) == (company, "submitted", None)
    assert (row.registration_number, row.licence.kind) == ("1248100998", "licence")
    shown = client.get(reverse("portal_company_licence", args=[row.pk]))
    assert shown.status_code == 200
    data["licence"] = licence()
    post(client, owner, "portal_company_verification", data)
    assert (CompanyVerification.objects.count(), UploadedFile.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"registration_number": "124-81-00997"}, "registration_number"),
        ({"registration_number": "91110000600037341L"}, "registration_number"),
        ({"licence": ""}, "licence"),
        ({"licence": SimpleUploadedFile("a.png", b"<svg onload=alert(1)>")}, "licence"),
    ],
)
def test_a_wrong_number_or_file_is_refused(client, company, owner, changes, wrong):
    data = {"registration_number": "124-81-00998", "licence": licence(), **changes}
    response = post(client, owner, "portal_company_verification", data)
    assert response.status_code == 422
    assert wrong in response.context["form"].errors
    assert not CompanyVerification.objects.exists()


def test_an_editor_leaves_and_is_removed_while_the_owner_stays(client, company, owner, editor):
    post(client, editor, "portal_company_leave")
    again = make_member(company)
    post(client, owner, "portal_company_remove", pk=again.membership.pk)
    post(client, owner, "portal_company_remove", pk=owner.membership.pk)
    post(client, owner, "portal_company_leave")
    assert list(company.memberships.values_list("user", "role")) == [(owner.pk, "owner")]


def test_next_steps_go_as_they_are_done(client, db):
    vendor = make_vendor(summary_zh="")
    client.force_login(make_member(vendor, role="owner"))
    steps = client.get(reverse("portal_home")).context["steps"]
    assert [step.name for step in steps] == ["verify", "complete", "secure"]
    Vendor.objects.update(summary_zh="研发机器人的企业。")
    steps = client.get(reverse("portal_home")).context["steps"]
    assert [step.name for step in steps] == ["verify", "secure"]


@pytest.mark.parametrize(
    "name", ["가온로보\u200b틱스", "가온\u2060로보틱스\u202e", " 가온로보틱스 \u3000"]
)
def test_a_name_that_only_looks_the_same_is_the_same(client, db, name):
    make_vendor(name_ko="가온로보틱스")
    client.force_login(make_user())
    answer = client.post(reverse("portal_company_new"), {"name_ko": name, "country_code": "KR"})
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors().as_data()[0].code == "namesake"


def test_a_name_that_nobody_sees_is_none(client, db):
    client.force_login(make_user())
    sent = {"name_ko": "\u200b\u2060", "country_code": "KR"}
    assert client.post(reverse("portal_company_new"), sent).status_code == 422
