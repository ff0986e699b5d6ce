"""The journal as screens read it, and as a whole year of the sample office leaves it."""

import sqlalchemy as sa

from committee_desk.domain.journal import BEGINNING, verify
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.settings import CUT_OFF
from committee_desk.storage.engine import engine_for
from committee_desk.storage.tables import metadata
from committee_desk.storage.work import SqlWork
from tests.conftest import NOW, frozen_clock


def test_the_head_moves_with_every_act(desk: Desk, actor: Actor) -> None:
    heads = [desk.journal.head()]
    for time in ("17:00", "16:30"):
        desk.settings.put(actor, CUT_OFF, time, "试")
        heads.append(desk.journal.head())
    assert [head.entries for head in heads] == [1, 2, 3]
    assert len({head.hash for head in heads} | {BEGINNING}) == 4


def test_rows_are_read_newest_first_a_page_at_a_time(desk: Desk, actor: Actor) -> None:
    for minute in range(6):
        desk.settings.put(actor, CUT_OFF, f"16:0{minute}", f"第{minute}次")
    first = desk.journal.rows(4)
    assert [row.seq for row in first] == [7, 6, 5, 4]
    rest = desk.journal.rows(4, before=first[-1].seq)
    assert [row.seq for row in rest] == [3, 2, 1]
    assert desk.journal.rows(4, before=1) == ()
    assert first[0].hash == desk.journal.head().hash
    assert (first[0].at, first[0].actor, first[0].why) == (NOW, actor.name, "第5次")


def test_the_sample_office_leaves_a_chain_that_holds_with_one_entry_a_workbook(sample_desk: Desk, actor: Actor) -> None:
    with SqlWork(sample_desk.identity().path, None, frozen_clock).reading() as uow:
        entries = tuple(uow.journal.entries())
    assert verify(entries) is None
    imported = [record.entry for record in sample_desk.imports.history()]
    assert sorted(imported) == [entry.seq for entry in entries[1:]]
    assert all(entry.actor == actor.name for entry in entries)


def test_every_fact_of_the_sample_office_was_brought_by_an_entry_that_names_its_workbook(sample_desk: Desk) -> None:
    imported = {record.entry for record in sample_desk.imports.history()}
    counted = 0
    with engine_for(sample_desk.identity().path, None).connect() as connection:
        for name in ("stays", "case_shares", "reviews", "events", "leader_marks", "ballots", "sanctions", "leave"):
            entries = list(connection.scalars(sa.select(metadata.tables[name].c.entry)))
            assert set(entries) <= imported, name
            counted += len(entries)
    assert counted > 1000


def test_reading_screens_writes_nothing(sample_desk: Desk) -> None:
    path = sample_desk.identity().path
    before = path.read_bytes()
    sample_desk.overview(2026, NOW.date())
    sample_desk.people.roster(2026)
    sample_desk.cases.rows(2026)
    sample_desk.search("zs", 2026)
    sample_desk.scores.year(2026)
    assert path.read_bytes() == before
