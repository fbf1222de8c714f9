"""A company's listing on its way to the catalogue, and everything that happened to it.

One row per listing for all its life. What the company types is kept as it typed it in
`data` (the listing form's raw input), whatever its state; when it submits, a revision of
`page` is made of it. `page.live` says whether the public sees the listing meanwhile.
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .products import ProductPage
from .vendors import Vendor


class Status(models.TextChoices):
    """Where a listing stands. Every change goes through `catalog.review`."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in_review", _("In review")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    REJECTED = "rejected", pgettext_lazy("decision", "Rejected")
    APPROVED = "approved", _("Approved, to be published")
    PUBLISHED = "published", _("Published")
    EDIT_PENDING = "edit_pending", _("Published, edit begun")
    WITHDRAWN = "withdrawn", pgettext_lazy("decision", "Withdrawn")
    ARCHIVED = "archived", _("Archived")


# The company may write; a submit leads on from here.
EDITABLE = (Status.DRAFT, Status.CHANGES_REQUESTED, Status.REJECTED, Status.EDIT_PENDING)
# The centre has it; what the company sends is refused.
WAITING = (Status.SUBMITTED, Status.IN_REVIEW)


class SubmissionQuerySet(models.QuerySet):
    def of(self, vendor):
        return self.filter(vendor=vendor)

    def waiting(self):
        """What reviewers have to decide, the longest waiting first."""
        return self.filter(status__in=WAITING).order_by("submitted_at", "pk")


class Submission(models.Model):
    """One listing of one company."""

    Status = Status

    # Made by the browser that opened the form: the same form posted twice is one listing.
    client_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.CASCADE, related_name="submissions"
    )
    # Kept for good: unpublished and archived, never deleted, or its history would go.
    page = models.OneToOneField(
        ProductPage,
        verbose_name=_("product"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="submission",
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=Status,
        default=Status.DRAFT,
        editable=False,
        db_index=True,
    )
    data = models.JSONField(default=dict, editable=False)
    # What the form holds, for lists; read from `data` at each save.
    title_ko = models.CharField(max_length=200, blank=True, editable=False)
    title_zh = models.CharField(max_length=200, blank=True, editable=False)
    title_en = models.CharField(max_length=200, blank=True, editable=False)
    family = models.ForeignKey(
        "catalog.Family",
        verbose_name=_("family"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
    )
    completeness = models.PositiveSmallIntegerField(_("completeness"), default=0, editable=False)
    # Grows by one at each save: a stale tab says an older number and is told so.
    version = models.PositiveIntegerField(default=1, editable=False)
    # The company and model by which a spreadsheet's row is known again.
    source_key = models.CharField(max_length=200, blank=True, default="", editable=False)
    language_code = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default="ko"
    )
    # What reviewers decide on: exactly this revision, and marks of what deserves a second look.
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    risks = models.JSONField(_("risk marks"), default=list, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True, db_index=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reviewed_at = models.DateTimeField(_("decided"), null=True, blank=True)
    review_note = models.TextField(_("note to the company"), max_length=4000, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "-pk"]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        indexes = [
            models.Index(fields=["vendor", "-updated_at"]),
            models.Index(fields=["status", "submitted_at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["vendor", "source_key"],
                condition=~models.Q(source_key=""),
                name="unique_source_of_company",
            ),
            models.CheckConstraint(
                condition=models.Q(completeness__lte=100), name="completeness_in_percent"
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["submitted", "in_review"])
                | models.Q(page__isnull=False, revision__isnull=False, submitted_at__isnull=False),
                name="waiting_submission_has_a_revision",
            ),
        ]

    def __str__(self):
        return self.title_ko or self.title_zh or self.title_en or str(_("Untitled listing"))

    @property
    def is_editable(self):
        return self.status in EDITABLE

    @property
    def is_waiting(self):
        return self.status in WAITING


class SubmissionEvent(models.Model):
    """One thing that happened to a listing. Only ever added, so that an auditor can read it."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="events")
    from_status = models.CharField(max_length=20, choices=Status, blank=True)
    to_status = models.CharField(max_length=20, choices=Status)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Kept beside the account, which may be deleted; "company" or "centre" or "system".
    side = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("event of a submission")
        verbose_name_plural = _("events of submissions")

    def __str__(self):
        return f"{self.from_status} → {self.to_status}"


class SubmissionComment(models.Model):
    """What reviewer and company say to each other, about one field or the whole listing."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="comments")
    # A name of the listing form's, or "" for the listing as a whole.
    field = models.CharField(_("field"), max_length=80, blank=True)
    text = models.TextField(_("comment"), max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_from_company = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")

    def __str__(self):
        return self.text[:60]
