"""That a company is who it says it is: number and licence, decided by a named reviewer."""

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.models import CompanyVerification, UploadedFile, Vendor
from catalog.models.verification import Decision
from catalog.notifying import members_of, notify
from catalog.registration_numbers import is_valid, normalize

from .deciding import named, settle

VALID_DAYS = 365
REMIND_DAYS = 30
PATH = "portal/company/verification/"


class InvalidNumber(Exception):
    """The number's check digit, or its form, is not right for the company's country."""


class VerificationWaiting(Exception):
    """One is waiting for review already."""


@transaction.atomic
def submit_verification(
    vendor: Vendor, *, by, registration_number: str, licence: UploadedFile
) -> CompanyVerification:
    """Hand number and licence in. Raises InvalidNumber or VerificationWaiting."""
    if not is_valid(registration_number, vendor.country_code):
        raise InvalidNumber
    try:
        with transaction.atomic():
            return CompanyVerification.objects.create(
                vendor=vendor,
                country_code=vendor.country_code,
                registration_number=normalize(registration_number, vendor.country_code),
                licence=licence,
                submitted_by=by,
            )
    except IntegrityError:
        raise VerificationWaiting from None


@transaction.atomic
def decide_verification(
    verification: CompanyVerification, *, by, is_approved: bool, note: str = ""
) -> None:
    """Approve for a year, or reject with a note. Approval opens a new company to visitors.

    Raises NotAllowed, NoteMissing or AlreadyDecided (see `deciding.settle`).
    """
    facts = {"expires_on": timezone.localdate() + datetime.timedelta(days=VALID_DAYS)}
    settle(
        verification, by=by, is_approved=is_approved, note=note, **(facts if is_approved else {})
    )
    if is_approved:
        _open_to_visitors(verification.vendor, by)
    kind = "verification_approved" if is_approved else "verification_rejected"
    day = verification.expires_on.isoformat() if is_approved else ""
    notify(
        kind,
        event_key=f"{kind}:{verification.pk}",
        users=members_of(verification.vendor),
        context=named(verification.vendor, expires_on=day, note=verification.review_note),
        path=PATH,
    )


def _open_to_visitors(vendor, by):
    """Publish a company that never was. One that staff have taken down stays down."""
    if vendor.live or vendor.first_published_at:
        return
    revision = vendor.latest_revision or vendor.save_revision(user=by)
    revision.publish(user=by)


def same_number(verification: CompanyVerification):
    """Other companies that have given the same number, and were not rejected with it."""
    return (
        Vendor.objects.filter(
            verifications__registration_number=verification.registration_number,
            verifications__country_code=verification.country_code,
            verifications__status__in=[Decision.Status.SUBMITTED, Decision.Status.APPROVED],
        )
        .exclude(pk=verification.vendor_id)
        .distinct()
    )


def remind_of_expiry(today: datetime.date | None = None) -> int:
    """Tell members of companies whose verification ends within 30 days, once for each.

    Returns how many companies that is. Those that have handed a new one in are left alone.
    """
    today = today or timezone.localdate()
    last = today + datetime.timedelta(days=REMIND_DAYS)
    ending = CompanyVerification.objects.filter(
        status=Decision.Status.APPROVED, expires_on__range=(today, last)
    ).select_related("vendor")
    renewed = CompanyVerification.objects.filter(status=Decision.Status.SUBMITTED) | (
        CompanyVerification.objects.filter(status=Decision.Status.APPROVED, expires_on__gt=last)
    )
    ending = ending.exclude(vendor__in=renewed.values("vendor"))
    for verification in ending:
        notify(
            "verification_expiring",
            event_key=f"verification_expiring:{verification.pk}",
            users=members_of(verification.vendor),
            context=named(verification.vendor, expires_on=verification.expires_on.isoformat()),
            path=PATH,
        )
    return len(ending)
