"""Handing a company over: by its owner, the next one and staff, each at the right time."""

import pytest

from catalog.companies import (
    AlreadyDecided,
    CannotLeave,
    NotAllowed,
    TransferRefused,
    accept_transfer,
    confirm_transfer,
    end_transfer,
    leave,
    refuse_transfer,
    request_transfer,
)
from catalog.models import Membership, Notification, OwnershipTransfer
from center_site.groups import REVIEWERS
from tests.factories import make_user, make_vendor
from tests.portal_factories import make_member


def test_editors_leave_and_the_owner_hands_over_first(company, owner, editor):
    with pytest.raises(CannotLeave):
        leave(owner.membership)
    transfer = request_transfer(company, to_user=editor, by=owner)
    leave(editor.membership)
    assert list(company.memberships.values_list("user", flat=True)) == [owner.pk]
    transfer.refresh_from_db()
    assert transfer.status == OwnershipTransfer.Status.CANCELLED


def test_a_company_is_handed_over_by_both_owners_and_staff(company, owner, editor):
    reviewer = make_user(groups=[REVIEWERS])
    transfer = request_transfer(company, to_user=editor, by=owner)
    with pytest.raises(AlreadyDecided):
        confirm_transfer(transfer, by=reviewer)
    accept_transfer(transfer, by=editor)
    assert owner.membership.is_owner
    confirm_transfer(transfer, by=reviewer)
    roles = dict(company.memberships.values_list("user", "role"))
    assert roles == {owner.pk: "editor", editor.pk: "owner"}
    transfer.refresh_from_db()
    assert (transfer.status, transfer.reviewed_by) == ("confirmed", reviewer)
    told = set(Notification.objects.values_list("kind", "user"))
    assert told == {
        ("transfer_requested", editor.pk),
        ("transfer_accepted", owner.pk),
        ("transfer_confirmed", owner.pk),
        ("transfer_confirmed", editor.pk),
    }
    with pytest.raises(AlreadyDecided):
        confirm_transfer(transfer, by=reviewer)


def test_nobody_else_starts_accepts_or_confirms_a_transfer(company, owner, editor):
    stranger, other = make_user(), make_member(make_vendor())
    for by, to in ((editor, owner), (owner, other), (owner, owner), (stranger, editor)):
        with pytest.raises(TransferRefused):
            request_transfer(company, to_user=to, by=by)
    transfer = request_transfer(company, to_user=editor, by=owner)
    with pytest.raises(TransferRefused):
        request_transfer(company, to_user=editor, by=owner)
    for by in (owner, stranger):
        with pytest.raises(TransferRefused):
            accept_transfer(transfer, by=by)
    accept_transfer(transfer, by=editor)
    for by in (owner, editor):
        with pytest.raises(NotAllowed):
            confirm_transfer(transfer, by=by)
        with pytest.raises(NotAllowed):
            refuse_transfer(transfer, by=by)
    with pytest.raises(TransferRefused):
        end_transfer(transfer, by=stranger)
    assert company.memberships.get(role="owner").user == owner


@pytest.mark.parametrize(("who", "status"), [("owner", "cancelled"), ("editor", "declined")])
def test_either_owner_ends_a_transfer(company, owner, editor, who, status):
    transfer = request_transfer(company, to_user=editor, by=owner)
    end_transfer(transfer, by={"owner": owner, "editor": editor}[who])
    assert transfer.status == status
    with pytest.raises(TransferRefused):
        accept_transfer(transfer, by=editor)


def test_a_transfer_to_somebody_who_has_left_changes_nothing(company, owner, editor):
    transfer = request_transfer(company, to_user=editor, by=owner)
    accept_transfer(transfer, by=editor)
    Membership.objects.filter(user=editor).delete()
    with pytest.raises(TransferRefused):
        confirm_transfer(transfer, by=make_user(groups=[REVIEWERS]))
    transfer.refresh_from_db()
    assert transfer.status == "accepted"
    assert company.memberships.get().user == owner
