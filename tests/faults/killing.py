"""Kills a process in the middle of an act on a desk file, again and again, and looks at what is left.

A kill counts when it left a hot journal: it came between the act's first write and its commit. All others prove
nothing about the file and are only made until enough have counted.
"""

import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from committee_desk.bootstrap import open_desk
from committee_desk.services.desk import Desk
from tests.conftest import frozen_clock

KILLS = int(os.environ.get("COMMITTEE_DESK_KILLS", "12"))
"""How many kills have to count in one test. A long run sets hundreds."""

TRIES = 40
"""How many kills may be made for each that is to count."""

Act = Callable[[Path, Callable[[int], None]], None]
"""What the child does to the desk in that folder; it reports the number of the newest entry after each commit."""

DESK = "考评.desk"
SEED = random.SystemRandom().randrange(2**32)  # told with every failure, so that it can be tried again

_start = multiprocessing.get_context("forkserver")
_start.set_forkserver_preload(["committee_desk.bootstrap", "committee_desk.services.imports.import_desk", __name__])


@dataclass
class Tally:
    """What became of the desks."""

    kills: int = 0
    counted: int = 0
    left_before: int = 0
    left_after: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.counted} counted, {self.left_before} left the desk before the act, "
            f"{self.left_after} after; seed {SEED}"
        )


def kill_again_and_again(
    template: Path,
    folder: Path,
    act: Act,
    *,
    adds: int = 1,
    sound: Callable[[Path], None] | None = None,
    entries: Callable[[Path], int] | None = None,
) -> Tally:
    """Kill `act` at random moments until enough kills counted; after each the desk must be before or after, and sound.

    `template` is a folder; each round works on a copy of it. A commit of the act `adds` so many entries. `sound`
    raises when something else in the folder is not as it must be; `entries` counts those of the folder's desk.
    """
    counted = entries or entries_of
    chance = random.Random(SEED)
    lasting = _how_long(template, folder / "0", act)
    tally = Tally()
    while tally.counted < KILLS and tally.kills < KILLS * TRIES:
        tally.kills += 1
        place = folder / str(tally.kills)
        shutil.copytree(template, place)
        hurry = chance.choice((0.0, 0.0005, 0.002, lasting))
        acknowledged = _kill_after(chance.uniform(0, lasting), chance.uniform(0, hurry), place, act) or counted(
            template
        )
        counts = any(file.stat().st_size for file in place.rglob("*-journal"))
        tally.counted += counts
        left = counted(place)
        assert left in {acknowledged, acknowledged + adds}, (left, acknowledged, str(tally))
        if counts:
            tally.left_before += left == acknowledged
            tally.left_after += left > acknowledged
        is_sound(place)
        if sound is not None:
            sound(place)
        shutil.rmtree(place)
    assert tally.counted >= KILLS, str(tally)
    return tally


def is_sound(place: Path) -> None:
    """Every invariant of the folder's desk holds."""
    report = opened(place).check.full()
    assert report.ok, (report.problems, SEED)


def opened(place: Path) -> Desk:
    """The folder's desk, as an act opens it."""
    return open_desk(place / DESK, clock=frozen_clock)


def entries_of(place: Path) -> int:
    """How many entries the journal of the folder's desk has; opening rolls an unfinished act back."""
    return opened(place).journal.head().entries


def _how_long(template: Path, place: Path, act: Act) -> float:
    """The seconds that the act takes when nobody kills it, twice, so that the first time's loading is left out."""
    for again in range(2):
        shutil.copytree(template, place / str(again))
        heard, child = _begin(place / str(again), act)
        began = time.monotonic()
        while _next(heard) is not None:
            pass
        child.join()
        assert child.exitcode == 0
        lasting = time.monotonic() - began
    return lasting


def _kill_after(seconds: float, hurry: float, place: Path, act: Act) -> int:
    """Let the act run so many seconds, wait for its next write, and kill it `hurry` seconds into that.

    The answer is the newest entry that the child had reported, 0 where it had reported none.
    """
    newest = 0
    heard, child = _begin(place, act)
    time.sleep(seconds)
    journal = place / f"{DESK}-journal"
    while not journal.exists() and child.exitcode is None:
        pass
    time.sleep(hurry)
    with suppress(ProcessLookupError):
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
    child.join()
    while (said := _next(heard)) is not None:
        newest = said
    return newest


def _begin(place: Path, act: Act) -> tuple[Connection, "multiprocessing.process.BaseProcess"]:
    heard, said = _start.Pipe(duplex=False)
    child = _start.Process(target=_child, args=(act, place, said))
    child.start()
    said.close()
    assert heard.recv() == "ready"
    return heard, child


def _next(heard: Connection) -> int | None:
    try:
        number: int = heard.recv()
    except EOFError:
        return None
    return number


def _child(act: Act, place: Path, said: Connection) -> None:
    said.send("ready")
    act(place, said.send)
