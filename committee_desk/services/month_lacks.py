"""What a month lacks before it should be closed: each with the page that settles it."""

from collections.abc import Iterator
from datetime import date

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.months import ends_a_quarter, last_day, quarter_of
from committee_desk.domain.people import Category
from committee_desk.services.month_views import Lack
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import MONTHS_GRADED, is_on

ENTRY, CASES, SCHEME, SYSTEM = "entry", "cases", "scheme", "system"
"""The pages where what is missing is settled."""
NAMED_AT_MOST = 5


def lacks_of(uow: UnitOfWork, year: int, month: int, today: date) -> tuple[Lack, ...]:
    """Everything that a careful clerk would ask for first, the nearest to typing first."""
    since, until = date(year, month, 1), last_day(year, month)
    return (
        *_entered(uow, since, until),
        *_evaluated(uow, since, until),
        *_silent(uow, since, until),
        *_graded(uow, year, month, until),
        *_founded(uow, year),
        *([Lack("running", ENTRY, {"until": until})] if since <= today < until else []),
    )


def _entered(uow: UnitOfWork, since: date, until: date) -> Iterator[Lack]:
    drafts = uow.months.drafts(until.year, until.month)
    if drafts:
        facts = {"count": len(drafts), "numbers": drafts[:NAMED_AT_MOST]}
        yield Lack("drafts", ENTRY, facts, (until.month, drafts[0]))
    unapproved = uow.months.unapproved(since, until)
    if unapproved:
        yield Lack("unapproved", ENTRY, {"count": unapproved}, (until.month, None))


def _evaluated(uow: UnitOfWork, since: date, until: date) -> Iterator[Lack]:
    cases = uow.months.unevaluated(since, until)
    if cases:
        first = tuple(case.number for case in cases[:NAMED_AT_MOST])
        yield Lack("unevaluated", CASES, {"count": len(cases), "numbers": first}, first[0])


def _silent(uow: UnitOfWork, since: date, until: date) -> Iterator[Lack]:
    """Departments of prosecutors from which the month brought nothing at all: no event, no draft, no closed case."""
    expected = {
        stay.department for stay in uow.people.stays_touching(since, until) if stay.category is Category.PROSECUTOR
    }
    silent = sorted(expected - uow.months.heard_from(since, until))
    if silent:
        facts = {"count": len(silent), "names": tuple(silent[:NAMED_AT_MOST])}
        yield Lack("silent", ENTRY, facts, (until.month, None))


def _graded(uow: UnitOfWork, year: int, month: int, until: date) -> Iterator[Lack]:
    if not (is_on(uow, MONTHS_GRADED) and ends_a_quarter(month)):
        return
    given = {each.code for each in uow.months.grades(year, quarter_of(month))}
    there = {stay.code for stay in uow.people.stays_touching(until, until) if not stay.is_leader}
    if there - given:
        facts: dict[str, object] = {"count": len(there - given), "quarter": quarter_of(month)}
        yield Lack("ungraded", ENTRY, facts, (month, None))


def _founded(uow: UnitOfWork, year: int) -> Iterator[Lack]:
    categories = uow.months.unadopted(year)
    if categories:
        yield Lack("unadopted", SCHEME, {"categories": categories})
    if not WorkingCalendar(uow.calendar.days()).holds(year):
        yield Lack("calendar", SYSTEM, {"year": year})
