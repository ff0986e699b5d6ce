"""The way of what is typed into the desk: one month of one category, its refusals as outcomes, its changes told."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import BlockRefused
from committee_desk.services.entry_views import Blocked, Entered, MarkTyped, RowTyped
from committee_desk.ui.common.sheet.source import Kept, Outcome
from committee_desk.ui.entry.fixes import Typed, Ways, outcome_of


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
        """Many rows or cells as one act: those that are refused are named, the others are kept under one entry."""
        told: dict[int, Outcome] = {}
        left = list(range(len(cells)))
        while left:
            try:
                blocked = self._block([cells[at] for at in left])
            except BlockRefused as error:
                for problem in error.problems:
                    at = left[problem.index]
                    told.setdefault(at, outcome_of(problem.error, self._ways, self._refused(cells[at])))
                left = [at for at in left if at not in told]
            except (DeskError, Trouble) as error:
                told.update(dict.fromkeys(left, outcome_of(error, self._ways)))
                left = []
            else:
                return BlockTold(told, dict(zip(left, blocked.numbers, strict=False)), blocked.change.entry)
        return BlockTold(told, {}, None)

    def _block(self, cells: Sequence[RowTyped | MarkTyped]) -> Blocked:
        scope = self.scope
        blocked = self._desk.entry.block(self._actor, scope.year, scope.month, cells, scope.category)
        self._changed(blocked.change)
        return blocked


def _place(typed: RowTyped | MarkTyped) -> Hashable:
    return typed.number if isinstance(typed, RowTyped) else (typed.code, typed.indicator, typed.line)


@dataclass(frozen=True, slots=True)
class BlockTold:
    """What became of a block: the refused ones by their place, of the others the numbers they have now."""

    refused: dict[int, Outcome]
    numbers: dict[int, int | None]
    entry: int | None

    def outcome(self, at: int, when: datetime) -> Outcome:
        """What became of the cell at that place."""
        return self.refused.get(at) or Kept(when)
