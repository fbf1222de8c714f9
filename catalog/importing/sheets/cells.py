"""Cells of any type as text, and texts that a spreadsheet program would run."""

import datetime
import re

from .sources import Formula

# What a spreadsheet program would run: `=cmd|...`, `+SUM(`, `-2+3`, `@SUM(`; -20℃ it would not.
RUN = re.compile(
    r"^[\s]*(?:=[\s+\-@]*[\w(\"'{]|[+\-@]\s*[A-Za-z_.]+\s*[(|!]|[+\-]\s*\d+(?:\.\d+)?\s*[+\-*/]\s*\d|[+\-@=].*(?:\||!A\d))"
)


def is_formula(value) -> bool:
    return isinstance(value, Formula) or (isinstance(value, str) and bool(RUN.match(value)))


def spelled(value) -> str:
    """A cell of any type as the text it shows."""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)
