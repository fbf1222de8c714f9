"""Brings database, catalogue and static files to where a server can start."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, transaction

from center_site.models import HomePage

STAMP = settings.BASE_DIR / ".build" / "static-files.sha256"


class Command(BaseCommand):
    help = "Migrate, load the real catalogue into an empty database, gather the static files."

    def add_arguments(self, parser):
        parser.add_argument(
            "--without-static", action="store_true", help="leave static files alone"
        )

    def handle(self, *, without_static, **options):
        self.reach_database()
        call_command("migrate", interactive=False, verbosity=0)
        if HomePage.objects.exists():
            self.stdout.write("database: up to date, its content kept")
        else:
            self.load()
        if not without_static:
            self.gather()

    def reach_database(self):
        try:
            connection.ensure_connection()
        except DatabaseError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"the database cannot be reached: {reason}") from error

    def load(self):
        self.stdout.write("database: new; loading the catalogue")
        # All or nothing: an interrupted load must not pass for a database in use.
        with transaction.atomic():
            call_command("seed_demo", stdout=self.stdout, stderr=self.stderr)
        call_command("prepare_pictures", first=True, stdout=self.stdout)

    def gather(self):
        """Hashing and compressing a thousand files takes a while, so only when one has changed."""
        found = fingerprint()
        if STAMP.exists() and STAMP.read_text() == found and settings.STATIC_ROOT.exists():
            return
        self.stdout.write("static files: gathering")
        call_command("collectstatic", interactive=False, verbosity=0)
        STAMP.parent.mkdir(exist_ok=True)
        STAMP.write_text(found)


def fingerprint():
    """A digest of the names, sizes and times of every static file, and of where they go."""
    digest = hashlib.sha256(str(settings.STATIC_ROOT).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = (path, storage.size(path), storage.get_modified_time(path))
            digest.update(repr(state).encode())
    return digest.hexdigest()
