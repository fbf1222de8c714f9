"""How a status moves: by compare-and-set, with one event that stays for auditors."""

from django.utils import timezone

from catalog.models import Submission, SubmissionEvent
from catalog.notifying import by_language, members_of, notify

from .people import side_of
from .refusals import InvalidTransition


def hold(submission: Submission, statuses) -> None:
    """Lock the row and read it anew; raise InvalidTransition if it stands elsewhere."""
    submission.refresh_from_db(from_queryset=Submission.objects.select_for_update())
    if submission.status not in statuses:
        raise InvalidTransition


def move(
    submission: Submission, *, to: str, by, note: str = "", side: str = "", pinned=None, **columns
) -> SubmissionEvent:
    """Change the status from the one in hand; raise InvalidTransition if another was quicker.

    `columns` are written with it, and `pinned` becomes the revision that is decided on.
    """
    before = submission.status
    columns |= {"status": to, "updated_at": timezone.now()}
    if pinned is not None:
        columns["revision"] = pinned
    found = Submission.objects.filter(pk=submission.pk, status=before)
    if found.update(**columns) != 1:
        raise InvalidTransition
    submission.refresh_from_db()
    return record(submission, before=before, by=by, note=note, side=side)


def decide(submission: Submission, *, by, note: str = "", **change) -> SubmissionEvent:
    """Move it, and keep who decided, when, and what the company is told of it."""
    return move(
        submission,
        by=by,
        note=note,
        reviewed_by=by,
        reviewed_at=timezone.now(),
        review_note=note,
        **change,
    )


def record(submission, *, before, by, note="", side="") -> SubmissionEvent:
    """Write down where the listing stands now, with the revision that is pinned."""
    return SubmissionEvent.objects.create(
        submission=submission,
        from_status=before,
        to_status=submission.status,
        by=by,
        side=side or side_of(by, submission),
        note=note,
        revision=submission.revision,
    )


def tell_company(kind: str, submission: Submission, *, occasion: int, **context) -> None:
    """Tell the company's members, once for each `occasion` (an event's or comment's number)."""
    notify(
        kind,
        event_key=f"{kind}:{submission.pk}:{occasion}",
        users=members_of(submission.vendor),
        context=words_of(submission) | context,
        path=f"portal/listings/{submission.pk}/",
    )


def words_of(submission: Submission) -> dict:
    """What a mail needs to name the listing in its reader's language."""
    return {
        **by_language("title", submission, "title"),
        **by_language("company", submission.vendor, "name"),
    }
