"""What companies write: kept as typed, by version, by their own people only."""

import uuid

import pytest

from catalog.models import Submission, SubmissionComment, SubmissionEvent
from catalog.models.submissions import EDITABLE, Status
from catalog.review import (
    InvalidTransition,
    NotAllowed,
    StaleDraft,
    comment,
    save_draft,
    settle,
    start_draft,
)
from tests.factories import make_user, make_vendor
from tests.portal_factories import LISTING, make_member, make_reviewer, make_submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(taxonomy):
    return make_member()


@pytest.fixture
def vendor(member):
    return member.membership.vendor


def test_draft_is_kept_as_typed_with_one_event(vendor, member):
    submission = start_draft(vendor, by=member, data=LISTING)
    assert submission.data == LISTING
    assert submission.status == Status.DRAFT
    assert submission.title_zh == LISTING["title_zh"]
    assert submission.family.key == "humanoid_robot"
    event = submission.events.get()
    assert (event.from_status, event.to_status, event.side) == ("", "draft", "company")
    assert event.by == member


def test_same_client_key_is_the_same_listing(vendor, member):
    key = uuid.uuid4()
    first = start_draft(vendor, by=member, data={"title_ko": "하나"}, client_key=key)
    again = start_draft(vendor, by=member, data={"title_ko": "둘"}, client_key=key)
    assert again == first
    assert again.data == {"title_ko": "하나"}
    assert SubmissionEvent.objects.count() == 1


def test_client_key_of_another_company_is_refused(vendor, member):
    key = uuid.uuid4()
    start_draft(vendor, by=member, client_key=key)
    stranger = make_member()
    with pytest.raises(NotAllowed):
        start_draft(stranger.membership.vendor, by=stranger, client_key=key)
    assert Submission.objects.count() == 1


def test_source_key_brings_newer_data_to_an_editable_listing(vendor):
    first = start_draft(vendor, by=None, data={"title_ko": "하나"}, source_key="row-1")
    again = start_draft(vendor, by=None, data={"title_ko": "둘"}, source_key="row-1")
    assert again == first
    assert (again.data, again.version, again.title_ko) == ({"title_ko": "둘"}, 2, "둘")


def test_source_key_leaves_a_waiting_listing_alone(vendor, product_index):
    waiting = make_submission(vendor, Status.SUBMITTED)
    Submission.objects.filter(pk=waiting.pk).update(source_key="row-1")
    again = start_draft(vendor, by=None, data={"title_ko": "둘"}, source_key="row-1")
    assert again == waiting
    assert again.data == LISTING


def test_people_of_another_company_cannot_begin_a_listing(vendor):
    with pytest.raises(NotAllowed):
        start_draft(vendor, by=make_member())
    assert not Submission.objects.exists()


def test_save_needs_the_newest_version(vendor, member):
    submission = start_draft(vendor, by=member, data={"title_ko": "하나"})
    save_draft(submission, by=member, data={"title_ko": "둘"}, version=1)
    with pytest.raises(StaleDraft) as stale:
        save_draft(submission, by=member, data={"title_ko": "셋"}, version=1)
    assert stale.value.current.data == {"title_ko": "둘"}
    assert stale.value.current.version == 2


def test_repeated_save_is_no_change(vendor, member):
    submission = start_draft(vendor, by=member, data={"title_ko": "하나"})
    save_draft(submission, by=member, data={"title_ko": "둘"}, version=1)
    assert save_draft(submission, by=member, data={"title_ko": "둘"}, version=1).version == 2


@pytest.mark.parametrize("status", Status)
def test_saving_is_for_editable_listings_only(status, vendor, member, product_index):
    submission = make_submission(vendor, status, by=member)
    if status in EDITABLE:
        assert save_draft(submission, by=member, data={}, version=1).version == 2
        return
    with pytest.raises(InvalidTransition):
        save_draft(submission, by=member, data={}, version=1)
    submission.refresh_from_db()
    assert (submission.data, submission.version) == (LISTING, 1)


def test_strangers_cannot_write(vendor, member):
    submission = start_draft(vendor, by=member, data=LISTING)
    for stranger in (make_member(), make_user(), make_reviewer()):
        with pytest.raises(NotAllowed):
            save_draft(submission, by=stranger, data={}, version=1)
    submission.refresh_from_db()
    assert submission.data == LISTING


def test_both_sides_comment_and_settle(vendor, member):
    submission = start_draft(vendor, by=member, data=LISTING)
    editor = make_user(groups=["Editors"])
    theirs = comment(submission, by=editor, text="근거는요?", field="title_ko", from_company=False)
    ours = comment(submission, by=member, text="첨부했습니다.", from_company=True)
    assert list(submission.comments.all()) == [theirs, ours]
    assert (theirs.is_from_company, ours.is_from_company) == (False, True)
    settled = settle(theirs, by=member)
    assert settled.resolved_at
    assert settle(theirs, by=editor).resolved_at == settled.resolved_at


def test_who_may_not_comment(vendor, member):
    submission = start_draft(vendor, by=member)
    operator = make_user(groups=["Operators"])
    for person, from_company in [(operator, False), (member, False), (make_member(), True)]:
        with pytest.raises(NotAllowed):
            comment(submission, by=person, text="…", from_company=from_company)
    assert not SubmissionComment.objects.exists()


def test_comment_of_the_centre_is_told_to_the_company_once(vendor, member):
    submission = start_draft(vendor, by=member, data=LISTING)
    colleague = make_member(vendor)
    comment(submission, by=make_reviewer(), text="근거는요?", from_company=False)
    comment(submission, by=member, text="네.", from_company=True)
    told = {row.user: row.kind for row in member.notifications.model.objects.all()}
    assert told == {member: "comment", colleague: "comment"}


def test_another_companys_vendor_keeps_its_own_client_keys(vendor, member):
    other = make_vendor()
    mine = start_draft(vendor, by=member, source_key="row-1")
    theirs = start_draft(other, by=None, source_key="row-1")
    assert mine != theirs
