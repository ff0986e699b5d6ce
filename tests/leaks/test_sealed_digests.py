"""An attacker with the file tries out the digests that the journal keeps of rows which were emptied since.

What stood in them is a few marks, or who of a few came: he guesses it all and compares. Here he guesses right at once,
and still learns nothing, for what was random in each row went with its content.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.round_views import TypedTurnout
from committee_desk.storage.engine import connect, engine_for
from committee_desk.storage.seals import digest_of, sealed_tables
from tests.imports.workbooks import workbook
from tests.services import rounds_held as held
from tests.services.rounds_held import SECOND, V3, YEAR, A

Rows = list[dict[str, Any]]
GUESSED = {"ballots": ("slip", "mark"), "round_people": ("took_part",), "rounds": ("result",)}


def read(desk: Path, asked: str) -> Rows:
    with closing(sqlite3.connect(f"file:{desk}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(asked)]


def fitting(desk: Path, table: str, before: Rows, columns: tuple[str, ...]) -> set[int]:
    """The entries whose digest of the table fits once these columns stand in the rows as they did."""
    guess = desk.with_name("猜.desk")
    shutil.copyfile(desk, guess)
    with closing(connect(guess, None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for row in before:
            placed = ", ".join(f"{column} = ?" for column in columns)
            connection.execute(
                f"UPDATE {table} SET {placed} WHERE id = ?", (*(row[each] for each in columns), row["id"])
            )
    sealed = next(each for each in sealed_tables() if each.name == table)
    told = read(guess, f"SELECT seq, json_extract(rows, '$.{table}') AS hash FROM journal ORDER BY seq")
    with engine_for(guess, None).connect() as connection:
        found = {each["seq"]: digest_of(connection, sealed, each["seq"]) for each in told if each["hash"]}
    hashes = {each["seq"]: each["hash"] for each in told}
    guess.unlink()
    return {seq for seq, digest in found.items() if digest is not None and digest.hash == hashes[seq]}


def tried_out(desk: Path, table: str, act: Callable[[], object]) -> None:
    """The act empties rows of the table that a digest was kept of; guessed right, it fits only with their blinds."""
    before = read(desk, f"SELECT * FROM {table}")
    act()
    kept = {row["id"]: row for row in read(desk, f"SELECT * FROM {table}")}
    emptied = [row for row in before if any(kept[row["id"]][each] != row[each] for each in GUESSED[table])]
    entries = {row["entry"] for row in emptied}
    assert emptied
    assert not entries & fitting(desk, table, emptied, GUESSED[table])
    assert entries <= fitting(desk, table, emptied, (*GUESSED[table], "blind")), "else nothing is attacked"


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Desk:
    return held.office(desk, tmp_path)


@pytest.mark.parametrize("table", ["round_people", "rounds"])
def test_no_digest_says_who_came_to_a_void_round_nor_what_was_worked_out_of_its_marks(
    office: Desk, actor: Actor, table: str
) -> None:
    number = held.counted(office, actor, V3)
    tried_out(office.path, table, lambda: office.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND))


def test_no_fingerprint_of_a_paper_says_what_a_void_round_came_to(office: Desk, actor: Actor) -> None:
    """Summary and statistics report were printed before; he knows all that stood on them, and draws them again."""
    number = held.counted(office, actor, V3)
    drawn = (office.round_papers.summary, office.round_papers.statistics)
    for draw in drawn:
        draw(actor, YEAR, number)
    told = "SELECT json_extract(what, '$.fingerprint') AS sha256 FROM journal WHERE verb = 'rounds.draw'"
    kept = {row["sha256"] for row in read(office.path, told)}
    papers = (office.round_papers._summary(actor, YEAR, number), office.round_papers._statistics(actor, YEAR, number))
    assert kept == {each.fingerprint() for each in papers}, "else nothing is attacked"
    office.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND)
    assert kept == {row["sha256"] for row in read(office.path, told)}
    assert papers[0].blind.encode() not in office.path.read_bytes()
    assert not kept & {replace(each, blind="").fingerprint() for each in papers}


def test_no_digest_says_what_counted_marks_of_a_void_round_were(office: Desk, actor: Actor) -> None:
    number = held.counted(office, actor, V3)
    before = read(office.path, "SELECT * FROM ballots")
    office.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND)
    entries = {row["entry"] for row in before}
    assert not entries & fitting(office.path, "ballots", before, ("mark",)), "each stood under a random slip"
    assert entries <= fitting(office.path, "ballots", before, ("mark", "slip")), "else nothing is attacked"


def test_no_digest_says_which_imported_marks_were_one_slips(office: Desk, actor: Actor, tmp_path: Path) -> None:
    people = ("P01", "P02", "P03", "P04")
    lines = [
        {"票号": f"A-{slip}", "票类": "A", "被测评人工号": code, "得分": str(70 + 7 * slip + at)}
        for slip in (1, 2, 3)
        for at, code in enumerate(people)
    ]

    def brought(name: str, rows: list[dict[str, str]], *, replace: bool = False) -> None:
        office.imports.carry_out(actor, Kind.BALLOTS, workbook(tmp_path / name, rows), YEAR, replace=replace)

    brought("一.xlsx", lines)
    brought("改.xlsx", [{**lines[0], "得分": "99"}], replace=True)
    count = {A: TypedTurnout(3, 3, 3, 3)}
    tried_out(office.path, "ballots", lambda: office.imported_rounds.count(actor, YEAR, count))
