"""Sending what people are told: one mail each, and again later where that failed.

A worker first claims the row by moving its next try into the future, so two workers never
send one mail. A worker that dies between the mail server's yes and our note of it is the one
case in which a mail goes out twice; its Message-ID is the same then. Logs name the
notification, never the address.
"""

import datetime
import logging

from django.utils import timezone

from catalog.models import Notification
from center_site.background import task

from .mails import compose

logger = logging.getLogger(__name__)

# How long to wait after the first failed try, the second, and so on. The first pause is also
# how long a claim lasts, so it is longer than a mail server is ever waited for.
PAUSES = [datetime.timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440)]
MOST_ATTEMPTS = len(PAUSES) + 1
# In one round; and where so many fail one after the other, the server is away for all.
MOST_AT_ONCE = 200
ENOUGH_FAILURES = 3


@task(backend="background")
def deliver(notification_id: int) -> bool:
    """Send one notification's mail if it is due and nobody else is sending it.

    A mail server that is away is no error here: the mail waits for its next try.
    """
    notification = _claim(notification_id)
    if notification is None:
        return False
    try:
        compose(notification).send()
    except OSError as problem:  # what smtplib raises is one, too
        _put_off(notification, problem)
        return False
    Notification.objects.filter(pk=notification.pk).update(
        status=Notification.Status.SENT, sent_at=timezone.now(), error=""
    )
    return True


def send_due() -> int:
    """Try every mail that is due; returns how many were sent. For a timer.

    Sends by itself and waits for no worker, as it also is what mends a worker's absence.
    """
    due = Notification.objects.due()
    due.filter(attempts__gte=MOST_ATTEMPTS).update(status=Notification.Status.FAILED)
    at_once = deliver.using(backend="at_once")
    sent = failures = 0
    for number in list(due.order_by("try_at").values_list("pk", flat=True)[:MOST_AT_ONCE]):
        at_once.enqueue(number)
        is_sent = Notification.objects.filter(pk=number, status=Notification.Status.SENT).exists()
        sent += is_sent
        failures = 0 if is_sent else failures + 1
        if failures == ENOUGH_FAILURES:
            break
    return sent


def _claim(notification_id):
    """The notification, for this worker alone, or None where it is not to be sent now."""
    found = Notification.objects.due().filter(pk=notification_id).first()
    if found is None or found.attempts >= MOST_ATTEMPTS:
        return None
    claimed = Notification.objects.due().filter(pk=found.pk, attempts=found.attempts)
    found.attempts += 1
    pause = PAUSES[min(found.attempts, len(PAUSES)) - 1]
    changed = claimed.update(attempts=found.attempts, try_at=timezone.now() + pause)
    return found if changed else None


def _put_off(notification, problem):
    """Note the failure by its class: a server's answer may quote the address."""
    name = type(problem).__name__
    is_last = notification.attempts >= MOST_ATTEMPTS
    state = Notification.Status.FAILED if is_last else Notification.Status.WAITING
    Notification.objects.filter(pk=notification.pk).update(error=name, status=state)
    logger.warning(
        "mail of notification %s (%s) was not sent at try %s of %s: %s",
        notification.pk,
        notification.kind,
        notification.attempts,
        MOST_ATTEMPTS,
        name,
    )
