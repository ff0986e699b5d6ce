"""The keys of a sheet: moving, selecting, typing, and the acts that the sheet binds."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from committee_desk.ui.common.sheet.editor import CellEditor
from committee_desk.ui.common.sheet.going import Going, Place, edge
from committee_desk.ui.common.shortcuts import Shortcut

if TYPE_CHECKING:
    from committee_desk.ui.common.sheet.view import SheetView

Key, Held = Qt.Key, Qt.KeyboardModifier
ARROWS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}
PAGES = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}
ENTERS = {Key.Key_Return, Key.Key_Enter}
TABS = {Key.Key_Tab, Key.Key_Backtab}


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Held.KeypadModifier


def _types(event: QKeyEvent) -> bool:
    """Whether a key writes something."""
    control = _held(event) & (Held.ControlModifier | Held.AltModifier | Held.MetaModifier)
    return not control and bool(event.text()) and event.text().isprintable()


class Keyboard:
    """What each key does in the grid, and in the editor of a cell."""

    def __init__(self, view: "SheetView") -> None:
        self._view = view
        self.acts: dict[Shortcut, Callable[[], object]] = {}
        """What the sheet does on its shortcuts."""
        self.escape: Callable[[], bool] = lambda: False
        """Closes what lies over the sheet; False when nothing did."""
        self.empty: Callable[[], object] = lambda: None
        self.fill: Callable[[], object] = lambda: None
        """Puts the active cell's text into the whole selection (Ctrl+Enter while typing)."""

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is the sheet's before it is a shortcut of the window."""
        return self._act(event) is not None or _types(event) or event.key() in {Key.Key_Delete, Key.Key_Backspace}

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        return next((act for key, act in self.acts.items() if key.pressed_by(event)), None)

    def take(self, event: QKeyEvent) -> bool:
        """A key in the grid; False when it means nothing here."""
        view, key, held = self._view, Key(event.key()), _held(event)
        if view.here is None:
            return False
        act = self._act(event)
        if act is not None:
            act()
            return True
        if self._move(key, held):
            return True
        if key in TABS and not held & ~Held.ShiftModifier:
            return view.go_on(Going.ALONG, back=key == Key.Key_Backtab or bool(held & Held.ShiftModifier))
        if key in ENTERS and not held & ~Held.ShiftModifier:
            view.go_on(view.enter, back=bool(held & Held.ShiftModifier))
            return True
        return self._edit(event, key, held)

    def _edit(self, event: QKeyEvent, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        view = self._view
        if key == Key.Key_Escape and not held:
            return self.escape()
        if key == Key.Key_F2 and not held:
            view.type_here(replacing=False)
            return True
        if key == Key.Key_Delete and not held:
            self.empty()
            return True
        if key == Key.Key_Backspace and not held:
            view.type_here("", replacing=True)
            return True
        if key == Key.Key_A and held == Held.ControlModifier:
            view.selectAll()
            return True
        return _types(event) and view.type_key(event)

    def _move(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Arrows, pages, ends; with Shift they select."""
        if held & ~(Held.ShiftModifier | Held.ControlModifier):
            return False
        view, shift = self._view, bool(held & Held.ShiftModifier)
        at = view.lead if shift else view.here
        to = self._target(at, key, far=bool(held & Held.ControlModifier)) if at is not None else None
        if to is None:
            return False
        view.extend(to) if shift else view.stand(to)
        return True

    def _target(self, at: Place, key: Qt.Key, *, far: bool) -> Place | None:
        view = self._view
        end = view.end
        if key in ARROWS:
            down, along = ARROWS[key]
            if far:
                return edge(at, down, along, end, lambda place: bool(view.rows.text(place)))
            return Place(min(max(at.line + down, 0), end.line), min(max(at.column + along, 0), end.column))
        if key in PAGES and not far:
            page = max(view.viewport().height() // view.verticalHeader().defaultSectionSize() - 1, 1)
            return Place(min(max(at.line + PAGES[key] * page, 0), end.line), at.column)
        if key == Key.Key_Home:
            return Place(0, next(iter(view.rows.typed_columns), 0)) if far else Place(at.line, 0)
        if key == Key.Key_End:
            return end if far else Place(at.line, end.column)
        return None

    def take_typing(self, editor: CellEditor, event: QKeyEvent) -> bool:
        """A key while a cell is typed; False leaves it to the editor."""
        key, held = Key(event.key()), _held(event)
        if key == Key.Key_Escape:
            editor.hide_offers() if editor.offering else self._view.cancel_typing()
            return True
        if key in ENTERS or key in TABS:
            return self._leave(editor, key, held)
        if key in {Key.Key_Up, Key.Key_Down} and editor.offering and not held:
            editor.choose_offer(1 if key == Key.Key_Down else -1)
            return True
        if key == Key.Key_F2:
            editor.replacing = not editor.replacing
            return True
        leads = key in {Key.Key_Up, Key.Key_Down, *PAGES} or (editor.replacing and key in ARROWS)
        if leads and not held:
            self._view.finish_typing()
            self._move(key, held)
            return True
        return self._act_while_typing(event)

    def _act_while_typing(self, event: QKeyEvent) -> bool:
        """Finding and leading to what was refused work from a cell being typed; the rest is the editor's."""
        for key in (Shortcut.FILTER, Shortcut.NEXT_REFUSED, Shortcut.FIXES):
            if key in self.acts and key.pressed_by(event):
                self._view.finish_typing()
                self.acts[key]()
                return True
        return False

    def _leave(self, editor: CellEditor, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if held & Held.AltModifier:
            return False
        editor.take_offer()
        self._view.finish_typing()
        if key in ENTERS and held & Held.ControlModifier:
            self.fill()
            return True
        back = key == Key.Key_Backtab or bool(held & Held.ShiftModifier)
        self._view.go_on(Going.ALONG if key in TABS else self._view.enter, back=back)
        return True
