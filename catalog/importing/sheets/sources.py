"""A table's rows, whatever file they come from, one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

LONGEST_CELL = 10_000


class UnreadableSheet(Exception):
    """The file as a whole cannot be read; the message tells the uploader why and what to do."""


@dataclass(frozen=True)
class Formula:
    """A cell that computes: what it says, and the value its program computed last."""

    text: str
    value: object = None


@dataclass(frozen=True)
class SheetRow:
    """One row: its number as people count, its cells, and which of them a merge filled."""

    number: int
    cells: list
    merged: frozenset = frozenset()
    # Whether its first text runs across the table, as headings do.
    is_across: bool = False


@dataclass
class Source:
    """A file opened for reading: `rows` yields each row once."""

    name: str
    kind: str
    rows: Iterator[SheetRow]
    total: int
    facts: dict = field(default_factory=dict)

    @property
    def row_name(self):
        """What the report calls the number of a row."""
        return "row" if self.kind == "xlsx" else "record"

    def column_name(self, index: int, header: str) -> str:
        """How the report names a column: by its letter, or by its header."""
        return letters(index) if self.kind == "xlsx" else header


def letters(index: int) -> str:
    """0 -> A, 26 -> AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def unreadable(message, **values):
    return UnreadableSheet(message % values if values else message)


def damaged() -> str:
    return _("The workbook is damaged. Open it in Excel, save it anew and send it again.")


def refuse_empty(size):
    if not size:
        raise UnreadableSheet(_("The file is empty."))
