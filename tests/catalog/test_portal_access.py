"""Who gets where among a company's own pages: members, the owner alone, nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from catalog.companies import invite, request_transfer
from catalog.models import (
    CompanyVerification,
    Invitation,
    Membership,
    OwnershipTransfer,
    UploadedFile,
)
from center_site.languages import LANGUAGES
from tests.factories import make_user, make_vendor
from tests.portal_factories import make_member

PAGES = ("portal_company", "portal_company_people", "portal_company_verification")
LANGUAGE_CODES = [language.code for language in LANGUAGES]


@pytest.fixture
def stranger(db):
    return make_member(make_vendor(), role="owner")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("role", ["owner", "editor"])
@pytest.mark.parametrize("path", ["", "company/", "company/people/", "company/verification/"])
def test_pages_open_for_members_in_both_languages(client, company, code, role, path):
    client.force_login(make_member(company, role=role))
    response = client.get(f"/{code}/portal/{path}")
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    assert response.context["request"].membership.vendor == company


@pytest.mark.parametrize("name", ["portal_home", *PAGES])
def test_pages_lead_strangers_to_sign_in_and_the_companyless_to_founding(client, db, name):
    assert client.get(reverse(name)).url.startswith("/ko/portal/account/login/?next=")
    client.force_login(make_user())
    assert client.get(reverse(name)).url == reverse("portal_company_new")


def owners_only(company, owner, editor):
    """(address, data) of everything that is the owner's alone."""
    invitation = invite(company, email="g@example.org", role="editor", language_code="ko", by=owner)
    row = CompanyVerification.objects.create(
        vendor=company,
        country_code="KR",
        registration_number="1248100998",
        licence=UploadedFile.objects.create(
            vendor=company, kind="licence", file_name="x", sha256="b" * 64, size_bytes=1
        ),
        status="rejected",
    )
    place = editor.membership
    return [
        ("post", reverse("portal_company_invite"), {"email": "h@example.org"}),
        ("post", reverse("portal_company_revoke", args=[invitation.pk]), {}),
        ("post", reverse("portal_company_remove", args=[place.pk]), {}),
        ("post", reverse("portal_company_transfer"), {"member": place.pk}),
        ("post", reverse("portal_company_verification"), {"registration_number": "1248100998"}),
        ("get", reverse("portal_company_licence", args=[row.pk]), {}),
    ]


def state():
    return (
        list(Membership.objects.values_list("user", "vendor", "role")),
        list(Invitation.objects.values_list("pk", "revoked_at", "accepted_at")),
        list(OwnershipTransfer.objects.values_list("pk", "status")),
        list(CompanyVerification.objects.values_list("pk", "status")),
    )


def test_what_is_the_owners_is_a_404_for_editors(client, company, owner, editor):
    asked = owners_only(company, owner, editor)
    before = state()
    client.force_login(editor)
    for method, path, data in asked:
        assert getattr(client, method)(path, data).status_code == 404, path
    assert state() == before


def test_what_is_another_companys_is_a_404(client, company, owner, editor, stranger):
    asked = [row for row in owners_only(company, owner, editor) if any(map(str.isdigit, row[1]))]
    transfer = request_transfer(company, to_user=editor, by=owner)
    asked += [
        ("post", reverse(f"portal_company_transfer_{step}", args=[transfer.pk]), {})
        for step in ("accept", "end")
    ]
    before = state()
    client.force_login(stranger)
    for method, path, data in asked:
        assert getattr(client, method)(path, data).status_code == 404, path
    # A member of another company is no choice for the next owner.
    response = client.post(reverse("portal_company_transfer"), {"member": editor.membership.pk})
    assert response.status_code == 422
    assert state() == before


def test_whoever_sends_far_too_much_is_asked_to_wait(client, company, owner, settings):
    settings.PORTAL_SENDS_PER_MINUTE = 3
    client.force_login(owner)
    answers = [client.post(reverse("portal_company_leave")).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]
    assert client.get(reverse("portal_home")).status_code == 200


def test_a_file_weighs_more_than_a_text(client, owner, settings):
    settings.PORTAL_SENDS_PER_MINUTE = 25
    client.force_login(owner)

    def send(*names):
        files = [SimpleUploadedFile(name, b"x") for name in names]
        return client.post(reverse("portal_sheets"), {"file": files}).status_code

    assert 429 not in (send("a.csv"), send("b.csv"))
    assert send("c.csv") == 429
    assert client.get(reverse("portal_sheets")).status_code == 200
