"""手写签名: a field that is written in with a mouse or a pen. Each stroke can be taken back; none need be written."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTabletEvent,
)
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from committee_desk.domain.sealing import Stroke
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.theme import colour, font
from committee_desk.wording.language import tr, tr_n

WIDE, HIGH = 432, 96
"""As the field on paper: four and a half times as wide as it is high."""
INK, PAPER, FAINT = QColor("#0d0d1f"), QColor("#ffffff"), QColor("#c5cad3")
PEN, LEAST = 2.4, 0.004
"""Points nearer to the last one than this part of the width say nothing new."""


class HandPad(QWidget):
    """White as paper in every look. Ctrl+Z takes the last stroke back, Delete all of them."""

    written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[list[QPointF]] = []
        self._drawing = False
        self.setFixedSize(WIDE, HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking, on=False)
        self.setAccessibleName(tr("手写签名"))
        self._say()

    def strokes(self) -> tuple[Stroke, ...]:
        """What was written, in parts of the field."""
        return tuple(tuple((point.x(), point.y()) for point in each) for each in self._strokes)

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._strokes:
            self._strokes.pop()
            self._changed()

    def clear(self) -> None:
        """Take everything back."""
        if self._strokes:
            self._strokes.clear()
            self._changed()

    # -- writing ---------------------------------------------------------------------------------------------------

    def _begin(self, at: QPointF) -> None:
        self._drawing = True
        self._strokes.append([self._part(at)])
        self._changed()

    def _go_on(self, at: QPointF) -> None:
        point, stroke = self._part(at), self._strokes[-1]
        if (point - stroke[-1]).manhattanLength() >= LEAST:
            stroke.append(point)
            self.update()

    def _end(self) -> None:
        self._drawing = False
        self._changed()

    def _part(self, at: QPointF) -> QPointF:
        """A place as parts of the field, held within it."""
        return QPointF(min(max(at.x() / self.width(), 0.0), 1.0), min(max(at.y() / self.height(), 0.0), 1.0))

    def _changed(self) -> None:
        self._say()
        self.update()
        self.written.emit()

    def _say(self) -> None:
        count = len(self._strokes)
        written = tr_n("已写 {count} 笔。", "已写 {count} 笔。", count) if count else tr("还没有写。")
        said = tr("用鼠标或手写笔写。Ctrl+Z 撤销一笔，Delete 清除。不便手写的，勾选“不手写”。")
        self.setAccessibleDescription(f"{written} {said}")
        self.setToolTip(said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And goes on."""
        if self._drawing:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """And ends."""
        if self._drawing and event.button() is Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """The same with a pen; taken here, so that no mouse writes every stroke again."""
        kind = event.type()
        if kind is QTabletEvent.Type.TabletPress:
            self._begin(event.position())
        elif kind is QTabletEvent.Type.TabletMove and self._drawing:
            self._go_on(event.position())
        elif kind is QTabletEvent.Type.TabletRelease and self._drawing:
            self._end()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back by keys."""
        if event.matches(QKeySequence.StandardKey.Undo) or event.key() == Qt.Key.Key_Backspace:
            self.undo()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    # -- what is seen ----------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As it is."""
        return QSize(WIDE, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, a line to write on, the strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colour("accent") if self.hasFocus() else colour("ctl")
        painter.setPen(QPen(edge if self.isEnabled() else colour("line"), 2 if self.hasFocus() else 1))
        painter.setBrush(PAPER if self.isEnabled() else colour("off"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QPen(FAINT, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(16, HIGH * 0.8), QPointF(WIDE - 16, HIGH * 0.8))
        if not self._strokes and self.isEnabled():
            painter.setPen(QColor("#606875"))
            painter.setFont(font(13))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("在这里手写签名"))
        painter.setPen(QPen(INK, PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        for stroke in self._strokes:
            points = [QPointF(each.x() * WIDE, each.y() * HIGH) for each in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))
        painter.end()


class HandField(QWidget):
    """The pad with its buttons, and the way without: the name then stands there in letters."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.pad = HandPad()
        column.addWidget(self.pad)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.undo: QPushButton = button(tr("撤销一笔"), self.pad.undo)
        self.clear: QPushButton = button(tr("清除"), self.pad.clear)
        self.without = QCheckBox(tr("不手写"))
        self.without.setAccessibleDescription(tr("签名处印姓名；电子签名同样有效"))
        for each in (self.undo, self.clear):
            each.setAutoDefault(False)
            line.addWidget(each)
        line.addWidget(self.without)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(label(tr("不手写的，签名处印姓名，同样有效"), "cap", wrap=True))
        self.pad.written.connect(self._follow)
        self.without.toggled.connect(lambda _on: self._follow())
        self.setFocusProxy(self.pad)
        self._follow()

    def strokes(self) -> tuple[Stroke, ...]:
        """What was written; nothing where it is signed without."""
        return () if self.without.isChecked() else self.pad.strokes()

    @property
    def complete(self) -> bool:
        """Whether something was written, or it was said that nothing will be."""
        return self.without.isChecked() or bool(self.pad.strokes())

    def _follow(self) -> None:
        by_hand = not self.without.isChecked()
        self.pad.setEnabled(by_hand)
        for each in (self.undo, self.clear):
            each.setEnabled(by_hand and bool(self.pad.strokes()))
