"""Migrations: today's tables from nothing, an older desk brought up to date after a copy, and what never changes."""

import ast
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.desk_file import DiskFull
from committee_desk.paths import migrations
from committee_desk.services.actor import Actor
from committee_desk.storage import copies
from committee_desk.storage.build import known_versions
from committee_desk.storage.engine import connect, engine_for, unlock
from committee_desk.storage.migrate import bring_up_to_date
from committee_desk.storage.tables import metadata
from tests.conftest import NOW, OFFICE
from tests.storage.disks import names_in

NEXT = """
from alembic import op

revision, down_revision = "{revision}", "{before}"

def upgrade():
    op.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    op.execute("ALTER TABLE stays ADD COLUMN nickname TEXT")
    {more}
"""


def _next_version(folder: Path, more: str = "pass") -> Path:
    """The shipped migrations and one more, as the next release would have them."""
    shutil.copytree(migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    before = known_versions(folder)[-1]
    revision = f"{int(before) + 1:04}"
    (folder / "versions" / f"{revision}_next.py").write_text(
        NEXT.format(revision=revision, before=before, more=more), encoding="utf-8"
    )
    return folder


def _parts(statement: str) -> list[str]:
    """Columns and constraints in no order; a reference in a column's own words is the same as one in the table's."""
    text = " ".join(statement.split()).replace("( ", "(").replace(" )", ")")
    named = re.sub(
        r"(\w+) INTEGER CONSTRAINT (\w+) REFERENCES (\w+) \((\w+)\)",
        r"\1 INTEGER, CONSTRAINT \2 FOREIGN KEY(\1) REFERENCES \3 (\4)",
        text,
    )
    head, _, rest = named.partition("(")
    return [head, *sorted(part.strip(" )") for part in re.split(r",(?![^()]*\))", rest))]


def _tables_and_indexes(connection: dbapi2.Connection) -> dict[str, list[str]]:
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        " AND name <> 'alembic_version'"
    )
    return {name: _parts(sql) for name, sql in found}


def test_the_migrations_make_exactly_the_tables_that_the_program_knows(template_desk: Path) -> None:
    plain = sa.create_engine("sqlite://")
    metadata.create_all(plain)
    with plain.connect() as connection, closing(connect(template_desk, None)) as migrated:
        known = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        assert _tables_and_indexes(migrated) == {name: _parts(sql) for name, sql in known}
    plain.dispose()


def test_migrations_stand_on_their_own() -> None:
    for file in migrations().rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert all(name.split(".")[0] in {"alembic", "sqlalchemy"} for name in names), file


def test_a_desk_of_today_is_opened_without_alembic_and_without_a_copy(template_desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "今.desk"
    shutil.copyfile(template_desk, path)
    assert bring_up_to_date(path, None, NOW) is None
    assert names_in(tmp_path) == ["今.desk"]


def test_an_older_desk_is_migrated_after_a_copy(template_desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "旧" / "考评.desk"
    path.parent.mkdir()
    shutil.copyfile(template_desk, path)
    before = path.read_bytes()
    folder = _next_version(tmp_path / "migrations")
    copy = bring_up_to_date(path, None, NOW, folder=folder)
    assert copy == path.parent / "考评 自动备份" / "2027-01-11 090000 升级前.desk"
    assert names_in(copy.parent) == [copy.name]
    assert names_in(path.parent) == ["考评 自动备份", "考评.desk"]
    assert _dump(copy) == _dump_of(before, tmp_path / "before.desk")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (known_versions(folder)[-1],)
        ]
        assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
        assert connection.execute("SELECT office FROM desk").fetchone() == (OFFICE,)
    assert bring_up_to_date(path, None, NOW, folder=folder) is None


def test_a_migration_that_fails_leaves_the_desk_as_it_was(template_desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_desk, path)
    before = _dump(path)
    folder = _next_version(tmp_path / "migrations", more='op.execute("SELECT nonsense FROM nowhere")')
    with pytest.raises(sa.exc.OperationalError):
        bring_up_to_date(path, None, NOW, folder=folder)
    assert _dump(path) == before
    assert open_desk(path).years() == (2026,)


def test_without_room_for_the_copy_nothing_is_migrated(
    template_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_desk, path)
    before = path.read_bytes()
    folder = _next_version(tmp_path / "migrations")

    def full(*_: object, **__: object) -> None:
        raise DiskFull(path)

    monkeypatch.setattr(copies, "make_copy", full)
    with pytest.raises(DiskFull):
        bring_up_to_date(path, None, NOW, folder=folder)
    assert path.read_bytes() == before


def test_a_protected_desk_is_copied_under_the_same_passphrase(tmp_path: Path, actor: Actor) -> None:
    path = tmp_path / "密" / "考评.desk"
    path.parent.mkdir()
    new_desk(path, OFFICE, 2026, actor, passphrase="一句很好记的口令")
    copy = bring_up_to_date(path, unlock(path, "一句很好记的口令"), NOW, folder=_next_version(tmp_path / "migrations"))
    assert copy is not None
    assert OFFICE.encode() not in copy.read_bytes()
    assert open_desk(copy, passphrase="一句很好记的口令").identity().office == OFFICE


def _dump_of(content: bytes, path: Path) -> list[str]:
    path.write_bytes(content)
    return _dump(path)


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


FACTS = sorted(table.name for table in metadata.sorted_tables if "ended_by" in table.c)
NEVER_CHANGED = ("journal", "years", "persons", "departments", "case_numbers", "weightings", "contents")


@pytest.fixture
def raw(template_desk: Path, tmp_path: Path) -> Iterator[dbapi2.Connection]:
    """A desk with one row in every table, foreign keys aside."""
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_desk, path)
    with closing(connect(path, None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for table in metadata.sorted_tables:
            _one_row(connection, table)
        yield connection


def _one_row(connection: dbapi2.Connection, table: sa.Table) -> None:
    if connection.execute(f'SELECT count(*) FROM "{table.name}" LIMIT 1').fetchone() != (0,):
        return
    filled = [column for column in table.c if not column.nullable]
    names, marks = ", ".join(f'"{column.name}"' for column in filled), ", ".join("1" for _ in filled)
    connection.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})')


