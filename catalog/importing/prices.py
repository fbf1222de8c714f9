"""A product record's price -> the price columns of a ProductPage."""

from decimal import Decimal

from django.utils.translation import gettext as _

from catalog.models import ProductPage

from .records import BadRecord, read_number, read_partial_date, read_text, shown

CENT = Decimal("0.01")
LARGEST = Decimal(10) ** 12


def read_price(page: ProductPage, record: dict) -> None:
    """Write a record's price into `page`; no price means "on request". Raises BadRecord."""
    price = record.get("price")
    page.price_minimum = page.price_maximum = page.price_as_of_on = None
    page.price_currency = page.price_period = page.price_source = ""
    page.price_basis, page.is_tax_included = page.PriceBasis.LIST, None
    if price is None:
        return
    if not isinstance(price, dict):
        raise BadRecord("price", _("an object is expected"))
    _read_basis(page, price)
    page.price_source = read_text(price, "source", limit=300, path="price.source")
    page.price_as_of_on = read_partial_date(price, "asof", "price.asof")
    if price.get("amount") is None:
        return
    _read_amounts(page, price)
    currency = price.get("currency")
    if currency not in page.Currency.values:
        raise BadRecord(
            "price.currency", _("“%(value)s” is not a known currency") % {"value": shown(currency)}
        )
    page.price_currency = currency


def _read_amounts(page, price):
    page.price_minimum = _read_amount(price["amount"], "price.amount")
    if price.get("amount_max") is None:
        return
    page.price_maximum = _read_amount(price["amount_max"], "price.amount_max")
    if page.price_maximum < page.price_minimum:
        raise BadRecord("price.amount_max", _("the maximum is below the minimum"))


def _read_amount(value, path):
    amount = read_number(value, path)
    if amount <= 0:
        raise BadRecord(path, _("a price is more than zero"))
    if amount >= LARGEST:
        raise BadRecord(path, _("is too large"))
    if amount != amount.quantize(CENT):
        raise BadRecord(path, _("a price has at most two decimals"))
    return amount.quantize(CENT)


def _read_basis(page, price):
    """The taxonomy's price basis says what the amount is, its period, or its tax."""
    basis = read_text(price, "basis", limit=40, path="price.basis")
    if basis in page.PriceBasis.values:
        page.price_basis = basis
    elif basis in page.PricePeriod.values:
        page.price_period = basis
    elif basis in ("vat_included", "vat_excluded"):
        page.is_tax_included = basis == "vat_included"
    elif basis not in ("", "on_request"):
        raise BadRecord(
            "price.basis", _("“%(value)s” is not in the taxonomy") % {"value": shown(basis)}
        )
