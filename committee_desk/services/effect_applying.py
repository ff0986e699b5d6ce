"""Facts put as a re-review found them to be: every old figure stays, superseded, and each says by which decision."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from random import SystemRandom
from typing import NamedTuple, Protocol

from committee_desk.domain.events import TypedEvent
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.proceedings import DEPARTURE_LIFTED, ChangeKind, FactChange
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.scores import Grade
from committee_desk.services.effect_refusals import ChangedFactMoved
from committee_desk.services.entry_refusals import EventThereAlready
from committee_desk.services.grading_views import Choice
from committee_desk.services.history_views import FactKind
from committee_desk.services.override_rules import read_value, rows_meant
from committee_desk.services.override_views import HeldFact, Value
from committee_desk.services.overrides import told
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_changes import equals_of
from committee_desk.services.proceeding_keys import is_among_equals


class FoundFactsBook(Protocol):
    """Facts found otherwise that no workbook's figure is put right for: slips counted again, events withdrawn."""

    def ballot(self, year: int, slip: str, code: str) -> tuple[int, Decimal | None] | None:
        """The row and mark that a slip bears for somebody; None where there is no such line."""
        ...

    def equal_ballots(self, year: int, ballot_class: BallotClass, code: str, mark: Decimal | None) -> tuple[int, ...]:
        """The rows of somebody's ballots of a class that bear that mark."""
        ...

    def recount(self, entry: int, row: int, mark: Decimal | None) -> None:
        """Let the line say what the slip says."""
        ...

    def withdraw_event(self, entry: int, row: int) -> None:
        """Let an event count no longer."""
        ...


class Applied(NamedTuple):
    """One change as it was made: `counts` is what counts now; `imported` what the workbook says, where one brought the
    fact, and `replaced` the numbers of the rows whose place was taken."""

    change: FactChange
    counts: str
    imported: str | None = None
    replaced: tuple[int, ...] = ()

    def told(self) -> dict[str, object]:
        """What the journal says of it. Of a ballot nothing but that it was counted again."""
        each = self.change
        if each.kind is ChangeKind.BALLOT:
            return {"kind": each.kind, "evidence": each.evidence, "why": each.reason}
        return {
            "kind": each.kind,
            "key": each.key,
            "field": each.field,
            "from": each.before,
            "to": self.counts,
            "imported": self.imported,
            "evidence": each.evidence,
            "why": each.reason,
            "replaced": self.replaced,
        }


def apply(uow: UnitOfWork, entry: int, year: int, changes: Iterable[FactChange], label: str) -> tuple[Applied, ...]:
    """Put every fact as it was found; ChangedFactMoved where one is not any more as the finding saw it.

    `label` is the proceeding's: who approved an event that it adds. An event's day, which is part of what names it, is
    put last.
    """
    ordered = sorted(changes, key=lambda each: each.field == "day")
    return tuple(_HOW[each.kind](uow, entry, year, each, label) for each in ordered)


def _put_right(uow: UnitOfWork, entry: int, year: int, change: FactChange, _label: str) -> Applied:
    """A figure of a fact that stands, imported or typed."""
    kind, key = _OF_FACT[change.kind], _key(change)
    value = read_value(change.field, change.after)
    held = rows_meant(uow, kind, key, change.field, year if kind is FactKind.LEADER_MARK else None)
    _require_as_found(change, held)
    for each in held:
        uow.overrides.replace(kind, entry, each, change.field, value)
    imported = next((told(each.source_values[change.field]) for each in held if _came_by_workbook(each)), None)
    return Applied(change, told(value), imported, tuple(each.imported or each.id for each in held))


def _withdrawn(uow: UnitOfWork, entry: int, _year: int, change: FactChange, _label: str) -> Applied:
    """An event that does not stand."""
    held = uow.overrides.find(FactKind.EVENT, _key(change), None)
    _require_as_found(change, held)
    for each in held:
        uow.found_facts.withdraw_event(entry, each.id)
    imported = next((told(each.source_values["points"]) for each in held if _came_by_workbook(each)), None)
    return Applied(change, "", imported, tuple(each.imported or each.id for each in held))


