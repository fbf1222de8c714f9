"""One fact that a row states of its product."""

from dataclasses import dataclass
from decimal import Decimal

from .measures import Measure
from .terms import Key


@dataclass(frozen=True)
class Spec:
    """One fact: a measure of a numeric key, or a text."""

    key: Key
    measure: Measure | None = None
    text: str = ""

    @property
    def value(self):
        """As catalogue files write it: numbers as numbers, ranges and words as text."""
        if self.measure is None:
            return self.text
        if self.measure.is_range:
            sign = "~" if self.measure.minimum < 0 else "-"
            return f"{digits(self.measure.minimum)}{sign}{digits(self.measure.maximum)}"
        number = self.measure.minimum
        if self.key.is_written_as_text:
            sign = "≤" if self.measure.is_maximum else ""
            return f"{sign}{digits(number)}{'+' if self.measure.is_minimum else ''}"
        return int(number) if number == number.to_integral_value() else float(number)

    @property
    def marks(self):
        """How exactly it was stated: approximate, minimum, maximum."""
        names = ("approximate", "minimum", "maximum")
        return [name for name in names if self.measure and getattr(self.measure, f"is_{name}")]


def digits(number: Decimal) -> str:
    return format(number.normalize(), "f") if number else "0"
