"""The texts in force, and what people answered to them."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from catalog.models import Consent, ConsentPurpose, ConsentText


class Purposes:
    """What is asked of whom, in the order in which it is asked."""

    ACCOUNT = (ConsentPurpose.TERMS, ConsentPurpose.PRIVACY, ConsentPurpose.CROSS_BORDER)
    INQUIRY = (ConsentPurpose.PRIVACY, ConsentPurpose.CROSS_BORDER)


def current_texts(purposes: Iterable[str]) -> list[ConsentText]:
    """The newest text of each purpose, in the order of `purposes`."""
    newest = {
        text.purpose: text
        for text in ConsentText.objects.filter(purpose__in=purposes).order_by("version")
    }
    return [newest[purpose] for purpose in purposes if purpose in newest]


@transaction.atomic
def record(
    texts: Iterable[ConsentText], *, user=None, inquiry=None, language_code: str
) -> list[Consent]:
    """Keep that a person agreed to these texts, in the language they were read in, now."""
    return [
        Consent.objects.create(text=text, user=user, inquiry=inquiry, language_code=language_code)
        for text in texts
    ]


def given(user, purposes: Iterable[str]) -> dict[str, Consent | None]:
    """For each purpose the person's latest consent that was not withdrawn, or None."""
    kept = {
        consent.text.purpose: consent
        for consent in Consent.objects.select_related("text").filter(
            user=user, text__purpose__in=purposes, withdrawn_at=None
        )
    }
    return {purpose: kept.get(purpose) for purpose in purposes}


def withdraw(user, *, purpose: str) -> int:
    """End the person's consent to a purpose; returns how many answers that were kept it ends.

    The answers stay, with the time they ended. While one is missing, the portal opens
    nothing but the account's own page to this person; what the company has published is
    the company's and stays.
    """
    return Consent.objects.filter(user=user, text__purpose=purpose, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
