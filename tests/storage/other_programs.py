"""Another program that uses the same file: locks work between processes only."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""
_TRY = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0).execute(sys.argv[2])
    print("done")
except sqlite3.Error as error:
    print(error)
"""


@contextmanager
def held_by_another_program(path: Path, statement: str = "BEGIN EXCLUSIVE") -> Iterator[None]:
    """While the block runs, another process has run the statement and waits."""
    command = [sys.executable, "-c", _HOLD, str(path), statement]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.communicate("")


def what_another_program_hears(path: Path, statement: str) -> str:
    """What the engine answers another process that runs the statement."""
    command = [sys.executable, "-c", _TRY, str(path), statement]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
