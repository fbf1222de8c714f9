"""What the companies' side must never say: refused by the database, and by forms in words.

Columns that no form writes are refused by the database alone; nobody reads of those.
"""

import uuid

import pytest
from django.utils import timezone

from catalog.models import (
    Consent,
    ConsentText,
    Inquiry,
    Membership,
    Notification,
    OwnershipTransfer,
    ProfileChange,
    Submission,
    UploadedFile,
)
from tests.factories import make_user, make_vendor
from tests.portal_factories import make_member, make_submission, make_upload, verify

from .refusing import refused_by_database, refused_in_words

FOCAL_POINTS = {
    "across only": {"focal_x": "0.5"},
    "down only": {"focal_y": "0.5"},
    "beyond the right": {"focal_x": "1.1", "focal_y": "0.5"},
    "above the top": {"focal_x": "0.5", "focal_y": "-0.1"},
}
TESTED = {
    "one_owner_of_company",
    "one_open_transfer_of_company",
    "transfer_to_another",
    "file_once_in_listing",
    "focal_point_in_picture",
    "one_open_verification_of_company",
    "approved_verification_expires",
    "one_open_profile_change_of_company",
    "unique_version_of_consent_text",
    "consent_of_one_person",
    "unique_source_of_company",
    "completeness_in_percent",
    "waiting_submission_has_a_revision",
    "one_inquiry_of_batch_and_company",
    "event_told_once_to_a_person",
}


@pytest.fixture
def vendor(taxonomy):
    return make_vendor()


@pytest.fixture
def owner(vendor):
    return make_member(vendor, role="owner")


def update(record, **values):
    return lambda: type(record).objects.filter(pk=record.pk).update(**values)


def test_company_has_one_owner(vendor, owner):
    second = Membership(user=make_user(), vendor=vendor, role="owner")
    refused_in_words(second.validate_constraints)
    refused_by_database(second.save)
    make_member(vendor, role="editor")
    make_member(make_vendor(), role="owner")


def test_one_transfer_is_open_at_a_time(vendor, owner):
    people = {"vendor": vendor, "from_user": owner, "to_user": make_member(vendor)}
    first = OwnershipTransfer.objects.create(**people)
    for status in ("requested", "accepted"):
        second = OwnershipTransfer(**people, status=status)
        refused_in_words(second.validate_constraints)
        refused_by_database(second.save)
    update(first, status="declined")()
    OwnershipTransfer.objects.create(**people)


def test_nobody_hands_a_company_to_themselves(vendor, owner):
    to_oneself = OwnershipTransfer(vendor=vendor, from_user=owner, to_user=owner)
    refused_by_database(to_oneself.save)


def test_file_is_once_in_a_listing_and_anywhere_besides(vendor):
    listing = make_submission(vendor)
    first = make_upload(vendor, submission=listing)
    refused_by_database(lambda: make_upload(vendor, submission=listing, sha256=first.sha256))
    for place in (make_submission(vendor), None, None):
        make_upload(vendor, submission=place, sha256=first.sha256)
    make_upload(vendor, submission=listing, sha256=first.sha256, kind=UploadedFile.Kind.DOCUMENT)


@pytest.mark.parametrize("point", FOCAL_POINTS.values(), ids=FOCAL_POINTS)
def test_focal_point_is_in_the_picture(vendor, point):
    refused_by_database(update(make_upload(vendor), **point))


def test_one_verification_waits_at_a_time(vendor):
    first = verify(vendor, status="submitted", expires_on=None)
    second = verify(vendor, status="rejected", expires_on=None)
    refused_by_database(update(second, status="submitted"))
    second.status = "submitted"
    refused_in_words(second.validate_constraints)
    update(first, status="rejected")()
    second.save()


def test_approved_verification_has_an_end(vendor):
    refused_by_database(update(verify(vendor), expires_on=None))


def test_one_profile_change_waits_at_a_time(vendor):
    ProfileChange.objects.create(vendor=vendor, status="rejected")
    ProfileChange.objects.create(vendor=vendor)
    refused_by_database(ProfileChange(vendor=vendor).save)


def test_version_of_a_consent_text_is_taken_once(db):
    words = {"version": 70, "text_ko": "동의", "text_zh": "同意"}
    ConsentText.objects.create(purpose="terms", **words)
    ConsentText.objects.create(purpose="privacy", **words)
    double = ConsentText(purpose="terms", **words)
    refused_in_words(double.validate_constraints)
    refused_by_database(double.save)


def test_consent_is_of_one_person(vendor):
    text = ConsentText.objects.create(purpose="terms", version=70, text_ko="동의", text_zh="同意")
    sender = make_inquiry(vendor)
    for people in ({}, {"user": make_user(), "inquiry": sender}):
        refused_by_database(Consent(text=text, language_code="ko", **people).save)


def test_row_of_a_sheet_is_one_listing_of_its_company(vendor):
    first, second, other = make_submission(vendor), make_submission(vendor), make_submission()
    update(first, source_key="hb-1")()
    refused_by_database(update(second, source_key="hb-1"))
    update(other, source_key="hb-1")()
    assert Submission.objects.filter(vendor=vendor, source_key="").exists()


def test_completeness_is_at_most_all(vendor):
    refused_by_database(update(make_submission(vendor), completeness=101))


@pytest.mark.parametrize("status", ["submitted", "in_review"])
@pytest.mark.parametrize("missing", ["page", "revision", "submitted_at"])
def test_what_reviewers_decide_on_is_there(product_index, status, missing):
    waiting = make_submission(status=status)
    refused_by_database(update(waiting, **{missing: None}))
    refused_by_database(update(make_submission(), status=status))


def make_inquiry(vendor, **fields):
    return Inquiry.objects.create(
        vendor=vendor, kind="quote", language_code="ko", purge_on=timezone.localdate(), **fields
    )


def test_question_reaches_each_company_once(vendor):
    batch_key = uuid.uuid4()
    make_inquiry(vendor, batch_key=batch_key)
    make_inquiry(make_vendor(), batch_key=batch_key)
    refused_by_database(lambda: make_inquiry(vendor, batch_key=batch_key))


def test_event_is_told_once_to_a_person(db):
    told = {"event_key": "submitted:1:1", "kind": "submitted", "language_code": "ko"}
    Notification.objects.create(email="a@example.org", **told)
    Notification.objects.create(email="b@example.org", **told)
    refused_by_database(Notification(email="a@example.org", **told).save)
