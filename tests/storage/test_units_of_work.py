"""Units of work: kept whole or not at all, never without a journal entry, and what writers and readers wait for."""

from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
import sqlalchemy as sa

from committee_desk.domain.desk_file import DeskLocked
from committee_desk.domain.journal import Break, ClockBehind, verify
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.settings import CUT_OFF
from committee_desk.storage import recognise
from committee_desk.storage.engine import WRITING, engine_for
from committee_desk.storage.tables import journal
from committee_desk.storage.unit_of_work import Unjournalled
from committee_desk.storage.work import SqlWork
from tests.conftest import NOW, frozen_clock
from tests.storage.other_programs import held_by_another_program, what_another_program_hears


@pytest.fixture
def path(desk: Desk) -> Path:
    return desk.identity().path


@pytest.fixture
def work(path: Path) -> SqlWork:
    return SqlWork(path, None, frozen_clock)


def test_leaving_without_commit_undoes_everything(work: SqlWork, actor: Actor) -> None:
    with work.writing() as uow:
        uow.settings.put(uow.journal.append(actor, "setting.put", None, {}), CUT_OFF, "16:00")
    with work.reading() as uow:
        assert uow.settings.all() == {}
        assert uow.journal.head().entries == 1


def test_an_exception_undoes_everything(work: SqlWork, actor: Actor) -> None:
    def fails() -> None:
        with work.writing() as uow:
            uow.settings.put(uow.journal.append(actor, "setting.put", None, {}), CUT_OFF, "16:00")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    with work.reading() as uow:
        assert uow.settings.all() == {}
        assert uow.journal.head().entries == 1


def test_what_is_committed_stays(work: SqlWork, actor: Actor) -> None:
    with work.writing() as uow:
        uow.settings.put(uow.journal.append(actor, "setting.put", "甲", {"时间": "16:00"}, why="试"), CUT_OFF, "16:00")
        uow.commit()
    with work.reading() as uow:
        assert uow.settings.all() == {CUT_OFF: "16:00"}
        newest = uow.journal.rows(1)[0]
        assert (newest.seq, newest.at, newest.actor, newest.role) == (2, NOW, actor.name, actor.role)
        assert (newest.verb, newest.subject, newest.why) == ("setting.put", "甲", "试")


def test_writing_without_an_entry_is_a_bug_and_writes_nothing(work: SqlWork) -> None:
    with work.writing() as uow:
        uow.settings.put(1, CUT_OFF, "16:00")
        with pytest.raises(Unjournalled):
            uow.commit()
    with work.reading() as uow:
        assert uow.settings.all() == {}


def test_committing_nothing_needs_no_entry(work: SqlWork) -> None:
    with work.writing() as uow:
        uow.commit()
    with work.reading() as uow:
        assert uow.journal.head().entries == 1


def test_several_entries_of_one_unit_are_chained_in_their_order(work: SqlWork, actor: Actor) -> None:
    with work.writing() as uow:
        numbers = [uow.journal.append(actor, "test", str(number), {}) for number in range(3)]
        uow.commit()
    with work.reading() as uow:
        assert [(row.seq, row.subject) for row in uow.journal.rows(3)] == [(4, "2"), (3, "1"), (2, "0")]
        assert numbers == [2, 3, 4]
        assert verify(uow.journal.entries()) is None


def test_until_it_is_sealed_an_entry_is_not_the_head(work: SqlWork, actor: Actor) -> None:
    with work.writing() as uow:
        before = uow.journal.head()
        uow.journal.append(actor, "test", None, {})
        assert uow.journal.head() == before
        uow.commit()
        assert uow.journal.head().entries == before.entries + 1


def test_a_dated_act_waits_for_the_clock_and_an_undated_one_does_not(path: Path, actor: Actor) -> None:
    early = SqlWork(path, None, lambda: NOW - timedelta(seconds=1))
    with early.writing() as uow:
        with pytest.raises(ClockBehind):
            uow.journal.append(actor, "test", None, {}, dated=True)
        assert uow.journal.append(actor, "test", None, {}) == 2


def test_a_dated_act_at_the_very_moment_of_the_newest_entry_is_taken(work: SqlWork, actor: Actor) -> None:
    with work.writing() as uow:
        assert uow.journal.append(actor, "test", None, {}, dated=True) == 2


