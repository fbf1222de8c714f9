"""The company desk in the CMS: who sees it, who decides, and what the pages say."""

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.urls import reverse

from catalog.companies import (
    accept_transfer,
    current_profile,
    request_transfer,
    submit_profile,
    submit_verification,
)
from catalog.models import Invitation, Membership, UploadedFile, Vendor
from catalog.uploads import take_upload
from center_site.groups import EDITORS, OPERATORS, REVIEWERS
from tests.factories import make_user, make_vendor, png
from tests.portal_factories import make_member

LISTS = (
    "company_verifications",
    "profile_changes",
    "ownership_transfers",
    "company_invitations",
    "consent_texts",
)


@pytest.fixture
def verification(company, owner):
    file = ContentFile(png(), name="licence.png")
    licence = take_upload(file, vendor=company, kind=UploadedFile.Kind.LICENCE, by=owner)
    return submit_verification(
        company, by=owner, registration_number="124-81-00998", licence=licence
    )


@pytest.fixture
def change(company, owner):
    data = {**current_profile(company), "summary_ko": "<b>새</b> 소개"}
    return submit_profile(company, by=owner, data=data)


@pytest.fixture
def transfer(company, owner):
    successor = make_member(company)
    transfer = request_transfer(company, to_user=successor, by=owner)
    accept_transfer(transfer, by=successor)
    return transfer


@pytest.fixture
def reviewer(client, db):
    user = make_user(groups=[REVIEWERS])
    client.force_login(user)
    return user


def desk(kind, row):
    return reverse(f"{kind}:edit", args=[row.pk])


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(("group", "status"), [(EDITORS, 200), (REVIEWERS, 200), (OPERATORS, 302)])
def test_lists_open_to_editors_and_reviewers(client, db, name, group, status):
    client.force_login(make_user(groups=[group]))
    assert client.get(reverse(f"{name}:index")).status_code == status


def test_a_reviewer_verifies_a_company_seen_with_its_licence(client, verification, reviewer):
    path = desk("company_verifications", verification)
    page = client.get(path)
    assert page.status_code == 200
    assert page.context["number"] == "124-81-00998"
    scan = client.get(reverse("company_verifications:licence", args=[verification.pk]))
    assert scan.status_code == 200
    assert scan.headers["X-Content-Type-Options"] == "nosniff"
    client.post(path, {"approve": "yes", "status": "rejected", "reviewed_by": "1"})
    verification.refresh_from_db()
    assert (verification.status, verification.reviewed_by) == ("approved", reviewer)
    assert not client.get(path).context["may_decide"]


def test_a_rejection_without_a_reason_is_asked_for_one(client, verification, reviewer):
    path = desk("company_verifications", verification)
    assert client.post(path, {"reject": "yes"}).status_code == 422
    verification.refresh_from_db()
    assert verification.status == "submitted"
    client.post(path, {"reject": "yes", "note": "흐립니다."})
    verification.refresh_from_db()
    assert (verification.status, verification.review_note) == ("rejected", "흐립니다.")


def test_the_same_number_elsewhere_is_marked(client, verification, reviewer, owner):
    other = make_vendor()
    submit_verification(
        other, by=owner, registration_number="1248100998", licence=verification.licence
    )
    page = client.get(desk("company_verifications", verification))
    assert page.context["same_number"] == [other]
    assert 'id="same-number"' in page.content.decode()


def test_old_and_new_words_stand_side_by_side(client, change, company, reviewer):
    path = desk("profile_changes", change)
    page = client.get(path).content.decode()
    assert "&lt;b&gt;새&lt;/b&gt; 소개" in page
    assert company.summary_ko in page
    client.post(path, {"approve": "yes"})
    assert Vendor.objects.get(pk=company.pk).summary_ko == "<b>새</b> 소개"
    # What visitors then read is words, not markup.
    assert "<b>새</b>" not in client.get(f"/ko/vendors/{company.slug}/").content.decode()


def test_a_reviewer_confirms_a_change_of_owner(client, transfer, company, reviewer):
    path = desk("ownership_transfers", transfer)
    assert client.get(path).context["may_decide"]
    client.post(path, {"approve": "yes"})
    assert company.memberships.get(role="owner").user == transfer.to_user


