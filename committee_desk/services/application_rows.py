"""Applications with names, days left and steps, as the register and the panel show them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from committee_desk.domain.calendar import WorkingCalendar, YearNotHeld
from committee_desk.domain.people import Stay
from committee_desk.domain.remedies import OPEN, ApplicationMove, ApplicationState, Remedy, moves_from
from committee_desk.services.application_rules import accepted_on
from committee_desk.services.application_views import ApplicationCard, ApplicationRow, ApplicationStep, HeldApplication
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork

_LED_BY = {
    ApplicationState.ACCEPTED: ApplicationMove.ACCEPT.verb,
    ApplicationState.REFUSED: ApplicationMove.REFUSE.verb,
    ApplicationState.WITHDRAWN: ApplicationMove.WITHDRAW.verb,
    ApplicationState.UPHELD: ApplicationMove.ANSWER.verb,
    ApplicationState.CHANGED: ApplicationMove.ANSWER.verb,
}


def rows_of(uow: UnitOfWork, year: int, today: date) -> tuple[ApplicationRow, ...]:
    """Every application of the year, by number."""
    held = uow.applications.of_year(year)
    if not held:
        return ()
    people, calendar = people_of(uow, year), WorkingCalendar(uow.calendar.days())
    labels = {each.number: each.label for each in uow.proceedings.of_year(year)}
    return tuple(_row(each, people, calendar, labels, today) for each in held)


def card_of(uow: UnitOfWork, held: HeldApplication, today: date) -> ApplicationCard:
    """One application, whole."""
    row = next(each for each in rows_of(uow, held.year, today) if each.held.number == held.number)
    moves = tuple(each for each in moves_from(held.state) if _possible(held, each))
    return ApplicationCard(row, _steps(uow, held), moves, extensible(held))


def extensible(held: HeldApplication) -> bool:
    """Whether the days to decide can be lengthened: those of a 申诉 that was accepted, once."""
    return held.kind is Remedy.APPEAL and held.extended_to is None and held.state is ApplicationState.ACCEPTED


def _possible(held: HeldApplication, move: ApplicationMove) -> bool:
    """A late one is not accepted, and only what a higher organ decided is recorded here."""
    if move is ApplicationMove.ACCEPT:
        return held.in_time
    return move is not ApplicationMove.ANSWER or held.kind is Remedy.APPEAL


def _row(
    held: HeldApplication, people: Mapping[str, Stay], calendar: WorkingCalendar, labels: Mapping[int, str], today: date
) -> ApplicationRow:
    stay = people.get(held.code)
    left, runs = None, held.state in OPEN and held.runs
    if runs:
        try:
            left = calendar.days_until(today, held.due)
        except YearNotHeld:
            left = None
    name, department = (stay.name, stay.department) if stay else (held.code, "")
    past = runs and held.in_time and held.due < today
    return ApplicationRow(held, name, department, labels.get(held.proceeding or 0, ""), left, past)


def _steps(uow: UnitOfWork, held: HeldApplication) -> tuple[ApplicationStep, ...]:
    history = uow.applications.history(held.year, held.number)
    befores = (None, *history[:-1])
    steps = tuple(_step(before, after) for before, after in zip(befores, history, strict=True))
    accepted = ApplicationMove.ACCEPT.verb if held.kind is Remedy.APPEAL else ""
    return tuple(replace(each, day=accepted_on(uow, held)) if each.verb == accepted else each for each in steps)


def _step(before: HeldApplication | None, after: HeldApplication) -> ApplicationStep:
    if before is None:
        verb = "application.register"
    elif after.state is not before.state:
        verb = _LED_BY[after.state]
        if verb == ApplicationMove.ANSWER.verb and after.kind is Remedy.REVIEW:
            verb = "proceeding.decide"
    else:
        verb = "application.extend" if after.extended_to != before.extended_to else "proceeding.open"
    changed = before is None or after.state is not before.state
    reason, document = (after.outcome, after.document) if changed else ("", "")
    return ApplicationStep(verb, after.state, after.at, after.actor, reason, document)
