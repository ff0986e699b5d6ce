"""工作台: the year as a line, what is due, what blocks the next step, who still owes what."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from committee_desk.domain.calendar import CalendarDay, DayKind
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.journal import ClockBehind
from committee_desk.services.changes import Topic
from committee_desk.services.course_views import CourseView, YearDates
from committee_desk.services.month_views import MonthView
from committee_desk.services.views import Overview, Owed
from committee_desk.ui.common.chips import BAD, Chip, ChipLabel
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import Banner, Card, label, scrolled
from committee_desk.ui.common.theme import GAP, PAGE_MARGIN
from committee_desk.ui.home.course_card import CourseCard
from committee_desk.ui.home.owed_line import OwedLine
from committee_desk.ui.home.timeline import Holiday, Timeline, bars_of
from committee_desk.wording.days import short, weekday
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

LONG_HOLIDAY = 5
LISTED_ON = {"without_cases": "cases"}
"""Where the list of a line stands, where it is not the page whose step waits for it."""


@dataclass(frozen=True)
class _Shown:
    overview: Overview
    today: date
    holidays: tuple[Holiday, ...]
    months: tuple[MonthView, ...]
    course: CourseView
    dates: YearDates
    behind: ClockBehind | None
    """Why no day can be counted from today: the clock is earlier than the journal."""


class HomePage(Page):
    """Each line leads to the page that settles it."""

    page_id: ClassVar[str] = "desk"
    icon_name: ClassVar[str] = "layout-dashboard"
    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        content = QWidget()
        content.setProperty("r", "win")
        column = QVBoxLayout(content)
        column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        column.setSpacing(GAP)
        self._clock = QVBoxLayout()
        column.addLayout(self._clock)
        self.timeline = Timeline()
        self._year_card = _year_card(self.timeline)
        column.addWidget(self._year_card)
        self.course = CourseCard(self._lead)
        column.addWidget(self.course)
        self._due, self._blocks, self._who = _List(tr("待办与到期")), _List(tr("阻碍下一步")), _List(tr("谁还欠什么"))
        column.addLayout(self._across())
        column.addStretch(1)
        self._area = scrolled(content, self.title())
        self.unread = label("", "sub", wrap=True)
        self.unread.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        self.unread.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.unread.hide()
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.unread, 1)
        self.import_button = self.head.add_action(
            tr("导入工作簿"), "file-import", self._import, primary=True, key=Shortcut.IMPORT, writes=True
        )

    def _across(self) -> QHBoxLayout:
        """What is due and what blocks at the left, who owes what at the right."""
        across, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        across.setSpacing(GAP)
        left.setSpacing(GAP)
        left.addWidget(self._due)
        left.addWidget(self._blocks)
        right.addWidget(self._who)
        for side in (left, right):
            side.addStretch(1)
            across.addLayout(side, 1)
        return across

    @classmethod
    def title(cls) -> str:
        """工作台."""
        return tr("工作台")

    def help_text(self) -> str:
        """What 工作台 shows."""
        return tr(
            "这里列出今年还要办什么：待办与到期、阻碍下一步的事、谁还欠什么。点一行就到能办这件事的页面。"
            "年度结束后，“审议与公示流程”显示办到哪一步、下一步还差什么、由谁办理，以及现在可以退回哪一步。"
            "上方的进程图中，实心是正在进行的步骤，虚线是法律没有规定日期的步骤通常所在的时间，斜线是节假日。"
        )

    def commands(self) -> tuple[PageCommand, ...]:
        """Import."""
        return (PageCommand(tr("导入工作簿"), self._import, "file-import", Shortcut.IMPORT),)

    def focus_first(self) -> None:
        """The first thing to do, else the import."""
        (self._due.first() or self._blocks.first() or self.import_button).setFocus()

    def _import(self) -> None:
        self.place.import_wanted.emit(ImportRequest())

    def refresh(self) -> None:
        """Read the overview and the holidays."""
        desk, year = self.desk, self.year

        def fetch() -> _Shown:
            today = desk.clock().date()
            days = [*desk.calendar.days(year), *desk.calendar.days(year + 1)]
            overview, months = desk.overview(year, today), desk.months.strip(year)
            course, dates, behind = desk.course.view(year), desk.course.dates(year), desk.journal.clock_behind()
            return _Shown(overview, today, holidays_of(days), months, course, dates, behind)

        self.read(fetch, self._show, failed=self._show_unread)

    def _show_unread(self, error: BaseException) -> None:
        """Nothing was read, so nothing is shown: no day, no line and no count that nobody knows."""
        if isinstance(error, DeskError | Trouble):
            self.head.say("")
            self._area.hide()
            self.unread.setText(tr("工作台没有读出来：{why}", why=sentence(error)))
            self.unread.show()
        self.place.tell_failed_reading(self, error)

    def _show(self, shown: _Shown) -> None:
        held = isinstance(self.window().focusWidget(), OwedLine)
        self.unread.hide()
        self._area.show()
        self._show_clock(shown)
        overview, today = shown.overview, shown.today if shown.behind is None else date.min
        self._year_card.name.setText(tr("{year} 年度进程", year=overview.year))
        states = {step.page: step.state for step in overview.steps}
        bars = bars_of(overview.year, states, shown.holidays, shown.dates)
        self.timeline.show_year(overview.year, today, bars, shown.holidays, shown.months)
        self.course.show_course(shown.course, shown.today)
        blocking = [line for line in overview.owed if line.blocking]
        people = [line for line in overview.owed if not line.blocking and line.facts.get("names")]
        others = [line for line in overview.owed if not line.blocking and not line.facts.get("names")]
        others.sort(key=lambda line: line.due or date.max)
        for lines, card, nothing in (
            (others, self._due, tr("没有待办")),
            (blocking, self._blocks, tr("没有受阻的步骤")),
            (people, self._who, tr("没有人欠材料")),
        ):
            card.show_lines(lines, today, nothing, self._lead)
        if held:
            self.focus_first()

    def _show_clock(self, shown: _Shown) -> None:
        """Today, or that nobody knows which day it is: then no day is counted from it."""
        today, behind = shown.today, shown.behind
        day = tr("{year}年{day} {weekday}", year=today.year, day=short(today), weekday=weekday(today))
        self.head.say(day if behind is None else tr("电脑时间 {day}", day=day))
        while self._clock.count():
            item = self._clock.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if behind is not None:
            lead = (tr("到日志"), lambda: self.go.emit("system", tr("日志")))
            told = tr("{why}在此之前，下面不推算还剩几天；逾期件数按电脑时间统计，可能不对。", why=sentence(behind))
            self._clock.addWidget(Banner("bad", tr("电脑时间早于日志最新记录"), told, lead))

    def _lead(self, line: Owed) -> None:
        self.go.emit(LISTED_ON.get(line.kind, line.page), line)


def holidays_of(days: list[CalendarDay]) -> tuple[Holiday, ...]:
    """Runs of days off under one name that are long enough to be seen on the line."""
    runs: list[Holiday] = []
    for listed in sorted(days):
        if listed.kind is not DayKind.OFF:
            continue
        last = runs[-1] if runs else None
        if last is not None and listed.day == last.until + timedelta(days=1) and (listed.name or "") == last.name:
            runs[-1] = Holiday(last.name, last.since, listed.day)
        else:
            runs.append(Holiday(listed.name or "", listed.day, listed.day))
    return tuple(run for run in runs if (run.until - run.since).days + 1 >= LONG_HOLIDAY)


class _List(Card):
    """A card of lines with their number beside the title."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._count = ChipLabel(Chip("0"))
        self.line.insertWidget(1, self._count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addSpacing(4)
        self.body.addLayout(self._lines)

    def show_lines(self, lines: list[Owed], today: date, nothing: str, lead: object) -> None:
        """Show these, or that there is nothing."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        blocking = any(line.blocking for line in lines)
        self._count.show_chip(Chip(str(len(lines)), BAD if blocking else "neu") if lines else None)
        for at, line in enumerate(lines):
            shown = OwedLine(line, today, last=at == len(lines) - 1, act=lambda each=line: lead(each))  # type: ignore[operator,misc]
            self._lines.addWidget(shown)
            shown.show()  # at once: the focus may go there
        if not lines:
            said = label(nothing, "cap")
            said.setFixedHeight(28)
            self._lines.addWidget(said)

    def first(self) -> OwedLine | None:
        """The first line, where there is one."""
        item = self._lines.itemAt(0)
        found = item.widget() if item is not None else None
        return found if isinstance(found, OwedLine) else None


class _Key(QLabel):
    """A swatch of the legend."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setFixedSize(18, 10)
        self.setProperty("key", role)


def _year_card(timeline: Timeline) -> Card:
    """The year's steps with the key to their colours."""
    card = Card(tr("年度进程"))
    for word, role in ((tr("已过"), "selrail"), (tr("进行中"), "fill"), (tr("通常时间"), "plan")):
        card.line.addWidget(_Key(role))
        card.line.addWidget(label(word, "cap"))
    card.body.addSpacing(4)
    card.body.addWidget(timeline)
    return card
