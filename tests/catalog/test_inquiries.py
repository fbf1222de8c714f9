"""Visitors ask companies: once, with both consents, about published products only."""

import datetime

import pytest
from django.core import mail
from django.utils import timezone

from catalog.models import Consent, Inquiry, Notification
from tests.factories import make_product, make_user, make_vendor

from .inquiries import NEW, consent_boxes, errors_of, filled, make_member, ticket_of

XSS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
]


@pytest.fixture
def product(product_index):
    return make_product(product_index, slug="narumi", title_ko="나르미", title_zh="搬运侠")


def test_the_product_page_leads_to_the_form_in_both_languages(client, product):
    for language in ("ko", "zh-hans"):
        page = client.get(f"/{language}/products/narumi/").content.decode()
        assert f'href="/{language}/inquiries/new/?product=narumi"' in page
        form = client.get(f"/{language}/inquiries/new/?product=narumi")
        assert form.status_code == 200
        assert "no-store" in form.headers["Cache-Control"]
        assert 'name="ticket"' in form.content.decode()
        assert "checked" not in form.content.decode().partition("consent__text")[2]


def test_product_pages_set_no_cookie_for_it(client, product):
    assert client.get("/ko/products/narumi/").cookies == {}


def test_an_inquiry_is_kept_with_consents_and_told_to_those_concerned(send_inquiry, product):
    member = make_member(product.vendor)
    editor = make_user(groups=["Editors"])
    make_member()  # of another company
    response = send_inquiry(filled(product))
    assert response.status_code == 302
    assert response.headers["Location"] == "/ko/inquiries/sent/?product=narumi"
    inquiry = Inquiry.objects.get()
    assert (inquiry.vendor, list(inquiry.products.all())) == (product.vendor, [product])
    assert (inquiry.name, inquiry.email, inquiry.phone) == (
        "김하나",
        "hana@example.org",
        "+82 10-1234-5678",
    )
    assert (inquiry.status, inquiry.kind, inquiry.language_code) == ("new", "quote", "ko")
    assert inquiry.purge_on == timezone.localdate() + datetime.timedelta(days=365)
    assert {consent.text.purpose for consent in Consent.objects.filter(inquiry=inquiry)} == {
        "privacy",
        "cross_border",
    }
    assert sorted(message.to[0] for message in mail.outbox) == sorted(
        [member.email, editor.email, "hana@example.org"]
    )
    paths = {told.email: told.path for told in Notification.objects.all()}
    assert paths[member.email] == f"portal/inquiries/{inquiry.pk}/"
    assert paths[editor.email] == f"/cms/inquiries/{inquiry.pk}/"


def test_no_mail_carries_what_the_visitor_typed(send_inquiry, product):
    make_member(product.vendor)
    make_user(groups=["Editors"])
    send_inquiry(
        filled(product, name="광고문구", organization="사세요", message="http://spam.example")
    )
    assert len(mail.outbox) == 3
    for message in mail.outbox:
        whole = message.subject + message.body + message.alternatives[0][0]
        for typed in ("광고문구", "사세요", "spam.example", "1234"):
            assert typed not in whole


def test_products_of_two_companies_are_two_inquiries_and_one_confirmation(
    send_inquiry, product_index
):
    first, second, third = (make_product(product_index) for _number in range(3))
    third.vendor = first.vendor
    third.save()
    send_inquiry(filled(first, second, third))
    rows = {inquiry.vendor: set(inquiry.products.all()) for inquiry in Inquiry.objects.all()}
    assert rows == {first.vendor: {first, third}, second.vendor: {second}}
    assert len(set(Inquiry.objects.values_list("batch_key", flat=True))) == 1
    assert [message.to for message in mail.outbox] == [["hana@example.org"]]


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_the_visitor_is_answered_in_the_language_of_the_page(send_inquiry, product, language):
    send_inquiry(filled(product), f"/{language}/inquiries/new/")
    assert Inquiry.objects.get().language_code == language
    assert ("나르미" if language == "ko" else "搬运侠") in mail.outbox[0].subject


def test_the_same_form_posted_again_is_the_same_inquiry(send_inquiry, product):
    data = filled(product)
    for _again in range(3):
        assert send_inquiry(data).status_code == 302
    assert (Inquiry.objects.count(), len(mail.outbox)) == (1, 1)
    other = make_product(product.get_parent())
    assert send_inquiry({**data, "product": [other.slug]}).status_code == 302
    assert Inquiry.objects.count() == 1


def test_drafts_and_unknown_products_are_named_and_left_out(client, send_inquiry, product):
    draft = make_product(product.get_parent(), slug="not-yet", live=False)
    hidden = make_product(product.get_parent(), vendor=make_vendor(live=False))
    slugs = f"product=narumi&product={draft.slug}&product={hidden.slug}&product=nothing"
    page = client.get(f"{NEW}?{slugs}")
    assert page.context["products"] == [product]
    assert page.context["unknown"] == ["not-yet", hidden.slug, "nothing"]
    assert send_inquiry(filled(product, draft)).status_code == 302
    assert list(Inquiry.objects.get().products.all()) == [product]


