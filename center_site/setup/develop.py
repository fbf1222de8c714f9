"""`make dev`: the reloading developer's server."""

import os

from . import address, interpreter
from .console import Unready, carry_out, say
from .environment import CENTER, DEVELOPMENT
from .processes import run
from .serve import manage, staff_account


def main():
    interpreter.require("center_site.setup.develop")
    port = address.chosen_port()
    address.bindings(port)
    CENTER.prepare(DEVELOPMENT)
    settings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "center_site.settings.dev",
        "PORT": str(port),
    }
    if run(manage("prepare_center", "--without-static"), env=settings):
        raise Unready("the database could not be prepared; see above.")
    say(f"CMS: sign in as {staff_account(settings)}")
    # The reloader keeps a child of its own, so it takes our place instead of living below us.
    os.execve(CENTER.python, manage("runserver", str(port)), settings)


if __name__ == "__main__":
    carry_out(main)
