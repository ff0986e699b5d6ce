"""What closing a window lacks: each said in the sentence in which closing would be refused."""

from collections.abc import Iterator
from datetime import datetime

from committee_desk.domain.calendar import YearNotHeld
from committee_desk.domain.course import Stage
from committee_desk.domain.publication import NotHanging, StepWhy
from committee_desk.services.course_moves import stage_of
from committee_desk.services.course_views import Lack, Owing
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_reading import running
from committee_desk.services.publication_refusals import RecountFirst, TooEarlyToClose
from committee_desk.services.publication_window import hangings_of, next_step

PUBLICATION = "publication"


def lacks_to_close(uow: UnitOfWork, year: int, now: datetime) -> Iterator[Lack]:
    """A place where it hangs no more, a calendar that changed or is not held, a cut-off that has not come."""
    if stage_of(uow, year) is not Stage.PUBLISHED:
        return
    view = running(uow, year)
    try:
        step = next_step(uow, view.window, hangings_of(view.postings), StepWhy.RECOUNTED, now)
    except (NotHanging, YearNotHeld) as fault:
        yield Lack("publication.window", PUBLICATION, {"fault": fault}, Owing.SECRETARY)
        return
    if step is not None:
        recount = RecountFirst(view.window.last_day, step.last_day)
        yield Lack("publication.recount", PUBLICATION, {"fault": recount}, Owing.SECRETARY)
    if now < view.window.closes_at:
        yield Lack("publication.time", PUBLICATION, {"fault": TooEarlyToClose(view.window.closes_at, now)}, Owing.TIME)
