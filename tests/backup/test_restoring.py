"""A copy put back over the desk in use: what the preview promises, two people, and nothing is ever lost."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.backup import (
    AnotherDesk,
    CopyBroken,
    CopyIsTheDesk,
    CopyName,
    CopyPassphraseWrong,
    DeskMovedMeanwhile,
    Reason,
    Relation,
    RestoreReasonMissing,
)
from committee_desk.domain.desk_file import DiskFull, NewerDesk, NotADesk, OlderThanRemembered
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.backup_views import CopyState, Counted
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.services.settings import CUT_OFF
from committee_desk.storage.engine import connect
from tests.backup.conftest import Clock
from tests.conftest import OFFICE, frozen_clock
from tests.storage.disks import mounted, names_in

OTHER = Second("王芳")
PASS, NEW_PASS = "相当长的旧口令一", "相当长的新口令二"


@pytest.fixture
def copy(sample_desk: Desk, actor: Actor, tmp_path: Path) -> Path:
    """A copy of the sample desk, which then moved on by an import taken back and a setting."""
    path = sample_desk.backup.copy_to(actor, tmp_path / "备份.desk").path
    kept = tmp_path / "原样.desk"
    shutil.copyfile(path, kept)
    newest = next(row for row in sample_desk.imports.history() if row.kind == "events")
    sample_desk.imports.take_back(actor, newest.entry, "试")
    sample_desk.settings.put(actor, CUT_OFF, "16:00", "试")
    return path


def test_the_preview_names_what_would_be_lost_and_what_would_come_back(sample_desk: Desk, copy: Path) -> None:
    shown = sample_desk.backup.preview(copy)
    assert shown.relation is Relation.OLDER
    assert shown.common == shown.there.entries
    assert shown.here == sample_desk.journal.head()
    assert [row.verb for row in shown.lost] == ["setting.put", "take_back_import", "backup.copy"]
    assert (shown.lost_count, shown.gained_count) == (3, 0)
    assert [(each.key, each.now, each.then) for each in shown.settings] == [(CUT_OFF, "16:00", None)]
    events = next(each for each in shown.counts if each.table == "events")
    assert events.now == 0
    assert events.then == events.back > 0
    assert not any(each.lost or each.back for each in shown.counts if each.table != "events")


def test_a_preview_changes_neither_desk_nor_copy(sample_desk: Desk, copy: Path, tmp_path: Path) -> None:
    before = sample_desk.path.read_bytes(), copy.read_bytes(), names_in(tmp_path)
    sample_desk.backup.preview(copy)
    assert (sample_desk.path.read_bytes(), copy.read_bytes(), names_in(tmp_path)) == before


def test_two_people_put_a_copy_back_and_the_open_desk_goes_on(sample_desk: Desk, copy: Path, actor: Actor) -> None:
    other_window = open_desk(sample_desk.path, clock=frozen_clock)
    lost = sample_desk.journal.head()
    there = sample_desk.backup.preview(copy).there
    change = sample_desk.backup.restore_over(actor, copy, "误撤回了加减分", OTHER, seen=lost)
    assert change.entry == there.entries + 1
    entry = sample_desk.journal.rows(1)[0]
    assert (entry.seq, entry.verb, entry.why, entry.actor) == (
        change.entry,
        "desk.restore",
        "误撤回了加减分",
        actor.name,
    )
    told = json.loads(entry.what)
    assert told["lost"] == {"entries": lost.entries, "head": lost.hash}
    assert (told["file"], told["entries"], told["head"]) == ("备份.desk", there.entries, there.hash)
    assert sample_desk.settings.get(CUT_OFF) == "17:30"
    assert sample_desk.scores.year(2026) == open_desk(copy, clock=frozen_clock).scores.year(2026)
    assert other_window.settings.put(actor, CUT_OFF, "16:30", "接着用").entry == change.entry + 1
    assert open_desk(sample_desk.path, clock=frozen_clock).journal.head() == sample_desk.journal.head()


def test_the_second_person_stands_in_the_entry(sample_desk: Desk, copy: Path, actor: Actor) -> None:
    sample_desk.backup.restore_over(actor, copy, "试", OTHER)
    with closing(connect(sample_desk.path, None)) as connection:
        assert connection.execute("SELECT authority FROM journal ORDER BY seq DESC LIMIT 1").fetchone() == ("王芳",)


def test_what_a_restore_takes_away_stands_in_an_automatic_copy_and_can_be_put_back(
    sample_desk: Desk, copy: Path, actor: Actor
) -> None:
    lost = sample_desk.journal.head()
    sample_desk.backup.restore_over(actor, copy, "试", OTHER)
    kept = next(row for row in sample_desk.backup.copies() if row.reason is Reason.RESTORE)
    assert (kept.head, kept.state) == (lost, CopyState.READY)
    shown = sample_desk.backup.preview(kept.path)
    assert shown.relation is Relation.DIVERGED
    assert (shown.lost_count, shown.gained_count) == (1, 3)
    sample_desk.backup.restore_over(actor, kept.path, "还是原来的", OTHER)
    assert sample_desk.settings.get(CUT_OFF) == "16:00"
    assert sample_desk.journal.head().entries == lost.entries + 1


@pytest.mark.parametrize("second", [None, Second(""), Second("  ")])
def test_one_person_alone_restores_nothing(sample_desk: Desk, copy: Path, actor: Actor, second: Second | None) -> None:
    before = sample_desk.path.read_bytes()
    with pytest.raises(SecondNeeded):
        sample_desk.backup.restore_over(actor, copy, "试", second)
    with pytest.raises(SecondIsFirst):
        sample_desk.backup.restore_over(actor, copy, "试", Second(actor.name))
    with pytest.raises(RestoreReasonMissing):
        sample_desk.backup.restore_over(actor, copy, " ", OTHER)
    assert sample_desk.path.read_bytes() == before
    assert not [row for row in sample_desk.backup.copies() if row.reason is Reason.RESTORE]


def test_histories_that_went_apart_are_told_from_the_entry_where_they_part(
    sample_desk: Desk, copy: Path, actor: Actor
) -> None:
    apart = open_desk(copy, clock=frozen_clock)
    apart.calendar.clear_day(actor, sample_desk.calendar.days(2026)[-1].day, "试")
    shown = sample_desk.backup.preview(copy)
    assert shown.relation is Relation.DIVERGED
    assert (shown.lost_count, shown.gained_count) == (3, 1)
    assert shown.common == shown.there.entries - 1
    days = next(each for each in shown.counts if each.table == "calendar_days")
    assert days == Counted("calendar_days", days.now, days.now - 1, 1, 0)


def test_a_copy_ahead_of_the_desk_takes_nothing_away(sample_desk: Desk, copy: Path, actor: Actor) -> None:
    ahead = copy.with_name("前.desk")
    shutil.copyfile(sample_desk.path, ahead)
    sample_desk.backup.restore_over(actor, copy, "试", OTHER)  # an older state, as after a broken disk
    behind = open_desk(copy, clock=frozen_clock)
    shown = behind.backup.preview(ahead)
    assert shown.relation is Relation.AHEAD
    assert (shown.lost_count, shown.gained_count) == (0, 3)


def test_the_same_state_is_told(sample_desk: Desk, tmp_path: Path) -> None:
    same = tmp_path / "同.desk"
    shutil.copyfile(sample_desk.path, same)
    assert sample_desk.backup.preview(same).relation is Relation.SAME


def test_the_backup_of_another_desk_is_refused(sample_desk: Desk, tmp_path: Path, actor: Actor) -> None:
    other = tmp_path / "另.desk"
    new_desk(other, "另一检察院", 2026, actor, clock=frozen_clock)
    for refused in (
        lambda: sample_desk.backup.preview(other),
        lambda: sample_desk.backup.restore_over(actor, other, "试", OTHER),
    ):
        with pytest.raises(AnotherDesk) as said:
            refused()
        assert said.value.office == "另一检察院"


def test_a_desk_is_not_restored_from_itself(sample_desk: Desk, actor: Actor) -> None:
    with pytest.raises(CopyIsTheDesk):
        sample_desk.backup.preview(sample_desk.path)


def _cut(copy: Path) -> None:
    content = copy.read_bytes()
    copy.write_bytes(content[: len(content) // 2])


def _name_changed(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[content.find(b"J001") + 3] ^= 1
    copy.write_bytes(content)


def _newer(copy: Path) -> None:
    with closing(connect(copy, None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def _no_desk(copy: Path) -> None:
    copy.write_bytes(b"PK" + bytes(5000))


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [(_cut, CopyBroken), (_name_changed, CopyBroken), (_newer, NewerDesk), (_no_desk, NotADesk)],
)
def test_a_copy_that_is_not_fit_is_refused_and_changes_nothing(
    sample_desk: Desk, copy: Path, actor: Actor, spoil: Callable[[Path], None], refusal: type[Exception], tmp_path: Path
) -> None:
    spoil(copy)
    before, names = sample_desk.path.read_bytes(), names_in(tmp_path)
    with pytest.raises(refusal) as said:
        sample_desk.backup.preview(copy)
    assert said.value.path == copy  # type: ignore[attr-defined]  # each of these names the file
    with pytest.raises(refusal):
        sample_desk.backup.restore_over(actor, copy, "试", OTHER)
    assert sample_desk.path.read_bytes() == before
    assert names_in(tmp_path) == names


def test_a_desk_that_moved_on_after_the_preview_is_not_restored(sample_desk: Desk, copy: Path, actor: Actor) -> None:
    seen = sample_desk.backup.preview(copy).here
    sample_desk.settings.put(actor, CUT_OFF, "15:00", "又改")
    with pytest.raises(DeskMovedMeanwhile):
        sample_desk.backup.restore_over(actor, copy, "试", OTHER, seen=seen)
    assert sample_desk.settings.get(CUT_OFF) == "15:00"


@pytest.mark.parametrize("fit", [1, 2, 3], ids=["desk alone", "and the copy laid out", "and the copy of what is"])
def test_without_room_nothing_is_restored(template_desk: Path, tmp_path: Path, actor: Actor, fit: int) -> None:
    size = template_desk.stat().st_size // 1024
    with mounted(tmp_path / "小", kilobytes=size * fit + 200) as small:
        path = small / "考评.desk"
        shutil.copyfile(template_desk, path)
        desk = open_desk(path, clock=frozen_clock)
        copy = desk.backup.copy_to(actor, tmp_path / "备份.desk").path
        before = path.read_bytes()
        with pytest.raises(DiskFull):
            desk.backup.restore_over(actor, copy, "试", OTHER)
        assert path.read_bytes() == before
        assert not [name for name in names_in(small) if "unfinished" in name]


def test_a_protected_desk_keeps_its_passphrase_whatever_the_copys_was(tmp_path: Path, actor: Actor) -> None:
    path = tmp_path / "密.desk"
    new_desk(path, OFFICE, 2026, actor, passphrase=PASS, clock=frozen_clock)
    desk = open_desk(path, passphrase=PASS, clock=frozen_clock)
    copy = desk.backup.copy_to(actor, tmp_path / "备份.desk").path
    desk.protection.rekey(actor, PASS, NEW_PASS)
    desk.settings.put(actor, CUT_OFF, "16:00", "试")
    for typed, given in ((None, False), ("不对的口令", True)):
        with pytest.raises(CopyPassphraseWrong) as wrong:
            desk.backup.preview(copy, passphrase=typed)
        assert wrong.value.given is given
    assert desk.backup.preview(copy, passphrase=PASS).other_passphrase
    desk.backup.restore_over(actor, copy, "试", OTHER, passphrase=PASS)
    assert desk.settings.get(CUT_OFF) == "17:30"
    again = open_desk(path, passphrase=NEW_PASS, clock=frozen_clock)
    assert again.check.full().ok
    assert OFFICE.encode() not in path.read_bytes()


def test_an_open_copy_put_back_over_a_protected_desk_lies_under_its_passphrase(desk: Desk, actor: Actor) -> None:
    copy = desk.backup.copy_to(actor, desk.path.with_name("开.desk")).path
    desk.protection.protect(actor, PASS)
    desk.backup.restore_over(actor, copy, "试", OTHER)
    assert desk.path.read_bytes().find(OFFICE.encode()) == -1
    assert open_desk(desk.path, passphrase=PASS, clock=frozen_clock).check.full().ok
    desk.path.unlink()  # protected: nobody else opens it


def test_a_pc_that_saw_the_desk_before_takes_the_restored_one_and_no_swapped_copy(
    sample_desk: Desk, copy: Path, actor: Actor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Another PC, or this one where it was cut off before it could remember: the entry names both people."""
    here, there = tmp_path / "state of this pc", tmp_path / "state of another pc"
    for pc in (there, here):
        monkeypatch.setenv("XDG_STATE_HOME", str(pc))
        desk = open_desk(sample_desk.path, clock=frozen_clock)
    desk.backup.restore_over(actor, copy, "试", OTHER)
    for pc in (there, here):
        monkeypatch.setenv("XDG_STATE_HOME", str(pc))
        assert open_desk(sample_desk.path, clock=frozen_clock).settings.get(CUT_OFF) == "17:30"
    restored = sample_desk.path.read_bytes()
    shutil.copyfile(copy, sample_desk.path)
    for pc in (there, here):
        monkeypatch.setenv("XDG_STATE_HOME", str(pc))
        with pytest.raises(OlderThanRemembered):
            open_desk(sample_desk.path, clock=frozen_clock)
    sample_desk.path.write_bytes(restored)


