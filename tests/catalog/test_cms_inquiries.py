"""The centre reads every company's inquiries, answers and closes them, and forgets on request."""

import logging

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import Inquiry
from tests.factories import make_product, make_user

from .inquiries import make_inquiry, make_member

LIST = "/cms/inquiries/"


@pytest.fixture
def product(product_index):
    return make_product(product_index, title_ko="나르미")


@pytest.fixture
def inquiry(product):
    return make_inquiry(product)


@pytest.fixture
def sign_in(client):
    def enter(*groups):
        user = make_user(groups=groups)
        client.force_login(user)
        return user

    return enter


@pytest.fixture
def send(client, django_capture_on_commit_callbacks):
    def post(inquiry, step, **fields):
        data = {f"{step}-{name}": value for name, value in fields.items()}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(f"{LIST}{inquiry.pk}/{step}/", data)

    return post


@pytest.mark.parametrize("group", ["Editors", "Reviewers"])
def test_staff_read_every_companys_inquiries(client, sign_in, inquiry, product, group):
    make_inquiry(make_product(product.get_parent()))
    sign_in(group)
    page = client.get(LIST)
    assert page.status_code == 200
    assert len(page.context["object_list"]) == 2
    assert f'href="{LIST}{inquiry.pk}/"' in page.content.decode()
    detail = client.get(f"{LIST}{inquiry.pk}/").content.decode()
    assert "몇 대부터 주문할 수 있나요?" in detail
    assert "hana@example.org" in detail


@pytest.mark.parametrize("address", ["", "1/", "1/forget/"])
def test_others_do_not(client, sign_in, inquiry, address):
    sign_in("Operators")
    assert client.get(LIST + address).status_code == 302
    client.force_login(make_member(inquiry.vendor))
    assert client.get(LIST + address).status_code in (302, 403)
    assert LIST not in client.get("/cms/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [("status=new", 1), ("status=closed", 1), ("kind=demo", 1), ("vendor={}", 2), ("vendor=x", 3)],
)
def test_the_list_is_narrowed(client, sign_in, inquiry, product, query, found):
    make_inquiry(product, status="closed", kind="demo")
    make_inquiry(make_product(product.get_parent()), status="answered")
    sign_in("Editors")
    page = client.get(f"{LIST}?{query.format(product.vendor.pk)}")
    assert len(page.context["object_list"]) == found


def test_the_centre_answers_and_closes(sign_in, send, inquiry):
    editor = sign_in("Editors")
    assert send(inquiry, "answer", seen=0, text="네.").status_code == 302
    assert [message.to for message in mail.outbox] == [["hana@example.org"]]
    send(inquiry, "note", seen=1, text="메모")
    send(inquiry, "state", seen=2, to="closed")
    inquiry.refresh_from_db()
    assert inquiry.status == "closed"
    assert [step.by for step in inquiry.messages.all()] == [editor] * 3


def test_what_cannot_be_done_is_said_and_the_text_kept(sign_in, send, inquiry):
    sign_in("Editors")
    response = send(inquiry, "answer", seen=5, text="네, 열 대부터입니다.")
    assert response.status_code == 200
    assert "네, 열 대부터입니다." in response.content.decode()
    assert response.context["answer_form"].has_error("__all__", "changed")
    assert (inquiry.messages.count(), mail.outbox) == (0, [])


def test_who_may_only_read_cannot_act(client, sign_in, send, inquiry):
    user = sign_in("Operators")
    user.user_permissions.add(*_permissions("view_inquiry"))
    page = client.get(f"{LIST}{inquiry.pk}/")
    assert page.status_code == 200
    assert "/forget/" not in page.content.decode()
    assert send(inquiry, "answer", seen=0, text="네.").status_code == 302
    assert client.post(f"{LIST}{inquiry.pk}/forget/").status_code == 302
    inquiry.refresh_from_db()
    assert (inquiry.status, inquiry.email, mail.outbox) == ("new", "hana@example.org", [])


def _permissions(*names):
    return Permission.objects.filter(codename__in=names)


def test_a_visitor_is_forgotten_on_request_after_a_second_look(client, sign_in, inquiry, product):
    other = make_inquiry(make_product(product.get_parent()), batch_key=inquiry.batch_key)
    sign_in("Reviewers")
    asked = client.get(f"{LIST}{inquiry.pk}/forget/")
    assert set(asked.context["batch"]) == {inquiry, other}
    assert Inquiry.objects.filter(purged_at=None).count() == 2
    for _again in range(2):
        assert client.post(f"{LIST}{inquiry.pk}/forget/").status_code == 302
    assert set(Inquiry.objects.values_list("name", "email")) == {("", "")}
    page = client.get(f"{LIST}{inquiry.pk}/").content.decode()
    assert "hana" not in page
    assert "/forget/" not in page


def test_the_deletion_is_logged_without_what_was_deleted(client, sign_in, inquiry, caplog):
    user = sign_in("Reviewers")
    with caplog.at_level(logging.INFO, "catalog"):
        client.post(f"{LIST}{inquiry.pk}/forget/")
    assert f"by user {user.pk}" in caplog.text
    assert "hana" not in caplog.text


def test_there_is_no_form_for_the_visitors_words(client, sign_in, inquiry):
    sign_in("Reviewers")
    for step in ("edit", "delete", "name"):
        assert client.get(f"{LIST}{inquiry.pk}/{step}/").status_code in (404, 405)
        assert client.post(f"{LIST}{inquiry.pk}/{step}/", {"name": "x"}).status_code in (404, 405)


def test_companies_and_products_are_listed_with_their_counts(client, sign_in, product):
    make_inquiry(product)
    make_inquiry(product)
    sign_in("Reviewers")
    vendors = client.get(reverse("wagtailsnippets_catalog_vendor:list"))
    assert [vendor.inquiry_total for vendor in vendors.context["object_list"]] == [2]
    assert [vendor.product_total for vendor in vendors.context["object_list"]] == [1]
    products = client.get(reverse("products:index"))
    assert [page.inquiry_total for page in products.context["object_list"]] == [2]


def test_the_list_asks_no_more_for_more_inquiries(client, sign_in, product):
    sign_in("Editors")

    def queries():
        client.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        return len(asked)

    make_inquiry(product)
    few = queries()
    for _number in range(20):
        make_inquiry(make_product(product.get_parent()))
    assert queries() == few
