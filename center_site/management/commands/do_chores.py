"""Does the centre's periodic work: what is due now, once or again and again."""

import logging
import time

from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError
from django.db import close_old_connections
from django.utils import timezone

from center_site import chores
from center_site.models import ChoreRun

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Send waiting mails, publish what is scheduled, and whatever else is due by now."

    def add_arguments(self, parser):
        parser.add_argument(
            "--every", type=int, metavar="SECONDS", help="look again and again for what is due"
        )
        parser.add_argument(
            "--list",
            action="store_true",
            dest="only_list",
            help="tell what there is, and do nothing",
        )

    def handle(self, *, every, only_list, **options):
        if only_list:
            self.tell()
            return
        while every:
            self.do_what_can_be_done()
            time.sleep(every)
        self.do()

    def do(self):
        for name in chores.do_due():
            self.stdout.write(f"{timezone.localtime():%Y-%m-%d %H:%M:%S} {name}")

    def do_what_can_be_done(self):
        """A database that is away for a while ends one round, not the work for good."""
        close_old_connections()
        try:
            self.do()
        except DatabaseError:
            logger.exception("the chores could not be looked up")

    def tell(self):
        runs = {run.name: run for run in ChoreRun.objects.all()}
        for chore in chores.registered():
            run = runs.get(chore.name)
            state = (run.error or "done") if run and run.finished_at else "never finished"
            when = f"{timezone.localtime(run.started_at):%Y-%m-%d %H:%M}" if run else "-"
            self.stdout.write(
                f"{chore.name:32} every {chore.every_seconds:>6} s  {when:16}  {state}"
            )
