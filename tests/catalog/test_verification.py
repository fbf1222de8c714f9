"""Verification and profile of companies: handed in, decided once, by somebody else."""

import datetime
import threading

import pytest
from django.db import connections
from django.utils import timezone

from catalog.companies import (
    PROFILE_FIELDS,
    AlreadyDecided,
    InvalidNumber,
    NotAllowed,
    NoteMissing,
    ProfileWaiting,
    VerificationWaiting,
    compare,
    current_profile,
    decide_profile,
    decide_verification,
    found_company,
    remind_of_expiry,
    same_number,
    submit_profile,
    submit_verification,
    take_back_profile,
)
from catalog.models import CompanyVerification, Membership, Notification, UploadedFile, Vendor
from center_site.groups import REVIEWERS
from tests.factories import make_user, make_vendor

KOREAN, CHINESE = "124-81-00998", "91110000600037341L"


def licence_of(vendor):
    return UploadedFile.objects.create(
        vendor=vendor,
        kind=UploadedFile.Kind.LICENCE,
        file_name="vendor_files/aa/aa.pdf",
        original_name="사업자등록증.pdf",
        media_type="application/pdf",
        sha256="a" * 64,
        size_bytes=1000,
    )


def hand_in(vendor, by=None, number=None):
    number = number or (KOREAN if vendor.country_code == "KR" else CHINESE)
    return submit_verification(
        vendor, by=by, registration_number=number, licence=licence_of(vendor)
    )


@pytest.fixture
def owner(db):
    return make_user()


@pytest.fixture
def company(owner):
    return found_company(owner, country_code="KR", name_ko="새 회사").vendor


@pytest.fixture
def reviewer(db):
    return make_user(groups=[REVIEWERS])


@pytest.mark.parametrize("number", ["", "124-81-00997", CHINESE, "abc"])
def test_a_number_that_is_not_right_is_refused(company, owner, number):
    with pytest.raises(InvalidNumber):
        submit_verification(
            company, by=owner, registration_number=number, licence=licence_of(company)
        )
    assert not CompanyVerification.objects.exists()


def test_the_number_is_checked_by_the_companys_country_and_kept_plain(db):
    for country, number, kept in (("KR", KOREAN, "1248100998"), ("CN", CHINESE, CHINESE)):
        verification = hand_in(make_vendor(country_code=country), number=number)
        assert (verification.country_code, verification.registration_number) == (country, kept)


def test_one_verification_waits_at_a_time(company, owner):
    hand_in(company, owner)
    with pytest.raises(VerificationWaiting):
        hand_in(company, owner)
    assert company.verifications.count() == 1


def test_approval_is_good_for_a_year_and_opens_the_company_to_visitors(company, owner, reviewer):
    verification = hand_in(company, owner)
    decide_verification(verification, by=reviewer, is_approved=True)
    verification.refresh_from_db()
    company = Vendor.objects.get(pk=company.pk)
    assert verification.expires_on == timezone.localdate() + datetime.timedelta(days=365)
    assert (verification.status, verification.reviewed_by) == ("approved", reviewer)
    assert (company.live, company.is_verified) == (True, True)
    assert company.live_revision == company.latest_revision
    assert list(Notification.objects.values_list("kind", "user")) == [
        ("verification_approved", owner.pk)
    ]


def test_verification_ends_the_day_after_its_last(company, owner, reviewer):
    verification = hand_in(company, owner)
    decide_verification(verification, by=reviewer, is_approved=True)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    CompanyVerification.objects.update(expires_on=yesterday)
    assert not company.is_verified


def test_a_company_that_staff_took_down_stays_down(company, owner, reviewer):
    decide_verification(hand_in(company, owner), by=reviewer, is_approved=True)
    Vendor.objects.get(pk=company.pk).unpublish()
    again = Vendor.objects.get(pk=company.pk)
    decide_verification(hand_in(again, owner), by=reviewer, is_approved=True)
    assert not Vendor.objects.get(pk=company.pk).live


def test_a_rejection_says_why(company, owner, reviewer):
    verification = hand_in(company, owner)
    with pytest.raises(NoteMissing):
        decide_verification(verification, by=reviewer, is_approved=False, note=" ")
    decide_verification(verification, by=reviewer, is_approved=False, note="흐린 사본입니다.")
    verification.refresh_from_db()
    assert (verification.status, verification.expires_on) == ("rejected", None)
    told = Notification.objects.get()
    assert (told.kind, told.context["note"]) == ("verification_rejected", "흐린 사본입니다.")
    assert not company.is_verified
    assert hand_in(company, owner)


