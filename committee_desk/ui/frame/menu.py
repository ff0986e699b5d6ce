"""The program's menu: desks, look, help."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import DARK_LOOK, LIGHT_LOOK, SYSTEM
from committee_desk.wording.language import tr

OF_THE_WINDOW = {Shortcut.NEW_DESK, Shortcut.OPEN_DESK, Shortcut.QUIT}
Act = Callable[[], object]


def look_names() -> tuple[tuple[str, str], ...]:
    """The looks and their names."""
    return (SYSTEM, tr("随系统")), (LIGHT_LOOK, tr("浅色")), (DARK_LOOK, tr("深色"))


class ProgramMenu(QMenu):
    """Lines are added by what they do; those that work without a desk carry their shortcut for the whole window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setAccessibleName(tr("台账菜单"))

    def offer(self, text: str, icon_name: str, act: Act, key: Shortcut | None = None) -> None:
        """One line."""
        action = QAction(icon(icon_name), text, self._window)
        action.triggered.connect(lambda _=False: act())
        if key in OF_THE_WINDOW:
            action.setShortcut(key.keys)
            self._window.addAction(action)
        elif key is not None:
            action.setText(f"{text}\t{key.shown}")
        self.addAction(action)

    def offer_looks(self, chosen: str, choose: Callable[[str], object]) -> None:
        """The looks, the one in use ticked."""
        looks = self.addMenu(icon("sun"), tr("外观"))
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
