"""The year as a line: its months, the usual times of the later steps, the holidays of the desk's calendar, today."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.domain.months import MonthState
from committee_desk.services.course_views import YearDates
from committee_desk.services.month_views import MonthView
from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.common.tips import told_under_pointer
from committee_desk.wording.days import month_name, short
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.months import state_in_words

SIDE, TOP, ROW, BAR, FOOT, SHARE_OF_MONTHS = 84, 26, 34, 21, 25, 0.29
LEFT, CENTRE = (
    int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
    int(Qt.AlignmentFlag.AlignCenter),
)


FILLS = {"done": ("selrail", "sub"), "going": ("fill", "onfill"), "blocked": ("badbg", "bad")}
PLAIN = ("surface", "sub")
"""What a box is filled and written with, by the state of its step."""
_MARKS = {MonthState.CLOSED: "lock", MonthState.PUBLISHED: "check"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A step on the line: when it usually is, and how far it is this year (done, going, blocked or else)."""

    row: int
    title: str
    since: date
    until: date
    state: str = ""
    real: bool = False
    """Whether these days are its own, and not the usual ones."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off in a row."""

    name: str
    since: date
    until: date


def usual_bars(year: int, states: dict[str, str], holidays: tuple[Holiday, ...] = ()) -> tuple[Bar, ...]:
    """The steps after the year's end at their usual times; the law fixes none of them.

    公示 counts working days: it keeps clear of long holidays, and 异议与复核 follows it.
    """
    after = year + 1
    posted, closed = _clear_of(holidays, date(after, 2, 6), date(after, 2, 14))
    heard = max(date(after, 2, 24), closed + timedelta(days=1))
    plan = (
        (1, tr("述职与测评"), date(year, 12, 15), date(after, 1, 10), "ballots"),
        (1, tr("汇总"), date(after, 1, 11), date(after, 1, 21), "ranking"),
        (1, tr("审议"), date(after, 1, 22), date(after, 2, 5), "grading"),
        (2, tr("公示"), posted, closed, "publication"),
        (2, tr("异议与复核"), heard, date(after, 3, 10), "objections"),
        (3, tr("决定与送达"), date(after, 3, 11), date(after, 4, 1), "decisions"),
        (3, tr("结果运用、归档"), date(after, 4, 2), date(after, 4, 26), "rewards"),
    )
    return tuple(Bar(row, title, since, until, states.get(step, "")) for row, title, since, until, step in plan)


def bars_of(year: int, states: dict[str, str], holidays: tuple[Holiday, ...], dates: YearDates) -> tuple[Bar, ...]:
    """The steps after the year's end: those that were taken on their own days, the others at their usual times."""
    bars = list(usual_bars(year, states, holidays))
    _, gathered, graded, posted, heard, settled, applied = bars
    if dates.proposed is not None:
        last = max(dates.approved or dates.proposed, dates.proposed)
        bars[2] = replace(graded, since=dates.proposed, until=last, real=True)
        for at, bar in ((1, gathered), (0, bars[0])):
            until = min(bar.until, bars[at + 1].since - timedelta(days=1))
            bars[at] = replace(bar, since=min(bar.since, until - timedelta(days=2)), until=until)
    if dates.posted is not None and dates.last_day is not None:
        bars[3] = replace(posted, since=dates.posted, until=dates.last_day, real=True)
        since = dates.last_day + timedelta(days=1)
        bars[4] = replace(heard, since=since, until=since + timedelta(days=13))
    if dates.decided is not None:
        until = max(dates.decided, dates.known or dates.decided)
        bars[5] = replace(settled, since=dates.decided, until=until, real=True)
        since = max(applied.since, until + timedelta(days=1))
        bars[6] = replace(applied, since=since, until=max(applied.until, since + timedelta(days=2)))
    return tuple(bars)


def _clear_of(holidays: tuple[Holiday, ...], since: date, until: date) -> tuple[date, date]:
    """As long as that, after a holiday that it would touch."""
    for holiday in sorted(holidays, key=lambda each: each.since):
        if holiday.since <= until and since <= holiday.until:
            later = holiday.until + timedelta(days=1) - since
            since, until = since + later, until + later
    return since, until


