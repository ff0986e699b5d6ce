"""How what was typed reaches the desk: one after another, after the window has painted, refusals kept in sight."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from committee_desk.ui.common.sheet.answer import Answer
from committee_desk.ui.common.sheet.model import CellName, SheetModel, Unsaved
from committee_desk.ui.common.sheet.saved import Saved
from committee_desk.ui.common.sheet.source import (
    Change,
    ChangedByAnother,
    Fix,
    Kept,
    Outcome,
    Refused,
    State,
)
from committee_desk.ui.common.sheet.undo import Edit, Undo
from committee_desk.ui.common.sheet.wording import changed_by_another, changed_since, not_shown
from committee_desk.wording.language import tr

BlockRunner = Callable[[Callable[[], Sequence[Outcome]], Callable[[Sequence[Outcome]], None]], None]
"""Runs a block's commit elsewhere (work, then done in the window's thread), so that the window never stands still."""


@dataclass(slots=True)
class _Batch:
    changes: list[Change]
    edits: list[Edit]


def _at_once(work: Callable[[], Sequence[Outcome]], done: Callable[[Sequence[Outcome]], None]) -> None:
    done(work())


class Saving(QObject):
    """The queue between cells and source, and what can be undone of it."""

    saved = Signal(object)
    said = Signal(str)
    refused = Signal(object)
    """Names of cells just not accepted."""
    refused_changed = Signal(int)
    settled = Signal()
    undo_changed = Signal(bool, bool)

    def __init__(self, model: SheetModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._undo = Undo()
        self._waiting: deque[_Batch] = deque()
        self._running: _Batch | None = None
        self.run_block: BlockRunner = _at_once
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._begin)

    # -- acts ------------------------------------------------------------------------------------------------------

    def put(self, changes: Sequence[Change]) -> bool:
        """Put texts into cells as one act; whether there was anything to do. Commits soon, not at once."""
        edits = [edit for change in changes if (edit := self._edit(change)) is not None]
        if not edits:
            return False
        if all(edit.before == edit.after for edit in edits):  # tried once more: the act of before stands for it
            edits = [self._undo.last_of(edit) or edit for edit in edits]
        else:
            self._undo.add(edits)
        self._tell_undo()
        self._queue([Change(edit.row, edit.column, edit.after) for edit in edits], edits)
        return True

    def _edit(self, change: Change) -> Edit | None:
        name = (change.row, change.column)
        place = self._model.place(name)
        cell = self._model.cell(place) if place is not None else None
        if place is None or cell is None or not self._model.open_to_typing(place, cell):
            return None
        typed = self._model.unsaved.get(name)
        if cell.text == change.text and (typed is None or typed.state is State.SAVING):
            return None
        return Edit(*name, cell.text, change.text, typed is None or typed.state is State.SAVING)

    def _queue(self, changes: list[Change], edits: list[Edit]) -> None:
        """What the desk holds already is simply shown again; the rest waits for its turn."""
        wanted = []
        for change in changes:
            name = (change.row, change.column)
            typed = self._model.unsaved.get(name)
            underway = typed is not None and typed.state is State.SAVING
            if not underway and self._model.held(name).text == change.text:
                self._model.unsaved.pop(name, None)
            else:
                self._model.unsaved[name] = Unsaved(change.text, State.SAVING)
                wanted.append(change)
        if wanted:
            self._waiting.append(_Batch(wanted, edits))
            self._soon.start()
        self._show()

    def undo(self) -> None:
        """Take back the last act, unless a cell of it was changed since."""
        self.flush()
        act = self._undo.done[-1] if self._undo.done else None
        if act is None or not self._all_shown(act):
            return
        self._undo.back()
        self._tell_undo()
        changes, left = [], 0
        for edit in act:
            typed = self._model.unsaved.get((edit.row, edit.column))
            if typed is not None and typed.state is not State.SAVING:
                if edit.saved_before:
                    self._model.unsaved.pop((edit.row, edit.column))
                    continue
            elif typed is None and edit.became is not None and self._held(edit) != edit.became:
                left += 1
                continue
            changes.append(Change(edit.row, edit.column, edit.before))
        self._queue(changes, [])
        if left:
            self.said.emit(changed_since(left))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.flush()
        act = self._undo.undone[-1] if self._undo.undone else None
        if act is None or not self._all_shown(act):
            return
        self._undo.again()
        self._tell_undo()
        self._queue([Change(edit.row, edit.column, edit.after) for edit in act], act)

    def _held(self, edit: Edit) -> str:
        return self._model.held((edit.row, edit.column)).text

    def _all_shown(self, act: list[Edit]) -> bool:
        if all(self._model.place((edit.row, edit.column)) is not None for edit in act):
            return True
        self.said.emit(not_shown())
        return False

    def give_up(self, name: CellName) -> None:
        """Show again what the desk holds, without what was typed and not accepted."""
        typed = self._model.unsaved.get(name)
        if typed is not None and typed.state is not State.SAVING:
            del self._model.unsaved[name]
            self._show()

    @property
    def not_accepted(self) -> int:
        """How many cells are not accepted, shown or not."""
        return sum(typed.state is not State.SAVING for typed in self._model.unsaved.values())

    def refuse(self, name: CellName, sentence: str, fixes: tuple[Fix, ...]) -> None:
        """Mark what stands in a cell as not accepted."""
        place = self._model.place(name)
        if place is not None:
            self._model.unsaved[name] = Unsaved(self._model.text(place), State.REFUSED, sentence, fixes)
            self._show()
            self.refused.emit([name])

    def forget(self) -> None:
        """Other rows are shown."""
        self._undo.clear()
        self._waiting.clear()
        self._running = None
        self._tell_undo()
        self._show()

    # -- the queue -------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether anything is on its way."""
        return self._running is not None or bool(self._waiting)

    def flush(self) -> None:
        """Commit what waits now; a block that runs elsewhere goes on."""
        self._soon.stop()
        self._begin()

    def _begin(self) -> None:
        while self._running is None and self._waiting:
            batch = self._running = self._waiting.popleft()
            if len(batch.changes) == 1:
                answer = Answer(partial(self._commit, batch.changes), 1)
                self._done(batch, answer())
                answer.tell()
            else:
                self._run_block(batch)
        if not self.busy:
            self.settled.emit()

    def _commit(self, changes: list[Change]) -> Sequence[Outcome]:
        return [self._model.source.commit(change.row, change.column, change.text) for change in changes]

    def _run_block(self, batch: _Batch) -> None:
        source = self._model.source
        answer = Answer(partial(source.commit_block, batch.changes), len(batch.changes))

        def done(outcomes: Sequence[Outcome]) -> None:
            if self._running is not batch or self._model.source is not source:
                return  # other rows are shown by now
            self._done(batch, outcomes)
            self._soon.start()
            answer.tell()

        self.run_block(answer, done)

    def _done(self, batch: _Batch, outcomes: Sequence[Outcome]) -> None:
        self._running = None
        edits = {(edit.row, edit.column): edit for edit in batch.edits}
        typed_since = {(later.row, later.column) for each in self._waiting for later in each.changes}
        kept, bad = [], []
        for change, outcome in zip(batch.changes, outcomes, strict=True):
            name = (change.row, change.column)
            if isinstance(outcome, Kept):
                kept.append((name, outcome))
                if name in edits:
                    edits[name].became = self._model.held(name).text
            if name in typed_since:
                continue
            if isinstance(outcome, Kept):
                self._model.unsaved.pop(name, None)
            else:
                self._model.unsaved[name] = self._not_accepted(change, outcome)
                bad.append(name)
        self._try_again({name for name, _ in kept}, bad)
        self._model.follow()
        self._show()
        self._tell_saved(kept)
        if bad:
            self.refused.emit(bad)

    def _try_again(self, kept: set[CellName], bad: Sequence[CellName]) -> None:
        """Cells that only waited for another of their row."""
        rows = {row for row, _ in kept}
        waiting = [
            Change(*name, typed.text)
            for name, typed in self._model.unsaved.items()
            if typed.waits and name[0] in rows and name not in bad
        ]
        if waiting:
            self._queue(waiting, [])

    def _not_accepted(self, change: Change, outcome: Refused | ChangedByAnother) -> Unsaved:
        if isinstance(outcome, Refused):
            return Unsaved(change.text, State.REFUSED, outcome.sentence, outcome.fixes, outcome.waits)
        name = (change.row, change.column)
        fixes = (
            Fix(tr("保留对方的“{text}”", text=outcome.text or tr("空")), act=lambda: self.give_up(name)),
            Fix(tr("改为我的“{text}”", text=change.text or tr("空")), change.text),
        )
        return Unsaved(change.text, State.CHANGED, changed_by_another(outcome, change.text), fixes)

    def _tell_saved(self, kept: list[tuple[CellName, Kept]]) -> None:
        if not kept:
            return
        name, outcome = kept[0]
        place = self._model.place(name)
        line, heading = (place.line + 1, self._model.columns[place.column].heading) if place else (0, "")
        self.saved.emit(Saved(*name, line, heading, len(kept), outcome.at))

    def _show(self) -> None:
        self._model.repaint()
        self.refused_changed.emit(self.not_accepted)

    def _tell_undo(self) -> None:
        self.undo_changed.emit(bool(self._undo.done), bool(self._undo.undone))
