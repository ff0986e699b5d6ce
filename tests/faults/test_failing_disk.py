"""Every read, write, opening and removal of an act fails once, and from then on: one sentence, and a sound desk."""

import errno
import os
import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.wording.errors import sentence
from tests.faults.failing_disk import failing
from tests.faults.killing import DESK, entries_of, is_sound, opened

CLERK = Actor("周敏")
TURNS = int(os.environ.get("COMMITTEE_DESK_TURNS", "8"))
"""So many calls of a kind are made to fail one by one; of an act that makes more, this many of them by chance."""

READING = ("read", "pread", "pread64")
WRITING = ("write", "pwrite", "pwrite64", "ftruncate")


def type_one_day(place: Path) -> None:
    opened(place).calendar.set_day(CLERK, date(2026, 3, 2), DayKind.OFF, None, "演练〔2026〕1号")


def read_everything_in(place: Path) -> None:
    opened(place).imports.carry_out_folder(CLERK, resource("samples", "office"), 2026)


def take_the_calendar_day_back(place: Path) -> None:
    opened(place).calendar.clear_day(CLERK, date(2026, 2, 15), "演练〔2026〕2号")


@pytest.fixture
def place(template_desk: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "template"
    folder.mkdir()
    shutil.copyfile(template_desk, folder / DESK)
    return folder


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize(
    ("names", "error"),
    [
        (READING, errno.EIO),
        (WRITING, errno.EIO),
        (WRITING, errno.ENOSPC),
        (("unlink",), errno.EIO),
        (("open",), errno.EIO),
        (("open",), errno.EMFILE),
    ],
    ids=["unreadable", "unwritable", "full", "nothing removed", "nothing opened", "too many open files"],
)
@pytest.mark.parametrize("act", [type_one_day, take_the_calendar_day_back, read_everything_in])
def test_a_disk_that_fails_in_the_middle_leaves_the_desk_before_or_after(
    place: Path, tmp_path: Path, act: Callable[[Path], None], names: tuple[str, ...], error: int, *, lasting: bool
) -> None:
    before, after, calls = _undisturbed(place, tmp_path / "undisturbed", act, names)
    failed = 0
    for turn in _turns(calls):
        round_ = tmp_path / str(turn)
        shutil.copytree(place, round_)
        told = _disturbed(round_, act, names, turn=turn, error=error, lasting=lasting)
        failed += told is not None
        entries = entries_of(round_)
        assert entries in {before, after}, (turn, told)
        assert told is not None or entries == after, f"call {turn} failed, nothing was said and nothing was done"
        is_sound(round_)
        shutil.rmtree(round_)
    assert failed, "no fault ever reached the act"


def _undisturbed(place: Path, copy: Path, act: Callable[[Path], None], names: tuple[str, ...]) -> tuple[int, int, int]:
    """Entries before and after the act, and how many calls of these names it makes."""
    shutil.copytree(place, copy)
    before = entries_of(copy)
    with failing(*names, turn=0) as faults:
        act(copy)
    return before, entries_of(copy), faults.calls


def _turns(calls: int) -> list[int]:
    every = range(1, calls + 1)
    return list(every) if calls <= TURNS else sorted(random.Random(calls).sample(every, TURNS))


def _disturbed(
    place: Path, act: Callable[[Path], None], names: tuple[str, ...], *, turn: int, error: int, lasting: bool
) -> str | None:
    """What the user is told; None when the act went well all the same."""
    with failing(*names, turn=turn, lasting=lasting, error=error):
        try:
            act(place)
        except (DeskError, Trouble) as failure:
            return sentence(failure)
    return None
