"""Notices when the `make` that started us is gone, or waits for us to go.

GNU make passes SIGTERM on to its recipe, but takes for granted that SIGINT reached the
recipe too. It did on Ctrl-C; after `kill -INT` of make alone, make would wait for ever.
"""

import os
import signal
from pathlib import Path

CALLER = os.getppid()
UNDER_MAKE = "MAKELEVEL" in os.environ


def caller_wants_us_gone():
    if not UNDER_MAKE:
        return False
    return os.getppid() != CALLER or (Path("/proc/self").exists() and not heeds_interrupts(CALLER))


def heeds_interrupts(process):
    """Make hands SIGINT back to the system once it has seen one, and then waits for us."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("SigCgt:"):
            return bool(int(line.split()[1], 16) >> (signal.SIGINT - 1) & 1)
    return True
