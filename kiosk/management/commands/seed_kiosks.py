from django.core.management.base import BaseCommand

from kiosk.models import Kiosk


class Command(BaseCommand):
    help = "Make the screen `demo`, unless it is there."

    def handle(self, **options):
        kiosk, is_new = Kiosk.objects.get_or_create(
            slug="demo", defaults={"title": "시연 화면 · 演示屏"}
        )
        self.stdout.write(f"kiosk {kiosk.slug}: {'added' if is_new else 'there already'}")