@pytest.mark.parametrize("table", sorted(t.name for t in metadata.sorted_tables if t.name != "desk"))
def test_no_row_is_ever_deleted_or_replaced(raw: dbapi2.Connection, table: str) -> None:
    for statement in (
        f'DELETE FROM "{table}"',
        f'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}" LIMIT 1',
    ):
        with pytest.raises(dbapi2.IntegrityError, match="only added to"):
            raw.execute(statement)


@pytest.mark.parametrize("table", [*FACTS, "imports"])
def test_a_fact_is_ended_once_and_nothing_else_of_it_changes(raw: dbapi2.Connection, table: str) -> None:
    ending = "taken_back_by" if table == "imports" else "ended_by"
    one = f'rowid = (SELECT max(rowid) FROM "{table}")'
    for column in metadata.tables[table].c:
        if column.name != ending:
            with pytest.raises(dbapi2.IntegrityError, match="only added to"):
                raw.execute(f'UPDATE "{table}" SET "{column.name}" = 2 WHERE {one}')
    raw.execute(f'UPDATE "{table}" SET {ending} = 1 WHERE {one}')
    for value in ("2", "NULL", "1"):
        with pytest.raises(dbapi2.IntegrityError, match="only added to"):
            raw.execute(f'UPDATE "{table}" SET {ending} = {value} WHERE {one}')


@pytest.mark.parametrize("table", NEVER_CHANGED)
def test_journal_and_names_never_change(raw: dbapi2.Connection, table: str) -> None:
    for column in metadata.tables[table].c:
        with pytest.raises(dbapi2.IntegrityError, match="only added to"):
            raw.execute(f'UPDATE "{table}" SET "{column.name}" = 2')


def test_a_desk_never_becomes_or_stops_being_a_demonstration(raw: dbapi2.Connection) -> None:
    for column in ("id", "uid", "demo", "created"):
        with pytest.raises(dbapi2.IntegrityError, match="only added to"):
            raw.execute(f"UPDATE desk SET {column} = 1")
    with pytest.raises(dbapi2.IntegrityError):
        raw.execute("DELETE FROM desk")
    with pytest.raises(dbapi2.IntegrityError):
        raw.execute("INSERT INTO desk (id, uid, office, demo, created) VALUES (2, 'x', 'y', 1, 'z')")


def test_every_table_of_facts_of_a_year_carries_its_year() -> None:
    yearly = {"years", "schemes", "imports", "case_shares", "events", "leader_marks", "ballots", "sanctions", "prints"}
    assert yearly <= {table.name for table in metadata.sorted_tables if "year" in table.c}


def test_a_fact_needs_an_entry_that_exists(template_desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_desk, path)
    with (
        engine_for(path, None).connect() as connection,
        pytest.raises(sa.exc.IntegrityError),
        connection.begin(),
    ):
        connection.execute(sa.insert(metadata.tables["settings"]), [{"key": "a", "value": "b", "entry": 99}])
