"""What must never be false of a product, and the states its languages can be in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LanguageState(models.TextChoices):
    """How far one language of a product is, as `translation.py` derives it."""

    MISSING = "missing", _("Missing")
    DRAFT = "draft", _("Draft")
    OUTDATED = "outdated", _("Out of date")
    READY = "ready", _("Ready")


class SourceLanguage(models.TextChoices):
    KOREAN = "ko", _("Korean")
    CHINESE = "zh-hans", _("Chinese")


CONSTRAINTS = [
    models.CheckConstraint(
        condition=models.Q(price_minimum__gt=0) | models.Q(price_minimum=None),
        name="product_price_positive",
        violation_error_message=_("A price is more than zero."),
    ),
    models.CheckConstraint(
        condition=models.Q(price_maximum=None)
        | models.Q(price_maximum__gte=models.F("price_minimum")),
        name="product_price_range_in_order",
        violation_error_message=_("The highest price is not below the lowest."),
    ),
    models.CheckConstraint(
        condition=models.Q(price_minimum=None, price_maximum=None)
        | (models.Q(price_minimum__isnull=False) & ~models.Q(price_currency="")),
        name="product_price_has_currency",
        violation_error_message=_("Give the price its currency."),
    ),
    models.CheckConstraint(
        condition=models.Q(minimum_order_quantity=None) | models.Q(minimum_order_quantity__gt=0),
        name="product_moq_positive",
        violation_error_message=_("A minimum order is at least one."),
    ),
    models.CheckConstraint(
        condition=models.Q(origin_country__in=["KR", "CN"]), name="product_origin_known"
    ),
]
