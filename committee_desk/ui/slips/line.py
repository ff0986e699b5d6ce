"""One line of a slip: its number, whose it is, and the field; what is wrong stands right under it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from committee_desk.domain.rounds import RoundKind
from committee_desk.services.slip_reading import ABSTAINED
from committee_desk.services.slip_views import RatedLine
from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.slips.field import MarkField, shown, words
from committee_desk.ui.slips.grade_buttons import GradeButtons
from committee_desk.wording.language import tr

HIGH, FIELD_HIGH, NUMBER, NAME, SPACE, MARK = 36, 30, 30, 88, 8, 16
LEAST_FIELD = 76
VERTICAL = Qt.AlignmentFlag.AlignVCenter


class SlipLine(QWidget):
    """A person of the slip. Only the field takes the focus; the rest is painted, since slips have hundreds of lines."""

    def __init__(
        self, number: int, rated: RatedLine, field: MarkField | GradeButtons, wide: int, beside: int = 0
    ) -> None:
        """`beside` the field so much room is kept for whose line it is; where there is less, the field stands below."""
        super().__init__()
        self.number, self.rated, self.field, self._wide, self._beside = number, rated, field, wide, beside
        self.field.setParent(self)
        self.field.setAccessibleName(
            tr("第 {number} 行 {name} {department}", number=number, name=rated.name, department=rated.department)
        )
        self._said: QLabel | None = None
        self._fixed, self._strong = "", False
        self._marked = False
        self.setToolTip(" ".join((rated.name, rated.department)))

    # -- what stands here ------------------------------------------------------------------------------------------

    @property
    def open(self) -> bool:
        """Whether something can be typed here."""
        return not self._fixed

    @property
    def told(self) -> str:
        """What stands in the field's place, where nothing is typed."""
        return self._fixed

    def settle(self, said: str, *, strong: bool = False) -> None:
        """Nothing is typed here; this stands in the field's place."""
        self._fixed, self._strong = said, strong
        self.field.setVisible(not said)
        self.update()

    def point_out(self, *, marked: bool) -> None:
        """The line is one that is to be looked at anew."""
        self._marked = marked
        self.update()

    def put(self, value: str) -> None:
        """What the desk keeps of this line."""
        self.field.put(value)
        self.mark("")

    def show_only(self, value: str) -> None:
        """What was typed, to be compared with the paper."""
        self.settle(shown(value) or tr("（空白）"), strong=True)

    def mark(self, wrong: str) -> bool:
        """Say under the field what is wrong; empty takes it away. Whether the height is another now."""
        self.field.refused(wrong=bool(wrong))
        self.field.setAccessibleDescription(wrong)
        before = self._said.text() if self._said is not None and not self._said.isHidden() else ""
        if before == wrong:
            return False
        if self._said is None:
            self._said = label("", "bad", wrap=True)
            self._said.setParent(self)
        self._said.setText(wrong)
        self._said.setVisible(bool(wrong))
        return True

    @property
    def wrong(self) -> str:
        """What is said to be wrong here."""
        return self.field.accessibleDescription()

    # -- looks -----------------------------------------------------------------------------------------------------

    def high(self, wide: int) -> int:
        """With what is said under the field."""
        if self._said is None or self._said.isHidden():
            return self._row(wide)
        self._said.ensurePolished()
        return self._row(wide) + self._said.heightForWidth(wide - NUMBER) + 6

    def _narrow(self, wide: int) -> bool:
        """Whether too little room is beside the field for whose line it is."""
        return wide < self._wide + self._beside

    def _row(self, wide: int) -> int:
        return HIGH + FIELD_HIGH if self.open and self._narrow(wide) else HIGH

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The field at the right end, its sentence below."""
        super().resizeEvent(event)
        row = self._row(self.width())
        top = row - FIELD_HIGH - (HIGH - FIELD_HIGH) // 2
        self.field.setGeometry(self.width() - self._wide, top, self._wide, FIELD_HIGH)
        if self._said is not None:
            self._said.setGeometry(NUMBER, row, self.width() - NUMBER, self.height() - row - 4)

    @property
    def reads_whole(self) -> bool:
        """Whether name and department stand here uncut."""
        name, rest = self._rooms()
        said = metrics(14, 500).horizontalAdvance(self.rated.name)
        return said <= name and metrics(13).horizontalAdvance(self.rated.department) <= rest

    def _fixed_wide(self) -> int:
        """The room at the right end that the name leaves free."""
        said = metrics(14, 700).horizontalAdvance(self._fixed) + SPACE
        return max(0 if self._narrow(self.width()) else self._wide, said)

    def _rooms(self) -> tuple[int, int]:
        """The room for the name, and what is left of it for the department."""
        room = self.width() - self._fixed_wide() - SPACE - NUMBER - (MARK + SPACE if self._marked else 0)
        name = min(room, max(NAME, metrics(14, 500).horizontalAdvance(self.rated.name) + 2 * SPACE))
        return name, room - name

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Number, name and department."""
        painter = QPainter(self)
        below, left = self._row(self.width()), NUMBER
        painter.setFont(font(12))
        painter.setPen(colour("mut"))
        painter.drawText(QRect(0, 0, NUMBER - SPACE, HIGH), VERTICAL | Qt.AlignmentFlag.AlignRight, str(self.number))
        wide, (name, rest) = self._fixed_wide(), self._rooms()
        painter.setFont(font(14, 500))
        painter.setPen(colour("text" if self.open else "sub"))
        said = metrics(14, 500).elidedText(self.rated.name, Qt.TextElideMode.ElideRight, name)
        painter.drawText(QRect(left, 0, name, HIGH), VERTICAL, said)
        painter.setFont(font(13))
        painter.setPen(colour("sub"))
        said = metrics(13).elidedText(self.rated.department, Qt.TextElideMode.ElideRight, rest)
        painter.drawText(QRect(left + name, 0, rest, HIGH), VERTICAL, said)
        if self._fixed:
            painter.setFont(font(14, 700 if self._strong else 400))
            painter.setPen(colour("text" if self._strong else "sub"))
            painter.drawText(QRect(self.width() - wide, 0, wide, HIGH), int(VERTICAL), self._fixed)
        if self._marked:
            at = QRect(self.width() - self._wide - SPACE - MARK, (HIGH - MARK) // 2, MARK, MARK)
            paint_icon(painter, "alert-circle", "bad", at)
        painter.setPen(colour("hair"))
        painter.drawLine(0, below - 1, self.width() - 1, below - 1)
        painter.end()


def field_wide(kind: RoundKind) -> int:
    """Wide enough for every word that can stand in the field."""
    said = words() if kind is RoundKind.GRADE else [shown(ABSTAINED)]
    return max(LEAST_FIELD, *(metrics().horizontalAdvance(each) + 24 for each in said))
