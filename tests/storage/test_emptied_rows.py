"""What the end of a round empties: rows that have ended, by that act alone, and what is left is sealed anew."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.storage.engine import connect, engine_for
from committee_desk.storage.seals import verify_seals
from tests.services.rounds_held import SECOND, YEAR, counted, office


@pytest.fixture
def voided(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """A round that was counted and declared void: its marks and who came were emptied."""
    number = counted(office(desk, tmp_path), actor)
    desk.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND)
    return desk


def broken(path: Path) -> set[str]:
    with engine_for(path, None).connect() as connection:
        return {table for _, table in verify_seals(connection)}


def test_the_entry_that_emptied_rows_seals_what_is_left_of_their_tables(voided: Desk) -> None:
    assert broken(voided.path) == set()


@pytest.mark.breaks_the_desk
@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("ballots", "UPDATE ballots SET mark = 88000000000 WHERE id = (SELECT min(id) FROM ballots)"),
        ("ballots", "DELETE FROM ballots WHERE id = (SELECT min(id) FROM ballots)"),
        ("round_people", "UPDATE round_people SET took_part = 1 WHERE ended_by IS NOT NULL"),
    ],
)
def test_a_row_changed_by_hand_after_it_was_emptied_is_found(voided: Desk, table: str, change: str) -> None:
    with closing(connect(voided.path, None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(change)
    assert broken(voided.path) == {table}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ballots SET mark = NULL, slip = 'x'",
        "UPDATE round_people SET took_part = NULL",
        "DELETE FROM ballots",
    ],
)
def test_no_row_is_emptied_but_by_the_entry_that_ends_a_round(voided: Desk, change: str) -> None:
    with closing(connect(voided.path, None)) as connection, pytest.raises(dbapi2.IntegrityError, match="only added to"):
        connection.execute(change)
