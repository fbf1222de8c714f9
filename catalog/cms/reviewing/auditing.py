"""What happened to a listing, in order, for whoever has to account for it."""

import csv
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.listing.labels import field_labels
from catalog.models import Submission
from catalog.models.submissions import Status

from .files import for_readers

# A cell that begins with one of these is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Entry:
    """One line of the history: a step, or something that was said."""

    at: datetime
    side: str
    person: str
    what: str
    text: str
    revision_id: int | None = None
    is_settled: bool = False


def history_of(submission: Submission) -> list[Entry]:
    """Steps and comments, the oldest first."""
    steps = [
        Entry(
            at=event.created_at,
            side=side_label(event.side),
            person=str(event.by or ""),
            what=_step(event),
            text=event.note,
            revision_id=event.revision_id,
        )
        for event in submission.events.select_related("by")
    ]
    return sorted([*steps, *_talk(submission)], key=lambda entry: entry.at)


def _step(event):
    to_label = str(Status(event.to_status).label)
    if not event.from_status or event.from_status == event.to_status:
        return to_label
    return f"{Status(event.from_status).label} → {to_label}"


def _talk(submission):
    comments = list(submission.comments.select_related("by"))
    labels = field_labels({comment.field for comment in comments if comment.field})
    return [
        Entry(
            at=comment.created_at,
            side=side_label("company" if comment.is_from_company else "centre"),
            person=str(comment.by or ""),
            what=_comment(labels.get(comment.field)),
            text=comment.text,
            is_settled=bool(comment.resolved_at),
        )
        for comment in comments
    ]


def _comment(label):
    return _("Comment on %(field)s") % {"field": label} if label else _("Comment")


def side_label(side):
    return {"company": _("Company"), "centre": _("Centre")}.get(side, _("Automatic"))


@require_safe
@for_readers
def export_history(request, submission):
    """The history as a file for spreadsheets. No cell starts a formula."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="submission-{submission.pk}.csv"'
    writer = csv.writer(response)
    writer.writerow(
        [_("Time"), _("Side"), _("Person"), _("What"), _("Text"), _("Revision"), _("Settled")]
    )
    for entry in history_of(submission):
        writer.writerow(map(safe_cell, _cells(entry)))
    return response


def _cells(entry):
    return [
        timezone.localtime(entry.at).isoformat(timespec="seconds"),
        entry.side,
        entry.person,
        entry.what,
        entry.text,
        entry.revision_id or "",
        _("Yes") if entry.is_settled else "",
    ]


def safe_cell(value):
    """The value as text that a spreadsheet shows and never works out."""
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
