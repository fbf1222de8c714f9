"""The virtual environment, its locked packages and the compiled translations."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys

from . import packages
from .console import Unready, say
from .machine import ROOT, require_disk_space
from .processes import capture, last_lines

VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
# A development environment holds all that serving needs; a test compares the two locks.
INCLUDES = {RUNTIME: [RUNTIME], DEVELOPMENT: [DEVELOPMENT, RUNTIME]}


def prepare(lock):
    """Make .venv match `lock`. Nothing is done again that was done for the same lock."""
    if not is_usable() or not is_installed(lock):
        require_disk_space()
        if not is_usable():
            create()
        install(lock)
    compile_catalogues()


def is_usable():
    """A moved checkout or an upgraded system leaves an environment that does not start."""
    try:
        return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def create():
    if not importlib.util.find_spec("ensurepip") or not importlib.util.find_spec("venv"):
        packages.install(f"python3.{sys.version_info[1]}-venv")
    say(f"environment: making .venv with Python {sys.version.split()[0]}")
    shutil.rmtree(str(VENV), ignore_errors=True)
    code, printed = capture([sys.executable, "-m", "venv", str(VENV)])
    if code:
        raise Unready(f".venv could not be made: {last_lines(printed)}")


def install(lock):
    say(f"environment: installing {lock} (a minute or two, the first time)")
    pip = [PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--quiet"]
    code, printed = capture([*pip, "--require-hashes", "-r", lock])
    if code:
        raise Unready(f"the packages of {lock} could not be installed: {last_lines(printed)}")
    for included in INCLUDES[lock]:
        stamp(included).write_text(fingerprint(included))


def is_installed(lock):
    return stamp(lock).exists() and stamp(lock).read_text() == fingerprint(lock)


def stamp(lock):
    return VENV / f"installed-{lock}.sha256"


def fingerprint(lock):
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def compile_catalogues():
    """Compile the changed gettext catalogues with Babel: GNU gettext need not be there."""
    for source in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        babel = [PYTHON, "-m", "babel.messages.frontend", "compile"]
        code, printed = capture([*babel, "-i", str(source), "-o", str(target)])
        if code or not target.exists():
            raise Unready(f"{source.relative_to(ROOT)} cannot be compiled: {last_lines(printed)}")
