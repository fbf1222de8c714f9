"""Fills an empty centre with its pages and the real catalogue; safe to run again."""

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Load the centre's pages, the real catalogue (or FILE of its schema) and a demo kiosk."

    def add_arguments(self, parser):
        parser.add_argument(
            "--catalogue", metavar="FILE", help="another catalogue of the same schema"
        )

    def handle(self, *, catalogue, **options):
        streams = {"stdout": self.stdout, "stderr": self.stderr}
        call_command("seed_site", **streams)
        call_command("seed_catalog", **({"catalogue": catalogue} if catalogue else {}), **streams)
        call_command("seed_kiosks", **streams)
        self.stdout.write(self.style.SUCCESS("The centre is ready."))
