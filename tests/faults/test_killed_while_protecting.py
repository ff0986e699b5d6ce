"""A change of protection killed at random moments: the desk is the old one or the new one, whole, and nothing plain
of a protected desk outlasts the next opening of the window."""

import multiprocessing
import os
import random
import shutil
import signal
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.backup import CopyName, Reason, folder_of_copies
from committee_desk.domain.desk_file import PassphraseNeeded, WrongPassphrase
from committee_desk.services.access import Access
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.storage.backup import make_copy
from committee_desk.storage.engine import connect, unlock
from tests.conftest import frozen_clock

KILLS = int(os.environ.get("COMMITTEE_DESK_KILLS", "12"))
OLD, NEW = "雨后春笋 2026", "correct horse battery"
CLERK, OTHER = Actor("周敏"), Second("李复核")
SEED = random.SystemRandom().randrange(2**32)

_start = multiprocessing.get_context("forkserver")
_start.set_forkserver_preload(["committee_desk.bootstrap", "committee_desk.services.protection", __name__])

Change = tuple[str | None, str | None]


@dataclass
class Tally:
    """Kills while the new file was being written or the copies followed; how many left files; how many came after."""

    counted: int = 0
    left_something: int = 0
    new: int = 0


def change(path: Path, before: str | None, after: str | None, said: Connection) -> None:
    """What the child does."""
    desk = open_desk(path, passphrase=before, clock=frozen_clock)
    said.send("ready")
    if before is None:
        desk.protection.protect(CLERK, after or "")
    elif after is None:
        desk.protection.unprotect(CLERK, before, OTHER)
    else:
        desk.protection.rekey(CLERK, before, after)
    said.send("done")


def begin(path: Path, passphrases: Change) -> tuple[Connection, "multiprocessing.process.BaseProcess"]:
    heard, said = _start.Pipe(duplex=False)
    child = _start.Process(target=change, args=(path, *passphrases, said))
    child.start()
    said.close()
    assert heard.recv() == "ready"
    return heard, child


def opened_by_either(path: Path, passphrases: Change) -> tuple[Desk, bool]:
    """The desk, and whether it is the new one."""
    for passphrase, new in zip(passphrases, (False, True), strict=True):
        try:
            desk = open_desk(path, passphrase=passphrase, clock=frozen_clock, access=Access.WINDOW)
        except (PassphraseNeeded, WrongPassphrase):
            continue
        if desk.identity().protected is (passphrase is not None):
            return desk, new
        desk.close()
    raise AssertionError(f"neither passphrase opens the desk; seed {SEED}")


def rows_of(path: Path, passphrase: str | None) -> dict[str, list[tuple[object, ...]]]:
    with closing(connect(path, unlock(path, passphrase))) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def founded(path: Path, passphrase: str | None) -> Path:
    """A desk with one automatic copy; the copy."""
    path.parent.mkdir(exist_ok=True)
    new_desk(path, "演练县人民检察院", 2026, CLERK, clock=frozen_clock, passphrase=passphrase)
    copy = folder_of_copies(path) / CopyName(datetime(2026, 3, 2), Reason.CLOSING).text  # noqa: DTZ001
    copy.parent.mkdir()
    make_copy(path, unlock(path, passphrase), copy)
    return copy


def kill_after(seconds: float, path: Path, passphrases: Change) -> tuple[bool, float]:
    """Let the change begin its new file, wait, and kill it: whether it was still at work, and how long it was."""
    heard, child = begin(path, passphrases)
    while not leftovers(path) and child.exitcode is None:
        time.sleep(0.0005)
    began = time.monotonic()
    child.join(seconds)
    working = child.exitcode is None
    if working:
        assert child.pid is not None
        try:
            os.kill(child.pid, signal.SIGKILL)
        except ProcessLookupError:  # it ended by itself in that moment
            working = False
        child.join()
    heard.close()
    return working, time.monotonic() - began


