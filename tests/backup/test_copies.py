"""Copies of a desk: whole, checked, under a name of their own, noted in the desk."""

import json
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.backup import CopyUnsound, Reason
from committee_desk.domain.checking import Subject
from committee_desk.domain.desk_file import DeskExists, DeskLocked, DiskFull, FolderMissing, IsAFolder, ReadOnlyDesk
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.actor import Actor
from committee_desk.services.backup_views import CopyState
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.services.settings import CUT_OFF
from committee_desk.services.views import Head
from committee_desk.storage import recognise
from committee_desk.storage.engine import connect
from tests.backup.conftest import Clock
from tests.conftest import OFFICE, frozen_clock
from tests.storage.disks import mounted, names_in, take_no_more_writing
from tests.storage.other_programs import held_by_another_program


def test_a_copy_holds_what_the_desk_held_and_the_desk_notes_it(sample_desk: Desk, tmp_path: Path, actor: Actor) -> None:
    head = sample_desk.journal.head()
    made = sample_desk.backup.copy_to(actor, tmp_path / "备份.desk")
    assert made.head == head
    assert made.sha256 == sha256(made.path.read_bytes()).hexdigest()
    assert not made.protected
    noted = sample_desk.journal.rows(1)[0]
    assert (noted.verb, noted.actor) == ("backup.copy", actor.name)
    assert json.loads(noted.what) == {
        "file": "备份.desk", "sha256": made.sha256, "entries": head.entries, "head": head.hash,
    }  # fmt: skip
    copy = open_desk(made.path, clock=frozen_clock)
    assert copy.journal.head() == head
    assert copy.scores.year(2026) == sample_desk.scores.year(2026)


def test_a_copy_overwrites_nothing(desk: Desk, tmp_path: Path, actor: Actor) -> None:
    taken = tmp_path / "有.desk"
    taken.write_text("别人的", encoding="utf-8")
    with pytest.raises(DeskExists):
        desk.backup.copy_to(actor, taken)
    assert taken.read_text(encoding="utf-8") == "别人的"
    with pytest.raises(IsAFolder):
        desk.backup.copy_to(actor, tmp_path)
    with pytest.raises(FolderMissing):
        desk.backup.copy_to(actor, tmp_path / "无" / "备份.desk")
    with pytest.raises(DeskExists):
        desk.backup.copy_to(actor, desk.path)
    assert desk.journal.head().entries == 1


_WRITES = """
import sys
from pathlib import Path
from committee_desk.bootstrap import open_desk
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.actor import Actor
desk = open_desk(Path(sys.argv[1]))
print("ready", flush=True)
for minute in range(10_000):
    desk.settings.put(Actor("录入"), "publication.cut_off", f"{minute // 60 % 24:02}:{minute % 60:02}", "试")
    print(minute, flush=True)
"""


