"""`make messages`: gathers every word to translate into the catalogues of both languages."""

import shutil

from . import interpreter, packages
from .console import Unready, carry_out
from .environment import CENTER, DEVELOPMENT
from .processes import run
from .serve import manage

LANGUAGES = ("ko", "zh_Hans")
ELSEWHERE = (".venv*", "static_root", "tests", "vendor")


def main():
    interpreter.require("center_site.setup.messages")
    CENTER.prepare(DEVELOPMENT)
    if not shutil.which("xgettext"):
        packages.install("gettext")
    languages = [option for language in LANGUAGES for option in ("-l", language)]
    options = ["--no-obsolete", "--no-wrap", "--add-location", "file"]
    options += [option for name in ELSEWHERE for option in ("--ignore", name)]
    for domain in ("django", "djangojs"):
        if run(manage("makemessages", "--domain", domain, *languages, *options)):
            raise Unready("the words could not be gathered; see above.")


if __name__ == "__main__":
    carry_out(main)
