"""Work that recurs: each app names its own in a `register_chore` hook, one command does it.

A hook is a function that returns a Chore. What is due is decided by a row in the database,
claimed by compare-and-set: several machines may run the command and each chore is still
done once in its time. A chore must be safe to do twice, as it may die half-way.
"""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from wagtail import hooks

from center_site.models import ChoreRun

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    """Something to do every so often. The name is its identity; keep it."""

    name: str
    run: Callable[[], object]
    every_seconds: int

    @property
    def period(self):
        return datetime.timedelta(seconds=self.every_seconds)


def registered() -> list[Chore]:
    return sorted((make() for make in hooks.get_hooks("register_chore")), key=lambda c: c.name)


def do_due() -> list[str]:
    """Do what is due; returns the names of what was tried. Failures are logged and end there."""
    done = []
    for chore in registered():
        if _claim(chore):
            done.append(chore.name)
            _finish(chore, _outcome(chore))
    return done


def _claim(chore):
    """Whether this process is the one to do it now."""
    ChoreRun.objects.get_or_create(name=chore.name)
    now = timezone.now()
    due = ChoreRun.objects.filter(name=chore.name, due_at__lte=now)
    return due.update(due_at=now + chore.period, started_at=now) == 1


def _outcome(chore):
    """Do it; the class name of what went wrong, or ""."""
    try:
        chore.run()
    except Exception as problem:
        # One chore that cannot be done is no reason to leave the others undone.
        logger.exception("chore %s failed", chore.name)
        return type(problem).__name__
    return ""


def _finish(chore, error):
    ChoreRun.objects.filter(name=chore.name).update(finished_at=timezone.now(), error=error)
