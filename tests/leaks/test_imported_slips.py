"""An attacker with the desk after the round of imported ballots was closed looks for whatever joins marks of one slip.

He has the file as it lies, rows that have ended among it, and the journal; neither the workbooks nor older backups.
"""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from committee_desk.domain.ratings import BallotClass
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.round_views import TypedTurnout
from tests.imports.workbooks import workbook
from tests.services import rounds_held as held
from tests.services.rounds_held import SECOND, YEAR, A
from tests.services.turnouts import turn_out

PEOPLE = ("P01", "P02", "P03", "P04")
ONE, REPLACED, TAKEN_BACK = (81, 76, 69, 94), (55, 56, 57, 58), (31, 32, 33, 34)


def lines(slip: str, marks: tuple[int, ...]) -> list[dict[str, str]]:
    return [
        {"票号": slip, "票类": "A", "被测评人工号": code, "得分": str(mark)}
        for code, mark in zip(PEOPLE, marks, strict=True)
    ]


@pytest.fixture
def office(desk: Desk, tmp_path: Path, actor: Actor) -> Desk:
    """Slips of three workbooks: one of a slip alone, one that another replaced, one that was taken back."""
    held.office(desk, tmp_path)

    def read(name: str, slips: dict[str, tuple[int, ...]], *, replace: bool = False) -> int | None:
        rows = [line for slip, marks in slips.items() for line in lines(slip, marks)]
        book = workbook(tmp_path / name, rows)
        return desk.imports.carry_out(actor, Kind.BALLOTS, book, YEAR, replace=replace).change.entry

    back = read("撤回.xlsx", {"A-TAKEN": TAKEN_BACK})
    assert back is not None
    desk.imports.take_back(actor, back, "误导入")
    read("一.xlsx", {"A-ALONE": ONE})
    read("二.xlsx", {"A-SECOND": REPLACED, "A-THIRD": (88, 71, 90, 65)})
    read("二改.xlsx", {"A-SECOND": (77, 79, 99, 60)}, replace=True)
    return desk


def rows(desk: Desk, asked: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True)) as connection:
        return connection.execute(asked).fetchall()


def joined(desk: Desk, column: str) -> list[Counter[tuple[str, int]]]:
    """The marks that have the same in that column, several people's at once, wherever not all marks have it."""
    asked = (
        f"SELECT {column}, p.code, b.mark FROM ballots b JOIN persons p ON p.id = b.person_id WHERE mark IS NOT NULL"
    )
    found: dict[Any, Counter[tuple[str, int]]] = {}
    for key, code, mark in rows(desk, asked):
        found.setdefault(key, Counter())[code, mark // 10**9] += 1
    return [] if len(found) == 1 else [each for each in found.values() if len(each) > 1]


TRACES = ("slip", "entry", "source_entry", "coalesce(source_entry, b.entry)", "ended_by", "substr(slip, 1, 4)")


def close(desk: Desk, actor: Actor) -> None:
    desk.imported_rounds.count(actor, YEAR, {A: TypedTurnout(3, 3, 3, 3)})


def test_the_attack_succeeds_while_the_round_is_open(office: Desk) -> None:
    alone = Counter(dict.fromkeys(zip(PEOPLE, ONE, strict=True), 1))
    assert alone in joined(office, "slip")
    assert alone in joined(office, "b.entry")


def test_nothing_joins_marks_of_a_slip_once_the_round_is_closed(office: Desk, actor: Actor) -> None:
    close(office, actor)
    for column in TRACES:
        assert not joined(office, column.replace("entry", "b.entry", 1) if column == "entry" else column), column
    assert rows(office, "SELECT count(*), count(DISTINCT slip) FROM ballots WHERE mark IS NOT NULL") == [(12, 12)]


def test_no_serial_is_left_anywhere_in_the_file(office: Desk, actor: Actor) -> None:
    serials = [name.encode() for name in ("A-ALONE", "A-SECOND", "A-THIRD", "A-TAKEN")]
    assert all(serial in office.path.read_bytes() for serial in serials)
    close(office, actor)
    assert not [serial for serial in serials if serial in office.path.read_bytes()]


def test_no_replaced_or_taken_back_slip_keeps_its_marks(office: Desk, actor: Actor) -> None:
    asked = "SELECT count(*) FROM ballots WHERE ended_by IS NOT NULL AND mark IS NOT NULL"
    assert rows(office, asked) == [(8,)]
    close(office, actor)
    assert rows(office, asked) == [(0,)]


def test_no_digest_tries_out_which_marks_were_one_slips(office: Desk, actor: Actor) -> None:
    """Four marks and a guessed serial: the digest of the rows would tell when the guess is right."""
    facts = [["A-ALONE", "A", code, str(mark)] for code, mark in zip(PEOPLE, ONE, strict=True)]
    text = json.dumps(["ballots", facts], ensure_ascii=False, separators=(",", ":"))
    guessed = sha256(text.encode()).hexdigest()
    close(office, actor)
    kept = rows(office, "SELECT digest FROM imports") + rows(office, "SELECT what FROM journal")
    assert not [each for (each,) in kept if guessed in each]


def test_scores_and_workbooks_are_the_same_after_as_before(sample_desk: Desk, actor: Actor) -> None:
    def seen() -> tuple[object, ...]:
        given = sample_desk.imported_rounds.view(YEAR)
        assert given is not None
        explained = [sample_desk.scores.explain(YEAR, each.code) for each in sample_desk.scores.year(YEAR).people]
        return sample_desk.scores.year(YEAR).people, explained, given.people, given.slips, given.workbooks

    before = seen()
    turn_out(sample_desk, actor)
    assert seen() == before


def test_a_closed_round_put_right_stays_as_it_was_counted(office: Desk, actor: Actor) -> None:
    close(office, actor)
    parted = rows(office, "SELECT id FROM ballots WHERE ended_by IS NULL ORDER BY id")
    office.imported_rounds.count(actor, YEAR, {A: TypedTurnout(4, 4, 4, 4)}, "漏计一人")
    given = office.imported_rounds.view(YEAR)
    assert given is not None
    assert given.slips == {BallotClass.A: 3}
    assert (given.turnouts[A].valid, given.turnouts[A].invalid) == (3, 1)
    assert rows(office, "SELECT id FROM ballots WHERE ended_by IS NULL ORDER BY id") == parted


def test_a_closed_round_declared_void_leaves_no_mark_where_it_counted(office: Desk, actor: Actor) -> None:
    close(office, actor)
    office.imported_rounds.void(actor, YEAR, "登记错了", SECOND)
    assert rows(office, "SELECT count(*) FROM ballots WHERE mark IS NOT NULL") == [(0,)]