@pytest.mark.parametrize("kind", ["company_verifications", "profile_changes"])
def test_editors_look_and_do_not_decide(client, verification, change, kind):
    row = {"company_verifications": verification, "profile_changes": change}[kind]
    client.force_login(make_user(groups=[EDITORS]))
    page = client.get(desk(kind, row))
    assert (page.status_code, page.context["may_decide"]) == (200, False)
    assert client.post(desk(kind, row), {"approve": "yes"}).status_code in (302, 403)
    row.refresh_from_db()
    assert row.status == "submitted"


def test_editors_confirm_no_transfer_and_invite_nobody(client, transfer, company):
    client.force_login(make_user(groups=[EDITORS]))
    client.post(desk("ownership_transfers", transfer), {"approve": "yes"})
    transfer.refresh_from_db()
    assert transfer.status == "accepted"
    data = {"vendor": company.pk, "email": "g@example.org", "language_code": "ko"}
    client.post(reverse("company_invitations:add"), data)
    assert not Invitation.objects.exists()


def test_a_reviewer_decides_nothing_about_the_own_company(client, verification, company, reviewer):
    Membership.objects.create(user=reviewer, vendor=company, role="editor")
    client.post(desk("company_verifications", verification), {"approve": "yes"})
    verification.refresh_from_db()
    assert verification.status == "submitted"


def test_what_was_decided_meanwhile_is_not_decided_again(client, change, reviewer):
    type(change).objects.update(status="rejected", review_note="x")
    response = client.post(desk("profile_changes", change), {"approve": "yes"}, follow=True)
    assert response.status_code == 200
    change.refresh_from_db()
    assert change.status == "rejected"


def test_a_reviewer_invites_the_owner_of_a_company_of_the_centre(
    client, company, reviewer, django_capture_on_commit_callbacks
):
    data = {"vendor": company.pk, "email": "Owner@Example.org", "language_code": "zh-hans"}
    assert client.get(reverse("company_invitations:add")).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("company_invitations:add"), {**data, "role": "editor"})
    assert response.status_code == 302
    invitation = Invitation.objects.get()
    assert (invitation.vendor, invitation.role) == (company, "owner")
    assert (invitation.email, invitation.invited_by) == ("owner@example.org", reviewer)
    assert mail.outbox[0].to == ["owner@example.org"]
    path = desk("company_invitations", invitation)
    assert client.get(path).status_code == 200
    client.post(path)
    assert not Invitation.objects.open().exists()


def test_a_company_with_an_owner_is_sent_no_second(client, company, owner, reviewer):
    data = {"vendor": company.pk, "email": "second@example.org", "language_code": "ko"}
    response = client.post(reverse("company_invitations:add"), data)
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert not Invitation.objects.exists()


def test_the_first_page_counts_what_waits(client, verification, change, transfer, reviewer):
    page = client.get("/cms/").content.decode()
    for kind, status in zip(LISTS[:3], ("submitted", "submitted", "accepted"), strict=True):
        assert f'href="/cms/{kind}/?status={status}"' in page


@pytest.mark.parametrize("name", LISTS)
def test_lists_cost_the_same_for_one_row_and_for_many(
    client, reviewer, django_assert_max_num_queries, name
):
    for _ in range(12):
        vendor = make_vendor()
        owner, successor = make_member(vendor, role="owner"), make_member(vendor)
        submit_profile(vendor, by=owner, data={**current_profile(vendor), "city_ko": "서울"})
        request_transfer(vendor, to_user=successor, by=owner)
        licence = UploadedFile.objects.create(
            vendor=vendor, kind="licence", file_name="x", sha256="c" * 64, size_bytes=1
        )
        submit_verification(vendor, by=owner, registration_number="1248100998", licence=licence)
        Invitation.objects.create(vendor=vendor, email="g@example.org", secret_hash=vendor.slug)
    with django_assert_max_num_queries(22):
        assert client.get(reverse(f"{name}:index")).status_code == 200
