"""A listing's uploaded files -> the pictures, documents and videos of its page."""

import re

from catalog import uploads as files
from catalog.illustrations import illustrate
from catalog.models import ProductDocument, ProductPicture, ProductVideo, UploadedFile

Kind = UploadedFile.Kind
# Copies of uploads are named for their content; what editors add keeps the name it came with.
COPY = re.compile(r"(?:^|/)[0-9a-f]{20,64}(?:_\w+)?\.\w+$")


def write_media(page, uploads):
    """Give the page the copies of the uploaded files that revisions refer to.

    What editors added themselves stays after them. A page without a picture shows its
    family's illustration, as products from files do.
    """
    by_kind = {kind: [] for kind in Kind}
    for upload in sorted(uploads, key=lambda upload: (upload.sort_order, upload.created_at)):
        by_kind[upload.kind].append(upload)
    _write_pictures(page, by_kind[Kind.PICTURE])
    _write_documents(page, by_kind[Kind.DOCUMENT])
    _write_videos(page, by_kind[Kind.VIDEO])


def _write_pictures(page, uploads):
    pictures = [files.public_image(upload) for upload in uploads]
    pictures += [image for image in _pictures_of(page) if _is_editors(image)]
    if not pictures and page.family_id:
        pictures = illustrate(family=page.family, field=page.field, country=page.origin_country)
    page.image = pictures[0] if pictures else None
    page.gallery = [
        ProductPicture(image=image, sort_order=place) for place, image in enumerate(pictures[1:])
    ]


def _pictures_of(page):
    found = [page.image, *(row.image for row in page.gallery.all())]
    return list({image.pk: image for image in found if image}.values())


def _is_editors(image):
    return not image.is_illustration and not _is_copy(image.file)


def _write_documents(page, uploads):
    rows = [
        ProductDocument(
            document=files.public_document(upload),
            label_ko=upload.caption_ko,
            label_zh=upload.caption_zh,
        )
        for upload in uploads
    ]
    rows += [row for row in page.documents.all() if not _is_copy(row.document.file)]
    page.documents = _numbered(rows)


def _write_videos(page, uploads):
    rows = [
        ProductVideo(
            file=files.public_video(upload),
            caption_ko=upload.caption_ko,
            caption_zh=upload.caption_zh,
        )
        for upload in uploads
    ]
    rows += [row for row in page.videos.all() if not _is_copy(row.file)]
    page.videos = _numbered(rows)


def _is_copy(file):
    return bool(COPY.search(file.name))


def _numbered(rows):
    for place, row in enumerate(rows):
        row.sort_order = place
    return rows
