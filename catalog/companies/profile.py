"""A company's own page: what its people hand in shows once a reviewer has approved it."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from catalog.models import ProfileChange, Vendor
from catalog.models.verification import Decision
from catalog.notifying import members_of, notify

from .deciding import AlreadyDecided, named, settle

PROFILE_FIELDS = (
    "name_ko",
    "name_zh",
    "name_en",
    "city_ko",
    "city_zh",
    "founded_year",
    "website_url",
    "summary_ko",
    "summary_zh",
)
PATH = "portal/company/"


class ProfileWaiting(Exception):
    """A change is waiting for review already."""


@dataclass(frozen=True)
class Difference:
    """One field of a profile, as it is shown and as it would be."""

    name: str
    label: str
    old: object
    new: object

    @property
    def is_changed(self):
        return self.old != self.new

    @property
    def lang(self):
        return {"ko": "ko", "zh": "zh-Hans", "en": "en"}.get(self.name.rpartition("_")[2], "")


def current_profile(vendor: Vendor) -> dict:
    """What the page shows, in the form of a change's `data`."""
    return {name: getattr(vendor, name) for name in PROFILE_FIELDS}


@transaction.atomic
def submit_profile(vendor: Vendor, *, by, data: dict) -> ProfileChange | None:
    """Hand a new profile in; None if it says what the page says. Raises ProfileWaiting."""
    wanted = {name: data[name] for name in PROFILE_FIELDS}
    if wanted == current_profile(vendor):
        return None
    try:
        with transaction.atomic():
            return ProfileChange.objects.create(vendor=vendor, data=wanted, submitted_by=by)
    except IntegrityError:
        raise ProfileWaiting from None


def take_back_profile(change: ProfileChange) -> None:
    """The company takes its change back. Raises AlreadyDecided where it was decided."""
    gone, _rows = ProfileChange.objects.filter(
        pk=change.pk, status=Decision.Status.SUBMITTED
    ).delete()
    if not gone:
        raise AlreadyDecided


def compare(change: ProfileChange) -> list[Difference]:
    """The change beside what the page shows now, field by field."""
    return [
        Difference(
            name,
            str(Vendor._meta.get_field(name).verbose_name),
            getattr(change.vendor, name),
            change.data.get(name),
        )
        for name in PROFILE_FIELDS
    ]


@transaction.atomic
def decide_profile(change: ProfileChange, *, by, is_approved: bool, note: str = "") -> None:
    """Put the change on the company's page, or reject it with a note.

    A company that visitors do not see yet keeps the change for the day they do. Raises
    NotAllowed, NoteMissing or AlreadyDecided.
    """
    settle(change, by=by, is_approved=is_approved, note=note)
    if is_approved:
        _apply(change, by)
    kind = "profile_approved" if is_approved else "profile_rejected"
    notify(
        kind,
        event_key=f"{kind}:{change.pk}",
        users=members_of(change.vendor),
        context=named(change.vendor, note=change.review_note),
        path=PATH,
    )


def _apply(change, by):
    vendor = Vendor.objects.select_for_update().get(pk=change.vendor_id)
    for name in PROFILE_FIELDS:
        setattr(vendor, name, change.data[name])
    vendor.full_clean()
    revision = vendor.save_revision(user=by)
    if vendor.live:
        revision.publish(user=by)
    else:
        vendor.save()
    change.vendor = vendor
