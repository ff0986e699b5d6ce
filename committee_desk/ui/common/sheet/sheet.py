"""The sheet as pages use it: the grid with its find bar beneath."""

from collections.abc import Hashable

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from committee_desk.ui.common.sheet.acts import Acts
from committee_desk.ui.common.sheet.callouts import Callouts
from committee_desk.ui.common.sheet.find_bar import FindBar, found_from
from committee_desk.ui.common.sheet.going import Going
from committee_desk.ui.common.sheet.model import CellName, SheetModel, Unsaved
from committee_desk.ui.common.sheet.saving import BlockRunner, Saving
from committee_desk.ui.common.sheet.source import Change, Fix, RowKey, SheetSource, State
from committee_desk.ui.common.sheet.view import SheetView
from committee_desk.ui.common.sheet.widths import Widths
from committee_desk.ui.common.sheet.wording import refused_not_shown
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import ROW

__all__ = ["BlockRunner", "Sheet"]

KeptTexts = dict[Hashable, dict[CellName, Unsaved]]
"""What was typed and not accepted: by the name that rows are shown under, then by cell."""


class Sheet(QFrame):
    """A grid over a source. `set_source` shows it; `reload` after the source was read anew by the page."""

    current_changed = Signal(object, str)
    """The row's key and the column's id of the cell one stands on (None, "": none)."""
    saved = Signal(object)
    """A `Saved`, after the commit."""
    refused_changed = Signal(int)
    """How many cells are not accepted now (refused or changed by another)."""
    said = Signal(str)
    """A sentence for the status bar (a block that does not fit, cells that an undo left alone)."""
    settled = Signal()
    """Nothing is on its way into the desk any more."""
    undo_changed = Signal(bool, bool)
    """Whether there is something to undo, to redo."""
    opened = Signal(object, str)
    """Double click on a cell that cannot be typed in."""
    menu_opens = Signal(object)
    """The context menu (QMenu) is about to open; the page may add its acts."""

    def __init__(  # noqa: PLR0913 - what differs between sheets
        self,
        sheet_id: str,
        name: str,
        memory: QSettings,
        *,
        enter: Going = Going.DOWN,
        height: int = ROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._kept: dict[Hashable, dict[CellName, Unsaved]] = {}
        self._kept_under: Hashable = None
        self._model = SheetModel()
        self._model.setParent(self)
        self.view = SheetView(self._model, name, enter, height, self)
        self._saving = Saving(self._model, self)
        self._callouts = Callouts(self.view, self._model, self._fix)
        self._acts = Acts(self.view, self._model, self._saving, self._tell)
        self._widths = Widths(self.view, memory, sheet_id)
        self.find_bar = FindBar(self._go_to_found, self)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.find_bar)
        self._bind()

    def _bind(self) -> None:
        keyboard, saving = self.view.keyboard, self._saving
        keyboard.acts = {
            Shortcut.COPY: self._acts.copy,
            Shortcut.COPY_WITH_HEADINGS: lambda: self._acts.copy(headings=True),
            Shortcut.CUT: self._acts.cut,
            Shortcut.PASTE: self.paste,
            Shortcut.FILL_DOWN: self._acts.fill_down,
            Shortcut.UNDO: self.undo,
            Shortcut.REDO: self.redo,
            Shortcut.FILTER: self.find_bar.open_bar,
            Shortcut.FIND_NEXT: self.find_bar.look,
            Shortcut.FIND_PREVIOUS: lambda: self.find_bar.look(back=True),
            Shortcut.NEXT_REFUSED: self.next_refused,
            Shortcut.PREVIOUS_REFUSED: lambda: self.next_refused(back=True),
            Shortcut.FIXES: self._callouts.enter,
        }
        keyboard.escape = self._escape
        keyboard.empty = self._acts.empty
        keyboard.fill = self._acts.fill_selection
        self._model.typed.connect(lambda row, column, text: self._saving.put([Change(row, column, text)]))
        self.view.moved.connect(self._moved)
        self.view.resized.connect(self._widths.dress)
        self.view.barred.connect(self._acts.say_why_not)
        self.view.opened.connect(lambda: self.opened.emit(*(self.current() or (None, ""))))
        self.find_bar.closed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        saving.saved.connect(self.saved)
        saving.said.connect(self._tell)
        saving.settled.connect(self.settled)
        saving.undo_changed.connect(self.undo_changed)
        saving.refused_changed.connect(self.refused_changed)
        saving.refused_changed.connect(lambda _count: self._callouts.lie())
        saving.refused.connect(lambda names: self._callouts.refuse(names[0]))

    # -- what pages call -------------------------------------------------------------------------------------------

    def set_source(self, source: SheetSource, kept_under: Hashable = None) -> None:
        """Show these rows and columns; forgets what could be undone.

        What was not accepted is kept under the name given (a month): it stands there again when that name comes back.
        """
        self.settle()
        self._kept = {name: typed for name, typed in self.kept().items() if name is not None}
        self._kept_under = kept_under
        self._saving.forget()
        self._model.show(source, self._kept.pop(kept_under, {}) if kept_under is not None else {})
        self._saving.forget()
        self._widths.dress()
        self._callouts.moved()

    def kept(self) -> KeptTexts:
        """What was typed and not accepted, under every name that rows were shown under."""
        here = {name: typed for name, typed in self._model.unsaved.items() if typed.state is not State.SAVING}
        found = {**self._kept, self._kept_under: here}
        return {under: typed for under, typed in found.items() if typed}

    def take_kept(self, kept: KeptTexts) -> None:
        """What another sheet kept stands here as soon as its rows are shown."""
        self._kept = {under: {name: each.elsewhere() for name, each in typed.items()} for under, typed in kept.items()}

    def give_up(self, under: Hashable) -> None:
        """Let go of what was not accepted under that name."""
        self._kept.pop(under, None)
        if under == self._kept_under:
            for name in list(self._model.unsaved):
                self._saving.give_up(name)

    def reload(self) -> None:
        """The source's rows or cells are others now; current cell, what is being typed and refused cells stay."""
        if self._model.source is not None:
            self._model.follow()
            self._model.repaint()
            self._callouts.lie()

    def run_blocks_with(self, run: BlockRunner) -> None:
        """Let blocks be committed by the page's worker; until then they are committed at once."""
        self._saving.run_block = run

    def choose(self, row: RowKey, column: str) -> bool:
        """Make that cell current, bring it into view and focus it; False when it is not shown."""
        place = self._model.place((row, column))
        if place is None:
            return False
        self.view.finish_typing()
        self.view.stand(place)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def current(self) -> tuple[RowKey, str] | None:
        """The cell one stands on."""
        here = self.view.here
        return self._model.name(here) if here is not None and here.line < len(self._model.keys) else None

    def refuse(self, row: RowKey, column: str, sentence: str, fixes: tuple[Fix, ...] = ()) -> None:
        """Mark a cell as not accepted for a reason that the page found out later; what stands in it stays."""
        self._saving.refuse((row, column), sentence, fixes)

    def not_accepted(self) -> list[tuple[RowKey, str, str]]:
        """Row, column and sentence of the cells not accepted, in the order of the sheet."""
        names = [self._model.name(place) for place in self._model.not_accepted()]
        return [(*name, self._model.unsaved[name].sentence) for name in names]

    def settle(self) -> bool:
        """Commit what is half typed or waiting, before the page shows something else; whether nothing waits."""
        self.view.finish_typing()
        self._saving.flush()
        return not self._saving.busy

    def undo(self) -> None:
        """Take back the last act (Ctrl+Z)."""
        self.view.finish_typing()
        self._saving.undo()

    def redo(self) -> None:
        """Do it again (Ctrl+Y)."""
        self.view.finish_typing()
        self._saving.redo()

    def paste(self) -> None:
        """Put the clipboard's block at the current cell (Ctrl+V)."""
        self.view.finish_typing()
        self._acts.paste()

    def open_find(self) -> None:
        """Open the find bar (Ctrl+F)."""
        self.find_bar.open_bar()

    def next_refused(self, *, back: bool = False) -> None:
        """Go to the next cell that was not accepted (F8), round and round."""
        self.settle()
        places, here = self._model.not_accepted(), self.view.here
        if not places or here is None:
            if self._saving.not_accepted:
                self.said.emit(refused_not_shown())
            return
        beyond = [place for place in places if (place < here if back else place > here)]
        self.view.stand((beyond or places)[-1 if back else 0])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _moved(self) -> None:
        self.view.remember_where()
        self._callouts.moved()
        self.current_changed.emit(*(self.current() or (None, "")))

    def _tell(self, sentence: str) -> None:
        self._callouts.note(sentence)
        self.said.emit(sentence)

    def _escape(self) -> bool:
        if self._callouts.close():
            return True
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
            return True
        return False

    def _go_to_found(self, text: str, back: bool) -> tuple[bool, bool]:  # noqa: FBT001 - the bar's two keys
        here = self.view.here
        found = found_from(self._model, here, text, back=back) if here is not None else None
        if found is None:
            return False, False
        self.view.stand(found[0])
        return True, found[1]

    def _fix(self, name: CellName, fix: Fix) -> None:
        """A button of a callout: an act, or a text for this cell or another of its row."""
        if fix.act is not None:
            fix.act()
            return
        if fix.ask is not None and not fix.ask():
            return
        typed = self._model.unsaved.get(name)
        self._saving.put([Change(name[0], fix.column or name[1], fix.text)])
        if not fix.column or fix.column == name[1] or typed is None:
            return
        self._saving.flush()
        if self._model.held(name).text == typed.text:
            self._saving.give_up(name)
        else:
            self._saving.put([Change(*name, typed.text)])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The sheet's acts with their keys; the page's may follow."""
        menu = QMenu(self)
        for key in (Shortcut.CUT, Shortcut.COPY, Shortcut.COPY_WITH_HEADINGS, Shortcut.PASTE, Shortcut.FILL_DOWN,
                    Shortcut.UNDO, Shortcut.REDO):  # fmt: skip
            action = QAction(key.does(), menu)
            action.setShortcut(key.keys)
            action.triggered.connect(lambda _=False, key=key: self.view.keyboard.acts[key]())
            menu.addAction(action)
        self.menu_opens.emit(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()
