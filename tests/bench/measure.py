"""How a benchmark is told: its name, what the bare thing took, what the desk took, their ratio and its limit."""

import gc
import statistics
import time
from collections.abc import Callable


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The median time of doing something, in seconds."""
    taken = []
    for _ in range(times):
        gc.collect()
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def told(name: str, bare: float, ours: float, limit: float) -> bool:
    """Print one line; whether the limit is kept."""
    ratio = ours / bare
    kept = ratio <= limit
    verdict = "" if kept else "  MISSED"
    print(f"{name}: bare {bare * 1000:.0f} ms, desk {ours * 1000:.0f} ms, ratio {ratio:.2f}, limit {limit}{verdict}")
    return kept
