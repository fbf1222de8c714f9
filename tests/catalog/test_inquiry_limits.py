"""One form is one inquiry however often it is sent, and nobody can flood a company."""

import threading

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from catalog.models import Consent, Inquiry
from tests.factories import make_product

from .inquiries import NEW, errors_of, filled, make_member


@pytest.fixture
def product(product_index):
    return make_product(product_index, slug="narumi", title_ko="나르미", title_zh="搬运侠")


def test_one_sender_is_stopped_after_five_an_hour(send_inquiry, product):
    for _number in range(5):
        assert send_inquiry(filled(product)).status_code == 302
    refused = send_inquiry(filled(product))
    assert refused.status_code == 429
    assert errors_of(refused) == {"__all__": ["too_many"]}
    assert "몇 대부터 주문할 수 있나요?" in refused.content.decode()
    assert Inquiry.objects.count() == 5
    assert send_inquiry(filled(product, email="other@example.org")).status_code == 302


def test_one_network_is_stopped_after_sixty_an_hour(client, product):
    for number in range(60):
        assert client.post(NEW, filled(product, email=f"{number}@example.org")).status_code == 302
    assert client.post(NEW, filled(product, email="next@example.org")).status_code == 429
    assert Inquiry.objects.count() == 60


def test_a_refused_form_stays_refused(send_inquiry, product):
    for _number in range(5):
        send_inquiry(filled(product))
    data = filled(product)
    assert [send_inquiry(data).status_code for _again in range(2)] == [429, 429]


def test_other_methods_are_refused(client, product):
    assert client.put(NEW).status_code == 405
    assert client.post("/ko/inquiries/sent/").status_code == 405


def test_a_post_from_elsewhere_is_refused(product):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post(NEW, filled(product)).status_code == 403
    assert Inquiry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_twenty_identical_posts_at_once_are_one_inquiry_and_one_mail(product):
    make_member(product.vendor, email="member@example.org")
    data = filled(product)
    start = threading.Barrier(20)
    answers = []

    def post():
        start.wait()
        answers.append(Client().post(NEW, data).status_code)
        connection.close()

    visitors = [threading.Thread(target=post) for _number in range(20)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert answers == [302] * 20
    assert Inquiry.objects.count() == 1
    assert Consent.objects.count() == 2
    assert sorted(message.to[0] for message in mail.outbox) == [
        "hana@example.org",
        "member@example.org",
    ]
