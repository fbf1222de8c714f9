"""What the centre decides about a company: who it is, and what its page may say."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .uploads import UploadedFile
from .vendors import Vendor


class Decision(models.Model):
    """Something a company hands in and a named reviewer decides."""

    class Status(models.TextChoices):
        SUBMITTED = "submitted", _("Waiting for review")
        APPROVED = "approved", _("Approved")
        REJECTED = "rejected", pgettext_lazy("decision", "Rejected")

    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.SUBMITTED, db_index=True
    )
    submitted_at = models.DateTimeField(_("submitted"), default=timezone.now, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reviewed_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    review_note = models.TextField(_("note to the company"), max_length=2000, blank=True)

    class Meta:
        abstract = True
        ordering = ["-submitted_at"]


class VerificationQuerySet(models.QuerySet):
    def valid_on(self, day):
        return self.filter(status=Decision.Status.APPROVED, expires_on__gte=day)


class CompanyVerification(Decision):
    """That a company is who it says: its registration number and licence, good for a year."""

    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="verifications"
    )
    country_code = models.CharField(_("country"), max_length=2)
    # Digits and capital letters only, as the check digit was computed.
    registration_number = models.CharField(_("registration number"), max_length=18)
    licence = models.ForeignKey(
        UploadedFile,
        verbose_name=_("business licence"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    expires_on = models.DateField(_("valid until"), null=True, blank=True)

    objects = VerificationQuerySet.as_manager()

    class Meta(Decision.Meta):
        verbose_name = _("company verification")
        verbose_name_plural = _("company verifications")
        constraints = [
            models.UniqueConstraint(
                fields=["vendor"],
                condition=models.Q(status="submitted"),
                name="one_open_verification_of_company",
                violation_error_message=_("A verification is waiting for review already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status="approved") | models.Q(expires_on__isnull=False),
                name="approved_verification_expires",
            ),
        ]

    def __str__(self):
        return f"{self.vendor} · {self.registration_number}"


class ProfileChange(Decision):
    """New words and facts for a company's page; the page stays as it is until approved."""

    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="profile_changes"
    )
    # {column of Vendor: new value}
    data = models.JSONField(_("new profile"), default=dict)

    class Meta(Decision.Meta):
        verbose_name = _("profile change")
        verbose_name_plural = _("profile changes")
        constraints = [
            models.UniqueConstraint(
                fields=["vendor"],
                condition=models.Q(status="submitted"),
                name="one_open_profile_change_of_company",
            )
        ]

    def __str__(self):
        return str(self.vendor)