def _added(uow: UnitOfWork, entry: int, _year: int, change: FactChange, label: str) -> Applied:
    """An event that was missing, under the next 登记号; what approves it is the decision."""
    code, indicator, day, voucher, reason = (str(each) for each in change.key)
    dated, points = date.fromisoformat(day), read_value("points", change.after)
    assert isinstance(points, Decimal)  # noqa: S101 - read so
    held = uow.entry.facts(dated.year, dated.month, {code}).get((code, indicator, dated, voucher, reason))
    if held is not None:
        raise EventThereAlready(held[1], held[2])
    number = uow.entry.last_number() + 1
    added = TypedEvent(
        number, dated.year, dated.month, None, code, indicator, dated, points, reason, voucher, approver=label
    )
    uow.entry.write(entry, [], [added])
    return Applied(change, told(points))


def _recounted(uow: UnitOfWork, entry: int, year: int, change: FactChange, _label: str) -> Applied:
    """A slip counted again: it says what it says, and nobody judges anything anew."""
    if is_among_equals(change.kind, change.key):
        return _recounted_among_equals(uow, entry, year, change)
    slip, code = change.key
    held = uow.found_facts.ballot(year, slip, code)
    if held is None or not _same(change.field, change.before, held[1]):
        raise ChangedFactMoved(change, told(held[1]) if held else "")
    mark = read_value(change.field, change.after) if change.after.strip() else None
    assert mark is None or isinstance(mark, Decimal)  # noqa: S101 - read so
    uow.found_facts.recount(entry, held[0], mark)
    return Applied(change, told(mark))


def _recounted_among_equals(uow: UnitOfWork, entry: int, year: int, change: FactChange) -> Applied:
    """One of the marks that were counted alike takes what its slip says; which of them, nobody can tell."""
    equals = equals_of(uow, year, change.key)
    if not equals:
        raise ChangedFactMoved(change, "")
    mark = Decimal(change.after) if change.after.strip() else None
    uow.found_facts.recount(entry, SystemRandom().choice(equals), mark)
    return Applied(change, told(mark))


def _regraded(uow: UnitOfWork, entry: int, year: int, change: FactChange, label: str) -> Applied:
    """The grade itself, where no figure is otherwise: the committee's departure, by the paper of its decision, or none
    any more."""
    code, listed = change.key[0], uow.grades.list(year, ListStage.APPROVED)
    held = next((str(each.grade or "") for each in listed.people if each.code == code), "") if listed else ""
    if held != change.before:
        raise ChangedFactMoved(change, held)
    if change.after == DEPARTURE_LIFTED:
        for stage in ListStage:  # the 政工's own counts again where only the committee's is lifted
            uow.grades.end_choice(entry, year, code, stage)
        return Applied(change, change.after)
    uow.grades.put_choice(
        entry, year, Choice(code, ListStage.APPROVED, Grade(change.after), change.reason, document=label)
    )
    return Applied(change, change.after)


def _require_as_found(change: FactChange, held: tuple[HeldFact, ...]) -> None:
    if not held:
        raise ChangedFactMoved(change, "")
    mine = next((each for each in held if each.key[: len(change.key)] == _key(change)), held[0])
    if not _same(change.field, change.before, mine.values[change.field]):
        raise ChangedFactMoved(change, told(mine.values[change.field]))


def _same(field: str, text: str, value: Value) -> bool:
    if value is None or not text.strip():
        return value is None and not text.strip()
    return read_value(field, text) == value


def _key(change: FactChange) -> tuple[object, ...]:
    if change.kind in {ChangeKind.EVENT, ChangeKind.WITHDRAWN_EVENT}:
        code, indicator, day, voucher, reason = change.key
        return code, indicator, date.fromisoformat(day), voucher, reason
    return change.key


def _came_by_workbook(held: HeldFact) -> bool:
    return held.imported is not None or bool(held.source.workbook)


_OF_FACT = {
    ChangeKind.REVIEW: FactKind.REVIEW,
    ChangeKind.SHARE: FactKind.CASE_SHARE,
    ChangeKind.EVENT: FactKind.EVENT,
    ChangeKind.MARK: FactKind.LEADER_MARK,
}
_How = Callable[[UnitOfWork, int, int, FactChange, str], Applied]
_HOW: Mapping[ChangeKind, _How] = {
    **dict.fromkeys(_OF_FACT, _put_right),
    ChangeKind.NEW_EVENT: _added,
    ChangeKind.WITHDRAWN_EVENT: _withdrawn,
    ChangeKind.BALLOT: _recounted,
    ChangeKind.GRADE: _regraded,
}
