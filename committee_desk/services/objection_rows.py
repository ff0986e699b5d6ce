"""Objections with names, days left and steps, as the register and the panel show them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from committee_desk.domain.calendar import WorkingCalendar, YearNotHeld
from committee_desk.domain.namesakes import told_apart
from committee_desk.domain.objections import MOVES, OPEN, ObjectionMove, ObjectionState
from committee_desk.domain.people import Stay
from committee_desk.services.objection_notices import as_in_force, notices_of
from committee_desk.services.objection_rules import people_of
from committee_desk.services.objection_views import HeldObjection, ObjectionRow, Step
from committee_desk.services.ports import UnitOfWork

_LEADS_TO = {goal: move for move, (_, goal) in MOVES.items()}
_ANSWERED = dict.fromkeys((ObjectionState.UPHELD, ObjectionState.CHANGED), "proceeding.decide")
"""What answers one is the decision on its re-review."""


def rows_of(uow: UnitOfWork, year: int, today: date) -> tuple[ObjectionRow, ...]:
    """Every objection of the year, by number."""
    held = uow.objections.of_year(year)
    if not held:
        return ()
    people, calendar = people_of(uow, year), WorkingCalendar(uow.calendar.days())
    notices, first = {each.version: each for each in notices_of(uow, year)}, uow.objections.first_received(year)
    stands = (as_in_force(each, notices[each.version]) if each.version in notices else each for each in held)
    return tuple(row_of(each, people, calendar, today, first) for each in stands)


def row_of(
    held: HeldObjection,
    people: Mapping[str, Stay],
    calendar: WorkingCalendar,
    today: date,
    first: Mapping[int, datetime],
) -> ObjectionRow:
    """One objection with the names of the year's people; `first` are the times of receipt as first registered."""
    stay = people.get(held.code)
    return ObjectionRow(
        held,
        stay.name if stay else held.code,
        stay.department if stay else "",
        _other(held, people),
        _days_left(held, calendar, today),
        owes_informing(held),
        registered if (registered := first.get(held.number)) != held.received else None,
    )


def _other(held: HeldObjection, people: Mapping[str, Stay]) -> str:
    """Whose result it is about, told apart from everybody of the year; empty where it is about the own."""
    if held.other is None:
        return ""
    return told_apart((code, stay.name) for code, stay in people.items()).get(held.other, held.other)


def owes_informing(held: HeldObjection) -> bool:
    """Whether the other person is still to be told: once it was taken up, and not where it never will be."""
    gone = {ObjectionState.REFUSED, ObjectionState.WITHDRAWN}
    return held.other is not None and not held.other_informed and held.state not in gone


def _days_left(held: HeldObjection, calendar: WorkingCalendar, today: date) -> int | None:
    if held.state not in OPEN:
        return None
    try:
        return calendar.days_until(today, held.answer_by)
    except YearNotHeld:
        return None


def steps_of(history: Sequence[HeldObjection]) -> tuple[Step, ...]:
    """What happened to one objection, oldest first."""
    befores = (None, *history[:-1])
    return tuple(_step(before, after) for before, after in zip(befores, history, strict=True))


def _step(before: HeldObjection | None, after: HeldObjection) -> Step:
    if before is None:
        verb = "objection.register"
    elif after.state is not before.state:
        move: ObjectionMove | None = _LEADS_TO.get(after.state)
        verb = move.verb if move else _ANSWERED.get(after.state, "objection.correct")
    else:
        verb = "objection.inform" if after.other_informed != before.other_informed else "objection.correct"
    changed = before is None or after.state is not before.state
    reason, document = (after.state_reason, after.state_document) if changed else ("", "")
    if verb == "objection.inform":
        document = after.other_informed
    return Step(verb, after.state, after.at, after.actor, reason, document)
