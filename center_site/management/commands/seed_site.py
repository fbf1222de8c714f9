"""The home page and the page about the centre, from fixtures/pages.json."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page, Site

from center_site.models import ContentPage, HomePage

PAGES = Path(__file__).resolve().parents[2] / "fixtures" / "pages.json"


class Command(BaseCommand):
    help = "Make the home page and the page about the centre, unless they are there."

    @transaction.atomic
    def handle(self, **options):
        words = json.loads(PAGES.read_text("utf-8"))
        home = HomePage.objects.first()
        if home is None:
            home = self.make_home(words["home"])
        if not ContentPage.objects.exists():
            about = ContentPage(**self.fields(words["about"]), show_in_menus=True)
            home.add_child(instance=about)
            about.save_revision().publish()
        self.stdout.write(f"pages: {Page.objects.count() - 1} in the tree")

    def make_home(self, words):
        """The home page takes the place of the greeting that a new Wagtail database holds."""
        root = Page.get_first_root_node()
        home = HomePage(**self.fields(words))
        greeting = root.get_children().filter(slug="home").first()
        if greeting:
            greeting.specific.delete()
            root.refresh_from_db()
        root.add_child(instance=home)
        home.save_revision().publish()
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={"hostname": "localhost", "root_page": home, "site_name": home.title},
        )
        return home

    def fields(self, words):
        return {**words, "body": json.dumps(words["body"])}
