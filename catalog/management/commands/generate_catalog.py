"""Fills the centre with invented companies and products, to try it at scale."""

from functools import cache

from django.core.management.base import BaseCommand, CommandError

from catalog.generating.bulk import insert_products
from catalog.generating.companies import build_vendor
from catalog.generating.figures import Offer
from catalog.generating.products import Catalogue, build_product
from catalog.illustrations import illustrate
from catalog.importing.pages import catalogue_page
from catalog.importing.taxonomy import load_taxonomy
from catalog.models import (
    Application,
    Availability,
    Family,
    FamilySpec,
    Industry,
    ProductPage,
    Vendor,
)
from center_site.models import HomePage

CHUNK = 1000


class Command(BaseCommand):
    help = (
        "Add invented products, numbered 1 to N, of invented companies 1 to M. The same seed "
        "makes the same ones; numbers that are there already are left alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("--products", type=int, default=5000, metavar="N")
        parser.add_argument("--vendors", type=int, default=300, metavar="M")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, products, vendors, seed, **options):
        if products < 0 or vendors < 1:
            raise CommandError("Ask for no fewer than 0 products and 1 company.")
        if not HomePage.objects.exists():
            raise CommandError("There is no home page yet; run seed_site or seed_demo first.")
        load_taxonomy()
        known = terms(self.companies(vendors, seed))
        index_page = catalogue_page()
        missing = unmade(ProductPage, products)
        for start in range(0, len(missing), CHUNK):
            numbers = missing[start : start + CHUNK]
            insert_products([build_product(number, seed, known) for number in numbers], index_page)
            self.tell(start + len(numbers), len(missing))
        # rows written in bulk send no signal; this save tells whoever watches the catalogue
        index_page.refresh_from_db()
        index_page.save()
        self.stdout.write(f"products: {len(missing)} added, {products - len(missing)} there before")

    def companies(self, wanted, seed):
        """The first `wanted` companies in order of their numbers, made where missing."""
        missing = unmade(Vendor, wanted)
        made = [build_vendor(number, seed) for number in missing]
        Vendor.objects.bulk_create(made, batch_size=500)
        self.stdout.write(f"companies: {len(missing)} added, {wanted - len(missing)} there before")
        found = Vendor.objects.filter(source_key__startswith="gen-").in_bulk(
            field_name="source_key"
        )
        return [found[f"gen-{number}"] for number in range(1, wanted + 1)]

    def tell(self, done, total):
        self.stdout.write(f"  {done}/{total}")
        self.stdout.flush()


def unmade(model, wanted):
    """The numbers up to `wanted` that no record of the model has."""
    made = set(
        model.objects.filter(source_key__startswith="gen-").values_list("source_key", flat=True)
    )
    return [number for number in range(1, wanted + 1) if f"gen-{number}" not in made]


def terms(vendors):
    """What products are made of, read once."""
    offers = {}
    rows = FamilySpec.objects.select_related("spec_key").prefetch_related("spec_key__choices")
    for row in rows:
        choices = list(row.spec_key.choices.all())
        offers.setdefault(row.family_id, []).append(Offer(row.spec_key, row.is_required, choices))

    @cache
    def illustrations(family, country):
        return illustrate(family=family, field=family.field, country=country)

    return Catalogue(
        vendors=vendors,
        families=[
            family for family in Family.objects.select_related("field") if family.pk in offers
        ],
        applications=list(Application.objects.all()),
        industries=list(Industry.objects.all()),
        availabilities=list(Availability.objects.all()),
        offers=offers,
        illustrations=illustrations,
    )
