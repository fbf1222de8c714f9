"""Running one benchmark on centres of several sizes, and the table it ends in.

Figures are ratios to the first size, of the quickest of many requests; sizes take turns, so
that a busy machine slows them alike. Nothing is asserted: machines differ.
"""

import argparse
import json
import time

import django
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.benchmarks.scratch import MEDIA, measure, prepare


def run(module: str, title: str, cases, *, repeats: int = 15) -> None:
    """Parse the command line and compare sizes; `cases()` -> {case: address}."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=title)
    parser.add_argument("--products", type=int, nargs="+", default=[67, 5000, 50000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(_clock(cases, repeats)))
        return
    for products in options.products:
        prepare(products, options.seed)
    figures = {products: {} for products in options.products}
    for _round in range(options.rounds):
        for products in options.products:
            for case, (milliseconds, queries) in measure(module, products).items():
                best = min(milliseconds, figures[products].get(case, (milliseconds,))[0])
                figures[products][case] = (best, queries)
    print(table(title, figures))


def _clock(cases, repeats):
    """{case: (milliseconds of the quickest request, queries)} in this process."""
    settings.MEDIA_ROOT = MEDIA  # the suite's own settings keep files for one run only
    django.setup()
    client, figures = Client(), {}
    for case, address in cases().items():
        client.get(address)  # makes renditions, fills what lasts
        times = []
        for _repeat in range(repeats):
            cache.clear()
            start = time.perf_counter()
            response = client.get(address)
            times.append(time.perf_counter() - start)
            assert response.status_code == 200, f"{address}: {response.status_code}"
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        figures[case] = (min(times) * 1000, len(asked))
    return figures


def table(title: str, figures: dict) -> str:
    """A line for each case: time at the first size, ratios of the others, queries of all."""
    sizes = list(figures)
    head = [title, f"{sizes[0]:,}", *(f"{size:,}" for size in sizes[1:]), "queries"]
    rows = [head]
    for case, (first, _queries) in figures[sizes[0]].items():
        ratios = [f"{figures[size][case][0] / first:.2f} x" for size in sizes[1:]]
        queries = " / ".join(str(figures[size][case][1]) for size in sizes)
        rows.append([case, f"{first:.0f} ms", *ratios, queries])
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    return "\n".join(lines)
