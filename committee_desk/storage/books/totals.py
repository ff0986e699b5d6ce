"""What scoring a year starts from, added up in SQL.

SQL adds whole numbers only. A row that holds something finer makes its person's rows be read one by one and added up
by the domain. Where a column holds such text among its integers, SQLite's sum is a float: that is how it is noticed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from committee_desk.domain.exact import Amount
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.ratings import BallotSum, MarkSum
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.domain.summing import ballot_sums, event_sums, mark_sums
from committee_desk.domain.sums import YearInputs
from committee_desk.storage.books.case_totals import Asked, CaseTotals
from committee_desk.storage.office_tables import departments, persons
from committee_desk.storage.score_tables import (
    ballots,
    events,
    grading_decisions,
    leader_marks,
    leave,
    sanctions,
    stays,
)

if TYPE_CHECKING:
    from committee_desk.domain.person_facts import PersonFacts
    from committee_desk.storage.books.single_facts import SingleFacts


class TotalsRows:
    """The book of a year's sums, of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._cases = CaseTotals(connection, lambda: self._single)

    @cached_property
    def _single(self) -> "SingleFacts":
        from committee_desk.storage.books.single_facts import SingleFacts  # noqa: PLC0415 - a year is ranked without

        return SingleFacts(self._connection)

    def year_inputs(self, scheme: Scheme, year: int, day: date | None = None) -> YearInputs:
        """Everything that the year's scores depend on, by what is dated up to `day` where one is given."""
        asked = Asked(scheme, year, day)
        codes = dict(self._rows(sa.select(persons.c.id, persons.c.code)))
        held = self._stays(year)
        return YearInputs(
            year=year,
            stays=held,
            cases=self._cases.sums(asked, codes, held) if scheme.counts_cases else [],
            events=self._events(asked, codes),
            leader_marks=self._leader_marks(year, codes),
            ballots=self._ballots(year, codes),
            leave=[
                Leave(codes[row.person_id], row.kind, row.since, row.until)
                for row in self._rows(sa.select(leave).where(leave.c.ended_by.is_(None)))
            ],
            sanctions=[
                Sanction(codes[row.person_id], row.kind, row.document, row.decided, row.closed, row.term)
                for row in self._rows(sa.select(sanctions).where(sanctions.c.ended_by.is_(None)))
            ],
            day=day,
        )

    @property
    def set_aside(self) -> int:
        """How many rows were written to the tables in memory that sums are worked out with: nothing of the desk."""
        return self._cases.set_aside

    def decided(self, year: int) -> bool:
        """Whether any decision about the year's grading holds."""
        held = sa.exists().where(grading_decisions.c.year == year, grading_decisions.c.ended_by.is_(None))
        return bool(self._connection.scalar(sa.select(held)))

    def person_facts(self, year: int, code: str) -> "PersonFacts":
        """One person's facts with their sources."""
        return self._single.of(year, code)

    def _rows(self, asked: sa.Select[Any]) -> Sequence[Any]:
        return self._connection.execute(asked).all()

    def _stays(self, year: int) -> list[Stay]:
        first, last = date(year, 1, 1), date(year, 12, 31)
        s = stays.c
        asked = (
            sa.select(persons.c.code, s.name, departments.c.name, s.category, s.is_leader, s.since, s.until, s.factor)
            .select_from(stays.join(persons).join(departments))
            .where(s.ended_by.is_(None), sa.or_(s.since.is_(None), s.since <= last))
            .where(sa.or_(s.until.is_(None), s.until >= first))
        )
        categories = {str(each): each for each in Category}
        return [
            Stay(code, name, department, categories[category], None, None, None, None, None, leads, None, *rest)
            for code, name, department, category, leads, *rest in self._rows(asked)
        ]

    def _events(self, asked: Asked, codes: Mapping[int, str]) -> dict[str, dict[str, Amount]]:
        e = events.c
        rows = (
            sa.select(e.person_id, e.indicator, _finer(e.points), _added(e.points))
            .where(e.ended_by.is_(None), e.year == asked.year, *([e.day <= asked.day] if asked.day else []))
            .group_by(e.person_id, e.indicator)
        )
        found: defaultdict[str, dict[str, Amount]] = defaultdict(dict)
        finer: set[str] = set()
        for person_id, indicator, is_finer, points in self._rows(rows):
            code = codes[person_id]
            found[code][indicator] = points
            if is_finer:
                finer.add(code)
        for code in finer:
            found |= event_sums([each.fact for each in self._single.events(asked.year, code)], asked.year, asked.day)
        return found

    def _leader_marks(self, year: int, codes: Mapping[int, str]) -> dict[str, MarkSum]:
        m = leader_marks.c
        rows = (
            sa.select(m.person_id, _added(m.mark), sa.func.count())
            .where(m.ended_by.is_(None), m.year == year)
            .group_by(m.person_id)
        )
        found: dict[str, MarkSum] = {}
        for person_id, total, number in self._rows(rows):
            code = codes[person_id]
            found[code] = MarkSum(total, number)
            if isinstance(total, float):
                found |= mark_sums(each.fact for each in self._single.leader_marks(year, code))
        return found

    def _ballots(self, year: int, codes: Mapping[int, str]) -> dict[str, list[BallotSum]]:
        b = ballots.c
        raw = sa.type_coerce(b.mark, sa.Integer)
        rows = (
            sa.select(
                *(b.person_id, b.ballot_class, _added(b.mark), sa.func.count()),
                *(sa.func.min(raw), sa.func.max(raw)),
            )
            .where(b.ended_by.is_(None), b.year == year, b.mark.is_not(None))
            .group_by(b.person_id, b.ballot_class)
        )
        found: dict[str, list[BallotSum]] = {}
        finer: set[str] = set()
        for person_id, ballot_class, total, *rest in self._rows(rows):
            code = codes[person_id]
            found.setdefault(code, []).append(BallotSum(ballot_class, total, *rest))
            if isinstance(total, float):
                finer.add(code)
        for code in finer:
            found |= ballot_sums(self._single.ballots(year, code))
        return found


def _finer(column: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    """How many of the rows hold text; a sum takes the text of an enormous whole number for the number itself."""
    return sa.func.sum(sa.type_coerce(sa.func.typeof(column) != "integer", sa.Integer))


def _added(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The sum of the rows' whole units."""
    return sa.func.sum(sa.type_coerce(column, sa.Integer))
