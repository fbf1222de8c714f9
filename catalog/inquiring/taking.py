"""Keeping a visitor's inquiry and telling everybody who has to know."""

import datetime
import uuid
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from catalog.consenting import record
from catalog.models import ConsentText, Inquiry, ProductPage
from catalog.notifying import by_language, members_of, notify, notify_address
from center_site.groups import EDITORS
from center_site.languages import CHINESE, KOREAN, words


@transaction.atomic
def take_inquiry(
    products: Iterable[ProductPage],
    *,
    details: Mapping,
    consents: Iterable[ConsentText],
    language_code: str,
    batch_key: uuid.UUID,
) -> list[Inquiry]:
    """Keep one inquiry per company of these products, and tell company, centre and visitor.

    Posted again with the same key it changes nothing and tells nobody; what was kept the
    first time is returned.
    """
    kept = list(Inquiry.objects.filter(batch_key=batch_key))
    if kept:
        return kept
    consents = list(consents)
    routed = _by_company(products)
    inquiries = [
        _keep(vendor, theirs, details, consents, language_code, batch_key)
        for vendor, theirs in routed.items()
    ]
    if details["email"]:
        _confirm(inquiries[0], [product for theirs in routed.values() for product in theirs])
    return inquiries


def _by_company(products):
    routed = {}
    for product in products:
        routed.setdefault(product.vendor, []).append(product)
    return routed


def _keep(vendor, products, details, consents, language_code, batch_key):
    keep_days = datetime.timedelta(days=settings.INQUIRY_KEEP_DAYS)
    inquiry, is_new = Inquiry.objects.get_or_create(
        batch_key=batch_key,
        vendor=vendor,
        defaults={
            **details,
            "language_code": language_code,
            "purge_on": timezone.localdate() + keep_days,
        },
    )
    if is_new:
        inquiry.products.set(products)
        record(consents, inquiry=inquiry, language_code=language_code)
        _tell(inquiry, products)
    return inquiry


def _tell(inquiry, products):
    """The company's members and the centre's editors: that somebody asks, not who or what."""
    key = f"inquiry_received:{inquiry.pk}"
    context = {
        "asked": inquiry.kind,
        **by_language("vendor", inquiry.vendor, "name"),
        **names_of(products),
    }
    members = members_of(inquiry.vendor)
    portal, cms = f"portal/inquiries/{inquiry.pk}/", f"/cms/inquiries/{inquiry.pk}/"
    notify("inquiry_received", event_key=key, users=members, context=context, path=portal)
    notify("inquiry_received", event_key=key, users=editors(), context=context, path=cms)


def _confirm(inquiry, products):
    """Our words and published names only: whoever typed the address may be a stranger to it."""
    notify_address(
        "inquiry_confirmation",
        event_key=f"inquiry_confirmation:{inquiry.batch_key}",
        email=inquiry.email,
        language_code=inquiry.language_code,
        context={
            "asked": inquiry.kind,
            "keep_on": inquiry.purge_on.isoformat(),
            **names_of(products),
        },
    )


def editors():
    """Who hears of each inquiry at the centre."""
    return get_user_model().objects.filter(groups__name=EDITORS, is_active=True).distinct()


def names_of(products: Iterable[ProductPage]) -> dict:
    """The products' names for a context, joined as each language joins them."""
    products = list(products)
    return {
        f"products_{language.suffix}": joint.join(
            words(product, "title", language).text or product.title for product in products
        )
        for language, joint in ((KOREAN, ", "), (CHINESE, "、"))
    }
