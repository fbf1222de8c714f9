"""What visitors ask of companies: a quote, a demonstration or a call."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .products import ProductPage
from .vendors import Vendor


class Inquiry(models.Model):
    """One person's question to one company about one or several of its products.

    A question about products of several companies is one row per company, with the same
    `batch_key`. When the time is up the personal columns are emptied and the row stays,
    so that the counts do.
    """

    class Kind(models.TextChoices):
        QUOTE = "quote", pgettext_lazy("inquiry", "Quote")
        DEMO = "demo", pgettext_lazy("inquiry", "Demonstration")
        CALL = "call", pgettext_lazy("inquiry", "Call")

    class Status(models.TextChoices):
        NEW = "new", pgettext_lazy("inquiry", "New")
        ANSWERED = "answered", pgettext_lazy("inquiry", "Answered")
        CLOSED = "closed", pgettext_lazy("inquiry", "Closed")

    batch_key = models.UUIDField(default=uuid.uuid4, editable=False)
    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="inquiries"
    )
    products = models.ManyToManyField(
        ProductPage, verbose_name=_("products"), related_name="inquiries"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.NEW, db_index=True
    )
    language_code = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    name = models.CharField(_("name"), max_length=80, blank=True)
    organization = models.CharField(_("company or organization"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    message = models.TextField(_("message"), max_length=2000, blank=True)
    wanted_on = models.DateField(_("wanted day"), null=True, blank=True)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    # The last day on which the personal data may be here.
    purge_on = models.DateField(_("personal data kept until"), db_index=True)
    purged_at = models.DateTimeField(_("personal data deleted"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        indexes = [models.Index(fields=["vendor", "-created_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_key", "vendor"], name="one_inquiry_of_batch_and_company"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.vendor}"


class InquiryMessage(models.Model):
    """One step of an inquiry's history: an answer sent, a note, or a change of its state."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="messages")
    text = models.TextField(_("message"), max_length=4000, blank=True)
    to_status = models.CharField(max_length=10, choices=Inquiry.Status, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_sent = models.BooleanField(_("sent to the visitor"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("message of an inquiry")
        verbose_name_plural = _("messages of inquiries")

    def __str__(self):
        return self.text[:60]
