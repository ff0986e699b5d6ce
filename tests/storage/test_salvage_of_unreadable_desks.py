"""Saving what is whole from a file that does not open as a desk any more."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk, salvage_file
from committee_desk.domain.desk_file import PassphraseNeeded
from committee_desk.services.actor import Actor
from tests.storage.disks import names_in
from tests.storage.test_damaged_desks import break_page

pytestmark = pytest.mark.breaks_the_desk
SECRET = "山高月小 水落石出"


def page_of_years(path: Path) -> int:
    """The page where the table of years begins."""
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'years'").fetchone()[0])
    finally:
        connection.close()


@pytest.fixture
def path(template_sample_desk: Path, tmp_path: Path) -> Path:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_sample_desk, path)
    return path


def test_every_table_is_read_though_the_list_of_tables_is_broken(path: Path, tmp_path: Path) -> None:
    for page in (17, 18):
        break_page(path, page)
    before, target = path.read_bytes(), tmp_path / "抢救.desk"
    saved = {each.table: each for each in salvage_file(path, target, None)}
    assert saved["case_shares"].whole
    assert saved["journal"].whole
    assert len(open_desk(target).people.roster(2026)) == 40
    assert path.read_bytes() == before
    assert "unfinished" not in " ".join(names_in(tmp_path))


def test_the_years_are_taken_from_the_journal_and_the_schemes(path: Path, tmp_path: Path) -> None:
    break_page(path, page_of_years(path))
    salvage_file(path, tmp_path / "抢救.desk", None)
    assert open_desk(tmp_path / "抢救.desk").identity().years == (2026,)


def test_a_protected_desk_is_salvaged_with_its_passphrase_and_stays_protected(tmp_path: Path, actor: Actor) -> None:
    path, target = tmp_path / "甲.desk", tmp_path / "乙.desk"
    new_desk(path, "云川县人民检察院", 2026, actor, passphrase=SECRET).close()
    for page in range(17, 24):
        break_page(path, page)
    with pytest.raises(PassphraseNeeded):
        salvage_file(path, target, None)
    salvage_file(path, target, SECRET)
    assert open_desk(target, passphrase=SECRET).identity().office == "云川县人民检察院"
    with pytest.raises(PassphraseNeeded):
        open_desk(target)
