"""When each piece of periodic work was last done."""

from django.db import models
from django.utils import timezone


class ChoreRun(models.Model):
    """One chore's place in time; several machines that do chores take turns by this row."""

    name = models.CharField(max_length=60, unique=True)
    due_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    # The class of what went wrong last time; its trace is in the log.
    error = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
