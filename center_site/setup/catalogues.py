"""Compiles the gettext catalogues with Babel, so that GNU gettext need not be there."""

import sys

from .console import Unready, carry_out
from .machine import ROOT
from .processes import capture, last_lines


def compile_catalogues(python):
    """Compile the catalogues that changed. Raises Unready, naming the file, on a broken one."""
    for source in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        babel = [python, "-m", "babel.messages.frontend", "compile"]
        code, printed = capture([*babel, "-i", str(source), "-o", str(target)])
        if code or not target.exists():
            raise Unready(f"{source.relative_to(ROOT)} cannot be compiled: {last_lines(printed)}")


if __name__ == "__main__":
    carry_out(lambda: compile_catalogues(sys.executable))
