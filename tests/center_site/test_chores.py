"""Periodic work is done when due, by one process, and one failure leaves the rest alone."""

import datetime
import subprocess
import sys
import time
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from wagtail import hooks

from center_site import chores
from center_site.chores import Chore, do_due
from center_site.models import ChoreRun

ROOT = settings.BASE_DIR


@pytest.fixture
def only(monkeypatch):
    """`only(chore, ...)` makes these the only ones there are."""

    def register(*those):
        monkeypatch.setattr(
            hooks,
            "get_hooks",
            lambda name: [lambda chore=chore: chore for chore in those],
        )

    return register


@pytest.fixture
def done():
    return []


def chore(done, name="sweep", every=60):
    return Chore(name, lambda: done.append(name), every)


def pass_by(seconds):
    for run in ChoreRun.objects.all():
        run.due_at -= datetime.timedelta(seconds=seconds)
        run.save()


def test_a_chore_is_done_at_once_and_again_when_its_time_has_passed(db, only, done):
    only(chore(done))
    assert do_due() == ["sweep"]
    assert do_due() == []
    pass_by(59)
    assert do_due() == []
    pass_by(1)
    assert do_due() == ["sweep"]
    assert done == ["sweep", "sweep"]


def test_a_chore_that_fails_is_logged_and_stops_no_other(db, only, done, caplog):
    only(Chore("a broken one", lambda: 1 / 0, 60), chore(done))
    assert do_due() == ["a broken one", "sweep"]
    assert done == ["sweep"]
    assert ChoreRun.objects.get(name="a broken one").error == "ZeroDivisionError"
    (record,) = caplog.records
    assert (record.levelname, record.getMessage()) == ("ERROR", "chore a broken one failed")
    assert record.exc_info[0] is ZeroDivisionError


def test_what_another_process_has_claimed_is_left_to_it(db, only, done):
    mine = chore(done)
    only(mine)
    assert chores._claim(mine)
    assert do_due() == []
    assert done == []


def test_the_command_does_what_is_due_once(db, only, done):
    only(chore(done))
    said = StringIO()
    call_command("do_chores", stdout=said)
    assert done == ["sweep"]
    assert said.getvalue().endswith(" sweep\n")


def test_the_command_lists_without_doing(db, only, done):
    only(chore(done), chore(done, "mop", 3600))
    ChoreRun.objects.create(
        name="mop", started_at=timezone.now(), finished_at=timezone.now(), error="OSError"
    )
    said = StringIO()
    call_command("do_chores", only_list=True, stdout=said)
    mop, sweep = said.getvalue().splitlines()
    assert mop.startswith("mop ")
    assert mop.endswith("OSError")
    assert sweep.endswith("never finished")
    assert done == []


def test_a_database_that_is_away_ends_one_round_only(db, monkeypatch, caplog):
    rounds = []

    def do_or_fail():
        rounds.append(1)
        raise OperationalError("gone")

    def wait_or_stop(seconds):
        if len(rounds) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(chores, "do_due", do_or_fail)
    monkeypatch.setattr(time, "sleep", wait_or_stop)
    with pytest.raises(KeyboardInterrupt):
        call_command("do_chores", every=60)
    assert len(rounds) == 2
    assert len(caplog.records) == 2


def test_names_are_each_chores_own(db):
    names = [registered.name for registered in chores.registered()]
    assert len(names) == len(set(names))
    assert {"send mails", "publish scheduled pages"} <= set(names)


def test_every_registered_chore_can_be_done(db, caplog):
    expected = {registered.name for registered in chores.registered()}
    assert set(do_due()) == expected
    assert set(ChoreRun.objects.values_list("name", "error")) == {(name, "") for name in expected}


def test_it_ends_when_asked_to(tmp_path):
    """Beside the server it is stopped by a signal, and must not hang."""
    process = subprocess.Popen(
        [sys.executable, ROOT / "manage.py", "do_chores", "--every", "600"],
        env={
            "PATH": "/usr/bin:/bin",
            "DJANGO_SETTINGS_MODULE": "center_site.settings.test",
            "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(4)
    process.terminate()
    assert process.wait(timeout=10) == -15
    assert "the chores could not be looked up" in process.stderr.read()