def test_a_clock_without_an_offset_is_a_bug(path: Path, actor: Actor) -> None:
    naive = SqlWork(path, None, lambda: datetime(2027, 1, 11, 9))  # noqa: DTZ001 - the very thing that is refused
    with pytest.raises(ValueError, match="offset"), naive.writing() as uow:
        uow.journal.append(actor, "test", None, {})


def test_a_second_writer_waits_in_vain_and_hears_why(
    work: SqlWork, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognise, "PATIENCE_SECONDS", 0.05)
    with work.writing() as first:
        first.settings.put(first.journal.append(actor, "setting.put", None, {}), CUT_OFF, "16:00")
        with pytest.raises(DeskLocked), work.writing():
            pass
        first.commit()
    with work.reading() as uow:
        assert uow.settings.all() == {CUT_OFF: "16:00"}


def test_a_second_writer_goes_on_when_the_first_is_done(work: SqlWork, actor: Actor) -> None:
    started = Event()

    def second() -> None:
        started.set()
        with work.writing() as uow:
            uow.settings.put(uow.journal.append(actor, "setting.put", "second", {}), CUT_OFF, "15:00")
            uow.commit()

    waiting = Thread(target=second)
    with work.writing() as uow:
        waiting.start()
        started.wait()
        uow.settings.put(uow.journal.append(actor, "setting.put", "first", {}), CUT_OFF, "16:00")
        uow.commit()
    waiting.join()
    with work.reading() as uow:
        assert [row.subject for row in uow.journal.rows(2)] == ["second", "first"]
        assert uow.settings.all() == {CUT_OFF: "15:00"}
        assert verify(uow.journal.entries()) is None


def test_a_reader_reads_the_state_before_while_a_writer_writes(work: SqlWork, actor: Actor) -> None:
    with work.writing() as writer:
        writer.settings.put(writer.journal.append(actor, "setting.put", None, {}), CUT_OFF, "16:00")
        with work.reading() as reader:
            assert reader.settings.all() == {}
        writer.commit()
    with work.reading() as reader:
        assert reader.settings.all() == {CUT_OFF: "16:00"}


def test_a_reader_reads_while_more_is_written_than_memory_caches(work: SqlWork, actor: Actor) -> None:
    with work.writing() as writer:
        writer.journal.append(actor, "test", None, {"text": "长" * 30_000_000})
        with work.reading() as reader:
            assert reader.journal.head().entries == 1


def test_another_program_reads_while_we_write_and_we_read_while_it_writes(
    work: SqlWork, path: Path, actor: Actor
) -> None:
    with work.writing() as uow:
        uow.journal.append(actor, "test", None, {})
        assert what_another_program_hears(path, "SELECT count(*) FROM journal") == "done\n"
    with held_by_another_program(path, "BEGIN IMMEDIATE"), work.reading() as uow:
        assert uow.journal.head().entries == 1


def test_a_unit_reads_one_state_from_beginning_to_end(work: SqlWork, actor: Actor, path: Path) -> None:
    with work.reading() as uow:
        assert uow.journal.head().entries == 1
        assert "locked" in what_another_program_hears(path, "UPDATE desk SET office = '别的'")
        assert uow.office.identity().office != "别的"


@pytest.mark.breaks_the_desk
def test_the_chain_of_a_desk_holds_and_a_change_by_hand_is_found(work: SqlWork, path: Path, actor: Actor) -> None:
    for number in range(3):
        with work.writing() as uow:
            uow.journal.append(actor, "test", str(number), {"number": number}, authority="〔2027〕1号")
            uow.commit()
    with work.reading() as uow:
        assert verify(uow.journal.entries()) is None
    with engine_for(path, None).connect().execution_options(**WRITING) as connection, connection.begin():
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.execute(sa.update(journal).where(journal.c.seq == 2).values(actor="别人"))
    with work.reading() as uow:
        assert verify(uow.journal.entries()) == Break(2, "hash")


def test_what_the_engine_refuses_shows_no_figures(work: SqlWork, actor: Actor) -> None:
    with work.writing() as uow:
        entry = uow.journal.append(actor, "test", None, {})
        with pytest.raises(sa.exc.IntegrityError) as refused:
            uow.office.open_year(entry, 2026, "机密")
    assert "机密" not in str(refused.value)
