"""Spreadsheets whose worker was killed over them: taken up again, and given up in the end.

A sheet at work tells how far it is every few seconds, so one that has not moved for long has
nobody. Reading it anew and making its drafts anew are both safe.
"""

import datetime
import logging

from django.db.models import F
from django.utils import timezone, translation

from catalog.models import SheetImport

from .imports import BROKEN_OFF, Status, make_drafts, read_sheet

logger = logging.getLogger(__name__)
SILENCE = datetime.timedelta(minutes=15)
MOST_RETRIES = 3


def take_up_stuck() -> int:
    """Take up again what has not moved for long; returns how many sheets."""
    since = timezone.now() - SILENCE
    stuck = SheetImport.objects.filter(
        status__in=(Status.WAITING, Status.READING, Status.STORING), updated_at__lt=since
    )
    return sum(_take_up(sheet) for sheet in stuck.defer("report"))


def _take_up(sheet):
    if sheet.status == Status.WAITING:
        # Nobody has begun: its task was lost, or is still in a long queue; a second does no harm.
        return _claim(sheet) and _enqueue(read_sheet, sheet)
    if sheet.retries >= MOST_RETRIES:
        return _give_up(sheet)
    again = {"retries": F("retries") + 1}
    if sheet.status == Status.READING:
        return _claim(sheet, status=Status.WAITING, **again) and _enqueue(read_sheet, sheet)
    return _claim(sheet, **again) and _enqueue(make_drafts, sheet)


def _claim(sheet, **columns):
    """Compare-and-set: whether it is this process that takes the sheet up, and nobody moved it."""
    unmoved = SheetImport.objects.filter(
        pk=sheet.pk, status=sheet.status, updated_at=sheet.updated_at
    )
    return unmoved.update(updated_at=timezone.now(), **columns) == 1


def _enqueue(task, sheet):
    """If this process dies before it gets here, the sheet is stuck anew and found anew."""
    task.enqueue(str(sheet.pk))
    return True


def _give_up(sheet):
    logger.error("sheet %s is given up after %s retries", sheet.pk, sheet.retries)
    with translation.override(sheet.language_code):
        _claim(sheet, status=Status.FAILED, error=str(BROKEN_OFF[sheet.status]))
    return False
