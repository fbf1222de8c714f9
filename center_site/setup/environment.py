"""The virtual environment and its locked packages."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys

from . import packages
from .catalogues import compile_catalogues
from .console import Unready, say
from .machine import ROOT, require_disk_space
from .processes import capture, last_lines

RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
# A development environment holds all that serving needs; a test compares the two locks.
INCLUDES = {DEVELOPMENT: [DEVELOPMENT, RUNTIME]}


class Environment:
    """One folder with its own Python. Nothing is installed twice for the same lock."""

    def __init__(self, folder, interpreter=sys.executable):
        self.folder = ROOT / folder
        self.interpreter = interpreter
        self.python = str(self.folder / "bin" / "python")

    def prepare(self, lock):
        """Make the environment match `lock`. Raises Unready where that cannot be done."""
        usable = self.is_usable()
        if not usable or not self.holds(lock):
            require_disk_space()
            if not usable:
                self.create()
            self.install(lock)
        compile_catalogues(self.python)

    def is_usable(self):
        """A moved checkout or an upgraded system leaves an environment that does not start."""
        try:
            return capture([self.python, "-m", "pip", "--version"])[0] == 0
        except OSError:
            return False

    def create(self):
        require_venv(self.interpreter)
        say(f"environment: making {self.folder.name}")
        shutil.rmtree(str(self.folder), ignore_errors=True)
        code, printed = capture([self.interpreter, "-m", "venv", str(self.folder)])
        if code:
            raise Unready(f"{self.folder} could not be made: {last_lines(printed)}")

    def install(self, lock):
        say(f"environment: installing {lock} (a minute or two, the first time)")
        pip = [self.python, "-m", "pip", "install", "--no-input", "--quiet"]
        pip += ["--disable-pip-version-check", "--require-hashes", "-r", lock]
        code, printed = capture(pip)
        if code:
            raise Unready(f"the packages of {lock} could not be installed: {last_lines(printed)}")
        for included in INCLUDES.get(lock, [lock]):
            self.stamp(included).write_text(fingerprint(included))

    def holds(self, lock):
        return self.stamp(lock).exists() and self.stamp(lock).read_text() == fingerprint(lock)

    def stamp(self, lock):
        return self.folder / f"installed-{lock}.sha256"


def require_venv(interpreter):
    """Debian leaves `venv` and `ensurepip` out of its python3 package."""
    if interpreter == sys.executable:
        found = all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))
    else:
        found = subprocess.call([interpreter, "-c", "import venv, ensurepip"]) == 0
    if not found:
        packages.install(f"python3.{sys.version_info[1]}-venv")


def fingerprint(lock):
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


CENTER = Environment(".venv")
