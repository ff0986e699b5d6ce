"""The lines of one slip: Enter goes from each to the next and from the last on; what is wrong is said in its place."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from committee_desk.domain.rounds import RoundKind
from committee_desk.domain.serials import in_groups
from committee_desk.services.slip_reading import kept
from committee_desk.services.slip_views import LineRefused, RatedLine
from committee_desk.ui.slips.columns import LEAST_WIDE, LineArea
from committee_desk.ui.slips.field import MarkField
from committee_desk.ui.slips.line import SlipLine, field_wide
from committee_desk.ui.slips.mistakes import looks_scanned, told, told_scanned
from committee_desk.wording.language import tr


def told_apart(rated: Sequence[RatedLine]) -> Sequence[RatedLine]:
    """Two of one name in one department bear their 工号 too, as on the slip."""
    alike = Counter((each.name, each.department) for each in rated)
    return [
        each._replace(name=f"{each.name}（{each.code}）") if alike[each.name, each.department] > 1 else each
        for each in rated
    ]


class SlipForm(QWidget):
    """`done` when Enter leaves the last line and nothing is wrong; `above` when an arrow leaves the first."""

    done = Signal()
    above = Signal()
    touched = Signal()
    least = LEAST_WIDE
    """So wide is a column at least."""

    def __init__(self, label: str, rated: Sequence[RatedLine], kind: RoundKind) -> None:
        super().__init__()
        self._label, self._kind, self.serial = label, kind, ""
        self.lines = tuple(self._line(number, each) for number, each in enumerate(told_apart(rated), start=1))
        self.area = LineArea(tr("票面各行"), self.least)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.area.columns.hold(self.lines)
        for line in self.lines:
            line.field.entered.connect(lambda line=line: self._go_on(line))
            line.field.left.connect(lambda by, line=line: self._step(line, by))
            line.field.textEdited.connect(lambda _text, line=line: self._edited(line))

    def _line(self, number: int, rated: RatedLine) -> SlipLine:
        return SlipLine(number, rated, MarkField(self._kind), field_wide(self._kind))

    def _refusal(self, line: SlipLine, text: str) -> str:
        """What is wrong with a line that says no mark."""
        if looks_scanned(text):
            return told_scanned()
        return told(LineRefused(self._label, in_groups(self.serial), line.rated.name, text.strip()[:20], self._kind))

    # -- what stands on the slip -----------------------------------------------------------------------------------

    @property
    def values(self) -> dict[str, str]:
        """What was typed, by the person's code; of the lines that can be typed on."""
        return {line.rated.code: line.field.value for line in self._open()}

    @property
    def typed(self) -> bool:
        """Whether anything stands on a line."""
        return any(self.values.values())

    def put(self, values: Mapping[str, str]) -> None:
        """These values; every other line is empty."""
        for line in self.lines:
            line.settle("")
            line.point_out(marked=False)
            line.put(values.get(line.rated.code, ""))
        self.area.columns.lay()

    def only(self, codes: Collection[str]) -> None:
        """Empty and mark the lines of these people; the others agree and take nothing."""
        for line in self.lines:
            line.put("")
            wanted = line.rated.code in codes
            line.settle("" if wanted else tr("一致"))
            line.point_out(marked=wanted)
        self.area.columns.lay()

    def fill(self, values: Mapping[str, str]) -> None:
        """What was typed on these lines before; the others stay as they are."""
        for line in self._open():
            if values.get(line.rated.code):
                line.put(values[line.rated.code])

    def show_only(self, values: Mapping[str, str]) -> None:
        """What was typed, to be compared with the paper; nothing takes the focus."""
        for line in self.lines:
            line.mark("")
            line.point_out(marked=False)
            line.show_only(values.get(line.rated.code, ""))
        self.area.columns.lay()
        self.area.verticalScrollBar().setValue(0)

    def scrolled_by(self, event: QKeyEvent) -> bool:
        """Whether the key scrolled the lines, for who only reads them."""
        bar = self.area.verticalScrollBar()
        by = {Qt.Key.Key_Up: -bar.singleStep(), Qt.Key.Key_Down: bar.singleStep(),
              Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_PageDown: bar.pageStep()}  # fmt: skip
        if (step := by.get(Qt.Key(event.key()))) is None:
            return False
        bar.setValue(bar.value() + step)
        return True

    def bar(self, *, barred: bool) -> None:
        """No line can be typed on while there is no slip."""
        for line in self.lines:
            line.field.setEnabled(not barred)

    def start(self) -> None:
        """Into the first line that takes something."""
        self.area.verticalScrollBar().setValue(0)
        if self._open():
            self._focus(self._open()[0])

    def end(self) -> None:
        """Into the last line."""
        if self._open():
            self._focus(self._open()[-1])

    def checked(self) -> bool:
        """Whether every line says something that can stand there; the first that does not gets the focus."""
        wrong = [line for line in self._open() if not self._check(line)]
        if wrong:
            self._focus(wrong[0])
        return not wrong

    # -- keys ------------------------------------------------------------------------------------------------------

    def _open(self) -> Sequence[SlipLine]:
        return [line for line in self.lines if line.open]

    def _check(self, line: SlipLine) -> bool:
        text = line.field.value
        wrong = ""
        if (read := kept(text, self._kind)) is None:
            wrong = tr("第 {number} 行  {wrong}", number=line.number, wrong=self._refusal(line, text))
        elif read != text:
            line.field.put(read)
        if line.mark(wrong):
            self.area.columns.lay()
        return not wrong

    def _edited(self, line: SlipLine) -> None:
        if line.mark(""):
            self.area.columns.lay()
        self.touched.emit()

    def _go_on(self, line: SlipLine) -> None:
        if not self._check(line):
            self._focus(line)
            return
        following = [each for each in self._open() if each.number > line.number]
        if following:
            self._focus(following[0])
        elif self.checked():
            self.done.emit()

    def _step(self, line: SlipLine, by: int) -> None:
        lines = list(self._open())
        at = lines.index(line) + by
        if at < 0:
            self.above.emit()
        elif at < len(lines):  # the last line does not wrap
            self._focus(lines[at])

    def _focus(self, line: SlipLine) -> None:
        line.field.setFocus(Qt.FocusReason.OtherFocusReason)
        line.field.selectAll()
        self.area.ensureWidgetVisible(line, 0, 8)
