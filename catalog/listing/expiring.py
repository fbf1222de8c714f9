"""Certificates that run out: their companies are told in time."""

import datetime

from django.utils import timezone

from catalog.models import ProductCertificate
from catalog.notifying import by_language, members_of, notify

WARNING_DAYS = 60


def warn_of_expiring_certificates() -> int:
    """Tell companies of the certificates on their public pages that end within 60 days.

    Once for each certificate and day of expiry, however often this runs. Gives their number.
    """
    today = timezone.localdate()
    ending = ProductCertificate.objects.filter(
        product__live=True,
        expires_on__range=(today, today + datetime.timedelta(days=WARNING_DAYS)),
    ).select_related("mark", "product__vendor", "product__submission")
    for certificate in ending:
        _warn(certificate)
    return len(ending)


def _warn(certificate):
    page = certificate.product
    submission = getattr(page, "submission", None)
    key = f"{page.pk}:{certificate.mark.key}:{certificate.number}:{certificate.expires_on}"
    notify(
        "certificate_expiring",
        event_key=f"certificate_expiring:{key}"[:120],
        users=members_of(page.vendor),
        context={
            **by_language("listing", page, "title"),
            **by_language("mark", certificate.mark, "name"),
            "expires_on": f"{certificate.expires_on}",
        },
        path=f"portal/listings/{submission.pk}/" if submission else "",
    )
