"""`make lock`: exact versions with hashes from pyproject.toml, three times over."""

import sys
import tempfile
from pathlib import Path

from . import interpreter
from .console import Unready, carry_out, say
from .environment import CENTER, DEVELOPMENT, RUNTIME
from .following import LOCK as NEXT
from .processes import capture, last_lines

# pyproject.toml allows the long-term releases and the ones after them; this tells them apart.
LONG_TERM = "Django<5.3\nwagtail<7.5\n"
FORMAT = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
UPGRADE_ALL = "all"


def main():
    """Keeps the versions that still fit; `make lock UPGRADE=all` or `=NAME` takes newer ones."""
    interpreter.require("center_site.setup.locks")
    CENTER.prepare(DEVELOPMENT)
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder) / "long-term.txt"
        constraints.write_text(LONG_TERM)
        bounds = ["--constraint", str(constraints)]
        lock(RUNTIME, "3.11", *bounds)
        lock(DEVELOPMENT, "3.11", "--group", "dev", *bounds)
    lock(NEXT, "3.12", "--group", "dev")


def lock(name, python, *options):
    upgrades = [option for given in sys.argv[1:] for option in upgrade(given)]
    command = [CENTER.python, "-m", "uv", "pip", "compile", "pyproject.toml", "-o", name, *FORMAT]
    code, printed = capture([*command, "--python-version", python, *options, *upgrades])
    if code:
        raise Unready(f"{name} could not be compiled: {last_lines(printed)}")
    say(f"{name}: compiled")


def upgrade(given):
    return ["--upgrade"] if given == UPGRADE_ALL else ["--upgrade-package", given]


if __name__ == "__main__":
    carry_out(main)
