"""How a desk is made: whole or not at all, and never over another file."""

from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.desk_file import DeskExists, FolderMissing, IsAFolder
from committee_desk.services import founding
from committee_desk.services.actor import Actor
from committee_desk.services.clock import DEMO_BEGINS
from committee_desk.services.founding import OfficeNameMissing, YearOutOfRange
from committee_desk.services.schemes import SchemeNotFound
from tests.conftest import NOW, OFFICE, frozen_clock
from tests.storage.disks import names_in


def test_a_new_desk_knows_its_office_its_year_and_its_birth(tmp_path: Path, actor: Actor) -> None:
    desk = new_desk(tmp_path / "新.desk", f" {OFFICE} ", 2026, actor, clock=frozen_clock)
    identity = desk.identity()
    assert (identity.office, identity.years, identity.demo, identity.protected) == (OFFICE, (2026,), False, False)
    assert identity.created == NOW
    assert names_in(tmp_path) == ["新.desk"]


def test_two_desks_are_never_the_same_desk(tmp_path: Path, actor: Actor) -> None:
    one, other = (new_desk(tmp_path / name, OFFICE, 2026, actor).identity().uid for name in ("a.desk", "b.desk"))
    assert one != other


def test_the_birth_is_the_first_entry_of_the_journal(tmp_path: Path, actor: Actor) -> None:
    (row,) = new_desk(tmp_path / "新.desk", OFFICE, 2026, actor).journal.rows(10)
    assert (row.seq, row.verb, row.actor) == (1, "desk.found", "周敏")


def test_no_file_is_overwritten(tmp_path: Path, actor: Actor) -> None:
    path = tmp_path / "有.desk"
    path.write_text("重要")
    with pytest.raises(DeskExists):
        new_desk(path, OFFICE, 2026, actor)
    assert path.read_text() == "重要"
    dangling = tmp_path / "空链.desk"
    dangling.symlink_to(tmp_path / "没有")
    with pytest.raises(DeskExists):
        new_desk(dangling, OFFICE, 2026, actor)
    with pytest.raises(IsAFolder):
        new_desk(tmp_path, OFFICE, 2026, actor)
    with pytest.raises(FolderMissing):
        new_desk(tmp_path / "没有" / "新.desk", OFFICE, 2026, actor)
    assert names_in(tmp_path) == ["有.desk", "空链.desk"]


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "新.desk"
    write = founding.DeskRow

    def meanwhile(*facts: object) -> object:
        path.write_text("别人的")
        return write(*facts)

    monkeypatch.setattr(founding, "DeskRow", meanwhile)
    with pytest.raises(DeskExists):
        new_desk(path, OFFICE, 2026, actor)
    assert path.read_text() == "别人的"
    assert names_in(tmp_path) == ["新.desk"]


def test_a_birth_that_fails_leaves_nothing(tmp_path: Path, actor: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*facts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(founding, "DeskRow", stopped)
    with pytest.raises(KeyboardInterrupt):
        new_desk(tmp_path / "新.desk", OFFICE, 2026, actor)
    assert not names_in(tmp_path)


def test_a_desk_without_office_possible_year_or_scheme_is_not_made(tmp_path: Path, actor: Actor) -> None:
    with pytest.raises(OfficeNameMissing):
        new_desk(tmp_path / "新.desk", "　 ", 2026, actor)
    for year in (26, 1999, 10_000):
        with pytest.raises(YearOutOfRange):
            new_desk(tmp_path / "新.desk", OFFICE, year, actor)
    with pytest.raises(SchemeNotFound):
        new_desk(tmp_path / "新.desk", OFFICE, 2026, actor, scheme="没有这个方案")
    assert not names_in(tmp_path)


def test_a_year_whose_calendar_is_not_announced_is_no_obstacle(tmp_path: Path, actor: Actor) -> None:
    assert new_desk(tmp_path / "新.desk", OFFICE, 2031, actor).years() == (2031,)


def test_a_demonstration_has_its_own_clock_and_calendar(tmp_path: Path, actor: Actor) -> None:
    path = tmp_path / "演示.desk"
    desk = new_desk(path, OFFICE, 2026, actor, demo=True)
    assert desk.identity().demo
    assert desk.clock().date() == DEMO_BEGINS.date()
    assert 2027 in desk.calendar.held_years()
    assert open_desk(path).clock().date() == DEMO_BEGINS.date()


def test_no_other_desk_takes_another_clock(tmp_path: Path, actor: Actor) -> None:
    desk = new_desk(tmp_path / "新.desk", OFFICE, 2026, actor)
    assert desk.clock.__name__ == "pc_clock"
    assert 2027 not in desk.calendar.held_years() or desk.clock().year >= 2027
