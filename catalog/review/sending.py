"""Handing a listing in for review, and taking it back."""

from django.db import transaction
from django.utils import timezone

from catalog.listing.form import ListingForm
from catalog.listing.pages import new_page, write_page
from catalog.models import ProductIndexPage, ProductPage, Submission
from catalog.models.submissions import EDITABLE, WAITING, Status
from center_site.languages import by_code

from .drafts import columns_from
from .events import hold, move, tell_company
from .people import require_member
from .refusals import Incomplete, StaleDraft
from .risks import risks_of
from .workflow import end_workflow, start_workflow


@transaction.atomic
def submit(submission: Submission, *, by, version: int | None = None) -> Submission:
    """Make a revision of what the company wrote and put exactly that before the reviewers.

    The public page, if there is one, stays as it is. Raises InvalidTransition if it has been
    handed in already, StaleDraft if `version` is not the newest, Incomplete with the form.
    """
    hold(submission, EDITABLE)
    require_member(by, submission)
    if version is not None and version != submission.version:
        raise StaleDraft(submission)
    form = ListingForm(
        submission.data,
        vendor=submission.vendor,
        language=by_code(submission.language_code),
        for_submission=True,
    )
    if not form.is_valid():
        raise Incomplete(form)
    page = _write(submission, form, by)
    event = move(
        submission,
        to=Status.SUBMITTED,
        by=by,
        page=page,
        pinned=page.latest_revision,
        risks=risks_of(submission.vendor, page, live_version(submission)),
        submitted_at=timezone.now(),
        submitted_by=by,
        reviewed_at=None,
        reviewed_by=None,
        review_note="",
        reminded_at=None,
        **columns_from(submission.data, submission.uploads.all()),
    )
    start_workflow(page, by=by)
    tell_company("submitted", submission, occasion=event.pk)
    return submission


def live_version(submission: Submission):
    """What the public reads now, or None."""
    page = submission.page
    return page if page is not None and page.live else None


def _write(submission, form, by):
    """The company's words over the last version it may see, never over a half-edit of ours."""
    page = _last_seen(submission)
    if page is None:
        # locked: two new pages at once would get the same place in the tree
        index = ProductIndexPage.objects.select_for_update().earliest("pk")
        page = write_page(new_page(submission.vendor), form, submission.uploads.all())
        index.add_child(instance=page)
    else:
        write_page(page, form, submission.uploads.all())
        if not page.live:
            page.save()
    page.save_revision(user=by, log_action=True)
    return page


def _last_seen(submission):
    """A copy of its own to write into, so that the public version can still be compared."""
    page = submission.page
    if page is None:
        return None
    if page.live or submission.revision is None:
        return ProductPage.objects.get(pk=page.pk)
    return submission.revision.as_object()


@transaction.atomic
def recall(submission: Submission, *, by) -> Submission:
    """The company takes a waiting listing back, to write on: the workflow is cancelled."""
    hold(submission, WAITING)
    require_member(by, submission)
    move(submission, to=status_of_writing(submission), by=by)
    end_workflow(submission.page, by=by)
    return submission


def status_of_writing(submission: Submission) -> str:
    """Where a listing stands that its company may write on again."""
    return Status.EDIT_PENDING if live_version(submission) else Status.DRAFT
