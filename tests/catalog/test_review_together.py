"""Many at once: twenty posts make one submission, two reviewers make one decision."""

import threading
from functools import partial

import pytest
from django.db import connection
from wagtail.models import WorkflowState

from catalog.models import Notification, Submission, SubmissionEvent
from catalog.models.submissions import Status
from catalog.review import InvalidTransition, approve, reject, save_draft, start_draft, submit
from center_site.refusals import Refusal
from tests.portal_factories import LISTING, make_member, make_reviewer, verify

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft(product_index):
    member = make_member()
    verify(member.membership.vendor)
    return start_draft(member.membership.vendor, by=member, data=LISTING)


def at_once(*calls):
    """Each call in a thread and connection of its own; what each returned or refused."""
    outcomes = [None] * len(calls)
    barrier = threading.Barrier(len(calls))

    def run(place, call):
        barrier.wait()
        try:
            outcomes[place] = call()
        except Refusal as refusal:
            outcomes[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def copy_of(submission):
    """The row as another process has read it."""
    return Submission.objects.get(pk=submission.pk)


def test_twenty_submits_make_one_workflow_and_one_mail(draft):
    member = draft.created_by
    copies = [copy_of(draft) for _number in range(20)]
    outcomes = at_once(*[partial(submit, row, by=member) for row in copies])
    assert sum(isinstance(outcome, Submission) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, InvalidTransition) for outcome in outcomes) == 19
    assert WorkflowState.objects.count() == 1
    assert Notification.objects.count() == 1
    assert SubmissionEvent.objects.filter(to_status=Status.SUBMITTED).count() == 1
    assert copy_of(draft).page.revisions.count() == 1


def test_twenty_starts_with_one_key_make_one_listing(draft):
    member, key = draft.created_by, "0b9a5d3e-7d44-4a3a-9d0f-0a0f6f1f5a11"
    vendor = draft.vendor
    calls = [partial(start_draft, vendor, by=member, data=LISTING, client_key=key)] * 20
    outcomes = at_once(*calls)
    assert len({outcome.pk for outcome in outcomes}) == 1
    assert Submission.objects.count() == 2


def test_two_saves_of_one_version_keep_one(draft):
    member = draft.created_by
    texts = ("하나", "둘")
    outcomes = at_once(
        *[
            partial(save_draft, copy_of(draft), by=member, data={"title_ko": text}, version=1)
            for text in texts
        ]
    )
    assert sum(isinstance(outcome, Refusal) for outcome in outcomes) == 1
    kept = copy_of(draft)
    assert (kept.version, kept.title_ko in texts) == (2, True)


def test_two_reviewers_at_once_make_one_decision(draft):
    submit(draft, by=draft.created_by)
    first, second = make_reviewer(), make_reviewer()
    seen = draft.revision_id
    outcomes = at_once(
        partial(approve, copy_of(draft), by=first, revision_id=seen),
        partial(reject, copy_of(draft), by=second, note="아니요", revision_id=seen),
    )
    assert sum(isinstance(outcome, InvalidTransition) for outcome in outcomes) == 1
    decided = copy_of(draft)
    is_approved = isinstance(outcomes[0], Submission)
    assert decided.status == (Status.PUBLISHED if is_approved else Status.REJECTED)
    assert decided.page.live is is_approved
    assert decided.reviewed_by == (first if is_approved else second)
    assert decided.events.count() == 3
    assert not decided.page.workflow_in_progress
    kinds = Notification.objects.exclude(kind="submitted").values_list("kind", flat=True)
    assert list(kinds) == ["approved" if is_approved else "rejected"]