class Timeline(QWidget):
    """Painted; tooltips name what lies under the pointer, the accessible text says where the year stands."""

    def __init__(self) -> None:
        super().__init__()
        self._year = 2000
        self._today = date(2000, 1, 1)
        self._bars: tuple[Bar, ...] = ()
        self._holidays: tuple[Holiday, ...] = ()
        self._hot: list[tuple[QRect, str]] = []
        self.months: tuple[MonthView, ...] = ()
        self.setAccessibleName(tr("年度进程"))
        self.setMinimumSize(QSize(520, TOP + 4 * ROW + FOOT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Four rows high."""
        return QSize(900, TOP + 4 * ROW + FOOT)

    def show_year(
        self,
        year: int,
        today: date,
        bars: tuple[Bar, ...],
        holidays: tuple[Holiday, ...],
        months: tuple[MonthView, ...] = (),
    ) -> None:
        """Paint this year as it stands today, each month with its state: published, closed, or still to be typed.

        `today` is the first of all days where nobody knows it.
        """
        self._year, self._today, self._bars, self._holidays, self.months = year, today, bars, holidays, months
        going = tr("、").join(bar.title for bar in bars if bar.state == "going")
        going = tr("进行中：{going}", going=going or tr("平时考核"))
        known = today > date.min
        self.setAccessibleDescription(tr("今天 {day}。{going}", day=short(today), going=going) if known else going)
        self.update()

    def _x(self, day: date) -> int:
        """January to November stand close, December to April wide."""
        room = self.width() - SIDE
        wide_from = date(self._year, 12, 1)
        if day < wide_from:
            passed = max(0, (day - date(self._year, 1, 1)).days) / (wide_from - date(self._year, 1, 1)).days
            return SIDE + round(room * SHARE_OF_MONTHS * passed)
        whole = (date(self._year + 1, 5, 1) - wide_from).days
        passed = min(whole, (day - wide_from).days) / whole
        return SIDE + round(room * SHARE_OF_MONTHS + room * (1 - SHARE_OF_MONTHS) * passed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axis, holidays, bars, today, and over it the words of the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._hot.clear()
        self._paint_axis(painter)
        for holiday in self._holidays:
            self._paint_holiday(painter, holiday)
        self._paint_months(painter)
        for bar in self._bars:
            self._paint_box(painter, self._box(bar), bar.state)
        self._paint_today(painter)
        for bar in self._bars:
            self._paint_words(painter, bar)
        painter.end()

    def _starts(self) -> list[date]:
        return [date(self._year, m, 1) for m in range(1, 13)] + [date(self._year + 1, m, 1) for m in range(1, 5)]

    def _paint_axis(self, painter: QPainter) -> None:
        bottom = TOP + 4 * ROW
        painter.setFont(font(12))
        for start in self._starts():
            painter.fillRect(QRect(self._x(start), TOP, 1, bottom - TOP), colour("hair"))
        painter.setPen(colour("mut"))
        for box, word in self.month_words():
            painter.drawText(box, LEFT, word)
        painter.fillRect(QRect(0, TOP, self.width(), 1), colour("line"))
        names = (tr("平时考核"), tr("评议计分"), tr("公示异议"), tr("决定运用"))
        for row, name in enumerate(names):
            painter.setFont(font(13))
            painter.setPen(colour("text"))
            painter.drawText(QRect(0, TOP + row * ROW, SIDE, ROW), LEFT, name)
            if row:
                painter.fillRect(QRect(0, TOP + row * ROW, self.width(), 1), colour("hair"))

    def month_words(self) -> list[tuple[QRect, str]]:
        """What stands over the months and where; in a narrow line those that would touch are left out."""
        placed: list[tuple[QRect, str]] = []
        for start in sorted(self._starts(), key=lambda each: (each.month != 1, each)):
            word = str(start.month) if start.year == self._year and start.month < 12 else self._month_word(start)
            box = QRect(self._x(start) + 2, 2, metrics(12).horizontalAdvance(word) + 2, TOP - 4)
            if not any(box.adjusted(-4, 0, 4, 0).intersects(each) for each, _ in placed):
                placed.append((box, word))
        return placed

    def _month_word(self, start: date) -> str:
        if start.month == 1:
            return tr("{year}年{month}", year=start.year, month=month_name(1))
        return month_name(start.month)

    def _paint_holiday(self, painter: QPainter, holiday: Holiday) -> None:
        left, right = self._x(holiday.since), self._x(holiday.until + timedelta(days=1))
        if right - left < 6:
            return
        box = QRect(left, TOP + 1, right - left, 4 * ROW - 1)
        painter.fillRect(box, colour("off"))
        painter.fillRect(box, QBrush(colour("line"), Qt.BrushStyle.BDiagPattern))
        word = dictionary_word(holiday.name)
        painter.setFont(font(11))
        wide = metrics(11).horizontalAdvance(word)
        if wide + 6 <= box.width():
            tag = QRect(box.center().x() - wide // 2 - 3, TOP + 10, wide + 6, 16)
            painter.fillRect(tag, colour("surface"))
            painter.setPen(colour("mut"))
            painter.drawText(tag, CENTRE, word)
        self._hot.append((box, f"{word} {holiday.since:%m-%d} – {holiday.until:%m-%d}"))

    def _paint_months(self, painter: QPainter) -> None:
        for view in self.months:
            start = date(self._year, view.month, 1)
            following = date(self._year + (view.month == 12), view.month % 12 + 1, 1)
            box = QRect(self._x(start) + 2, TOP + 7, self._x(following) - self._x(start) - 3, BAR)
            typed = view.state is MonthState.OPEN
            self._paint_box(painter, box, "" if view.future else "going" if typed else "done")
            if not view.future:
                name, role = ("pencil", "onfill") if typed else (_MARKS[view.state], "sub")
                paint_icon(painter, name, role, QRect(box.center().x() - 6, box.center().y() - 6, 14, 14))
            word = state_in_words(view)
            self._hot.append((box, tr("{month}，{word}", month=month_name(view.month), word=word)))

    def _paint_words(self, painter: QPainter, bar: Bar) -> None:
        box, beside = self._box(bar), self.room_of(bar)
        painter.setFont(font(12))
        painter.setPen(colour(FILLS.get(bar.state, PLAIN)[1]))
        if not box.contains(beside):  # on the ground of the card: neither hatching nor any line runs through them
            painter.fillRect(beside.adjusted(-3, 1, 3, -1), colour("surface"))
            painter.setPen(colour("sub"))
        said = metrics(12).elidedText(bar.title, Qt.TextElideMode.ElideRight, beside.width())
        painter.drawText(beside, LEFT, said)
        days = {"since": bar.since.strftime("%m-%d"), "until": bar.until.strftime("%m-%d")}
        usual = tr("{since} 至 {until}", **days) if bar.real else tr("通常 {since} 至 {until}", **days)
        self._hot.append((box, f"{bar.title} {usual}"))

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The steps that are painted."""
        return self._bars

    def _box(self, bar: Bar) -> QRect:
        left, right = self._x(bar.since), self._x(bar.until + timedelta(days=1))
        return QRect(left + 1, TOP + bar.row * ROW + 7, right - left - 3, BAR)

    def room_of(self, bar: Bar) -> QRect:
        """Where the bar's words stand: in it, else after it, else before it, clear of the others of its row."""
        box, wide = self._box(bar), metrics(12).horizontalAdvance(bar.title) + 2
        inside = QRect(box.left() + 5, box.top(), box.width() - 6, box.height())
        row = [each for each in self._bars if each.row == bar.row]
        following = min((self._box(each).left() for each in row if each.since > bar.since), default=self.width())
        before = max((self._box(each).right() for each in row if each.since < bar.since), default=SIDE)
        if wide <= inside.width():
            return inside
        if box.right() + 6 + wide <= following:
            return QRect(box.right() + 6, box.top(), wide, box.height())
        if box.left() - 6 - wide >= before:
            return QRect(box.left() - 6 - wide, box.top(), wide, box.height())
        return inside

    @staticmethod
    def _paint_box(painter: QPainter, box: QRect, state: str) -> None:
        fill, text = FILLS.get(state, PLAIN)
        painter.setBrush(colour(fill))
        painter.setPen(Qt.PenStyle.NoPen if state in FILLS else QPen(colour("line"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(font(12))
        painter.setPen(colour(text))

    def _paint_today(self, painter: QPainter) -> None:
        if not date(self._year, 1, 1) <= self._today < date(self._year + 1, 5, 1):
            return
        x = self._x(self._today)
        word = tr("今天 {day}", day=short(self._today))
        wide = metrics(12, 500).horizontalAdvance(word) + 14
        left = min(max(SIDE, x - wide // 2), self.width() - wide)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("fill"))
        foot = QRect(left, TOP + 4 * ROW + 3, wide, 20)  # below: above it would cover a month's name
        painter.drawRect(QRect(x - 1, TOP, 2, 4 * ROW + 4))
        painter.drawRoundedRect(foot, 4, 4)
        painter.setFont(font(12, 500))
        painter.setPen(colour("onfill"))
        painter.drawText(foot, CENTRE, word)

    def event(self, event: QEvent) -> bool:
        """Say what lies under the pointer."""
        return told_under_pointer(self, event, self._said_at) or super().event(event)

    def _said_at(self, at: QPoint) -> str:
        return next((text for box, text in reversed(self._hot) if box.contains(at)), "")
