"""A desk with broken pages: read as far as it can be, never written, and what is whole saved into a new desk."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.desk_file import DeskDamaged, DeskExists, NotADesk, ReadOnly, ReadOnlyDesk
from committee_desk.paths import resource
from committee_desk.services.access import Access
from committee_desk.services.actor import Actor
from committee_desk.services.salvage_views import SALVAGED, SavedTable
from committee_desk.services.settings import CUT_OFF
from tests.storage.disks import names_in

PAGE, SECRET = 4096, "山高月小 水落石出"


def break_page(path: Path, number: int) -> None:
    """Overwrite a page of the file, as a failing disk does."""
    with path.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(b"\xa5" * PAGE)


def pages_of(path: Path, table: str) -> list[int]:
    """The leaf pages that hold a table's rows."""
    connection = sqlite3.connect(path)
    try:
        asked = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
        return [row[0] for row in connection.execute(asked, (table,))]
    finally:
        connection.close()


def rows_of(path: Path, table: str) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchone()[0])
    finally:
        connection.close()


@pytest.fixture
def path(template_sample_desk: Path, tmp_path: Path) -> Path:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_sample_desk, path)
    return path


def test_a_page_that_cannot_be_read_says_so_and_the_others_are_read(path: Path, actor: Actor) -> None:
    for page in pages_of(path, "stays"):
        break_page(path, page)
    before = path.read_bytes()
    desk = open_desk(path, access=Access.WINDOW)
    assert desk.calendar.days(2026)
    with pytest.raises(DeskDamaged):
        desk.people.roster(2026)
    assert desk.identity().read_only is ReadOnly.DAMAGED
    assert desk.calendar.days(2026)
    assert desk.journal.rows(10)
    with pytest.raises(ReadOnlyDesk) as refused:
        desk.settings.put(actor, CUT_OFF, "17:00", "冬令时")
    assert refused.value.reason is ReadOnly.DAMAGED
    desk.close()
    assert path.read_bytes() == before


def test_the_quick_check_finds_a_broken_page_that_nobody_read(path: Path) -> None:
    break_page(path, pages_of(path, "ballots")[0])
    desk = open_desk(path)
    assert not desk.check.quick().ok
    assert desk.identity().read_only is ReadOnly.DAMAGED


def test_an_importer_reads_nothing_into_a_damaged_desk(path: Path, actor: Actor) -> None:
    break_page(path, pages_of(path, "ballots")[0])
    before = path.read_bytes()
    with open_desk(path, access=Access.IMPORT) as desk, pytest.raises(ReadOnlyDesk):
        desk.imports.carry_out_folder(actor, resource("samples", "office"), 2026)
    assert path.read_bytes() == before


def test_what_is_whole_is_saved_around_a_broken_page(path: Path, actor: Actor) -> None:
    leaves = pages_of(path, "case_shares")
    assert len(leaves) > 2
    counts = {table: rows_of(path, table) for table in ("case_shares", "ballots", "journal", "persons")}
    break_page(path, leaves[len(leaves) // 2])
    target = path.with_name("抢救.desk")
    saved = {each.table: each for each in open_desk(path).salvage(actor, target)}
    assert 0 < saved["case_shares"].saved < counts["case_shares"]
    assert not saved["case_shares"].whole
    for table in ("ballots", "journal", "persons"):
        assert saved[table] == SavedTable(table, counts[table], whole=True)
    assert rows_of(target, "case_shares") == saved["case_shares"].saved
    rescued = open_desk(target)
    assert rescued.identity().read_only is None
    assert rescued.cases.rows(2026)
    assert not rescued.check.full().ok


def test_a_saved_desk_bears_the_journal_as_it_was_and_a_note_outside_it(path: Path, actor: Actor) -> None:
    head = open_desk(path).journal.head()
    break_page(path, pages_of(path, "ballots")[0])
    target = path.with_name("抢救.desk")
    open_desk(path).salvage(actor, target)
    assert open_desk(target).journal.head() == head
    connection = sqlite3.connect(target)
    assert connection.execute("PRAGMA user_version").fetchone() == (SALVAGED,)
    connection.close()


def test_whichever_page_is_broken_the_desk_is_saved_or_refused(path: Path, actor: Actor) -> None:
    whole = path.read_bytes()
    tables = ("case_shares", "persons", "journal", "reviews")
    rows = sum(rows_of(path, table) for table in tables)
    needed = _needed(path)
    for page in range(1, len(whole) // PAGE + 1, 3):
        path.write_bytes(whole)
        break_page(path, page)
        target = path.with_name(f"抢救{page}.desk")
        try:
            saved = {each.table: each.saved for each in open_desk(path).salvage(actor, target)}
        except (DeskDamaged, NotADesk):
            assert page in needed
            continue
        assert sum(saved[table] for table in tables) > rows // 4
        target.unlink()


def test_a_protected_desk_is_saved_under_the_same_passphrase(tmp_path: Path, actor: Actor) -> None:
    path, target = tmp_path / "密.desk", tmp_path / "抢救.desk"
    desk = new_desk(path, "演练县人民检察院", 2026, actor, passphrase=SECRET)
    desk.imports.carry_out_folder(actor, resource("samples", "office"), 2026)
    whole, head = path.read_bytes(), desk.journal.head()
    broken = beyond = 0
    for page in range(len(whole) // PAGE // 2, len(whole) // PAGE, 9):
        path.write_bytes(whole)
        break_page(path, page)
        try:
            saved = open_desk(path, passphrase=SECRET).salvage(actor, target)
        except DeskDamaged:  # a page that says which tables there are: without it no row is found again
            beyond += 1
            continue
        broken += any(not each.whole for each in saved)
        assert sum(each.saved for each in saved) > 300
        rescued = open_desk(target, passphrase=SECRET)
        assert rescued.journal.head().entries <= head.entries
        content = target.read_bytes()
        assert "演练县".encode() not in content
        target.unlink()
    assert broken > beyond
    assert beyond <= 2


def test_nothing_is_overwritten_by_what_was_saved(path: Path, actor: Actor) -> None:
    target = path.with_name("抢救.desk")
    target.write_bytes(b"x")
    with pytest.raises(DeskExists):
        open_desk(path).salvage(actor, target)
    assert target.read_bytes() == b"x"
    assert names_in(path.parent) == sorted([path.name, target.name])


def _needed(path: Path) -> set[int]:
    """The pages without which nobody can say whose desk it is, of which version, who may open it, or what it holds."""
    connection = sqlite3.connect(path)
    try:
        named = "SELECT name FROM sqlite_master WHERE tbl_name IN ('desk', 'alembic_version', 'years', 'accounts')"
        asked = f"SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' OR name IN ({named})"
        return {row[0] for row in connection.execute(asked)}
    finally:
        connection.close()
