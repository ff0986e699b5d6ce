"""What opens as a desk and what does not; and that a failed opening leaves every file as it was."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.desk_file import (
    DeskDamaged,
    DeskLocked,
    DeskMissing,
    DiskFull,
    IsAFolder,
    NewerDesk,
    NoPermission,
    NotADesk,
    PassphraseNeeded,
    ReadOnly,
    ReadOnlyDesk,
    WrongPassphrase,
)
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.access import Access
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.settings import CUT_OFF
from committee_desk.storage import engine, recognise
from committee_desk.storage.passphrase import MARK
from committee_desk.storage.work import SqlWork
from tests.conftest import frozen_clock
from tests.storage.disks import mounted, names_in, take_no_more_writing
from tests.storage.other_programs import held_by_another_program, what_another_program_hears

SECRET = "山高月小 水落石出"


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE desk (id INTEGER)")
    connection.commit()
    connection.close()


def _random(path: Path) -> None:
    path.write_bytes(os.urandom(8192))


def _truncated_head(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def _marked_stub(path: Path) -> None:
    path.write_bytes(MARK)


@pytest.mark.parametrize(
    "make",
    [lambda path: path.touch(), lambda path: path.write_text("案号,罪名\n"), _random, _other_database, _truncated_head,
     _marked_stub],
    ids=["empty", "text", "random", "another database", "truncated head", "nothing but a mark"],
)  # fmt: skip
def test_another_file_is_refused_and_left_as_it_was(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "别的.desk"
    make(path)
    before = path.read_bytes()
    for passphrase in (None, SECRET):
        with pytest.raises(NotADesk):
            open_desk(path, passphrase=passphrase)
    assert path.read_bytes() == before
    assert names_in(tmp_path) == [path.name]


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(DeskMissing):
        open_desk(tmp_path / "没有.desk")
    with pytest.raises(DeskMissing):
        open_desk(tmp_path / ("长" * 300))
    with pytest.raises(DeskMissing):
        open_desk(tmp_path / "a\0b.desk")
    assert not names_in(tmp_path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsAFolder):
        open_desk(tmp_path)


def test_a_device_is_refused() -> None:
    with pytest.raises(NotADesk):
        open_desk(Path(os.devnull))


def test_a_newer_desk_is_refused_and_left_as_it_was(template_desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "新.desk"
    path.write_bytes(template_desk.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerDesk) as refused:
        open_desk(path)
    assert refused.value.version == "9999"
    assert path.read_bytes() == before


def test_a_truncated_desk_is_damaged_not_a_bug(template_desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "半截.desk"
    whole = template_desk.read_bytes()
    for length in (4096, len(whole) // 8192 * 4096, len(whole) - 100):
        path.write_bytes(whole[:length])
        try:
            _read_everything(path)
        except (DeskDamaged, NotADesk):
            continue
        assert open_desk(path, access=Access.IMPORT).identity().read_only is ReadOnly.DAMAGED


def test_garbage_inside_a_desk_is_a_refusal_not_a_bug(template_desk: Path, tmp_path: Path) -> None:
    whole = template_desk.read_bytes()
    path = tmp_path / "坏.desk"
    for page in range(0, len(whole) // 4096, 7):
        path.write_bytes(whole[: page * 4096 + 100] + b"\xff" * 2000 + whole[page * 4096 + 2100 :])
        try:
            _read_everything(path)
        except (DeskError, Trouble):
            continue


def test_text_that_is_no_text_is_damage(template_desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "坏.desk"
    whole = template_desk.read_bytes()
    for text in ("国务院办公厅关于", "CREATE TABLE stays", "desk.found"):
        assert text.encode() in whole
        path.write_bytes(whole.replace(text.encode(), b"\xff" * len(text.encode())))
        with pytest.raises(DeskDamaged):
            _read_everything(path)


def _read_everything(path: Path) -> None:
    desk = open_desk(path)
    desk.identity()
    desk.journal.rows(10)
    desk.calendar.days(2026)
    desk.people.roster(2026)
    desk.cases.rows(2026)


def test_an_open_desk_is_plain_sqlite_for_others(template_desk: Path) -> None:
    connection = sqlite3.connect(f"{template_desk.as_uri()}?mode=ro", uri=True)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA application_id").fetchone() == (recognise.APPLICATION_ID,)
    connection.close()


def test_every_connection_keeps_the_file_safe(template_desk: Path) -> None:
    connection = engine.connect(template_desk, None)
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store", "recursive_triggers")
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    connection.close()
    assert found == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "recursive_triggers": 1,
    }


def test_a_protected_desk_opens_with_its_passphrase_alone(tmp_path: Path, actor: Actor) -> None:
    path = tmp_path / "密.desk"
    assert new_desk(path, "演练县人民检察院", 2026, actor, passphrase=SECRET).identity().protected
    before = path.read_bytes()
    for passphrase in (None, ""):
        with pytest.raises(PassphraseNeeded):
            open_desk(path, passphrase=passphrase)
    for passphrase in (SECRET + " ", SECRET.replace(" ", ""), "x"):
        with pytest.raises(WrongPassphrase):
            open_desk(path, passphrase=passphrase)
    assert path.read_bytes() == before
    assert open_desk(path, passphrase=SECRET).identity().office == "演练县人民检察院"


def test_no_word_of_a_protected_desk_can_be_read_in_its_file(tmp_path: Path, actor: Actor) -> None:
    path = tmp_path / "密.desk"
    new_desk(path, "演练县人民检察院", 2026, actor, passphrase=SECRET)
    content = path.read_bytes()
    for word in ("演练县", "周敏", "CREATE TABLE", "SQLite", SECRET, "国务院"):
        assert word.encode() not in content


def test_a_passphrase_given_to_an_open_desk_is_no_obstacle(template_desk: Path) -> None:
    assert not open_desk(template_desk, passphrase=SECRET).identity().protected


def test_a_passphrase_that_fails_says_nothing_on_the_console(
    tmp_path: Path, actor: Actor, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "密.desk"
    new_desk(path, "演练县人民检察院", 2026, actor, passphrase=SECRET)
    with pytest.raises(WrongPassphrase):
        open_desk(path, passphrase="别的")
    assert capfd.readouterr() == ("", "")


def test_a_vanished_file_is_named_and_not_made_anew(desk: Desk) -> None:
    path = desk.identity().path
    path.unlink()
    with pytest.raises(DeskMissing):
        desk.years()
    assert not path.exists()


def test_a_desk_locked_by_another_program_is_a_trouble(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.identity().path
    monkeypatch.setattr(recognise, "PATIENCE_SECONDS", 0.05)
    with held_by_another_program(path), pytest.raises(DeskLocked):
        open_desk(path)
    assert open_desk(path).years() == (2026,)


def test_opening_a_desk_twice_does_not_drop_the_locks_of_its_writer(
    desk: Desk, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.identity().path
    monkeypatch.setattr(recognise, "PATIENCE_SECONDS", 0.05)
    with SqlWork(path, None, frozen_clock).writing() as uow:
        uow.journal.append(actor, "test", None, {})
        with pytest.raises(DeskLocked):
            open_desk(path)
        assert "database is locked" in what_another_program_hears(path, "BEGIN IMMEDIATE")


def test_a_full_disk_is_a_trouble_and_loses_nothing(tmp_path: Path, actor: Actor) -> None:
    with mounted(tmp_path / "小", kilobytes=1500) as disk:
        path = disk / "考评.desk"
        desk = new_desk(path, "演练县人民检察院", 2026, actor)
        with pytest.raises(DiskFull):
            _fill(desk, actor)
        kept = desk.journal.head().entries
        assert kept > 1
        (disk / "占位").write_bytes(b"")
        assert open_desk(path).journal.head().entries == kept
        with pytest.raises(DiskFull):
            new_desk(disk / "再来.desk", "演练县人民检察院", 2026, actor)
        assert names_in(disk) == ["占位", "考评.desk"]


def test_a_read_only_disk_is_read_and_not_written(tmp_path: Path, actor: Actor) -> None:
    with mounted(tmp_path / "盘", kilobytes=2000) as disk:
        path = disk / "考评.desk"
        new_desk(path, "演练县人民检察院", 2026, actor)
        take_no_more_writing(disk)
        desk = open_desk(path)
        assert desk.years() == (2026,)
        assert desk.identity().read_only is ReadOnly.MEDIUM
        with pytest.raises(ReadOnlyDesk):
            desk.settings.put(actor, CUT_OFF, "17:00", "提前下班")
        with pytest.raises(NoPermission):
            new_desk(disk / "再来.desk", "演练县人民检察院", 2026, actor)


def _fill(desk: Desk, actor: Actor) -> None:
    for number in range(1000):
        desk.settings.put(actor, CUT_OFF, f"{12 + number % 12:02}:00", "长" * 1000)
