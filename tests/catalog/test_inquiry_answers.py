"""Companies answer in the portal; every step is kept, and nobody reads another's inquiries."""

import threading

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.inquiring import inquiry_counts, read_history
from catalog.inquiring.answering import DAILY_ANSWERS
from catalog.models import Inquiry
from tests.factories import make_product, make_vendor

from .inquiries import make_inquiry, make_member

LIST = "/ko/portal/inquiries/"


@pytest.fixture
def product(product_index):
    return make_product(product_index, title_ko="나르미", title_zh="搬运侠")


@pytest.fixture
def member(client, product):
    user = make_member(product.vendor, email="member@example.org")
    client.force_login(user)
    return user


@pytest.fixture
def inquiry(product):
    return make_inquiry(product)


@pytest.fixture
def send(client, django_capture_on_commit_callbacks):
    def post(inquiry, step, **fields):
        prefix = {"answer": "answer", "note": "note", "state": "state"}[step]
        data = {f"{prefix}-{name}": value for name, value in fields.items()}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(f"{LIST}{inquiry.pk}/{step}/", data)

    return post


def codes(response, form):
    errors = response.context[form].errors.as_data()
    return {name: [error.code for error in found] for name, found in errors.items()}


def state(inquiry):
    """Everything that a step may change."""
    inquiry.refresh_from_db()
    return inquiry.status, inquiry.messages.count(), len(mail.outbox)


def test_an_answer_is_mailed_to_the_visitor_in_their_language(send, member, product):
    inquiry = make_inquiry(product, language_code="zh-hans")
    assert (
        send(inquiry, "answer", seen=0, text="열 대부터입니다.\n\n고맙습니다.").status_code == 302
    )
    (message,) = mail.outbox
    assert message.to == ["hana@example.org"]
    assert "搬运侠" in message.subject
    assert "> 열 대부터입니다.\n> \n> 고맙습니다.\n" in message.body
    assert message.reply_to == []
    assert f"/zh-hans/inquiries/new/?product={product.slug}\n" in message.body
    assert "member@example.org" not in message.body
    assert state(inquiry) == ("answered", 1, 1)
    assert inquiry.answered_at is not None
    (step,) = read_history(inquiry)
    assert (step.kind, step.by, step.is_sent) == ("answer", member, True)


def test_replies_reach_the_member_who_allows_it(send, member, inquiry):
    send(inquiry, "answer", seen=0, text="네.", share_address="on")
    assert mail.outbox[0].reply_to == ["member@example.org"]


def test_the_same_answer_sent_twice_is_one_answer(send, member, inquiry):
    send(inquiry, "answer", seen=0, text="네.")
    second = send(inquiry, "answer", seen=0, text="네.")
    assert codes(second, "answer_form") == {"__all__": ["changed"]}
    assert "네." in second.content.decode()
    assert state(inquiry) == ("answered", 1, 1)


def test_further_answers_follow_and_the_first_time_stays(send, member, inquiry):
    send(inquiry, "answer", seen=0, text="하나")
    inquiry.refresh_from_db()
    first = inquiry.answered_at
    send(inquiry, "answer", seen=1, text="둘")
    assert state(inquiry) == ("answered", 2, 2)
    assert inquiry.answered_at == first


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"text": " "}, "required"), ({"text": "가" * 4001}, "max_length"), ({}, "required")],
)
def test_an_answer_that_cannot_be_sent_is_not_lost(send, member, inquiry, fields, code):
    response = send(inquiry, "answer", seen=0, **fields)
    assert response.status_code == 200
    assert codes(response, "answer_form")["text"] == [code]
    assert state(inquiry) == ("new", 0, 0)


def test_whoever_left_only_a_number_is_called_and_that_is_noted(client, send, member, product):
    inquiry = make_inquiry(product, email="")
    page = client.get(f"{LIST}{inquiry.pk}/").content.decode()
    assert f"{LIST}{inquiry.pk}/answer/" not in page
    refused = send(inquiry, "answer", seen=0, text="네.")
    assert codes(refused, "answer_form") == {"__all__": ["unanswerable"]}
    send(inquiry, "note", seen=0, text="전화로 답함", is_call="on")
    assert state(inquiry) == ("answered", 1, 0)
    assert read_history(inquiry)[0].kind == "call"


def test_a_note_is_never_mailed_and_changes_no_state(send, member, inquiry):
    send(inquiry, "note", seen=0, text="내일 확인")
    assert state(inquiry) == ("new", 1, 0)
    assert read_history(inquiry)[0].kind == "note"


