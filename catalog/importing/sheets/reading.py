"""A spreadsheet file -> its header, and a Result for every row."""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain, islice
from pathlib import Path

from django.utils.translation import gettext as _

from .companies import Companies
from .files import kind_of
from .layout import Table, find_table
from .products import Products
from .results import ACCEPT, REJECT, SKIP, Result
from .rows import RowReader
from .sources import SheetRow, Source, UnreadableSheet
from .specs import SpecReader
from .terms import SheetTerms
from .text import is_blank
from .texts import open_text
from .workbooks import open_workbook

HEAD = 60
# Formatted but empty rows go on for ever below some tables; these many are reported.
BLANKS_AT_END = 1000


class Known:
    """What rows are matched with: taxonomy, companies, products. Made once per file."""

    @cached_property
    def terms(self):
        return SheetTerms()

    @cached_property
    def companies(self):
        return Companies()

    @cached_property
    def products(self):
        return Products()

    @cached_property
    def labels(self):
        return SpecReader(self.terms).keys_of


class SheetReading:
    """One reading of one file; `results` yields a Result per row, in order, and can run once.

    Raises UnreadableSheet when it is made, or later where a file breaks off.
    """

    def __init__(self, path, *, name: str = "", vendor_slug: str = "", known: Known | None = None):
        self.path = Path(path)
        self.known = known or Known()
        self.vendor_slug = vendor_slug
        self.source = self._open(name or self.path.name)
        self.head = list(islice(self.source.rows, HEAD))
        self.table = self._find_table()
        self.counts = {ACCEPT: 0, REJECT: 0, SKIP: 0}

    def _open(self, name) -> Source:
        opener = {"xlsx": open_workbook, "csv": open_text}[kind_of(self.path, name)]
        return opener(self.path, name, self.known.labels)

    def _find_table(self) -> Table:
        table = find_table(self.head, self.known.labels)
        if table is None:
            raise UnreadableSheet(
                _(
                    "No header row was found. One row near the top must name the columns, such as "
                    "company, product name, category, specifications and price."
                )
            )
        return table

    def results(self, tell: Callable = lambda done, total: None) -> Iterator[Result]:
        """`tell(done, total)` is called after every row; the total is an estimate for csv."""
        reader = RowReader(self.source, self.table, self.known, vendor_slug=self.vendor_slug)
        try:
            for done, result in enumerate(self._judged(reader), 1):
                self.counts[result.action] += 1
                tell(done, max(done, self.source.total))
                yield result
        finally:
            reader.seen.close()

    def _judged(self, reader):
        blanks = []
        for row in chain(self.head, self.source.rows):
            if self.table.header_row <= row.number <= self.table.last_header_row:
                continue
            if row.number > self.table.last_header_row and not _is_empty(row):
                yield from blanks
                blanks = []
                yield reader.read(row)
            elif row.number < self.table.header_row:
                yield Result(row.number, SKIP, "blank_row" if _is_empty(row) else "title_row")
            elif len(blanks) < BLANKS_AT_END:
                blanks.append(Result(row.number, SKIP, "blank_row"))
        yield from blanks

    def columns(self) -> dict:
        """As the report names them."""
        if self.source.kind == "xlsx":
            return {
                self.source.column_name(item.index, item.header): {
                    "header": item.header,
                    "maps_to": item.maps_to,
                }
                for item in self.table.columns
                if item.header
            }
        return {item.header: item.maps_to for item in self.table.columns if item.header}

    def heading(self) -> dict:
        """The report's first part: the file, its facts, where the header is, the columns."""
        header = {"header_row": self.table.header_row}
        if self.source.kind == "csv":
            header["header_record"] = self.table.header_row
        return {"file": self.source.name, **self.source.facts, **header, "columns": self.columns()}

    @property
    def summary(self) -> dict:
        return {ACCEPT: self.counts[ACCEPT], REJECT: self.counts[REJECT]}


def _is_empty(row: SheetRow) -> bool:
    return all(is_blank(cell) for at, cell in enumerate(row.cells) if at not in row.merged)
