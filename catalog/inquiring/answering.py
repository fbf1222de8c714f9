"""What companies and the centre do with an inquiry; every step is kept as a message.

`seen` is the number of steps that the writer's page showed. Where there are more by now,
somebody else was quicker (or the same page was sent twice), and nothing is done.
"""

import datetime

from django.db import transaction
from django.utils import timezone

from catalog.models import Inquiry, InquiryMessage
from catalog.notifying import by_language, notify_address

from .taking import names_of

Status = Inquiry.Status
LONGEST_PATH = 200  # of a notification
# So that nobody has us write on and on to an address that may be a stranger's.
DAILY_ANSWERS = 10


class Changed(Exception):
    """Somebody has written or decided since the page was shown."""


class Unanswerable(Exception):
    """It cannot be done: no address, closed, or the personal data is deleted."""


class TooMany(Exception):
    """This inquiry has been answered very often within a day."""


@transaction.atomic
def answer(inquiry: Inquiry, *, by, text: str, seen: int, share_address: bool = False):
    """Mail the text to the visitor. With `share_address` replies go to whoever wrote it."""
    inquiry = _lock(inquiry, seen)
    if not inquiry.email or inquiry.status == Status.CLOSED:
        raise Unanswerable
    day_ago = timezone.now() - datetime.timedelta(days=1)
    if inquiry.messages.filter(is_sent=True, created_at__gt=day_ago).count() >= DAILY_ANSWERS:
        raise TooMany
    message = _step(inquiry, by=by, text=text, to=Status.ANSWERED, is_sent=True)
    products = list(inquiry.products.all())
    notify_address(
        "inquiry_answered",
        event_key=answer_key(message),
        email=inquiry.email,
        language_code=inquiry.language_code,
        context={
            **by_language("vendor", inquiry.vendor, "name"),
            **names_of(products),
            "text": text,
            "reply_to": by.email if share_address else "",
        },
        path=way_back(products),
    )
    return message


@transaction.atomic
def record_call(inquiry: Inquiry, *, by, text: str, seen: int) -> InquiryMessage:
    """Note that the visitor was answered by telephone."""
    inquiry = _lock(inquiry, seen)
    if inquiry.status == Status.CLOSED:
        raise Unanswerable
    return _step(inquiry, by=by, text=text, to=Status.ANSWERED)


@transaction.atomic
def add_note(inquiry: Inquiry, *, by, text: str, seen: int) -> InquiryMessage:
    """Keep a note that the visitor never sees."""
    return _step(_lock(inquiry, seen), by=by, text=text)


@transaction.atomic
def close(inquiry: Inquiry, *, by, seen: int) -> InquiryMessage:
    inquiry = _lock(inquiry, seen)
    if inquiry.status == Status.CLOSED:
        raise Changed
    return _step(inquiry, by=by, to=Status.CLOSED)


@transaction.atomic
def reopen(inquiry: Inquiry, *, by, seen: int) -> InquiryMessage:
    """Back to where it stood: answered if it ever was, else new."""
    inquiry = _lock(inquiry, seen)
    if inquiry.status != Status.CLOSED:
        raise Changed
    return _step(inquiry, by=by, to=Status.ANSWERED if inquiry.answered_at else Status.NEW)


def way_back(products) -> str:
    """The form by which the visitor can write again about the first of the products."""
    path = f"inquiries/new/?product={products[0].slug}" if products else ""
    return path if len(path) <= LONGEST_PATH else ""


def answer_key(message: InquiryMessage) -> str:
    """The event of an answer; all those of one inquiry begin alike."""
    return f"inquiry_answered:{message.inquiry_id}:{message.pk}"


def _lock(inquiry, seen):
    locked = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    if locked.purged_at:
        raise Unanswerable
    if locked.messages.count() != seen:
        raise Changed
    return locked


def _step(inquiry, *, by, text="", to="", is_sent=False):
    """Write the step down; a change of status is compared with what was read under the lock."""
    message = inquiry.messages.create(by=by, text=text, to_status=to, is_sent=is_sent)
    if to:
        changes = {"status": to}
        if to == Status.ANSWERED and not inquiry.answered_at:
            changes["answered_at"] = timezone.now()
        changed = Inquiry.objects.filter(pk=inquiry.pk, status=inquiry.status).update(**changes)
        if changed != 1:
            raise Changed
    return message
