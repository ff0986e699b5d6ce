"""Who may have a desk at the same time: between programs, because a program never bars itself."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.desk_file import DeskInUse
from committee_desk.services.access import Access
from committee_desk.services.actor import Actor
from committee_desk.services.settings import CUT_OFF
from tests.storage.disks import names_in

_OPEN = """
import sys
from pathlib import Path
from committee_desk.bootstrap import open_desk
from committee_desk.services.access import Access
desk = open_desk(Path(sys.argv[1]), access=Access(sys.argv[2]))
print("open", flush=True)
sys.stdin.read()
desk.close()
"""


@pytest.fixture
def path(template_desk: Path, tmp_path: Path) -> Path:
    path = tmp_path / "台账" / "考评.desk"
    path.parent.mkdir()
    path.write_bytes(template_desk.read_bytes())
    return path


@contextmanager
def another_program(path: Path, access: Access) -> Iterator[subprocess.Popen[str]]:
    """While the block runs, another program has the desk open."""
    command = [sys.executable, "-c", _OPEN, str(path), access]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        try:
            yield other
        finally:
            other.communicate("")


@pytest.mark.parametrize("theirs", [Access.WINDOW, Access.IMPORT])
@pytest.mark.parametrize("ours", [Access.WINDOW, Access.IMPORT])
def test_a_window_and_an_importer_bar_each_other(path: Path, theirs: Access, ours: Access) -> None:
    with another_program(path, theirs), pytest.raises(DeskInUse) as barred:
        open_desk(path, access=ours)
    assert barred.value.path == path
    open_desk(path, access=ours).close()


def test_work_beside_a_window_goes_on(path: Path, actor: Actor) -> None:
    with another_program(path, Access.WINDOW):
        desk = open_desk(path)
        assert desk.years() == (2026,)
        desk.settings.put(actor, CUT_OFF, "17:00", "冬令时")
        with another_program(path, Access.BESIDE):
            assert desk.years() == (2026,)


def test_the_same_desk_by_another_path_is_the_same_desk(path: Path, tmp_path: Path) -> None:
    (tmp_path / "别处").mkdir()
    link, hard, folder = tmp_path / "连接.desk", tmp_path / "别处" / "硬连接.desk", tmp_path / "文件夹"
    link.symlink_to(path)
    hard.hardlink_to(path)
    folder.symlink_to(path.parent)
    with another_program(path, Access.WINDOW):
        for other in (link, hard, folder / path.name, path.parent / ".." / path.parent.name / path.name,
                      Path(os.path.relpath(path))):  # fmt: skip
            with pytest.raises(DeskInUse):
                open_desk(other, access=Access.WINDOW)
    open_desk(hard, access=Access.WINDOW).close()


def test_a_window_opens_its_own_desk_again_and_holds_it_until_both_are_closed(path: Path) -> None:
    first = open_desk(path, access=Access.WINDOW)
    second = open_desk(path, access=Access.WINDOW)
    first.close()
    first.close()
    assert _barred_elsewhere(path)
    second.close()
    assert not _barred_elsewhere(path)


def test_a_lock_names_nobody_and_is_gone_when_let_go(path: Path, tmp_path: Path) -> None:
    with open_desk(path, access=Access.WINDOW):
        locks = [file for file in path.parent.iterdir() if file.suffix == ".lock"]
        kept = [*locks, *(Path(os.environ["XDG_STATE_HOME"]) / "committee-desk" / "locks").iterdir()]
        assert len(kept) == 2
        assert all(file.read_bytes() == b"" for file in kept)
        assert [file.name for file in locks] == [f".{path.name}.lock"]
    assert names_in(path.parent) == [path.name]
    assert not any(file.exists() for file in kept)


def test_a_killed_window_bars_nobody(path: Path) -> None:
    with another_program(path, Access.WINDOW) as window:
        window.send_signal(signal.SIGKILL)
        window.wait()
        open_desk(path, access=Access.WINDOW).close()
    assert names_in(path.parent) == [path.name]


def test_a_desk_that_was_not_opened_is_not_held(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(Exception, match="台账"):
        open_desk(path, access=Access.WINDOW)
    assert names_in(path.parent) == [path.name]


def test_of_many_that_want_the_desk_at_once_one_gets_it(path: Path) -> None:
    """Each takes and lets go as fast as it can; whoever holds it writes a mark and must find no other."""
    mark = path.with_name("标记")
    race = """
import os, sys
from pathlib import Path
from committee_desk.domain.desk_file import DeskInUse
from committee_desk.storage.lock import hold
path, mark, had = Path(sys.argv[1]), sys.argv[2], 0
while had < 200:
    try:
        let_go = hold(path)
    except DeskInUse:
        continue
    os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    os.unlink(mark)
    let_go()
    had += 1
"""
    programs = [subprocess.Popen([sys.executable, "-c", race, str(path), str(mark)]) for _ in range(3)]
    until = time.monotonic() + 60
    assert [program.wait(until - time.monotonic()) for program in programs] == [0, 0, 0]


def _barred_elsewhere(path: Path) -> bool:
    """Whether another program is kept from opening the desk in a window."""
    command = [sys.executable, "-c", _OPEN, str(path), Access.WINDOW]
    tried = subprocess.run(command, input="", capture_output=True, text=True, check=False)
    assert ("DeskInUse" in tried.stderr) == (tried.returncode != 0)
    return tried.returncode != 0
