"""Setting, changing and lifting the protection of a desk: the file itself, its copies, and what a cut leaves."""

import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.backup import CopyName, Reason, folder_of_copies
from committee_desk.domain.desk_file import (
    DeskReplaced,
    PassphraseNeeded,
    RecoveryCodeMistyped,
    RecoveryCodeOutdated,
    WrongPassphrase,
)
from committee_desk.domain.protection import AlreadyProtected, NotProtected, PassphraseTooShort, SamePassphrase
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.services.settings import CUT_OFF
from committee_desk.storage.backup import make_copy
from committee_desk.storage.engine import connect, unlock
from committee_desk.storage.passphrase import Key, derive

OLD, NEW = "雨后春笋 2026", "correct horse battery"
OFFICE = "演练县人民检察院"
OTHER = Second("李复核")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "考评.desk"


@pytest.fixture
def desk(path: Path, actor: Actor) -> Desk:
    return new_desk(path, OFFICE, 2026, actor)


def state(path: Path, passphrase: str | None) -> tuple[object, ...]:
    """All that a file holds: marks, shape, rows (but for the journal's newest, which tells of the change)."""
    with closing(connect(path, unlock(path, passphrase))) as connection:
        marks = [connection.execute(f"PRAGMA {each}").fetchone() for each in ("application_id", "user_version")]
        shape = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
        tables = [name for kind, name, _, _ in shape if kind == "table"]
        rows = {each: connection.execute(f'SELECT rowid, * FROM "{each}"').fetchall() for each in tables}
        return marks, shape, rows


def test_protecting_changes_nothing_but_the_key_and_one_journal_entry(desk: Desk, path: Path, actor: Actor) -> None:
    marks, shape, rows = state(path, None)
    done = desk.protection.protect(actor, OLD)
    after = state(path, OLD)
    assert after[:2] == (marks, shape)
    assert isinstance(rows, dict)
    assert isinstance(after[2], dict)
    *before, entry = after[2].pop("journal")
    assert before == rows.pop("journal")
    assert after[2] == rows
    assert entry[0] == done.entry
    assert "protection.set" in entry


def test_a_protected_file_begins_with_its_salt_and_says_nothing(desk: Desk, path: Path, actor: Actor) -> None:
    assert OFFICE.encode() in path.read_bytes()
    desk.protection.protect(actor, OLD)
    content = path.read_bytes()
    with pytest.raises(PassphraseNeeded):
        open_desk(path)
    assert derive(OLD, content[:16]) == unlock(path, OLD)
    assert OFFICE.encode() not in content
    assert b"CREATE TABLE" not in content


def test_the_open_desk_goes_on_after_every_change(desk: Desk, path: Path, actor: Actor) -> None:
    desk.protection.protect(actor, OLD)
    assert desk.identity().protected
    desk.settings.put(actor, CUT_OFF, "18:00", "试")
    desk.protection.rekey(actor, OLD, NEW)
    desk.settings.put(actor, CUT_OFF, "18:30", "再试")
    desk.protection.unprotect(actor, NEW, OTHER)
    assert not desk.identity().protected
    report = desk.check.full()
    assert report.ok, report.problems
    verbs = [row.verb for row in open_desk(path).journal.rows(10)]
    assert verbs == [
        "protection.remove", "setting.put", "protection.rekey", "setting.put", "protection.set", "desk.found",
    ]  # fmt: skip


def test_after_rekeying_only_the_new_passphrase_opens(desk: Desk, path: Path, actor: Actor) -> None:
    desk.protection.protect(actor, OLD)
    desk.protection.rekey(actor, OLD, NEW)
    with pytest.raises(WrongPassphrase):
        open_desk(path, passphrase=OLD)
    assert open_desk(path, passphrase=NEW).identity().office == OFFICE


