"""Taking 复核 and 申诉 down: which late objections can be taken over, and what is kept of a new application."""

from datetime import datetime

from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.remedies import ApplicationState, Remedy
from committee_desk.services.application_refusals import NoRemedyOpen, NoResultKnown
from committee_desk.services.application_rules import Fit, clock_of
from committee_desk.services.application_views import HeldApplication, Offered
from committee_desk.services.objection_rules import people_of, to_the_minute
from committee_desk.services.ports import UnitOfWork


def offered(uow: UnitOfWork, year: int, now: datetime) -> tuple[Offered, ...]:
    """The late objections to an own result that can be taken over as 复核 now."""
    people, taken = people_of(uow, year), {each.objection for each in uow.applications.of_year(year)}
    found = []
    for held in uow.objections.of_year(year):
        waits = held.state is ObjectionState.ROUTED and held.number not in taken and not held.other
        if not waits or held.code not in people:
            continue
        try:
            clock = clock_of(uow, year, people[held.code], Remedy.REVIEW, to_the_minute(now))
        except (NoResultKnown, NoRemedyOpen):
            continue
        name = people[held.code].name
        told = (held.code, name, held.grounds, held.evidence, held.request, clock.last_day)
        found.append(Offered(held.number, held.label, *told))
    return tuple(found)


def laid_down(year: int, number: int, fit: Fit, typed: datetime) -> HeldApplication:
    """The application as its book first holds it."""
    told, clock = fit.wanted, fit.clock
    return HeldApplication(
        year=year,
        number=number,
        kind=told.remedy,
        code=told.code,
        version=clock.version,
        grounds=told.grounds,
        evidence=told.evidence,
        request=told.request,
        received=told.received,
        receiver=told.receiver,
        typed=typed,
        last_day=clock.last_day,
        in_time=clock.in_time,
        decide_by=clock.decide_by,
        extended_to=None,
        organ=told.organ,
        objection=told.objection,
        proceeding=None,
        state=ApplicationState.RECEIVED,
        outcome="",
        document="",
        decided=None,
    )


def journalled(held: HeldApplication) -> dict[str, object]:
    """What the journal says of a new application; its words stand in the row that the entry seals."""
    named = ("year", "kind", "code", "version", "received", "receiver", "typed", "last_day", "in_time", "objection")
    return {name: getattr(held, name) for name in named}
