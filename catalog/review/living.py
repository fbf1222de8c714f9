"""The life of a listing after its first decision: edited, withdrawn, put away."""

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction

from catalog.models import Submission
from catalog.models.submissions import WAITING, Status

from .events import hold, move, tell_company
from .following import seen_by_company
from .people import can_decide, is_member, require_member
from .refusals import InvalidTransition, NotAllowed
from .sending import live_version
from .workflow import end_workflow

BEGUN_ANEW = {
    Status.PUBLISHED: Status.EDIT_PENDING,
    Status.WITHDRAWN: Status.DRAFT,
    Status.ARCHIVED: Status.DRAFT,
}
SENT_BACK = (Status.CHANGES_REQUESTED, Status.REJECTED)
# The first are public or about to be; of the others an earlier version may be.
WITHDRAWABLE = (Status.PUBLISHED, Status.EDIT_PENDING, Status.APPROVED, *WAITING, *SENT_BACK)
ARCHIVABLE = (Status.DRAFT, *SENT_BACK, Status.WITHDRAWN)


@transaction.atomic
def start_edit(submission: Submission, *, by) -> Submission:
    """The company writes on: beside the public page, or on one that was taken down."""
    hold(submission, BEGUN_ANEW)
    require_member(by, submission)
    move(submission, to=BEGUN_ANEW[submission.status], by=by)
    return submission


@transaction.atomic
def discard_edit(submission: Submission, *, by) -> Submission:
    """Drop what was written since; the form has again what the public reads.

    Raises InvalidTransition where nothing is public.
    """
    hold(submission, (Status.EDIT_PENDING, *SENT_BACK))
    require_member(by, submission)
    page = live_version(submission)
    if page is None:
        raise InvalidTransition
    end_workflow(page, by=by)
    move(
        submission,
        to=Status.PUBLISHED,
        by=by,
        pinned=page.live_revision,
        **seen_by_company(submission, page),
    )
    return submission


@transaction.atomic
def withdraw(submission: Submission, *, by, note: str = "") -> Submission:
    """Take it off the web at once, by the company or by the centre; its history stays.

    A review that waits is ended. Raises InvalidTransition where nothing is public.
    """
    hold(submission, WITHDRAWABLE)
    _require_member_or_reviewer(by, submission)
    page = live_version(submission)
    if page is None and submission.status != Status.APPROVED:
        raise InvalidTransition
    event = move(submission, to=Status.WITHDRAWN, by=by, note=note)
    end_workflow(submission.page, by=by)
    submission.page.revisions.update(approved_go_live_at=None)
    if page is not None:
        UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
    tell_company("withdrawn", submission, occasion=event.pk, note=note)
    return submission


@transaction.atomic
def archive(submission: Submission, *, by) -> Submission:
    """Put a listing away that is not public. Nothing is deleted, and it can be begun anew."""
    hold(submission, ARCHIVABLE)
    _require_member_or_reviewer(by, submission)
    if live_version(submission):
        raise InvalidTransition
    move(submission, to=Status.ARCHIVED, by=by)
    end_workflow(submission.page, by=by)
    return submission


def _require_member_or_reviewer(by, submission):
    if by is not None and not (is_member(by, submission) or can_decide(by)):
        raise NotAllowed(code="not_a_member")