def test_neither_passphrase_nor_key_reaches_the_journal(desk: Desk, path: Path, actor: Actor) -> None:
    desk.protection.protect(actor, OLD)
    code = desk.protection.recovery_code(OLD)
    desk.protection.recovery_sheet(actor, OLD)
    desk.protection.rekey(actor, OLD, NEW)
    key = unlock(path, NEW)
    assert key is not None
    told = repr(desk.journal.rows(10))
    for secret in (OLD, NEW, key.raw.hex(), *code.split("-")):
        assert secret not in told
    assert "protection.sheet" in told


def test_what_cannot_be_done_is_refused_and_changes_no_byte(desk: Desk, path: Path, actor: Actor) -> None:
    with pytest.raises(PassphraseTooShort):
        desk.protection.protect(actor, "七个字不够用的")
    for act in (
        lambda: desk.protection.rekey(actor, OLD, NEW),
        lambda: desk.protection.unprotect(actor, OLD, OTHER),
        lambda: desk.protection.recovery_code(OLD),
        lambda: desk.protection.recovery_sheet(actor, OLD),
    ):
        with pytest.raises(NotProtected):
            act()
    desk.protection.protect(actor, OLD)
    before = path.read_bytes()
    with pytest.raises(AlreadyProtected):
        desk.protection.protect(actor, NEW)
    with pytest.raises(SamePassphrase):
        desk.protection.rekey(actor, OLD, OLD)
    with pytest.raises(PassphraseTooShort):
        desk.protection.rekey(actor, OLD, "短")
    for act in (
        lambda: desk.protection.rekey(actor, NEW, "another passphrase"),
        lambda: desk.protection.unprotect(actor, NEW, OTHER),
        lambda: desk.protection.recovery_code(NEW),
    ):
        with pytest.raises(WrongPassphrase):
            act()
    assert path.read_bytes() == before


def test_a_passphrase_may_be_composed_in_either_way(desk: Desk, path: Path, actor: Actor) -> None:
    composed, apart = "caf\u00e9 au lait", "cafe\u0301 au lait"
    desk.protection.protect(actor, apart)
    for passphrase in (composed, apart):
        assert open_desk(path, passphrase=passphrase).identity().protected
    with pytest.raises(SamePassphrase):
        desk.protection.rekey(actor, apart, composed)


def test_the_recovery_code_opens_the_desk_however_it_is_typed(desk: Desk, path: Path, actor: Actor) -> None:
    desk.protection.protect(actor, OLD)
    code = desk.protection.recovery_code(OLD)
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code)
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("-", ""), wide, f"  {code}\n"):
        assert open_desk(path, passphrase=typed).identity().office == OFFICE
    for meant, slip in (("1", "l"), ("1", "I"), ("0", "o")):
        assert open_desk(path, passphrase=code.replace(meant, slip)).identity().protected


def test_a_mistyped_recovery_code_is_told_from_one_of_another_desk(desk: Desk, path: Path, actor: Actor) -> None:
    desk.protection.protect(actor, OLD)
    code = desk.protection.recovery_code(OLD)
    other = "Z" if code[0] != "Z" else "Y"
    for typed in (
        other + code[1:],
        code[:-1],
        code + "A",
        code[1] + code[0] + code[2:] if code[0] != code[1] else other,
    ):
        with pytest.raises((RecoveryCodeMistyped, WrongPassphrase)):
            open_desk(path, passphrase=typed)
    with pytest.raises(RecoveryCodeMistyped):
        open_desk(path, passphrase=other + code[1:])
    desk.protection.rekey(actor, code, NEW)
    with pytest.raises(RecoveryCodeOutdated):
        open_desk(path, passphrase=code)


def test_a_passphrase_that_looks_like_a_recovery_code_is_one(desk: Desk, path: Path, actor: Actor) -> None:
    looks_like_one = "ABCD" * 14
    desk.protection.protect(actor, looks_like_one)
    assert open_desk(path, passphrase=looks_like_one).identity().protected
    with pytest.raises(RecoveryCodeMistyped):
        open_desk(path, passphrase=looks_like_one.lower())


