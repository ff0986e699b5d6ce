"""The batch lines of all columns at a glance, each above its column; pressing one leads into it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.services.entry_views import Line
from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.sheet.sheet import Sheet
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.common.tips import told_under_pointer
from committee_desk.ui.entry.event_cells import field_word
from committee_desk.ui.entry.line_bar import FIELDS
from committee_desk.wording.language import tr

HIGH, SIDE, MARK = 24, 7, 13


class LineStrip(QWidget):
    """Follows the sheet's columns as they are scrolled and drawn wider. The keyboard's way is the bar above it."""

    pressed = Signal(str)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._view = sheet.view
        self._lines: Mapping[str, Line] = {}
        self._current = ""
        self._approver_typed = True
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("各列的批次"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._view.horizontalHeader().sectionResized.connect(lambda *_: self.update())
        self._view.horizontalScrollBar().valueChanged.connect(lambda _at: self.update())
        sheet.current_changed.connect(lambda _row, column: self._stand(column))

    def show_lines(self, lines: Mapping[str, Line], *, approver: bool) -> None:
        """Show these, by ledger."""
        self._lines, self._approver_typed = lines, approver
        self.setAccessibleDescription(tr("；").join(self._said(each) for each in lines.values() if _begun(each)))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sheet."""
        return QSize(200, HIGH)

    def _stand(self, column: str) -> None:
        if column != self._current:
            self._current = column
            self.update()

    def _boxes(self) -> dict[str, QRect]:
        """Where each ledger's column stands; nothing of those that are scrolled under the frozen ones."""
        view = self._view
        left = view.viewport().mapTo(view, view.viewport().rect().topLeft()).x()
        first = left + view.frozen_width
        boxes = {}
        for at, column in enumerate(view.rows.columns):
            if column.id in self._lines:
                begin = left + view.columnViewportPosition(at)
                box = QRect(begin, 0, view.columnWidth(at), HIGH)
                boxes[column.id] = box.intersected(QRect(first, 0, self.width() - first, HIGH))
        return {ledger: box for ledger, box in boxes.items() if box.width() > MARK}

    def _missing(self, line: Line) -> str:
        fields = [each for each in FIELDS if each is not FIELDS[-1] or self._approver_typed]
        lacking = [field_word(each) for each in fields if not getattr(line, each.value)]
        return tr("、").join(lacking) if line.marks else ""

    def _said(self, line: Line) -> str:
        name = next((each.heading for each in self._view.rows.columns if each.id == line.indicator), line.indicator)
        held = [text for each in FIELDS if (text := getattr(line, each.value))]
        words = tr("{name}第 {line} 批：{held}", name=name, line=line.line, held="，".join(held) or tr("空"))
        missing = self._missing(line)
        return tr("{words}，还缺{missing}", words=words, missing=missing) if missing else words

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The reason over each column, the document where there is none; a mark where marks rest on too little."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("head"))
        painter.setPen(colour("mut"))
        painter.setFont(font(12))
        left = self._view.verticalHeader().width() + SIDE
        painter.drawText(QRect(left, 0, 120, HIGH), Qt.AlignmentFlag.AlignVCenter, tr("批次事由"))
        for ledger, box in self._boxes().items():
            self._paint(painter, box, self._lines[ledger], chosen=ledger == self._current)
        painter.end()

    def _paint(self, painter: QPainter, box: QRect, line: Line, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(box, colour("accentbg"))
        painter.fillRect(QRect(box.right(), 0, 1, HIGH), colour("hair"))
        inner = box.adjusted(SIDE, 0, -SIDE, 0)
        if self._missing(line):
            paint_icon(painter, "pencil", "warn", QRect(inner.left(), (HIGH - MARK) // 2, MARK, MARK))
            inner.setLeft(inner.left() + MARK + 3)
        text = line.reason or line.voucher or ""
        painter.setPen(colour("text" if chosen else "sub"))
        said = metrics(12).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)

    def _at(self, x: int) -> str:
        return next((ledger for ledger, box in self._boxes().items() if box.left() <= x <= box.right()), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead into that column's line."""
        ledger = self._at(round(event.position().x()))
        if ledger:
            self.pressed.emit(ledger)

    def event(self, event: QEvent) -> bool:
        """The whole line in a tooltip."""
        return told_under_pointer(self, event, self._said_at) or super().event(event)

    def _said_at(self, at: QPoint) -> str:
        line = self._lines.get(self._at(at.x()))
        return self._said(line) if line is not None else ""


def _begun(line: Line) -> bool:
    return bool(line.marks or any(getattr(line, each.value) for each in FIELDS))
