"""What this machine is: where the checkout lies, whose it is, how much room it has."""

import os
import shutil
from pathlib import Path

from .console import Unready

ROOT = Path(__file__).resolve().parents[2]
GIB = 1024**3


def is_debian_root():
    """True where packages can be installed without asking anybody."""
    return os.geteuid() == 0 and Path("/etc/debian_version").exists() and bool(apt())


def apt():
    return shutil.which("apt-get")


def require_disk_space(gib=1):
    """Environment, database, pictures and static files take about 0.6 GiB together."""
    free = shutil.disk_usage(str(ROOT)).free
    if free < gib * GIB:
        raise Unready(
            f"{ROOT} has {free / GIB:.1f} GiB of free disk space; the centre needs {gib} GiB."
        )
