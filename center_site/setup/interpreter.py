"""Finds a Python the centre runs on, and goes on in it."""

import os
import shutil
import subprocess
import sys

from .console import Unready

OLDEST, NEWEST = (3, 11), (3, 13)
PREFERRED = ("python3.13", "python3.12", "python3.11")


def require(module):
    """Return if this Python will do, else start `module` anew in one that will."""
    if is_supported(sys.version_info):
        return
    other = find(PREFERRED)
    if other:
        os.execv(other, [other, "-m", module, *sys.argv[1:]])
    present = ".".join(str(part) for part in sys.version_info[:2])
    raise Unready(
        f"the centre runs on Python 3.{OLDEST[1]} to 3.{NEWEST[1]}, but python3 is {present} here; "
        "install one of those and try again."
    )


def find(names):
    """The path of the first of `names` that is here and is what its name says."""
    paths = filter(None, map(shutil.which, names))
    return next((path for path in paths if works(path)), None)


def works(path):
    """A name in PATH may be a launcher without the version it is named for."""
    asked = [path, "-c", "import sys; print(*sys.version_info[:2])"]
    answer = subprocess.run(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return answer.returncode == 0 and is_supported([int(part) for part in answer.stdout.split()])


def is_supported(version):
    return OLDEST <= tuple(version[:2]) <= NEWEST
