"""A process killed while a desk is copied, or a copy put back: never half a file under a name, nothing lost."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk, restore
from committee_desk.domain.backup import Reason, folder_of_copies
from committee_desk.services.actor import Actor
from committee_desk.services.backup_views import CopyState
from committee_desk.services.second import Second
from committee_desk.services.settings import CUT_OFF
from tests.conftest import frozen_clock
from tests.faults.killing import DESK, KILLS, SEED, TRIES, Act, _begin, _how_long, _next, is_sound, opened

CLERK = Actor("周敏")
Report = Callable[[int], None]
ENOUGH = max(4, KILLS // 2)
"""A round takes a second: a copy is checked whole before it counts, and so is what is left."""
COPY, BACK = "副本.desk", "恢复.desk"


def copy_it(place: Path, report: Report) -> None:
    """`backup`."""
    opened(place).backup.copy_to(CLERK, place / COPY)


def copy_it_automatically(place: Path, report: Report) -> None:
    """The copy when a desk is opened."""
    opened(place).backup.automatic(Reason.OPENING)


def restore_it(place: Path, report: Report) -> None:
    """`restore`."""
    restore(place / "备份.desk", place / BACK, lambda _desk: CLERK, clock=frozen_clock)


def restore_over_it(place: Path, report: Report) -> None:
    """The copy put back over the desk in use."""
    opened(place).backup.restore_over(CLERK, place / "备份.desk", "试", Second("王芳"))


@pytest.fixture
def template(template_sample_desk: Path, tmp_path: Path) -> Path:
    """A folder with a desk, and a copy of it from before its last entry."""
    place = tmp_path / "template"
    place.mkdir()
    shutil.copyfile(template_sample_desk, place / "备份.desk")
    shutil.copyfile(template_sample_desk, place / DESK)
    opened(place).settings.put(CLERK, CUT_OFF, "16:00", "试")
    return place


def _left(place: Path) -> list[Path]:
    return list(place.rglob("*.unfinished"))


def _hot(place: Path) -> bool:
    journal = place / f"{DESK}-journal"
    return journal.exists() and journal.stat().st_size > 0


def _kill_in_the_middle(
    template: Path, folder: Path, act: Act, in_the_middle: Callable[[Path], bool], after: Callable[[Path], bool]
) -> tuple[int, int]:
    """Kill until enough kills came between the act's beginning and its end; how many did, and after how many of
    them the act turned out to be done (`after` looks, and raises where something is not as it must be)."""
    chance = random.Random(SEED)
    lasting = _how_long(template, folder / "0", act)
    kills = counted = done = 0
    while counted < ENOUGH and kills < ENOUGH * TRIES:
        kills += 1
        place = folder / str(kills)
        shutil.copytree(template, place)
        heard, child = _begin(place, act)
        if in_the_middle is _hot:  # a short time, so it is waited for
            while not (place / f"{DESK}-journal").exists() and child.exitcode is None:
                pass
            time.sleep(chance.choice((0.0, chance.uniform(0, 0.05), chance.uniform(0, lasting))))
        else:
            time.sleep(chance.uniform(0, lasting))
        with suppress(ProcessLookupError):
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)
        child.join()
        while _next(heard) is not None:
            pass
        counts = in_the_middle(place)
        counted += counts
        finished = after(place)
        done += counts and finished
        shutil.rmtree(place)
    assert counted >= ENOUGH, (kills, counted, SEED)
    print(f"{act.__name__}: {kills} kills, {counted} counted, {done} of them after; seed {SEED}")
    return counted, done


def test_killed_while_backing_up_the_copy_is_whole_or_absent(template: Path, tmp_path: Path) -> None:
    def after(place: Path) -> bool:
        is_sound(place)
        if not (place / COPY).exists():
            assert opened(place).journal.rows(1)[0].verb == "setting.put"
            return False
        assert open_desk(place / COPY, clock=frozen_clock).check.full().ok
        return True

    _kill_in_the_middle(template, tmp_path / "kills", copy_it, lambda place: bool(_left(place)), after)


def test_killed_while_copying_automatically_no_leftover_counts_as_a_copy(template: Path, tmp_path: Path) -> None:
    def after(place: Path) -> bool:
        desk = opened(place)
        copies = desk.backup.copies()
        assert all(row.state is CopyState.READY for row in copies)
        assert all(open_desk(row.path, clock=frozen_clock).check.full().ok for row in copies)
        is_sound(place)
        for leftover in _left(place):
            os.utime(leftover, (0, 0))
        desk.settings.put(CLERK, CUT_OFF, "15:00", "试")
        assert desk.backup.automatic(Reason.CLOSING).copy is not None
        assert _left(place) == []
        assert len(desk.backup.copies()) == len(copies) + 1
        return bool(copies)

    _kill_in_the_middle(template, tmp_path / "kills", copy_it_automatically, lambda place: bool(_left(place)), after)


def test_killed_while_restoring_the_new_desk_is_whole_or_absent(template: Path, tmp_path: Path) -> None:
    def after(place: Path) -> bool:
        if not (place / BACK).exists():
            return False
        back = open_desk(place / BACK, clock=frozen_clock)
        assert back.journal.rows(1)[0].verb == "desk.restore"
        assert back.check.full().ok
        return True

    _kill_in_the_middle(template, tmp_path / "kills", restore_it, lambda place: bool(_left(place)), after)


@pytest.mark.parametrize("in_the_middle", [_hot, lambda place: bool(_left(place))], ids=["writing", "laid out"])
def test_killed_while_restoring_over_the_desk_it_is_before_or_after(
    template: Path, tmp_path: Path, in_the_middle: Callable[[Path], bool]
) -> None:
    head = opened(template).journal.head()

    def after(place: Path) -> bool:
        is_sound(place)
        desk = opened(place)
        newest = desk.journal.rows(1)[0]
        restored = newest.verb == "desk.restore"
        assert restored or desk.journal.head() == head
        assert desk.settings.get(CUT_OFF) == ("17:30" if restored else "16:00")
        if restored or _hot(place):
            kept = desk.backup.copies()
            assert [(row.reason, row.head, row.state) for row in kept] == [(Reason.RESTORE, head, CopyState.READY)]
            assert kept[0].path.parent == folder_of_copies(desk.path)
        return restored

    _kill_in_the_middle(template, tmp_path / "kills", restore_over_it, in_the_middle, after)
