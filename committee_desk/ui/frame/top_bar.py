"""The top bar: office, year, search in the middle, the next legal deadline."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from committee_desk.services.views import DeskIdentity
from committee_desk.ui.common.chips import WARN, Chip, ChipLabel
from committee_desk.ui.common.icons import icon, pixmap
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import label, name_inner_buttons
from committee_desk.ui.common.theme import TOP_BAR, colour, font
from committee_desk.wording.language import tr

MUTED = "cap"
"""The colour of what nobody has to act on."""


class Deadline(NamedTuple):
    """What the bar says: what ends and when, how long is left, in which colour; for little room name and date apart."""

    what: str = ""
    left: str = ""
    kind: str = "accent"
    short: str = ""
    day: str = ""


class SearchField(QLineEdit):
    """Looks like a field and opens the search palette; its key is painted at the right end."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "search")
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPlaceholderText(tr("搜索人员、案件、异议、命令"))
        self.setAccessibleName(tr("搜索"))
        self.setToolTip(with_key(Shortcut.SEARCH.does(), Shortcut.SEARCH))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMaximumWidth(320)
        self.setMinimumWidth(96)
        self.setFixedHeight(32)
        self.addAction(QAction(icon("search", "sub"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        name_inner_buttons(self)

    def sizeHint(self) -> QSize:
        """320 wide where there is room."""
        return QSize(320, 32)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the palette."""
        super().mouseReleaseEvent(event)
        self.wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key at the right end."""
        super().paintEvent(event)
        if self.width() > 260:
            painter = QPainter(self)
            painter.setFont(font(12))
            painter.setPen(colour("mut"))
            painter.drawText(
                self.rect().adjusted(0, 0, -10, 0),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
                Shortcut.SEARCH.shown,
            )


class TopBar(QFrame):
    """`year_chosen`, `search_wanted`, and the menu of the program."""

    year_chosen = Signal(int)
    next_year_wanted = Signal()
    search_wanted = Signal()
    deadline_pressed = Signal()

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.setProperty("r", "top")
        self.setFixedHeight(TOP_BAR)
        self.setAccessibleName(tr("顶栏"))
        self._narrow = False
        self._said = Deadline()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 0, 20, 0)
        self._line.setSpacing(12)
        self.search = SearchField()
        self.search.wanted.connect(self.search_wanted)
        self.search.returnPressed.connect(self.search_wanted)
        self._line.addWidget(self._left(menu), 1)
        self._line.addWidget(self.search, 0)
        self._line.addWidget(self._right(), 1)

    def _left(self, menu: QMenu) -> QWidget:
        side, line = _side()
        self.menu_button = QToolButton()
        self.menu_button.setProperty("k", "flat")
        self.menu_button.setIcon(icon("building-bank", "accent", 20))
        self.menu_button.setIconSize(QSize(20, 20))
        self.menu_button.setToolTip(tr("台账菜单（F10）"))
        self.menu_button.setShortcut("Alt+M")
        self.menu_button.setAccessibleName(tr("台账菜单"))
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.office = label("", "h3")
        self.office.setMinimumWidth(40)
        self.demo = ChipLabel(Chip(tr("演示"), WARN, "alert-triangle", tr("演示台账：样例数据，时钟由脚本设定")))
        self.demo.hide()
        self.year = QToolButton()
        self.year.setProperty("k", "flat")
        self.year.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.year.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.year.setIcon(icon("chevron-down", "sub", 16))
        self.year.setIconSize(QSize(16, 16))
        self.year.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.year.setAccessibleName(tr("年度"))
        self._years = QMenu(self.year)
        self.year.setMenu(self._years)
        self._apart = hairline(upright=True)
        self._apart.setFixedHeight(20)
        for widget in (self.menu_button, self.office, self.demo, self._apart, self.year):
            line.addWidget(widget)
        line.addStretch(1)
        return side

    def _right(self) -> QWidget:
        self._room, line = _side()
        self._room.resized.connect(self._fit_deadline)
        line.addStretch(1)
        self._mark = QLabel()
        self._mark.setPixmap(pixmap("calendar-due", "sub", 18))
        self.deadline = QLabel()
        self.deadline.setProperty("r", "sub")
        self.deadline.setMinimumWidth(0)
        self.left = label("", "accent")
        for widget in (self._mark, self.deadline, self.left):
            line.addWidget(widget)
        self.show_deadline("", "", "accent")
        return self._room

    def show_desk(self, identity: DeskIdentity, years: tuple[int, ...], year: int) -> None:
        """Name the office and the year."""
        self.office.setText(identity.office)
        self.office.setToolTip(str(identity.path))
        self.menu_button.setToolTip(tr("{office}，台账菜单（F10）", office=identity.office))
        self.demo.setVisible(identity.demo)
        self.year.setText(tr("{year} 年度", year=year))
        self._years.clear()
        for each in sorted(years, reverse=True):
            action = QAction(tr("{year} 年度", year=each), self._years)
            action.setCheckable(True)
            action.setChecked(each == year)
            action.triggered.connect(lambda _=False, chosen=each: self.year_chosen.emit(chosen))
            self._years.addAction(action)
        self._years.addSeparator()
        following = QAction(icon("calendar-plus"), tr("结转新年度…"), self._years)
        following.setEnabled(identity.read_only is None)
        following.triggered.connect(self.next_year_wanted)
        self._years.addAction(following)

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out the office's name, and of the deadline what has no room; all of it stands in tooltips."""
        self._narrow = narrow
        self.search.setMaximumWidth(NARROW_SEARCH if narrow else 320)
        self.office.setVisible(not narrow)
        self._apart.setVisible(not narrow)
        self._mark.setVisible(not narrow and bool(self._said.what))
        self._fit_deadline()

    def show_deadline(self, what: str, left: str, kind: str, name: str = "", day: str = "") -> None:
        """The next legal deadline and the working days left; nothing when none is known.

        `name` and `day` are for little room: the name may be shortened, the day never is.
        """
        self._said = Deadline(what, left, kind, name or what, day)
        self.left.setText(left)
        for part, role in ((self.left, kind), (self.deadline, MUTED if kind == MUTED else "sub")):
            part.setProperty("r", role)
            part.style().unpolish(part)
            part.style().polish(part)
        for widget in (self._mark, self.deadline, self.left):
            widget.setVisible(bool(what) and (bool(left) or widget is not self.left))
            widget.setToolTip(f"{what} {left}".strip())
        self.show_narrow(narrow=self._narrow)

    def _fit_deadline(self) -> None:
        """Whole where there is room beside the days left; else its name, shortened if it must be, and its date."""
        letters, said = self.deadline.fontMetrics(), self._said
        room = self._room.width() - ROUNDED - (self.left.sizeHint().width() + SPACE if said.left else 0)
        room -= 0 if self._narrow else self._mark.sizeHint().width() + SPACE
        whole = said.what if not self._narrow else f"{said.short} {said.day}".strip()
        if letters.horizontalAdvance(whole) > room and said.short:
            left = room - letters.horizontalAdvance(f" {said.day}" if said.day else "")
            shortened = letters.elidedText(said.short, Qt.TextElideMode.ElideRight, max(left, 0))
            whole = f"{shortened} {said.day}".strip()
        self.deadline.setText(whole)


NARROW_SEARCH, SPACE, ROUNDED = 150, 8, 2


class _Side(QWidget):
    """One end of the bar; says when it got another width."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say so."""
        super().resizeEvent(event)
        self.resized.emit()


def _side() -> tuple[_Side, QHBoxLayout]:
    side = _Side()
    side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    line = QHBoxLayout(side)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE)
    return side, line
