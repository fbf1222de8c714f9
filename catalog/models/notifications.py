"""What people are told, each event once: shown in the portal and sent by mail."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NotificationQuerySet(models.QuerySet):
    def due(self):
        """Mails to send now: new ones, and failed ones whose next try has come."""
        return self.filter(status=Notification.Status.WAITING, try_at__lte=timezone.now())

    def unread(self):
        return self.filter(read_at=None)


class Notification(models.Model):
    """One event told to one person, in the language that the person reads."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting to be sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Could not be sent")

    # What happened to what, such as "submitted:17:3"; one row per person however often told.
    event_key = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notifications",
    )
    email = models.EmailField(blank=True)
    language_code = models.CharField(max_length=10, choices=settings.LANGUAGES)
    # What the words need: names and numbers, never a secret.
    context = models.JSONField(default=dict)
    path = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.WAITING, db_index=True
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField(default=timezone.now)
    error = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [models.Index(fields=["status", "try_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["event_key", "email"], name="event_told_once_to_a_person"
            )
        ]

    def __str__(self):
        return f"{self.kind} → {self.email}"
