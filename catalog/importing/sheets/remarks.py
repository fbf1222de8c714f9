"""The company's own sheet given back with a column of remarks.

No cell begins with what a spreadsheet program would run, whatever the company wrote.
"""

import csv
import io
from pathlib import Path

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, PatternFill

from .explaining import Explaining
from .reading import SheetReading
from .sources import Formula
from .text import INVISIBLE

RUNNABLE = ("=", "+", "-", "@", "\t", "\r", "\n")
MARKED = {"reject": "FDE2E1", "accept": "FFF6DD"}
LONGEST = 32_000
BOM = "\ufeff"


def remarked(reading: SheetReading, report: dict) -> tuple[bytes, str]:
    """(content, media type) of the sheet with remarks, in the kind of file that came."""
    explaining = Explaining()
    kind = reading.source.kind
    said = {
        row.get("row", row.get("record")): (row["action"], _remark(explaining, row, kind))
        for row in report["rows"]
    }
    write = _workbook if kind == "xlsx" else _table
    return write(reading, said)


def _remark(explaining, row, kind):
    heads = {"accept": _("Accepted"), "reject": _("Rejected"), "skip": _("Skipped")}
    lines = [f"{place} {sentence}".strip() for place, sentence in explaining.row(row, kind)]
    return f"{heads[row['action']]}. {' / '.join(lines)}" if lines else f"{heads[row['action']]}."


def _lines(reading, said):
    """(number, cells, action, remark) of every row, the header's remark being its title."""
    for row in [*reading.head, *reading.source.rows]:
        action, remark = said.get(row.number, ("", ""))
        if row.number == reading.table.header_row:
            remark = _("Remarks")
        cells = [None if at in row.merged else cell for at, cell in enumerate(row.cells)]
        yield row.number, cells, action, remark


def _table(reading, said):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=reading.source.facts["delimiter"])
    width = len(reading.table.headers)
    for _number, cells, _action, remark in _lines(reading, said):
        cells = [*cells, *[""] * (width - len(cells))]
        writer.writerow([_harmless_text(cell) for cell in [*cells, remark]])
    return (BOM + text.getvalue()).encode(), "text/csv; charset=utf-8"


def _harmless_text(value):
    """Csv has no types: an apostrophe is what keeps a program from running the cell."""
    text = "" if value is None else str(getattr(value, "text", value))
    if text.startswith(RUNNABLE) and not _is_figure(text):
        return f"'{text}"
    return text


def _is_figure(text):
    return text[:1] in "-+" and text[1:].replace(".", "", 1).isdigit()


def _workbook(reading, said):
    book = Workbook(write_only=True)
    sheet = book.create_sheet(reading.source.facts["sheet"][:31])
    width = len(reading.table.headers)
    for _number, cells, action, remark in _lines(reading, said):
        cells = [*cells, *[None] * (width - len(cells))]
        row = [_harmless_cell(sheet, cell) for cell in cells]
        row.append(_remark_cell(sheet, remark, action))
        sheet.append(row)
    return saved(book), XLSX


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _harmless_cell(sheet, value):
    """A text stays a text: openpyxl would write one that begins with = as a formula."""
    if isinstance(value, Formula):
        value = value.text
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, INVISIBLE.sub("", value)[:LONGEST])
    cell.data_type = "s"
    if value.startswith(RUNNABLE):
        cell.quotePrefix = True
        cell.style = "Normal"
    return cell


def _remark_cell(sheet, remark, action):
    cell = _harmless_cell(sheet, remark)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if action in MARKED and remark:
        cell.fill = PatternFill("solid", start_color=MARKED[action])
    return cell


def saved(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def file_name(original: str, kind: str) -> str:
    return f"{Path(original).stem}-remarks.{kind}"
