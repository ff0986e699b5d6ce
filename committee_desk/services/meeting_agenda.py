"""What a meeting is called for: a day near its year, a place, an agenda whose items are told apart."""

from datetime import date, datetime

from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.said import said
from committee_desk.services.clock import CHINA
from committee_desk.services.committee_rules import require_committee
from committee_desk.services.meeting_refusals import (
    AgendaEmpty,
    ItemTwice,
    ItemUntitled,
    ItemVoted,
    ItemWithoutPeople,
    MeetingBeforeItsMatter,
    MeetingOfAnotherTime,
    PlaceMissing,
)
from committee_desk.services.meeting_state import MeetingNow, laid_of
from committee_desk.services.meeting_views import Called
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import UnitOfWork

YEARS_AFTER = 2
"""So long after its year a year's grades may still be met about: a correction, a late re-review."""
ABOUT_SOMEBODY = frozenset({ItemKind.TIE, ItemKind.INCOMPLETE, ItemKind.REVIEW})


def as_called(uow: UnitOfWork, year: int, wanted: Called, today: date, number: int = 0) -> Called:
    """What is kept of it; refused where it is no meeting, or the committee none that the law knows on that day.

    Of a day that has come, the committee must be one today too: nobody meets as the committee that was.
    """
    at = _in_china(wanted.at)
    if not year <= at.year <= year + YEARS_AFTER:
        raise MeetingOfAnotherTime(year, at.date())
    if not (place := said(wanted.place, "place")):
        raise PlaceMissing
    if not wanted.agenda:
        raise AgendaEmpty
    agenda = tuple(_item(uow, place_, each) for place_, each in enumerate(wanted.agenda, start=1))
    ids = [each.id for each in agenda]
    for each in ids:
        if ids.count(each) > 1:
            raise ItemTwice(each)
    _require_its_matter(uow, year, number, at, agenda)
    for day in dict.fromkeys((at.date(), max(at.date(), today))):
        require_committee(uow, day)
    return Called(at, place, agenda)


def _require_its_matter(uow: UnitOfWork, year: int, number: int, at: datetime, agenda: tuple[AgendaItem, ...]) -> None:
    """Refuse a meeting before there was what it is about: the list that is proposed, the year's last day."""
    kinds = {each.kind for each in agenda}
    over = datetime(year, 12, 31, tzinfo=CHINA)
    if kinds & ABOUT_SOMEBODY and at < over:
        raise MeetingBeforeItsMatter(year, number, at, over, 0)
    laid = laid_of(uow, year) if ItemKind.GRADES in kinds else None
    if laid is not None and at < laid[1]:
        raise MeetingBeforeItsMatter(year, number, at, laid[1], laid[0])


def _in_china(at: datetime) -> datetime:
    return at.replace(tzinfo=CHINA) if at.utcoffset() is None else at.astimezone(CHINA)


def _item(uow: UnitOfWork, place: int, wanted: AgendaItem) -> AgendaItem:
    if not (title := said(wanted.title, "title")):
        raise ItemUntitled(place)
    about = tuple(dict.fromkeys(wanted.about))
    if wanted.kind in ABOUT_SOMEBODY and not about:
        raise ItemWithoutPeople(title)
    for code in about:
        if not uow.people.stays(code):
            raise NoSuchPerson(code)
    return AgendaItem(said(wanted.id, "number") or str(place), ItemKind(wanted.kind), title, about)


def require_voted_kept(now: MeetingNow, wanted: Called) -> None:
    """Refuse an agenda that drops or changes an item on which something was voted."""
    voted = {each.item for each in now.votes}
    kept = {(each.id, each.kind, each.about) for each in wanted.agenda}
    for item in now.held.agenda:
        if item.id in voted and (item.id, item.kind, item.about) not in kept:
            raise ItemVoted(now.held.year, now.held.number, item.title)
