"""A catalogue file's vendors and products -> published companies and product pages.

Each record is all or nothing and stops nothing else. A record that was loaded before and
has not changed in the file is left alone, so that running again keeps what editors did.
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.signal_handlers import disable_reference_index_auto_update

from catalog.illustrations import illustrate
from catalog.models import ProductIndexPage, ProductPage, ProductPicture, Vendor

from .companies import read_vendor
from .products import KnownTerms, read_product
from .records import BadRecord, fingerprint, read_slug, shown
from .revisions import keep_state
from .taxonomy import FIXTURES

# What the file calls a column whose name differs.
FILE_NAMES = {"country_code": "country", "founded_year": "founded", "website_url": "website"}
# Products of the real catalogue to start with on the front page; editors choose from then on.
FEATURED = frozenset(json.loads((FIXTURES / "featured.json").read_text("utf-8")))


class UnreadableCatalogue(Exception):
    """The file as a whole is not a catalogue."""


@dataclass
class Outcome:
    """What an import did: counts by (kind, what happened), and the records it refused."""

    counts: Counter = field(default_factory=Counter)
    problems: list[tuple[str, str, str, str]] = field(default_factory=list)

    def refuse(self, kind, slug, error):
        self.counts[kind, "refused"] += 1
        self.problems.append((kind, slug, error.field, error.reason))


def read_catalogue(file) -> dict:
    """The file's content. Raises UnreadableCatalogue with a sentence for the operator."""
    try:
        data = json.loads(Path(file).read_text("utf-8-sig"))
    except RecursionError:
        raise _unreadable(file, _("is nested too deeply")) from None
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from error
    for name in ("vendors", "products"):
        if not isinstance(data, dict) or not isinstance(data.get(name), list):
            raise UnreadableCatalogue(
                _("%(file)s has no list “%(name)s”") % {"file": file, "name": name}
            )
    return data


def _unreadable(file, error):
    return UnreadableCatalogue(
        _("%(file)s cannot be read: %(error)s") % {"file": file, "error": error}
    )


class CatalogueImport:
    """One run over one file. `tell(done, total, slug)` is called after every record."""

    def __init__(self, data: dict, *, index_page: ProductIndexPage, tell: Callable):
        self.data = data
        self.index_page = index_page
        self.tell = tell
        self.outcome = Outcome()
        self.known = KnownTerms()

    def run(self) -> Outcome:
        records = [("vendor", record) for record in self.data["vendors"]]
        records += [("product", record) for record in self.data["products"]]
        seen = set()
        for done, (kind, record) in enumerate(records, 1):
            slug = _slug_of(record)
            try:
                self._take(kind, record, seen)
            except BadRecord as error:
                self.outcome.refuse(kind, slug, error)
            self.tell(done, len(records), slug)
        return self.outcome

    def _take(self, kind, record, seen):
        if not isinstance(record, dict):
            raise BadRecord("–", _("an object is expected"))
        slug = read_slug(record)
        if (kind, slug) in seen:
            raise BadRecord("slug", _("“%(slug)s” stands in the file twice") % {"slug": slug})
        seen.add((kind, slug))
        store = self._store_vendor if kind == "vendor" else self._store_product
        try:
            with transaction.atomic():
                what = store(slug, record)
        except ValidationError as error:
            raise _refusal(error) from error
        except (IntegrityError, DataError) as error:
            raise BadRecord(
                "–", _("the database refuses it: %(error)s") % {"error": error}
            ) from error
        self.outcome.counts[kind, what] += 1

    def _store_vendor(self, slug, record):
        vendor = Vendor.objects.filter(source_key=slug).first() or Vendor(source_key=slug)
        if vendor.source_hash == fingerprint(record):
            return "unchanged"
        is_new = vendor.pk is None
        read_vendor(vendor, slug, record)
        vendor.full_clean()
        vendor.save()
        keep_state(vendor, publish=vendor.live)
        self.known = KnownTerms()
        return "added" if is_new else "updated"

    def _store_product(self, slug, record):
        page = ProductPage.objects.filter(source_key=slug).first()
        if page and page.source_hash == fingerprint(record):
            return "unchanged"
        is_new = page is None
        page = page or ProductPage(source_key=slug, live=False, is_featured=slug in FEATURED)
        publish = is_new or page.live
        read_product(page, slug, record, self.known)
        with disable_reference_index_auto_update():
            self.index_page.add_child(instance=page) if is_new else page.save()
        _picture(page)
        keep_state(page, publish=publish, log_action=False)
        return "added" if is_new else "updated"


def _picture(page):
    """Give a page our illustrations, unless an editor has given it a picture of its own."""
    if page.image and not page.image.is_illustration:
        return
    drawn = illustrate(family=page.family, field=page.field, country=page.origin_country)
    page.image = drawn[0] if drawn else None
    page.gallery = [
        ProductPicture(image=image, sort_order=order) for order, image in enumerate(drawn[1:])
    ]


def _refusal(error):
    """A model's own validation error as a report names it."""
    name, messages = next(iter(getattr(error, "message_dict", {"–": error.messages}).items()))
    return BadRecord(FILE_NAMES.get(name, name.replace("__all__", "–")), " ".join(messages))


def _slug_of(record):
    """What to call a record in a report, even one without a usable slug."""
    slug = record.get("slug") if isinstance(record, dict) else None
    return shown(slug) if isinstance(slug, str) and slug else "–"
