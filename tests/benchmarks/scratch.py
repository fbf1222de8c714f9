"""Centres of several sizes, each with a database of its own that only benchmarks use.

They are made on first use below .build/benchmarks and kept, so that the next run starts at
once. DATABASE (with {products} in it) names PostgreSQL databases to use instead of SQLite;
they must exist.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
SCRATCH = HOUSE / ".build" / "benchmarks"
MEDIA = SCRATCH / "media"


def environment(products: int, settings: str) -> dict:
    """The environment of a process that works on the centre with so many products."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    template = os.environ.get("DATABASE") or f"sqlite:///{SCRATCH}/{{products}}.sqlite3"
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": f"center_site.settings.{settings}",
        "DATABASE_URL": template.format(products=products),
        "MEDIA_ROOT": str(MEDIA),
    }


def prepare(products: int, seed: int) -> None:
    """Make the centre with so many products, or what is missing of it."""
    vendors = str(max(41, products // 10))
    for command in (
        ["migrate", "--verbosity=0"],
        ["seed_site"],
        ["generate_catalog", f"--products={products}", f"--vendors={vendors}", f"--seed={seed}"],
    ):
        print(f"{products}: {command[0]}", file=sys.stderr)
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=HOUSE,
            env=environment(products, "local"),
            stdout=subprocess.DEVNULL,
            check=True,
        )


def measure(module: str, products: int) -> dict:
    """One process's figures of this benchmark: {case: [milliseconds, queries]}."""
    done = subprocess.run(
        [sys.executable, "-m", module, "--measure"],
        cwd=HOUSE,
        env=environment(products, "test"),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])
