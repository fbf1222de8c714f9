"""Form fields of a single spec: what an editor types -> a value of the key's type.

A refused value stays in its input as it was typed; the message says what to do.
"""

import re
import unicodedata
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.formatting import format_number

NUMBER = re.compile(r"[-+]?[0-9]{1,30}(\.[0-9]{1,30})?")
LARGEST = Decimal(10) ** 14
DECIMAL_PLACES = 6
# Temperatures and angles have a zero by convention; counts can be none. Any other
# quantity that is stated is more than zero.
SIGNED_UNITS = {"℃", "°"}
COUNTED_UNITS = {"count", "score"}


class SpecNumberField(forms.Field):
    """A Decimal in the key's unit, typed with or without thousands separators.

    A text input, not `type=number`: browsers submit nothing at all for a number they
    cannot read, and what the editor typed would be lost.
    """

    def __init__(self, *, spec_key, **options):
        self.spec_key = spec_key
        super().__init__(required=False, **options)
        self.widget.attrs.update(inputmode="decimal", autocomplete="off")

    def prepare_value(self, value):
        return format_number(value).replace(",", "") if isinstance(value, Decimal) else value

    def to_python(self, value):
        text = unicodedata.normalize("NFKC", value or "").replace("−", "-")
        text = re.sub(r"[,\s]", "", text)
        if not text:
            return None
        if not NUMBER.fullmatch(text):
            raise ValidationError(_("Enter a number, such as 1,320 or 0.5."), code="not_a_number")
        return Decimal(text)

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        if abs(value) >= LARGEST:
            raise ValidationError(_("This number is too large."), code="too_large")
        if value != round(value, DECIMAL_PLACES):
            raise ValidationError(_("At most six decimal places fit."), code="too_fine")
        if self.spec_key.value_type == self.spec_key.ValueType.INTEGER and value % 1:
            raise ValidationError(_("Enter a whole number."), code="not_whole")
        self.validate_sign(value)

    def validate_sign(self, value):
        unit = self.spec_key.unit
        if unit in SIGNED_UNITS or (value == 0 and unit in COUNTED_UNITS):
            return
        if value <= 0:
            raise ValidationError(_("Enter a number greater than zero."), code="not_positive")

    def has_changed(self, initial, data):
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


class SpecChoiceField(forms.TypedChoiceField):
    """One of the key's choices, without a query per row: they come with the key."""

    def __init__(self, *, spec_key, **options):
        choices = {str(choice.pk): choice for choice in spec_key.choices.all()}
        super().__init__(
            choices=[("", "–"), *((pk, choice.name.text) for pk, choice in choices.items())],
            coerce=choices.__getitem__,
            empty_value=None,
            required=False,
            **options,
        )

    def prepare_value(self, value):
        return str(value.pk) if hasattr(value, "pk") else value

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != (data or None)


class SpecFlagField(forms.TypedChoiceField):
    """Yes, no or unknown."""

    ANSWERS = {"yes": True, "no": False}

    def __init__(self, **options):
        super().__init__(
            choices=[("", _("Unknown")), ("yes", _("Yes")), ("no", _("No"))],
            coerce=self.ANSWERS.__getitem__,
            empty_value=None,
            required=False,
            **options,
        )

    def prepare_value(self, value):
        return {True: "yes", False: "no"}.get(value, value) if value is not None else ""

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != (data or "")
