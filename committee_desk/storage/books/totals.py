"""What scoring a year starts from, added up in SQL.

SQL adds whole numbers only. A row that holds something finer (a share of 0.333333333333333), or a case without a
department whose handler moved in the year, makes its person's rows be read one by one and added up by the domain.
Where a column holds such text among its integers, SQLite's sum is a float: that is how it is noticed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from committee_desk.domain.cases import weight
from committee_desk.domain.exact import SHARE, WEIGHT, Amount, in_units
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.person_facts import PersonFacts
from committee_desk.domain.ratings import BallotMark, BallotSum, MarkSum
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.domain.summing import YearFacts, ballot_sums, case_sums, event_sums, mark_sums, review_points
from committee_desk.domain.sums import CaseSum, YearInputs
from committee_desk.storage.books.single_facts import SingleFacts
from committee_desk.storage.exact import BILLION
from committee_desk.storage.tables import (
    ballots,
    case_shares,
    departments,
    events,
    leader_marks,
    leave,
    persons,
    reviews,
    sanctions,
    stays,
    weightings,
)

_working = sa.MetaData()
_weights = sa.Table(
    "weights_of_the_scheme",
    _working,
    sa.Column("weighting_id", sa.Integer, primary_key=True),
    sa.Column("weight", sa.Integer),
    prefixes=["TEMPORARY"],
)
"""The scheme's weight of every weighting in use, worked out by the domain; null where it is finer than the units."""
_marks = sa.Table(
    "marks_of_cases",
    _working,
    sa.Column("case_id", sa.Integer, primary_key=True),
    *(sa.Column(name, sa.Integer) for name in ("mark", "points", "best")),
    prefixes=["TEMPORARY"],
)
"""Every review that counts, in units; without points where the domain has to look at it. Half a million shares find
theirs here in half the time that `reviews` takes."""


class _Asked(NamedTuple):
    scheme: Scheme
    year: int
    day: date | None


