"""What stands at the right of a sheet's tool row: what is not accepted, what was saved last and when."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from committee_desk.ui.common.icons import icon, pixmap
from committee_desk.ui.common.sheet.saved import Saved
from committee_desk.ui.common.sheet.sheet import Sheet
from committee_desk.ui.common.sheet.wording import saved_in_words
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.wording.language import tr, tr_n

LEAST = 110


class _SavedLine(QWidget):
    """One line, cut with an ellipsis where the tool row is narrow; whole in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Say it."""
        self._text = text
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole line."""
        return QSize(metrics(13).horizontalAdvance(self._text) + 2, metrics(13).height())

    def minimumSizeHint(self) -> QSize:
        """That something was saved, and when."""
        return QSize(min(LEAST, self.sizeHint().width()), metrics(13).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setFont(font(13))
        painter.setPen(colour("sub"))
        said = metrics(13).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said)
        painter.end()


class SavedState(QWidget):
    """Follows one sheet. "Saved" appears only after the commit; the chip leads to what was not accepted."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.refused = QPushButton()
        self.refused.setProperty("k", "refused")
        self.refused.setIcon(icon("alert-circle", "bad", 14))
        self.refused.setIconSize(QSize(14, 14))
        self.refused.setToolTip(with_key(Shortcut.NEXT_REFUSED.does(), Shortcut.NEXT_REFUSED))
        self.refused.clicked.connect(lambda _=False: sheet.next_refused())
        self.refused.hide()
        self._mark = QLabel()
        self._said = _SavedLine()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(self.refused)
        line.addWidget(self._mark)
        line.addWidget(self._said)
        self._text = ""
        sheet.saved.connect(self._tell_saved)
        sheet.refused_changed.connect(self._tell_refused)

    @property
    def text(self) -> str:
        """What it says of the last commit."""
        return self._text

    def _tell_saved(self, saved: Saved) -> None:
        self._text = saved_in_words(saved)
        self._mark.setPixmap(pixmap("circle-check", "ok", 16))
        self._said.say(self._text)
        self.setAccessibleName(self._text)

    def _tell_refused(self, count: int) -> None:
        said = tr_n("未接受 {count} 处", "未接受 {count} 处", count)
        self.refused.setText(said)
        self.refused.setAccessibleName(tr("{said}，到下一处", said=said))
        self.refused.setVisible(bool(count))
        self.refused.setFocusPolicy(Qt.FocusPolicy.TabFocus)
