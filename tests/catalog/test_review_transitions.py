"""Every step from every status: exactly what it leads to, or a refusal that changes nothing."""

import pytest
from wagtail.models import WorkflowState

from catalog.models import Submission, SubmissionEvent
from catalog.models.submissions import Status
from catalog.review import (
    InvalidTransition,
    approve,
    archive,
    discard_edit,
    recall,
    reject,
    request_changes,
    review_newest,
    start_edit,
    submit,
    take,
    withdraw,
)
from tests.portal_factories import make_member, make_reviewer, make_submission, verify

pytestmark = pytest.mark.django_db

WAITING = {Status.SUBMITTED, Status.IN_REVIEW}
# {step: {from: to}}; a status that is not named is one where the step is refused.
COMPANY_STEPS = {
    submit: {
        Status.DRAFT: Status.SUBMITTED,
        Status.CHANGES_REQUESTED: Status.SUBMITTED,
        Status.REJECTED: Status.SUBMITTED,
        Status.EDIT_PENDING: Status.SUBMITTED,
    },
    recall: dict.fromkeys(WAITING, Status.DRAFT),
    start_edit: {
        Status.PUBLISHED: Status.EDIT_PENDING,
        Status.WITHDRAWN: Status.DRAFT,
        Status.ARCHIVED: Status.DRAFT,
    },
    discard_edit: {Status.EDIT_PENDING: Status.PUBLISHED},
    withdraw: {
        Status.PUBLISHED: Status.WITHDRAWN,
        Status.EDIT_PENDING: Status.WITHDRAWN,
        Status.APPROVED: Status.WITHDRAWN,
    },
    archive: {
        Status.DRAFT: Status.ARCHIVED,
        Status.CHANGES_REQUESTED: Status.ARCHIVED,
        Status.REJECTED: Status.ARCHIVED,
        Status.WITHDRAWN: Status.ARCHIVED,
    },
}
CENTRE_STEPS = {
    take: {Status.SUBMITTED: Status.IN_REVIEW},
    request_changes: dict.fromkeys(WAITING, Status.CHANGES_REQUESTED),
    reject: dict.fromkeys(WAITING, Status.REJECTED),
    approve: dict.fromkeys(WAITING, Status.PUBLISHED),
    review_newest: dict.fromkeys(WAITING, Status.IN_REVIEW),
}
# The same where an earlier version is public meanwhile.
LIVE_STEPS = {
    submit: {status: Status.SUBMITTED for status in COMPANY_STEPS[submit]},
    recall: dict.fromkeys(WAITING, Status.EDIT_PENDING),
    discard_edit: {
        Status.EDIT_PENDING: Status.PUBLISHED,
        Status.CHANGES_REQUESTED: Status.PUBLISHED,
        Status.REJECTED: Status.PUBLISHED,
    },
    withdraw: dict.fromkeys(
        [*WAITING, Status.CHANGES_REQUESTED, Status.REJECTED, Status.EDIT_PENDING],
        Status.WITHDRAWN,
    ),
    archive: {},
    request_changes: CENTRE_STEPS[request_changes],
    reject: CENTRE_STEPS[reject],
    approve: CENTRE_STEPS[approve],
}
MAY_BE_LIVE = [*WAITING, Status.CHANGES_REQUESTED, Status.REJECTED, Status.EDIT_PENDING]


def arguments_of(step, submission):
    needed = {
        request_changes: {"note": "가격의 근거를 알려 주세요."},
        reject: {"note": "이 센터의 분야가 아닙니다."},
    }.get(step, {})
    if step in (request_changes, reject, approve, review_newest):
        needed["revision_id"] = submission.revision_id or 0
    return needed


def everything(submission):
    """What must not change when a step is refused."""
    row = Submission.objects.filter(pk=submission.pk).values().get()
    page = submission.page
    return {
        "row": row,
        "events": SubmissionEvent.objects.count(),
        "workflows": list(WorkflowState.objects.values_list("pk", "status")),
        "page": page and type(page).objects.filter(pk=page.pk).values().get(),
    }


def check(step, by, submission, outcome):
    before = everything(submission)
    if outcome is None:
        with pytest.raises(InvalidTransition):
            step(submission, by=by, **arguments_of(step, submission))
        assert everything(submission) == before
        return
    assert step(submission, by=by, **arguments_of(step, submission)).status == outcome
    event = submission.events.last()
    assert (event.from_status, event.to_status, event.by) == (before["row"]["status"], outcome, by)
    assert event.revision_id == submission.revision_id
    assert submission.events.count() == before["events"] + 1


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("step", COMPANY_STEPS)
def test_steps_of_the_company(step, status, product_index):
    member = make_member()
    submission = make_submission(member.membership.vendor, status)
    check(step, member, submission, COMPANY_STEPS[step].get(status))


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("step", CENTRE_STEPS)
def test_steps_of_the_centre(step, status, product_index):
    submission = make_submission(status=status)
    verify(submission.vendor)
    check(step, make_reviewer(), submission, CENTRE_STEPS[step].get(status))


@pytest.mark.parametrize("status", MAY_BE_LIVE)
@pytest.mark.parametrize("step", LIVE_STEPS)
def test_steps_while_an_earlier_version_is_public(step, status, product_index):
    member = make_member()
    submission = make_submission(member.membership.vendor, status, is_live=True)
    verify(submission.vendor)
    by = make_reviewer() if step in CENTRE_STEPS else member
    check(step, by, submission, LIVE_STEPS[step].get(status))
    submission.page.refresh_from_db()
    assert submission.page.live is (submission.status != Status.WITHDRAWN)
