"""Derived columns and search documents follow every save, whoever makes it."""

from django.db import transaction
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context
from wagtail.models import WorkflowState
from wagtail.signals import (
    page_published,
    page_unpublished,
    workflow_cancelled,
    workflow_rejected,
)

from center_site.privacy import pictures_of, refresh_pictures

from .models import ProductPage, Submission, Vendor
from .ordering import stamp_order
from .review.following import follow_publication, follow_removal, follow_sent_back
from .review.workflow import submission_of
from .search.indexing import update_documents
from .translation import stamp_states


@receiver(pre_save, sender=ProductPage)
def stamp_product(instance, raw, **kwargs):
    if not raw:
        stamp_states(instance)
        stamp_order(instance)
        instance.unique_slug = instance.slug


@receiver(pre_save, sender=Vendor)
def stamp_vendor(instance, raw, **kwargs):
    if not raw:
        stamp_order(instance)


@receiver(page_published, sender=ProductPage)
def index_product(instance, **kwargs):
    _index_on_commit(pk=instance.pk)


@receiver(post_save, sender=ProductPage)
def index_new_product(instance, created, raw, **kwargs):
    if created and not raw:
        _index_on_commit(pk=instance.pk)


@receiver(post_save, sender=Vendor)
def index_products_of(instance, created, raw, **kwargs):
    if not created and not raw:
        _index_on_commit(vendor=instance)


@receiver(post_save, sender=Vendor)
def follow_company(instance, created, raw, **kwargs):
    """A company's products are public as long as it is itself; so are their pictures."""
    if not created and not raw:
        refresh_pictures(pictures_of(ProductPage.objects.filter(vendor=instance)))


def _index_on_commit(**which):
    transaction.on_commit(lambda: update_documents(ProductPage.objects.filter(**which)))


@receiver([workflow_rejected, workflow_cancelled], sender=WorkflowState)
def listing_sent_back(instance, user, **kwargs):
    if submission := submission_of(instance):
        note = instance.current_task_state.comment if instance.current_task_state else ""
        follow_sent_back(submission, by=user, note=note)


@receiver(page_published, sender=ProductPage)
def listing_published(instance, revision, **kwargs):
    if submission := Submission.objects.filter(page_id=instance.pk).first():
        follow_publication(submission, instance, revision=revision, by=_acting())


@receiver(page_unpublished, sender=ProductPage)
def listing_taken_down(instance, **kwargs):
    if submission := Submission.objects.filter(page_id=instance.pk).first():
        follow_removal(submission, instance, by=_acting())


def _acting():
    """Who is at work in the CMS; nobody in a command."""
    return get_active_log_context().user
