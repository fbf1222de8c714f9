"""Csv files as Excel, WPS and databases of both countries write them, record by record."""

import csv
import re
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from .encodings import encoding_of, written_in
from .headers import header_score
from .sources import SheetRow, Source, UnreadableSheet

DELIMITERS = ",;\t|"
HEAD_RECORDS = 40
LONGEST_FIELD = 1_000_000
SEPARATOR_LINE = re.compile(r"^sep=(.)\r?\n?$", re.IGNORECASE)
CHUNK = 1024 * 1024


def open_text(path: Path, name: str, labels) -> Source:
    """Raises UnreadableSheet."""
    csv.field_size_limit(LONGEST_FIELD)
    encoding = encoding_of(path)
    if not encoding:
        raise UnreadableSheet(
            _("This file is not text: it holds bytes that no csv file has. Save it as csv again.")
        )
    delimiter, skipped = _delimiter(path, encoding, labels)
    facts = {"encoding": written_in(encoding), "delimiter": delimiter}
    rows = _records(path, encoding, delimiter, skipped)
    return Source(name, "csv", rows, _lines(path), facts)


def _open(path, encoding):
    return path.open(encoding=encoding, newline="", errors="strict")


def _delimiter(path, encoding, labels):
    """(delimiter, whether the first line only names it): the one that shows the best header."""
    try:
        with _open(path, encoding) as file:
            first = file.readline(LONGEST_FIELD)
            if found := SEPARATOR_LINE.match(first):
                return found[1], 1
            lines = [first, *islice(file, HEAD_RECORDS)]
    except UnicodeDecodeError as error:
        raise UnreadableSheet(_undecodable(encoding, error)) from error
    scores = {sign: _best_header(lines, sign, labels) for sign in DELIMITERS}
    return max(DELIMITERS, key=scores.get), 0


def _best_header(lines, delimiter, labels):
    try:
        records = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return (0, 0)
    scores = [header_score(record, labels) for record in records if len(record) > 1]
    return max(scores, default=0), max(map(len, records), default=0)


def _records(path, encoding, delimiter, skipped):
    number = 0
    try:
        with _open(path, encoding) as file:
            for _line in range(skipped):
                file.readline()
            for number, record in enumerate(csv.reader(_clean(file), delimiter=delimiter), 1):
                yield SheetRow(number, record)
    except UnicodeDecodeError as error:
        raise UnreadableSheet(_undecodable(encoding, error)) from error
    except csv.Error as error:
        raise UnreadableSheet(
            _(
                "After record %(number)s the file cannot be read: %(error)s. Look for a "
                "quotation mark that is not closed."
            )
            % {"number": number, "error": error}
        ) from error


def _clean(file):
    """Lines without NUL, which no csv has and Python 3.11 reads as text."""
    for line in file:
        if "\x00" in line:
            raise UnreadableSheet(
                _(
                    "This file is not text: it holds bytes that no csv file has. Save it as csv "
                    "again."
                )
            )
        yield line


def _undecodable(encoding, error):
    return _(
        "The file is not wholly in one encoding (%(encoding)s): byte %(place)s cannot be "
        "read. Save it as csv UTF-8 again."
    ) % {
        "encoding": written_in(encoding),
        "place": error.start,
    }


def _lines(path):
    """About how many records there are, for progress."""
    count = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            count += chunk.count(b"\n")
    return max(1, count)
