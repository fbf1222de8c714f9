"""Which papers and videos the public may see, and what a company sees of its own."""

from catalog.models import (
    ProductCertificate,
    ProductDocument,
    ProductPage,
    ProductVideo,
    UploadedFile,
)


def shows_file(kind: str, key) -> bool:
    """Whether a published product refers to this paper or shows this video."""
    if kind == "document":
        return any(
            _of_published(model.objects.filter(document=key))
            for model in (ProductDocument, ProductCertificate)
        )
    return kind == "video" and _of_published(ProductVideo.objects.filter(file=key))


def _of_published(rows):
    return rows.filter(product__in=ProductPage.objects.published()).exists()


def may_see_file(user, kind: str, key) -> bool:
    """Whether it is the copy of a file that this person's company has sent."""
    own = UploadedFile.objects.filter(vendor__memberships__user=user)
    if kind == "video":
        sha256 = key.rpartition("/")[2].partition(".")[0]
        return own.filter(kind=UploadedFile.Kind.VIDEO, sha256=sha256).exists()
    column = {"picture": "image", "document": "document"}[kind]
    return own.filter(**{column: key}).exists()