def test_closed_and_opened_again(send, member, inquiry):
    send(inquiry, "state", seen=0, to="closed")
    assert state(inquiry)[0] == "closed"
    refused = send(inquiry, "answer", seen=1, text="네.")
    assert codes(refused, "answer_form") == {"__all__": ["unanswerable"]}
    send(inquiry, "state", seen=1, to="open")
    assert state(inquiry)[0] == "new"
    send(inquiry, "answer", seen=2, text="네.")
    send(inquiry, "state", seen=3, to="closed")
    send(inquiry, "state", seen=4, to="open")
    assert state(inquiry)[0] == "answered"
    kinds = [step.kind for step in read_history(inquiry)]
    assert kinds == ["closed", "reopened", "answer", "closed", "reopened"]


@pytest.mark.parametrize("to", ["open", "new", "answered", ""])
def test_an_open_inquiry_can_only_be_closed(send, member, inquiry, to):
    assert send(inquiry, "state", seen=0, to=to).status_code == 200
    assert state(inquiry) == ("new", 0, 0)


def test_another_companys_inquiries_are_not_there(client, send, member, product_index):
    other = make_inquiry(make_product(product_index))
    assert list(client.get(LIST).context["page"]) == []
    assert client.get(f"{LIST}{other.pk}/").status_code == 404
    for step, fields in {
        "answer": {"text": "네."},
        "note": {"text": "네."},
        "state": {"to": "closed"},
    }.items():
        assert send(other, step, seen=0, **fields).status_code == 404
    assert state(other) == ("new", 0, 0)


@pytest.mark.parametrize("step", ["answer", "note", "state"])
def test_reading_an_address_does_nothing(client, member, inquiry, step):
    assert client.get(f"{LIST}{inquiry.pk}/{step}/").status_code == 405


def test_visitors_and_people_without_a_company_see_nothing(inquiry):
    for address in (LIST, f"{LIST}{inquiry.pk}/"):
        assert Client().get(address).status_code == 302


def test_the_list_is_narrowed_by_state_and_counts(client, member, product):
    make_inquiry(product)
    make_inquiry(product, status="closed")
    page = client.get(f"{LIST}?status=closed")
    assert [one.status for one in page.context["page"]] == ["closed"]
    assert [(key, count, chosen) for key, _label, count, chosen in page.context["tabs"]] == [
        ("", 2, False),
        ("new", 1, False),
        ("answered", 0, False),
        ("closed", 1, True),
    ]
    assert len(client.get(f"{LIST}?status=nonsense").context["page"]) == 2


def test_counts_by_company(product):
    other = make_product(product.get_parent(), vendor=product.vendor)
    make_inquiry(product, other)
    make_inquiry(product, status="answered")
    assert inquiry_counts(product.vendor) == {"new": 1, "answered": 1, "closed": 0, "total": 2}
    assert inquiry_counts(make_vendor())["total"] == 0


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_both_screens_are_there_in_both_languages(client, member, inquiry, language):
    for address in ("portal/inquiries/", f"portal/inquiries/{inquiry.pk}/"):
        page = client.get(f"/{language}/{address}")
        assert page.status_code == 200
        assert "no-store" in page.headers["Cache-Control"]
        assert ("나르미" if language == "ko" else "搬运侠") in page.content.decode()


def test_neither_screen_asks_more_for_more(client, member, product):
    def queries(address):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    first = make_inquiry(product)
    one = queries(LIST)
    detail = queries(f"{LIST}{first.pk}/")
    for _number in range(20):
        make_inquiry(product, make_product(product.get_parent(), vendor=product.vendor))
    for number in range(20):
        first.messages.create(text=str(number), by=member)
    assert queries(LIST) == one <= 10
    assert queries(f"{LIST}{first.pk}/") == detail <= 10


@pytest.mark.django_db(transaction=True)
def test_two_members_who_answer_at_once_send_one_answer(product, inquiry):
    people = [make_member(product.vendor), make_member(product.vendor)]
    clients = [Client() for _person in people]
    for visitor, person in zip(clients, people, strict=True):
        visitor.force_login(person)
    start = threading.Barrier(2)
    answers = []

    def post(visitor):
        start.wait()
        data = {"answer-seen": 0, "answer-text": "네."}
        answers.append(visitor.post(f"{LIST}{inquiry.pk}/answer/", data).status_code)
        connection.close()

    threads = [threading.Thread(target=post, args=[visitor]) for visitor in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 302]
    assert len(mail.outbox) == 1
    assert Inquiry.objects.get().messages.count() == 1


def test_nobody_has_us_write_on_and_on_to_an_address(send, member, inquiry):
    for seen in range(DAILY_ANSWERS):
        send(inquiry, "answer", text="답변입니다.", seen=seen)
    before = state(inquiry)
    response = send(inquiry, "answer", text="광고입니다.", seen=DAILY_ANSWERS)
    assert codes(response, "answer_form") == {"__all__": ["too_many"]}
    assert (state(inquiry), before[1]) == (before, DAILY_ANSWERS)
