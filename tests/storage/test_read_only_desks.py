"""A desk on a disk that takes no writing: read, never written, and every command refused with one sentence."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.desk_file import OlderVersionReadOnly, ReadOnly, ReadOnlyDesk, UnfinishedReadOnly
from committee_desk.paths import resource
from committee_desk.services.access import Access
from committee_desk.services.actor import Actor
from committee_desk.services.settings import CUT_OFF
from tests.storage.disks import names_in

RELEASED = Path(__file__).parents[1] / "data" / "released"

_CUT_OFF = """
import os, sys
from pathlib import Path
from sqlcipher3 import dbapi2
from committee_desk.storage.engine import connect
connection = connect(Path(sys.argv[1]), None)
connection.execute("PRAGMA cache_spill = ON")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE much (a)")
for _ in range(300):
    connection.execute("INSERT INTO much VALUES (randomblob(4000))")
os.kill(os.getpid(), 9)
"""


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """The folder as a medium that takes no writing, mounted beside it."""
    there = folder.with_name(f"{folder.name}-只读")
    there.mkdir()
    bound = subprocess.run(["mount", "-o", "bind", folder, there], check=False, capture_output=True)
    if sys.platform != "linux" or bound.returncode:
        pytest.skip("needs the right to mount")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", there], check=True)
        yield there
    finally:
        subprocess.run(["umount", there], check=True)


@pytest.fixture
def folder(template_sample_desk: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "盘"
    folder.mkdir()
    shutil.copyfile(template_sample_desk, folder / "考评.desk")
    return folder


def test_everything_is_read_and_nothing_written(folder: Path, actor: Actor) -> None:
    before = (folder / "考评.desk").read_bytes()
    with read_only(folder) as medium:
        desk = open_desk(medium / "考评.desk", access=Access.WINDOW)
        assert desk.identity().read_only is ReadOnly.MEDIUM
        assert desk.people.roster(2026)
        assert desk.scores.year(2026).people
        assert desk.journal.rows(10)
        for command in (
            lambda: desk.settings.put(actor, CUT_OFF, "17:00", "提前下班"),
            lambda: desk.imports.carry_out_folder(actor, resource("samples", "office"), 2026),
        ):
            with pytest.raises(ReadOnlyDesk) as refused:
                command()
            assert refused.value.reason is ReadOnly.MEDIUM
        desk.close()
    assert (folder / "考评.desk").read_bytes() == before
    assert names_in(folder) == ["考评.desk"]


def test_a_protected_desk_is_read_there_too(tmp_path: Path, actor: Actor) -> None:
    folder = tmp_path / "盘"
    folder.mkdir()
    new_desk(folder / "密.desk", "演练县人民检察院", 2026, actor, passphrase="山高月小水落石出")
    with read_only(folder) as medium:
        assert open_desk(medium / "密.desk", passphrase="山高月小水落石出").identity().read_only is ReadOnly.MEDIUM


def test_an_older_desk_is_refused_where_it_cannot_be_brought_up_to_date(folder: Path) -> None:
    shutil.copyfile(RELEASED / "0001.desk", folder / "考评.desk")
    with read_only(folder) as medium, pytest.raises(OlderVersionReadOnly):
        open_desk(medium / "考评.desk")


def test_a_desk_whose_last_writing_was_cut_off_is_not_read_half(folder: Path) -> None:
    path = folder / "考评.desk"
    killed = subprocess.run([sys.executable, "-c", _CUT_OFF, str(path)], check=False)
    assert killed.returncode == -9
    assert path.with_name("考评.desk-journal").stat().st_size
    with read_only(folder) as medium, pytest.raises(UnfinishedReadOnly):
        open_desk(medium / "考评.desk")
    assert open_desk(path).identity().read_only is None
