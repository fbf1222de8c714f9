from django.db import models


class CatalogChange(models.Model):
    """How many changes to what screens show one server process has written.

    Each process counts in a row of its own: a single row for all would make every editor
    wait for the end of somebody's long import. The sum over the rows changes with each
    committed change, whichever process made it.
    """

    writer = models.UUIDField(primary_key=True)
    changes = models.PositiveBigIntegerField()

    def __str__(self):
        return f"{self.writer}: {self.changes}"
