"""Typed rows and cells kept together: numbered, checked against what counts already, written under one entry."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from committee_desk.domain.events import TypedEvent
from committee_desk.services.actor import Actor
from committee_desk.services.causes import require_deduction_allowed
from committee_desk.services.entry_book import Fact
from committee_desk.services.entry_month import Step, TypedMonth
from committee_desk.services.entry_refusals import (
    BlockRefused,
    CameByImport,
    CellProblem,
    CellTwice,
    EntryRefused,
    EventThereAlready,
)
from committee_desk.services.entry_rows import Read, read_mark, read_row
from committee_desk.services.entry_views import EventField, MarkTyped, RowTyped
from committee_desk.services.evaluation_views import CauseIsNoFault, CauseMissing
from committee_desk.services.ports import UnitOfWork

TOLD = 40
"""So many events are told one by one in an entry; of more, the rows that carry its number tell."""


class Kept(NamedTuple):
    """The entry that was written (None: nothing changed), and each step's number (None: it was emptied)."""

    entry: int | None
    numbers: tuple[int | None, ...]


def keep_cells(month: TypedMonth, cells: Sequence[RowTyped | MarkTyped], verb: str) -> Kept:
    """Read every cell and keep them all, or refuse with every bad one named."""
    _load(month, cells)
    steps, problems = [], []
    twice = _written_twice(month, cells)
    for index, cell in enumerate(cells):
        read = Read(None, (CellTwice(),)) if index in twice else _read(month, cell)
        problems += [CellProblem(index, problem.field, problem) for problem in read.problems]
        steps.append(read.step or Step(None, None))
    if not problems:
        problems = [CellProblem(index, EventField.REASON, error) for index, error in clashes(month.uow, steps)]
        problems += [CellProblem(index, EventField.POINTS, error) for index, error in _without_cause(month.uow, steps)]
    if problems:
        raise BlockRefused(problems, len(cells))
    return keep_steps(month.uow, month.actor, verb, steps, f"{month.year}-{month.month:02}", why=month.why)


def _read(month: TypedMonth, cell: RowTyped | MarkTyped) -> Read:
    try:
        read = read_row(month, cell) if isinstance(cell, RowTyped) else read_mark(month, cell)
        if read.step is not None:
            _refuse_over_import(read.step)
    except EntryRefused as problem:
        return Read(None, (problem,))
    return read


def _load(month: TypedMonth, cells: Sequence[RowTyped | MarkTyped]) -> None:
    if len(cells) > TOLD:
        month.load(None, None)
        return
    numbers = {cell.number for cell in cells if isinstance(cell, RowTyped) and cell.number is not None}
    month.load({cell.code for cell in cells if isinstance(cell, MarkTyped)}, numbers)


def _written_twice(month: TypedMonth, cells: Sequence[RowTyped | MarkTyped]) -> set[int]:
    places: dict[object, int] = {}
    twice = set()
    for index, cell in enumerate(cells):
        if isinstance(cell, RowTyped):
            place: object = cell.number
        else:
            line = cell.line or month.present_lines.get(cell.indicator, 1)
            place = (cell.code, cell.indicator, line)
        if place is not None and place in places:
            twice.add(index)
        places[place] = index
    return twice


def clashes(uow: UnitOfWork, steps: Sequence[Step]) -> list[tuple[int, EventThereAlready]]:
    """The steps after which one fact would count twice."""
    counting = [
        (index, step.event)
        for index, step in enumerate(steps)
        if step.event is not None and not step.event.lacking() and not _unchanged(step)
    ]
    ended = {step.stored.id for step in steps if step.stored is not None and step.stored.counts}
    months = {(event.year, event.month) for _, event in counting}
    taken: dict[Fact, tuple[int, int | None, str]] = {}
    for year, month in months:
        taken |= uow.entry.facts(year, month, {event.code or "" for _, event in counting})
    found, here = [], set()
    for index, event in counting:
        fact = _fact(event)
        held = taken.get(fact)
        if fact in here or (held is not None and held[0] not in ended):
            found.append((index, EventThereAlready(held[1] if held else None, held[2] if held else "")))
        here.add(fact)
    return found


