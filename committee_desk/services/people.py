"""The people of a year, and everything recorded about one of them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from committee_desk.domain.errors import DeskError
from committee_desk.domain.roles import Right
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.people_book import LatestStay
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import PersonCard, RosterRow, Traced

F = TypeVar("F", Leave, Sanction)


class NoSuchPerson(DeskError):
    """Nobody on this desk bears that code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class OpenedStanding(NamedTuple):
    """The decisions on one person, and the entry that says who opened them."""

    sanctions: tuple[Traced[Sanction], ...]
    change: Change


class PeopleDesk:
    """Lists people and shows one."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.SEE_PEOPLE)
    def roster(self, year: int) -> tuple[RosterRow, ...]:
        """Everybody with a stay that touches the year, by code. Decisions and leave are for who may see them."""
        reasons = self._seat.may(Right.SEE_SANCTIONS)
        first, last = date(year, 1, 1), date(year, 12, 31)
        with self._open.reading() as uow:
            latest = uow.people.latest_stays(first, last)
            leave = _by_code(uow.people.leave() if reasons else ())
            sanctions = _by_code(uow.people.sanctions() if reasons else ())
        return tuple(
            _roster_row(each, standing_of(sanctions[each.stay.code], year), days_away(leave[each.stay.code], year))
            for each in latest
        )

    @allowed(Right.SEE_PEOPLE)
    def card(self, code: str, year: int) -> PersonCard:
        """Everything recorded about one person; the name is that of the latest stay that touches the year.

        Decisions and leave are for who may see them.
        """
        reasons = self._seat.may(Right.SEE_SANCTIONS)
        with self._open.reading() as uow:
            stays = uow.people.stays(code)
            if not stays:
                raise NoSuchPerson(code)
            touching = [s.fact for s in stays if s.fact.since is None or s.fact.since.year <= year]
            name = (touching or [stays[-1].fact])[-1].name
            leave = uow.people.leave(code) if reasons else ()
            return PersonCard(code, name, stays, leave, uow.people.sanctions(code) if reasons else ())

    @allowed(Right.SEE_SANCTIONS)
    def open_standing(self, actor: Actor, code: str, year: int) -> OpenedStanding:
        """Decisions on one person with their reasons; who opened them is journalled."""
        with self._open.writing() as uow:
            if not uow.people.stays(code):
                raise NoSuchPerson(code)
            sanctions = uow.people.sanctions(code)
            entry = uow.journal.append(actor, "standing.open", code, {"year": year})
            uow.commit()
        return OpenedStanding(sanctions, Change.of(entry=entry))


def standing_of(sanctions: Iterable[Sanction], year: int) -> tuple[str, ...]:
    """The kinds of sanctions decided in the year, and of cases still open whenever they were opened."""
    return tuple(
        dict.fromkeys(s.kind for s in sanctions if s.decided.year == year or (s.closed is None and "未结" in s.kind))
    )


def days_away(leave: Iterable[Leave], year: int) -> int:
    """Calendar days of the year on leave of any kind, a day counted once."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    away, counted = 0, first - timedelta(days=1)
    for since, until in sorted((each.since, each.until) for each in leave):
        begin, end = max(since, counted + timedelta(days=1)), min(until, last)
        if begin <= end:
            away += (end - begin).days + 1
            counted = end
    return away


def _by_code(traced: Iterable[Traced[F]]) -> defaultdict[str, list[F]]:
    gathered: defaultdict[str, list[F]] = defaultdict(list)
    for each in traced:
        gathered[each.fact.code].append(each.fact)
    return gathered


def _roster_row(latest: LatestStay, standing: tuple[str, ...], leave_days: int) -> RosterRow:
    stay = latest.stay
    return RosterRow(
        code=stay.code,
        name=stay.name,
        department=stay.department,
        category=stay.category,
        post=stay.post or "",
        rank=stay.rank or "",
        is_leader=stay.is_leader,
        since=stay.since,
        until=stay.until,
        stays=latest.stays,
        standing=standing,
        leave_days=leave_days,
    )
