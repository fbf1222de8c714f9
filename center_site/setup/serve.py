"""`make run`: from a bare machine to the served centre."""

import os
import subprocess
import sys
import urllib.error
import urllib.request

from . import address, interpreter
from .console import Unready, carry_out, say
from .environment import CENTER, RUNTIME
from .lifeline import caller_wants_us_gone
from .machine import ROOT
from .processes import capture, last_lines, run, running

GREETING = """
  The Korea–China AI Center is open.

    Korean      {origin}/ko/
    Chinese     {origin}/zh-hans/
    Companies   {origin}/ko/portal/
    Kiosk       {origin}/kiosk/demo/
    CMS         {origin}/cms/
    Sign in as  {account}

  Ctrl-C closes it.
"""


def main():
    interpreter.require("center_site.setup.serve")
    port = address.chosen_port()
    bindings = address.bindings(port)
    CENTER.prepare(RUNTIME)
    settings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "center_site.settings.local",
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    if run(manage("prepare_center"), env=settings):
        raise Unready("the database or the static files could not be prepared; see above.")
    try:
        serve(bindings, settings)
    except KeyboardInterrupt:
        say("\nClosed.")


def serve(bindings, settings):
    """Serve until a signal comes; raises Unready if the server ends by itself."""
    public = {name: value for name, value in settings.items() if name != "ADMIN_PASSWORD"}
    with running(gunicorn(bindings), env=public) as server:
        account = staff_account(settings)
        origin = f"http://localhost:{settings['PORT']}"
        is_up = answers(server, f"http://{bindings[0]}/healthz/")
        say(GREETING.format(origin=origin, account=account))
        if not is_up:
            raise Unready("the server does not answer; what it printed is above.")
        with (
            running(manage("prepare_pictures"), niceness=15, env=public, **unheard("pictures")),
            running(manage("do_chores", "--every", "60"), env=public, **unheard("chores")),
        ):
            wait(server)
    raise Unready(f"the server ended by itself with code {server.returncode}.")


def manage(*arguments):
    return [CENTER.python, str(ROOT / "manage.py"), *arguments]


def gunicorn(bindings):
    options = ["--workers", "2", "--preload", "--timeout", "120", "--graceful-timeout", "5"]
    # A search of several hundred Chinese characters is a long address once it is encoded.
    options += ["--limit-request-line", "8190", "--log-level", "warning", "--no-control-socket"]
    for binding in bindings:
        options += ["--bind", binding]
    return [CENTER.python, "-m", "gunicorn", *options, "center_site.wsgi"]


def staff_account(settings):
    """Make sure of the staff user while the server starts; returns what to tell about it."""
    code, printed = capture(manage("ensure_admin"), env=settings, stderr=subprocess.PIPE)
    if code:
        raise Unready(f"the staff user could not be made: {last_lines(printed)}")
    return printed.strip()


def answers(server, url):
    """Whether the server answers within a minute; any answer counts, its words do not."""
    for _ in range(240):
        try:
            urllib.request.urlopen(url, timeout=30)  # noqa: S310 - our own address
            return True
        except urllib.error.HTTPError as error:
            return error.code < 500
        except OSError:
            pass
        try:
            server.wait(timeout=0.25)
            return False
        except subprocess.TimeoutExpired:
            continue
    return False


def wait(server):
    while True:
        try:
            server.wait(timeout=1)
            return
        except subprocess.TimeoutExpired:
            if caller_wants_us_gone():
                raise KeyboardInterrupt from None


def unheard(name):
    """Where a program beside the server writes: a file that tells why, if it fails."""
    folder = ROOT / ".build"
    folder.mkdir(exist_ok=True)
    return {"stdout": (folder / f"{name}.log").open("w"), "stderr": subprocess.STDOUT}


if __name__ == "__main__":
    carry_out(main)
    sys.exit(0)
