"""What people agreed to: the text's version and language, when, and whether still."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from center_site.languages import words


class ConsentPurpose(models.TextChoices):
    """Korea's PIPA and China's PIPL ask for each apart, the transfer abroad above all."""

    TERMS = "terms", _("Terms of use")
    PRIVACY = "privacy", _("Handling of personal data")
    CROSS_BORDER = "cross_border", _("Transfer of personal data to the other country")


class ConsentText(models.Model):
    """One version of what is asked, in both languages. A version that was used stays as it is."""

    purpose = models.CharField(_("purpose"), max_length=20, choices=ConsentPurpose)
    version = models.PositiveIntegerField(_("version"))
    text_ko = models.TextField(_("text (Korean)"))
    text_zh = models.TextField(_("text (Chinese)"))
    created_at = models.DateTimeField(_("in force since"), auto_now_add=True)

    class Meta:
        ordering = ["purpose", "-version"]
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "version"], name="unique_version_of_consent_text"
            )
        ]

    def __str__(self):
        return f"{self.get_purpose_display()} {self.version}"

    @property
    def text(self):
        return words(self, "text")

    @property
    def is_used(self):
        """Whether somebody has answered it: then what they answered to must not change."""
        return self.pk is not None and self.consents.exists()

    def clean(self):
        if self.is_used:
            raise ValidationError(
                _("People have agreed to this text; it stays as it is. Write a new version."),
                code="used",
            )


class Consent(models.Model):
    """One person's answer to one text: of an account, or of the sender of an inquiry."""

    text = models.ForeignKey(
        ConsentText, verbose_name=_("text"), on_delete=models.PROTECT, related_name="consents"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="consents",
    )
    inquiry = models.ForeignKey(
        "catalog.Inquiry",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="consents",
    )
    language_code = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    given_at = models.DateTimeField(_("given"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        ordering = ["given_at", "pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user__isnull=False, inquiry=None)
                | models.Q(user=None, inquiry__isnull=False),
                name="consent_of_one_person",
            )
        ]

    def __str__(self):
        return str(self.text)
