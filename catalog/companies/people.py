"""Who acts for a company: inviting, joining, leaving."""

import datetime
import hashlib

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.models import Invitation, Membership, OwnershipTransfer, Vendor
from catalog.models.members import INVITATION_DAYS
from catalog.notifying import notify_address

from .deciding import named
from .founding import AlreadyMember

# So that nobody has us write to strangers: invitations of a company within a day.
DAILY_INVITATIONS = 20


class Uninvitable(Exception):
    """`code`: "member" (acts for the company already), "invited" (and it is still open),
    "owner" (there is one already) or "many" (too many within a day).
    """

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class InvitationGone(Exception):
    """It was accepted, revoked or is too old."""


class WrongAddress(Exception):
    """The account's verified address is not the one that was invited."""


class HasOwner(Exception):
    """The company has found another owner meanwhile."""


class CannotLeave(Exception):
    """The owner hands the company over first."""


@transaction.atomic
def invite(vendor: Vendor, *, email: str, role: str, language_code: str, by) -> Invitation:
    """Offer a place in the company to an address, by mail. Raises Uninvitable."""
    email = email.strip().lower()
    Vendor.objects.select_for_update().only("pk").get(pk=vendor.pk)
    problem = why_not(vendor, email, role)
    if problem:
        raise Uninvitable(problem)
    invitation = Invitation(
        vendor=vendor, email=email, role=role, language_code=language_code, invited_by=by
    )
    invitation.secret_hash = hash_of(invitation.secret)
    invitation.save(force_insert=True)
    notify_address(
        "invitation",
        event_key=f"invitation:{invitation.pk}",
        email=email,
        language_code=language_code,
        context=named(vendor, days=INVITATION_DAYS, invitation=invitation.pk),
        path="portal/company/invitations/",
    )
    return invitation


def why_not(vendor, email, role):
    """The code of what stands against inviting the address, or ""."""
    if Membership.objects.filter(
        vendor=vendor, user__in=EmailAddress.objects.filter(email=email).values("user")
    ).exists():
        return "member"
    if vendor.invitations.open().filter(email=email).exists():
        return "invited"
    if role == Membership.Role.OWNER and has_owner(vendor):
        return "owner"
    day_ago = timezone.now() - datetime.timedelta(days=1)
    if vendor.invitations.filter(created_at__gt=day_ago).count() >= DAILY_INVITATIONS:
        return "many"
    return ""


def has_owner(vendor):
    return vendor.memberships.filter(role=Membership.Role.OWNER).exists()


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def find_invitation(secret: str) -> Invitation | None:
    """The open invitation that this link's secret belongs to."""
    return (
        Invitation.objects.open()
        .select_related("vendor", "invited_by")
        .filter(secret_hash=hash_of(secret))
        .first()
    )


def has_address(user, email) -> bool:
    """Whether the address is the account's, and verified."""
    return EmailAddress.objects.filter(user=user, email__iexact=email, verified=True).exists()


@transaction.atomic
def accept(invitation: Invitation, *, user) -> Membership:
    """Take the place that was offered; an invitation makes one member once.

    Raises WrongAddress, AlreadyMember (of this or another company), HasOwner or
    InvitationGone; nothing is changed then.
    """
    if not has_address(user, invitation.email):
        raise WrongAddress
    if Membership.objects.filter(user=user).exists():
        raise AlreadyMember
    open_one = Invitation.objects.open().filter(pk=invitation.pk)
    if open_one.update(accepted_at=timezone.now()) != 1:
        raise InvitationGone
    return _join(invitation, user)


def _join(invitation, user):
    is_owner = invitation.role == Membership.Role.OWNER
    if is_owner and has_owner(invitation.vendor):
        raise HasOwner
    try:
        with transaction.atomic():
            return Membership.objects.create(
                user=user, vendor=invitation.vendor, role=invitation.role
            )
    except IntegrityError:
        raise (HasOwner if is_owner else AlreadyMember) from None


def revoke(invitation: Invitation) -> None:
    """Take the offer back. Raises InvitationGone where it was accepted meanwhile."""
    open_one = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    if open_one.update(revoked_at=timezone.now()) != 1:
        raise InvitationGone


@transaction.atomic
def leave(membership: Membership) -> None:
    """Give up the place in the company. Raises CannotLeave for its owner."""
    gone, _rows = Membership.objects.filter(pk=membership.pk, role=Membership.Role.EDITOR).delete()
    if not gone:
        raise CannotLeave
    OwnershipTransfer.objects.filter(
        vendor=membership.vendor, to_user=membership.user, status__in=OwnershipTransfer.OPEN
    ).update(status=OwnershipTransfer.Status.CANCELLED)


def remove_member(membership: Membership) -> None:
    """End somebody's place in the company; what the person wrote stays the company's."""
    leave(membership)
