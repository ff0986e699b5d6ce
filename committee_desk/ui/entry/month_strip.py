"""The twelve months of the year on one line, each with its state; one of them is being worked on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.domain.months import MONTHS, MonthState
from committee_desk.services.month_views import MonthView
from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.theme import PAGE_MARGIN, colour, font, metrics
from committee_desk.ui.common.tips import told_under_pointer
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr
from committee_desk.wording.months import state_in_words, state_on_the_strip

HIGH, LOW, GAP, ABOVE = 44, 36, 5, 8
MARK, BEFORE_WORD, BESIDE_WORD = 14, 3, 4


_LOOKS = {
    MonthState.OPEN: ("pencil", "accent"),
    MonthState.CLOSED: ("lock", "sub"),
    MonthState.PUBLISHED: ("check", "sub"),
}


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One month: where it stands, and whether what was published is no longer so."""

    view: MonthView
    corrected: bool = False

    @property
    def month(self) -> int:
        """Which month."""
        return self.view.month

    @property
    def look(self) -> tuple[str, str]:
        """Icon and role."""
        if self.corrected or self.view.reopened:
            return "alert-triangle", "warn"
        return ("circle", "mut") if self.view.future else _LOOKS[self.view.state]

    @property
    def word(self) -> str:
        """The state as it stands on the strip, in as few letters as it can be said."""
        return tr("有更正") if self.corrected else state_on_the_strip(self.view)

    def said(self) -> str:
        """The cell in words: 12月，录入中."""
        state = state_in_words(self.view, corrected=self.corrected)
        words = tr("{month}，{state}", month=month_name(self.month), state=state)
        return tr("{words}，逾期未公布", words=words) if self.view.due and not self.view.reopened else words


def _wide(word: str, size: int) -> int:
    return metrics(size, 500).horizontalAdvance(word)


class MonthStrip(QWidget):
    """Left and right walk, Home and End go to the ends, a click takes the month; `picked` tells the month."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[MonthCell, ...] = tuple(
            MonthCell(MonthView(month, MonthState.OPEN, future=True)) for month in MONTHS
        )
        self.month = 1
        self._high = HIGH
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("月份"))
        self.show_low(low=False)

    def show_months(self, cells: Sequence[MonthCell]) -> None:
        """Show these months."""
        self._cells = tuple(cells)
        self._tell()

    def choose(self, month: int) -> None:
        """Work on this month, telling nobody."""
        self.month = month
        self._tell()

    @property
    def cell(self) -> MonthCell:
        """The chosen month."""
        return self._cells[self.month - 1]

    def show_low(self, *, low: bool) -> None:
        """In a low window month and state stand closer together."""
        self._high = LOW if low else HIGH
        self.setFixedHeight(self._high + (8 if low else 2 * ABOVE))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the page lets it be."""
        return QSize(12 * 70, self.height())

    def minimumSizeHint(self) -> QSize:
        """Months alone, without words."""
        return QSize(12 * 30, self.height())

    def _tell(self) -> None:
        self.setAccessibleDescription(self._cells[self.month - 1].said())
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def box(self, month: int) -> QRect:
        """Where that month stands, on whole pixels."""
        room = self.width() - 2 * PAGE_MARGIN + GAP
        left, right = ((room * at) // 12 for at in (month - 1, month))
        top = (self.height() - self._high) // 2
        return QRect(PAGE_MARGIN + left, top, right - left - GAP, self._high)

    def _at(self, x: float) -> int:
        return next((cell.month for cell in self._cells if self.box(cell.month).right() + GAP >= x), 12)

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Twelve boxes, the chosen one framed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in self._cells:
            self._paint_box(painter, cell)
            self._paint_words(painter, cell)
        painter.end()

    def _paint_box(self, painter: QPainter, cell: MonthCell) -> None:
        chosen = cell.month == self.month
        edge = 2 if chosen else 1
        half = edge / 2
        box = QRectF(self.box(cell.month)).adjusted(half, half, -half, -half)
        painter.setPen(QPen(colour("accent" if chosen else "hair"), edge))
        painter.setBrush(colour("surface" if chosen else "alt"))
        painter.drawRoundedRect(box, 4, 4)
        if chosen and self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 2, 2)

    def _paint_words(self, painter: QPainter, cell: MonthCell) -> None:
        box = self.box(cell.month)
        chosen = cell.month == self.month
        high = self._high == HIGH
        first = QRect(box.left(), box.top() + (4 if high else 2), box.width(), 19 if high else 16)
        painter.setFont(font(14 if high else 12, 700 if chosen else 500))
        painter.setPen(colour("text" if chosen else "sub"))
        painter.drawText(first, Qt.AlignmentFlag.AlignCenter, month_name(cell.month))
        mark, role = cell.look
        if not chosen and role == "accent":
            role = "sub"
        word, size, marked = self.written(cell.month)
        wide = metrics(size, 500).horizontalAdvance(word)
        before = MARK + BEFORE_WORD if marked else 0
        left = box.left() + (box.width() - before - wide) // 2
        top = box.top() + (24 if high else 19)
        if marked:
            paint_icon(painter, mark, role, QRectF(left, top, MARK, MARK))
        painter.setFont(font(size, 500 if chosen else 400))
        painter.setPen(colour(role))
        painter.drawText(QRect(left + before, top - 1, wide + 2, MARK + 2), Qt.AlignmentFlag.AlignVCenter, word)

    def written(self, month: int) -> tuple[str, int, bool]:
        """The state's word and its size, and whether its mark has room beside it: the mark goes before the word."""
        word, room = self._cells[month - 1].word, self._room(month)
        size = 12 if all(_wide(cell.word, 12) <= self._room(cell.month) for cell in self._cells) else 11
        wide = _wide(word, size)
        if wide > room:
            word = metrics(size, 500).elidedText(word, Qt.TextElideMode.ElideRight, room)
        return word, size, wide + MARK + BEFORE_WORD <= room

    def _room(self, month: int) -> int:
        return self.box(month).width() - BESIDE_WORD

    # -- mouse and keys --------------------------------------------------------------------------------------------

    def _told(self, month: int) -> str:
        """The month in words; of those beside the chosen one the key that leads there."""
        key = {self.month - 1: Shortcut.PREVIOUS_MONTH, self.month + 1: Shortcut.NEXT_MONTH}.get(month)
        said = self._cells[month - 1].said()
        return with_key(said, key) if key is not None else said

    def step(self, by: int) -> None:
        """To the month so many further; none beyond the year."""
        self._pick(self.month + by)

    def _pick(self, month: int) -> None:
        month = max(1, min(12, month))
        if month != self.month:
            self.choose(month)
            self.picked.emit(month)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the month that was pressed."""
        self._pick(self._at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the months."""
        to = {
            Qt.Key.Key_Left: self.month - 1,
            Qt.Key.Key_Right: self.month + 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: 12,
        }.get(Qt.Key(event.key()))
        if to is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self._pick(to)

    def event(self, event: QEvent) -> bool:
        """The tooltip says the month under the mouse in words."""
        return told_under_pointer(self, event, lambda at: self._told(self._at(at.x()))) or super().event(event)