def test_a_copy_beside_a_program_that_keeps_writing_is_one_state_of_the_desk(
    sample_desk: Desk, tmp_path: Path, actor: Actor
) -> None:
    command = [sys.executable, "-c", _WRITES, str(sample_desk.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        try:
            assert other.stdout.readline() == "ready\n"
            heads = []
            for number in range(3):
                other.stdout.readline()
                made = sample_desk.backup.copy_to(actor, tmp_path / f"{number}.desk")
                assert made.unwritten is None
                heads.append(made.head.entries)
                assert open_desk(made.path, clock=frozen_clock).check.full().ok
        finally:
            other.kill()
    assert heads == sorted(set(heads))
    assert sample_desk.check.full().ok


def test_a_desk_held_by_another_program_is_not_waited_for_without_end(
    desk: Desk, tmp_path: Path, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognise, "PATIENCE_SECONDS", 0.05)
    with held_by_another_program(desk.path), pytest.raises(DeskLocked):
        desk.backup.copy_to(actor, tmp_path / "备份.desk")
    assert names_in(tmp_path) == ["考评.desk"]


def test_without_room_no_copy_and_no_piece_of_one_is_left(desk: Desk, tmp_path: Path, actor: Actor) -> None:
    before = desk.path.read_bytes()
    with mounted(tmp_path / "满", kilobytes=200) as small:
        with pytest.raises(DiskFull) as full:
            desk.backup.copy_to(actor, small / "备份.desk")
        assert full.value.path == small / "备份.desk"
        assert names_in(small) == []
    assert desk.path.read_bytes() == before


def test_automatic_copies_on_a_full_disk_leave_the_desk_and_older_copies_as_they_were(
    template_desk: Path, tmp_path: Path, actor: Actor, clock: Clock
) -> None:
    size = template_desk.stat().st_size // 1024
    with mounted(tmp_path / "小", kilobytes=size * 5 // 2 + 60) as small:
        path = small / "考评.desk"
        path.write_bytes(template_desk.read_bytes())
        desk = open_desk(path, clock=clock)
        kept = desk.backup.automatic(Reason.OPENING).copy
        assert kept is not None
        desk.settings.put(actor, CUT_OFF, "17:00", "试")
        before = path.read_bytes()
        with pytest.raises(DiskFull):
            desk.backup.automatic(Reason.CLOSING)
        assert path.read_bytes() == before
        assert [row.path for row in desk.backup.copies()] == [kept.path]
        assert names_in(desk.backup.folder()) == [kept.path.name]


def test_from_a_read_only_medium_a_copy_is_made_and_nothing_is_noted(
    template_desk: Path, tmp_path: Path, actor: Actor
) -> None:
    with mounted(tmp_path / "盘", kilobytes=4096) as stick:
        path = stick / "考评.desk"
        path.write_bytes(template_desk.read_bytes())
        take_no_more_writing(stick)
        made = open_desk(path, clock=frozen_clock).backup.copy_to(actor, tmp_path / "备份.desk")
        assert isinstance(made.unwritten, ReadOnlyDesk)
    copy = open_desk(tmp_path / "备份.desk", clock=frozen_clock)
    assert copy.journal.head() == made.head
    assert copy.settings.put(actor, CUT_OFF, "17:00", "可写").entry == 2


@pytest.mark.breaks_the_desk
def test_a_broken_desk_gives_no_copy_and_takes_none_away(moving: Desk, tmp_path: Path, actor: Actor) -> None:
    kept = moving.backup.automatic(Reason.OPENING).copy
    assert kept is not None
    moving.settings.put(actor, CUT_OFF, "17:00", "试")
    with closing(connect(moving.path, None)) as by_hand:
        by_hand.execute("DROP TRIGGER journal_no_update")
        by_hand.execute("UPDATE journal SET actor = '别人' WHERE seq = 1")
    with pytest.raises(CopyUnsound) as unsound:
        moving.backup.automatic(Reason.CLOSING)
    assert Subject.CHAIN in unsound.value.subjects
    with pytest.raises(CopyUnsound):
        moving.backup.copy_to(actor, tmp_path / "备份.desk")
    assert names_in(moving.backup.folder()) == [kept.path.name]
    assert names_in(tmp_path) == sorted(["考评.desk", "考评 自动备份"])


def test_a_protected_desk_is_copied_under_its_passphrase_and_an_open_one_lies_open(
    tmp_path: Path, actor: Actor, desk: Desk
) -> None:
    path = tmp_path / "密.desk"
    secret = new_desk(path, OFFICE, 2026, actor, passphrase="很长很长的口令一", clock=frozen_clock)
    made = secret.backup.copy_to(actor, tmp_path / "密 备份.desk")
    assert made.protected
    assert OFFICE.encode() not in made.path.read_bytes()
    assert open_desk(made.path, passphrase="很长很长的口令一").identity().office == OFFICE
    assert not desk.backup.copy_to(actor, tmp_path / "开 备份.desk").protected


def test_a_copy_is_readable_by_whom_the_desk_is(desk: Desk, tmp_path: Path, actor: Actor) -> None:
    desk.path.chmod(0o600)
    assert desk.backup.copy_to(actor, tmp_path / "备份.desk").path.stat().st_mode & 0o777 == 0o600


def test_an_automatic_copy_says_when_and_why_and_nothing_of_the_cases(moving: Desk) -> None:
    copy = moving.backup.automatic(Reason.OPENING).copy
    assert copy is not None
    assert copy.path == moving.path.parent / "考评 自动备份" / "2027-01-11 090000 打开.desk"
    assert (copy.state, copy.reason, copy.head) == (CopyState.READY, Reason.OPENING, moving.journal.head())


def test_nothing_is_copied_twice_on_a_day_and_closing_copies_only_what_moved(
    moving: Desk, actor: Actor, clock: Clock
) -> None:
    automatic = moving.backup.automatic
    assert automatic(Reason.OPENING).copy is not None
    assert automatic(Reason.CLOSING).copy is None
    assert automatic(Reason.ACT).copy is None
    moving.settings.put(actor, CUT_OFF, "17:00", "试")
    assert automatic(Reason.CLOSING).copy is not None
    clock.pass_by(days=1)
    assert automatic(Reason.CLOSING).copy is None
    assert automatic(Reason.OPENING).copy is not None


def test_foreign_files_among_the_copies_are_passed_over_and_stay(moving: Desk, actor: Actor, clock: Clock) -> None:
    moving.backup.automatic(Reason.OPENING)
    folder = moving.backup.folder()
    (folder / "说明.txt").write_text("勿动", encoding="utf-8")
    (folder / "2027-01-11 090001 打开.desk").mkdir()
    (folder / "2027-13-41 990000 打开.desk").write_text("不是日期", encoding="utf-8")
    (folder / "2020-01-01 090000 关闭.desk").write_text("不是台账", encoding="utf-8")
    found = {row.path.name: row.state for row in moving.backup.copies()}
    assert found == {
        "2027-01-11 090000 打开.desk": CopyState.READY,
        "2020-01-01 090000 关闭.desk": CopyState.UNREADABLE,
    }
    moving.settings.put(actor, CUT_OFF, "17:00", "试")
    clock.pass_by(seconds=5)
    moving.backup.automatic(Reason.CLOSING)
    assert {"说明.txt", "2027-01-11 090001 打开.desk", "2027-13-41 990000 打开.desk"} < set(names_in(folder))


def test_copies_under_another_passphrase_and_of_another_desk_are_told_apart(
    moving: Desk, tmp_path: Path, actor: Actor, clock: Clock
) -> None:
    folder = moving.backup.folder()
    folder.mkdir()
    new_desk(folder / "2027-01-01 090000 打开.desk", OFFICE, 2026, actor, clock=clock)
    new_desk(folder / "2027-01-02 090000 打开.desk", OFFICE, 2026, actor, clock=clock, passphrase="很长很长的口令一")
    assert [row.state for row in moving.backup.copies()] == [CopyState.OTHER_PASSPHRASE, CopyState.OTHER_DESK]


def test_a_demonstration_leaves_no_copies_beside_itself(tmp_path: Path, actor: Actor) -> None:
    demo = new_desk(tmp_path / "演示.desk", OFFICE, 2026, actor, demo=True)
    assert demo.backup.automatic(Reason.OPENING).copy is None
    assert names_in(tmp_path) == ["演示.desk"]


def test_before_an_import_is_taken_back_the_desk_is_copied_as_it_was(sample_desk: Desk, actor: Actor) -> None:
    head = sample_desk.journal.head()
    newest = next(row for row in sample_desk.imports.history() if row.kind == "events")
    sample_desk.imports.take_back(actor, newest.entry, "试")
    copies = sample_desk.backup.copies()
    assert [(row.reason, row.head, row.state) for row in copies] == [(Reason.ACT, head, CopyState.READY)]


def test_an_act_that_is_refused_leaves_no_copy(sample_desk: Desk, actor: Actor) -> None:
    people = next(row for row in sample_desk.imports.history() if row.kind == "people")
    with pytest.raises(DeskError):
        sample_desk.imports.take_back(actor, people.entry, "试")
    assert sample_desk.backup.copies() == ()


def test_before_a_desk_of_the_first_release_is_migrated_it_is_copied_and_the_copy_counts(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "data" / "released" / "0001.desk"
    path = tmp_path / "考评.desk"
    path.write_bytes(old.read_bytes())
    desk = open_desk(path, clock=frozen_clock)
    before = [(row.reason, row.state, row.head) for row in desk.backup.copies()]
    with closing(connect(old, None, mode="ro")) as connection:
        number, head = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert before == [(Reason.MIGRATION, CopyState.READY, Head(number, head))]
    assert desk.check.full().ok


def test_a_desk_that_is_only_read_is_not_copied_by_itself_nor_restored(
    template_desk: Path, tmp_path: Path, actor: Actor
) -> None:
    copy = tmp_path / "备份.desk"
    copy.write_bytes(template_desk.read_bytes())
    with mounted(tmp_path / "盘", kilobytes=4096) as stick:
        path = stick / "考评.desk"
        path.write_bytes(template_desk.read_bytes())
        take_no_more_writing(stick)
        desk = open_desk(path, clock=frozen_clock)
        assert desk.backup.automatic(Reason.OPENING).copy is None
        assert desk.backup.copies() == ()
        with pytest.raises(ReadOnlyDesk):
            desk.backup.restore_over(actor, copy, "试", Second("王芳"))


def test_a_stopped_copy_leaves_nothing(sample_desk: Desk, tmp_path: Path, actor: Actor) -> None:
    class Stopped(Exception):
        pass

    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise Stopped

    before = names_in(tmp_path)
    with pytest.raises(Stopped):
        sample_desk.backup.copy_to(actor, tmp_path / "备份.desk", stop)
    assert told
    assert names_in(tmp_path) == before


def test_a_folder_of_copies_that_is_a_file_is_trouble_and_stays(moving: Desk) -> None:
    moving.backup.folder().write_text("勿动", encoding="utf-8")
    assert moving.backup.copies() == ()
    with pytest.raises((DeskError, Trouble)):
        moving.backup.automatic(Reason.OPENING)
    assert moving.backup.folder().read_text(encoding="utf-8") == "勿动"
