"""How a benchmark is told: what the bare thing took, what the desk took, their ratio and its limit.

The bare thing and the desk take turns, so that a busy machine weighs on both; the best round of each counts. Beside the
ratio of the clock stands the ratio of processor time, which other programs disturb less; the clock's decides.
"""

import gc
import json
import os
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

RESULTS = "BENCH_RESULTS"
"""The file that `run.py` wants the results in; unset when a benchmark is run by itself."""


class Taken(NamedTuple):
    """Seconds by the clock and of processor time, child processes included."""

    clock: float
    processor: float


class Result(NamedTuple):
    """One line of the table. `bare` and `processor` are None where the limit is a plain number."""

    name: str
    bare: str | None
    desk: str
    figure: str
    processor: str | None
    limit: str
    kept: bool


def taken(work: Callable[[], object]) -> Taken:
    """One round."""
    gc.collect()
    clock, processor = time.perf_counter(), _processor()
    work()
    return Taken(time.perf_counter() - clock, _processor() - processor)


def best(rounds: Sequence[Taken]) -> Taken:
    """The best of each."""
    return Taken(min(each.clock for each in rounds), min(each.processor for each in rounds))


def against(name: str, bare: Callable[[], object], desk: Callable[[], object], limit: float, rounds: int = 5) -> Result:
    """Both in turns, after a round of each that does not count."""
    both = [(taken(bare), taken(desk)) for _ in range(rounds + 1)][1:]
    plain, ours = best([each for each, _ in both]), best([each for _, each in both])
    ratio = ours.clock / plain.clock
    return Result(
        name,
        f"{plain.clock * 1000:.0f} ms",
        f"{ours.clock * 1000:.0f} ms",
        f"{ratio:.2f}",
        f"{ours.processor / plain.processor:.2f}",
        f"{limit}",
        ratio <= limit,
    )


def within(name: str, figure: float, unit: str, limit: float) -> Result:
    """A plain number and the most that it may be."""
    shown = f"{figure:.0f} {unit}"
    return Result(name, None, shown, shown, None, f"{limit:g} {unit}", figure <= limit)


def told(*results: Result) -> int:
    """Print the lines, and hand them to whoever runs all benchmarks; the exit code."""
    print(*table(results), sep="\n")
    if RESULTS in os.environ:
        with Path(os.environ[RESULTS]).open("a", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(each)}\n" for each in results)
    return 0 if all(each.kept for each in results) else 1


def table(results: Sequence[Result]) -> list[str]:
    """The results in columns."""
    rows = [("", "bare", "desk", "ratio", "by processor", "limit", "")]
    for each in results:
        ratio = each.figure if each.bare else ""
        verdict = "ok" if each.kept else "MISSED"
        rows.append((each.name, each.bare or "", each.desk, ratio, each.processor or "", each.limit, verdict))
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _processor() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
