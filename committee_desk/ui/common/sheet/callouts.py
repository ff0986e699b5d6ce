"""Which callout is shown, and that it lies beside its cell whatever moves."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer

from committee_desk.ui.common.sheet.callout import Callout, best_place, places
from committee_desk.ui.common.sheet.going import Place
from committee_desk.ui.common.sheet.model import CellName, SheetModel
from committee_desk.ui.common.sheet.source import Fix, State
from committee_desk.ui.common.sheet.view import SheetView

CANDIDATES = (300, 3)
"""What an input method's box takes beneath the line being typed: pixels across, rows down."""


class Callouts:
    """One callout at a time: the active cell's, else that of the cell refused last, until it is closed or left."""

    def __init__(self, view: SheetView, model: SheetModel, fixed: Callable[[CellName, Fix], None]) -> None:
        self._view, self._model, self._fixed = view, model, fixed
        self._name: CellName | None = None
        self._closed: CellName | None = None
        self._said: tuple[CellName, str] | None = None
        self._note: tuple[CellName, str] | None = None
        self.callout = Callout(view.viewport(), self._back, self._fix)
        self._later = QTimer(view)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.lie)
        view.scrolled.connect(self._later.start)

    def refuse(self, name: CellName) -> None:
        """This cell was refused just now."""
        self._name, self._closed, self._note = name, None, None
        self.lie()

    def note(self, sentence: str) -> None:
        """Say something at the active cell that is about no text in it; gone with the next move."""
        here = self._view.here
        if here is not None:
            self._note = (self._model.name(here), sentence)
            self.lie()

    def moved(self) -> None:
        """One stands elsewhere."""
        self._note = None
        here = self._view.here
        if here is not None and here.line < len(self._model.keys):
            name = self._model.name(here)
            if self._unaccepted(name):
                self._name, self._closed = name, None
            elif self._far_from(here):
                self._closed = self._name
        self.lie()

    def _far_from(self, here: Place) -> bool:
        """Whether its cell lies more than a line away: what is said there is no longer about what is being done."""
        place = self._model.place(self._name) if self._name is not None else None
        return place is not None and abs(place.line - here.line) > 1

    def _unaccepted(self, name: CellName | None) -> bool:
        typed = self._model.unsaved.get(name) if name is not None else None
        return typed is not None and typed.state is not State.SAVING

    def close(self) -> bool:
        """Close it; False when none is seen."""
        if self.callout.isHidden():
            return False
        if self._note is not None:
            self._note = None
        else:
            self._closed = self._name
        self.lie()
        return True

    def enter(self) -> bool:
        """Go to the ways out, of the active cell's callout first."""
        return self.callout.enter()

    def lie(self) -> None:
        """Show what is to be said where there is room; hide it where there is none or nothing."""
        name, state, sentence, fixes = self._content()
        place = self._model.place(name) if name is not None else None
        if place is None:
            self._hide()
            return
        view = self._view
        cell = view.visualRect(self._model.index(place.line, place.column))
        room = view.viewport().rect()
        if not room.intersects(cell) or (place.column >= view.frozen and cell.left() < view.frozen_width):
            self._hide()
            return
        if name is not None and self._said != (name, sentence):
            self._said = (name, sentence)
            self.callout.say(state, sentence, fixes)
        row = view.verticalHeader().defaultSectionSize()
        candidates = places(cell, self.callout.size_within(room), room, row)
        found = best_place(candidates, room, [cell, *self._active()], self._typing(row))
        if found is None:
            self._hide(keep=True)
        else:
            self.callout.lie(*found, cell)

    def _content(self) -> tuple[CellName | None, State, str, tuple[Fix, ...]]:
        if self._note is not None:
            return self._note[0], State.REFUSED, self._note[1], ()
        typed = self._model.unsaved.get(self._name) if self._name is not None else None
        if typed is None or typed.state is State.SAVING or self._closed == self._name:
            return None, State.SAVED, "", ()
        return self._name, typed.state, typed.sentence, typed.fixes

    def _hide(self, *, keep: bool = False) -> None:
        if not keep:
            self._said = None
        if self.callout.isVisible() and self.callout.isAncestorOf(self.callout.focusWidget() or self._view):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.callout.hide()

    def _active(self) -> list[QRect]:
        index = self._view.currentIndex()
        return [self._view.visualRect(index)] if index.isValid() else []

    def _typing(self, row: int) -> list[QRect]:
        """Where candidates of an input method and of the program appear."""
        editor = self._view.editor
        if editor is None:
            return []
        box = editor.geometry()
        return [QRect(box.left() + 1, box.bottom() + 1, CANDIDATES[0], CANDIDATES[1] * row)]

    def _back(self, edit: bool) -> None:  # noqa: FBT001 - what the callout's key says
        name = self._name
        if not edit:
            self.close()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        place = self._model.place(name) if name is not None else None
        if edit and place is not None:
            self._view.stand(place)
            self._view.type_here(replacing=False)

    def _fix(self, fix: Fix) -> None:
        name, at = self._name, self._place_before()
        if name is None:
            return
        if self._view.editor is None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fixed(name, fix)
        if at is not None and self._view.here is None:
            self._view.stand(at)

    def _place_before(self) -> Place | None:
        return self._view.here
