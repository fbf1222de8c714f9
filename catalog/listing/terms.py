"""The companies and taxonomy terms that listings and files name by key, each kind read once."""

from functools import cached_property
from itertools import groupby

from catalog.models import (
    Application,
    Availability,
    CertificationMark,
    Family,
    Industry,
    StrategicField,
    Vendor,
)

from .spec_rows import all_keys


class KnownTerms:
    @cached_property
    def vendors(self):
        return Vendor.objects.in_bulk(field_name="slug")

    @cached_property
    def fields(self):
        return StrategicField.objects.in_bulk(field_name="key")

    @cached_property
    def families(self):
        families = Family.objects.select_related("field").order_by(
            "field__sort_order", "field__key", "sort_order", "key"
        )
        return {family.key: family for family in families}

    @cached_property
    def applications(self):
        return Application.objects.in_bulk(field_name="key")

    @cached_property
    def industries(self):
        return Industry.objects.in_bulk(field_name="key")

    @cached_property
    def availabilities(self):
        return Availability.objects.in_bulk(field_name="key")

    @cached_property
    def marks(self):
        return CertificationMark.objects.in_bulk(field_name="key")

    @cached_property
    def spec_keys(self):
        return {key.key: key for key in all_keys()}

    def families_by_field(self):
        """Choices of a select: the families, grouped under their strategic field."""
        return [
            (field.name.text, [(family.key, family.name.text) for family in members])
            for field, members in groupby(self.families.values(), key=lambda family: family.field)
        ]
