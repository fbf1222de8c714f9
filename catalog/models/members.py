"""Who acts for a company: members, invitations to become one, and the change of its owner."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .notifications import Notification
from .vendors import Vendor

INVITATION_DAYS = 14


class Membership(models.Model):
    """One person's place in one company. People who act for two companies have two accounts."""

    class Role(models.TextChoices):
        OWNER = "owner", pgettext_lazy("of a company", "Owner")
        EDITOR = "editor", pgettext_lazy("of a company", "Editor")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="membership",
    )
    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.EDITOR)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["vendor"],
                condition=models.Q(role="owner"),
                name="one_owner_of_company",
                violation_error_message=_("A company has one owner."),
            )
        ]

    def __str__(self):
        return f"{self.user} · {self.vendor}"

    @property
    def is_owner(self):
        return self.role == self.Role.OWNER

    @cached_property
    def unread_count(self):
        """How many notices this person has yet to read; asked where a menu shows it."""
        return Notification.objects.unread().filter(user_id=self.user_id).count()


class InvitationQuerySet(models.QuerySet):
    def open(self):
        """Invitations that can still be accepted."""
        return self.filter(
            accepted_at=None,
            revoked_at=None,
            created_at__gt=timezone.now() - datetime.timedelta(days=INVITATION_DAYS),
        )


class Invitation(models.Model):
    """An offer to join a company, sent to one address.

    The link's secret is computed with the centre's own key each time it is mailed, and
    only its hash is kept: who reads the database cannot accept an invitation.
    """

    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(
        _("role"), max_length=10, choices=Membership.Role, default=Membership.Role.EDITOR
    )
    language_code = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self):
        return f"{self.email} · {self.vendor}"

    @property
    def secret(self):
        sent = self.created_at.astimezone(datetime.UTC).isoformat()
        offer = f"{self.vendor_id} {self.email} {self.role} {sent}"
        return salted_hmac("catalog.Invitation", offer, algorithm="sha256").hexdigest()

    @property
    def is_open(self):
        until = self.created_at + datetime.timedelta(days=INVITATION_DAYS)
        return not (self.accepted_at or self.revoked_at) and timezone.now() < until


class OwnershipTransfer(models.Model):
    """A change of owner: asked for by the owner, accepted by the next, confirmed by staff."""

    class Status(models.TextChoices):
        REQUESTED = "requested", _("Waiting for the new owner")
        ACCEPTED = "accepted", _("Waiting for the centre")
        CONFIRMED = "confirmed", _("Confirmed")
        DECLINED = "declined", _("Declined")
        CANCELLED = "cancelled", _("Cancelled")

    OPEN = (Status.REQUESTED, Status.ACCEPTED)

    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="transfers"
    )
    from_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("owner", "from"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("owner", "to"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.REQUESTED, db_index=True
    )
    created_at = models.DateTimeField(_("requested"), auto_now_add=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    reviewed_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("ownership transfer")
        verbose_name_plural = _("ownership transfers")
        constraints = [
            models.UniqueConstraint(
                fields=["vendor"],
                condition=models.Q(status__in=["requested", "accepted"]),
                name="one_open_transfer_of_company",
                violation_error_message=_("A transfer is under way already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(from_user=models.F("to_user")), name="transfer_to_another"
            ),
        ]

    def __str__(self):
        return f"{self.vendor}: {self.from_user} → {self.to_user}"
