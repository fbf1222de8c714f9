"""Who approves, and where the status goes with the page, whoever moves it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from catalog.models import Notification, ProductPage
from catalog.models.submissions import Status
from catalog.notifying.mails import compose
from catalog.review import (
    NotAllowed,
    approve,
    comment,
    reject,
    remind_of_waiting,
    request_changes,
    save_draft,
    start_draft,
    submit,
    withdraw,
)
from tests.factories import make_user
from tests.portal_factories import LISTING, make_member, make_submission, verify

from .reviewing import half_edit, press_approve

pytestmark = pytest.mark.django_db


def test_nobody_decides_on_a_listing_of_their_own(waiting):
    submitter = waiting.submitted_by
    colleague = make_member(waiting.vendor)
    for person in (submitter, colleague):
        person.is_superuser = True
        person.save()
        with pytest.raises(NotAllowed) as refused:
            approve(waiting, by=person, revision_id=waiting.revision_id)
        assert refused.value.code == "own_submission"
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED


@pytest.mark.parametrize("group", ["Editors", "Operators"])
def test_other_staff_do_not_decide(group, waiting):
    with pytest.raises(NotAllowed):
        approve(waiting, by=make_user(groups=[group]), revision_id=waiting.revision_id)


def test_own_listing_is_not_approved_by_wagtails_button(waiting, client):
    submitter = waiting.submitted_by
    submitter.is_superuser = True
    submitter.save()
    client.force_login(submitter)
    assert press_approve(client, waiting.page).status_code == 302
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED
    assert not ProductPage.objects.get(pk=waiting.page_id).live


def test_company_must_be_verified(waiting, reviewer):
    waiting.vendor.verifications.update(expires_on=timezone.localdate() - datetime.timedelta(1))
    with pytest.raises(NotAllowed) as refused:
        approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    assert refused.value.code == "not_verified"
    assert not ProductPage.objects.get(pk=waiting.page_id).live


def test_missing_language_must_be_meant(product_index, reviewer, member):
    verify(member.membership.vendor)
    data = {**LISTING, "title_zh": "", "summary_zh": ""}
    submission = submit(start_draft(member.membership.vendor, by=member, data=data), by=member)
    with pytest.raises(NotAllowed) as refused:
        approve(submission, by=reviewer, revision_id=submission.revision_id)
    assert refused.value.code == "missing_words"
    approve(submission, by=reviewer, revision_id=submission.revision_id, one_language=True)
    page = ProductPage.objects.get(pk=submission.page_id)
    assert (page.live, page.state_ko, page.state_zh) == (True, "ready", "missing")


def test_approval_for_a_later_day(waiting, reviewer):
    page = waiting.page.get_latest_revision_as_object()
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    revision = page.save_revision(user=reviewer)
    approve(waiting, by=reviewer, revision_id=revision.pk)
    assert waiting.status == Status.APPROVED
    told = Notification.objects.get(kind="approved")
    assert told.context["appears_on"] == f"{timezone.localdate(page.go_live_at):%Y-%m-%d}"
    assert not ProductPage.objects.get(pk=waiting.page_id).live
    later = ProductPage.objects.get(pk=waiting.page_id).scheduled_revision
    later.content["go_live_at"] = None
    later.publish()
    waiting.refresh_from_db()
    assert waiting.status == Status.PUBLISHED
    assert waiting.events.last().side == "system"


def test_every_mail_names_the_listing_and_quotes_the_note(waiting, member, reviewer):
    comment(waiting, by=reviewer, text="첫째 말", from_company=False)
    request_changes(waiting, by=reviewer, note="둘째 말", revision_id=waiting.revision_id)
    submit(waiting, by=member)
    reject(waiting, by=reviewer, note="셋째 말", revision_id=waiting.revision_id)
    submit(waiting, by=member)
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    withdraw(waiting, by=reviewer, note="넷째 말")
    mails = {row.kind: compose(row) for row in Notification.objects.all()}
    kinds = {"submitted", "comment", "changes_requested", "rejected", "approved", "withdrawn"}
    assert set(mails) == kinds
    for mail in mails.values():
        assert LISTING["title_ko"] in mail.subject
        assert LISTING["title_ko"] in mail.body
    quoted = {
        "comment": "첫째",
        "changes_requested": "둘째",
        "rejected": "셋째",
        "withdrawn": "넷째",
    }
    for kind, words in quoted.items():
        assert words in mails[kind].body


def test_withdrawal_takes_the_page_down_at_once(waiting, member, reviewer, client):
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    url = waiting.page.get_absolute_url()
    assert client.get(url).status_code == 200
    withdraw(waiting, by=member)
    assert client.get(url).status_code == 404


def test_status_follows_the_explorer(waiting, reviewer, client):
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    client.force_login(reviewer)
    client.post(reverse("wagtailadmin_pages:unpublish", args=(waiting.page_id,)))
    waiting.refresh_from_db()
    assert waiting.status == Status.WITHDRAWN
    event = waiting.events.last()
    assert (event.side, event.by) == ("centre", reviewer)
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    client.post(f"{url}?id={waiting.page_id}&next=/cms/", {"include_descendants": ""})
    waiting.refresh_from_db()
    assert waiting.status == Status.PUBLISHED
    event = waiting.events.last()
    assert (event.side, event.by) == ("centre", reviewer)


def test_publishing_past_the_review_needs_the_same(waiting, reviewer, client):
    half_edit(waiting, make_user(groups=["Editors"]), title_ko="반쯤")
    client.force_login(reviewer)
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    response = client.post(f"{url}?id={waiting.page_id}&next=/cms/", {})
    assert response.status_code == 302
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED
    assert not ProductPage.objects.get(pk=waiting.page_id).live


def test_cancelled_workflow_gives_the_listing_back(waiting, reviewer):
    waiting.page.current_workflow_state.cancel(user=reviewer)
    waiting.refresh_from_db()
    assert waiting.status == Status.CHANGES_REQUESTED
    assert waiting.events.last().by == reviewer


def test_wagtails_request_for_changes_carries_its_comment(waiting, reviewer, client):
    client.force_login(reviewer)
    task_state = waiting.page.current_workflow_task_state
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=(waiting.page_id, "reject", task_state.pk)
    )
    client.post(url, {"comment": "가격의 근거는요?"})
    waiting.refresh_from_db()
    assert (waiting.status, waiting.review_note) == ("changes_requested", "가격의 근거는요?")


def test_staff_publishing_leaves_the_companys_writing_alone(member, reviewer, product_index):
    submission = make_submission(member.membership.vendor, Status.CHANGES_REQUESTED)
    save_draft(submission, by=member, data={"title_ko": "쓰는 중"}, version=1)
    submission.page.get_latest_revision().publish()
    submission.refresh_from_db()
    assert submission.status == Status.EDIT_PENDING
    assert submission.data == {"title_ko": "쓰는 중"}


def test_reviewers_are_reminded_every_three_days_once(waiting, reviewer):
    def days_ago(days):
        return timezone.now() - datetime.timedelta(days=days)

    found = type(waiting).objects.filter(pk=waiting.pk)
    reminders = Notification.objects.filter(kind="review_reminder")
    assert remind_of_waiting() == 0
    found.update(submitted_at=days_ago(3))
    assert (remind_of_waiting(), remind_of_waiting()) == (1, 0)
    assert [row.user for row in reminders] == [reviewer]
    found.update(reminded_at=days_ago(3))
    assert remind_of_waiting() == 1
    assert reminders.all().count() == 2
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    found.update(reminded_at=days_ago(9))
    assert remind_of_waiting() == 0