@pytest.mark.parametrize("query", ["", "?product=nothing", "?product=%3Cscript%3E", "?kind=x"])
def test_without_a_product_there_is_a_way_to_one_and_no_form(client, product, query):
    page = client.get(NEW + query)
    assert page.status_code == 200
    assert b'name="ticket"' not in page.content
    assert b"<script>" not in page.content
    assert client.post(NEW, filled()).status_code == 200
    assert Inquiry.objects.count() == 0


def test_products_are_added_by_search_and_left_out_again(client, product):
    other = make_product(product.get_parent(), slug="nalda", title_ko="날다")
    page = client.get(f"{NEW}?product=narumi&q=날다")
    assert page.context["found"] == [(other, "?product=narumi&product=nalda")]
    both = client.get(f"{NEW}?product=narumi&product=nalda")
    assert both.context["chosen"] == [(product, "?product=nalda"), (other, "?product=narumi")]


def test_no_more_than_ten_products(client, product_index):
    products = [make_product(product_index) for _number in range(12)]
    page = client.get(NEW, {"product": [one.slug for one in products]})
    assert page.context["products"] == products[:10]
    assert page.context["is_full"]


MISTAKES = {
    "no name": ({"name": " "}, "name", "required"),
    "no message": ({"message": ""}, "message", "required"),
    "no way to answer": ({"email": "", "phone": ""}, "email", "required"),
    "a call without a number": ({"kind": "call", "phone": ""}, "phone", "required"),
    "no address": ({"email": "hana"}, "email", "invalid"),
    "two addresses": ({"email": "a@example.org,b@example.org"}, "email", "invalid"),
    "a header in the address": ({"email": "a@example.org\nBcc: b@example.org"}, "email", "invalid"),
    "no number": ({"phone": "call me"}, "phone", "invalid"),
    "a long name": ({"name": "가" * 81}, "name", "max_length"),
    "a long message": ({"message": "가" * 2001}, "message", "max_length"),
    "another kind": ({"kind": "spam"}, "kind", "invalid_choice"),
    "a day gone by": ({"kind": "demo", "wanted_on": "2020-01-01"}, "wanted_on", "day"),
    "no day": ({"kind": "demo", "wanted_on": "soon"}, "wanted_on", "invalid"),
    "trapped": ({"website": "http://spam.example"}, "website", "trap"),
    "too quick": ({"ticket": ticket_of(seconds_ago=-600)}, "__all__", "quick"),
    "too old": ({"ticket": "made-up"}, "__all__", "stale"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_are_named_and_nothing_typed_is_lost(send_inquiry, product, name):
    changes, field, code = MISTAKES[name]
    response = send_inquiry(filled(product, **changes))
    assert response.status_code == 200
    assert code in errors_of(response)[field]
    assert (Inquiry.objects.count(), mail.outbox) == (0, [])
    page = response.content.decode()
    if "message" not in changes:
        assert "몇 대부터 주문할 수 있나요?" in page
    if "email" not in changes:
        assert 'value="hana@example.org"' in page
    assert 'role="alert"' in page


@pytest.mark.parametrize("purpose", ["privacy", "cross_border"])
def test_each_consent_is_needed_and_asked_apart(send_inquiry, product, purpose):
    (box,) = [name for name in consent_boxes() if f"consent-{purpose}-" in name]
    response = send_inquiry(filled(product, drop=[box]))
    assert errors_of(response) == {box: ["required"]}
    assert Inquiry.objects.count() == 0


def test_a_form_refused_for_its_age_can_be_sent_again(send_inquiry, product):
    response = send_inquiry(filled(product, ticket="made-up"))
    renewed = response.context["form"].data["ticket"]
    assert renewed != "made-up"
    assert f'value="{renewed}"' in response.content.decode()


def test_a_day_is_kept_for_demonstrations_and_calls_only(send_inquiry, product):
    day = timezone.localdate() + datetime.timedelta(days=7)
    send_inquiry(filled(product, wanted_on=day.isoformat()))
    send_inquiry(filled(product, kind="demo", wanted_on=day.isoformat()))
    kept = dict(Inquiry.objects.values_list("kind", "wanted_on"))
    assert kept == {"quote": None, "demo": day}


def test_full_width_numbers_and_broken_lines_are_made_plain(send_inquiry, product):
    send_inquiry(filled(product, phone="０１０－１２３４－５６７８", name="김\r\nBcc: 하나"))
    inquiry = Inquiry.objects.get()
    assert (inquiry.phone, inquiry.name) == ("010-1234-5678", "김 Bcc: 하나")


def test_a_company_that_has_nobody_is_told_by_the_centre(send_inquiry, product):
    editor = make_user(groups=["Editors"])
    send_inquiry(filled(product, email=""))
    assert [message.to for message in mail.outbox] == [[editor.email]]


@pytest.mark.parametrize("payload", XSS)
def test_nothing_that_is_typed_runs(client, send_inquiry, product, payload):
    fields = ("name", "organization", "message", "email", "phone", "wanted_on", "kind")
    page = send_inquiry(filled(product, **dict.fromkeys(fields, payload))).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<svg/onload" not in page
    response = send_inquiry(filled(product, name=payload, organization=payload, message=payload))
    assert response.status_code == 302
    client.force_login(make_member(product.vendor))
    inquiry = Inquiry.objects.get()
    for address in ("/ko/portal/inquiries/", f"/ko/portal/inquiries/{inquiry.pk}/"):
        shown = client.get(address).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "<svg/onload" not in shown
