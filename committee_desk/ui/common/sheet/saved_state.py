"""What stands at the right of a sheet's tool row: what is not accepted, what was saved last and when."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from committee_desk.ui.common.icons import icon, pixmap
from committee_desk.ui.common.sheet.saved import Saved
from committee_desk.ui.common.sheet.sheet import Sheet
from committee_desk.ui.common.sheet.wording import saved_in_words
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.theme import metrics
from committee_desk.wording.language import tr, tr_n


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
        self._said = label("", "sub")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.refused)
        line.addWidget(self._mark)
        line.addWidget(self._said, 1)
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
        self._said.setText(self._text)
        self._said.setMinimumWidth(metrics(13).horizontalAdvance(self._text) + 2)
        self._said.setToolTip(self._text)
        self.setAccessibleName(self._text)

    def _tell_refused(self, count: int) -> None:
        said = tr_n("未接受 {count} 处", "未接受 {count} 处", count)
        self.refused.setText(said)
        self.refused.setAccessibleName(tr("{said}，到下一处", said=said))
        self.refused.setVisible(bool(count))
        self.refused.setFocusPolicy(Qt.FocusPolicy.TabFocus)
