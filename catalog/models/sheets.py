"""Spreadsheets that companies upload, how far each has been read, and what was found."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .uploads import UploadedFile
from .vendors import Vendor


class SheetImport(models.Model):
    """One spreadsheet: read dry first; its accepted rows become drafts when the company says so."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting to be read")
        READING = "reading", _("Being read")
        READ = "read", _("Read")
        STORING = "storing", _("Drafts are being made")
        STORED = "stored", _("Drafts made")
        FAILED = "failed", _("Could not be finished")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="sheet_imports"
    )
    upload = models.ForeignKey(UploadedFile, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    language_code = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    rows_done = models.PositiveIntegerField(default=0)
    rows_total = models.PositiveIntegerField(default=0)
    # How often its present work was taken up again after a worker had died over it.
    retries = models.PositiveSmallIntegerField(default=0)
    # The report as `import_products --json` prints it.
    report = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("spreadsheet import")
        verbose_name_plural = _("spreadsheet imports")

    def __str__(self):
        return str(self.upload)
