"""A disk that is small, or that takes no writing, for tests that fill it up."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def names_in(folder: Path) -> list[str]:
    """The names of everything in the folder."""
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def mounted(folder: Path, *, kilobytes: int) -> Iterator[Path]:
    """A file system of that size; skips the test where this PC lets nobody mount one."""
    folder.mkdir()
    if sys.platform != "linux" or _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)):
        pytest.skip("needs the right to mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def take_no_more_writing(folder: Path) -> None:
    """Turn the mounted disk read-only."""
    assert _mount("-o", "remount,ro", str(folder)) == 0


def _mount(*arguments: str) -> int:
    return subprocess.run(["mount", *arguments], check=False, capture_output=True).returncode
