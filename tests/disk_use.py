"""What a run of all tests keeps on the disk: the folders of tests that failed, and of the last few that passed."""

import shutil
from collections import deque
from collections.abc import Generator
from pathlib import Path

import pytest

KEPT = 100
"""So many folders of passed tests stay: what a closed window still reads, it reads before a hundred others."""
HAS_FAILED = pytest.StashKey[bool]()

_passed: deque[Path] = deque()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """When a test is over and nothing of it failed, the oldest folder goes: thousands of desks would fill a disk."""
    report = yield
    failed = item.stash[HAS_FAILED] = item.stash.get(HAS_FAILED, False) or report.failed
    folder = getattr(item, "funcargs", {}).get("tmp_path")
    if report.when == "teardown" and folder is not None and not failed:
        _passed.append(folder)
        if len(_passed) > KEPT:
            shutil.rmtree(_passed.popleft(), ignore_errors=True)
    return report
