"""A stored value that is no date or number makes no reader crash: it is the desk's damage, and is called so."""

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from committee_desk.bootstrap import open_desk
from committee_desk.domain.desk_file import DeskDamaged, ReadOnly
from committee_desk.storage.work import SqlWork
from tests.conftest import frozen_clock

BROKEN = {
    "a difficulty that is no number": "UPDATE weightings SET difficulty = '1.x' WHERE id = 1",
    "a date that is none": "UPDATE sanctions SET closed = '20r6-04-18' WHERE id = (SELECT min(id) FROM sanctions)",
    "a share that is no number": "UPDATE case_shares SET share = x'00ff'",
    "a day that is a word": "UPDATE leave SET since = 'immer' WHERE id = 1",
}


@pytest.mark.parametrize("statement", BROKEN.values(), ids=BROKEN)
def test_a_broken_value_is_told_as_damage_and_the_desk_is_only_read_from_then_on(
    template_sample_desk: Path, tmp_path: Path, statement: str
) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_sample_desk, path)
    _change_by_hand(path, statement)
    desk = open_desk(path, clock=frozen_clock)
    with pytest.raises(DeskDamaged):
        desk.scores.year(2026)
    assert desk.identity().read_only is ReadOnly.DAMAGED


def test_a_bug_on_a_whole_desk_stays_a_bug(template_sample_desk: Path) -> None:
    with pytest.raises(ValueError, match="no number"), SqlWork(template_sample_desk, None, frozen_clock).reading():
        raise ValueError("no number")


def _change_by_hand(path: Path, statement: str) -> None:
    connection = dbapi2.connect(str(path))
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    connection.commit()
    connection.close()
