"""Other programs: run to their end, or kept running beside us and stopped with us."""

import contextlib
import ctypes
import functools
import os
import signal
import subprocess
import sys

from .machine import ROOT

LINUX = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def settle(niceness):
    """In the child: Ctrl-C reaches it through us alone, as a request to end in order.

    A server that the terminal interrupts itself drops the request in hand, with a trace. As
    nothing else would end it after us, Linux is asked to, should we be killed.
    """
    os.setpgrp()
    os.nice(niceness)
    if LINUX:
        LINUX.prctl(END_WITH_PARENT, signal.SIGTERM)


def start(command, niceness=0, **options):
    options = {"cwd": ROOT, "stdin": subprocess.DEVNULL, **options}
    return subprocess.Popen(command, preexec_fn=functools.partial(settle, niceness), **options)


def stop(child):
    """Ask the child to end, and insist after a while."""
    child.terminate()
    try:
        child.wait(timeout=15)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


@contextlib.contextmanager
def running(command, **options):
    """A child that lives no longer than the block."""
    child = start(command, **options)
    try:
        yield child
    finally:
        if child.poll() is None:
            stop(child)


def run(command, **options):
    """Run to the end with output as it comes; returns the exit code."""
    with running(command, **options) as child:
        return child.wait()


def capture(command, **options):
    """Run to the end; returns the exit code and everything it printed."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, **options}
    with running(command, universal_newlines=True, **options) as child:
        printed = child.communicate()[0]
        return child.returncode, printed


def last_lines(printed, count=3):
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    return " / ".join(lines[-count:]) or "it printed nothing"
