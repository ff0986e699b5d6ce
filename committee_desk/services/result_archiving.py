"""What has to be done before a year is archived: everybody decided, served and signed, and nothing open."""

from collections.abc import Iterator
from datetime import datetime

from committee_desk.domain.results import ResultState
from committee_desk.services.course_views import Lack, Owing
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_reading import view_of
from committee_desk.services.result_refusals import NotAllSigned, PublishedOtherwise, SealedBeforeRefusal, StillOpen
from committee_desk.services.result_views import ResultsView

DECISIONS, OBJECTIONS, PUBLICATION = "decisions", "objections", "publication"


def waiting_of(view: ResultsView) -> tuple[tuple[str, ResultState], ...]:
    """Who waits for what: the name, and the state beyond which the result has not come."""
    return tuple(
        (row.name, ResultState.OPEN if row.renewed else row.state)
        for row in view.rows
        if row.renewed or row.state not in {ResultState.SIGNED, ResultState.ARCHIVED}
    )


def published_otherwise(view: ResultsView) -> tuple[str, ...]:
    """Of whom the last notice says something else than what stands: it is published again first."""
    return tuple(row.name for row in view.rows if row.unpublished)


def require_archivable(view: ResultsView) -> None:
    """Refuse (NotAllSigned, PublishedOtherwise, StillOpen, SealedBeforeRefusal) to archive what is not through."""
    if waiting := waiting_of(view):
        raise NotAllSigned(view.year, waiting)
    if otherwise := published_otherwise(view):
        raise PublishedOtherwise(view.year, otherwise)
    if view.waiting:
        raise StillOpen(view.year, view.waiting)
    if view.unsealed:
        raise SealedBeforeRefusal(view.year, view.unsealed)


def lacks_to_archive(uow: UnitOfWork, year: int, _now: datetime) -> Iterator[Lack]:
    """The same as lines of the year's process."""
    view = view_of(uow, year)
    if waiting := waiting_of(view):
        fault = NotAllSigned(year, waiting)
        first = next((row.code for row in view.rows if row.name == waiting[0][0]), None)
        yield Lack("results.waiting", DECISIONS, {"fault": fault, "count": len(waiting)}, Owing.SECRETARY, first)
    if otherwise := published_otherwise(view):
        told = PublishedOtherwise(year, otherwise)
        yield Lack("results.unpublished", PUBLICATION, {"fault": told, "count": len(otherwise)}, Owing.SECRETARY)
    if view.waiting:
        open_ones = StillOpen(year, view.waiting)
        yield Lack("results.open", OBJECTIONS, {"fault": open_ones, "count": len(view.waiting)}, Owing.COMMITTEE)
    if view.unsealed:
        silent = SealedBeforeRefusal(year, view.unsealed)
        yield Lack("results.unsealed", DECISIONS, {"fault": silent, "count": len(view.unsealed)}, Owing.SECRETARY)
