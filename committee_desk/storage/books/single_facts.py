"""One person's facts of a year, each with its source: what an explanation names."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.events import Event, Register
from committee_desk.domain.person_facts import PersonFacts
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.rounds import RoundState, RoundWay, label_of
from committee_desk.domain.sources import Source, Traced
from committee_desk.storage.books.overridden import traced
from committee_desk.storage.books.parted_ballots import came_to_count
from committee_desk.storage.books.people import PeopleRows
from committee_desk.storage.books.shares import SHARE_COLUMNS, SHARES_NAMED, share_of
from committee_desk.storage.books.sources import SOURCE_COLUMNS, AnyRow, source_of, with_source
from committee_desk.storage.office_tables import case_numbers, persons
from committee_desk.storage.round_tables import round_people, rounds
from committee_desk.storage.score_tables import ballots, case_shares, events, leader_marks, reviews


class SingleFacts:
    """Reads one person's facts of a year one by one."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of(self, year: int, code: str) -> PersonFacts:
        """Everything recorded about that person that a year's figures may rest on."""
        people = PeopleRows(self._connection)
        return PersonFacts(
            code=code,
            stays=people.stays(code),
            cases=self.cases(year, code),
            events=self.events(year, code),
            registers=self.registers(year, code),
            leader_marks=self.leader_marks(year, code),
            ballot_workbooks=self._ballot_workbooks(year, code),
            ballot_rounds=self._ballot_rounds(year, code),
            leave=people.leave(code),
            sanctions=people.sanctions(code),
        )

    def cases(self, year: int, code: str) -> tuple[tuple[Traced[CaseShare], Traced[Review] | None], ...]:
        """The cases closed in the year, by number, each with its review."""
        mine = (case_shares.c.ended_by.is_(None), case_shares.c.year == year, _is(case_shares, code))
        shares = (
            sa.select(*SHARE_COLUMNS, *SOURCE_COLUMNS)
            .select_from(with_source(case_shares, SHARES_NAMED))
            .where(*mine)
            .order_by(case_shares.c.closed, case_numbers.c.number)
        )
        own = tuple(reviews.c[f] for f in Review._fields if f != "number")
        reviewed = (
            sa.select(case_numbers.c.number, *own, reviews.c.entry, reviews.c.row, reviews.c.overrides, *SOURCE_COLUMNS)
            .select_from(with_source(reviews, reviews.join(case_numbers)))
            .where(reviews.c.ended_by.is_(None), reviews.c.case_id.in_(sa.select(case_shares.c.case_id).where(*mine)))
        )
        known = {
            row.number: traced(self._connection, reviews, Review(*row[: len(Review._fields)]), row)
            for row in self._all(reviewed)
        }
        return tuple(
            (traced(self._connection, case_shares, share_of(row), row), known.get(row.number))
            for row in self._all(shares)
        )

    def events(self, year: int, code: str) -> tuple[Traced[Event], ...]:
        """The year's events in the order of their days."""
        own = tuple(events.c[f] for f in Event._fields if f != "code")
        rows = self._traced(events, own, year, code, events.c.day)
        return tuple(traced(self._connection, events, Event(code, *row[: len(own)]), row) for row in rows)

    def registers(self, year: int, code: str) -> dict[Event, Register]:
        """Under what the year's typed events are registered, and the cases that they are about."""
        own = tuple(events.c[f] for f in Event._fields if f != "code")
        asked = (
            sa.select(*own, events.c.number, case_numbers.c.number.label("case_number"))
            .select_from(events.outerjoin(case_numbers, case_numbers.c.id == events.c.case_id))
            .where(events.c.ended_by.is_(None), events.c.year == year, _is(events, code))
            .where(sa.or_(events.c.number.is_not(None), events.c.case_id.is_not(None)))
        )
        return {Event(code, *row[: len(own)]): Register(row.number, row.case_number) for row in self._all(asked)}

    def leader_marks(self, year: int, code: str) -> tuple[Traced[LeaderMark], ...]:
        """The leaders' marks of the year."""
        rows = self._traced(leader_marks, (leader_marks.c.rater, leader_marks.c.mark), year, code, leader_marks.c.rater)
        return tuple(traced(self._connection, leader_marks, LeaderMark(code, row.rater, row.mark), row) for row in rows)

    def ballots(self, year: int, code: str) -> tuple[BallotMark, ...]:
        """The year's ballots without their slips: which slip bore which mark is nobody's business here."""
        asked = (
            sa.select(ballots.c.ballot_class, ballots.c.mark)
            .where(ballots.c.ended_by.is_(None), ballots.c.year == year, _is(ballots, code))
            .order_by(
                ballots.c.ballot_class, sa.func.typeof(ballots.c.mark), sa.type_coerce(ballots.c.mark, sa.Integer)
            )
        )
        return tuple(BallotMark("", BallotClass(row.ballot_class), code, row.mark) for row in self._all(asked))

    def _ballot_workbooks(self, year: int, code: str) -> tuple[Source, ...]:
        """The workbooks that the ballots came from: never a row, a cell, an order or a time."""
        asked = (
            sa.select(ballots.c.entry, sa.null().label("row"), *SOURCE_COLUMNS)
            .select_from(with_source(ballots))
            .where(came_to_count(year), ballots.c.year == year, _is(ballots, code))
            .distinct()
        )
        found = (source_of(row) for row in self._all(asked))
        return tuple(Source(each.entry, each.workbook, each.sha256) for each in found if each.workbook)

    def _ballot_rounds(self, year: int, code: str) -> tuple[str, ...]:
        """The desk's own rounds that the person was rated in and that count."""
        held = sa.and_(rounds.c.year == round_people.c.year, rounds.c.number == round_people.c.round)
        asked = (
            sa.select(rounds.c.number)
            .select_from(round_people.join(rounds, held))
            .where(rounds.c.ended_by.is_(None), rounds.c.state == RoundState.CLOSED.value)
            .where(rounds.c.way == RoundWay.DESK.value, round_people.c.ended_by.is_(None), round_people.c.rated)
            .where(rounds.c.year == year, _is(round_people, code))
            .order_by(rounds.c.number)
        )
        return tuple(label_of(year, row.number) for row in self._all(asked))

    def _traced(
        self, table: sa.Table, own: tuple[sa.Column[Any], ...], year: int, code: str, order: sa.Column[Any]
    ) -> Iterable[AnyRow]:
        return self._all(
            sa.select(*own, table.c.entry, table.c.row, table.c.overrides, *SOURCE_COLUMNS)
            .select_from(with_source(table))
            .where(table.c.ended_by.is_(None), table.c.year == year, _is(table, code))
            .order_by(order, table.c.id)
        )

    def _all(self, asked: sa.Select[Any]) -> Iterable[AnyRow]:
        return self._connection.execute(asked).all()


def _is(table: sa.Table, code: str) -> sa.ColumnElement[bool]:
    return table.c.person_id == sa.select(persons.c.id).where(persons.c.code == code).scalar_subquery()
