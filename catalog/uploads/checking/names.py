"""The name a file came under: shown to people, never used as a path."""

import unicodedata
from pathlib import PurePosixPath

LONGEST_NAME = 120
LONGEST_EXTENSION = 10
UNNAMED = "file"


def display_name(name: str) -> str:
    """The last part of the name, without marks that turn text round or cannot be seen."""
    name = unicodedata.normalize("NFC", name.replace("\\", "/")).rsplit("/", 1)[-1]
    seen = (" " if unicodedata.category(sign) in HIDDEN else sign for sign in name)
    name = " ".join("".join(seen).split()).strip(". ")
    return _shortened(name) or UNNAMED


# Control and format characters, lone surrogates, private and unassigned places, line ends.
HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _shortened(name):
    if len(name) <= LONGEST_NAME:
        return name
    ending = PurePosixPath(name).suffix[: LONGEST_EXTENSION + 1]
    return name[: LONGEST_NAME - len(ending) - 1] + "…" + ending


def extension_of(name: str) -> str:
    """What follows the last dot, in small letters."""
    return PurePosixPath(display_name(name)).suffix.lower().lstrip(".")
