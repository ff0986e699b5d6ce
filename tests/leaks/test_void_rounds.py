"""An attacker with the closed desk holds a void round beside the round that was held again in its place.

Whoever came to the second alone is a newcomer: what the second has beyond the first would be his whole ballot, by name.
He has the file as it lies, rows that have ended among it, and the key of no sealed round.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.recovery_code import SEAL, key_of
from committee_desk.domain.rounds import RoundState
from committee_desk.paths import state_folder
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_unsealing import Unsealing
from tests.services import rounds_held as held
from tests.services.rounds_held import SECOND, YEAR, A, B, C

CAME_FIRST = {A: 2, B: 4, C: 7}
"""Of each class, to a round that comes to nothing: 13 of 21 are fewer than two thirds."""


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Desk:
    return held.office(desk, tmp_path)


def rows(desk: Desk, asked: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True)) as connection:
        return connection.execute(asked).fetchall()


def raters(desk: Desk, number: int) -> dict[BallotClass, list[str]]:
    people = [each.participant for each in desk.rounds.card(YEAR, number).participants]
    return {name: [each.code for each in people if each.ballot_class is name] for name in (A, B, C)}


def truth(desk: Desk, number: int) -> dict[str, dict[str, str]]:
    """What everybody votes, whenever he comes."""
    random, codes = Random(4), held.rated(desk, number)
    everybody = [code for theirs in raters(desk, number).values() for code in theirs]
    return {code: {each: str(random.randint(65, 98)) for each in codes} for code in everybody}


def hold(desk: Desk, actor: Actor, number: int, came: dict[BallotClass, int], *, close: bool = True) -> None:
    """A round to which the first of each class come; who did not is named at closing."""
    says, absent = truth(desk, number), []
    for name, theirs in raters(desk, number).items():
        count = came[name]
        held.type_slips(desk, actor, number, name, [says[code] for code in theirs[:count]])
        held.put_down(desk, actor, number, name, len(theirs), count, count, count)
        absent += theirs[count:]
    if close:
        desk.rounds.close(actor, YEAR, number, SECOND, absent)


def held_again(desk: Desk, actor: Actor, number: int) -> int:
    again, _ = desk.rounds.rerun(actor, YEAR, number)
    held.opened(desk, actor, again)
    hold(desk, actor, again, {A: held.LEADERS, B: held.HEADS, C: held.STAFF})
    assert desk.rounds.card(YEAR, again).round.state is RoundState.CLOSED
    return again


def kept_as_there(desk: Desk, number: int) -> Iterator[str]:
    """Whom any row of the file, standing or ended, says to have taken part or not."""
    asked = f"SELECT person_id FROM round_people WHERE round = {number} AND took_part IS NOT NULL"
    return (str(code) for (code,) in rows(desk, asked))


def test_of_a_round_that_its_turnout_voids_nobody_is_kept_as_having_come(office: Desk, actor: Actor) -> None:
    first = held.opened(office, actor)
    hold(office, actor, first, CAME_FIRST)
    assert office.rounds.card(YEAR, first).round.state is RoundState.VOID
    again = held_again(office, actor, first)
    assert list(kept_as_there(office, again)), "else nothing is attacked"
    assert not list(kept_as_there(office, first))


def test_of_a_counted_round_declared_void_no_row_says_any_more_who_came(office: Desk, actor: Actor) -> None:
    first = held.opened(office, actor)
    hold(office, actor, first, {A: 2, B: 5, C: 9})
    assert list(kept_as_there(office, first))
    office.rounds.void(actor, YEAR, first, "票箱被打开过", SECOND)
    assert not list(kept_as_there(office, first))
    kept = {row.ballot_class: row.turnout.present for row in office.rounds.card(YEAR, first).classes if row.turnout}
    assert kept == {A: 2, B: 5, C: 9}, "only how many"


def test_marks_of_a_counted_round_declared_void_do_not_lie_where_they_counted(office: Desk, actor: Actor) -> None:
    first = held.opened(office, actor)
    hold(office, actor, first, {A: 2, B: 5, C: 9})
    before = rows(office, "SELECT slip FROM ballots WHERE mark IS NOT NULL")
    assert before
    office.rounds.void(actor, YEAR, first, "票箱被打开过", SECOND)
    assert rows(office, "SELECT count(*) FROM ballots WHERE mark IS NOT NULL") == [(0,)]
    content = office.path.read_bytes()
    assert not [slip for (slip,) in before if slip.encode() in content]


def test_no_figure_that_closing_worked_out_is_left_of_a_round_declared_void(office: Desk, actor: Actor) -> None:
    """Quartiles of five marks beside the six of the round held again tell which one is the newcomer's."""
    first = held.opened(office, actor)
    hold(office, actor, first, {A: 2, B: 5, C: 9})
    told = "SELECT count(*) FROM rounds WHERE instr(result, 'statistics') OR instr(result, 'spreads')"
    assert rows(office, told) == [(1,)]
    office.rounds.void(actor, YEAR, first, "票箱被打开过", SECOND)
    assert rows(office, told) == [(0,)]
    assert b'"spreads"' not in office.path.read_bytes()


