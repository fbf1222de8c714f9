"""The copies of uploads that pages refer to; like everything, private until the page is live.

A picture in the library is shared by the live page and its drafts. So words or a focal
point that change after a page or revision refers to a copy give another copy, which becomes
public when the page that refers to it does; the live page keeps the one it has.
"""

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models.functions import Cast
from wagtail.documents.models import Document

from catalog.models import ProductPage, UploadedFile
from center_site.models import CenterImage
from center_site.privacy import pictures_of

from .reading import open_upload
from .storage import keep

# A focal point is stored with an extent; crops keep this share of the picture around it.
FOCUS_SHARE = 0.2


@transaction.atomic
def public_image(upload: UploadedFile) -> CenterImage:
    """The picture as pages show it, with the words and focal point it has now."""
    words = _picture_facts(upload)
    # Read anew: whether it has become public meanwhile decides.
    image = CenterImage.objects.select_for_update().filter(pk=upload.image_id).first()
    if image and all(getattr(image, name) == value for name, value in words.items()):
        return image
    if image and image.is_private and not _is_referred_to(upload, image):
        for name, value in words.items():
            setattr(image, name, value)
        image.save(update_fields=list(words))
        return image
    with open_upload(upload) as file:
        content = ContentFile(file.read(), name=_copy_name(upload))
    image = CenterImage(
        title=upload.original_name, file=content, uploaded_by_user=upload.uploaded_by, **words
    )
    image.is_private = True
    image._set_image_file_metadata()
    image.save()
    _remember(upload, image=image)
    return image


def _is_referred_to(upload, image):
    """Whether the listing's page or its history shows the copy. A preview is not kept."""
    page = upload.submission and upload.submission.page
    if not page:
        return False
    if pictures_of(ProductPage.objects.filter(pk=page.pk), {image.pk}):
        return True
    written = page.revisions.annotate(written=Cast("content", models.TextField()))
    return written.filter(written__contains=f'"image": {image.pk}').exists()


def _picture_facts(upload):
    names = ("alt_ko", "alt_zh", "caption_ko", "caption_zh")
    return {**{name: getattr(upload, name) for name in names}, **_focus(upload)}


def _focus(upload):
    """The focal point in pixels, or nothing where the company has set none."""
    names = [f"focal_point_{part}" for part in ("x", "y", "width", "height")]
    if upload.focal_x is None or not upload.width or not upload.height:
        return dict.fromkeys(names)
    width, height = upload.width, upload.height
    extent = max(1, round(min(width, height) * FOCUS_SHARE))
    place = round(float(upload.focal_x) * width), round(float(upload.focal_y) * height)
    return dict(zip(names, (*place, extent, extent), strict=True))


@transaction.atomic
def public_document(upload: UploadedFile) -> Document:
    """The paper as pages link to it. Its labels are on the page's own row, not on it."""
    if upload.document:
        return upload.document
    with open_upload(upload) as file:
        content = ContentFile(file.read(), name=_copy_name(upload))
    document = Document(
        title=upload.original_name, file=content, uploaded_by_user=upload.uploaded_by
    )
    document._set_document_file_metadata()
    document.save()
    _remember(upload, document=document)
    return document


def public_video(upload: UploadedFile) -> str:
    """The storage's name of the video for a page's row; one file however often it is asked."""
    with open_upload(upload) as file:
        return keep(file, f"videos/{upload.sha256[:2]}/{upload.sha256}.mp4")


def _copy_name(upload):
    return f"{upload.sha256[:20]}.{upload.file_name.rpartition('.')[2]}"


def _remember(upload, **copies):
    UploadedFile.objects.filter(pk=upload.pk).update(**copies)
    for name, copy in copies.items():
        setattr(upload, name, copy)
