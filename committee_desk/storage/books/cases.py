"""Cases as recorded now: rows for the list, and one case with its shares and review."""

from decimal import Decimal

import sqlalchemy as sa

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.evaluations import asks_for_cause
from committee_desk.services.views import CaseRow, Traced
from committee_desk.storage.books.overridden import traced
from committee_desk.storage.books.shares import SHARE_COLUMNS, SHARES_NAMED, share_of
from committee_desk.storage.books.sources import SOURCE_COLUMNS, with_source
from committee_desk.storage.office_tables import case_numbers, departments, persons, weightings
from committee_desk.storage.score_tables import case_shares, reviews, stays
from committee_desk.storage.tables import causes


class CasesRows:
    """The cases' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def rows(self, year: int) -> tuple[CaseRow, ...]:
        """The cases closed in the year and those still open, by number."""
        names = self._all_names()
        gathered: dict[str, CaseRow] = {}
        for number, handler_id, substance, procedure, grade, difficulty, *same in self._connection.execute(
            _ROWS, {"year": year}
        ):
            handler = names.get(handler_id, "")
            already = gathered.get(number)
            title, kind, department, accepted, closed, due, persons_in_it, outcome, cause = same
            if already is not None:
                told = outcome if asks_for_cause(outcome) else already.outcome or outcome
                gathered[number] = already._replace(handlers=(*already.handlers, handler), outcome=told)
                continue
            gathered[number] = CaseRow(
                number,
                title or "",
                kind,
                department or "",
                (handler,),
                accepted,
                closed,
                due,
                persons_in_it,
                Decimal(difficulty) if difficulty else None,
                None if grade is None else substance + procedure,
                grade,
                outcome,
                cause,
            )
        return tuple(gathered.values())

    def shares(self, number: str) -> tuple[Traced[CaseShare], ...]:
        """Every handler's share in the case, by code."""
        asked = (
            sa.select(*SHARE_COLUMNS, *SOURCE_COLUMNS)
            .select_from(with_source(case_shares, SHARES_NAMED))
            .where(case_shares.c.ended_by.is_(None), case_numbers.c.number == number)
            .order_by(persons.c.code)
        )
        rows = self._connection.execute(asked).all()
        return tuple(traced(self._connection, case_shares, share_of(row), row) for row in rows)

    def review(self, number: str) -> Traced[Review] | None:
        """The review of the case."""
        own = tuple(reviews.c[f] for f in Review._fields if f != "number")
        asked = (
            sa.select(case_numbers.c.number, *own, reviews.c.entry, reviews.c.row, reviews.c.overrides, *SOURCE_COLUMNS)
            .select_from(with_source(reviews, reviews.join(case_numbers)))
            .where(reviews.c.ended_by.is_(None), case_numbers.c.number == number)
        )
        row = self._connection.execute(asked).one_or_none()
        return None if row is None else traced(self._connection, reviews, Review(*row[: len(Review._fields)]), row)

    def names(self, number: str) -> dict[str, str]:
        """The names of the case's handlers by code."""
        latest = (
            sa.select(persons.c.code, stays.c.name)
            .select_from(stays.join(persons))
            .where(
                stays.c.ended_by.is_(None),
                persons.c.id.in_(
                    sa.select(case_shares.c.person_id)
                    .join(case_numbers)
                    .where(case_numbers.c.number == number, case_shares.c.ended_by.is_(None))
                ),
            )
            .order_by(persons.c.code, stays.c.since)
        )
        return {row.code: row.name for row in self._connection.execute(latest)}

    def _all_names(self) -> dict[int, str]:
        named = sa.select(stays.c.person_id, stays.c.name).where(stays.c.ended_by.is_(None)).order_by(stays.c.since)
        return {row.person_id: row.name for row in self._connection.execute(named)}


_ROWS = (
    sa.select(
        case_numbers.c.number,
        case_shares.c.person_id,
        reviews.c.substance,
        reviews.c.procedure,
        reviews.c.grade,
        weightings.c.difficulty,
        case_shares.c.title,
        weightings.c.kind,
        departments.c.name,
        case_shares.c.accepted,
        case_shares.c.closed,
        case_shares.c.due,
        weightings.c.persons,
        case_shares.c.outcome,
        causes.c.cause,
    )
    .select_from(
        case_shares.join(case_numbers)
        .join(weightings)
        .outerjoin(departments)
        .outerjoin(reviews, sa.and_(reviews.c.case_id == case_shares.c.case_id, reviews.c.ended_by.is_(None)))
        .outerjoin(causes, sa.and_(causes.c.case_id == case_shares.c.case_id, causes.c.ended_by.is_(None)))
    )
    .where(
        case_shares.c.ended_by.is_(None),
        sa.or_(case_shares.c.year == sa.bindparam("year"), case_shares.c.year.is_(None)),
    )
    .order_by(case_numbers.c.number, case_shares.c.person_id)
)
