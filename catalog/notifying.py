"""Telling people what happened: a row in the same transaction, a mail once it has committed.

The row is the promise; `deliver` keeps it, at once where it can and again by the command
`send_notifications` where the mail server was away. A kind of event is a pair of
templates, `catalog/mail/<kind>.txt` and `.html`, and a subject in `SUBJECTS`.
"""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.users.models import UserProfile

from catalog.models import Membership, Notification, Vendor
from center_site.languages import KOREAN


def notify(kind: str, *, event_key: str, users: Iterable, context: dict, path: str = "") -> None:
    """Tell each of `users` once, in the language each reads; the same event again is silent.

    `path` is the address below the language prefix ("portal/listings/7/"). Call it inside the
    transaction of what happened: it is told if and only if that is kept.
    """
    for user in users:
        if user.email:
            _note(kind, event_key, user.email, language_of(user), context, path, user=user)


def notify_address(
    kind: str, *, event_key: str, email: str, language_code: str, context: dict, path: str = ""
) -> None:
    """Tell somebody who has no account, such as the sender of an inquiry."""
    _note(kind, event_key, email, language_code, context, path)


def _note(kind, event_key, email, language_code, context, path, user=None):
    notification, is_new = Notification.objects.get_or_create(
        event_key=event_key,
        email=email,
        defaults={
            "kind": kind,
            "user": user,
            "language_code": language_code,
            "context": context,
            "path": path,
        },
    )
    if is_new:
        transaction.on_commit(lambda: deliver(notification.pk))


def deliver(notification_id: int) -> None:
    """Send one notification's mail."""


def language_of(user) -> str:
    """The language that a person reads: the one set in their profile, else Korean."""
    profile = UserProfile.objects.filter(user=user).first()
    code = profile.preferred_language if profile else ""
    return "zh-hans" if code.startswith("zh") else KOREAN.code


def members_of(vendor: Vendor):
    """Everybody who acts for the company."""
    return get_user_model().objects.filter(
        pk__in=Membership.objects.filter(vendor=vendor).values("user"), is_active=True
    )
