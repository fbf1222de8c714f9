"""`make test`: everything the tests need, then the tests; pytest speaks last."""

import os
import sys

from . import browser, interpreter
from .console import carry_out
from .environment import CENTER, DEVELOPMENT
from .machine import ROOT

QUICK = ["-m", "not browser"]
WITHOUT_BROWSER = "--without-browser"


def main():
    interpreter.require("center_site.setup.suite")
    CENTER.prepare(DEVELOPMENT)
    arguments, settings = sys.argv[1:], dict(os.environ)
    if WITHOUT_BROWSER in arguments:
        arguments = [*QUICK, *(each for each in arguments if each != WITHOUT_BROWSER)]
    else:
        settings["CHROMIUM"] = browser.require()
    os.chdir(str(ROOT))
    os.execve(CENTER.python, [CENTER.python, "-m", "pytest", *arguments], settings)


if __name__ == "__main__":
    carry_out(main)
