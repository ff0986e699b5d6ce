"""What a publication owes: a notice to hang again, a calendar to count anew by, a notice still hanging once closed."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from committee_desk.domain.course import Stage
from committee_desk.domain.publication import CHINA
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_views import PublicationOwed
from committee_desk.services.publication_window import hangings_of, owed_by_window
from committee_desk.services.views import Owed

PUBLICATION = "publication"


def owed(uow: UnitOfWork, year: int, today: date, _names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台; nothing before something is posted. That the window is to be closed, the course says."""
    stage = uow.course.stage(year)
    if not Stage.PUBLISHED.is_reached_at(stage):
        return
    for each in _of(uow, year, stage, today):
        facts: dict[str, object] = {"count": 1, "place": each.place, "day": each.day, "year": each.number}
        yield Owed(f"publication_{each.kind}", PUBLICATION, facts, blocking=each.kind != "take_down")


def _of(uow: UnitOfWork, year: int, stage: Stage, today: date) -> tuple[PublicationOwed, ...]:
    standing = [each.version for each in uow.publication.versions(year) if each.taken_back is None]
    if not standing:
        return ()
    postings = uow.publication.postings(year, standing[-1])
    if Stage.CLOSED.is_reached_at(stage):
        return tuple(PublicationOwed("take_down", place=each.place) for each in postings if each.taken is None)
    now = datetime.combine(today, time(), CHINA)
    return owed_by_window(uow, uow.publication.window(year, standing[-1]), hangings_of(postings), now)
