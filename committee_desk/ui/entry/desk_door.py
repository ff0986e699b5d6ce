"""The way of what is typed into the desk: one month of one category, its refusals as outcomes, its changes told."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeGuard

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import BlockRefused, CellProblem
from committee_desk.services.entry_views import Blocked, Entered, EventField, MarkTyped, RowTyped
from committee_desk.ui.common.sheet.source import Kept, Outcome, Refused
from committee_desk.ui.entry.event_cells import field_word
from committee_desk.ui.entry.fixes import Typed, Ways, outcome_of
from committee_desk.wording.language import tr


@dataclass(frozen=True, slots=True)
class Scope:
    """Which month of which category is typed."""

    year: int
    month: int
    category: Category


class DeskDoor:
    """Carries typed rows and cells to the desk. `changed` hears of each change, after its commit."""

    def __init__(self, desk: Desk, actor: Actor, scope: Scope, ways: Ways, changed: Callable[[Change], None]) -> None:
        self._desk, self._actor, self.scope = desk, actor, scope
        self._ways, self._changed = ways, changed
        self._because: dict[Hashable, str] = {}

    def now(self) -> datetime:
        """The desk's clock."""
        return self._desk.clock()

    def row(self, typed: RowTyped) -> Entered | Outcome:
        """One row of the sheet of events."""
        scope = self.scope
        why = self._because.pop(_place(typed), "")
        return self._told(
            typed, lambda: self._desk.entry.enter(self._actor, scope.year, scope.month, typed, scope.category, why)
        )

    def mark(self, typed: MarkTyped) -> Entered | Outcome:
        """One cell of the grid."""
        scope = self.scope
        why = self._because.pop(_place(typed), "")
        return self._told(
            typed, lambda: self._desk.entry.mark(self._actor, scope.year, scope.month, typed, scope.category, why)
        )

    def _told(self, typed: RowTyped | MarkTyped, act: Callable[[], Entered]) -> Entered | Outcome:
        try:
            entered = act()
        except (DeskError, Trouble) as error:
            return outcome_of(error, self._ways, self._refused(typed))
        self._changed(entered.change)
        return entered

    def _refused(self, typed: RowTyped | MarkTyped) -> Typed | None:
        """The text that was refused, of one cell; and the reason kept for when it is committed again."""
        texts = [typed.points] if isinstance(typed, MarkTyped) else list(typed.typed.values())
        place = _place(typed)
        return Typed(texts[0], partial(self._because.__setitem__, place)) if len(texts) == 1 else None

    def block(self, cells: Sequence[RowTyped | MarkTyped]) -> "BlockTold":
        """Many rows or cells as one act: what is refused is named cell by cell, the rest is kept under one entry."""
        told: dict[int, dict[str, Outcome]] = {}
        left = dict(enumerate(cells))
        while left:
            places = list(left)
            try:
                blocked = self._block(list(left.values()))
            except BlockRefused as error:
                for problem in error.problems:
                    at = places[problem.index]
                    if at in left:
                        self._take_out(left, at, problem, told.setdefault(at, {}))
            except (DeskError, Trouble) as error:
                outcome = outcome_of(error, self._ways)
                for at, cell in left.items():
                    told.setdefault(at, {}).update(dict.fromkeys(_fields(cell), outcome))
                left = {}
            else:
                return BlockTold(told, dict(zip(places, blocked.numbers, strict=True)), blocked.change.entry)
        return BlockTold(told, {}, None)

    def _take_out(
        self, left: dict[int, RowTyped | MarkTyped], at: int, problem: CellProblem, told: dict[str, Outcome]
    ) -> None:
        """The bad cell out of its row, which is kept without it; the whole row where no typed cell is at fault."""
        cell = left[at]
        fields = _fields(cell)
        bad = problem.field if problem.field in fields else fields[0]
        refused = cell._replace(typed={EventField(bad): cell.typed[EventField(bad)]}) if _is_row(cell) else cell
        told[bad] = outcome_of(problem.error, self._ways, self._refused(refused))
        beside = _WHO if bad in _WHO else () if problem.field in fields else fields
        for field in fields:
            if field != bad and field in beside:
                told[field] = _waits(bad)
        rest = {field: text for field, text in cell.typed.items() if field not in told} if _is_row(cell) else {}
        if rest and _is_row(cell):
            left[at] = cell._replace(typed=rest)
        else:
            del left[at]

    def _block(self, cells: Sequence[RowTyped | MarkTyped]) -> Blocked:
        scope = self.scope
        blocked = self._desk.entry.block(self._actor, scope.year, scope.month, cells, scope.category)
        self._changed(blocked.change)
        return blocked


def _place(typed: RowTyped | MarkTyped) -> Hashable:
    return typed.number if isinstance(typed, RowTyped) else (typed.code, typed.indicator, typed.line)


_WHO = (EventField.CODE, EventField.NAME)
"""Whom a row is about: one of the two is not kept without the other."""


def _is_row(cell: RowTyped | MarkTyped) -> TypeGuard[RowTyped]:
    return isinstance(cell, RowTyped)


def _fields(cell: RowTyped | MarkTyped) -> list[str]:
    """The columns that were typed."""
    return list(cell.typed) if isinstance(cell, RowTyped) else [cell.indicator]


def _waits(bad: str) -> Refused:
    """A cell without a fault of its own."""
    return Refused(
        tr("这一行的“{field}”还没有被接受，改好后这一格一起保存。", field=field_word(EventField(bad))), waits=True
    )


@dataclass(frozen=True, slots=True)
class BlockTold:
    """What became of a block: the refused cells by their place and column, of the others the numbers they have now."""

    refused: dict[int, dict[str, Outcome]]
    numbers: dict[int, int | None]
    entry: int | None

    def outcome(self, at: int, column: str, when: datetime) -> Outcome:
        """What became of that column of the row or cell at that place."""
        return self.refused.get(at, {}).get(column) or Kept(when)
