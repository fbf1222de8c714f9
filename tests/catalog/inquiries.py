"""Inquiries as tests need them: what a browser sends, people who answer, rows."""

import datetime
import time
import uuid

from django.conf import settings
from django.core import signing
from django.utils import timezone

from catalog.consenting import Purposes, current_texts, make_texts
from catalog.inquiring import ticket
from catalog.models import Inquiry, Membership
from tests.factories import make_user, make_vendor

NEW = "/ko/inquiries/new/"


def ticket_of(seconds_ago=60, key=None):
    return signing.dumps([key or uuid.uuid4().hex, time.time() - seconds_ago], salt=ticket.SALT)


def consent_boxes():
    make_texts()
    texts = current_texts(Purposes.INQUIRY)
    return {f"consent-{text.purpose}-{text.version}": "on" for text in texts}


def filled(*products, drop=(), **changes):
    """What the browser posts for these products; `drop` names what is left out."""
    data = {
        "product": [product.slug for product in products],
        "kind": "quote",
        "name": "김하나",
        "organization": "하나물류",
        "email": "hana@example.org",
        "phone": "+82 10-1234-5678",
        "wanted_on": "",
        "message": "몇 대부터 주문할 수 있나요?",
        "website": "",
        "ticket": ticket_of(),
        **consent_boxes(),
        **changes,
    }
    return {name: value for name, value in data.items() if name not in drop}


def errors_of(response):
    return {
        name: [error.code for error in errors.as_data()]
        for name, errors in response.context["form"].errors.items()
    }


def make_member(vendor=None, **fields):
    """A company's owner, or a further member where it has one."""
    user = make_user(**fields)
    vendor = vendor or make_vendor()
    has_owner = vendor.memberships.filter(role="owner").exists()
    Membership.objects.create(user=user, vendor=vendor, role="editor" if has_owner else "owner")
    return user


def make_inquiry(*products, **fields):
    """One company's inquiry about these products."""
    defaults = {
        "vendor": products[0].vendor if products else None,
        "kind": "quote",
        "language_code": "ko",
        "name": "김하나",
        "organization": "하나물류",
        "email": "hana@example.org",
        "phone": "+82 10-1234-5678",
        "message": "몇 대부터 주문할 수 있나요?",
        "purge_on": timezone.localdate() + datetime.timedelta(days=settings.INQUIRY_KEEP_DAYS),
    }
    inquiry = Inquiry.objects.create(**{**defaults, **fields})
    inquiry.products.set(products)
    return inquiry
