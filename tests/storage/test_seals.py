"""Seals: what an entry wrote and ended is digested in it, so that a row changed past the program is found."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from committee_desk.bootstrap import open_desk
from committee_desk.domain.journal import Entry, verify
from committee_desk.domain.scheme_file import load
from committee_desk.paths import migrations
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.score_answer import score_answer
from committee_desk.services.settings import CUT_OFF
from committee_desk.storage.build import known_versions
from committee_desk.storage.engine import connect, engine_for
from committee_desk.storage.seals import sealed_tables, verify_seals
from committee_desk.storage.unit_of_work import Unjournalled
from committee_desk.storage.work import SqlWork
from tests.conftest import NOW, frozen_clock
from tests.desks_decided import FILLED as OF_A_DECIDED_DESK
from tests.desks_in_use import use_everything

RELEASED = Path(__file__).parents[1] / "data" / "released"
FIRST = "0001.desk"


@pytest.fixture(scope="module")
def template_used_desk(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory, actor: Actor) -> Path:
    """The sample office with something ended: a setting put twice, an import taken back."""
    folder = tmp_path_factory.mktemp("used")
    path = folder / "用过.desk"
    shutil.copyfile(template_sample_desk, path)
    desk = open_desk(path, clock=frozen_clock)
    use_everything(desk, actor, folder)
    desk.close()
    return path


@pytest.fixture
def used_desk(template_used_desk: Path, open_copy: Callable[[Path], Desk]) -> Desk:
    """A copy of it."""
    return open_copy(template_used_desk)


@pytest.fixture
def older_desk(tmp_path: Path) -> Path:
    """A desk that the first release wrote, brought up to date."""
    path = tmp_path / "旧.desk"
    shutil.copyfile(RELEASED / FIRST, path)
    open_desk(path).close()
    return path


def broken(path: Path) -> list[tuple[int, str]]:
    with engine_for(path, None).connect() as connection:
        return list(verify_seals(connection))


@contextmanager
def by_hand(path: Path) -> Iterator[dbapi2.Connection]:
    """The file in the hands of somebody who knows SQL: nothing bars them."""
    with closing(connect(path, None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("BEGIN")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        connection.execute("COMMIT")


def test_every_entry_of_a_used_desk_seals_its_rows(template_used_desk: Path, template_decided_desk: Path) -> None:
    for path in (template_used_desk, template_decided_desk):
        with SqlWork(path, None, frozen_clock).reading() as uow:
            entries = tuple(uow.journal.entries())
        assert all(entry.rows is not None for entry in entries)
        assert verify(entries) is None
        assert broken(path) == []


TABLES = [table.name for table in sealed_tables()]
EMPTY_IN_THE_SAMPLE = {"accounts", "attachments", "prints"}


@pytest.mark.parametrize("table", sorted({*TABLES, "desk"} - EMPTY_IN_THE_SAMPLE))
def test_any_column_of_any_table_changed_by_hand_is_found(
    template_used_desk: Path, template_decided_desk: Path, tmp_path: Path, table: str
) -> None:
    path = template_decided_desk if table in OF_A_DECIDED_DESK else template_used_desk
    changed = tmp_path / "改.desk"
    with engine_for(path, None).connect() as connection:
        held = connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY rowid DESC LIMIT 1").mappings().one()
        number = connection.exec_driver_sql(f"SELECT max(rowid) FROM {table}").scalar_one()
    for column, before in held.items():
        if column == "content":  # bytes are sealed by their hash, which stands beside them
            continue
        shutil.copyfile(path, changed)
        with by_hand(changed) as connection:
            after = before + 10_000 if isinstance(before, int) else f"{before or ''}1"
            connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (after, number))
        assert table in {name for _, name in broken(changed)}, column


MEDDLING: dict[str, Callable[[dbapi2.Connection], object]] = {
    "a row gone": lambda c: c.execute("DELETE FROM events WHERE id = (SELECT max(id) FROM events)"),
    "a row brought back to life": lambda c: c.execute("UPDATE leave SET ended_by = NULL"),
    "a row ended": lambda c: c.execute("UPDATE events SET ended_by = 3 WHERE id = 1"),
    "a row too many": lambda c: c.execute("INSERT INTO settings (key, value, entry) VALUES ('x', 'y', 3)"),
    "a name too many": lambda c: c.execute("INSERT INTO persons (code) VALUES ('Z9')"),
    "a row of an entry that is not there": lambda c: c.execute(
        "INSERT INTO settings (key, value, entry) VALUES ('x', 'y', 999)"
    ),
    "the seal gone": lambda c: c.execute("UPDATE journal SET rows = NULL WHERE seq = 3"),
    "the seal unreadable": lambda c: c.execute("UPDATE journal SET rows = '{' WHERE seq = 3"),
    "text behind a NUL": lambda c: c.execute("UPDATE events SET reason = reason || char(0) || 'x' WHERE id = 1"),
    "text that is no text": lambda c: c.execute("UPDATE events SET reason = CAST(X'C328' AS TEXT) WHERE id = 1"),
}


@pytest.mark.breaks_the_desk
@pytest.mark.parametrize("meddle", MEDDLING.values(), ids=MEDDLING)
def test_what_was_removed_added_or_ended_by_hand_is_found(
    used_desk: Desk, meddle: Callable[[dbapi2.Connection], object]
) -> None:
    path = used_desk.identity().path
    with by_hand(path) as connection:
        meddle(connection)
    assert broken(path) != []


def test_a_desk_of_the_first_release_is_sealed_whole_when_it_is_brought_up_to_date(older_desk: Path) -> None:
    with SqlWork(older_desk, None, frozen_clock).reading() as uow:
        entries = tuple(uow.journal.entries())
    assert verify(entries) is None
    assert [entry.rows for entry in entries[:-1]] == [None] * 10
    newest = known_versions(migrations())[-1]
    assert (entries[-1].verb, entries[-1].what) == ("desk.migrate", f'{{"from":"0001","to":"{newest}"}}')
    assert broken(older_desk) == []


def test_a_desk_of_the_second_release_keeps_its_seals_and_its_figures(tmp_path: Path, actor: Actor) -> None:
    path = tmp_path / "旧.desk"
    shutil.copyfile(RELEASED / "0002.desk", path)
    desk = open_desk(path, clock=frozen_clock)
    sealed = [row.rows for row in _entries(desk)]
    assert all(rows is not None for rows in sealed)
    assert broken(path) == []
    assert desk.settings.get(CUT_OFF) == "17:00"
    (case,) = {row.number for row in desk.cases.rows(2026) if desk.attachments.of(f"case:{row.number}")}
    assert desk.attachments.picture(desk.attachments.of(f"case:{case}")[0].number).pages == 1
    expected = json.loads((RELEASED.parent / "expected" / "office.json").read_text(encoding="utf-8"))
    assert score_answer(desk.scores.year(2026)) == expected
    desk.settings.put(actor, CUT_OFF, "17:15", "改回")
    assert broken(path) == []


def _entries(desk: Desk) -> list[Entry]:
    with SqlWork(desk.path, None, frozen_clock).reading() as uow:
        return list(uow.journal.entries())


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE events SET points = points + 1 WHERE id = 1", "events"),
        ("UPDATE leave SET ended_by = NULL", "leave"),
        ("UPDATE case_numbers SET number = 'x' WHERE id = 2", "case_numbers"),
        ("INSERT INTO persons (code) VALUES ('Z9')", "persons"),
        ("UPDATE desk SET office = 'x'", "desk"),
        ("INSERT INTO settings (key, value, entry) VALUES ('x', 'y', 4)", "settings"),
    ],
)
def test_a_change_of_what_the_first_release_wrote_is_found(older_desk: Path, statement: str, table: str) -> None:
    with by_hand(older_desk) as connection:
        connection.execute(statement)
    assert broken(older_desk) == [(11, table)]


def test_what_is_written_after_the_migration_is_sealed_by_its_own_entry(older_desk: Path, actor: Actor) -> None:
    desk = open_desk(older_desk, clock=frozen_clock)
    desk.settings.put(actor, CUT_OFF, "17:00", "试")
    entry = desk.journal.head().entries
    assert broken(older_desk) == []
    with by_hand(older_desk) as connection:
        connection.execute("UPDATE settings SET value = '08:00' WHERE ended_by IS NULL")
    assert broken(older_desk) == [(entry, "settings")]


def test_one_row_that_no_entry_of_the_unit_accounts_for_is_a_bug(desk: Desk, actor: Actor) -> None:
    work = SqlWork(desk.identity().path, None, frozen_clock)
    with work.writing() as uow:
        uow.settings.put(uow.journal.append(actor, "setting.put", None, {}), CUT_OFF, "16:00")
        uow.settings.put(1, "another", "x")
        with pytest.raises(Unjournalled):
            uow.commit()
    with work.reading() as uow:
        assert uow.settings.all() == {}


def test_scoring_within_a_unit_that_writes_is_not_taken_for_writing(sample_desk: Desk, actor: Actor) -> None:
    work = SqlWork(sample_desk.identity().path, None, frozen_clock)
    with work.writing() as uow:
        scheme = load(uow.office.scheme(2026))
        uow.totals.year_inputs(scheme, 2026)
        uow.settings.put(uow.journal.append(actor, "setting.put", None, {}), CUT_OFF, "16:00")
        uow.totals.year_inputs(scheme, 2026, NOW.date())
        uow.commit()
    assert broken(sample_desk.identity().path) == []


@pytest.mark.breaks_the_desk
def test_two_entries_of_one_unit_seal_what_is_theirs(desk: Desk, actor: Actor) -> None:
    path = desk.identity().path
    with SqlWork(path, None, frozen_clock).writing() as uow:
        uow.settings.put(uow.journal.append(actor, "setting.put", None, {}), CUT_OFF, "16:00")
        uow.settings.put(uow.journal.append(actor, "setting.put", None, {}), CUT_OFF, "16:30")
        uow.commit()
    with SqlWork(path, None, frozen_clock).reading() as uow:
        assert verify(uow.journal.entries()) is None
    assert broken(path) == []
    with by_hand(path) as connection:
        connection.execute("UPDATE settings SET entry = 2")
    assert broken(path) == [(2, "settings"), (3, "settings")]


def test_an_entry_is_sealed_once(desk: Desk) -> None:
    with engine_for(desk.identity().path, None).connect() as connection:
        for column in ("rows", "hash", "previous", "what"):
            with pytest.raises(sa.exc.IntegrityError, match="only added to"):
                connection.exec_driver_sql(f"UPDATE journal SET {column} = 'x'")
