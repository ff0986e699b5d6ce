"""Where lines break: a Chinese name stays whole between English words, and no line begins with a stop."""

import re
from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QStyledItemDelegate

from committee_desk.wording.language import CHINESE, language

JOINER = "\u2060"
"""Where it stands no line breaks, and nobody sees it."""
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_NAME = re.compile(f"{_HAN}+(?:[·•]{_HAN}+)+|(?<!{_HAN}){_HAN}{{2,6}}(?!{_HAN})")
"""A person's or a department's name; longer runs are sentences that people typed, and break as Chinese does."""


def kept_whole(text: str) -> str:
    """The text as it is laid out: among English words no line breaks within a name. Chinese breaks as Chinese does."""
    return text if language() == CHINESE else _NAME.sub(lambda name: JOINER.join(name[0]), text)


def as_said(text: str) -> str:
    """The text without what keeps its names whole."""
    return text.replace(JOINER, "")


class Words(QLabel):
    """A label whose names stay whole where it wraps; what it says, and what is copied from it, is as it was given."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say that."""
        super().setText(kept_whole(text) if self.wordWrap() else text)

    def text(self) -> str:
        """What it says."""
        return as_said(super().text())

    def selectedText(self) -> str:
        """What of it is chosen."""
        return as_said(super().selectedText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies what is said."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """So does the menu's copy, which Qt makes and carries out by itself."""
        super().contextMenuEvent(event)
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            menu.triggered.connect(self._copied, Qt.ConnectionType.QueuedConnection)

    def _copied(self) -> None:
        board = QGuiApplication.clipboard()
        if JOINER in (copied := board.text()):
            board.setText(as_said(copied))

    def setWordWrap(self, on: bool) -> None:  # noqa: FBT001 - Qt calls it so
        """Whether it wraps."""
        said = self.text()
        super().setWordWrap(on)
        self.setText(said)


class WholeNames(QStyledItemDelegate):
    """Items that wrap, with whole names."""

    def displayText(self, value: object, locale: object) -> str:
        """What is laid out."""
        return kept_whole(super().displayText(value, locale))  # type: ignore[arg-type]


def height_of(text: str, made: QFont, wide: int) -> int:
    """How high the text is in lines of that width."""
    return ceil(_laid(text, made, wide).boundingRect().height()) if text else 0


def lines_of(text: str, made: QFont, wide: int) -> list[str]:
    """The lines in which the text stands in that width."""
    layout = _laid(text, made, wide)
    lines = (layout.lineAt(at) for at in range(layout.lineCount()))
    whole = layout.text()  # counted as Qt counts: a rare character is two
    counted = whole.encode("utf-16-le")
    parts = (counted[2 * each.textStart() : 2 * (each.textStart() + each.textLength())] for each in lines)
    return [as_said(part.decode("utf-16-le")).replace("\u2028", "\n") for part in parts]


def draw(painter: QPainter, box: QRect, text: str) -> None:
    """Draw the text from the top of the box, in the painter's font and pen, in as many lines as it needs."""
    _laid(text, painter.font(), box.width()).draw(painter, QPointF(box.topLeft()))


def _laid(text: str, made: QFont, wide: int) -> QTextLayout:
    """Lines end between words, and inside of one where it alone is wider than the line."""
    layout, option = QTextLayout(kept_whole(text).replace("\n", "\u2028"), made), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    high, between = 0.0, QFontMetricsF(made).leading()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        line.setPosition(QPointF(0, high))
        high += line.height() + between
    layout.endLayout()
    return layout
