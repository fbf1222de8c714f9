"""Form fields for what companies type: numbers, dates and lines as they write them.

A refused value stays in its input as it was typed; the message says what to do.
"""

import datetime
import re
import unicodedata
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.formatting import format_number

NUMBER = re.compile(r"[-+]?[0-9]{1,30}(\.[0-9]{1,30})?")
LARGEST = Decimal(10) ** 14
LARGEST_AMOUNT = Decimal(10) ** 12
LARGEST_COUNT = 1_000_000
# What no reader sees and some software obeys, the marks that turn writing round included.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029")
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
HALF = re.compile(r"([0-9]{4})-?[Hh]([12])")
EARLIEST_YEAR, LATEST_YEAR = 1950, 2100


def plain(text):
    """The text without what cannot be seen, its lines ended one way."""
    return UNSEEN.sub("", LINE_ENDS.sub("\n", text))


class WordsField(forms.CharField):
    """Words of one language. Markup in it is text like any other; pages escape it."""

    def __init__(self, **options):
        super().__init__(required=False, **options)

    def to_python(self, value):
        return super().to_python(plain(value) if isinstance(value, str) else value)

    def widget_attrs(self, widget):
        """Without `maxlength`: a browser would cut off what is pasted, and say nothing."""
        return {}


class LinesField(forms.CharField):
    """A list, one entry a line. Empty lines stay where others follow: places have meaning."""

    def __init__(self, *, most, longest, **options):
        self.most = most
        self.longest = longest
        super().__init__(required=False, strip=False, widget=forms.Textarea, **options)

    def to_python(self, value):
        lines = [line.strip() for line in plain(super().to_python(value)).split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def validate(self, value):
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(
                _("Give at most %(most)d lines."), code="too_many", params={"most": self.most}
            )
        for number, line in enumerate(value, 1):
            if len(line) > self.longest:
                raise ValidationError(
                    _("Line %(number)d is longer than %(longest)d characters."),
                    code="too_long",
                    params={"number": number, "longest": self.longest},
                )

    def run_validators(self, value):
        """The lines were measured one by one; validators of one text do not apply."""


class NumberField(forms.Field):
    """A Decimal, typed with or without thousands separators, full-width digits included.

    A text input, not `type=number`: browsers submit nothing at all for a number they
    cannot read, and what was typed would be lost.
    """

    largest = LARGEST
    places = 6

    def __init__(self, **options):
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
        if abs(value) >= self.largest:
            raise ValidationError(_("This number is too large."), code="too_large")
        self.validate_places(value)
        self.validate_sign(value)

    def validate_places(self, value):
        if value != round(value, self.places):
            raise ValidationError(_("At most six decimal places fit."), code="too_fine")

    def validate_sign(self, value):
        if value <= 0:
            raise ValidationError(_("Enter a number greater than zero."), code="not_positive")

    def has_changed(self, initial, data):
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


class AmountField(NumberField):
    """An amount of money."""

    largest = LARGEST_AMOUNT

    def validate_places(self, value):
        if value != round(value, 2):
            raise ValidationError(_("A price has at most two decimals."), code="too_fine")


class CountField(NumberField):
    """A whole number of days, months or pieces."""

    largest = LARGEST_COUNT

    def __init__(self, *, least=0, **options):
        self.least = least
        super().__init__(**options)
        self.widget.attrs.update(inputmode="numeric")

    def validate_places(self, value):
        if value % 1:
            raise ValidationError(_("Enter a whole number."), code="not_whole")

    def validate_sign(self, value):
        if value < self.least:
            raise ValidationError(
                _("Enter %(least)d or more."), code="too_small", params={"least": self.least}
            )

    def clean(self, value):
        number = super().clean(value)
        return None if number is None else int(number)


class ReleaseField(forms.CharField):
    """(first day, precision) of "2024", "2024-H1", "2024-05" or "2024-05-13"; None for nothing."""

    def __init__(self, **options):
        super().__init__(required=False, max_length=40, **options)

    def to_python(self, value):
        text = unicodedata.normalize("NFKC", super().to_python(value))
        text = re.sub(r"[\s./년年월月]+", "-", re.sub(r"[일日\s]+$", "", text)).strip("-")
        if not text:
            return None
        try:
            return self._read(text)
        except (AttributeError, ValueError):
            raise ValidationError(
                _("Enter a year, half-year, month or day: 2024, 2024-H1, 2024-05 or 2024-05-13."),
                code="not_a_date",
            ) from None

    def _read(self, text):
        if found := HALF.fullmatch(text):
            return datetime.date(int(found[1]), 1 if found[2] == "1" else 7, 1), "half"
        year, month, day = DAY.fullmatch(text).groups()
        precision = "day" if day else "month" if month else "year"
        return datetime.date(int(year), int(month or 1), int(day or 1)), precision

    def validate(self, value):
        if value and not EARLIEST_YEAR <= value[0].year <= LATEST_YEAR:
            raise ValidationError(_("This year cannot be right."), code="not_a_date")

    def run_validators(self, value):
        """The text was read already; validators of text do not apply."""


class DayField(forms.DateField):
    """A day as browsers send it, 2026-11-22."""

    def __init__(self, **options):
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "max": "2100-12-31"})
        super().__init__(required=False, input_formats=["%Y-%m-%d"], widget=widget, **options)

    def to_python(self, value):
        return super().to_python(value.strip() if isinstance(value, str) else value)


class TermField(forms.TypedChoiceField):
    """One term of `known` ({key: term}), posted by its key."""

    def __init__(self, known, *, groups=None, **options):
        choices = groups or [(key, term.name.text) for key, term in known.items()]
        super().__init__(
            choices=[("", "–"), *choices],
            coerce=known.__getitem__,
            empty_value=None,
            required=False,
            **options,
        )


class TermsField(forms.TypedMultipleChoiceField):
    """Several terms of `known`, posted by their keys, each once."""

    def __init__(self, known, **options):
        super().__init__(
            choices=[(key, term.name.text) for key, term in known.items()],
            coerce=known.__getitem__,
            empty_value=[],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **options,
        )

    def clean(self, value):
        return list(dict.fromkeys(super().clean(value)))
