"""Deleting the personal data of inquiries, on the day set or when the visitor asks.

All inquiries that were sent together are forgotten together. Rows, products, states and
consents stay: they hold nothing of the person any more, and the counts need them.
"""

import uuid

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from catalog.models import Inquiry, InquiryMessage, Notification

EMPTY = {
    "name": "",
    "organization": "",
    "email": "",
    "phone": "",
    "message": "",
    "wanted_on": None,
}


def due_inquiries() -> QuerySet[Inquiry]:
    """Those whose last day has passed."""
    return Inquiry.objects.filter(purge_on__lt=timezone.localdate(), purged_at=None)


def purge_due() -> int:
    """Forget whatever is due; returns the number of inquiries emptied."""
    batches = due_inquiries().order_by().values_list("batch_key", flat=True).distinct()
    return sum(forget(batch_key) for batch_key in list(batches))


@transaction.atomic
def forget(batch_key: uuid.UUID) -> int:
    """Empty what is personal in all inquiries of this batch, and in the mails about them."""
    inquiries = Inquiry.objects.select_for_update().filter(batch_key=batch_key, purged_at=None)
    numbers = list(inquiries.values_list("pk", flat=True))
    if not numbers:
        return 0
    InquiryMessage.objects.filter(inquiry__in=numbers).update(text="")
    _forget_mails(batch_key, numbers)
    return Inquiry.objects.filter(pk__in=numbers).update(**EMPTY, purged_at=timezone.now())


def _forget_mails(batch_key, numbers):
    """Mails to the visitor; one that was never sent will not be."""
    about = Q(event_key=f"inquiry_confirmation:{batch_key}")
    for number in numbers:
        about |= Q(event_key__startswith=f"inquiry_answered:{number}:")
    mails = Notification.objects.filter(about, user=None)
    mails.filter(status=Notification.Status.WAITING).update(status=Notification.Status.FAILED)
    mails.update(email="", context={})
