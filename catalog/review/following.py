"""How a listing follows what staff do to its page in Wagtail, wherever they do it.

Each function is called by a signal or hook, and does nothing where the step was begun in
this package and the status has moved already.
"""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.listing.pages import read_data
from catalog.models import Submission
from catalog.models.submissions import EDITABLE, WAITING, Status

from .drafts import columns_from
from .events import decide, hold, move, record, tell_company
from .people import CENTRE, SYSTEM, refuse_own, require_reviewer
from .refusals import InvalidTransition, NotAllowed

TAKEN_DOWN = (Status.PUBLISHED, Status.EDIT_PENDING, Status.APPROVED)


def require_publishable(submission: Submission, *, by) -> None:
    """Raise NotAllowed unless this person may make this company's listing public."""
    require_reviewer(by, submission)
    if not submission.vendor.is_verified:
        raise NotAllowed(
            _("The company is not verified, so nothing of it is published yet."),
            code="not_verified",
        )


def settle_approval(submission: Submission, *, by, revision) -> Submission:
    """Move an approved listing on, before its revision is published in the same transaction."""
    hold(submission, WAITING)
    require_publishable(submission, by=by)
    page = revision.as_object()
    is_later = bool(page.go_live_at and page.go_live_at > timezone.now())
    event = decide(
        submission,
        to=Status.APPROVED if is_later else Status.PUBLISHED,
        by=by,
        pinned=revision,
        **seen_by_company(submission, page),
    )
    later = {"appears_on": f"{timezone.localdate(page.go_live_at):%Y-%m-%d}"} if is_later else {}
    tell_company("approved", submission, occasion=event.pk, **later)
    return submission


def send_back(submission: Submission, *, by, note: str) -> Submission:
    """Give a waiting listing back to its company with what is to be changed."""
    event = decide(
        submission,
        to=Status.CHANGES_REQUESTED,
        by=by,
        note=note,
        **seen_by_company(submission, submission.revision.as_object()),
    )
    tell_company("changes_requested", submission, occasion=event.pk, note=note)
    return submission


def seen_by_company(submission: Submission, page) -> dict:
    """Columns that make the form start from this version: never from a draft of the editors'.

    The number of the version grows, so that a tab opened before is told.
    """
    data = read_data(page)
    columns = columns_from(data, submission.uploads.all())
    return {**columns, "data": data, "version": submission.version + 1}


def follow_sent_back(submission: Submission, *, by, note: str) -> None:
    """Staff pressed Wagtail's own "Request changes", or cancelled the workflow."""
    if submission.status not in WAITING:
        return
    send_back(submission, by=by, note=note)


def follow_publication(submission: Submission, page, *, revision, by) -> None:
    """The page became public, or a newer revision of it, by staff or by schedule."""
    if not page.live:
        return
    status = submission.status
    if status in EDITABLE:
        # what the company has written meanwhile stays with it
        _settle(submission, by, Status.EDIT_PENDING, pinned=revision)
    elif status in (Status.PUBLISHED, Status.APPROVED) and submission.revision_id == revision.pk:
        if status == Status.APPROVED:
            _settle(submission, by, Status.PUBLISHED, side=SYSTEM)
    else:
        columns = seen_by_company(submission, revision.as_object())
        event = _settle(submission, by, Status.PUBLISHED, pinned=revision, **columns)
        if status in WAITING:
            tell_company("approved", submission, occasion=event.pk)


def follow_removal(submission: Submission, page, *, by) -> None:
    """The page was taken off the web by staff, or because its time was over."""
    if submission.status in TAKEN_DOWN:
        event = _settle(submission, by, Status.WITHDRAWN, side=SYSTEM if page.expired else CENTRE)
        tell_company("withdrawn", submission, occasion=event.pk)
    elif submission.status not in (Status.WITHDRAWN, Status.ARCHIVED):
        record(submission, before=submission.status, by=by, side=CENTRE)


def _settle(submission, by, status, *, side=CENTRE, **columns):
    return move(submission, to=status, by=by, side=side, **columns)


def refuse_unreviewed(submission: Submission, *, by, revision) -> None:
    """Raise if staff may not publish this revision directly, past the review's own screen."""
    if submission.status not in WAITING and submission.page.live:
        refuse_own(by, submission)
        return  # a correction of what is public already
    require_publishable(submission, by=by)
    is_reviewed = revision.user_id == by.pk or revision.pk == submission.revision_id
    if submission.status in WAITING and not is_reviewed:
        raise InvalidTransition(
            _("The listing waits for review. Decide on it in the list of submissions.")
        )
