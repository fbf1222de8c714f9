"""Handing a company over: asked for by its owner, accepted by the next, confirmed by staff."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.models import Membership, OwnershipTransfer, Vendor
from catalog.notifying import notify

from .deciding import AlreadyDecided, named, refuse_members

Status = OwnershipTransfer.Status
PATH = "portal/company/people/"


class TransferRefused(Exception):
    """It is not theirs to do, one is under way already, or the people have changed."""


@transaction.atomic
def request_transfer(vendor: Vendor, *, to_user, by) -> OwnershipTransfer:
    """Ask a member to become the owner. Raises TransferRefused."""
    if not _is(vendor, by, Membership.Role.OWNER) or not _is(
        vendor, to_user, Membership.Role.EDITOR
    ):
        raise TransferRefused
    try:
        with transaction.atomic():
            transfer = OwnershipTransfer.objects.create(
                vendor=vendor, from_user=by, to_user=to_user
            )
    except IntegrityError:
        raise TransferRefused from None
    _tell("transfer_requested", transfer, [to_user])
    return transfer


@transaction.atomic
def accept_transfer(transfer: OwnershipTransfer, *, by) -> None:
    """The next owner agrees; the centre then confirms. Raises TransferRefused."""
    if transfer.to_user_id != by.pk:
        raise TransferRefused
    _move(transfer, [Status.REQUESTED], Status.ACCEPTED, accepted_at=timezone.now())
    _tell("transfer_accepted", transfer, [transfer.from_user])


def end_transfer(transfer: OwnershipTransfer, *, by) -> None:
    """The owner takes it back, or the next declines, before it is confirmed."""
    if by.pk == transfer.from_user_id:
        _move(transfer, OwnershipTransfer.OPEN, Status.CANCELLED)
    elif by.pk == transfer.to_user_id:
        _move(transfer, OwnershipTransfer.OPEN, Status.DECLINED)
    else:
        raise TransferRefused


@transaction.atomic
def confirm_transfer(transfer: OwnershipTransfer, *, by) -> None:
    """Staff confirm what both owners want: the two change places.

    Raises NotAllowed for a member of the company, AlreadyDecided where it is no longer
    accepted, TransferRefused where owner or successor have changed since.
    """
    refuse_members(transfer.vendor, by)
    _decide(transfer, Status.CONFIRMED, by)
    places = Membership.objects.filter(vendor=transfer.vendor)
    former = places.filter(user=transfer.from_user, role=Membership.Role.OWNER)
    following = places.filter(user=transfer.to_user, role=Membership.Role.EDITOR)
    # The owner first: a company never has two.
    if (
        former.update(role=Membership.Role.EDITOR) != 1
        or following.update(role=Membership.Role.OWNER) != 1
    ):
        raise TransferRefused
    _tell("transfer_confirmed", transfer, [transfer.from_user, transfer.to_user])


@transaction.atomic
def refuse_transfer(transfer: OwnershipTransfer, *, by) -> None:
    """Staff do not confirm it; the owner stays."""
    refuse_members(transfer.vendor, by)
    _decide(transfer, Status.DECLINED, by)


def _is(vendor, user, role):
    return Membership.objects.filter(vendor=vendor, user=user, role=role).exists()


def _decide(transfer, status, by):
    try:
        _move(transfer, [Status.ACCEPTED], status, reviewed_at=timezone.now(), reviewed_by=by)
    except TransferRefused:
        raise AlreadyDecided from None


def _move(transfer, before, status, **facts):
    waiting = OwnershipTransfer.objects.filter(pk=transfer.pk, status__in=before)
    if waiting.update(status=status, **facts) != 1:
        raise TransferRefused
    transfer.status = status


def _tell(kind, transfer, users):
    notify(
        kind,
        event_key=f"{kind}:{transfer.pk}",
        users=users,
        context=named(transfer.vendor),
        path=PATH,
    )
