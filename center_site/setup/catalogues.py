"""Compiles the gettext catalogues with Babel, so that GNU gettext need not be there."""

import sys

from .console import Unready, carry_out
from .machine import ROOT
from .processes import capture, last_lines

# In the environment's Python, as Babel is not in the machine's. The header alone may be marked
# fuzzy, as gettext leaves it in a new file; Babel's own command would skip the whole catalogue.
PROGRAM = """
import os, sys
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
for source in sys.argv[1:]:
    with open(source, "rb") as words:
        catalogue = read_po(words, abort_invalid=True)
    compiled = source[:-2] + "mo"
    with open(compiled + ".part", "wb") as part:
        write_mo(part, catalogue)
    os.replace(part.name, compiled)
"""


def compile_catalogues(python):
    """Compile the catalogues that changed. Raises Unready, with the reason, on a broken one."""
    changed = [str(path) for path in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po")) if is_new(path)]
    if not changed:
        return
    code, printed = capture([python, "-c", PROGRAM, *changed])
    if code:
        raise Unready(f"the translations could not be compiled: {last_lines(printed)}")


def is_new(source):
    target = source.with_suffix(".mo")
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


if __name__ == "__main__":
    carry_out(lambda: compile_catalogues(sys.executable))
