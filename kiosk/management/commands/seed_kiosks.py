from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Make the demo screen."

    def handle(self, **options):
        pass
