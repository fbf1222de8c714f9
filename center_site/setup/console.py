"""How a `make` target talks and ends: a line per step, never a trace."""

import signal
import sys


class Unready(Exception):
    """The machine lacks something; the message is the one line its owner reads."""


def say(words):
    print(words, flush=True)


def interrupt(number, frame):
    """Signals end a target through KeyboardInterrupt; a second one may not break the clean-up."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def carry_out(target):
    """Run `target` as the whole program: an Unready becomes one line, a signal no trace."""
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup asked to outlive the terminal
        signal.signal(signal.SIGHUP, interrupt)
    try:
        target()
    except Unready as problem:
        print(f"Not ready: {problem}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        say("\nStopped before it was ready; run it again to go on.")
        sys.exit(130)
