"""Loading the taxonomy file. What editors changed since stays: only new terms are added."""

import json
from pathlib import Path

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

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SIMPLE_TERMS = {
    "fields": StrategicField,
    "applications": Application,
    "industries": Industry,
    "availability": Availability,
}


def load_taxonomy(file=FIXTURES / "taxonomy.json", families_file=FIXTURES / "family_specs.json"):
    """Add the terms that are not there yet. Returns {model label: number added}."""
    taxonomy = json.loads(Path(file).read_text("utf-8"))
    offers = json.loads(Path(families_file).read_text("utf-8"))
    added = {
        model._meta.label: _add_terms(model, taxonomy[name], _names)
        for name, model in SIMPLE_TERMS.items()
    }
    fields = StrategicField.objects.in_bulk(field_name="key")
    added["catalog.Family"] = _add_terms(
        Family,
        taxonomy["families"],
        lambda entry: {**_names(entry), "field": fields[entry["field"]]},
    )
    added["catalog.CertificationMark"] = _add_terms(
        CertificationMark, taxonomy["certifications"], _mark
    )
    added["catalog.SpecKey"] = _add_terms(
        SpecKey, taxonomy["spec_keys"], lambda entry: _spec_key(entry, offers["choices"])
    )
    _add_choices({**offers["choices"], **offers["vocabulary"]})
    added["catalog.FamilySpec"] = _add_family_specs(offers["families"])
    return added


def _add_terms(model, entries, columns):
    known = set(model.objects.values_list("key", flat=True))
    terms = [
        model(key=entry["key"], sort_order=order, **columns(entry))
        for order, entry in enumerate(entries, 1)
        if entry["key"] not in known
    ]
    model.objects.bulk_create(terms)
    return len(terms)


def _names(entry):
    return {
        "name_ko": entry["ko"],
        "name_zh": entry["zh_hans"],
        "name_en": entry.get("en", ""),
    }


def _mark(entry):
    return {
        **_names(entry),
        "region": entry["region"],
        "description_ko": entry["description"]["ko"],
        "description_zh": entry["description"]["zh_hans"],
    }


def _spec_key(entry, choices):
    return {
        **_names(entry),
        "value_type": _value_type(entry, choices),
        "unit": entry["unit"],
        "unit_ko": entry["unit_display"]["ko"],
        "unit_zh": entry["unit_display"]["zh_hans"],
    }


def _value_type(entry, choices):
    """The file's type, except that "string" with a unit is a range written as text ("23-43")."""
    if entry["key"] in choices:
        return SpecKey.ValueType.CHOICE
    if entry["type"] == "string":
        return SpecKey.ValueType.RANGE if entry["unit"] else SpecKey.ValueType.TEXT
    return SpecKey.ValueType(entry["type"])


def _add_choices(choices):
    keys = SpecKey.objects.in_bulk(field_name="key")
    SpecChoice.objects.bulk_create(
        [
            SpecChoice(
                spec_key=keys[key],
                key=entry["key"],
                name_ko=entry["ko"],
                name_zh=entry["zh_hans"],
                sort_order=order,
            )
            for key, entries in choices.items()
            for order, entry in enumerate(entries, 1)
        ],
        ignore_conflicts=True,
    )


def _add_family_specs(families):
    keys = SpecKey.objects.in_bulk(field_name="key")
    known = set(FamilySpec.objects.values_list("family__key", flat=True))
    stored = Family.objects.in_bulk(field_name="key")
    rows = [
        FamilySpec(
            family=stored[family],
            spec_key=keys[name.rstrip("*!")],
            is_headline="*" in name,
            is_required="!" in name,
            sort_order=order,
        )
        for family, names in families.items()
        if family not in known
        for order, name in enumerate(names, 1)
    ]
    FamilySpec.objects.bulk_create(rows)
    return len(rows)
