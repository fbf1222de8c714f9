"""Debian packages, installed without a question where we are root, else named."""

import os
from pathlib import Path

from .console import Unready, say
from .machine import apt, is_debian_root
from .processes import capture, last_lines

QUIETLY = {"DEBIAN_FRONTEND": "noninteractive", "DEBCONF_NOWARNINGS": "yes"}
OPTIONS = ["-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]


def install_command(*names):
    prefix = "" if os.geteuid() == 0 else "sudo "
    return f"{prefix}apt-get install -y --no-install-recommends {' '.join(names)}"


def install(*names):
    """Install `names` with apt-get. Raises Unready, naming the command, where that fails."""
    if not is_debian_root():
        raise Unready(f"please install {' and '.join(names)}: {install_command(*names)}")
    say(f"packages: installing {', '.join(names)}")
    code, printed = apt_get("install", *OPTIONS, *names)
    if code:  # A fresh machine has no package lists yet, a neglected one has old ones.
        apt_get("update", "-q")
        code, printed = apt_get("install", *OPTIONS, *names)
    if code:
        raise Unready(f"{install_command(*names)} failed: {last_lines(printed)}")


def apt_get(*arguments):
    return capture([apt(), *arguments], env={**os.environ, **QUIETLY}, cwd=str(Path("/")))
