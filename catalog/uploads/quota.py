"""How much a company may keep here, and how many files a listing takes."""

from django.conf import settings
from django.db.models import Sum
from django.template.defaultfilters import filesizeformat

from catalog.models import Submission, UploadedFile, Vendor

from .checking.refusals import refusal

Kind = UploadedFile.Kind
MOST_IN_LISTING = {
    Kind.PICTURE: 12,
    Kind.DOCUMENT: 10,
    Kind.VIDEO: 3,
    Kind.LICENCE: 1,
    Kind.SHEET: 1,
}


def used_by(vendor: Vendor) -> int:
    """The bytes that the company's files take, each content counted once."""
    contents = UploadedFile.objects.filter(vendor=vendor).order_by()
    contents = contents.values("sha256", "size_bytes").distinct()
    return contents.aggregate(total=Sum("size_bytes"))["total"] or 0


def refuse_over_quota(vendor: Vendor, *, sha256: str, size_bytes: int) -> None:
    if UploadedFile.objects.filter(vendor=vendor, sha256=sha256).exists():
        return
    used, most = used_by(vendor), settings.VENDOR_UPLOAD_QUOTA_BYTES
    if used + size_bytes > most:
        raise refusal("quota", used=filesizeformat(used), most=filesizeformat(most))


def refuse_too_many(submission: Submission | None, kind: str) -> None:
    if submission is None:
        return
    most = MOST_IN_LISTING[kind]
    if submission.uploads.filter(kind=kind).count() >= most:
        raise refusal("too_many", most=most)
