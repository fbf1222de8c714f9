"""Notifications as tests need them: a context that suits every kind, and rows of it."""

from wagtail.users.models import UserProfile

from catalog.models import Notification
from catalog.notifying import language_of

CONTEXT = {
    "vendor_ko": "한빛로봇",
    "vendor_zh": "韩光机器人",
    "listing_ko": "나르미",
    "listing_zh": "搬运侠",
    "title_ko": "나르미",
    "title_zh": "搬运侠",
    "products_ko": "나르미",
    "products_zh": "搬运侠",
    "note": "1\n\n2 <b>3</b>",
    "text": "1\n\n2 <b>3</b>",
    "file": "products.xlsx",
    "accepted": 7,
    "rejected": 2,
    "company_ko": "한빛로봇",
    "company_zh": "韩光机器人",
    "days": 4,
    "asked": "demo",
    "mark": "KC",
    "expires_on": "2026-12-31",
    "keep_on": "2027-11-25",
}


def set_language(user, code):
    UserProfile.objects.create(user=user, preferred_language=code)


def tell(user=None, *, kind="approved", key="approved:1", context=CONTEXT, path="portal/"):
    """One notification, not mailed yet."""
    fields = {"user": user, "email": user.email} if user else {"email": "visitor@example.org"}
    return Notification.objects.create(
        kind=kind,
        event_key=key,
        language_code=language_of(user) if user else "ko",
        context=context,
        path=path,
        **fields,
    )
