"""Xlsx workbooks, streamed: the sheet that holds the table, its merged cells and formulas.

openpyxl reads rows one at a time but says nothing of merges then, as they stand behind the
rows; a look through the sheet's own XML finds them first, and whether there are formulas.
defusedxml keeps entities out of what openpyxl parses. Links and pictures are not followed.
"""

import re
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from pathlib import Path

from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from .headers import header_score
from .sources import Formula, SheetRow, Source, UnreadableSheet, damaged
from .text import is_blank

HEAD_ROWS = 60
CHUNK = 1024 * 1024
OVERLAP = 200
MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+\d+:[A-Z]+\d+)\"")
ROW = re.compile(rb"<(?:\w+:)?row[\s>]")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
MOST_MERGES = 20_000
WIDEST = 400
EXAMPLE_SHEET = re.compile(
    r"예시|샘플|작성\s*예|example|sample|示例|样例|范例|模板说明", re.IGNORECASE
)
BROKEN = (
    DefusedXmlException,
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    IndexError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    SyntaxError,  # ElementTree's ParseError is one
)


@dataclass
class Marks:
    """What stands around a sheet's rows: merged cells, formulas, how many rows there are."""

    rows: int = 0
    has_formulas: bool = False
    # {row: {column: (top row, its column)}} of cells that a vertical merge leaves empty
    filled: dict = field(default_factory=lambda: defaultdict(dict))
    across: set = field(default_factory=set)


def open_workbook(path: Path, name: str, labels) -> Source:
    """Raises UnreadableSheet."""
    try:
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
        sheet, others = _best_sheet(book, labels)
        marks = _marks_of(book, sheet)
        values = _values_of(path, sheet.title) if marks.has_formulas else None
    except BROKEN as error:
        raise UnreadableSheet(damaged()) from error
    facts = {"sheet": sheet.title}
    if others:
        facts["other_sheets"] = others
    rows = _guarded(_rows(sheet, marks, values))
    return Source(name, "xlsx", rows, marks.rows, facts)


def _guarded(rows):
    try:
        yield from rows
    except BROKEN as error:
        raise UnreadableSheet(damaged()) from error


def _best_sheet(book, labels):
    """(the sheet with the best header and rows below it, titles of others that look alike)."""
    scores = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        scores[sheet.title] = _sheet_score(sheet, labels)
    if not scores:
        raise UnreadableSheet(_("The workbook has no sheet with cells."))
    best = max(scores, key=scores.get)
    alike = [title for title, score in scores.items() if title != best and score[1] >= 10]
    return book[best], alike


def _sheet_score(sheet, labels):
    head = [
        ["" if value is None else str(value) for value in row[:WIDEST]]
        for row in islice(sheet.iter_rows(values_only=True), HEAD_ROWS)
    ]
    scores = [header_score(row, labels) for row in head]
    best = max(scores, default=0)
    below = head[scores.index(best) + 1 :] if best else []
    filled = sum(1 for row in below if sum(not is_blank(cell) for cell in row) > 2)
    shown = sheet.sheet_state == "visible" and not EXAMPLE_SHEET.search(sheet.title)
    return bool(best and filled and shown), best if shown else best / 2, min(filled, 20)


def _marks_of(book, sheet):
    """Looked up in the sheet's XML as bytes, in pieces, so that a large one takes no memory."""
    marks, tail, merges = Marks(), b"", []
    with book._archive.open(sheet._worksheet_path) as file:
        while chunk := file.read(CHUNK):
            text = tail + chunk
            marks.rows += len(ROW.findall(text))
            marks.has_formulas = marks.has_formulas or bool(FORMULA.search(text))
            merges += MERGE.findall(text)
            if len(merges) > MOST_MERGES:
                raise UnreadableSheet(_("The sheet has more merged cells than can be read."))
            tail = _unfinished(text)
    for reference in dict.fromkeys(merges):
        _note_merge(marks, *range_boundaries(reference.decode()))
    return marks


def _unfinished(text):
    """The last tag, if the piece ends in the middle of it."""
    start = text.rfind(b"<", max(0, len(text) - OVERLAP))
    return text[start:] if start >= 0 and b">" not in text[start:] else b""


def _note_merge(marks, left, top, right, bottom):
    if top == bottom:
        marks.across |= {top} if right - left >= 2 else set()
        return
    if bottom - top > 10_000:
        return
    for row in range(top + 1, bottom + 1):
        marks.filled[row][left - 1] = top


def _values_of(path, title):
    """A second reading of the same sheet with the values its formulas had when saved."""
    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    sheet = book[title]
    sheet.reset_dimensions()
    return sheet


def _rows(sheet, marks, values):
    """Every row in order, empty ones included."""
    held = {}
    computed = values.iter_rows(values_only=True) if values else ()
    for number, (row, cached) in enumerate(zip_longest(sheet.iter_rows(), computed), 1):
        cells = [_value(cell) for cell in (row or ())[:WIDEST]]
        for at, cell in enumerate(cells):
            if isinstance(cell, Formula):
                cells[at] = Formula(cell.text, cached[at] if cached and at < len(cached) else None)
        merged = _fill(cells, number, marks, held)
        yield SheetRow(number, cells, merged, number in marks.across)


def _value(cell):
    value = cell.value
    if cell.data_type == "f":
        return Formula(str(getattr(value, "text", value)))
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def _fill(cells, number, marks, held):
    """Give the lower cells of a vertical merge the value of its first."""
    filled = set()
    for column, top in marks.filled.get(number, {}).items():
        value = held.get((column, top))
        while len(cells) <= column:
            cells.append(None)
        if is_blank(cells[column]) and not is_blank(value):
            cells[column] = value
            filled.add(column)
    for column, top in marks.filled.get(number + 1, {}).items():
        if top == number and column < len(cells):
            held[column, top] = cells[column]
    return frozenset(filled)