def test_no_member_decides_about_the_own_company(company, owner, reviewer):
    Membership.objects.create(user=reviewer, vendor=company, role="editor")
    verification = hand_in(company, owner)
    change = submit_profile(company, by=owner, data={**current_profile(company), "name_en": "New"})
    for is_approved in (True, False):
        with pytest.raises(NotAllowed):
            decide_verification(verification, by=reviewer, is_approved=is_approved, note="x")
        with pytest.raises(NotAllowed):
            decide_profile(change, by=reviewer, is_approved=is_approved, note="x")
    verification.refresh_from_db()
    change.refresh_from_db()
    assert (verification.status, change.status) == ("submitted", "submitted")


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_at_once_one_decides():
    vendor = make_vendor()
    verification = hand_in(vendor)
    reviewers = [make_user(), make_user()]
    start, outcomes = threading.Barrier(2), []

    def decide(reviewer, is_approved):
        start.wait()
        try:
            row = CompanyVerification.objects.get(pk=verification.pk)
            decide_verification(row, by=reviewer, is_approved=is_approved, note="x")
            outcomes.append(reviewer)
        except AlreadyDecided as problem:
            outcomes.append(type(problem))
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=decide, args=[reviewer, is_approved])
        for reviewer, is_approved in zip(reviewers, (True, False), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(AlreadyDecided) == 1
    verification.refresh_from_db()
    assert verification.reviewed_by in outcomes


def test_the_same_number_at_another_company_is_noticed(company, owner, reviewer):
    other = make_vendor()
    rejected = hand_in(make_vendor())
    decide_verification(rejected, by=reviewer, is_approved=False, note="x")
    hand_in(other)
    assert list(same_number(hand_in(company, owner))) == [other]


@pytest.mark.parametrize(("days", "told"), [(-1, 0), (0, 1), (30, 1), (31, 0)])
def test_members_are_reminded_thirty_days_before_it_ends_once(company, owner, days, told):
    verification = hand_in(company, owner)
    ends = timezone.localdate() + datetime.timedelta(days=days)
    CompanyVerification.objects.update(status="approved", expires_on=ends)
    for _ in range(2):
        assert remind_of_expiry() == told
    assert Notification.objects.filter(kind="verification_expiring", user=owner).count() == told
    assert verification.vendor == company


def test_who_has_handed_a_new_one_in_is_not_reminded(company, owner):
    hand_in(company, owner)
    CompanyVerification.objects.update(status="approved", expires_on=timezone.localdate())
    hand_in(company, owner)
    assert remind_of_expiry() == 0


def profile_of(company, **changes):
    return {**current_profile(company), **changes}


def test_a_new_profile_shows_once_it_is_approved(owner, reviewer):
    company = make_vendor()
    Membership.objects.create(user=owner, vendor=company, role="owner")
    change = submit_profile(company, by=owner, data=profile_of(company, summary_ko="새 소개"))
    assert Vendor.objects.get().summary_ko == "로봇을 만드는 회사입니다."
    decide_profile(change, by=reviewer, is_approved=True)
    stored = Vendor.objects.get()
    assert stored.summary_ko == "새 소개"
    assert stored.live_revision == stored.latest_revision
    assert Notification.objects.get().kind == "profile_approved"


def test_a_profile_of_a_company_not_seen_yet_is_kept_and_stays_unseen(company, owner, reviewer):
    change = submit_profile(company, by=owner, data=profile_of(company, city_ko="서울"))
    decide_profile(change, by=reviewer, is_approved=True)
    stored = Vendor.objects.get()
    assert (stored.city_ko, stored.live) == ("서울", False)
    decide_verification(hand_in(stored, owner), by=reviewer, is_approved=True)
    stored = Vendor.objects.get()
    assert (stored.city_ko, stored.live) == ("서울", True)


def test_a_rejected_profile_changes_nothing_and_says_why(company, owner, reviewer):
    change = submit_profile(company, by=owner, data=profile_of(company, name_ko="다른 이름"))
    with pytest.raises(NoteMissing):
        decide_profile(change, by=reviewer, is_approved=False)
    decide_profile(change, by=reviewer, is_approved=False, note="등록증과 다릅니다.")
    assert Vendor.objects.get().name_ko == "새 회사"
    with pytest.raises(AlreadyDecided):
        decide_profile(change, by=reviewer, is_approved=True)


def test_one_profile_waits_and_can_be_taken_back(company, owner, reviewer):
    change = submit_profile(company, by=owner, data=profile_of(company, city_ko="서울"))
    with pytest.raises(ProfileWaiting):
        submit_profile(company, by=owner, data=profile_of(company, city_ko="부산"))
    take_back_profile(change)
    with pytest.raises(AlreadyDecided):
        decide_profile(change, by=reviewer, is_approved=True)
    assert submit_profile(company, by=owner, data=profile_of(company, city_ko="부산"))


def test_what_says_nothing_new_is_not_handed_in(company, owner):
    assert submit_profile(company, by=owner, data=profile_of(company)) is None


def test_facts_of_the_centre_are_not_the_companys_to_change(company, owner):
    data = profile_of(company, name_en="New", live=True, slug="other", country_code="CN")
    change = submit_profile(company, by=owner, data=data)
    assert set(change.data) == set(PROFILE_FIELDS)


def test_a_change_is_compared_field_by_field(company, owner):
    change = submit_profile(company, by=owner, data=profile_of(company, city_zh="首尔"))
    changed = [
        (line.name, line.old, line.new, line.lang) for line in compare(change) if line.is_changed
    ]
    assert changed == [("city_zh", "", "首尔", "zh-Hans")]
