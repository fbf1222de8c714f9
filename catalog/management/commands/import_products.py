"""Reads a company's spreadsheet and makes drafts of the rows that can become listings."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from catalog.importing.sheets.drafts import store
from catalog.importing.sheets.explaining import Explaining
from catalog.importing.sheets.reading import Known, SheetReading
from catalog.importing.sheets.results import REJECT
from catalog.importing.sheets.sources import UnreadableSheet
from catalog.models import Vendor

UNREADABLE = 2
STEP = 500


class Command(BaseCommand):
    help = (
        "Read an xlsx or csv file of products and make drafts of its rows. Ends with 1 if a row "
        "was rejected, with 2 if the file could not be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--vendor", default="", help="slug of the company all rows are of")
        parser.add_argument("--dry-run", action="store_true", help="report only, store nothing")
        parser.add_argument("--json", action="store_true", help="the report as one JSON object")

    def handle(self, *, file, vendor, dry_run, json, **options):
        if vendor and not Vendor.objects.filter(slug=vendor).exists():
            raise CommandError(f"There is no company “{vendor}”.", returncode=UNREADABLE)
        try:
            reading = SheetReading(file, vendor_slug=vendor, known=Known())
            self.store = None if dry_run else Storing(reading)
            report = self.print_json if json else self.print_lines
            report(reading)
        except (UnreadableSheet, OSError) as error:
            raise CommandError(str(error), returncode=UNREADABLE) from error
        if reading.counts[REJECT]:
            sys.exit(1)

    def records(self, reading):
        for result in reading.results(self.tell):
            record = result.as_json(reading.source.row_name)
            if self.store and result.is_accepted:
                record["draft"] = self.store(result)
            yield record

    def print_json(self, reading):
        """One object, written row by row, as a million rows do not fit into memory."""
        self.stdout.write(_dumped(reading.heading())[:-1] + ', "rows": [', ending="\n")
        before = ""
        for record in self.records(reading):
            self.stdout.write(before + _dumped(record), ending="")
            before = ",\n"
        self.stdout.write(f'\n], "summary": {_dumped(reading.summary)}}}')

    def print_lines(self, reading):
        explaining = Explaining()
        kind = reading.source.kind
        for record in self.records(reading):
            if record["action"] == "skip":
                continue
            number = record[reading.source.row_name]
            name = next(filter(None, record.get("name", {}).values()), "")
            outcome = record.get("draft") or record.get("reason") or "ok"
            self.stdout.write(f"{number}: {record['action']} ({outcome}) {name}".rstrip())
            for place, sentence in explaining.row(record, kind):
                self.stdout.write(f"    {place}  {sentence}")
        counts = ", ".join(f"{count} {action}" for action, count in reading.counts.items())
        self.stdout.write(f"{reading.source.name}: {counts}")

    def tell(self, done, total):
        if done % STEP == 0:
            self.stderr.write(f"  {done}/{total}")


class Storing:
    """Keeps accepted rows as drafts; companies are read once each."""

    def __init__(self, reading):
        languages = reading.table.languages
        self.language_code = "zh-hans" if languages == {"zh"} else "ko"
        self.vendors = {}

    def __call__(self, result):
        slug = result.vendor
        if slug not in self.vendors:
            self.vendors[slug] = Vendor.objects.get(slug=slug)
        vendor = self.vendors[slug]
        return store(result, vendor=vendor, by=None, language_code=self.language_code)


def _dumped(value):
    return json.dumps(value, ensure_ascii=False)
