"""The nightly check of files and rows; see catalog/uploads/nightly.py."""

from django.core.management.base import BaseCommand, CommandError

from catalog.uploads.nightly import DEFAULT_HOURS, check_files


class Command(BaseCommand):
    help = "Find rows whose file is lost (exit 1) and files that no row speaks of."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="delete files without a row")
        parser.add_argument(
            "--older-than",
            type=int,
            default=DEFAULT_HOURS,
            metavar="HOURS",
            help=f"leave younger files without a row alone (unless set: {DEFAULT_HOURS})",
        )

    def handle(self, *, remove, older_than, **options):
        found = check_files(remove=remove, older_than_hours=older_than)
        for name in found.lost:
            self.stderr.write(f"lost: {name}")
        for name in found.orphans:
            self.stdout.write(f"without a row: {name}")
        self.stdout.write(
            f"files: {found.checked} checked, {len(found.lost)} lost, "
            f"{len(found.orphans)} without a row, {found.removed} removed"
        )
        for name in found.strange:
            self.stderr.write(f"{name}: most files have no row in this database; none is removed")
        if found.lost or found.strange:
            raise CommandError("files and rows do not belong together")
