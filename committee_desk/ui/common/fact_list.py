"""The list of recorded facts in a detail panel: headings, two lines a fact, and the source of the chosen one."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from committee_desk.ui.common.history import Recorded
from committee_desk.ui.common.source_box import Origin
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.common.wrapping import draw, height_of

Index = QModelIndex | QPersistentModelIndex
FACT = int(Qt.ItemDataRole.UserRole)
HEADING_HEIGHT, ONE_LINE, TWO_LINES, EDGE = 32, 28, 44, 16
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its line, what stands at the right, a second line in small, and where it came from.

    A `heading` is no fact but names those below it; `recorded` is what its history is asked of. `whole` writes all of
    it over as many lines as that needs, where another is shortened to two.
    """

    text: str
    right: str = ""
    more: str = ""
    origin: Origin | None = None
    heading: bool = False
    role: str = "text"
    recorded: Recorded | None = None
    whole: bool = False


class FactList(QListWidget):
    """Facts one under the other; `picked` tells the origin of the current one."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(FactPaint(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)

    def show_facts(self, facts: list[Fact]) -> None:
        """Show these."""
        self.clear()
        for fact in facts:
            item = QListWidgetItem(fact.text)
            item.setData(FACT, fact)
            said = " ".join(part for part in (fact.text, fact.right, fact.more) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if fact.heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            else:
                item.setToolTip(said)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.addItem(item)
        self.picked.emit(None)

    def _tell(self, now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        fact: Fact | None = now.data(FACT) if now is not None else None
        self.picked.emit(fact.origin if fact is not None else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen fact stays in sight when its source opens below."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # what is written whole wraps anew
        if (current := self.currentItem()) is not None:
            self.scrollToItem(current)

    def choose_first(self) -> None:
        """Into the list, on its first fact."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        for row in range(self.count()):
            if self.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentRow(row)
                return


class FactPaint(QStyledItemDelegate):
    """Paints headings and facts."""

    def __init__(self, view: FactList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A fact with a second line is taller, one that is written whole as tall as its words."""
        fact: Fact = index.data(FACT)
        if fact.whole:
            return QSize(100, whole_height(fact, self._view.viewport().width() - 2 * EDGE))
        return QSize(100, HEADING_HEIGHT if fact.heading else TWO_LINES if fact.more else ONE_LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        fact: Fact = index.data(FACT)
        box: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour("sel"))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), colour("accent"))
        inner = box.adjusted(EDGE, 0, -EDGE, 0)
        if fact.heading:
            painter.setFont(font(13, 500))
            painter.setPen(colour("mut"))
            painter.drawText(inner.adjusted(0, 6, 0, 0), _LEFT, fact.text)
            painter.drawText(inner.adjusted(0, 6, 0, 0), _RIGHT, fact.right)
            return
        (_paint_whole if fact.whole else _paint_fact)(painter, inner, fact)


def _name_height(fact: Fact, wide: int) -> int:
    """How high the name is where it is written whole."""
    return height_of(fact.text, font(14), wide)


def _beside(fact: Fact, wide: int) -> bool:
    """Whether name and figure of a fact stand whole in one line."""
    return metrics(14).horizontalAdvance(fact.text) + metrics(13).horizontalAdvance(fact.right) + 10 <= wide


def whole_height(fact: Fact, wide: int) -> int:
    """How high a fact is that is written whole in that width."""
    figures = 0 if _beside(fact, wide) else height_of(fact.right, font(13), wide)
    return 8 + _name_height(fact, wide) + figures + height_of(fact.more, font(12), wide)


def _paint_whole(painter: QPainter, inner: QRect, fact: Fact) -> None:
    """Name and figure in one line, or the figure beneath its name; then the rest, wrapped."""
    wide, top = inner.width(), inner.top() + 4
    name = QRect(inner.left(), top, wide, _name_height(fact, wide))
    painter.setFont(font(14))
    painter.setPen(colour(fact.role))
    draw(painter, name, fact.text)
    painter.setFont(font(13))
    painter.setPen(colour("sub"))
    if _beside(fact, wide):
        painter.drawText(name, _RIGHT, fact.right)
        top = name.bottom() + 1
    else:
        high = height_of(fact.right, font(13), wide)
        draw(painter, QRect(inner.left(), name.bottom() + 1, wide, high), fact.right)
        top = name.bottom() + 1 + high
    painter.setFont(font(12))
    painter.setPen(colour("mut"))
    draw(painter, QRect(inner.left(), top, wide, inner.bottom() - top), fact.more)


def _paint_fact(painter: QPainter, inner: QRect, fact: Fact) -> None:
    first = QRect(
        inner.left(), inner.top() + (4 if fact.more else 0), inner.width(), 20 if fact.more else inner.height()
    )
    wide = metrics(13).horizontalAdvance(fact.right) + 10 if fact.right else 0
    painter.setFont(font(14))
    painter.setPen(colour(fact.role))
    text = metrics(14).elidedText(fact.text, Qt.TextElideMode.ElideRight, first.width() - wide)
    painter.drawText(first, _LEFT, text)
    painter.setFont(font(13))
    painter.setPen(colour("sub"))
    painter.drawText(first, _RIGHT, fact.right)
    if fact.more:
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), 16)
        painter.setFont(font(12))
        painter.setPen(colour("mut"))
        painter.drawText(second, _LEFT, metrics(12).elidedText(fact.more, Qt.TextElideMode.ElideRight, inner.width()))
