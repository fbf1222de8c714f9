"""Founding, people and hand-over of companies: every change and every refusal."""

import datetime
import threading

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection, connections
from django.utils import timezone

from catalog.companies import (
    AlreadyMember,
    HasOwner,
    InvitationGone,
    Uninvitable,
    WrongAddress,
    accept,
    find_invitation,
    found_company,
    invite,
    namesakes,
    revoke,
)
from catalog.models import Invitation, Membership, Notification, Vendor
from tests.factories import make_user, make_vendor


def invited(company, owner, *, email="guest@example.org", role="editor", language_code="ko"):
    return invite(company, email=email, role=role, language_code=language_code, by=owner)


def test_a_new_company_has_an_owner_and_is_seen_by_nobody(db):
    user = make_user()
    place = found_company(user, country_code="CN", name_zh="清源科技")
    assert place.is_owner
    assert (place.vendor.slug, place.vendor.live) == ("qing-yuan-ke-ji", False)
    assert not Vendor.objects.public().exists()
    assert not place.vendor.is_verified


@pytest.mark.parametrize(
    ("names", "slug"),
    [
        ({"name_en": "Han River Robotics", "name_ko": "한강로보틱스"}, "han-river-robotics"),
        ({"name_ko": "한강로보틱스"}, "company-2"),
        ({"name_zh": "深圳市机器人有限公司"}, "shen-zhen-shi-ji-qi-ren-you-xian-gong-si"),
    ],
)
def test_its_address_is_ascii_and_its_own(db, names, slug):
    assert found_company(make_user(), country_code="KR", **names).vendor.slug == slug
    again = found_company(make_user(), country_code="KR", **names).vendor.slug
    assert again.isascii()
    assert again != slug


def test_nobody_founds_two_companies(db):
    user = make_user()
    found_company(user, country_code="KR", name_ko="하나")
    with pytest.raises(AlreadyMember):
        found_company(user, country_code="KR", name_ko="둘")
    assert Vendor.objects.count() == 1


def test_a_name_that_visitors_know_is_noticed_and_an_unseen_one_is_not(db):
    make_vendor(name_en="Known Robots")
    make_vendor(name_en="Secret Robots", live=False)
    assert namesakes(name_en="known robots", name_ko="").count() == 1
    assert not namesakes(name_en="Secret Robots").exists()
    assert not namesakes(name_en="").exists()


def test_an_invitation_is_mailed_with_a_secret_that_no_row_holds(
    company, owner, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        invitation = invited(company, owner, language_code="zh-hans")
    message = mail.outbox[0]
    assert message.to == ["guest@example.org"]
    assert f"/zh-hans/portal/company/invitations/{invitation.secret}/" in message.body
    told = Notification.objects.get()
    assert invitation.secret not in f"{told.path} {told.context} {invitation.secret_hash}"
    assert find_invitation(invitation.secret) == invitation
    assert find_invitation(invitation.secret_hash) is None


def test_who_has_the_address_joins_once(company, owner):
    invitation = invited(company, owner)
    guest = make_user(email="guest@example.org")
    assert accept(invitation, user=guest).vendor == company
    for user in (guest, make_user()):
        with pytest.raises((AlreadyMember, WrongAddress)):
            accept(invitation, user=user)
    assert company.memberships.count() == 2
    assert find_invitation(invitation.secret) is None


def test_another_address_or_one_not_verified_does_not_do(company, owner):
    invitation = invited(company, owner)
    with pytest.raises(WrongAddress):
        accept(invitation, user=make_user())
    guest = make_user(email="guest@example.org")
    EmailAddress.objects.filter(user=guest).update(verified=False)
    with pytest.raises(WrongAddress):
        accept(invitation, user=guest)
    assert find_invitation(invitation.secret)


def test_who_acts_for_another_company_is_told_so(company, owner):
    guest = make_user(email="guest@example.org")
    found_company(guest, country_code="KR", name_ko="다른 회사")
    with pytest.raises(AlreadyMember):
        accept(invited(company, owner), user=guest)
    assert guest.membership.vendor != company


def test_a_revoked_or_old_invitation_is_gone(company, owner):
    guest = make_user(email="guest@example.org")
    invitation = invited(company, owner)
    revoke(invitation)
    with pytest.raises(InvitationGone):
        accept(invitation, user=guest)
    with pytest.raises(InvitationGone):
        revoke(invitation)
    old = invited(company, owner)
    fortnight = timezone.now() - datetime.timedelta(days=14, seconds=1)
    Invitation.objects.filter(pk=old.pk).update(created_at=fortnight)
    with pytest.raises(InvitationGone):
        accept(old, user=guest)
    assert not Membership.objects.filter(user=guest).exists()


@pytest.mark.parametrize(
    ("code", "arrange"),
    [
        ("member", lambda company, owner: owner.email),
        ("invited", lambda company, owner: invited(company, owner).email),
    ],
)
def test_nobody_is_invited_twice(company, owner, code, arrange):
    email = arrange(company, owner)
    before = Invitation.objects.count()
    with pytest.raises(Uninvitable) as refusal:
        invited(company, owner, email=f" {email.upper()} ")
    assert refusal.value.code == code
    assert Invitation.objects.count() == before


def test_a_company_with_an_owner_gets_no_second(company, owner):
    with pytest.raises(Uninvitable) as refusal:
        invited(company, owner, role="owner")
    assert refusal.value.code == "owner"


def test_a_company_without_an_owner_gets_the_invited_one_and_only_one(company):
    first, second = (
        invited(company, None, email=f"{name}@example.org", role="owner")
        for name in ("first", "second")
    )
    assert accept(first, user=make_user(email="first@example.org")).is_owner
    with pytest.raises(HasOwner):
        accept(second, user=make_user(email="second@example.org"))
    assert company.memberships.count() == 1
    assert find_invitation(second.secret)


def test_a_company_does_not_have_us_write_to_the_whole_town(company, owner):
    for number in range(20):
        invited(company, owner, email=f"guest{number}@example.org")
    with pytest.raises(Uninvitable) as refusal:
        invited(company, owner, email="one.more@example.org")
    assert refusal.value.code == "many"


def in_parallel(work, count):
    """Outcomes of `count` threads that start together."""
    start, outcomes = threading.Barrier(count), []

    def run():
        start.wait()
        try:
            outcomes.append(work())
        except Exception as problem:
            outcomes.append(type(problem))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_one_invitation_accepted_in_parallel_makes_one_member():
    company = make_vendor()
    invitation = invited(company, None, role="owner")
    guest = make_user(email="guest@example.org")
    outcomes = in_parallel(lambda: accept(invitation, user=guest), 6)
    assert sum(isinstance(outcome, Membership) for outcome in outcomes) == 1, outcomes
    assert {out for out in outcomes if isinstance(out, type)} <= {AlreadyMember, InvitationGone}
    assert company.memberships.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_person_founding_in_parallel_founds_one_company():
    user = make_user()
    outcomes = in_parallel(lambda: found_company(user, country_code="KR", name_ko="하나"), 6)
    assert sum(isinstance(outcome, Membership) for outcome in outcomes) == 1, outcomes
    assert Vendor.objects.count() == 1
    assert connection.vendor in ("sqlite", "postgresql")
