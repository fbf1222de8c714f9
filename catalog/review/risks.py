"""What in a submission deserves a second look. Marks are kept by key, with the submission."""

import re

from django.utils.translation import gettext_lazy as _

from catalog.models import ProductPage, Vendor
from catalog.translation import all_words
from center_site.languages import LANGUAGES

NEW_COMPANY, PRICE, LINKS, CERTIFICATES, CONTACTS, ORIGIN = (
    "new_company",
    "price_changed",
    "external_links",
    "certificates",
    "contacts",
    "origin",
)
RISKS = {
    NEW_COMPANY: _("New company"),
    PRICE: _("Price changed by more than half"),
    LINKS: _("Links in the text"),
    CERTIFICATES: _("New certificate claims"),
    CONTACTS: _("Contact data in the text"),
    ORIGIN: _("Made abroad"),
}
# Names of hosts and people have an end, so that no text takes long to look through.
LINK = re.compile(
    r"https?:|www\.|\b[a-z0-9-]{1,63}\.(?:com|net|org|cn|kr|io|ai|top|xyz|shop|cc|me|info|biz)\b",
    re.I,
)
CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.\w+)+"
    r"|(?<!\d)(?:01\d|1[3-9]\d)[- ]?\d{3,4}[- ]?\d{4}(?!\d)"
    r"|(?<!\d)0\d{1,3}-\d{3,4}-\d{4}(?!\d)"
)


def risks_of(vendor: Vendor, page: ProductPage, live: ProductPage | None) -> list[str]:
    """The marks of a submitted page, compared with the one that is public, if any."""
    text = "\n".join(text for language in LANGUAGES for text in all_words(page, language))
    addresses = CONTACT.sub(" ", text)
    found = {
        NEW_COMPANY: not vendor.is_verified or not vendor.products.published().exists(),
        PRICE: live is not None and _is_another_price(page, live),
        LINKS: bool(LINK.search(addresses)),
        CERTIFICATES: bool(_claims(page) - (_claims(live) if live else set())),
        CONTACTS: bool(CONTACT.search(text)),
        ORIGIN: page.origin_country != vendor.country_code,
    }
    return [key for key, is_found in found.items() if is_found]


def _is_another_price(page, live):
    if live.price_minimum is None or page.price_minimum is None:
        return False
    if page.price_currency != live.price_currency:
        return True
    pairs = (_span(live), _span(page))
    return any(abs(now - before) * 2 > before for before, now in zip(*pairs, strict=True))


def _span(page):
    return page.price_minimum, page.price_maximum or page.price_minimum


def _claims(page):
    """Each certificate with all that the company says of it."""
    return {
        (item.mark_id, item.number, item.holder, item.model, item.issued_on, item.expires_on)
        for item in page.certificates.all()
    }
