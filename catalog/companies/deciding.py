"""What every decision about a company shares: who may decide, and that it is decided once."""

from django.utils import timezone

from catalog.models import Membership, Vendor
from catalog.models.verification import Decision
from catalog.notifying import by_language


class NotAllowed(Exception):
    """A member decides nothing about the own company."""


class AlreadyDecided(Exception):
    """Another reviewer was quicker, or the company has taken it back."""


class NoteMissing(Exception):
    """A rejection says why."""


def refuse_members(vendor: Vendor, by) -> None:
    if Membership.objects.filter(vendor=vendor, user=by).exists():
        raise NotAllowed


def settle(decision: Decision, *, by, is_approved: bool, note: str, **facts) -> None:
    """Write the decision into its row if nobody has decided meanwhile, and into `decision`.

    Raises NotAllowed for a member of the company, NoteMissing for a rejection without a
    reason, AlreadyDecided where the row no longer waits.
    """
    refuse_members(decision.vendor, by)
    if not is_approved and not note.strip():
        raise NoteMissing
    values = {
        "status": Decision.Status.APPROVED if is_approved else Decision.Status.REJECTED,
        "reviewed_at": timezone.now(),
        "reviewed_by": by,
        "review_note": note.strip(),
        **facts,
    }
    waiting = type(decision).objects.filter(pk=decision.pk, status=Decision.Status.SUBMITTED)
    if waiting.update(**values) != 1:
        raise AlreadyDecided
    for name, value in values.items():
        setattr(decision, name, value)


def named(vendor: Vendor, **more) -> dict:
    """The context of a notification about the company."""
    return {**by_language("vendor", vendor, "name"), **more}
