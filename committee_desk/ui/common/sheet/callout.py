"""What is said under a cell that was not accepted: one sentence, and the ways out as buttons."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from committee_desk.ui.common.enter import press_focused
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.sheet.source import Fix, State
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.theme import colour

WIDE, TIP, RADIUS, PADDING, EDGE, GAP, MARK = 372, 8, 6, 12, 9, 8, 18


class Side(Enum):
    """On which side of its cell the callout lies."""

    BELOW = auto()
    ABOVE = auto()
    RIGHT = auto()
    LEFT = auto()


def places(cell: QRect, size: QSize, room: QRect, row: int) -> list[tuple[Side, QRect]]:
    """Where a callout of that size may lie, the best place first; below and above it ends with a row."""
    left = min(max(cell.left() - PADDING, room.left()), room.right() - size.width())
    deep = -(-(size.height() + TIP) // row) * row
    top = min(max(cell.top() - PADDING, room.top()), room.bottom() - size.height())
    return [
        (Side.BELOW, QRect(left, cell.bottom() + 1, size.width(), deep)),
        (Side.ABOVE, QRect(left, cell.top() - deep, size.width(), deep)),
        (Side.RIGHT, QRect(cell.right() + 1, top, size.width() + TIP, size.height())),
        (Side.LEFT, QRect(cell.left() - size.width() - TIP, top, size.width() + TIP, size.height())),
    ]


def best_place(
    candidates: Sequence[tuple[Side, QRect]], room: QRect, never: Sequence[QRect], rather_not: Sequence[QRect]
) -> tuple[Side, QRect] | None:
    """The first place inside the room that covers nothing it must not; what it rather should not, only if it must."""
    fitting = [each for each in candidates if room.contains(each[1])]
    free = [each for each in fitting if not any(each[1].intersects(other) for other in never)]
    better = [each for each in free if not any(each[1].intersects(other) for other in rather_not)]
    return next(iter([*better, *free]), None)


class Callout(QFrame):
    """A bubble with a tip. It never takes the focus by itself; Alt+Down leads into it, Esc and F2 back."""

    def __init__(self, viewport: QWidget, back: Callable[[bool], None], fixed: Callable[[Fix], None]) -> None:
        super().__init__(viewport)
        self._back, self._fixed = back, fixed
        self._role, self._side, self._tip = "bad", Side.BELOW, 0
        self.buttons: list[QPushButton] = []
        self._shape = QLabel()
        self.sentence = label("", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.sentence, 1)
        self._column.addStretch(1)  # what snapping to rows adds is shared above and below
        self._column.addLayout(top)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._row.setContentsMargins(MARK + GAP, 0, 0, 0)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addStretch(1)
        self.hide()

    def say(self, state: State, sentence: str, fixes: Sequence[Fix]) -> None:
        """Say it; a colour never speaks alone, the mark's shape says the same."""
        self._role = "bad" if state is State.REFUSED else "warn"
        self._shape.setPixmap(pixmap("alert-circle" if state is State.REFUSED else "alert-triangle", self._role, MARK))
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._row.setContentsMargins(MARK + GAP, GAP if fixes else 0, 0, 0)
        self.buttons = [button(fix.words, partial(self._fixed, fix)) for fix in fixes]
        for at, each in enumerate(self.buttons):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not end what is being typed elsewhere
            self._row.insertWidget(at, each)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def size_within(self, room: QRect) -> QSize:
        """The size of what it says, without the tip."""
        for each in (self.sentence, *self.buttons):
            each.ensurePolished()  # the style sheet makes them larger
        foot = max((each.sizeHint().height() for each in self.buttons), default=0)
        across = sum(each.sizeHint().width() + GAP for each in self.buttons) - GAP + MARK + GAP
        wide = min(max(WIDE, across + 2 * PADDING), room.width() - 2)
        text = self.sentence.heightForWidth(wide - 2 * PADDING - MARK - GAP)
        return QSize(wide, max(text, MARK) + (GAP + foot if foot else 0) + 2 * EDGE)

    def lie(self, side: Side, box: QRect, cell: QRect) -> None:
        """Lie there, with the tip at the cell."""
        self._side = side
        self._margins(side, TIP)
        if side in {Side.BELOW, Side.ABOVE}:
            self._tip = min(max(cell.left() + 24 - box.left(), 20), box.width() - 20)
        else:
            self._tip = min(max(cell.center().y() - box.top(), 16), box.height() - 16)
        self.setGeometry(box)
        self.show()
        self.raise_()
        self.update()

    def _margins(self, side: Side, tip: int) -> None:
        self._column.setContentsMargins(
            PADDING + (tip if side is Side.RIGHT else 0),
            EDGE + (tip if side is Side.BELOW else 0),
            PADDING + (tip if side is Side.LEFT else 0),
            EDGE + (tip if side is Side.ABOVE else 0),
        )

    def enter(self) -> bool:
        """Focus the first way out; False when there is none."""
        if self.isVisible() and self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's name
        """Tab and arrows go round among the ways out: the grid around them would take Tab for its own."""
        focused = self.focusWidget()
        if not isinstance(focused, QPushButton) or focused not in self.buttons:
            return False
        to = (self.buttons.index(focused) + (1 if next else -1)) % len(self.buttons)
        self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, arrows move among the buttons, Esc closes, F2 goes back to the cell."""
        if press_focused(self, event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._back(False)  # noqa: FBT003 - whether to edit
        elif event.key() == Qt.Key.Key_F2:
            self._back(True)  # noqa: FBT003 - whether to edit
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bubble."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._role), 1))
        painter.setBrush(colour("surface"))
        painter.drawPath(self._bubble())
        painter.end()

    def _bubble(self) -> QPainterPath:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        side, tip = self._side, self._tip
        body = box.adjusted(
            TIP if side is Side.RIGHT else 0,
            TIP if side is Side.BELOW else 0,
            -TIP if side is Side.LEFT else 0,
            -TIP if side is Side.ABOVE else 0,
        )
        path, beak = QPainterPath(), QPainterPath()
        path.addRoundedRect(body, RADIUS, RADIUS)
        if side in {Side.BELOW, Side.ABOVE}:
            root, end = (body.top() + 1, box.top()) if side is Side.BELOW else (body.bottom() - 1, box.bottom())
            corners = [QPointF(tip - 8, root), QPointF(tip, end), QPointF(tip + 8, root)]
        else:
            root, end = (body.left() + 1, box.left()) if side is Side.RIGHT else (body.right() - 1, box.right())
            corners = [QPointF(root, tip - 8), QPointF(end, tip), QPointF(root, tip + 8)]
        beak.addPolygon(corners)
        beak.closeSubpath()
        return path.united(beak)
