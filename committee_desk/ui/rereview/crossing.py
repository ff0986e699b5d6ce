"""现在 → 若变更, painted: the ranks of a category before and after side by side, and who comes past whom.

Nothing is said by colour alone: who moves stands in bold with a thicker line, and each line is said in words.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.domain.effects import Rung
from committee_desk.domain.exact import figure
from committee_desk.domain.grade_list import Listed
from committee_desk.domain.grade_rules import GRADED
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.rereview.reading import Steps
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

HEAD, ROW, SIDE, RANK, TOTAL, SPACE = 24, 22, 16, 26, 52, 10
LEAST_GAP, LEAST_NAME, MOST_NAME, WORDS, ROOMY = 56, 44, 96, 88, 110
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def moves(rung: Rung) -> bool:
    """Whether somebody's rank or grade is another."""
    before, after = rung.before, rung.after
    return before is None or after is None or (before.rank, before.grade) != (after.rank, after.grade)


def side_words(line: Listed | None) -> str:
    """第 4 名，90.08，称职."""
    if line is None or line.rank is None:
        return tr("不排名")
    grade = dictionary_word(str(line.grade)) if line.grade else tr("未定等次")
    return tr("第 {rank} 名，{total}，{grade}", rank=line.rank, total=figure(line.total), grade=grade)


def rung_words(rung: Rung) -> str:
    """One line of the picture as it is read out."""
    before, after = side_words(rung.before), side_words(rung.after)
    if before == after:
        return tr("{name}：{after}，不变", name=rung.name, after=after)
    return tr("{name}：{before} → {after}", name=rung.name, before=before, after=after)


