"""Builders for the companies' side: members, and listings wherever they may stand."""

import datetime
import uuid

from django.utils import timezone

from catalog.models import (
    CompanyVerification,
    Membership,
    ProductIndexPage,
    Submission,
    SubmissionEvent,
    UploadedFile,
)
from catalog.models.submissions import WAITING, Status
from catalog.review.drafts import columns_from

from .factories import build_product, make_user, make_vendor, numbers

LIVE = (Status.PUBLISHED, Status.EDIT_PENDING)
WITHOUT_PAGE = (Status.DRAFT,)
# The raw input of a filled-in form, as a browser posts it.
LISTING = {
    "title_ko": "가온 휴머노이드",
    "title_zh": "佳温人形机器人",
    "title_en": "Gaon Humanoid",
    "tagline_ko": "사람 곁에서 일하는 로봇",
    "tagline_zh": "在人身边工作的机器人",
    "summary_ko": "사람 곁에서 물건을 나르는 로봇입니다.",
    "summary_zh": "在人身边搬运物品的机器人。",
    "family": "humanoid_robot",
    "origin_country": "KR",
    "release": "2025-03",
    "price_kind": "price",
    "price_currency": "KRW",
    "price_minimum": "42000000",
    "availability": "on_sale",
    "spec-height-minimum": "1300",
    "certificate-TOTAL_FORMS": "0",
    "certificate-INITIAL_FORMS": "0",
}


def make_member(vendor=None, role="editor", **fields):
    """A user who acts for `vendor` (a new company without it); `user.membership.vendor`."""
    user = make_user(**fields)
    Membership.objects.create(user=user, vendor=vendor or make_vendor(), role=role)
    return user


def make_reviewer(**fields):
    return make_user(groups=["Reviewers"], **fields)


def verify(vendor, **fields):
    """Make the company a verified one."""
    number = next(numbers)
    defaults = {
        "country_code": vendor.country_code,
        "registration_number": f"{number:010}",
        "status": CompanyVerification.Status.APPROVED,
        "expires_on": timezone.localdate() + datetime.timedelta(days=300),
        "licence": make_upload(vendor, kind=UploadedFile.Kind.LICENCE),
    }
    return CompanyVerification.objects.create(vendor=vendor, **{**defaults, **fields})


def make_upload(vendor, **fields):
    """The row of an uploaded file; its bytes are not on disk."""
    number = next(numbers)
    digest = f"{number:064x}"
    defaults = {
        "kind": UploadedFile.Kind.PICTURE,
        "file_name": f"vendor_files/{digest[:2]}/{digest}.png",
        "original_name": f"picture-{number}.png",
        "media_type": "image/png",
        "sha256": digest,
        "size_bytes": 1000,
    }
    return UploadedFile.objects.create(vendor=vendor, **{**defaults, **fields})


def make_submission(vendor=None, status=Status.DRAFT, *, by=None, is_live=None, page=None, **data):
    """A listing standing at `status`, with the page, revision and workflow that go with it.

    `data` overrides what its form holds. `is_live` says whether an earlier version is
    public meanwhile (a page needs the fixture `product_index`).
    """
    vendor = vendor or make_vendor()
    by = by or _member_of(vendor)
    listing = {**LISTING, **data}
    submission = Submission(
        vendor=vendor, client_key=uuid.uuid4(), created_by=by, data=listing, **columns_from(listing)
    )
    if status not in WITHOUT_PAGE or is_live or page:
        is_live = status in LIVE if is_live is None else is_live
        _give_page(submission, page or _grow(submission, is_live), by, status)
    submission.status = status
    submission.save()
    SubmissionEvent.objects.create(
        submission=submission,
        to_status=status,
        by=by,
        side="company",
        revision=submission.revision,
    )
    return submission


def _member_of(vendor):
    membership = vendor.memberships.first()
    return membership.user if membership else make_member(vendor)


def _grow(submission, is_live):
    page = build_product(
        vendor=submission.vendor,
        family=submission.data["family"],
        live=is_live,
        title=submission.title_en or submission.title_ko,
        **{name: submission.data[name] for name in ("title_ko", "title_zh", "title_en")},
    )
    ProductIndexPage.objects.get().add_child(instance=page)
    if is_live:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def _give_page(submission, page, by, status):
    if status == Status.APPROVED:
        page.go_live_at = timezone.now() + datetime.timedelta(days=7)
    submission.page = page
    submission.revision = page.live_revision
    if status not in LIVE:
        submission.revision = page.save_revision(user=by)
    submission.submitted_at = timezone.now()
    submission.submitted_by = by
    if status == Status.APPROVED:
        submission.revision.publish()
    if status in WAITING:
        page.get_workflow().start(page, by)
