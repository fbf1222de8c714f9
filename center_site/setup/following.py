"""`make test-next`: the tests that need no browser, on the Django and Wagtail to come."""

import os
import sys

from . import interpreter
from .console import Unready, carry_out
from .environment import Environment
from .machine import ROOT
from .suite import QUICK

LOCK = "requirements-next.lock"
NEEDED = ("python3.13", "python3.12")  # Django 6 takes no older Python


def main():
    interpreter.require("center_site.setup.following")
    newest = interpreter.find(NEEDED)
    if newest is None:
        raise Unready("the next Django needs Python 3.12 or 3.13, and neither is here.")
    environment = Environment(".venv-next", newest)
    environment.prepare(LOCK)
    os.chdir(str(ROOT))
    os.execv(environment.python, [environment.python, "-m", "pytest", *QUICK, *sys.argv[1:]])


if __name__ == "__main__":
    carry_out(main)
