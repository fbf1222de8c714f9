"""A spec's value as files write it -> the typed columns of ProductSpec, in the key's unit."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from .records import LARGEST, BadRecord, read_decimal, read_number, read_text, shown

NUMBER = r"[-+−]?\d+(?:,\d{3})*(?:\.\d+)?"
SINGLE = re.compile(rf"^{NUMBER}$")
RANGE = re.compile(rf"^({NUMBER})\s*(?:~|～|–|—|-|至|to)\s*({NUMBER})$")
AT_LEAST = re.compile(rf"^(?:[>≥]=?\s*({NUMBER})|({NUMBER})\s*\+)$")
AT_MOST = re.compile(rf"^[<≤]=?\s*({NUMBER})$")
SAME_UNIT = {"count": {"", "count", "ea", "개", "个"}, "℃": {"℃", "°C"}, "°": {"°", "deg"}}
# what one unit of the left is in the right; exact by definition
CONVERSIONS = {
    ("m", "mm"): Decimal(1000),
    ("cm", "mm"): Decimal(10),
    ("mm", "m"): Decimal("0.001"),
    ("g", "kg"): Decimal("0.001"),
    ("t", "kg"): Decimal(1000),
    ("kW", "W"): Decimal(1000),
    ("kWh", "Wh"): Decimal(1000),
    ("min", "h"): Decimal(1) / Decimal(60),
    ("h", "min"): Decimal(60),
    ("s", "min"): Decimal(1) / Decimal(60),
    ("GB/s", "TB/s"): Decimal("0.001"),
    ("MB", "GB"): Decimal("0.001"),
    ("TB", "GB"): Decimal(1000),
    ("GB", "TB"): Decimal("0.001"),
    ("PFLOPS", "TFLOPS"): Decimal(1000),
    ("POPS", "TOPS"): Decimal(1000),
    ("T", "B"): Decimal(1000),
    ("M", "B"): Decimal("0.001"),
    ("B", "T"): Decimal("0.001"),
    ("M tokens", "K tokens"): Decimal(1000),
    ("m", "km"): Decimal("0.001"),
    ("km/h", "m/s"): Decimal(1) / Decimal("3.6"),
    ("m/s", "km/h"): Decimal("3.6"),
    ("day", "week"): Decimal(1) / Decimal(7),
    ("year", "month"): Decimal(12),
}
PLACES = Decimal("0.000001")


def read_spec_value(spec_key, record, path):
    """The columns of ProductSpec for `record`'s value: {"minimum": ..., "maximum": ...} and so on.

    Raises BadRecord when the value does not fit the key's type or the unit cannot be
    turned into the key's.
    """
    value = record.get("value")
    if value is None or (isinstance(value, str) and not value.strip()):
        raise BadRecord(f"{path}.value", _("a value is expected"))
    unit = read_text(record, "unit", limit=40, path=f"{path}.unit")
    if spec_key.is_numeric:
        return _read_numbers(spec_key, value, unit, path)
    if spec_key.value_type == spec_key.ValueType.BOOLEAN:
        if not isinstance(value, bool):
            raise BadRecord(f"{path}.value", _("yes or no is expected"))
        return {"flag": value}
    if spec_key.value_type == spec_key.ValueType.CHOICE:
        return {"choice": _pick_choice(spec_key, value, f"{path}.value")}
    return {"text": read_text({"value": value}, "value", limit=200, path=f"{path}.value")}


def _read_numbers(spec_key, value, unit, path):
    minimum, maximum = _ends(value, f"{path}.value")
    factor = _factor(unit, spec_key.unit, path)
    ends = {"minimum": _scaled(minimum, factor), "maximum": _scaled(maximum, factor)}
    present = [end for end in ends.values() if end is not None]
    if any(abs(end) >= LARGEST for end in present):
        raise BadRecord(f"{path}.value", _("is too large"))
    if len(present) == 2 and present[0] > present[1]:
        raise BadRecord(f"{path}.value", _("the maximum is below the minimum"))
    if spec_key.value_type == spec_key.ValueType.INTEGER and any(end % 1 for end in present):
        raise BadRecord(f"{path}.value", _("a whole number is expected"))
    return ends


def _ends(value, path):
    """(minimum, maximum) of "23-43", "100+", "≤5", {"min": 1, "max": 2} or a single number."""
    if isinstance(value, dict):
        ends = [value.get(end) for end in ("min", "max")]
        if ends == [None, None]:
            raise BadRecord(path, _("a value is expected"))
        return tuple(None if end is None else read_number(end, path) for end in ends)
    if not isinstance(value, str):
        number = read_number(value, path)
        return number, number
    text = value.strip()
    if found := RANGE.match(text):
        return _number(found[1], path), _number(found[2], path)
    if found := AT_LEAST.match(text):
        return _number(found[1] or found[2], path), None
    if found := AT_MOST.match(text):
        return None, _number(found[1], path)
    if not SINGLE.match(text):
        raise BadRecord(path, _("“%(value)s” is not a number") % {"value": shown(text)})
    number = _number(text, path)
    return number, number


def _number(text, path):
    return read_decimal(text.replace(",", "").replace("−", "-"), path)


def _scaled(number, factor):
    return None if number is None else (number * factor).quantize(PLACES)


def _factor(unit, wanted, path):
    if not unit or unit == wanted or unit in SAME_UNIT.get(wanted, ()):
        return Decimal(1)
    if (unit, wanted) not in CONVERSIONS:
        raise BadRecord(
            f"{path}.unit",
            _("“%(unit)s” cannot be turned into %(wanted)s")
            % {"unit": shown(unit), "wanted": wanted or "–"},
        )
    return CONVERSIONS[unit, wanted]


def _pick_choice(spec_key, value, path):
    text = str(value) if type(value) in (int, float) else value
    plain = _plain(read_text({"value": text}, "value", limit=200, path=path))
    for choice in spec_key.choices.all():
        if plain in {_plain(choice.key), _plain(choice.name_ko), _plain(choice.name_zh)}:
            return choice
    raise BadRecord(path, _("“%(value)s” is not one of the choices") % {"value": shown(text)})


def _plain(text):
    """Without case, spaces and a leading L or "level", so that "L4" and "4" are one."""
    return re.sub(r"^(?:sae|level|l)+", "", text.casefold().replace(" ", ""))
