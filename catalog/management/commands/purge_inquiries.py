"""Deletes the personal data of inquiries whose last day has passed."""

from django.core.management.base import BaseCommand

from catalog.inquiring import due_inquiries, purge_due


class Command(BaseCommand):
    help = "Empty what is personal in inquiries that are older than INQUIRY_KEEP_DAYS."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="tell how many there are, and change nothing"
        )

    def handle(self, *, dry_run, **options):
        if dry_run:
            self.stdout.write(f"inquiries to be emptied: {due_inquiries().count()}")
        else:
            self.stdout.write(f"inquiries emptied: {purge_due()}")
