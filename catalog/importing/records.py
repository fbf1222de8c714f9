"""Reading one record of a catalogue file: every value is checked before it is believed.

A reader raises BadRecord with the path of the field ("specs[2].value") and a reason in
the operator's language. Missing and null values are no mistake unless a reader says so:
sparse catalogues load.
"""

import datetime
import hashlib
import json
import re
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ud800-\udfff]")
SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
MONTH = re.compile(r"^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$")
SHOWN = 60
LARGEST = Decimal(10) ** 14


class BadRecord(Exception):
    """A record that cannot be stored: `field` says where, `reason` says why."""

    def __init__(self, field, reason):
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def fingerprint(record):
    """A hash of the record as it was read, to tell a changed record from a seen one."""
    try:
        text = json.dumps(record, sort_keys=True)
    except RecursionError:
        raise BadRecord("–", _("is nested too deeply")) from None
    return hashlib.sha256(text.encode()).hexdigest()


def shown(value):
    """A value as a report quotes it: on one line, short, without what a terminal obeys."""
    if isinstance(value, (list, dict)):
        return kind_of(value)
    text = value if isinstance(value, str) else json.dumps(value)
    plain = "".join(part if part.isprintable() else "�" for part in text[: SHOWN + 1])
    return plain if len(plain) <= SHOWN else f"{plain[:SHOWN]}…"


def read_text(record, name, *, limit, path=None):
    """A text of at most `limit` characters; "" where it is missing or null."""
    path = path or name
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadRecord(path, _("a text is expected, not %(kind)s") % {"kind": kind_of(value)})
    if CONTROL_CHARACTERS.search(value):
        raise BadRecord(path, _("holds characters that cannot be shown"))
    value = value.strip()
    if len(value) > limit:
        raise BadRecord(
            path,
            _("has %(count)s characters, at most %(limit)s fit")
            % {"count": len(value), "limit": limit},
        )
    return value


def read_words(record, name, *, limit, languages=("ko", "zh")):
    """{"ko": text, "zh": text} of a bilingual entry; empty texts where it is missing."""
    value = record.get(name)
    if value is None:
        return dict.fromkeys(languages, "")
    if not isinstance(value, dict):
        raise BadRecord(name, _("an object with %(names)s is expected") % {"names": "ko, zh"})
    return {
        language: read_text(value, language, limit=limit, path=f"{name}.{language}")
        for language in languages
    }


def read_list(record, name, path=None):
    value = record.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadRecord(
            path or name, _("a list is expected, not %(kind)s") % {"kind": kind_of(value)}
        )
    return value


def read_texts(record, name, *, limit, path=None):
    """A list of texts, without empty ones and repeats."""
    texts = read_places(record, name, limit=limit, path=path)
    return list(dict.fromkeys(text for text in texts if text))


def read_places(record, name, *, limit, path=None):
    """A list of texts with empty ones kept, where the place in the list means something."""
    path = path or name
    return [
        read_text({"_": value}, "_", limit=limit, path=f"{path}[{index}]")
        for index, value in enumerate(read_list(record, name, path))
    ]


def read_slug(record, name="slug"):
    value = read_text(record, name, limit=100)
    if not SLUG.match(value):
        raise BadRecord(
            name, _("“%(value)s” is not a slug (a-z, 0-9 and hyphens)") % {"value": shown(value)}
        )
    return value


def read_year(record, name):
    """A year from 1800 to 2100, or None."""
    value = record.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1800 <= value <= 2100:
        raise BadRecord(name, _("“%(value)s” is not a year") % {"value": shown(value)})
    return value


def read_number(value, path):
    """A number of the file as Decimal, never through binary rounding."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise BadRecord(path, _("a number is expected, not %(kind)s") % {"kind": kind_of(value)})
    return read_decimal(str(value), path)


def read_decimal(text, path):
    """The finite number that a text spells, small enough for every column that keeps one."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise BadRecord(path, _("“%(value)s” is not a number") % {"value": shown(text)}) from None
    if not number.is_finite():
        raise BadRecord(path, _("“%(value)s” is not a number") % {"value": shown(text)})
    if abs(number) >= LARGEST:
        raise BadRecord(path, _("is too large"))
    return number


def read_partial_date(record, name, path=None):
    """The first day of a "2024", "2024-05" or "2024-05-17", or None."""
    path = path or name
    text = read_text(record, name, limit=10, path=path)
    if not text:
        return None
    found = MONTH.match(text)
    try:
        year, month, day = (int(part or 1) for part in found.groups())
        return datetime.date(year, month, day)
    except (AttributeError, ValueError):
        raise BadRecord(path, _("“%(value)s” is not a date") % {"value": shown(text)}) from None


def pick(known, key, path):
    """The term with this key. Raises BadRecord for a key that the taxonomy does not have."""
    if not isinstance(key, str) or key not in known:
        raise BadRecord(path, _("“%(value)s” is not in the taxonomy") % {"value": shown(key)})
    return known[key]


def kind_of(value):
    names = {
        bool: _("yes or no"),
        int: _("a number"),
        float: _("a number"),
        str: _("a text"),
        list: _("a list"),
        dict: _("an object"),
    }
    return names.get(type(value), _("nothing"))
