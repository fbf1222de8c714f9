"""Which pictures the public may see: those that something live shows, and the centre's own.

A private picture's renditions lie in a folder that only staff, and whoever else may see it,
are served from. When a picture changes sides its renditions move, so that no address of
before leads anywhere. Signals ask at once for the pictures of a page that was published or
taken down; a recurring chore asks for all of them, and is the truth.
"""

import json
from pathlib import PurePath

from django.db import models, transaction
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from .models import BasePage, CenterImage, CenterRendition
from .models.images import PRIVATE_FOLDER


def refresh_pictures(numbers: set[int] | None = None) -> int:
    """Open and close these pictures, or all, to the public as they should be; how many changed.

    The centre's own drawings and whatever else has a source key are never closed.
    """
    candidates = CenterImage.objects.filter(source_key=None)
    if numbers is not None:
        candidates = candidates.filter(pk__in=numbers)
    were_private = dict(candidates.values_list("pk", "is_private"))
    if not were_private:
        return 0
    live = live_pictures(set(were_private) if numbers is not None else None)
    changed = [pk for pk, was in were_private.items() if was == (pk in live)]
    for pk in changed:
        set_private(pk, is_private=pk not in live)
    _mend_folders(numbers)
    return len(changed)


def live_pictures(among: set[int] | None = None) -> set[int]:
    """The numbers of the pictures that published pages show."""
    found = set()
    for model in page_models():
        found |= pictures_of(model.objects.published(), among)
    return found


def page_models() -> list[type[BasePage]]:
    return [model for model in _below(BasePage) if not model._meta.abstract]


def _below(model):
    for lower in model.__subclasses__():
        yield lower
        yield from _below(lower)


def pictures_of(pages: models.QuerySet, among: set[int] | None = None) -> set[int]:
    """The pictures that the stored rows of these pages, all of one model, refer to."""
    columns = [(pages, name) for name in _picture_columns(pages.model)]
    for relation in get_all_child_relations(pages.model):
        owner = {f"{relation.field.name}__in": pages.order_by().values("pk")}
        rows = relation.related_model._base_manager.filter(**owner)
        columns += [(rows, name) for name in _picture_columns(relation.related_model)]
    found = set()
    for rows, name in columns:
        rows = rows.order_by().exclude(**{name: None})
        rows = rows.filter(**{f"{name}__in": among}) if among is not None else rows
        found.update(rows.values_list(name, flat=True))
    found |= _in_bodies(pages)
    return found if among is None else found & among


def _picture_columns(model):
    return [
        field.attname
        for field in model._meta.get_fields()
        if field.many_to_one and field.concrete and field.related_model is CenterImage
    ]


def _in_bodies(pages):
    """Pictures among the blocks of the pages' longer texts."""
    found = set()
    for field in pages.model._meta.get_fields():
        if isinstance(field, StreamField):
            text = Cast(field.name, models.TextField())
            bodies = pages.order_by().annotate(written=text).filter(written__contains='"picture"')
            for written in bodies.values_list("written", flat=True):
                stream = field.to_python(json.loads(written))
                references = field.extract_references(stream)
                found.update(
                    int(number) for model, number, *_paths in references if model is CenterImage
                )
    return found


@transaction.atomic
def set_private(number: int, *, is_private: bool) -> None:
    """Take the picture, with every rendition it has, out of the public's reach or into it."""
    image = CenterImage.objects.select_for_update().filter(pk=number).first()
    if image is None or image.is_private == is_private:
        return
    image.is_private = is_private
    image.save(update_fields=["is_private"])
    for rendition in image.renditions.all():
        _move(rendition)


def _move(rendition):
    """Copy the file to where it belongs now; the old one goes once nothing speaks of it."""
    storage, old = rendition.file.storage, rendition.file.name
    rendition.purge_from_cache()
    try:
        with storage.open(old, "rb") as file:
            new = storage.save(rendition.get_upload_to(PurePath(old).name), file)
    except FileNotFoundError:
        rendition.delete()
        return
    CenterRendition.objects.filter(pk=rendition.pk).update(file=new)
    transaction.on_commit(lambda: storage.delete(old))


def _mend_folders(numbers):
    """Renditions that were being made while their picture changed sides."""
    lies_private = models.Q(file__startswith=f"{PRIVATE_FOLDER}/")
    misplaced = CenterRendition.objects.filter(
        models.Q(image__is_private=True) & ~lies_private
        | models.Q(image__is_private=False) & lies_private
    ).select_related("image")
    if numbers is not None:
        misplaced = misplaced.filter(image__in=numbers)
    with transaction.atomic():
        for rendition in misplaced:
            _move(rendition)
