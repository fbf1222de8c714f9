"""Derived columns and search documents follow every save, whoever makes it."""

from django.db import transaction
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.signals import page_published

from .models import ProductPage, Vendor
from .ordering import stamp_order
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


def _index_on_commit(**which):
    transaction.on_commit(lambda: update_documents(ProductPage.objects.filter(**which)))
