"""Giving an upload back to those who may have it. Who that is, the caller decides."""

import io

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseBase
from PIL import Image

from catalog.models import UploadedFile
from center_site.file_answers import file_answer, keep_private

from .storage import FOLDER, keep

THUMBNAIL_PIXELS = 480


def open_upload(upload: UploadedFile) -> File:
    """The content, to be read and closed. Raises FileNotFoundError if it is lost."""
    return default_storage.open(upload.file_name, "rb")


def respond(upload: UploadedFile, request=None) -> HttpResponseBase:
    """The upload as an answer that no cache keeps; pictures and videos show, others download."""
    shows = upload.media_type.startswith(("image/", "video/"))
    answer = file_answer(
        default_storage,
        upload.file_name,
        media_type=upload.media_type,
        request=request,
        attachment_name="" if shows else upload.original_name,
    )
    return keep_private(answer)


def thumbnail(upload: UploadedFile) -> HttpResponse:
    """A small copy of a picture, made at the first call; a 404 for what is not a picture."""
    if not upload.media_type.startswith("image/"):
        raise Http404
    name = f"{FOLDER}/{upload.sha256[:2]}/{upload.sha256}.small.webp"
    if not default_storage.exists(name):
        keep(_reduced(upload), name)
    return keep_private(file_answer(default_storage, name, media_type="image/webp"))


def _reduced(upload):
    buffer = io.BytesIO()
    with open_upload(upload) as file, Image.open(file) as picture:
        profile = picture.info.get("icc_profile")
        picture.draft("RGB", (THUMBNAIL_PIXELS, THUMBNAIL_PIXELS))
        small = picture if picture.mode in ("RGB", "RGBA") else picture.convert("RGBA")
        small.thumbnail((THUMBNAIL_PIXELS, THUMBNAIL_PIXELS))
        small.save(buffer, "WEBP", quality=80, icc_profile=profile)
    return ContentFile(buffer.getvalue())
