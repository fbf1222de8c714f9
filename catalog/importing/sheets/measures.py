"""A quantity as text -> its ends in the key's unit, and how exactly it was stated.

`约3分钟`, `≥10km`, `2.5～4小时`, `－２０℃～５５℃`, `±162°`, `153万点/秒`, `6710亿`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from .numerals import DIGITS_FIRST, read_number
from .units import COUNTED, any_unit, dimension_of, factor, pattern_of

APPROXIMATE = (
    r"约为|约|大约|大概|약|대략|approximately|approx\.?|about|around|circa|ca\.|≈|≒|将近|接近|近|~"
)
AT_LEAST = (
    r"≥|>=|=>|>|≧|不低于|不小于|不少于|至少|超过|大于|高于|최소|at least|min\.?|"
    r"minimum|over|more than"
)
AT_MOST = r"≤|<=|=<|<|≦|不超过|不大于|不高于|小于|低于|最多|up to|at most|less than|under|below"
ROUGHLY = r"左右|上下|前后|内外|내외|정도|가량|안팎|쯤"
OR_MORE = r"以上|及以上|이상|초과|\+|or more|起|余|여|多"
OR_LESS = r"以下|以内|之内|이하|이내|미만|or less"
LEAD = re.compile(rf"\s*(?:({APPROXIMATE})|({AT_LEAST})|({AT_MOST}))", re.IGNORECASE)
TAIL = re.compile(rf"\s*(?:({ROUGHLY})|({OR_MORE})|({OR_LESS}))", re.IGNORECASE)
BELOW_ZERO = re.compile(r"(?:영하|零下|minus)\s*(?=\d)", re.IGNORECASE)
ABOVE_ZERO = re.compile(r"(?:영상|零上)\s*(?=\d)")
BETWEEN = r"\s*(?:~|-|至|到|to|부터|에서)\s*"
HOURS = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:个?小时|시간|hours?|hrs?|h)\s*(\d+)\s*(?:分钟|分|분|minutes?|mins?|m)(?![a-z])",
    re.IGNORECASE,
)
COUNT_WORDS = r"[一二两三四五六七八九十]{1,3}"
PLACES = Decimal("0.000001")
LARGEST = Decimal(10) ** 14


@dataclass(frozen=True)
class Measure:
    """A number (both ends equal) or a range, in the key's unit."""

    minimum: Decimal
    maximum: Decimal
    is_approximate: bool = False
    is_minimum: bool = False
    is_maximum: bool = False
    has_unit: bool = True

    @property
    def is_range(self):
        return self.minimum != self.maximum


def read_measure(text: str, key_unit: str, default_unit: str = "") -> tuple[Measure, str] | None:
    """(measure, the text after it) of a text that begins with one, or None.

    `default_unit` is what a column's header says of numbers that have none. A number with
    a unit of another dimension is no measure of this key.
    """
    text = ABOVE_ZERO.sub("", BELOW_ZERO.sub("-", text.strip()))
    flags, position = _lead(text)
    if dimension_of(key_unit) == "time" and (found := HOURS.match(text, position)):
        hours = Fraction(found[1]) + Fraction(int(found[2]), 60)
        value = _decimal(hours * factor("h", key_unit))
        return Measure(value, value, **flags), text[found.end() :]
    found = _pattern(key_unit).match(text, position)
    if not found:
        return None
    unit = found["unit"] or found["low_unit"] or default_unit
    closed = found["unit"] or (found["low_unit"] and not found["high"])
    if not closed and _goes_on(text, found.end()):
        return None
    ends = _ends(found, key_unit, unit, default_unit)
    if ends is None:
        return None
    if re.match(r"\s*[×x*]\s*\d", text[found.end() :]):
        return None
    flags, rest = _tail(text[found.end() :], flags)
    return Measure(*ends, has_unit=bool(unit), **flags), rest


def _goes_on(text, position):
    """Whether a bare number has something behind it that makes it another thing: `5 ft`."""
    if TAIL.match(text, position):
        return False
    return bool(any_unit().match(text, position) or re.match(r"\s?[a-z×*]", text[position:], re.I))


def _lead(text):
    flags, position = {}, 0
    while found := LEAD.match(text, position):
        flags |= _flags(found)
        position = found.end()
    return flags, position


def _tail(rest, flags):
    while found := TAIL.match(rest):
        flags = flags | _flags(found)
        rest = rest[found.end() :]
    return flags, rest


def _flags(found):
    names = ("is_approximate", "is_minimum", "is_maximum")
    return {name: True for name, part in zip(names, found.groups(), strict=True) if part}


@cache
def _pattern(key_unit):
    units = pattern_of(key_unit)
    dimension = dimension_of(key_unit)
    number = DIGITS_FIRST
    if dimension in ("count", "freedom"):
        number = rf"(?:{DIGITS_FIRST}|{COUNT_WORDS})"
    return re.compile(
        rf"\s*(?:±|\+/-|\+-)?\s*(?P<low>[-+]?\s*{number})\s*(?P<low_unit>{units})?"
        rf"(?:{BETWEEN}(?:±)?(?P<high>[-+]?\s*{number})\s*(?P<unit>{units})?)?",
        re.IGNORECASE,
    )


def _ends(found, key_unit, unit, default_unit):
    """(minimum, maximum); a unit that only one end of a range names counts for both."""
    low = _signed(found["low"])
    high = _signed(found["high"]) if found["high"] else None
    if low is None or (found["high"] and high is None):
        return None
    low_unit = found["low_unit"] or unit
    high_unit = found["unit"] or found["low_unit"] or unit
    ends = [_converted(low, low_unit, key_unit)]
    if high is not None:
        ends.append(_converted(high, high_unit, key_unit))
        if ends[0] is not None and ends[1] is not None and ends[0] > ends[1]:
            return None
    if None in ends or any(abs(end) >= LARGEST for end in ends):
        return None
    return ends[0], ends[-1]


def _signed(text):
    text = text.replace(" ", "")
    sign = -1 if text.startswith("-") else 1
    number = read_number(text.lstrip("+-").strip())
    return None if number is None else sign * number


def _converted(number, unit, key_unit):
    if unit:
        return _decimal(Fraction(number) * _counted(number, unit, key_unit))
    dimension = dimension_of(key_unit)
    if dimension in COUNTED and dimension != "count" and number >= 10_000:
        if key_unit == "K tokens" and number % 1024 == 0:
            return _decimal(Fraction(number) / 1024)
        return _decimal(Fraction(number) * factor(_single(dimension), key_unit))
    return _decimal(Fraction(number))


def _counted(number, unit, key_unit):
    """The unit's factor; 131,072 tokens are 128 K, as everybody calls them."""
    plain = factor(unit, key_unit)
    if key_unit == "K tokens" and plain == Fraction(1, 1000) and number % 1024 == 0:
        return Fraction(1, 1024)
    return plain


def _single(dimension):
    return {"parameters": "个", "tokens": "token", "points": "pts/s"}[dimension]


def _decimal(fraction):
    value = (Decimal(fraction.numerator) / Decimal(fraction.denominator)).quantize(PLACES)
    return value.normalize() if value else Decimal(0)
