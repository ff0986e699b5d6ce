"""The line in which a cell is typed, with what could be meant beneath it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from committee_desk.ui.common.sheet.model import Index
from committee_desk.ui.common.sheet.source import Completion, Kind, SheetColumn
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import MINUS

MOST_OFFERS, OFFER, SIDE, SPACE = 8, 26, 8, 12
DETAIL = Qt.ItemDataRole.UserRole + 1


class CellEditor(QLineEdit):
    """Typing replaces what stood there (`replacing`: arrows lead on, as in a spreadsheet); F2 edits it."""

    def __init__(
        self, parent: QWidget, column: SheetColumn, completions: Callable[[str, str], Sequence[Completion]]
    ) -> None:
        super().__init__(parent)
        self._column, self._completions = column, completions
        self._begun = self.left = self.replacing = False
        self._before = ""
        self._offers: Offers | None = None
        self.setProperty("k", "cell")
        self.setFrame(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if column.kind is Kind.NUMBER:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self._offer)

    def begin(self, text: str) -> None:
        """Show the cell's text, with a minus that can be typed."""
        if self._begun:
            return
        self._begun = True
        self._before = text
        self.setText(self._plain(text))

    def _plain(self, text: str) -> str:
        return text.replace(MINUS, "-") if self._column.kind is Kind.NUMBER else text

    def answer(self) -> str:
        """What was typed; the cell's own text where nothing was changed."""
        typed = self.text().strip()
        return self._before if typed == self._plain(self._before) else typed

    def _offer(self, typed: str) -> None:
        found = list(self._completions(self._column.id, typed.strip()))[:MOST_OFFERS] if typed.strip() else []
        if not found:
            self.hide_offers()
            return
        if self._offers is None:
            self._offers = Offers(self)
            self._offers.itemClicked.connect(self._take)
        self._offers.offer(found, typed.strip())

    @property
    def offering(self) -> bool:
        """Whether something is offered now."""
        return self._offers is not None and self._offers.isVisible()

    def choose_offer(self, step: int) -> None:
        """Up and down among what is offered."""
        if self._offers is not None:
            at = self._offers.currentRow() + step
            self._offers.setCurrentRow(min(max(at, 0), self._offers.count() - 1))

    def take_offer(self) -> None:
        """Take what is marked among the offers, if anything is."""
        if self._offers is not None and self._offers.isVisible() and self._offers.currentItem() is not None:
            self._take(self._offers.currentItem())

    def _take(self, item: QListWidgetItem) -> None:
        self.setText(item.text())
        self.hide_offers()

    def hide_offers(self) -> None:
        """Offer nothing."""
        if self._offers is not None:
            self._offers.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is offered goes with the focus."""
        self.hide_offers()
        super().focusOutEvent(event)


class Offers(QListWidget):
    """What could be meant: beneath the cell, above it where there is no room. Never takes the focus."""

    def __init__(self, editor: CellEditor) -> None:
        super().__init__(editor.window())
        self._editor = editor
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setProperty("k", "offers")
        self.setAccessibleName(tr("可选的内容"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_OfferPainter(self))
        editor.destroyed.connect(self.deleteLater)

    def offer(self, found: Sequence[Completion], typed: str) -> None:
        """Show these; the first is marked unless what is typed is one of them."""
        self.clear()
        for text, detail in found:
            item = QListWidgetItem(text)
            item.setData(DETAIL, detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text} {detail}".strip())
            self.addItem(item)
        self.setCurrentRow(-1 if any(each.text == typed for each in found) else 0)
        self._place(found)
        self.show()
        self.raise_()

    def _place(self, found: Sequence[Completion]) -> None:
        window, editor = self._editor.window(), self._editor
        texts = max(metrics(14).horizontalAdvance(each.text) for each in found)
        details = max(metrics(12).horizontalAdvance(each.detail) for each in found)
        size = QSize(max(editor.width(), texts + details + 2 * SIDE + SPACE + 8), len(found) * OFFER + 4)
        corner = editor.mapTo(window, QPoint(0, editor.height()))
        if corner.y() + size.height() > window.height():
            corner.setY(editor.mapTo(window, QPoint(0, 0)).y() - size.height())
        corner.setX(min(corner.x(), max(window.width() - size.width(), 0)))
        self.setGeometry(QRect(corner, size))


class _OfferPainter(QStyledItemDelegate):
    """A text, and what tells it apart in small letters."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(10, OFFER)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        box: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        painter.fillRect(box, colour("sel" if state & QStyle.StateFlag.State_Selected else "surface"))
        inner, text = box.adjusted(SIDE, 0, -SIDE, 0), str(index.data())
        beside = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(font(14))
        painter.setPen(colour("text"))
        painter.drawText(inner, beside, text)
        painter.setFont(font(12))
        painter.setPen(colour("sub"))
        inner.setLeft(inner.left() + metrics(14).horizontalAdvance(text) + SPACE)
        painter.drawText(inner, beside, str(index.data(DETAIL) or ""))
