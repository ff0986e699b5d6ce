"""`committee-desk`: the window, and the same verbs without one."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from committee_desk.cli.program import run
from committee_desk.traces import dump_no_core


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command and return its exit code."""
    dump_no_core()
    return run(sys.argv[1:] if argv is None else argv, _open_window)


def _open_window(desk: Path | None) -> int:
    gc.disable()  # nothing is garbage yet; `app.settle` turns it on again when the window stands
    from committee_desk.app import open_window  # noqa: PLC0415 - Qt, which no other command needs

    return open_window(desk)


if __name__ == "__main__":
    sys.exit(main())
