"""The line beside a page's title: whole in a wide window, in two lines in a narrow one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from committee_desk.ui.common.wrapping import lines_of


class AboutLine(QLabel):
    """What stands beside the title: in two lines where one has no room, cut with an ellipsis after them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("r", "sub")
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def lines(self) -> list[str]:
        """The lines that stand there now."""
        text, wide, measure = self.text(), self.width(), self.fontMetrics()
        if measure.horizontalAdvance(text) <= wide:
            return [text]
        first, *more = lines_of(text, self.font(), wide)
        rest = measure.elidedText("".join(more).strip(), Qt.TextElideMode.ElideRight, wide)
        return [first.rstrip(), rest]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines, centred as a label's text is."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.rect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "\n".join(self.lines())
        )
        painter.end()
