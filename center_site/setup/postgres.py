"""`make test-postgres`: the tests that need no browser, on a PostgreSQL server of their own."""

import contextlib
import os
import shutil
import socket
import sys
import tempfile
import time
from pathlib import Path

from . import interpreter, packages
from .console import Unready, carry_out, say
from .environment import CENTER, DEVELOPMENT
from .machine import is_debian_root
from .processes import capture, last_lines, run, running
from .suite import QUICK

OWNER = "postgres"
# Data that lives as long as the tests need not survive a power cut.
HASTE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]


def main():
    interpreter.require("center_site.setup.postgres")
    CENTER.prepare(DEVELOPMENT)
    with server() as url:
        say(f"postgres: serving at {url}")
        settings = {**os.environ, "DATABASE_URL": url}
        code = run([CENTER.python, "-m", "pytest", *QUICK, *sys.argv[1:]], env=settings)
    sys.exit(code)


@contextlib.contextmanager
def server():
    """The DATABASE_URL of a server on the loopback that is gone, data and all, with the block."""
    programs = find() or obtain()
    # The server refuses to run as root.
    identity = {"user": OWNER, "group": OWNER, "extra_groups": []} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="center-postgres-") as folder:
        if identity:
            shutil.chown(folder, OWNER, OWNER)
        set_up(programs, folder, identity)
        log, port = Path(folder) / "log", free_port()
        with (
            log.open("w") as lines,
            running(
                command(programs, folder, port), cwd=folder, stdout=lines, stderr=lines, **identity
            ) as child,
        ):
            wait_until_up(child, port, log)
            yield f"postgres://center@127.0.0.1:{port}/center"


def set_up(programs, folder, identity):
    initdb = [programs / "initdb", "-D", f"{folder}/data", "-U", "center", "-A", "trust"]
    options = ["--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]
    code, printed = capture([*initdb, *options], cwd=folder, **identity)
    if code:
        raise Unready(f"PostgreSQL could not be set up: {last_lines(printed)}")


def command(programs, folder, port):
    options = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *HASTE]
    pairs = [part for option in options for part in ("-c", option)]
    return [programs / "postgres", "-D", f"{folder}/data", *pairs]


def find():
    """The folder of the newest PostgreSQL programs here, or None."""
    if shutil.which("initdb"):
        return Path(shutil.which("initdb")).resolve().parent
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


def obtain():
    """Debian would start a server of its own right away; only the programs are wanted."""
    if is_debian_root():
        packages.install("postgresql-common")
        choice = Path("/etc/postgresql-common/createcluster.d/center.conf")
        choice.parent.mkdir(exist_ok=True)
        choice.write_text("create_main_cluster = false\n")
    packages.install("postgresql")
    return find()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_up(child, port, log):
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if child.poll() is not None:
            break
        time.sleep(0.2)
    raise Unready(f"PostgreSQL did not start: {last_lines(log.read_text())}")


if __name__ == "__main__":
    carry_out(main)
