"""Spreadsheets that companies upload: read dry first, made into drafts when they say so.

`SheetImport.status` changes here alone, by compare-and-set, so that a file is read once
and its drafts are made once however often somebody asks.
"""

import logging
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import SheetImport, UploadedFile
from catalog.notifying import notify
from catalog.uploads import open_upload, take_upload
from center_site.background import task

from .drafts import store
from .reading import SheetReading
from .results import ACCEPT, REJECT, SKIP
from .sources import UnreadableSheet

logger = logging.getLogger(__name__)
Status = SheetImport.Status
# What a company can look through in a report; longer lists are for the operator's command.
MOST_ROWS = 5000
STEP = 50
# Of an accepted row the report keeps what people recognize it by, not what was read.
SHOWN = ("row", "record", "action", "reason", "also", "fields", "duplicate_of", "cells", "warnings")
# What the company is told where it is nobody's fault but ours.
BROKEN_OFF = {
    Status.READING: gettext_lazy(
        "Something went wrong on our side while the sheet was read. Nothing has been stored. "
        "Please send it again, and write to the centre if that does not help."
    ),
    Status.STORING: gettext_lazy(
        "Something went wrong on our side while the drafts were made. Those made so far are "
        "kept. Please send the sheet again for the rest; no draft is made twice."
    ),
}


class TooManyRows(UnreadableSheet):
    """More rows than a report can hold."""


def take_sheet(file, *, vendor, by, language_code: str) -> SheetImport:
    """Keep an uploaded spreadsheet and have it read. Raises ValidationError.

    The file is checked and written before the database is locked: it may be a large one.
    """
    upload = take_upload(file, vendor=vendor, kind=UploadedFile.Kind.SHEET, by=by)
    with transaction.atomic():
        sheet = SheetImport.objects.create(
            vendor=vendor, upload=upload, language_code=language_code, created_by=by
        )
        transaction.on_commit(lambda: read_sheet.enqueue(str(sheet.pk)))
    return sheet


def ask_for_drafts(sheet: SheetImport) -> bool:
    """Have drafts made of the accepted rows; False if that is under way or done already."""
    with transaction.atomic():
        asked = move(sheet.pk, Status.READ, Status.STORING, rows_done=0, retries=0)
        if asked:
            transaction.on_commit(lambda: make_drafts.enqueue(str(sheet.pk)))
    return asked


@task(backend="background")
def read_sheet(sheet_id: str) -> None:
    """Read a waiting sheet and keep its report; a file that cannot be read fails with a reason."""
    if not move(sheet_id, Status.WAITING, Status.READING):
        return
    with _working(sheet_id) as sheet:
        _read(sheet)


@task(backend="background")
def make_drafts(sheet_id: str) -> None:
    """Make drafts of the accepted rows of a sheet; rows that are drafts already are renewed."""
    if SheetImport.objects.filter(pk=sheet_id, status=Status.STORING).exists():
        with _working(sheet_id) as sheet:
            _store(sheet)


@contextmanager
def _working(sheet_id):
    """The sheet, in its company's language. Whatever goes wrong, it says so and is at rest."""
    sheet = SheetImport.objects.select_related("vendor", "upload", "created_by").get(pk=sheet_id)
    with translation.override(sheet.language_code):
        try:
            yield sheet
        except UnreadableSheet as error:
            move(sheet_id, sheet.status, Status.FAILED, error=str(error))
        except Exception:
            logger.exception("sheet %s broke off while it was %s", sheet_id, sheet.status)
            move(sheet_id, sheet.status, Status.FAILED, error=str(BROKEN_OFF[sheet.status]))


def _read(sheet):
    with local_copy(sheet.upload) as path:
        report = _report(sheet, path)
    with transaction.atomic():
        done = len(report["rows"])
        if move(sheet.pk, Status.READING, Status.READ, report=report, rows_done=done):
            _tell(sheet, report)


def _store(sheet):
    outcomes = {}
    with local_copy(sheet.upload) as path:
        reading = _reading(sheet, path)
        for result in reading.results(_progress(sheet)):
            if result.is_accepted:
                outcomes[str(result.number)] = store(
                    result,
                    vendor=sheet.vendor,
                    by=sheet.created_by,
                    language_code=sheet.language_code,
                )
    report = {**sheet.report, "drafts": outcomes}
    move(sheet.pk, Status.STORING, Status.STORED, report=report)


@contextmanager
def local_copy(upload: UploadedFile):
    """The upload as a file on this host, as zip archives are read from their end."""
    suffix = Path(upload.original_name).suffix
    with tempfile.NamedTemporaryFile(suffix=suffix) as copy:
        with open_upload(upload) as content:
            shutil.copyfileobj(content, copy)
        copy.flush()
        yield Path(copy.name)


def _reading(sheet, path):
    name = sheet.upload.original_name
    return SheetReading(path, name=name, vendor_slug=sheet.vendor.slug)


def _report(sheet, path):
    reading = _reading(sheet, path)
    rows = []
    for result in reading.results(_progress(sheet)):
        if result.action == SKIP and result.reason == "blank_row":
            continue
        record = result.as_json(reading.source.row_name)
        shown = {name: record[name] for name in SHOWN if name in record}
        rows.append(shown | {"name": result.names, "slug": result.slug})
        if len(rows) > MOST_ROWS:
            raise TooManyRows(
                _("The sheet has more than %(most)d rows. Please send it in parts.")
                % {"most": MOST_ROWS}
            )
    return {
        **reading.heading(),
        "kind": reading.source.kind,
        "rows": rows,
        "summary": reading.summary,
    }


def _progress(sheet):
    """Keeps how far it is, now and then."""

    def tell(done, total):
        if done % STEP == 0:
            SheetImport.objects.filter(pk=sheet.pk).update(
                rows_done=done, rows_total=total, updated_at=timezone.now()
            )

    return tell


def move(sheet_id, before, after, **columns) -> bool:
    """Compare-and-set: whether the sheet stood at `before`, and is at `after` now."""
    moved = SheetImport.objects.filter(pk=sheet_id, status=before).update(
        status=after, updated_at=timezone.now(), **columns
    )
    return moved == 1


def _tell(sheet, report):
    if sheet.created_by:
        notify(
            "sheet_read",
            event_key=f"sheet_read:{sheet.pk}",
            users=[sheet.created_by],
            context={
                "file": sheet.upload.original_name,
                "accepted": report["summary"][ACCEPT],
                "rejected": report["summary"][REJECT],
            },
            path=f"portal/sheets/{sheet.pk}/",
        )
