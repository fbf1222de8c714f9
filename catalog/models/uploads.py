"""Files that companies upload. Private: they are read by their company and by staff alone.

What becomes public is a copy, made when a listing is submitted: a picture re-encoded into
the picture library, a paper into the document library.
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from center_site.languages import words

from .vendors import Vendor


class UploadedFile(models.Model):
    """One file under the name of its content. The bytes are safe on disk before the row is."""

    class Kind(models.TextChoices):
        PICTURE = "picture", _("Picture")
        DOCUMENT = "document", _("Document")
        VIDEO = "video", _("Video")
        LICENCE = "licence", _("Business licence")
        SHEET = "sheet", _("Spreadsheet")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="uploads"
    )
    submission = models.ForeignKey(
        "catalog.Submission",
        verbose_name=_("listing"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="uploads",
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    # The storage's name, such as vendor_files/ab/ab12….webp. Many rows may share one content.
    file_name = models.CharField(_("file"), max_length=200, editable=False, db_index=True)
    original_name = models.CharField(_("name"), max_length=200)
    media_type = models.CharField(_("media type"), max_length=100)
    sha256 = models.CharField(max_length=64, editable=False)
    size_bytes = models.PositiveBigIntegerField(_("size"))
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    alt_ko = models.CharField(_("alternative text (Korean)"), max_length=200, blank=True)
    alt_zh = models.CharField(_("alternative text (Chinese)"), max_length=200, blank=True)
    caption_ko = models.CharField(_("caption (Korean)"), max_length=120, blank=True)
    caption_zh = models.CharField(_("caption (Chinese)"), max_length=120, blank=True)
    # As shares of width and height, so that a smaller copy keeps it.
    focal_x = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    focal_y = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    sort_order = models.PositiveIntegerField(default=0)
    # The public copy, once the listing has been submitted.
    image = models.ForeignKey(
        "center_site.CenterImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="uploads",
    )
    document = models.ForeignKey(
        "wagtaildocs.Document",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="uploads",
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        ordering = ["sort_order", "created_at", "pk"]
        verbose_name = _("uploaded file")
        verbose_name_plural = _("uploaded files")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "kind", "sha256"],
                condition=models.Q(submission__isnull=False),
                name="file_once_in_listing",
            ),
            models.CheckConstraint(
                condition=models.Q(focal_x=None, focal_y=None)
                | models.Q(
                    focal_x__isnull=False,
                    focal_y__isnull=False,
                    focal_x__gte=0,
                    focal_x__lte=1,
                    focal_y__gte=0,
                    focal_y__lte=1,
                ),
                name="focal_point_in_picture",
            ),
        ]

    def __str__(self):
        return self.original_name

    @property
    def alt(self):
        return words(self, "alt")

    @property
    def caption(self):
        return words(self, "caption")
