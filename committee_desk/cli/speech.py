"""What the command line says: answers on stdout, sentences for people on stderr, always in UTF-8."""

import contextlib
import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from committee_desk.cli.refusals import AnswerNotWritten

GAP = "  "
_COMMANDS_OF_A_TERMINAL = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A})
"""What a terminal obeys instead of showing it; a name or a path must not command one."""


def speak_utf8() -> None:
    """Write UTF-8 whatever the console or the pipe was set to; what cannot be written is shown escaped."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # a Windows program without a console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - stands for the stream
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str = "") -> None:
    """A line of the answer."""
    with _answering():
        print(line.translate(_COMMANDS_OF_A_TERMINAL))


def warn(line: str) -> None:
    """A sentence for the person at the keyboard, beside the answer; where it cannot be written, nobody is there."""
    with contextlib.suppress(OSError):
        print(line.translate(_COMMANDS_OF_A_TERMINAL), file=sys.stderr)


def answer(facts: object) -> None:
    """The answer as JSON."""
    with _answering():
        print(json.dumps(facts, ensure_ascii=False, indent=2))


def finish() -> None:
    """Write out what is still buffered, so that a full disk or a closed pipe is noticed here."""
    with _answering():
        sys.stdout.flush()


@contextlib.contextmanager
def _answering() -> Iterator[None]:
    """Part an answer that cannot be written from a file that cannot be; a reader who left is neither."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        fall_silent()
        raise AnswerNotWritten from error


def fall_silent() -> None:
    """Let what is still buffered go nowhere: the reader of the pipe is gone, or its disk is full."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def table(rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Rows in columns that line up, Chinese characters counted as two wide; `right` columns align at their end."""
    lines = [tuple(row) for row in rows]
    widths = [max(_width(cell) for cell in column) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (_padded(cell, widths[n], n in right) for n, cell in enumerate(line))
        say(GAP.join(cells).rstrip())


def _padded(cell: str, width: int, right: bool) -> str:  # noqa: FBT001 - of a table's cell
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
