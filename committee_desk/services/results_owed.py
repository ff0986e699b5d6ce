"""What the results of a year owe: the 院党组's decision, notices to serve, signatures, the archiving."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from committee_desk.domain.course import Stage
from committee_desk.domain.results import ResultState
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_archiving import DECISIONS, published_otherwise, waiting_of
from committee_desk.services.result_reading import view_of
from committee_desk.services.result_refusals import Bar
from committee_desk.services.result_views import ResultRow
from committee_desk.services.views import Owed

NAMED_AT_MOST = 5
_UNPUBLISHED = frozenset({Bar.UNPUBLISHED, Bar.FIGURES})
"""Whoever waits for a notice or for its window: the publication owes it."""


def owed(uow: UnitOfWork, year: int, _today: date, _names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台; nothing before the window was closed once."""
    stage = uow.course.stage(year)
    if stage is not Stage.CLOSED and not uow.results.of_year(year):
        return
    view = view_of(uow, year)
    barred = [row for row in view.rows if row.barred is not None and row.barred.bar not in _UNPUBLISHED]
    if barred and stage is Stage.CLOSED:
        yield _line("results_barred", barred, blocking=True)
    if to_decide := [row for row in view.rows if row.decidable]:
        yield _line("results_to_decide", to_decide)
    for kind, state in (("results_to_serve", ResultState.DECIDED), ("results_to_sign", ResultState.NOTIFIED)):
        if waiting := [row for row in view.rows if row.state is state and not row.renewed]:
            yield _line(kind, waiting)
    lacking = waiting_of(view) or published_otherwise(view) or view.waiting or view.unsealed
    if stage is Stage.CLOSED and view.rows and not lacking:
        yield Owed("results_to_archive", DECISIONS, {"count": 1, "year": year})


def _line(kind: str, rows: Sequence[ResultRow], *, blocking: bool = False) -> Owed:
    names = tuple(row.name for row in rows[:NAMED_AT_MOST])
    codes = tuple(row.code for row in rows)
    return Owed(kind, DECISIONS, {"count": len(rows), "names": names, "codes": codes}, blocking=blocking)
