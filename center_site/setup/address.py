"""The port and the addresses the centre is served at."""

import errno
import os
import socket

from .console import Unready

LOOPBACK = [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]
EVERYWHERE = [(socket.AF_INET, "0.0.0.0")]  # noqa: S104 - only where ALLOWED_HOSTS names hosts
ABSENT = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def chosen_port():
    given = os.environ.get("PORT") or "8000"
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise Unready(f"PORT must be a number from 1 to 65535, not {given!r}.")
    return int(given)


def bindings(port):
    """What the server binds: this machine only, unless ALLOWED_HOSTS says it has visitors."""
    wanted = EVERYWHERE if os.environ.get("ALLOWED_HOSTS") else LOOPBACK
    return [written(host, port) for family, host in wanted if is_free(family, host, port)]


def is_free(family, host, port):
    """False where the machine has no such address; raises Unready where the port is taken."""
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        if error.errno in ABSENT:
            return False
        if error.errno == errno.EADDRINUSE:
            raise Unready(
                f"port {port} is taken by another program; choose another: PORT={port + 1} make run"
            ) from None
        raise Unready(
            f"port {port} cannot be used ({error.strerror}): PORT=8001 make run"
        ) from None
    return True


def written(host, port):
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