def _without_cause(uow: UnitOfWork, steps: Sequence[Step]) -> Iterator[tuple[int, CauseMissing | CauseIsNoFault]]:
    """The steps that would take points for a case whose cause was not found, or is no fault."""
    for index, step in enumerate(steps):
        try:
            if not _unchanged(step):
                _refuse_without_cause(uow, step.event)
        except (CauseMissing, CauseIsNoFault) as error:
            yield index, error


def _refuse_without_cause(uow: UnitOfWork, event: TypedEvent | None) -> None:
    """An acquittal or exemption deducts nothing before its cause is found, and unless that is a fault."""
    if event is not None and event.case is not None and event.points is not None and event.points < 0:
        require_deduction_allowed(uow, event.case)


def _fact(event: TypedEvent) -> Fact:
    assert event.code and event.indicator and event.day and event.voucher and event.reason  # noqa: S101, PT018 - it counts
    return event.code, event.indicator, event.day, event.voucher, event.reason


def _refuse_over_import(step: Step) -> None:
    if step.stored is not None and step.stored.imported and not _unchanged(step):
        raise CameByImport(_number(step))


def _unchanged(step: Step) -> bool:
    return step.event == (step.stored.event if step.stored else None)


def keep_steps(  # noqa: PLR0913 - what an entry says
    uow: UnitOfWork,
    actor: Actor,
    verb: str,
    steps: Sequence[Step],
    subject: str,
    *,
    why: str = "",
    authority: str | None = None,
    besides: Callable[[int], None] | None = None,
    told: Mapping[str, object] | None = None,
) -> Kept:
    """Write these steps under one entry, new events under new numbers; `besides` writes what goes with them, and
    `told` is what the entry says of that."""
    steps = _numbered(uow, steps)
    changed = [step for step in steps if not _unchanged(step)]
    for step in changed:
        _refuse_over_import(step)
        _refuse_without_cause(uow, step.event)
    numbers = tuple(step.event.number if step.event else None for step in steps)
    if not changed and besides is None:
        return Kept(None, numbers)
    about = str(_number(changed[0])) if len(changed) == 1 and besides is None else subject
    what = {**(told or {}), **_told(changed)}
    entry = uow.journal.append(actor, verb, about, what, why=why.strip() or None, authority=authority)
    uow.entry.write(
        entry,
        [step.stored for step in changed if step.stored is not None],
        [step.event for step in changed if step.event is not None],
    )
    if besides is not None:
        besides(entry)
    uow.commit()
    return Kept(entry, numbers)


def _numbered(uow: UnitOfWork, steps: Sequence[Step]) -> list[Step]:
    next_number = uow.entry.last_number() + 1 if any(step.event and not step.event.number for step in steps) else 0
    found = []
    for step in steps:
        if step.event is not None and not step.event.number:
            found.append(Step(step.stored, step.event._replace(number=next_number)))
            next_number += 1
        else:
            found.append(step)
    return found


def _told(changed: Sequence[Step]) -> dict[str, object]:
    """What the entry says: each event's new and old fields, or, of many, how many and which numbers."""
    if len(changed) <= TOLD:
        return {"events": [_told_one(step) for step in changed]}
    numbers = sorted(_number(step) for step in changed)
    return {
        "events": len(changed),
        "counting": sum(1 for step in changed if step.event is not None and not step.event.lacking()),
        "emptied": sum(1 for step in changed if step.event is None),
        "points": sum((step.event.points or Decimal(0) for step in changed if step.event is not None), Decimal(0)),
        "numbers": [numbers[0], numbers[-1]],
    }


def _number(step: Step) -> int:
    event = step.event or (step.stored.event if step.stored else None)
    return event.number if event is not None else 0


def _told_one(step: Step) -> dict[str, object]:
    before = _fields(step.stored.event) if step.stored else {}
    if step.event is None:
        return {"number": _number(step), "was": before}
    after = _fields(step.event)
    was = {name: before.get(name) for name in {*before, *after} if before.get(name) != after.get(name)}
    return {"number": step.event.number, **after, **({"was": was} if before else {})}


def _fields(event: TypedEvent) -> dict[str, object]:
    names: Iterable[str] = (name for name in TypedEvent._fields if name not in {"number", "year", "month"})
    return {name: getattr(event, name) for name in names if getattr(event, name) is not None}
