"""Taking a file in, and letting go of one."""

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max

from catalog.models import Submission, UploadedFile, Vendor
from catalog.models.submissions import EDITABLE

from .checking import check
from .checking.names import display_name
from .checking.refusals import refusal
from .quota import refuse_over_quota, refuse_too_many
from .storage import digest_of, keep_blob


def take_upload(
    file: File, *, vendor: Vendor, kind: str, by, submission: Submission | None = None
) -> UploadedFile:
    """Check, clean and keep a file. The same content in the same listing is the same row.

    Raises ValidationError with a message for its sender and a code. When it returns, the
    content is safe on disk; checking and writing happen before the database is locked.
    """
    name = display_name(file.name or "")
    checked = check(file, kind=kind, name=name)
    sha256 = digest_of(checked.content)
    known = _known(submission, kind, sha256)
    if known:
        return known
    refuse_too_many(submission, kind)
    refuse_over_quota(vendor, sha256=sha256, size_bytes=checked.content.size)
    stored = keep_blob(checked.content, sha256=sha256, extension=checked.extension)
    facts = {
        "vendor": vendor,
        "submission": submission,
        "kind": kind,
        "uploaded_by": by,
        "original_name": name,
        "file_name": stored,
        "sha256": sha256,
        "size_bytes": checked.content.size,
        "media_type": checked.media_type,
        "width": checked.width,
        "height": checked.height,
    }
    return _enter(facts)


def _known(submission, kind, sha256):
    return submission and submission.uploads.filter(kind=kind, sha256=sha256).first()


@transaction.atomic
def _enter(facts):
    """The row, once no other upload of the company can slip past the same limits.

    The listing is locked first, as it is where it is handed in: a file that was long under
    way never joins what reviewers are reading already.
    """
    vendor, submission, kind = facts["vendor"], facts["submission"], facts["kind"]
    _refuse_closed(submission)
    Vendor.objects.select_for_update().only("pk").get(pk=vendor.pk)
    known = _known(submission, kind, facts["sha256"])
    if known:
        return known
    refuse_too_many(submission, kind)
    refuse_over_quota(vendor, sha256=facts["sha256"], size_bytes=facts["size_bytes"])
    return UploadedFile.objects.create(**facts, sort_order=_next_place(submission, kind))


def _refuse_closed(submission):
    if submission is None:
        return
    mine = Submission.objects.select_for_update().filter(pk=submission.pk, status__in=EDITABLE)
    if not mine.only("pk").first():
        raise refusal("closed")


def _next_place(submission, kind):
    if submission is None:
        return 0
    last = submission.uploads.filter(kind=kind).aggregate(last=Max("sort_order"))["last"]
    return 0 if last is None else last + 1


def remove_upload(upload: UploadedFile) -> None:
    """Forget the file. Its content goes with the nightly check; public copies stay as they are."""
    upload.delete()
