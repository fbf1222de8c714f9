"""Each event is told once to each person, in their language, whatever the mail server does."""

import datetime
import logging
import smtplib
import threading

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from catalog.models import Membership, Notification
from catalog.notifying import (
    deliver,
    delivery,
    mails,
    members_of,
    notify,
    notify_address,
    send_due,
)
from tests.factories import make_user, make_vendor

from .notices import CONTEXT, set_language, tell


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """`with committed():` what is inside is kept, and what waits for that happens."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def mail_server_away(monkeypatch):
    """Sending fails until the list that it returns is emptied."""
    failures = [ConnectionRefusedError("no route to member@example.org")]
    send = mails.EmailMultiAlternatives.send

    def send_or_fail(message, *arguments, **options):
        if failures:
            raise failures[0]
        return send(message, *arguments, **options)

    monkeypatch.setattr(mails.EmailMultiAlternatives, "send", send_or_fail)
    return failures


def make_due(notification):
    Notification.objects.filter(pk=notification.pk).update(try_at=timezone.now())


def test_each_person_is_told_once_in_the_language_they_read(db, committed):
    korean, chinese = make_user(), make_user()
    set_language(chinese, "zh-hans")
    for _again in range(2):
        with committed():
            notify(
                "approved",
                event_key="approved:7",
                users=[korean, chinese],
                context=CONTEXT,
                path="portal/listings/7/",
            )
    assert [message.to for message in mail.outbox] == [[korean.email], [chinese.email]]
    first, second = mail.outbox
    assert "나르미" in first.subject
    assert "나르미" in first.body
    assert "http://localhost:8000/ko/portal/listings/7/" in first.body
    assert "搬运侠" in second.subject
    assert "http://localhost:8000/zh-hans/portal/listings/7/" in second.body
    assert set(Notification.objects.values_list("status", flat=True)) == {"sent"}


def test_somebody_without_an_address_is_left_out(db, committed):
    with committed():
        notify("approved", event_key="a", users=[make_user(email="")], context=CONTEXT)
    assert Notification.objects.count() == 0


def test_nothing_is_told_of_what_was_not_kept(transactional_db):
    user = make_user()
    with transaction.atomic():
        notify("approved", event_key="a", users=[user], context=CONTEXT)
        transaction.set_rollback(True)
    assert (Notification.objects.count(), mail.outbox) == (0, [])


def test_a_kind_without_words_is_found_out_at_once(db):
    with pytest.raises(LookupError):
        notify("unheard of", event_key="a", users=[make_user()], context={})
    assert Notification.objects.count() == 0


def test_members_are_those_of_the_company_who_are_active(db):
    vendor = make_vendor()
    member, left, other = make_user(), make_user(is_active=False), make_user()
    Membership.objects.create(user=member, vendor=vendor, role="owner")
    Membership.objects.create(user=left, vendor=vendor)
    Membership.objects.create(user=other, vendor=make_vendor())
    assert list(members_of(vendor)) == [member]


def test_a_mail_server_that_is_away_neither_breaks_the_request_nor_loses_the_mail(
    db, committed, mail_server_away, caplog
):
    user = make_user(email="member@example.org")
    with committed():
        notify("approved", event_key="a", users=[user], context=CONTEXT)
    waiting = Notification.objects.get()
    assert (waiting.status, waiting.attempts) == ("waiting", 1)
    assert waiting.error == "ConnectionRefusedError"
    assert waiting.try_at > timezone.now() + datetime.timedelta(minutes=4)
    assert send_due() == 0  # not due yet
    assert Notification.objects.get().attempts == 1
    make_due(waiting)
    mail_server_away.clear()
    assert send_due() == 1
    sent = Notification.objects.get()
    assert (sent.status, sent.error, len(mail.outbox)) == ("sent", "", 1)
    assert sent.sent_at is not None
    assert "member@example.org" not in caplog.text


def test_it_is_tried_so_many_times_ever_more_rarely_then_given_up(db, mail_server_away, caplog):
    notification = tell()
    pauses = []
    for _try in range(delivery.MOST_ATTEMPTS):
        make_due(notification)
        before = timezone.now()
        assert deliver.call(notification.pk) is False
        notification.refresh_from_db()
        pauses.append(round((notification.try_at - before).total_seconds() / 60))
    assert pauses == [5, 15, 60, 240, 720, 1440, 1440]
    assert (notification.status, notification.attempts) == ("failed", 7)
    make_due(notification)
    mail_server_away.clear()
    assert send_due() == 0
    assert mail.outbox == []
    assert len(caplog.records) == 7
    assert "visitor@example.org" not in caplog.text


def test_refusals_that_quote_the_address_are_noted_without_it(db, mail_server_away, caplog):
    mail_server_away[:] = [
        smtplib.SMTPRecipientsRefused({"visitor@example.org": (550, b"no visitor@example.org")})
    ]
    notification = tell()
    deliver.call(notification.pk)
    notification.refresh_from_db()
    assert notification.error == "SMTPRecipientsRefused"
    assert "visitor@example.org" not in caplog.text


def test_what_died_in_its_last_try_is_given_up(db):
    notification = tell()
    Notification.objects.update(attempts=delivery.MOST_ATTEMPTS, try_at=timezone.now())
    assert send_due() == 0
    notification.refresh_from_db()
    assert notification.status == "failed"


def test_a_round_ends_early_where_the_server_is_away_for_all(db, mail_server_away):
    for number in range(9):
        tell(key=f"a:{number}")
    send_due()
    assert Notification.objects.filter(attempts=1).count() == delivery.ENOUGH_FAILURES


def test_one_mail_that_cannot_be_written_stops_no_other(db, settings, caplog):
    caplog.set_level(logging.CRITICAL, settings.TASK_PACKAGE)
    broken, whole = tell(kind="unheard of", key="a"), tell(key="b")
    assert send_due() == 1
    assert [message.to for message in mail.outbox] == [[whole.email]]
    broken.refresh_from_db()
    assert (broken.status, broken.attempts) == ("waiting", 1)


@pytest.mark.django_db(transaction=True)
def test_twenty_workers_at_once_send_one_mail():
    notification = tell()
    start = threading.Barrier(20)

    def work():
        start.wait()
        deliver.call(notification.pk)
        connection.close()

    workers = [threading.Thread(target=work) for _worker in range(20)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(mail.outbox) == 1
    notification.refresh_from_db()
    assert (notification.status, notification.attempts) == ("sent", 1)


def test_with_a_worker_the_request_leaves_the_mail_to_it(transactional_db, settings):
    queue = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = {**settings.TASKS, "background": queue}
    with transaction.atomic():
        notify_address(
            "approved", event_key="a", email="a@example.org", language_code="ko", context=CONTEXT
        )
    assert mail.outbox == []
    (waiting,) = DBTaskResult.objects.all()
    assert waiting.args_kwargs == {"args": [Notification.objects.get().pk], "kwargs": {}}
    call_command("db_worker", "--batch", "--backend=background", "--no-startup-delay", verbosity=0)
    assert [message.to for message in mail.outbox] == [["a@example.org"]]
