"""Brings database, catalogue and static files to where a server can start."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, transaction

from center_site.models import HomePage


class Command(BaseCommand):
    help = "Migrate, load the real catalogue into an empty database, gather the static files."

    def handle(self, **options):
        self.reach_database()
        call_command("migrate", interactive=False, verbosity=0)
        if HomePage.objects.exists():
            self.stdout.write("database: up to date, its content kept")
        else:
            self.stdout.write("database: new; loading the catalogue")
            # All or nothing: an interrupted load must not pass for a database in use.
            with transaction.atomic():
                call_command("seed_demo", stdout=self.stdout, stderr=self.stderr)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write("static files: gathered")

    def reach_database(self):
        try:
            connection.ensure_connection()
        except DatabaseError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"the database cannot be reached: {reason}") from error
