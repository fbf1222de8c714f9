"""Makes every size and format of every picture ahead of the pages that show it."""

import time

from django.core.management.base import BaseCommand
from django.db.models import Count, Q

from center_site import pictures
from center_site.models import CenterImage


class Command(BaseCommand):
    help = "Make the missing AVIF, WebP and JPEG renditions of all pictures."

    def add_arguments(self, parser):
        parser.add_argument(
            "--first", action="store_true", help="only the sizes that a page cannot do without"
        )
        parser.add_argument(
            "--every", type=int, metavar="SECONDS", help="look again and again, for new pictures"
        )

    def handle(self, *, first, every, **options):
        specs = pictures.NEEDED if first else pictures.ALL_SPECS
        while True:
            done, failed = self.prepare(specs)
            if done or failed:
                self.stdout.write(f"pictures: {done} prepared, {failed} could not be read")
            if not every:
                return
            time.sleep(every)

    def prepare(self, specs):
        """(made, failed): prepares each image that lacks one of the specs."""
        made = Count("renditions", filter=Q(renditions__filter_spec__in=specs), distinct=True)
        waiting = CenterImage.objects.annotate(made=made).filter(made__lt=len(specs))
        outcomes = [pictures.prepare(image, specs) for image in waiting.order_by("pk")]
        return outcomes.count(True), outcomes.count(False)