class Crossing(QWidget):
    """One category. Up and down walk from person to person, Enter leads to the person's line in the table."""

    walked = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._steps = Steps("", (), (0, 0))
        self._before: list[Rung] = []
        self._after: list[Rung] = []
        self.at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(240)

    def show_steps(self, steps: Steps) -> None:
        """Paint this part of the ranks."""
        self._steps, self.at = steps, -1
        self._before = sorted(steps.rungs, key=lambda each: _place(each.before))
        self._after = sorted(steps.rungs, key=lambda each: _place(each.after))
        self.setFixedHeight(HEAD + ROW * len(steps.rungs) + 8)
        moved = [rung_words(each) for each in self._before if moves(each)]
        name = tr("名次变化，{category}", category=dictionary_word(steps.category))
        self.setAccessibleName(name)
        self.setAccessibleDescription("\n".join(moved))
        self.setToolTip("\n".join(moved))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(560, self.height())

    @property
    def said(self) -> str:
        """The line on which the keyboard stands."""
        return rung_words(self._before[self.at]) if 0 <= self.at < len(self._before) else ""

    # -- walking ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or open."""
        last = len(self._before) - 1
        goals = {Qt.Key.Key_Up: max(0, self.at - 1), Qt.Key.Key_Down: min(last, self.at + 1), Qt.Key.Key_Home: 0,
                 Qt.Key.Key_End: last}  # fmt: skip
        if (goal := goals.get(Qt.Key(event.key()))) is not None and self._before:
            self._go(goal)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.said:
            self.opened.emit(self._before[self.at].code)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the line under the pointer, on whichever side."""
        at = int((event.position().y() - HEAD) // ROW)
        if 0 <= at < len(self._before):
            left = event.position().x() < self.width() / 2
            self._go(at if left else self._before.index(self._after[at]))

    def _go(self, at: int) -> None:
        self.at = at
        self.setAccessibleDescription(self.said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.walked.emit(self.said)
        self.update()

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both orders, the lines between them, and the line of places through the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._columns()
        painter.setFont(font(13))
        painter.setPen(colour("sub"))
        painter.drawText(QRectF(left.left(), 0, left.width(), HEAD), _RIGHT, tr("现在"))
        painter.drawText(QRectF(right.left(), 0, right.width(), HEAD), _LEFT, tr("若变更"))
        still = [each for each in self._before if not moves(each)]
        for each in (*still, *(one for one in self._before if moves(one))):
            self._paint_line(painter, each, left.right() + SPACE, right.left() - SPACE)
        for at, each in enumerate(self._before):
            self._paint_side(painter, left, at, each, each.before)
            if at == self.at:
                self._paint_chosen(painter, each)
        for at, each in enumerate(self._after):
            self._paint_side(painter, right, at, each, each.after)
        self._paint_places(painter, left, right)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _columns(self) -> tuple[QRectF, QRectF]:
        """Where names and totals stand on either side; the lines have what is left between."""
        room = self.width() - 2 * SIDE - LEAST_GAP - 2 * SPACE
        longest = max((metrics(14, 700).horizontalAdvance(each.name) for each in self._before), default=LEAST_NAME)
        name = max(LEAST_NAME, min(MOST_NAME, longest + 4, room // 2 - RANK - TOTAL - SPACE))
        wide = RANK + SPACE + name + TOTAL
        named = 2 * wide + SIDE + WORDS + ROOMY <= self.width()  # room for the name of the line of places
        left, right = (WORDS if named else SIDE), self.width() - wide - SIDE
        high = self.height() - HEAD
        return QRectF(left, HEAD, wide, high), QRectF(right, HEAD, wide, high)

    def _paint_side(self, painter: QPainter, box: QRectF, at: int, rung: Rung, line: Listed | None) -> None:
        weight = 700 if moves(rung) else 400
        row = QRectF(box.left(), HEAD + at * ROW, box.width(), ROW)
        painter.setFont(font(14, weight))
        painter.setPen(colour("text" if moves(rung) else "sub"))
        rank = str(line.rank) if line is not None and line.rank is not None else "—"
        painter.drawText(QRectF(row.left(), row.top(), RANK, ROW), _RIGHT, rank)
        name = QRectF(row.left() + RANK + SPACE, row.top(), row.width() - RANK - SPACE - TOTAL, ROW)
        said = metrics(14, weight).elidedText(rung.name, Qt.TextElideMode.ElideRight, int(name.width()) + 2)
        painter.drawText(name, _LEFT, said)
        if line is not None:
            painter.drawText(QRectF(row.right() - TOTAL, row.top(), TOTAL, ROW), _RIGHT, figure(line.total))

    def _paint_line(self, painter: QPainter, rung: Rung, start: float, end: float) -> None:
        if rung.before is None or rung.after is None:
            return
        from_ = QPointF(start, _middle(self._before.index(rung)))
        to = QPointF(end, _middle(self._after.index(rung)))
        role = self._role(rung)
        bend = (end - start) * 0.45
        path = QPainterPath(from_)
        path.cubicTo(QPointF(start + bend, from_.y()), QPointF(end - bend, to.y()), to)
        painter.setPen(QPen(colour(role), 2 if moves(rung) else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(role))
        for each in (from_, to):
            painter.drawEllipse(each, 3, 3)

    def _role(self, rung: Rung) -> str:
        if not moves(rung):
            return "line"
        rises = self._after.index(rung) < self._before.index(rung)
        falls = self._after.index(rung) > self._before.index(rung)
        return "accent" if rises else "bad" if falls else "sub"

    def _paint_chosen(self, painter: QPainter, rung: Rung) -> None:
        painter.setPen(QPen(colour("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left, right = self._columns()
        for box, at in ((left, self._before.index(rung)), (right, self._after.index(rung))):
            painter.drawRoundedRect(QRectF(box.left() - 2, HEAD + at * ROW + 1, box.width() + 4, ROW - 2), 3, 3)

    def _paint_places(self, painter: QPainter, left: QRectF, right: QRectF) -> None:
        """The line of places, on each side beneath the last who has one; it slopes where their number is another."""
        cuts = [_cut([each.before for each in self._before], self._steps.places[0]),
                _cut([each.after for each in self._after], self._steps.places[1])]  # fmt: skip
        if cuts[0] is None or cuts[1] is None:
            return
        start, end = (HEAD + each * ROW for each in cuts if each is not None)
        painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(4, start), QPointF(left.right(), start))
        painter.drawLine(QPointF(left.right(), start), QPointF(right.left(), end))
        painter.drawLine(QPointF(right.left(), end), QPointF(self.width() - 4, end))
        said = tr("优秀名额线")
        wide = metrics(12, 500).horizontalAdvance(said) + 8
        painter.setFont(font(12, 500))
        painter.setPen(colour("accent"))
        if left.left() >= wide + 8:  # beside the ranks; where there is no room the line itself has to do
            box = QRectF(4, start - 9, wide, 18)
            painter.fillRect(box, colour("surface"))
            painter.drawText(box, _LEFT, said)


def _place(line: Listed | None) -> tuple[bool, int, int]:
    """By rank; of equals whoever has the higher grade stands above."""
    if line is None or line.rank is None:
        return True, 0, 0
    return False, line.rank, GRADED.index(line.grade) if line.grade in GRADED else len(GRADED)


def _middle(at: int) -> float:
    return HEAD + at * ROW + ROW / 2


def _cut(lines: list[Listed | None], places: int) -> int | None:
    """After how many of these the places end; None where that is nowhere in sight."""
    ranks = [line.rank for line in lines if line is not None and line.rank is not None]
    if not ranks or not places:
        return None
    within = places - (ranks[0] - 1)
    return within if 0 <= within <= len(ranks) else None
