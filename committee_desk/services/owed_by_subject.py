"""What each subject of the desk owes, gathered for 工作台."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.services import (
    categories_owed,
    committee_owed,
    course_owed,
    effects_owed,
    entry_owed,
    evaluations_owed,
    marks_owed,
    months_owed,
    objections_owed,
    proceedings_owed,
    publication_owed,
    results_owed,
    rounds_owed,
    scheme_owed,
    signing_owed,
)
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.views import Owed

SUBJECTS = (
    course_owed.owed,
    publication_owed.owed,
    committee_owed.owed,
    objections_owed.owed,
    proceedings_owed.owed,
    effects_owed.owed,
    results_owed.owed,
    signing_owed.owed,
    scheme_owed.owed,
    evaluations_owed.owed,
    entry_owed.owed,
    months_owed.owed,
    marks_owed.owed,
    rounds_owed.owed,
    categories_owed.owed,
)
"""In the order in which a clerk would ask."""


def owed_by_subject(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """Every subject's lines; `names` are the year's people by code."""
    for owed in SUBJECTS:
        yield from owed(uow, year, today, names)
