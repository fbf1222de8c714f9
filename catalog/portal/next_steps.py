"""What a company has yet to do before its listings can appear, and what would make it safer."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.models import Membership
from center_site.languages import LANGUAGES
from center_site.middleware import has_second_step


@dataclass(frozen=True)
class Step:
    """One thing to do: what, why, and the address's name where it is done."""

    name: str
    label: str
    reason: str
    url_name: str


def next_steps(membership: Membership) -> list[Step]:
    """The steps that are open, the most pressing first; none when all is done."""
    vendor = membership.vendor
    verification = vendor.verifications.first()
    steps = []
    if not vendor.is_verified and (not verification or verification.status != "submitted"):
        steps.append(_verify())
    if not _is_complete(vendor) and not vendor.profile_changes.filter(status="submitted").exists():
        steps.append(_complete())
    if not has_second_step(membership.user):
        steps.append(_secure())
    return steps


def _is_complete(vendor):
    """Whether the company's page has its words in both languages."""
    return all(
        getattr(vendor, f"{name}_{language.suffix}")
        for name in ("name", "summary")
        for language in LANGUAGES
    )


def _verify():
    return Step(
        "verify",
        _("Have the company verified"),
        _("Listings are approved for verified companies only."),
        "portal_company_verification",
    )


def _complete():
    return Step(
        "complete",
        _("Complete the company page"),
        _("Give its name and a summary in Korean and in Chinese."),
        "portal_company",
    )


def _secure():
    return Step(
        "secure",
        _("Add a second step of sign-in"),
        _("A passkey or an authenticator app keeps others out, even with your password."),
        "mfa_index",
    )
