"""Sheets made by the tests, and the real catalogue that their companies stand in."""

import csv
import io
from functools import cache
from unittest import mock

import openpyxl
import pytest
from django.db import transaction
from wagtail.models import Page

from catalog import illustrations
from catalog.importing.catalogue import CatalogueImport, read_catalogue
from catalog.importing.pages import catalogue_page
from catalog.importing.sheets.reading import Known, SheetReading
from catalog.importing.taxonomy import FIXTURES
from center_site.models import HomePage
from tests.factories import make_vendor


@pytest.fixture(scope="package")
def real_catalogue(django_db_setup, django_db_blocker, package_drawings):
    """Loaded once for the tests of this folder, and rolled back after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        root = Page.get_first_root_node()
        root.add_child(instance=HomePage(title="Home", slug="centre"))
        data = read_catalogue(FIXTURES / "catalogue.json")
        CatalogueImport(data, index_page=catalogue_page(), tell=lambda *progress: None).run()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="package")
def package_drawings():
    """Drawings of thumbnail size."""
    with mock.patch.multiple(
        illustrations, WIDTH=80, HEIGHT=60, render=cache(illustrations.render)
    ):
        yield


@pytest.fixture
def known(taxonomy, db):
    """One company, 한빛로봇, in a catalogue without products."""
    make_vendor(slug="hanbit", name_ko="한빛로봇", name_zh="韩光机器人", name_en="Hanbit")
    return Known()


@pytest.fixture
def read(known):
    """`read(path, ...)` -> {"header_row", "columns", "rows", ...} as --json prints it."""

    def run(path, **options):
        reading = SheetReading(path, known=known, **options)
        rows = [result.as_json(reading.source.row_name) for result in reading.results()]
        return {**reading.heading(), "rows": rows, "summary": reading.summary}

    return run


@pytest.fixture
def write_csv(tmp_path):
    """`write_csv(rows, encoding=..., delimiter=...)` -> path of a csv file."""

    def write(rows, *, encoding="utf-8", delimiter=",", name="list.csv", ending="\r\n"):
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, lineterminator=ending).writerows(rows)
        path = tmp_path / name
        path.write_bytes(text.getvalue().encode(encoding))
        return path

    return write


@pytest.fixture
def write_xlsx(tmp_path):
    """`write_xlsx(rows, merges=[...])` -> path; several sheets as {title: rows}."""

    def write(rows, *, merges=(), name="list.xlsx"):
        book = openpyxl.Workbook()
        book.remove(book.active)
        sheets = rows if isinstance(rows, dict) else {"Sheet1": rows}
        for title, lines in sheets.items():
            sheet = book.create_sheet(title)
            for line in lines:
                sheet.append(line)
            for reference in merges:
                sheet.merge_cells(reference)
        path = tmp_path / name
        book.save(path)
        return path

    return write
