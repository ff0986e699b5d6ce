"""What the cases of a year come to, added up in SQL beside the weights and review points that the domain works out.

A share finer than SQL's whole units (0.333333333333333), or a case without a department whose handler moved in the
year, makes its person's cases be read one by one and added up by the domain. Where a column holds such text among its
integers, SQLite's sum is a float: that is how it is noticed.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from committee_desk.domain.cases import weight
from committee_desk.domain.exact import SHARE, WEIGHT, in_units
from committee_desk.domain.people import Stay
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.summing import YearFacts, case_sums, review_points
from committee_desk.domain.sums import CaseSum
from committee_desk.storage.exact import BILLION
from committee_desk.storage.office_tables import departments, weightings
from committee_desk.storage.score_tables import case_shares, reviews

if TYPE_CHECKING:
    from committee_desk.storage.books.single_facts import SingleFacts

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


class Asked(NamedTuple):
    """What is added up: by which scheme, of which year, and up to which day where one is given."""

    scheme: Scheme
    year: int
    day: date | None


class CaseTotals:
    """Adds up the cases of a year."""

    def __init__(self, connection: sa.Connection, single: "Callable[[], SingleFacts]") -> None:
        self._connection = connection
        self._single = single
        self.set_aside = 0
        """How many rows were written to the tables in memory that sums are worked out with: nothing of the desk."""

    def sums(self, asked: Asked, codes: Mapping[int, str], held: Sequence[Stay]) -> list[CaseSum]:
        """Everybody's cases, by department."""
        self._lay_out(asked)
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

    def _lay_out(self, asked: Asked) -> None:
        """Fill the working tables with what the domain makes of weightings and reviews."""
        before = self._changes()
        self._weigh(asked.scheme)
        self._renew(_marks)
        self._connection.execute(_marks_of_cases(asked))
        self.set_aside += self._changes() - before

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

    def _cases_one_by_one(self, asked: Asked, codes: set[str], held: Sequence[Stay]) -> list[CaseSum]:
        found: list[CaseSum] = []
        theirs = [stay for stay in held if stay.code in codes]
        for code in sorted(codes):
            cases = self._single().cases(asked.year, code)
            facts = YearFacts(
                stays=[stay for stay in theirs if stay.code == code],
                shares=[share.fact for share, _ in cases],
                reviews=[review.fact for _, review in cases if review is not None],
            )
            found += case_sums(asked.scheme, facts, asked.year, asked.day)
        return found

    def _changes(self) -> int:
        return int(self._connection.exec_driver_sql("SELECT total_changes()").scalar_one())

    def _rows(self, asked: sa.Select[Any]) -> Sequence[Any]:
        return self._connection.execute(asked).all()


def _case_sums(asked: Asked) -> sa.Select[Any]:
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


def _marks_of_cases(asked: Asked) -> sa.Insert:
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


def _points_of_grades(asked: Asked) -> sa.ColumnElement[Any]:
    """The points of a review's grade in units; null for one that the domain has to look at."""
    grades = dict.fromkeys(grade for each in asked.scheme.review_dictionaries for grade in each.points)
    units = {grade: in_units(review_points(asked.scheme, grade, asked.year), WEIGHT) for grade in grades}
    return sa.case({grade: points for grade, points in units.items() if isinstance(points, int)}, value=reviews.c.grade)


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
