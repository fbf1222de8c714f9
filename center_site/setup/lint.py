"""`make lint`: every check that needs no test run; all of them speak before it fails."""

import os
import sys

from . import interpreter
from .console import Unready, carry_out, say
from .environment import CENTER, DEVELOPMENT
from .processes import run
from .serve import manage

# Production refuses to start without these; the values matter to no check.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "center_site.settings.production",
    "SECRET_KEY": "only-for-the-deployment-check-" + "".join(map(chr, range(58, 123))),
    "ALLOWED_HOSTS": "center.example",
    "DATABASE_URL": "postgres://center@127.0.0.1/center",
    "PUBLIC_ORIGIN": "https://center.example",
}
TESTING = {"DJANGO_SETTINGS_MODULE": "center_site.settings.test"}
HOUSE_TESTS = ["tests/test_words.py", "tests/test_docs.py", "tests/test_locks.py"]


def main():
    interpreter.require("center_site.setup.lint")
    CENTER.prepare(DEVELOPMENT)
    if "--mend" in sys.argv:
        run(python("ruff", "check", "--fix", "--quiet", "."))
        run(python("ruff", "format", "."))
        return
    failed = [name for name, command, settings in checks() if not passes(name, command, settings)]
    if failed:
        raise Unready(f"mend this first: {', '.join(failed)}.")


def checks():
    lint_imports = [CENTER.python, "-c", "from importlinter.cli import *; lint_imports_command()"]
    return [
        ("style", python("ruff", "check", "--quiet", "."), {}),
        ("format", python("ruff", "format", "--check", "--quiet", "."), {}),
        ("layers", lint_imports, {}),
        ("templates", python("djlint", "--lint", "--quiet", "."), {}),
        ("migrations", manage("makemigrations", "--check", "--dry-run"), TESTING),
        ("deployment", manage("check", "--deploy", "--fail-level", "WARNING"), PRODUCTION),
        ("words, docs and locks", python("pytest", "-q", *HOUSE_TESTS), {}),
    ]


def python(module, *arguments):
    return [CENTER.python, "-m", module, *arguments]


def passes(name, command, settings):
    say(f"lint: {name}")
    return run(command, env={**os.environ, **settings}) == 0


if __name__ == "__main__":
    carry_out(main)
