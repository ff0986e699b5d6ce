"""What 复核 and 申诉 rest on: the version of the result that the person knows of, and the days that run from it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.people import Stay
from committee_desk.domain.proceedings import ProceedingState
from committee_desk.domain.publication import CHINA
from committee_desk.domain.remedies import (
    ApplicationState,
    Remedy,
    clocks_of,
    decide_by,
    last_day_after_review,
)
from committee_desk.domain.results import Delivery, Result
from committee_desk.domain.said import said
from committee_desk.services.application_refusals import (
    AppealNotOpen,
    ApplicationIncomplete,
    AppliedAlready,
    NoRemedyOpen,
    NoResultKnown,
    NoSuchApplication,
    NothingToTakeOver,
    ReceivedOutOfTime,
)
from committee_desk.services.application_views import Applicant, Applying, Clock, HeldApplication
from committee_desk.services.objection_recusals import require_receiver_apart
from committee_desk.services.objection_refusals import NoSuchObjection
from committee_desk.services.objection_rules import people_of, to_the_minute
from committee_desk.services.objection_views import HeldObjection
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_notices import category_of
from committee_desk.services.result_views import AfterReview
from committee_desk.services.settings import APPEAL_ORGAN, REVIEW_DAYS, SETTINGS

_STANDING = frozenset({ApplicationState.RECEIVED, ApplicationState.ACCEPTED, ApplicationState.UPHELD,
                       ApplicationState.CHANGED})  # fmt: skip
"""One that was refused or withdrawn bars no other."""


ACCEPTED = "accepted"
"""Under which name the entry of an acceptance tells its day."""


class Known(NamedTuple):
    """The newest version of a result whose notice was served, and that notice."""

    result: Result
    delivery: Delivery


def application_of(uow: UnitOfWork, year: int, number: int) -> HeldApplication:
    """The application; NoSuchApplication."""
    held = uow.applications.get(year, number)
    if held is None:
        raise NoSuchApplication(year, number)
    return held


def known_of(uow: UnitOfWork, year: int, code: str, name: str) -> Known:
    """What the person knows of: the newest version that was served. NoResultKnown where none was."""
    results = {each.version: each for each in uow.results.of_year(year) if each.code == code}
    served = [each for each in uow.results.deliveries(year) if each.code == code and each.version in results]
    if not served:
        raise NoResultKnown(name, decided=bool(results))
    newest = max(served, key=lambda each: each.version)
    return Known(results[newest.version], newest)


def clock_of(uow: UnitOfWork, year: int, stay: Stay, remedy: Remedy, received: datetime) -> Clock:
    """What an application that came then comes to.

    AppealNotOpen for 申诉 against another grade than 不称职; NoRemedyOpen where 复核 is not open either.

    The last day is the one that the notice names, and never earlier than the days from knowing give.
    """
    known = known_of(uow, year, stay.code, stay.name)
    calendar = WorkingCalendar(uow.calendar.days())
    grade, category = known.result.grade, category_of(known.result)
    open_ones = clocks_of(grade, known.delivery.known, calendar, _days(uow), category)
    if not open_ones:
        raise NoRemedyOpen(stay.name, category, grade)
    clocks = {each.remedy: each for each in open_ones}
    if remedy not in clocks:
        raise AppealNotOpen(stay.name, grade, clocks[Remedy.REVIEW].last_day)
    named = [each.last_day for each in known.delivery.remedies if each.remedy is remedy]
    last_day, since, after_review = max(clocks[remedy].last_day, *named, date.min), known.delivery.known, False
    if remedy is Remedy.APPEAL:
        later = appeal_after_review(uow, year, known.result, last_day, calendar)
        if later is not None:
            last_day, since, after_review = later.last_day, later.served, True
    in_time = received.date() <= last_day
    due = decide_by(remedy, received.date(), calendar)
    return Clock(remedy, known.result.version, grade, since, last_day, in_time, due, after_review)


def appeal_after_review(
    uow: UnitOfWork, year: int, result: Result, last_day: date, calendar: WorkingCalendar
) -> AfterReview | None:
    """How much longer than to that day 申诉 is open, as the decision (维持) on the 复核 was served; None: no longer."""
    served = _review_served(uow, year, result.code, result.version)
    if served is None or (later := last_day_after_review(served, calendar)) <= last_day:
        return None
    return AfterReview(served, later)


def applicants_of(uow: UnitOfWork, year: int) -> tuple[Applicant, ...]:
    """Everybody of the year by code, with the newest version of their result whose notice was served."""
    newest: dict[str, Delivery] = {}
    for each in sorted(uow.results.deliveries(year), key=lambda each: each.version):
        newest[each.code] = each
    grades = {(each.code, each.version): each.grade for each in uow.results.of_year(year)}
    found = []
    for code, stay in sorted(people_of(uow, year).items()):
        served = newest.get(code)
        grade = grades.get((code, served.version)) if served is not None else None
        found.append(Applicant(code, stay.name, stay.department, grade, served.known if served is not None else None))
    return tuple(found)


def accepted_on(uow: UnitOfWork, held: HeldApplication) -> date:
    """The day on which it was accepted, as the entry of its acceptance says; in an older one the day of recording."""
    history = uow.applications.history(held.year, held.number)
    first = next(each for each in history if each.state is ApplicationState.ACCEPTED)
    (entry,) = uow.journal.rows(1, before=first.entry + 1)
    told: str | None = json.loads(entry.what).get(ACCEPTED)
    return date.fromisoformat(told) if told else first.at.astimezone(CHINA).date()


def organ_of(uow: UnitOfWork) -> str:
    """The organ above, to which 申诉 goes."""
    return uow.settings.all().get(APPEAL_ORGAN, SETTINGS[APPEAL_ORGAN].default)


class Fit(NamedTuple):
    """An application that can be taken down, with its clock."""

    wanted: Applying
    clock: Clock
    stay: Stay


def fitted(uow: UnitOfWork, year: int, people: Mapping[str, Stay], wanted: Applying, typed: datetime) -> Fit:
    """The application as it can be kept; refused where something of it cannot be."""
    if wanted.code not in people:
        raise NoSuchPerson(wanted.code)
    stay, told = people[wanted.code], _readable(uow, wanted)
    clock = clock_of(uow, year, stay, told.remedy, told.received)
    known = known_of(uow, year, stay.code, stay.name).delivery.known
    if not known <= told.received.date() or told.received > typed:
        raise ReceivedOutOfTime(told.received, known, typed)
    for field in ("grounds", "receiver", *(("organ",) if told.remedy is Remedy.APPEAL else ())):
        if not getattr(told, field):
            raise ApplicationIncomplete(field)
    apart = require_receiver_apart(uow, people, told.receiver, (told.code,), application=True)
    told = told._replace(receiver=apart)
    for each in uow.applications.of_year(year):
        same = (each.code, each.kind, each.version) == (told.code, told.remedy, clock.version)
        if same and each.state in _STANDING and (each.in_time or not clock.in_time):  # a late one bars none in time
            raise AppliedAlready(each, stay.name)
    return Fit(told, clock, stay)


def routed(uow: UnitOfWork, year: int, number: int) -> HeldObjection:
    """A late objection that can be taken over as 复核."""
    held = next(iter(uow.objections.of_year(year, number)), None)
    if held is None:
        raise NoSuchObjection(year, number)
    taken = any(each.objection == number for each in uow.applications.of_year(year))
    if held.state is not ObjectionState.ROUTED or taken or held.other:
        raise NothingToTakeOver(held.label)
    return held


def _readable(uow: UnitOfWork, wanted: Applying) -> Applying:
    organ = said(wanted.organ, "office")
    if wanted.remedy is Remedy.APPEAL and not organ:
        organ = organ_of(uow)
    return wanted._replace(
        grounds=said(wanted.grounds, "grounds"),
        evidence=said(wanted.evidence, "proofs"),
        request=said(wanted.request, "request"),
        receiver=said(wanted.receiver, "receiver"),
        received=to_the_minute(wanted.received),
        organ=organ,
    )


def _review_served(uow: UnitOfWork, year: int, code: str, version: int) -> date | None:
    """When the decision on the person's 复核 of that version was served; None where there is none."""
    mine = {
        each.proceeding
        for each in uow.applications.of_year(year)
        if each.kind is Remedy.REVIEW and each.code == code and each.version == version
    }
    served = [
        each.served.day
        for each in uow.proceedings.of_year(year)
        if each.number in mine and each.served is not None and each.state is ProceedingState.UPHELD
    ]
    return max(served, default=None)


def _days(uow: UnitOfWork) -> int:
    return int(uow.settings.all().get(REVIEW_DAYS, SETTINGS[REVIEW_DAYS].default))
