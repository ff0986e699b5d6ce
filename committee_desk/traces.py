"""What a bug leaves on this PC: which error and where in the program. Never what the error says.

Neither texts of errors nor lines of source nor values, for any of them may be a name: crash logs lie outside the
protection of every desk.
"""

import sys
import traceback
from collections.abc import Iterator
from pathlib import PurePath

_TAIL = 3
"""So many parts of a file's path tell which file it is; the ones before name this PC's user."""


def where(error: BaseException) -> str:
    """The error's kind and its frames, and those of the errors that led to it, oldest first."""
    return "".join(f"{line}\n" for each in reversed(list(_chain(error))) for line in _lines(each))


def dump_no_core() -> None:
    """A crash of the process writes no picture of its memory to the disk."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        yield now
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)


def _lines(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        yield f"  {'/'.join(PurePath(code.co_filename).parts[-_TAIL:])}:{line} {code.co_qualname}"
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _lines(each)
