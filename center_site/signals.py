"""Pictures become public and private with the pages that show them."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from .models import BasePage
from .privacy import pictures_of, refresh_pictures


@receiver(pre_save)
def remember_pictures(sender, instance, raw, update_fields, **kwargs):
    """What the page showed until now: what it no longer shows may have to be closed."""
    if issubclass(sender, BasePage) and instance.pk and not raw and update_fields is None:
        instance.pictures_before = _stored_pictures(instance)


@receiver(page_published)
@receiver(page_unpublished)
def follow_page(instance, **kwargs):
    if isinstance(instance, BasePage):
        before = getattr(instance, "pictures_before", set())
        refresh_pictures(before | _stored_pictures(instance))


@receiver(pre_delete)
def close_pictures(sender, instance, **kwargs):
    if issubclass(sender, BasePage):
        numbers = _stored_pictures(instance)
        transaction.on_commit(lambda: refresh_pictures(numbers))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_restriction(**kwargs):
    transaction.on_commit(refresh_pictures)


def _stored_pictures(page):
    return pictures_of(type(page).objects.filter(pk=page.pk))