class TotalsRows:
    """The book of a year's sums, of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._single = SingleFacts(connection)
        self.set_aside = 0
        """How many rows were written to the tables in memory that sums are worked out with: nothing of the desk."""

    def year_inputs(self, scheme: Scheme, year: int, day: date | None = None) -> YearInputs:
        """Everything that the year's scores depend on, by what is dated up to `day` where one is given."""
        asked = _Asked(scheme, year, day)
        codes = dict(self._rows(sa.select(persons.c.id, persons.c.code)))
        held = self._stays(year)
        before = self._changes()
        cases = self._cases(asked, codes, held) if scheme.counts_cases else []
        self.set_aside += self._changes() - before
        return YearInputs(
            year=year,
            stays=held,
            cases=cases,
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

    def person_facts(self, year: int, code: str) -> PersonFacts:
        """One person's facts with their sources."""
        return self._single.of(year, code)

    def ballots(self, year: int, code: str) -> tuple[BallotMark, ...]:
        """One person's single marks without their slips."""
        return self._single.ballots(year, code)

    def _changes(self) -> int:
        return int(self._connection.exec_driver_sql("SELECT total_changes()").scalar_one())

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

    def _cases(self, asked: _Asked, codes: Mapping[int, str], held: Sequence[Stay]) -> list[CaseSum]:
        self._weigh(asked.scheme)
        self._renew(_marks)
        self._connection.execute(_marks_of_cases(asked))
        names = dict(self._rows(sa.select(departments.c.id, departments.c.name)))
        steady = _steady(held, asked.year)
        sums: dict[tuple[str, str | None], CaseSum] = {}
        one_by_one: set[str] = set()
        for person_id, department_id, odd, *added in self._rows(_case_sums(asked)):
            code = codes[person_id]
            department = names[department_id] if department_id is not None else steady.get(code)
            if odd or department is None or float in map(type, added):
                one_by_one.add(code)
                continue
            each = CaseSum(code, department, *(number or 0 for number in added))
            before = sums.get((code, department))
            sums[code, department] = before.plus(each) if before else each
        whole = [each for (code, _), each in sums.items() if code not in one_by_one]
        return [*whole, *self._cases_one_by_one(asked, one_by_one, held)]

    def _renew(self, working: sa.Table) -> None:
        """An empty working table, which lives and dies with the connection."""
        self._connection.execute(sa.schema.CreateTable(working, if_not_exists=True))
        self._connection.execute(sa.delete(working))

    def _weigh(self, scheme: Scheme) -> None:
        self._renew(_weights)
        rows = []
        for each in self._connection.execute(sa.select(weightings)):
            if each.kind in scheme.cases.weights:
                difficulty = Decimal(each.difficulty) if each.difficulty else None
                units = in_units(weight(scheme.cases, each.kind, each.persons, difficulty), WEIGHT)
                rows.append({"weighting_id": each.id, "weight": units if isinstance(units, int) else None})
        if rows:
            self._connection.execute(sa.insert(_weights), rows)

    def _cases_one_by_one(self, asked: _Asked, codes: set[str], held: Sequence[Stay]) -> list[CaseSum]:
        found: list[CaseSum] = []
        theirs = [stay for stay in held if stay.code in codes]
        for code in sorted(codes):
            cases = self._single.cases(asked.year, code)
            facts = YearFacts(
                stays=[stay for stay in theirs if stay.code == code],
                shares=[share.fact for share, _ in cases],
                reviews=[review.fact for _, review in cases if review is not None],
            )
            found += case_sums(asked.scheme, facts, asked.year, asked.day)
        return found

    def _events(self, asked: _Asked, codes: Mapping[int, str]) -> dict[str, dict[str, Amount]]:
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


def _case_sums(asked: _Asked) -> sa.Select[Any]:
    """One pass over the index of the year's shares, each with its case's review."""
    s, m, w, count, total = case_shares.c, _marks.c, _weights.c, sa.func.count, sa.func.sum
    whole, finest = sa.type_coerce(s.share, sa.Integer), BILLION // SHARE
    share = whole // finest
    unweighed, unheard_of = count() - count(w.weight), count(m.case_id) - count(m.points)
    counted = [s.year == asked.year, s.ended_by.is_(None), *([s.closed <= asked.day] if asked.day else [])]
    return (
        sa.select(
            s.person_id,
            s.department_id,
            unweighed + unheard_of + total(whole % finest),
            total(share * w.weight),
            *(
                total(whole).filter(which) // finest
                for which in (s.due.is_not(None), s.closed <= s.due, m.case_id.is_not(None))
            ),
            total(share * m.mark),
            total(m.points),
            total(m.best),
        )
        .select_from(
            case_shares.outerjoin(_weights, w.weighting_id == s.weighting_id).outerjoin(_marks, m.case_id == s.case_id)
        )
        .where(*counted)
        .group_by(s.person_id, s.department_id)
    )


def _marks_of_cases(asked: _Asked) -> sa.Insert:
    """The reviews in units."""
    r = reviews.c
    both, finest = sa.type_coerce(r.substance, sa.Integer) + sa.type_coerce(r.procedure, sa.Integer), BILLION // WEIGHT
    is_whole = sa.and_(sa.func.typeof(both) == "integer", both % finest == 0)
    known: list[sa.ColumnElement[bool]] = [r.ended_by.is_(None)]
    if asked.day is not None:
        known.append(sa.or_(r.reviewed.is_(None), r.reviewed <= asked.day))
    points = sa.case((is_whole, _points_of_grades(asked)))
    held = sa.select(r.case_id, both // finest, points, r.grade == asked.scheme.best_review).where(*known)
    return sa.insert(_marks).from_select(_marks.c.keys(), held)


def _points_of_grades(asked: _Asked) -> sa.ColumnElement[Any]:
    """The points of a review's grade in units; null for one that the domain has to look at."""
    grades = dict.fromkeys(grade for each in asked.scheme.review_dictionaries for grade in each.points)
    units = {grade: in_units(review_points(asked.scheme, grade, asked.year), WEIGHT) for grade in grades}
    return sa.case({grade: points for grade, points in units.items() if isinstance(points, int)}, value=reviews.c.grade)


def _finer(column: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    """How many of the rows hold text; a sum takes the text of an enormous whole number for the number itself."""
    return sa.func.sum(sa.type_coerce(sa.func.typeof(column) != "integer", sa.Integer))


def _added(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The sum of the rows' whole units."""
    return sa.func.sum(sa.type_coerce(column, sa.Integer))


def _steady(held: Sequence[Stay], year: int) -> dict[str, str]:
    """The department of everybody who was in the same one all year, in whatever category."""
    found: dict[str, str] = {}
    moved: set[str] = set()
    first, last = date(year, 1, 1), date(year, 12, 31)
    for stay in held:
        if stay.code in found or not (stay.covers(first) and stay.covers(last)):
            moved.add(stay.code)
        found[stay.code] = stay.department
    return {code: department for code, department in found.items() if code not in moved}
