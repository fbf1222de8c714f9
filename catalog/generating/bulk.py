"""Writing thousands of product pages in a few statements.

Wagtail adds one page at a time, with some forty statements each. Here the rows are
written in batches, which leaves out what only single saves make: revisions, log entries,
Wagtail's own search index and its reference index (`update_index` and
`rebuild_references_index` make the last two). Derived columns and search documents are
there, written by the functions that follow a save too.

Two private functions are needed, both unchanged for years and both covered by a test:
Django's `QuerySet._insert`, because `bulk_create` refuses a model with a parent table,
and treebeard's `_get_path`, which spells a page's place in the tree.
"""

from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from catalog.models import (
    ProductAlias,
    ProductHighlight,
    ProductIndexPage,
    ProductPage,
    ProductPicture,
    ProductSpec,
    SearchDocument,
)
from catalog.search.indexing import document_of

BATCH = 500
ROWS = {
    "specs": ProductSpec,
    "highlights": ProductHighlight,
    "other_names": ProductAlias,
    "gallery": ProductPicture,
}
LINKS = {"applications": "application_id", "industries": "industry_id"}


@transaction.atomic
def insert_products(pages: list[ProductPage], index_page: ProductIndexPage) -> None:
    """Write unsaved product pages, with their rows, as the last children of `index_page`."""
    _place(pages, index_page)
    for page, row in zip(pages, _insert_parents(pages), strict=True):
        page.pk = page.id = row.pk
    _insert_children(pages)
    for name, model in ROWS.items():
        model.objects.bulk_create(chain.from_iterable(_rows(pages, name)), batch_size=BATCH)
    for name, column in LINKS.items():
        _link(pages, name, column)
    documents = (document_of(page) for page in pages)
    SearchDocument.objects.bulk_create(documents, batch_size=BATCH)


def _place(pages, index_page):
    """Give each page what its place in the tree and its publication decide."""
    now = timezone.now()
    content_type = ContentType.objects.get_for_model(ProductPage)
    parent = Page.objects.select_for_update().get(pk=index_page.pk)
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    for number, page in enumerate(pages, step + 1):
        page.path = Page._get_path(parent.path, parent.depth + 1, number)
        page.depth = parent.depth + 1
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale_id = parent.locale_id
        page.content_type = content_type
        page.draft_title = page.title
        if page.live:
            page.first_published_at = page.last_published_at = now
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))


def _insert_parents(pages):
    columns = [field.attname for field in Page._meta.local_concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in columns}) for page in pages]
    return Page.objects.bulk_create(rows, batch_size=BATCH)


def _insert_children(pages):
    fields = ProductPage._meta.local_concrete_fields
    size = min(BATCH, connection.ops.bulk_batch_size(fields, pages))
    for start in range(0, len(pages), size):
        ProductPage.objects.all()._insert(
            pages[start : start + size], fields=fields, using=connection.alias
        )


def _rows(pages, name):
    for page in pages:
        rows = getattr(page, name).all()
        for row in rows:
            row.product_id = page.pk
        yield rows


def _link(pages, name, column):
    through = getattr(ProductPage, name).through
    links = [
        through(productpage_id=page.pk, **{column: term.pk})
        for page in pages
        for term in getattr(page, name).all()
    ]
    through.objects.bulk_create(links, batch_size=BATCH)
