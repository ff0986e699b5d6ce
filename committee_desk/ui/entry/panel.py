"""The panel beside the grid: this row's result, the month's sums, and what is missing before the month is closed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import DetailPanel, label, link, scrolled
from committee_desk.ui.common.theme import colour
from committee_desk.ui.entry.panel_views import Lacking, MonthSum, RowResult, Told
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import plain, rounded, signed

SIDE = 16
MARKS = {"info": ("info-circle", "accent"), "warn": ("alert-triangle", "warn"), "bad": ("alert-circle", "bad")}


class EntryPanel(DetailPanel):
    """Name and place of the person in view, then three parts one under the other."""

    def __init__(self) -> None:
        super().__init__(tr("录入详情"))
        self.about = label("", "sub", wrap=True, select=True)
        self.about.setContentsMargins(SIDE, 0, SIDE, 12)
        self.body.addWidget(self.about)
        inner = QWidget()
        inner.setProperty("r", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.results, self.sums, self.lacking = Part(), Part(), Part()
        self.acts = QHBoxLayout()
        self.acts.setContentsMargins(SIDE - 4, 0, SIDE, 10)
        self.acts.setSpacing(4)
        column.addWidget(self.results)
        column.addLayout(self.acts)
        column.addWidget(self.sums)
        column.addWidget(self.lacking)
        column.addStretch(1)
        area = scrolled(inner, tr("录入详情"))
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area, 1)

    def show_person(self, name: str, code: str, about: str) -> None:
        """Who the row is about; empty where it is about nobody yet."""
        self.heading.setText(name or tr("未选人员"))
        self.code.setText(code)
        self.about.setText(about)
        self.about.setVisible(bool(about))

    def show_results(self, results: Sequence[RowResult], told: Sequence[Told], title: str = "") -> None:
        """What the row does to its indicator, and what is known besides."""
        self.results.begin(title or tr("这一行的结果"))
        for result in results:
            self.results.add(_result(result))
        if not results and not told:
            self.results.add(label(tr("选中一行，这里显示它对该人得分的影响。"), "sub", wrap=True))
        for each in told:
            self.results.add(_told(each))

    def show_sums(self, title: str, sums: Sequence[MonthSum]) -> None:
        """The month's sums by indicator."""
        self.sums.begin(title)
        for each in sums:
            self.sums.add(_sum(each))
        if not sums:
            self.sums.add(label(tr("本月还没有计入的事项。"), "sub", wrap=True))

    def show_lacking(self, lacking: Sequence[Lacking], done: str, *, closed: bool = False) -> None:
        """What is missing before the month is closed, or still is although it was; `done` where nothing is."""
        count = len(lacking)
        if closed:
            owed = tr_n("已关账，仍缺 {count} 项", "已关账，仍缺 {count} 项", count)
        else:
            owed = tr_n("关账前还差 {count} 项", "关账前还差 {count} 项", count)
        self.lacking.begin(owed if lacking else done)
        for each in lacking:
            self.lacking.add(_line(("alert-circle", "bad") if each.grave else ("alert-triangle", "warn"), each))


class Part(QWidget):
    """A titled part of the panel, filled anew each time."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._content: QWidget | None = None
        self._inner = QVBoxLayout()
        self.hide()

    def begin(self, title: str) -> None:
        """Empty it and name it."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        content = self._content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(hairline())
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(SIDE, 12, SIDE, 14)
        self._inner.setSpacing(6)
        self._inner.addWidget(label(title, "h3", wrap=True))
        outer.addLayout(self._inner)
        self._column.addWidget(content)
        self.setAccessibleName(title)
        self.show()

    def add(self, widget: QWidget) -> None:
        """One more line."""
        self._inner.addWidget(widget)


class ResultBar(QWidget):
    """How far the indicator reached before the row, and what the row adds or takes."""

    def __init__(self, before: float, after: float) -> None:
        super().__init__()
        self._before, self._after = before, after
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(6)

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(200, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What stays in the quiet colour, what the row does in the loud one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("barbg"))
        wide = self.width()
        painter.drawRoundedRect(QRectF(0, 0, wide, 6), 3, 3)
        low, high = sorted((self._before, self._after))
        painter.setBrush(colour("bar"))
        painter.drawRoundedRect(QRectF(0, 0, round(wide * low), 6), 3, 3)
        if high > low:
            painter.setBrush(colour("fill" if self._after > self._before else "bad"))
            painter.drawRoundedRect(QRectF(round(wide * low), 0, round(wide * (high - low)), 6), 2, 2)
        painter.end()


def _result(result: RowResult) -> QWidget:
    made, column = _column(5)
    line = _row(column)
    line.addWidget(label(result.indicator, "name"))
    line.addStretch(1)
    if result.before != result.after:
        line.addWidget(label(rounded(result.before), "sub"))
        arrow = QLabel()
        arrow.setPixmap(pixmap("arrow-right", "sub", 14))
        line.addWidget(arrow)
    line.addWidget(label(rounded(result.after), "strong"))
    line.addWidget(label(f"/ {result.maximum}", "sub"))
    most = max(1, result.maximum)
    bar = ResultBar(_share(float(result.before), most), _share(float(result.after), most))
    said = tr(
        "{indicator} {before} 变为 {after}，满分 {most}",
        indicator=result.indicator,
        before=rounded(result.before),
        after=rounded(result.after),
        most=plain(result.maximum),
    )
    bar.setAccessibleName(said)
    column.addWidget(bar)
    if result.hint:
        column.addWidget(label(result.hint, "cap", wrap=True))
    return made


def _share(value: float, most: int) -> float:
    return max(0.0, min(1.0, value / most))


def _sum(each: MonthSum) -> QWidget:
    made, column = _column(0)
    line = _row(column)
    line.addWidget(label(each.indicator, "sub"))
    line.addStretch(1)
    line.addWidget(label(tr_n("{count} 条", "{count} 条", each.count), "cap"))
    figure = label(signed(each.points))
    figure.setMinimumWidth(64)
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(figure)
    return made


def _told(each: Told) -> QWidget:
    return _marked(MARKS[each.kind], each.text, each)


def _line(mark: tuple[str, str], each: Lacking) -> QWidget:
    return _marked(mark, each.text, each)


def _marked(mark: tuple[str, str], text: str, act: Told | Lacking) -> QWidget:
    made, column = _column(0)
    line = _row(column)
    leads = link(act.verb, act.act) if act.verb and act.act is not None else None
    shape = QLabel()
    shape.setPixmap(pixmap(*mark, 16))
    shape.setContentsMargins(0, 6 if leads is not None else 2, 0, 0)
    line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.setContentsMargins(0, 4 if leads is not None else 0, 0, 0)
    words.addWidget(label(text, "sub", wrap=True))
    made.setToolTip(act.tip)
    if act.more:
        words.addWidget(label(act.more, "cap", wrap=True))
    line.addLayout(words, 1)
    if leads is not None:
        leads.setAccessibleName(tr("{verb}：{text}", verb=act.verb, text=text))
        leads.setAccessibleDescription(act.tip)
        line.addWidget(leads, 0, Qt.AlignmentFlag.AlignTop)
    return made


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return made, column


def _row(column: QVBoxLayout) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    column.addLayout(line)
    return line
