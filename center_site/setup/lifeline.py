"""Notices when the `make` that started us is gone, or waits for us to go.

GNU make passes SIGTERM on to its recipe, but takes for granted that SIGINT reached the
recipe too. It did on Ctrl-C; after `kill -INT` of make alone, make would wait for ever.
"""

import os
import signal
from pathlib import Path


def heeds_interrupts(process):
    """Whether it has a handler for SIGINT. True where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return True
    caught = next((line.split()[1] for line in lines if line.startswith("SigCgt:")), "-1")
    return bool(int(caught, 16) >> (signal.SIGINT - 1) & 1)


CALLER = os.getppid()
UNDER_MAKE = "MAKELEVEL" in os.environ
# A make in the background of a script ignores SIGINT from the first, and means nothing by it.
HEEDED_AT_FIRST = heeds_interrupts(CALLER)


def caller_wants_us_gone():
    """Whether make is gone, or has handed SIGINT back to the system and waits for us to end."""
    if not UNDER_MAKE:
        return False
    return os.getppid() != CALLER or (HEEDED_AT_FIRST and not heeds_interrupts(CALLER))
