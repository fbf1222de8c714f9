"""Loads the taxonomy and a catalogue file, and builds the page that holds the products."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from catalog.importing.catalogue import CatalogueImport, UnreadableCatalogue, read_catalogue
from catalog.importing.pages import catalogue_page
from catalog.importing.places import place_exhibits
from catalog.importing.taxonomy import FIXTURES, load_taxonomy
from center_site.models import HomePage

OUTCOMES = ("added", "updated", "unchanged", "refused")


class Command(BaseCommand):
    help = "Load the taxonomy and the real catalogue, or another file of its schema."

    def add_arguments(self, parser):
        parser.add_argument("--catalogue", type=Path, default=FIXTURES / "catalogue.json")

    def handle(self, *, catalogue, **options):
        try:
            data = read_catalogue(catalogue)
        except UnreadableCatalogue as error:
            raise CommandError(str(error)) from error
        if not HomePage.objects.exists():
            raise CommandError("There is no home page yet; seed_demo makes it and loads this too.")
        added = sum(load_taxonomy().values())
        self.stdout.write(f"taxonomy: {added} entries added")
        outcome = CatalogueImport(data, index_page=catalogue_page(), tell=self.tell).run()
        self.stdout.write(f"exhibit places: {place_exhibits()} added")
        self.report(outcome)

    def tell(self, done, total, slug):
        if done == total or done % 20 == 0:
            self.stdout.write(f"  {done}/{total}  {slug}")
            self.stdout.flush()

    def report(self, outcome):
        for kind, slug, field, reason in outcome.problems:
            self.stderr.write(f"refused {kind} {slug}: {field}: {reason}")
        for kind in ("vendor", "product"):
            counts = [f"{outcome.counts[kind, what]} {what}" for what in OUTCOMES]
            self.stdout.write(f"{kind}s: {', '.join(counts)}")
