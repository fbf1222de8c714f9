"""Personal data goes on its day, wholly, and the counts stay."""

import datetime
import uuid
from io import StringIO

import pytest
from django.core.management import call_command
from django.forms import model_to_dict
from django.utils import timezone

from catalog.consenting import Purposes, current_texts, make_texts, record
from catalog.inquiring import Unanswerable, add_note, answer, forget, inquiry_counts, purge_due
from catalog.models import Consent, Inquiry, InquiryMessage, Notification
from catalog.notifying import notify_address
from center_site import chores
from center_site.models import ChoreRun
from tests.factories import make_product

from .inquiries import make_inquiry, make_member

PERSONAL = ("김하나", "하나물류", "hana@example.org", "1234", "몇 대부터", "열 대부터", "김하나 님")


@pytest.fixture
def product(product_index):
    return make_product(product_index)


@pytest.fixture
def make_old(product):
    """An inquiry with all that grows around it, whose last day was so many days ago."""

    def make(days_ago=1, **fields):
        last_day = timezone.localdate() - datetime.timedelta(days=days_ago)
        inquiry = make_inquiry(product, purge_on=last_day, **fields)
        make_texts()
        texts = current_texts(Purposes.INQUIRY)
        record(texts, inquiry=inquiry, language_code="ko")
        notify_address(
            "inquiry_confirmation",
            event_key=f"inquiry_confirmation:{inquiry.batch_key}",
            email=inquiry.email,
            language_code="ko",
            context={"products_ko": "나르미"},
        )
        member = make_member(product.vendor)
        answer(inquiry, by=member, text="김하나 님, 열 대부터입니다.", seen=0)
        add_note(inquiry, by=member, text="김하나 님께 전화", seen=1)
        return inquiry

    return make


def everything():
    """All that is stored about inquiries, as one text."""
    rows = [*Inquiry.objects.all(), *InquiryMessage.objects.all(), *Notification.objects.all()]
    return "\n".join(str(model_to_dict(row)) for row in rows)


def test_what_is_due_is_emptied_and_nothing_personal_is_left(make_old):
    inquiry = make_old()
    text = everything()
    assert all(word in text for word in PERSONAL)
    assert purge_due() == 1
    text = everything()
    assert [word for word in PERSONAL if word in text] == []
    inquiry.refresh_from_db()
    assert inquiry.purged_at is not None
    assert (inquiry.status, inquiry.products.count()) == ("answered", 1)
    assert inquiry.messages.count() == 2
    assert Consent.objects.filter(inquiry=inquiry).count() == 2
    assert inquiry_counts(inquiry.vendor)["total"] == 1


def test_the_last_day_itself_is_not_over(make_old):
    make_old(days_ago=0)
    assert purge_due() == 0
    assert "hana@example.org" in everything()


def test_doing_it_again_does_nothing(make_old):
    inquiry = make_old()
    purge_due()
    inquiry.refresh_from_db()
    when = inquiry.purged_at
    assert purge_due() == 0
    assert forget(inquiry.batch_key) == 0
    inquiry.refresh_from_db()
    assert inquiry.purged_at == when


def test_mails_that_wait_are_not_sent_any_more(make_old, mailoutbox):
    make_old()
    Notification.objects.update(status="waiting")
    purge_due()
    assert set(Notification.objects.filter(user=None).values_list("status", "email")) == {
        ("failed", "")
    }
    call_command("do_chores", stdout=StringIO())
    assert mailoutbox == []


def test_several_of_one_batch_go_together(make_old, product):
    batch = uuid.uuid4()
    make_old(batch_key=batch)
    other = make_product(product.get_parent())
    make_inquiry(other, batch_key=batch)
    stays = make_inquiry(product)
    assert forget(batch) == 2
    assert set(Inquiry.objects.filter(batch_key=batch).values_list("email", flat=True)) == {""}
    stays.refresh_from_db()
    assert stays.email == "hana@example.org"


def test_an_emptied_inquiry_cannot_be_answered_or_noted(make_old):
    inquiry = make_old()
    purge_due()
    member = make_member()
    with pytest.raises(Unanswerable):
        answer(inquiry, by=member, text="네.", seen=2)
    with pytest.raises(Unanswerable):
        add_note(inquiry, by=member, text="네.", seen=2)
    assert inquiry.messages.count() == 2


def test_the_portal_shows_an_emptied_inquiry(make_old, client, product):
    inquiry = make_old()
    purge_due()
    client.force_login(make_member(product.vendor))
    for address in ("", f"{inquiry.pk}/"):
        page = client.get(f"/ko/portal/inquiries/{address}")
        assert page.status_code == 200
        assert b"hana" not in page.content
    assert b"/answer/" not in client.get(f"/ko/portal/inquiries/{inquiry.pk}/").content


def test_the_command_tells_and_does(make_old):
    make_old()
    said = StringIO()
    call_command("purge_inquiries", dry_run=True, stdout=said)
    assert "1" in said.getvalue()
    assert "hana@example.org" in everything()
    call_command("purge_inquiries", stdout=said)
    assert "hana@example.org" not in everything()


def test_it_is_done_every_day(make_old):
    make_old()
    (chore,) = [one for one in chores.registered() if one.name == "purge inquiries"]
    assert chore.every_seconds == 86_400
    chores.do_due()
    assert "hana@example.org" not in everything()
    assert ChoreRun.objects.get(name="purge inquiries").error == ""
