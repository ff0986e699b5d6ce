"""What the objection counter owes: answers by their day, late ones to be routed, whom to tell, letters to look into."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.namesakes import told_apart
from committee_desk.domain.objections import OPEN, ObjectionState
from committee_desk.services.objection_notices import notices_of, timeliness
from committee_desk.services.objection_rows import owes_informing
from committee_desk.services.objection_views import HeldObjection
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.views import Owed

OBJECTIONS = "objections"


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台."""
    held = uow.objections.of_year(year)
    if held:
        yield from _answers(held, today, names)
        yield from _others(uow, year, held, names)
    if waiting := [each.label for each in uow.letters.of_year(year) if not each.handled]:
        yield Owed("letters_open", OBJECTIONS, {"count": len(waiting), "names": tuple(waiting)})


def _answers(held: tuple[HeldObjection, ...], today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """One line for each day by which answers are owed; those whose day is past stand first."""
    by_day: defaultdict[date, list[HeldObjection]] = defaultdict(list)
    for each in held:
        if each.state in OPEN and each.in_time:
            by_day[each.answer_by].append(each)
    for day, waiting in sorted(by_day.items()):
        past = day < today
        kind = "objection_answer_past" if past else "objection_answer"
        yield Owed(kind, OBJECTIONS, _named(waiting, names), due=day, blocking=past)


def _others(uow: UnitOfWork, year: int, held: tuple[HeldObjection, ...], names: Mapping[str, str]) -> Iterator[Owed]:
    late = [each for each in held if not each.in_time]
    notices = {each.version: each for each in notices_of(uow, year)} if late else {}
    in_time = [
        each for each in late
        if each.state is not ObjectionState.WITHDRAWN
        and each.version in notices and timeliness(notices[each.version], each.received).in_time
    ]  # fmt: skip
    if in_time:
        yield Owed("objection_now_in_time", OBJECTIONS, _named(in_time, names), blocking=True)
    waiting = [each for each in late if each.state is ObjectionState.RECEIVED and each not in in_time]
    if waiting:
        yield Owed("objection_unrouted", OBJECTIONS, _named(waiting, names))
    if untold := [each for each in held if owes_informing(each)]:
        called = told_apart(names.items())
        others = tuple(called.get(each.other or "", each.other or "") for each in untold)
        facts: dict[str, object] = {"count": len(untold), "names": others, "numbers": _numbers(untold)}
        yield Owed("objection_inform", OBJECTIONS, facts)


def _named(waiting: list[HeldObjection], names: Mapping[str, str]) -> dict[str, object]:
    told = tuple(f"{each.label} {names.get(each.code, each.code)}" for each in waiting)
    return {"count": len(waiting), "names": told, "numbers": _numbers(waiting)}


def _numbers(waiting: list[HeldObjection]) -> tuple[int, ...]:
    return tuple(each.number for each in waiting)