@pytest.mark.breaks_the_desk
def test_a_desk_that_does_not_hold_together_is_set_aside_and_restored(
    sample_desk: Desk, copy: Path, actor: Actor
) -> None:
    with closing(connect(sample_desk.path, None)) as by_hand:
        by_hand.execute("DROP TRIGGER journal_no_update")
        by_hand.execute("UPDATE journal SET actor = '别人' WHERE seq = 2")
    sample_desk.backup.restore_over(actor, copy, "日志被改动", OTHER)
    assert sample_desk.check.full().ok
    aside = [row for row in sample_desk.backup.copies() if row.state is CopyState.UNSOUND]
    assert [name.unsound for row in aside if (name := CopyName.read(row.path.name))] == [True]


def test_the_second_folder_takes_copies_and_its_absence_hinders_nothing(
    moving: Desk, tmp_path: Path, actor: Actor, clock: Clock
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    moving.backup.set_second_folder(actor, stick, "多一份")
    assert moving.backup.second_folder() == stick
    made = moving.backup.automatic(Reason.OPENING)
    assert made.second_failed is None
    twins = moving.backup.copies()
    assert [row.second for row in twins] == [False, True]
    assert twins[0].path.read_bytes() == twins[1].path.read_bytes()
    shutil.rmtree(stick)
    clock.pass_by(hours=1)
    moving.settings.put(actor, CUT_OFF, "16:00", "试")
    alone = moving.backup.automatic(Reason.CLOSING)
    assert alone.copy is not None
    assert alone.second_failed is not None
    assert [row.second for row in moving.backup.copies()] == [False, False]
    assert not stick.exists()
    moving.backup.set_second_folder(actor, None, "不要了")
    assert moving.backup.second_folder() is None
