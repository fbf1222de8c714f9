"""Whether anything that screens show has changed: one small number instead of a rebuild.

Every save and deletion of a record that stands in the content counts as a change, in the
same transaction, so the count is seen exactly when the change is. Writes that pass by
Django's signals (`QuerySet.update`) are caught by the bundle's timer.
"""

import os
from functools import cache
from uuid import uuid4

from django.db.models import Count, F, Max, Sum
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from catalog.models import (
    ExhibitPlace,
    FamilySpec,
    ProductCertificate,
    ProductHighlight,
    ProductPicture,
    ProductSpec,
    RelatedProduct,
    SpecChoice,
    Term,
    Vendor,
)
from center_site.models import CenterImage, CenterRendition

from .models import CatalogChange, Kiosk

SHOWN = (
    CenterImage,
    ExhibitPlace,
    FamilySpec,
    Kiosk,
    Page,
    PageViewRestriction,
    ProductCertificate,
    ProductHighlight,
    ProductPicture,
    ProductSpec,
    RelatedProduct,
    SpecChoice,
    Term,
    Vendor,
)
# What saving a draft touches on the live page: nothing that a visitor sees.
DRAFT_FIELDS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}


def watch_changes():
    """Count every change from now on; called once, when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(_count, dispatch_uid="kiosk.freshness")


def _count(sender, update_fields=None, **kwargs):
    is_draft = update_fields and set(update_fields) <= DRAFT_FIELDS
    if issubclass(sender, SHOWN) and not is_draft:
        writer = _writer(os.getpid())
        if not CatalogChange.objects.filter(pk=writer).update(changes=F("changes") + 1):
            CatalogChange.objects.create(pk=writer, changes=1)


@cache
def _writer(process_id):
    """This process's row; a forked worker has another."""
    return uuid4()


def freshness() -> str:
    """Equal as long as nothing that screens show has changed; another text afterwards.

    Pictures count by their renditions, which are made in bulk and send no signal. The
    day counts because exhibits come and go and certificates expire by the calendar.
    """
    changes = CatalogChange.objects.aggregate(sum=Sum("changes"), writers=Count("pk"))
    pictures = CenterRendition.objects.aggregate(last=Max("pk"), count=Count("pk"))
    parts = [*changes.values(), *pictures.values(), timezone.localdate()]
    return "-".join(str(part) for part in parts)
