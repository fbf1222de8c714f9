"""What the company writes: drafts kept as typed, and the talk about them."""

import uuid

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.listing.completeness import measure
from catalog.models import (
    Family,
    Membership,
    ProductPage,
    Submission,
    SubmissionComment,
    Vendor,
)
from catalog.models.submissions import EDITABLE, Status

from .events import record, tell_company
from .people import can_comment, is_member, require_member
from .refusals import InvalidTransition, NotAllowed, StaleDraft

TITLES = ("title_ko", "title_zh", "title_en")


@transaction.atomic
def start_draft(
    vendor: Vendor,
    *,
    by,
    data: dict | None = None,
    client_key: uuid.UUID | None = None,
    source_key: str = "",
    language_code: str = "ko",
    page: ProductPage | None = None,
) -> Submission:
    """Begin a listing, or give back the one begun with the same client or source key.

    A source key (a spreadsheet's row) brings newer data: it is written if the company may
    write. A `page` of the company's that has no listing yet is what the listing is of; while
    it is public, the listing begins as an edit of it. `by` is None for the operator's own
    imports. Raises NotAllowed for people of another company and for another company's key.
    """
    if by is not None and not Membership.objects.filter(user=by, vendor=vendor).exists():
        raise NotAllowed(code="not_a_member")
    data = data or {}
    known = _known(vendor, client_key, source_key)
    if known is None:
        try:
            with transaction.atomic():
                return _begin(vendor, by, data, client_key, source_key, language_code, page)
        except IntegrityError:  # the same key at the same moment: the other was first
            known = _known(vendor, client_key, source_key)
            if known is None:
                raise NotAllowed(code="foreign_key_of_client") from None
    if source_key and data and known.is_editable:
        return save_draft(known, by=by, data=data, version=known.version)
    return known


def _known(vendor, client_key, source_key):
    mine = Submission.objects.of(vendor)
    found = mine.filter(client_key=client_key).first() if client_key else None
    return found or (mine.filter(source_key=source_key).first() if source_key else None)


def _begin(vendor, by, data, client_key, source_key, language_code, page):
    submission = Submission.objects.create(
        vendor=vendor,
        page=page,
        status=Status.EDIT_PENDING if page and page.live else Status.DRAFT,
        client_key=client_key or uuid.uuid4(),
        source_key=source_key,
        language_code=language_code,
        created_by=by,
        data=data,
        **columns_from(data),
    )
    record(submission, before="", by=by)
    return submission


@transaction.atomic
def save_draft(submission: Submission, *, by, data: dict, version: int) -> Submission:
    """Keep what the company has typed, if it has seen the newest version.

    The same words again are no change, so that a browser may repeat a lost answer. `by` is
    None for the operator's own imports. Raises StaleDraft with the stored row,
    InvalidTransition while the centre has it. It writes no event: forms save themselves
    every few seconds.
    """
    if by is not None:
        require_member(by, submission)
    mine = Submission.objects.filter(pk=submission.pk, version=version, status__in=EDITABLE)
    columns = columns_from(data, submission.uploads.all())
    written = mine.update(data=data, version=version + 1, updated_at=timezone.now(), **columns)
    submission.refresh_from_db()
    if written or (submission.is_editable and submission.data == data):
        return submission
    if not submission.is_editable:
        raise InvalidTransition
    raise StaleDraft(submission)


def columns_from(data: dict, uploads=()) -> dict:
    """The columns that lists read, out of the form's raw data and the listing's files."""
    family = Family.objects.filter(key=str(data.get("family", ""))).first()
    return {
        **{name: str(data.get(name) or "")[:200] for name in TITLES},
        "family": family,
        "completeness": measure(data, uploads, family).percent,
    }


@transaction.atomic
def comment(
    submission: Submission,
    *,
    by,
    text: str,
    field: str = "",
    from_company: bool,
    is_told: bool = True,
) -> SubmissionComment:
    """Say something about the listing, or one field of its form, that both sides read.

    The company is told of what the centre says, unless a decision that follows tells it.
    """
    if from_company:
        require_member(by, submission)
    elif not can_comment(by):
        raise NotAllowed(code="may_not_comment")
    written = SubmissionComment.objects.create(
        submission=submission, by=by, text=text, field=field, is_from_company=from_company
    )
    if is_told and not from_company:
        tell_company("comment", submission, occasion=written.pk, note=text)
    return written


def settle(comment: SubmissionComment, *, by) -> SubmissionComment:
    """Mark what was said as dealt with; either side may, and again is no change."""
    if not (is_member(by, comment.submission) or can_comment(by)):
        raise NotAllowed(code="may_not_comment")
    open_ones = SubmissionComment.objects.filter(pk=comment.pk, resolved_at=None)
    open_ones.update(resolved_at=timezone.now())
    comment.refresh_from_db()
    return comment
