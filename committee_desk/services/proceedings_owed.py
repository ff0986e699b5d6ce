"""What re-reviews, corrections and applications owe: to open, to declare, to decide by their day, to serve."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import ProceedingKind, ProceedingState
from committee_desk.domain.remedies import OPEN, ApplicationState, Remedy, remedies_of
from committee_desk.services.application_refusals import NoResultKnown
from committee_desk.services.application_rules import known_of
from committee_desk.services.application_views import HeldApplication
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_notices import category_of
from committee_desk.services.views import Owed

OBJECTIONS, DECISIONS = "objections", "decisions"


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台."""
    held, applied = uow.proceedings.of_year(year), uow.applications.of_year(year)
    yield from _to_open(uow, year, held, applied, names)
    yield from _to_go_on(held, names)
    if applied:
        yield from _to_decide(applied, today, names)
    yield from _to_take_over(uow, year, applied, names)


def _to_open(
    uow: UnitOfWork,
    year: int,
    held: Iterable[Proceeding],
    applied: Iterable[HeldApplication],
    names: Mapping[str, str],
) -> Iterator[Owed]:
    """What was accepted, or decided by a higher organ, and is not looked at again yet."""
    opened = {(each.kind, each.source) for each in held if each.state is not ProceedingState.WITHDRAWN}
    waiting = [
        (f"{each.label} {names.get(each.code, each.code)}", each.number)
        for each in uow.objections.of_year(year)
        if each.state is ObjectionState.ACCEPTED and (ProceedingKind.OBJECTION, each.number) not in opened
    ]
    if waiting:
        yield Owed("proceeding_open", OBJECTIONS, _facts(waiting))
    asked = [each for each in applied if each.kind is Remedy.REVIEW and each.state is ApplicationState.ACCEPTED]
    if late := [each for each in asked if (ProceedingKind.APPLICATION, each.number) not in opened]:
        yield Owed("proceeding_open_applied", OBJECTIONS, _named(late, names))
    upset = [each for each in applied if each.kind is Remedy.APPEAL and each.state is ApplicationState.CHANGED]
    if to_do := [each for each in upset if (ProceedingKind.APPEAL, each.number) not in opened]:
        yield Owed("proceeding_carry_out", OBJECTIONS, _named(to_do, names), blocking=True)


def _to_go_on(held: Iterable[Proceeding], names: Mapping[str, str]) -> Iterator[Owed]:
    """One line for each step that somebody waits for."""
    waits: defaultdict[str, list[Proceeding]] = defaultdict(list)
    for each in held:
        if each.open and each.undeclared:
            waits["proceeding_declare"].append(each)
        elif each.state is ProceedingState.MOVED:
            waits["proceeding_vote"].append(each)
        elif each.state in {ProceedingState.UPHELD, ProceedingState.CHANGED} and each.served is None:
            waits["proceeding_serve"].append(each)
    for kind, those in sorted(waits.items()):
        told = [(f"{each.label} {names.get(each.about, each.about)}", each.source or 0) for each in those]
        yield Owed(kind, OBJECTIONS, _facts(told))


def _to_decide(applied: Iterable[HeldApplication], today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """To accept or refuse, and one line for each day by which applications are decided; those past stand first."""
    if received := [each for each in applied if each.state is ApplicationState.RECEIVED]:
        yield Owed("application_received", DECISIONS, _applied(received, names))
    by_day: defaultdict[date, list[HeldApplication]] = defaultdict(list)
    for each in applied:
        if each.state in OPEN and each.in_time and each.runs:
            by_day[each.due].append(each)
    for day, those in sorted(by_day.items()):
        kind = "application_past" if day < today else "application_decide"
        yield Owed(kind, DECISIONS, _applied(those, names), due=day, blocking=day < today)


def _to_take_over(
    uow: UnitOfWork, year: int, applied: Iterable[HeldApplication], names: Mapping[str, str]
) -> Iterator[Owed]:
    """Late objections whose author knows of the result by now, and may apply for 复核 against it."""
    taken = {each.objection for each in applied}
    waiting = [
        (f"{each.label} {names.get(each.code, each.code)}", each.number)
        for each in uow.objections.of_year(year)
        if each.state is ObjectionState.ROUTED and not each.other and each.number not in taken
        if _may_apply(uow, year, each.code)
    ]
    if waiting:
        yield Owed("application_take_over", DECISIONS, _facts(waiting))


def _may_apply(uow: UnitOfWork, year: int, code: str) -> bool:
    try:
        known = known_of(uow, year, code, code)
    except NoResultKnown:
        return False
    return Remedy.REVIEW in remedies_of(known.result.grade, category_of(known.result))


def _named(those: Iterable[HeldApplication], names: Mapping[str, str]) -> dict[str, object]:
    return _facts([(f"{each.label} {names.get(each.code, each.code)}", each.objection or 0) for each in those])


def _applied(those: Iterable[HeldApplication], names: Mapping[str, str]) -> dict[str, object]:
    """Lines that lead to the applications themselves name them by their own numbers."""
    return _facts([(f"{each.label} {names.get(each.code, each.code)}", each.number) for each in those])


def _facts(told: list[tuple[str, int]]) -> dict[str, object]:
    """How many, their papers with names, and the numbers that lead to them."""
    numbers = tuple(number for _, number in told if number)
    return {"count": len(told), "names": tuple(name for name, _ in told), "numbers": numbers}