def automatic_copy(path: Path, key: Key | None, day: int) -> Path:
    """A copy as the program makes them by itself."""
    copy = folder_of_copies(path) / CopyName(datetime(2026, 3, day), Reason.CLOSING).text  # noqa: DTZ001
    copy.parent.mkdir(exist_ok=True)
    make_copy(path, key, copy)
    return copy


def test_copies_follow_every_change(desk: Desk, path: Path, actor: Actor) -> None:
    copies = [automatic_copy(path, None, day) for day in (2, 3)]
    done = desk.protection.protect(actor, OLD)
    assert (done.copies_rekeyed, done.copies_removed, done.copies_left) == (2, 0, 0)
    for copy in copies:
        assert open_desk(copy, passphrase=OLD).identity().office == OFFICE
        assert OFFICE.encode() not in copy.read_bytes()
    assert desk.protection.rekey(actor, OLD, NEW).copies_rekeyed == 2
    assert open_desk(copies[0], passphrase=NEW).identity().protected
    assert desk.protection.unprotect(actor, NEW, OTHER).copies_rekeyed == 2
    assert not open_desk(copies[1]).identity().protected


def test_a_copy_that_cannot_be_read_is_removed(desk: Desk, path: Path, actor: Actor) -> None:
    broken = automatic_copy(path, None, 2)
    content = broken.read_bytes()
    broken.write_bytes(content[: len(content) // 8192 * 4096])
    done = desk.protection.protect(actor, OLD)
    assert (done.copies_rekeyed, done.copies_removed) == (0, 1)
    assert not broken.exists()


def test_a_copy_under_a_forgotten_passphrase_is_removed_when_the_desk_is_rekeyed(
    desk: Desk, path: Path, actor: Actor
) -> None:
    desk.protection.protect(actor, OLD)
    copy = automatic_copy(path, unlock(path, OLD), 2)
    spared = copy.read_bytes()
    desk.protection.rekey(actor, OLD, NEW)
    copy.write_bytes(spared)
    assert desk.protection.rekey(actor, NEW, "third passphrase").copies_removed == 1
    assert not copy.exists()


def test_files_that_the_program_did_not_make_stay_as_they_are(desk: Desk, path: Path, actor: Actor) -> None:
    by_hand = path.with_name("我的备份.desk")
    make_copy(path, None, by_hand)
    inside = folder_of_copies(path) / "说明.txt"
    inside.parent.mkdir()
    inside.write_text("勿动", encoding="utf-8")
    before = by_hand.read_bytes()
    done = desk.protection.protect(actor, OLD)
    assert done.copies_rekeyed == done.copies_removed == 0
    assert by_hand.read_bytes() == before
    assert inside.read_text(encoding="utf-8") == "勿动"


def test_leftovers_are_removed_and_counted(desk: Desk, path: Path, actor: Actor) -> None:
    leftover = path.with_name(".考评.0001.desk.unfinished")
    make_copy(path, None, leftover)
    assert desk.protection.protect(actor, OLD).leftovers_removed == 1
    assert not leftover.exists()
    assert [each.name for each in path.parent.iterdir() if "unfinished" in each.name] == []


def test_who_waited_for_the_old_file_is_told_and_writes_nothing_to_it(desk: Desk, path: Path, actor: Actor) -> None:
    """Another program that had opened the file before the change gets its lock after it."""
    waiting = subprocess.Popen(
        [sys.executable, "-c", _WAITER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "opened\n"
    desk.protection.protect(actor, OLD)
    told, _ = waiting.communicate("go\n", timeout=60)
    assert told == DeskReplaced.__name__ + "\n"
    assert len(open_desk(path, passphrase=OLD).journal.rows(10)) == 2


_WAITER = """
import sys
from pathlib import Path
from committee_desk.storage.engine import WRITING, engine_for
engine = engine_for(Path(sys.argv[1]), None)
with engine.connect().execution_options(**WRITING) as connection:
    print("opened", flush=True)
    sys.stdin.readline()
    try:
        with connection.begin():
            connection.exec_driver_sql("INSERT INTO settings VALUES (1)")
    except Exception as error:
        print(type(error).__name__, flush=True)
"""
