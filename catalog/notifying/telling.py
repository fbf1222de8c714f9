"""Who is told, in which language, and that each event is told to each person once."""

from collections.abc import Iterable
from functools import partial

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.users.models import UserProfile

from catalog.models import Membership, Notification, Vendor
from center_site.languages import KOREAN, LANGUAGES

from .delivery import deliver
from .mails import SUBJECTS


def notify(kind: str, *, event_key: str, users: Iterable, context: dict, path: str = "") -> None:
    """Tell each of `users` once, in the language each reads; the same event again is silent.

    `path` is the address below the language prefix ("portal/listings/7/"), or a whole path
    ("/cms/..."). Call it inside the transaction of what happened: it is told if and only if
    that is kept. What `context` may hold is said in `mails`.
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
    if kind not in SUBJECTS:  # found out now, not when somebody opens their list
        raise LookupError(f"no words for {kind}")
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
        # Robust: what happened is kept already, and the mail is sent later if not now.
        transaction.on_commit(partial(deliver.enqueue, notification.pk), robust=True)


def by_language(key: str, source, name: str) -> dict:
    """Part of a context: `by_language("vendor", vendor, "name")` -> vendor_ko, vendor_zh, _en."""
    suffixes = [*(language.suffix for language in LANGUAGES), "en"]
    return {f"{key}_{suffix}": getattr(source, f"{name}_{suffix}", "") for suffix in suffixes}


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
