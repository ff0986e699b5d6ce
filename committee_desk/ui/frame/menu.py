"""The program's menu: desks, look, who sits at the desk, help."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import DARK_LOOK, LIGHT_LOOK, SYSTEM
from committee_desk.wording.language import tr

OF_THE_WINDOW = {Shortcut.NEW_DESK, Shortcut.OPEN_DESK, Shortcut.VERIFY, Shortcut.LOCK, Shortcut.QUIT}
Act = Callable[[], object]
DESKS, SEAT, HELP, LEAVING = range(4)
"""The groups of the menu; the looks stand after the desks."""


def look_names() -> tuple[tuple[str, str], ...]:
    """The looks and their names."""
    return (SYSTEM, tr("随系统")), (LIGHT_LOOK, tr("浅色")), (DARK_LOOK, tr("深色"))


def always() -> str:
    """Nothing stands in the way."""
    return ""


class ProgramAct(NamedTuple):
    """An act of the program itself, for menu and palette. `bar` says why it cannot be done now."""

    title: str
    icon: str
    run: Act
    key: Shortcut | None = None
    group: int = DESKS
    bar: Callable[[], str] = always


class ProgramMenu(QMenu):
    """The acts and the looks; those that work without a desk carry their shortcut for the whole window."""

    def __init__(
        self, window: QMainWindow, acts: tuple[ProgramAct, ...], look: str, choose: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._barred: list[tuple[QAction, ProgramAct]] = []
        self._plain: list[tuple[QAction, str]] = []
        """The lines whose icons are still to be drawn: when the menu first opens, not while the window does."""
        self.setAccessibleName(tr("台账菜单"))
        self.setToolTipsVisible(True)
        for group in (DESKS, SEAT, HELP, LEAVING):
            for act in acts:
                if act.group == group:
                    self.offer(act)
            if group == DESKS:
                self.addSeparator()
                self.offer_looks(look, choose)
            if group != LEAVING:
                self.addSeparator()
        self.aboutToShow.connect(self._draw_icons)
        self.aboutToShow.connect(self._say_possible)

    def offer(self, act: ProgramAct) -> None:
        """One line."""
        action = QAction(act.title, self._window)
        self._plain.append((action, act.icon))
        action.triggered.connect(lambda _=False: act.run())
        if act.key in OF_THE_WINDOW:
            action.setShortcut(act.key.keys)
            self._window.addAction(action)
        elif act.key is not None:
            action.setText(f"{act.title}\t{act.key.shown}")
        if act.bar is not always and act.key not in OF_THE_WINDOW:  # a shortcut is answered in words all the same
            self._barred.append((action, act))
        self.addAction(action)

    def _draw_icons(self) -> None:
        for action, name in self._plain:
            action.setIcon(icon(name))
        self._plain.clear()

    def _say_possible(self) -> None:
        for action, act in self._barred:
            why = act.bar()
            action.setEnabled(not why)
            action.setToolTip(why or act.title)

    def offer_looks(self, chosen: str, choose: Callable[[str], object]) -> None:
        """The looks, the one in use ticked."""
        looks = self.addMenu(tr("外观"))
        self._plain.append((looks.menuAction(), "sun"))
        looks.setAccessibleName(tr("外观"))
        one_of = QActionGroup(looks)
        for look, name in look_names():
            action = QAction(name, looks)
            action.setCheckable(True)
            action.setChecked(look == chosen)
            action.triggered.connect(partial(_choose, choose, look))
            one_of.addAction(action)
            looks.addAction(action)


def _choose(choose: Callable[[str], object], look: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
    choose(look)
