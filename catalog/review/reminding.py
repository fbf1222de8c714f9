"""Reminding reviewers of what has waited for long."""

import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from catalog.models import Submission
from catalog.notifying import members_of, notify

from .events import words_of

PATIENCE = datetime.timedelta(days=3)


def remind_of_waiting() -> int:
    """Tell every reviewer of each listing that has waited for three days, and every three more.

    Safe to run at any time and by several at once; returns how many listings it told of.
    """
    due = timezone.now() - PATIENCE
    not_lately = Q(reminded_at=None) | Q(reminded_at__lte=due)
    waiting = Submission.objects.waiting().filter(not_lately, submitted_at__lte=due)
    return sum(_remind(submission, not_lately) for submission in waiting.select_related("vendor"))


@transaction.atomic
def _remind(submission, not_lately):
    now = timezone.now()
    # whoever changes the row tells; another run finds nothing to change
    found = Submission.objects.waiting().filter(not_lately, pk=submission.pk)
    if not found.update(reminded_at=now):
        return False
    reviewers = get_user_model().objects.with_perm(
        "catalog.change_submission",
        backend="django.contrib.auth.backends.ModelBackend",
        include_superusers=False,
    )
    notify(
        "review_reminder",
        event_key=f"review_reminder:{submission.pk}:{now:%Y%m%d%H%M%S%f}",
        users=reviewers.exclude(pk__in=members_of(submission.vendor)),
        context={**words_of(submission), "days": (now - submission.submitted_at).days},
        path=f"/cms/submissions/{submission.pk}/",
    )
    return True
