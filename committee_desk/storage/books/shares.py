"""Shares of cases with their cases' names: the columns and the joins that every reader of them takes."""

from decimal import Decimal

from committee_desk.domain.cases import CaseShare
from committee_desk.storage.books.sources import AnyRow
from committee_desk.storage.office_tables import case_numbers, departments, persons, weightings
from committee_desk.storage.score_tables import case_shares

SHARES_NAMED = case_shares.join(case_numbers).join(persons).join(weightings).outerjoin(departments)
SHARE_COLUMNS = (
    *case_shares.c,
    case_numbers.c.number,
    persons.c.code,
    weightings.c.kind,
    weightings.c.persons,
    weightings.c.difficulty,
    departments.c.name.label("department"),
)


def share_of(row: AnyRow) -> CaseShare:
    """The share that a row of `SHARE_COLUMNS` holds."""
    return CaseShare(
        number=row.number,
        kind=row.kind,
        code=row.code,
        accepted=row.accepted,
        closed=row.closed,
        title=row.title,
        department=row.department,
        share=row.share,
        persons=row.persons,
        difficulty=Decimal(row.difficulty) if row.difficulty else None,
        due=row.due,
        outcome=row.outcome,
    )
