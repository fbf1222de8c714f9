"""The taxonomy file becomes terms once; what editors change afterwards is theirs."""

import json

import pytest

from catalog.importing.taxonomy import FIXTURES, load_taxonomy
from catalog.models import (
    Application,
    Availability,
    CertificationMark,
    Family,
    FamilySpec,
    Industry,
    SpecChoice,
    SpecKey,
    StrategicField,
)

pytestmark = pytest.mark.usefixtures("taxonomy")


def test_every_entry_of_the_file_is_there():
    file = json.loads((FIXTURES / "taxonomy.json").read_text("utf-8"))
    for name, model in {
        "fields": StrategicField,
        "families": Family,
        "applications": Application,
        "industries": Industry,
        "availability": Availability,
        "spec_keys": SpecKey,
        "certifications": CertificationMark,
    }.items():
        keys = [entry["key"] for entry in file[name]]
        assert list(model.objects.values_list("key", flat=True)) == keys


def test_every_family_offers_specs():
    for family in Family.objects.all():
        assert FamilySpec.objects.filter(family=family).count() >= 5, family.key


@pytest.mark.parametrize(
    ("key", "value_type"),
    [
        ("height", "number"),
        ("joint_count", "integer"),
        ("dof", "range"),
        ("scene_count", "range"),
        ("sae_level", "choice"),
        ("license", "text"),
    ],
)
def test_type_of_a_key_fits_its_values(key, value_type):
    assert SpecKey.objects.get(key=key).value_type == value_type


def test_loading_again_adds_nothing_and_keeps_what_editors_wrote():
    Family.objects.filter(key="cobot").update(name_ko="협동 로봇 팔", sort_order=99)
    FamilySpec.objects.filter(family__key="lidar", spec_key__key="weight").delete()
    counts = [model.objects.count() for model in (SpecKey, SpecChoice, FamilySpec, Family)]
    assert set(load_taxonomy().values()) == {0}
    assert [model.objects.count() for model in (SpecKey, SpecChoice, FamilySpec, Family)] == counts
    assert Family.objects.get(key="cobot").name_ko == "협동 로봇 팔"


def test_new_entry_of_a_longer_file_is_added(tmp_path):
    file = json.loads((FIXTURES / "taxonomy.json").read_text("utf-8"))
    file["industries"].append({"key": "space", "ko": "우주", "zh_hans": "航天", "en": "Space"})
    (tmp_path / "taxonomy.json").write_text(json.dumps(file), "utf-8")
    added = load_taxonomy(tmp_path / "taxonomy.json")
    assert {label: count for label, count in added.items() if count} == {"catalog.Industry": 1}
    assert Industry.objects.get(key="space").name_zh == "航天"
