"""What 评分录入 owes: drafts that do not count yet, events that wait for approval, papers claimed more than once."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.papers import Clash
from committee_desk.domain.roles import Way
from committee_desk.services.entry_claims import claims
from committee_desk.services.entry_showing import state_of
from committee_desk.services.entry_views import EventState
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.seat import way_in
from committee_desk.services.views import Owed

ENTRY = "entry"


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:  # noqa: ARG001 - as its neighbours
    """The lines of 工作台, each with the month that it leads to."""
    strict = uow.accounts.exist() and way_in(uow) is Way.STRICT
    drafts = [each.event for each in uow.entry.drafts(year)]
    for kind, state in (("events_waiting", EventState.WAITS), ("event_drafts", EventState.DRAFT)):
        found = [event for event in drafts if state_of(event, strict=strict) is state]
        if found:
            first = min(found, key=lambda event: (event.month, event.number))
            yield Owed(kind, ENTRY, {"count": len(found), "month": first.month, "number": first.number})
    odd = [
        (claim, next(each.event for each in stored if each.event.year == year))
        for claim, stored in claims(uow, dict(names))
        if claim.clash is not Clash.JOINT and any(each.event.year == year for each in stored)
    ]
    if odd:
        claim, event = odd[0]
        facts = {"count": len(odd), "title": claim.title, "month": event.month, "number": event.number}
        yield Owed("papers_claimed", ENTRY, facts)
