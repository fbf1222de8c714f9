"""A spec's value from a file ends as typed columns, in the unit of its key."""

from decimal import Decimal

import pytest

from catalog.importing.records import BadRecord
from catalog.importing.spec_values import CONVERSIONS, read_spec_value
from catalog.models import SpecKey
from tests.catalog.records import spec


@pytest.fixture
def read(taxonomy):
    def read_one(key, value, unit=""):
        return read_spec_value(SpecKey.objects.get(key=key), spec(key, value, unit), "specs[0]")

    return read_one


@pytest.mark.parametrize(
    ("key", "value", "unit", "minimum", "maximum"),
    [
        ("height", 1320, "mm", "1320", "1320"),
        ("height", 1.32, "m", "1320", "1320"),
        ("height", "1,320", "mm", "1320", "1320"),
        ("height", " 1320 ", "", "1320", "1320"),
        ("height", {"min": 1200, "max": 1320}, "mm", "1200", "1320"),
        ("height", {"min": 120, "max": 132}, "cm", "1200", "1320"),
        ("height", {"min": 1200}, "mm", "1200", None),
        ("weight", 35000, "g", "35", "35"),
        ("params_total", 1.2, "T", "1200", "1200"),
        ("dof", "23-43", "DoF", "23", "43"),
        ("dof", "24", "DoF", "24", "24"),
        ("battery_life", "1.5-2", "h", "1.5", "2"),
        ("battery_life", "90", "min", "1.5", "1.5"),
        ("battery_life", "≥ 2", "h", "2", None),
        ("battery_life", "<=4", "h", None, "4"),
        ("op_temp", "-20~55", "℃", "-20", "55"),
        ("op_temp", "-20 – -10", "°C", "-20", "-10"),
        ("op_temp", "−20至55", "℃", "-20", "55"),
        ("scene_count", "100+", "count", "100", None),
        ("scene_count", ">100", "个", "100", None),
        ("joint_count", 29, "개", "29", "29"),
        ("max_speed", 3.3, "m/s", "3.3", "3.3"),
        ("max_speed", 11.88, "km/h", "3.3", "3.3"),
    ],
)
def test_number_is_kept_exactly_in_the_unit_of_its_key(read, key, value, unit, minimum, maximum):
    expected = {
        "minimum": minimum and Decimal(minimum),
        "maximum": maximum and Decimal(maximum),
    }
    columns = read(key, value, unit)
    assert columns == expected
    assert {type(end) for end in columns.values()} <= {Decimal, type(None)}


def test_decimal_fraction_passes_through_no_binary_rounding(read):
    assert str(read("max_speed", 0.1)["minimum"]) == "0.100000"


@pytest.mark.parametrize("value", ["4", 4, "L4", "Level 4", "SAE Level 4", "레벨 4", "L4级"])
def test_driving_level_is_a_choice_however_it_is_written(read, value):
    assert read("sae_level", value)["choice"].key == "4"


@pytest.mark.parametrize(("value", "key"), [("2++", "2++"), ("L2+", "2+"), ("2", "2")])
def test_driving_levels_with_plus_are_told_apart(read, value, key):
    assert read("sae_level", value)["choice"].key == key


def test_short_text_is_kept_as_it_is(read):
    assert read("license", "Apache-2.0") == {"text": "Apache-2.0"}


def test_yes_or_no_takes_only_that(taxonomy):
    key = SpecKey.objects.create(key="has_arms", name_ko="팔", name_zh="手臂", value_type="boolean")
    assert read_spec_value(key, spec("has_arms", False), "specs[0]") == {"flag": False}
    for value in (0, "yes", None):
        with pytest.raises(BadRecord):
            read_spec_value(key, spec("has_arms", value), "specs[0]")


def test_range_is_refused_with_its_place(read):
    with pytest.raises(BadRecord) as refusal:
        read("dof", "43-23")
    assert refusal.value.field == "specs[0].value"


def test_conversions_lead_to_units_that_the_taxonomy_has(taxonomy):
    units = set(SpecKey.objects.values_list("unit", flat=True))
    assert {wanted for _given, wanted in CONVERSIONS} <= units
