"""The rail: the year's steps in order, each with its state and what is owed, each a button that opens its page."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from committee_desk.services.views import StepState
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.theme import RAIL_EN, RAIL_ITEM, RAIL_ZH
from committee_desk.ui.frame.rail_lines import RailLine, rail_lines
from committee_desk.ui.frame.rail_paint import RailLook, paint_line
from committee_desk.wording.language import CHINESE, language, tr

NARROW, HEADING, GAP_NARROW = 52, 40, 12
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}


class RailItem(QPushButton):
    """One place. A real button: screen readers and robots read its state and press it."""

    walked = Signal(int)

    def __init__(self, line: RailLine) -> None:
        super().__init__()
        self.current = self.narrow = False
        self.setProperty("k", "row")
        self.setFixedHeight(RAIL_ITEM)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_line(line)

    def show_line(self, line: RailLine) -> None:
        """Show another state; pages that come later take no press."""
        self.line = line
        self.setEnabled(not line.absent)
        self.setAccessibleName(line.spoken)
        self.setToolTip(line.spoken)
        self.update()

    def mark(self, *, current: bool) -> None:
        """Whether this is the page in view; Tab stops at that item alone."""
        self.current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleDescription(tr("当前页面") if current else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(NARROW, RAIL_ITEM)

    def minimumSizeHint(self) -> QSize:
        """The mark alone."""
        return QSize(NARROW, RAIL_ITEM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Home and End too; Space and Enter press."""
        by = STEPS.get(Qt.Key(event.key()))
        if by is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.walked.emit(by)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        look = RailLook(self.current, self.isEnabled() and self.underMouse(), self.hasFocus(), self.narrow)
        painter = QPainter(self)
        paint_line(painter, self.rect(), self.line, look)
        painter.end()


class Rail(QScrollArea):
    """The rail itself. `led(page id)` while arrows walk along it, `entered(page id)` when an item is pressed."""

    led = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("年度流程导航"))
        self.setObjectName("rail")
        self.setProperty("r", "rail")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items: dict[str, RailItem] = {}
        self._headings: list[tuple[QLabel, str]] = []
        self.chosen = ""
        self._barred: Collection[str] = ()
        content = QWidget()
        content.setProperty("r", "rail")
        content.setAccessibleName(tr("年度流程导航"))
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 10, 0, 8)
        self._column.setSpacing(0)
        for line in rail_lines({}):
            self._add(line)
        self._column.addStretch(1)
        self.setWidget(content)
        self.show_narrow(narrow=False)

    def _add(self, line: RailLine) -> None:
        if line.place is None:
            heading = label(line.title, "cap")
            heading.setContentsMargins(18, 8, 8, 0)
            self._headings.append((heading, line.title))
            self._column.addWidget(heading)
            return
        item = RailItem(line)
        page_id = line.place.id
        item.clicked.connect(lambda _=False: self.entered.emit(page_id))
        item.walked.connect(lambda by: self._walk(page_id, by))
        self.items[page_id] = item
        self._column.addWidget(item)

    def bar(self, places: Collection[str]) -> None:
        """These places are not for who sits at the desk."""
        self._barred = places
        self.show_states({})

    def show_states(self, states: dict[str, StepState]) -> None:
        """Show how far each step is."""
        for line in rail_lines(states, self._barred):
            if line.place is not None:
                self.items[line.place.id].show_line(line)

    def choose(self, page_id: str) -> None:
        """Mark that place as the current one; the focus goes along when it was on the rail."""
        held = self.holds_focus()
        self.chosen = page_id
        for each, item in self.items.items():
            item.mark(current=each == page_id)
        if (now := self.items.get(page_id)) is not None:
            self.ensureWidgetVisible(now, 0, RAIL_ITEM)
            if held:
                now.setFocus()

    def holds_focus(self) -> bool:
        """Whether one of the items has the focus."""
        focused = self.window().focusWidget()
        return isinstance(focused, RailItem) and self.isAncestorOf(focused)

    def take_focus(self) -> None:
        """To the current item."""
        if (now := self.items.get(self.chosen)) is not None:
            now.setFocus(Qt.FocusReason.TabFocusReason)

    def show_narrow(self, *, narrow: bool) -> None:
        """Marks alone, when the window is narrow; names stand in tooltips."""
        self.setFixedWidth(NARROW if narrow else (RAIL_ZH if language() == CHINESE else RAIL_EN))
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        for item in self.items.values():
            item.narrow = narrow
        for heading, title in self._headings:
            heading.setText("" if narrow else title)
            heading.setFixedHeight(GAP_NARROW if narrow else HEADING)

    def _walk(self, page_id: str, by: int) -> None:
        open_ones = [each for each, item in self.items.items() if item.isEnabled()]
        at = max(0, min(open_ones.index(page_id) + by, len(open_ones) - 1))
        if open_ones[at] != page_id:
            self.led.emit(open_ones[at])
