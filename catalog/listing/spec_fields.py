"""Form fields of a single spec: what somebody types -> a value of the key's type."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .fields import NumberField

# Temperatures and angles have a zero by convention; counts can be none. Any other
# quantity that is stated is more than zero.
SIGNED_UNITS = {"℃", "°"}
COUNTED_UNITS = {"count", "score"}


class SpecNumberField(NumberField):
    """A Decimal in the key's unit."""

    def __init__(self, *, spec_key, **options):
        self.spec_key = spec_key
        super().__init__(**options)

    def validate_places(self, value):
        super().validate_places(value)
        if self.spec_key.value_type == self.spec_key.ValueType.INTEGER and value % 1:
            raise ValidationError(_("Enter a whole number."), code="not_whole")

    def validate_sign(self, value):
        unit = self.spec_key.unit
        if unit not in SIGNED_UNITS and not (value == 0 and unit in COUNTED_UNITS):
            super().validate_sign(value)


class SpecChoiceField(forms.TypedChoiceField):
    """One of the key's choices by its key, without a query per row: they come with the key."""

    def __init__(self, *, spec_key, **options):
        choices = {choice.key: choice for choice in spec_key.choices.all()}
        super().__init__(
            choices=[("", "–"), *((key, choice.name.text) for key, choice in choices.items())],
            coerce=choices.__getitem__,
            empty_value=None,
            required=False,
            **options,
        )

    def prepare_value(self, value):
        return value.key if hasattr(value, "key") else value

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
