"""The spread of grades and scores of one category, painted: a square a person over the points, its letter the grade.

Nothing is said by colour alone: each grade has its letter, its pattern and its count in words.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QBrush, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.domain.scores import Grade
from committee_desk.services.grading_views import CategoryRoll, RollRow
from committee_desk.ui.common.theme import colour, font
from committee_desk.ui.grading.rows import grade_text
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.scores import grade_in_words

HEAD, BAR, BETWEEN, AXIS, SIDE, HIGHEST, LEAST_LETTER = 24, 22, 14, 20, 12, 22, 13
TALLEST, LEAST_CELL = 200, 3
"""So high is the tallest column at most, and a square in it at least: in a large office one stands for several."""
NAMED = 20
"""So many people of a column are named; more are counted."""
GRADES: tuple[Grade | None, ...] = (*Grade, None)
_LOOK: dict[Grade | None, tuple[str, Qt.BrushStyle]] = {
    Grade.EXCELLENT: ("accent", Qt.BrushStyle.SolidPattern),
    Grade.COMPETENT: ("barbg", Qt.BrushStyle.SolidPattern),
    Grade.BASIC: ("warn", Qt.BrushStyle.BDiagPattern),
    Grade.INCOMPETENT: ("bad", Qt.BrushStyle.DiagCrossPattern),
    None: ("mut", Qt.BrushStyle.Dense6Pattern),
}
CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class Column(NamedTuple):
    """The people between two whole points."""

    points: int
    rows: tuple[RollRow, ...]


def columns_of(roll: CategoryRoll) -> tuple[Column, ...]:
    """Who has how many whole points, from the lowest; columns without people are left out."""
    held: dict[int, list[RollRow]] = {}
    for row in roll.rows:
        held.setdefault(row.listed.total // 100, []).append(row)
    return tuple(Column(points, tuple(sorted(held[points], key=_by_grade))) for points in sorted(held))


def column_in_words(column: Column) -> str:
    """Who stands there, and with which grade."""
    people = tr("、").join(f"{row.listed.name}（{grade_text(row)}）" for row in column.rows[:NAMED])
    if len(column.rows) > NAMED:
        people = tr("{people}等", people=people)
    return tr("{low}–{high} 分 {count} 人：{people}", low=column.points, high=f"{column.points}.99",
              count=len(column.rows), people=people)  # fmt: skip


def grades_in_words(roll: CategoryRoll) -> str:
    """How many have which grade."""
    counted = _counted(roll.rows)
    told = [tr("{grade} {count} 人", grade=_name(each), count=counted[each]) for each in GRADES if counted[each]]
    return tr("{category}：{grades}", category=dictionary_word(roll.category), grades=tr("，").join(told))


class SpreadPicture(QWidget):
    """One category. Left and right walk from column to column, Enter leads to its first person."""

    walked = Signal(str)
    opened = Signal(str)

    def __init__(self, roll: CategoryRoll) -> None:
        super().__init__()
        self._roll, self._columns, self.at = roll, columns_of(roll), -1
        self._counted = _counted(roll.rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tallest = max((len(each.rows) for each in self._columns), default=1)
        self.each = -(-tallest * LEAST_CELL // TALLEST)
        squares = -(-tallest // self.each)
        self._cell = min(float(HIGHEST), TALLEST / squares)
        self._stacks = [_stack(each, self.each) for each in self._columns]
        self.setFixedHeight(HEAD + BAR + BETWEEN + round(self._cell * squares) + AXIS + 4)
        self.setMinimumWidth(260)
        self.setAccessibleName(grades_in_words(roll))
        self.setToolTip(grades_in_words(roll))

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        return QSize(480, self.height())

    # -- walking ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or open."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._columns:
            self._go(max(0, min(len(self._columns) - 1, self.at + step)))
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._columns:
            self._go(0 if event.key() == Qt.Key.Key_Home else len(self._columns) - 1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.at >= 0:
            self.opened.emit(self._columns[self.at].rows[0].code)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the column nearest."""
        if self._columns:
            middles = [abs(self._box(each).center().x() - event.position().x()) for each in self._columns]
            self._go(middles.index(min(middles)))

    def _go(self, at: int) -> None:
        self.at = at
        said = column_in_words(self._columns[at])
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.walked.emit(said)
        self.update()

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar of grades, the columns of people, the axis."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grades(painter)
        for at, each in enumerate(self._columns):
            self._paint_column(painter, each, self._stacks[at], chosen=at == self.at)
        self._paint_axis(painter)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_grades(self, painter: QPainter) -> None:
        """A bar as long as everybody, cut by grades; their names and counts above."""
        total, wide, left = len(self._roll.rows), self.width() - 2 * SIDE, float(SIDE)
        words = SIDE
        painter.setFont(font(12))
        for grade in GRADES:
            count = self._counted[grade]
            if not count:
                continue
            part = wide * count / total
            _square(painter, QRectF(left, HEAD, part, BAR), grade)
            left += part
            said = f"{_letter(grade)} {_name(grade)} {count}"
            advance = painter.fontMetrics().horizontalAdvance(said) + 16
            painter.setPen(colour("text"))
            painter.drawText(QRectF(words, 0, advance, HEAD), int(Qt.AlignmentFlag.AlignVCenter), said)
            words += advance

    def _paint_column(self, painter: QPainter, column: Column, stack: Sequence[Grade | None], *, chosen: bool) -> None:
        box = self._box(column)
        for at, grade in enumerate(stack):
            cell = QRectF(box.left(), box.bottom() - (at + 1) * self._cell, box.width(), self._cell - 1)
            _square(painter, cell, grade, letter=self._cell >= LEAST_LETTER and box.width() >= LEAST_LETTER)
        if chosen:
            painter.setPen(QPen(colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            high = len(stack) * self._cell
            painter.drawRect(QRectF(box.left() - 2, box.bottom() - high - 2, box.width() + 4, high + 3))

    def _paint_axis(self, painter: QPainter) -> None:
        base = self.height() - AXIS
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(SIDE, base, self.width() - SIDE, base)
        painter.setFont(font(11))
        painter.setPen(colour("mut"))
        beyond = -1.0
        for each in self._columns:
            middle = self._box(each).center().x()
            if middle - 14 > beyond:
                painter.drawText(QRectF(middle - 14, base + 2, 28, AXIS - 3), CENTRE, str(each.points))
                beyond = middle + 14

    def _box(self, column: Column) -> QRectF:
        """Where the column stands."""
        low, high = self._columns[0].points, self._columns[-1].points
        step = (self.width() - 2 * SIDE) / (high - low + 1)
        wide = max(2.0, min(HIGHEST, step - 1))
        left = SIDE + (column.points - low) * step + (step - wide) / 2
        top = HEAD + BAR + BETWEEN
        return QRectF(left, top, wide, self.height() - AXIS - top)


def _square(painter: QPainter, box: QRectF, grade: Grade | None, *, letter: bool = True) -> None:
    role, pattern = _LOOK[grade]
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("surface"))
    painter.drawRect(box)
    painter.setBrush(QBrush(colour(role), pattern))
    painter.drawRect(box)
    if not letter or box.width() < LEAST_LETTER:
        return
    painter.setFont(font(12, 500))
    if pattern is not Qt.BrushStyle.SolidPattern:  # the letter stands on a plain ground
        behind = QRectF(0, 0, 14, min(16, box.height() - 2))
        behind.moveCenter(box.center())
        painter.fillRect(behind, colour("surface"))
    painter.setPen(colour("surface" if grade is Grade.EXCELLENT else "text"))
    painter.drawText(box, CENTRE, _letter(grade))


def _letter(grade: Grade | None) -> str:
    """The one letter that stands for a grade in its square."""
    if grade is None:
        return tr("未")
    return {
        Grade.EXCELLENT: tr("优"), Grade.COMPETENT: tr("称"), Grade.BASIC: tr("基"), Grade.INCOMPETENT: tr("不"),
    }[grade]  # fmt: skip


def _name(grade: Grade | None) -> str:
    return tr("未定或另行确定") if grade is None else grade_in_words(grade)


def _stack(column: Column, each: int) -> list[Grade | None]:
    """The squares of a column, lowest first; one stands for so many people who follow each other by grade."""
    return [row.listed.grade for row in column.rows[::each]]


def _counted(rows: Sequence[RollRow]) -> Counter[Grade | None]:
    return Counter(row.listed.grade for row in rows)


def _by_grade(row: RollRow) -> tuple[int, str]:
    return GRADES.index(row.listed.grade), row.code
