"""A listing as its form sends it: flat, texts as typed, without empty entries."""

import re

from .fields import LINE_ENDS

# What no database column for text or JSON can hold.
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
ENDS = {"minimum": "maximum", "maximum": "minimum"}


def tidy(data):
    """The entries that hold something. A range that is open at one end keeps both ends."""
    typed = {name: _tidy(value) for name, value in data.items()}
    return {
        name: value for name, value in typed.items() if value or _is_open_end(name, value, typed)
    }


def _tidy(value):
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return [_tidy(part) for part in value]
    return UNSTORABLE.sub("", LINE_ENDS.sub("\n", str(value)))


def _is_open_end(name, value, typed):
    stem, _, part = name.rpartition("-")
    return (
        value == ""
        and name.startswith("spec-")
        and part in ENDS
        and f"{stem}-maximum" in typed
        and bool(typed.get(f"{stem}-{ENDS[part]}"))
    )