def leftovers(path: Path) -> list[str]:
    return [each.name for each in path.parent.rglob(".*") if "unfinished" in each.name]


@pytest.mark.parametrize(
    "passphrases", [(None, OLD), (OLD, NEW), (OLD, None)], ids=["protecting", "rekeying", "lifting"]
)
def test_a_kill_leaves_the_old_desk_or_the_new_one_whole(passphrases: Change, tmp_path: Path) -> None:
    before, _ = passphrases
    chance = random.Random(SEED)
    template = tmp_path / "template" / "考评.desk"
    founded(template, before)
    content = rows_of(template, before)
    tally, lasting, attempt = Tally(), 60.0, 0
    while tally.counted < KILLS:
        attempt += 1
        assert attempt < KILLS * 10, (tally, SEED)
        path = tmp_path / str(attempt) / template.name
        shutil.copytree(template.parent, path.parent)
        working, took = kill_after(chance.uniform(0, lasting), path, passphrases)
        lasting = min(lasting, took) if not working else lasting
        tally.counted += working
        tally.left_something += working and bool(leftovers(path))
        new = assert_old_or_new(path, passphrases, content)
        tally.new += working and new
        shutil.rmtree(path.parent)
    print(tally, f"seed {SEED}")


def assert_old_or_new(path: Path, passphrases: Change, content: dict[str, list[tuple[object, ...]]]) -> bool:
    """The desk is whole, and nothing is left of the other one; whether it is the new one."""
    before, after = passphrases
    desk, new = opened_by_either(path, passphrases)
    assert desk.check.full().ok
    desk.close()
    assert_same_but_for_the_entry(content, rows_of(path, after if new else before), new=new)
    assert not leftovers(path), SEED
    if new and after is not None:
        plain = [each.name for each in path.parent.rglob("*.desk") if each.read_bytes()[:6] == b"SQLite"]
        assert not plain, SEED
    return new


def assert_same_but_for_the_entry(
    was: dict[str, list[tuple[object, ...]]], now: dict[str, list[tuple[object, ...]]], *, new: bool
) -> None:
    journal = now.pop("journal")
    before = dict(was)
    entries = before.pop("journal")
    assert journal[: len(entries)] == entries
    assert len(journal) - len(entries) == int(new)
    assert now == before


def test_a_copy_that_a_cut_off_change_left_plain_is_put_under_the_passphrase_at_the_next_opening(
    tmp_path: Path,
) -> None:
    path = tmp_path / "考评.desk"
    desk = new_desk(path, "演练县人民检察院", 2026, CLERK, clock=frozen_clock)
    copy = folder_of_copies(path) / CopyName(datetime(2026, 3, 2), Reason.CLOSING).text  # noqa: DTZ001
    copy.parent.mkdir()
    make_copy(path, None, copy)
    plain = copy.read_bytes()
    desk.protection.protect(CLERK, OLD)
    copy.write_bytes(plain)
    open_desk(path, passphrase=OLD, clock=frozen_clock, access=Access.WINDOW).close()
    assert open_desk(copy, passphrase=OLD, clock=frozen_clock).identity().protected


def test_a_copy_that_a_cut_off_rekeying_left_under_the_old_passphrase_is_removed_at_the_next_opening(
    tmp_path: Path,
) -> None:
    path = tmp_path / "考评.desk"
    desk = new_desk(path, "演练县人民检察院", 2026, CLERK, clock=frozen_clock, passphrase=OLD)
    copy = folder_of_copies(path) / CopyName(datetime(2026, 3, 2), Reason.CLOSING).text  # noqa: DTZ001
    copy.parent.mkdir()
    make_copy(path, unlock(path, OLD), copy)
    spent = copy.read_bytes()
    desk.protection.rekey(CLERK, OLD, NEW)
    copy.write_bytes(spent)
    open_desk(path, passphrase=NEW, clock=frozen_clock, access=Access.WINDOW).close()
    assert not copy.exists()
