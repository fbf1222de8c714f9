"""Spreadsheets over which a worker died, or something broke: none stays at work for ever."""

import datetime
import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from catalog.importing.sheets import imports, resuming
from catalog.importing.sheets.imports import ask_for_drafts, make_drafts, read_sheet, take_sheet
from catalog.importing.sheets.resuming import MOST_RETRIES, take_up_stuck
from catalog.models import SheetImport, Submission
from center_site.chores import registered
from tests.factories import make_vendor
from tests.portal_factories import make_member

CONTENT = "업체명,제품명(국문),제품군,판매가\n한빛로봇,한빛 1호,협동로봇,문의\n".encode()
LONG_AGO = datetime.timedelta(minutes=16)


@pytest.fixture
def sheet(taxonomy):
    """A sheet that waits to be read; its task is lost."""
    vendor = make_vendor(name_ko="한빛로봇")
    file = SimpleUploadedFile("list.csv", CONTENT)
    return take_sheet(file, vendor=vendor, by=make_member(vendor), language_code="ko")


def leave(sheet, status, ago=LONG_AGO, **columns):
    """The sheet as a killed worker leaves it."""
    SheetImport.objects.filter(pk=sheet.pk).update(
        status=status, updated_at=timezone.now() - ago, **columns
    )


def now(sheet):
    sheet.refresh_from_db()
    return sheet.status


@pytest.mark.parametrize(("status", "retries"), [("waiting", 0), ("reading", 1)])
def test_sheet_nobody_reads_is_read_anew(sheet, status, retries):
    leave(sheet, status)
    assert take_up_stuck() == 1
    assert (now(sheet), sheet.retries) == ("read", retries)
    assert sheet.report["summary"] == {"accept": 1, "reject": 0}


def test_drafts_are_made_on_and_none_twice(sheet, monkeypatch):
    read_sheet.enqueue(str(sheet.pk))
    leave(sheet, "storing", report=SheetImport.objects.get().report)
    make_drafts.enqueue(str(sheet.pk))
    drafts = list(Submission.objects.values())
    leave(sheet, "storing")
    assert take_up_stuck() == 1
    assert (now(sheet), sheet.retries) == ("stored", 1)
    assert list(Submission.objects.values()) == drafts


@pytest.mark.parametrize("status", ["waiting", "reading", "storing"])
def test_what_moved_lately_is_left_alone(sheet, status):
    leave(sheet, status, ago=datetime.timedelta(minutes=14))
    assert take_up_stuck() == 0
    assert now(sheet) == status


@pytest.mark.parametrize("status", ["read", "stored", "failed"])
def test_what_is_at_rest_is_left_alone(sheet, status):
    leave(sheet, status)
    assert take_up_stuck() == 0
    assert now(sheet) == status


@pytest.mark.parametrize("status", ["reading", "storing"])
def test_sheet_that_kills_its_workers_is_given_up(sheet, status, monkeypatch):
    for task in ("read_sheet", "make_drafts"):
        monkeypatch.setattr(resuming, task, Killed())
    states = {"reading": "waiting", "storing": "storing"}
    for _time in range(MOST_RETRIES):
        leave(sheet, status)
        assert take_up_stuck() == 1
        assert now(sheet) == states[status]
    leave(sheet, status)
    assert take_up_stuck() == 0
    assert (now(sheet), sheet.retries) == ("failed", MOST_RETRIES)
    assert sheet.error


class Killed:
    """A task whose worker dies before it does anything."""

    def enqueue(self, sheet_id):
        pass


def test_two_machines_take_a_sheet_up_once(sheet, monkeypatch):
    leave(sheet, "reading")
    stale = SheetImport.objects.get()
    assert resuming._take_up(stale) is True
    assert resuming._take_up(stale) is False
    assert (now(sheet), sheet.retries) == ("read", 1)


def test_drafts_have_retries_of_their_own(sheet):
    read_sheet.enqueue(str(sheet.pk))
    SheetImport.objects.update(retries=MOST_RETRIES)
    assert ask_for_drafts(sheet)
    now(sheet)
    assert sheet.retries == 0


@pytest.mark.parametrize("status", ["reading", "storing"])
def test_what_nobody_expected_leaves_a_message_and_a_log(sheet, status, monkeypatch, caplog):
    def break_off(*args, **kwargs):
        raise RuntimeError("nobody expected this")

    if status == "storing":
        read_sheet.enqueue(str(sheet.pk))
        leave(sheet, status)
    monkeypatch.setattr(imports, "local_copy", break_off)
    with caplog.at_level(logging.ERROR):
        (read_sheet if status == "reading" else make_drafts).enqueue(str(sheet.pk))
    assert now(sheet) == "failed"
    assert sheet.error
    assert "nobody expected" not in sheet.error
    [record] = [record for record in caplog.records if str(sheet.pk) in record.getMessage()]
    assert record.exc_info[0] is RuntimeError


def test_it_is_a_chore(db):
    assert take_up_stuck in [chore.run for chore in registered()]