def test_the_round_held_again_less_the_void_one_is_nobodys_ballot(office: Desk, actor: Actor) -> None:
    """L03 came to the second alone: what class A said beyond the first is all his."""
    first = held.opened(office, actor)
    says = truth(office, first)
    hold(office, actor, first, CAME_FIRST, close=False)
    absent = [code for name, theirs in raters(office, first).items() for code in theirs[CAME_FIRST[name] :]]
    key = office.rounds.close(actor, YEAR, first, SECOND, absent).key
    again = held_again(office, actor, first)
    everybody = (held.LEADERS + held.HEADS + held.STAFF) * len(says["L03"])
    assert marked(office) == {"ballots": everybody}, "of the void round no mark is to be read anywhere"
    raw = key_of(key, SEAL)
    assert raw is not None
    with office._open.reading() as uow:
        opened = uow.rounds.unseal(YEAR, first, raw)
        before = Counter((each.code, each.mark) for each in opened if each.ballot_class is A)
        after = Counter((each.code, each.mark) for each in uow.rounds.marks(YEAR, again) if each.ballot_class is A)
    assert {code: str(mark) for code, mark in after - before} == says["L03"], "with the key the attack succeeds"


def marked(desk: Desk) -> dict[str, int]:
    """In which tables marks can be read, and how many."""
    found = {}
    for (table,) in rows(desk, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        if "mark" in {row[1] for row in rows(desk, f"PRAGMA table_info({table})")}:
            ((found[table],),) = rows(desk, f"SELECT count(*) FROM {table} WHERE mark IS NOT NULL")
    return {table: count for table, count in found.items() if count}


def test_no_key_of_a_seal_is_left_on_the_disk(office: Desk, actor: Actor, tmp_path: Path) -> None:
    first = held.opened(office, actor)
    hold(office, actor, first, CAME_FIRST, close=False)
    key = office.rounds.close(actor, YEAR, first, SECOND).key
    office.round_papers.seal(actor, YEAR, first, key)
    office.rounds.unseal(actor, YEAR, first, Unsealing(key, "核对"), SECOND)
    raw = key_of(key, SEAL)
    assert raw is not None
    shapes = (key.encode(), key.replace("-", "").encode(), raw, raw.hex().encode(), key[:9].encode())
    for file in (each for folder in (tmp_path, state_folder()) for each in folder.rglob("*") if each.is_file()):
        assert not [each for each in shapes if each in file.read_bytes()], file


def test_a_box_tells_of_its_marks_nothing_but_how_many(office: Desk, actor: Actor) -> None:
    boxes = []
    for mark in ("7", "100"):
        number = held.opened(office, actor)
        held.type_slips(office, actor, number, A, held.alike(office, number, [mark]))
        office.rounds.void(actor, YEAR, number, "试", SECOND)
        ((box,),) = rows(office, f"SELECT box FROM sealed_marks WHERE round = {number}")
        boxes.append(box)
    assert len(boxes[0]) == len(boxes[1])
