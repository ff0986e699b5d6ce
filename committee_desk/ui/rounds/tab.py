"""民主测评: the year's rating rounds, in four views: the rounds, the people, the results, the statistics."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import RoundState
from committee_desk.services.round_views import ParticipantRow, PersonResult
from committee_desk.services.views import Owed
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.common.about_line import AboutLine
from committee_desk.ui.common.flow import FlowLayout
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.rounds.acts import RoundActs
from committee_desk.ui.rounds.ending_forms import LookForm
from committee_desk.ui.rounds.lines import RoundLine, read_lines
from committee_desk.ui.rounds.people_view import PeopleView
from committee_desk.ui.rounds.progress_view import ProgressView
from committee_desk.ui.rounds.reading import first_line, no_results, no_round, read_results, read_statistics
from committee_desk.ui.rounds.result_view import ResultView, facts_of
from committee_desk.ui.rounds.statistics_view import StatisticsView
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import round_state

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class Show(Enum):
    """The views."""

    ROUNDS = "rounds"
    PEOPLE = "people"
    RESULTS = "results"
    STATISTICS = "statistics"


class RoundsTab(Tab):
    """One round is looked at; it stays chosen through the views."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("民主测评"))
        self._lines: tuple[RoundLine, ...] = ()
        self._line: RoundLine | None = None
        self._wanted: int | None = None
        self.show_what = Show.ROUNDS
        self.acts = RoundActs(page, lambda: self._line, self._person, self.turn_to)
        self.progress = ProgressView(page, self.acts.draft, self.acts.asked_again)
        self.people = PeopleView(page)
        self.results = ResultView(page)
        self.statistics = StatisticsView(page, self.answer)
        self.views = {
            Show.ROUNDS: self.progress, Show.PEOPLE: self.people, Show.RESULTS: self.results,
            Show.STATISTICS: self.statistics,
        }  # fmt: skip
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
        self.column.addWidget(self._tools())
        self.column.addWidget(hairline())
        self.column.addWidget(self.stack, 1)
        self._acts_row()
        self.filter.hide()
        self.panel = ReadingPanel(page, tr("测评详情"), tr("测评结果"), tr("说明"))
        self.progress.table.chosen.connect(self._choose)
        self.progress.table.opened.connect(lambda _line: self._go_on())
        self.progress.classes.opened.connect(lambda _line: self._press(self.acts.turnout.button))
        self.people.table.chosen.connect(lambda _row: self.show_rights())
        self.people.table.opened.connect(lambda _row: self._press(self.acts.place.button))
        self.results.table.chosen.connect(self._show_person)
        self.statistics.questions.chosen.connect(lambda _row: self.show_rights())

    def _tools(self) -> ToolRow:
        tools = ToolRow()
        words = [(Show.ROUNDS.value, tr("轮次")), (Show.PEOPLE.value, tr("人员")), (Show.RESULTS.value, tr("各人结果")),
                 (Show.STATISTICS.value, tr("统计"))]  # fmt: skip
        self.tabs = tools.add_tabs(words, self.pick)
        self.about = AboutLine()
        around = QWidget()
        line = QHBoxLayout(around)
        line.setContentsMargins(12, 0, 0, 0)
        line.addWidget(self.about, 1)
        tools.add_left(around)
        tools.layout().setStretchFactor(around, 60)  # type: ignore[union-attr]
        self.filter = tools.add_filter(self.people.table, self._filter, self.people.table.remembered_filter())
        self.results.table.installEventFilter(self.filter)
        return tools

    def _acts_row(self) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(20, 8, 20, 10)
        for act in self.acts.all:
            flow.addWidget(act.button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self._foot = (hairline(), row)
        for each in self._foot:
            self.column.addWidget(each)

    def _filter(self, text: str) -> None:
        self.people.table.filter_text(text)
        self.results.table.filter_text(text)

    def _person(self) -> ParticipantRow | None:
        return self.people.table.current() if self.show_what is Show.PEOPLE else None

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the year's rounds; then what the view in sight shows of the chosen one."""
        desk, year, place = self._page.desk, self._page.year, self._page.place
        keeps, writes = place.may(Right.KEEP_ROUNDS), not place.no_writing
        self._page.read(lambda: read_lines(desk, year, keeps=keeps, writes=writes), self._take, kind="rounds")

    def _take(self, lines: tuple[RoundLine, ...]) -> None:
        self._lines = lines
        before = self._wanted if self._wanted is not None else self._line.number if self._line is not None else None
        self.progress.show_lines(lines)
        wanted = next((each for each in lines if each.number == before), None) or first_line(lines)
        self._wanted = None
        if wanted is not None:
            self.progress.table.choose(wanted.number)
        self._choose(wanted)

    def _choose(self, line: RoundLine | None) -> None:
        if line is None and self._lines:
            return  # the list is filled anew
        self._line = line
        self.progress.show_line(line)
        state = round_state(line.state) if line is not None and line.state is not None else ""
        words = " · ".join(word for word in (line.label, line.title, state) if word) if line is not None else ""
        self.about.setText(words if self.show_what is not Show.ROUNDS else "")
        self.about.setToolTip(words)
        self._show_chosen()
        self.show_rights()

    def _show_chosen(self) -> None:
        """What the view in sight shows of the chosen round."""
        self._page.show_detail(wanted=False)
        if self.show_what is Show.PEOPLE:
            self._show_people()
        elif self.show_what is Show.RESULTS:
            self._show_results()
        elif self.show_what is Show.STATISTICS:
            self._show_statistics()

    def _show_people(self) -> None:
        line = self._line
        if line is None:
            self.people.show_rows(None, no_round())
        elif line.is_imported:
            self.people.show_rows(None, tr("导入的测评票不记录谁投了票。"))
        elif line.card is None:
            self.people.show_rows(None, self._page.place.why_not(Right.KEEP_ROUNDS))
        else:
            self.people.show_rows(line.card.participants)

    def _show_results(self) -> None:
        line = self._line
        if line is None or line.round is None or line.state is not RoundState.CLOSED:
            self.results.show_nothing(no_results(line))
            return
        desk, year, number = self._page.desk, self._page.year, line.number
        self._page.read(lambda: read_results(desk, year, number), self.results.show_result, kind="round-results")

    def _show_statistics(self) -> None:
        line, place = self._line, self._page.place
        if not place.may(Right.SEE_STATISTICS):
            self.statistics.show_nothing(place.why_not(Right.SEE_STATISTICS))
        elif line is None or line.round is None or line.state is not RoundState.CLOSED:
            self.statistics.show_nothing(no_results(line))
        else:
            desk, year, number = self._page.desk, self._page.year, line.number
            self._page.read(
                lambda: read_statistics(desk, year, number), self.statistics.show_statistics, kind="round-statistics"
            )

    # -- what is looked at -----------------------------------------------------------------------------------------

    def pick(self, key: str) -> None:
        """Another view."""
        self.show_what = Show(key)
        self.tabs.pick(key)
        self.stack.setCurrentWidget(self.views[self.show_what])
        self.filter.setVisible(self.show_what in {Show.PEOPLE, Show.RESULTS})
        self._choose(self._line)

    def turn_to(self, number: int) -> None:
        """The rounds, with that one chosen once it is read."""
        self._wanted = number
        self.pick(Show.ROUNDS.value)
        if self.progress.table.choose(number):
            self._wanted = None

    def _go_on(self) -> None:
        """Enter on a round: its people while it is a draft, its results once it is closed, else its turnout."""
        state = self._line.state if self._line is not None else None
        if state is RoundState.DRAFT:
            self.pick(Show.PEOPLE.value)
        elif state is RoundState.CLOSED:
            self.pick(Show.RESULTS.value)
        else:
            self._press(self.acts.turnout.button)
            return
        self.first().setFocus()

    def _press(self, act: QWidget) -> None:
        if act.isVisibleTo(self) and act.isEnabled():
            act.click()  # type: ignore[attr-defined]

    def _show_person(self, row: PersonResult | None) -> None:
        if row is None:
            self._page.show_detail(wanted=False)
            return
        self.panel.show_all(row.name, row.code, row.department, facts_of(row))
        self._page.show_detail(wanted=True)

    # -- acts ------------------------------------------------------------------------------------------------------

    def answer(self) -> None:
        """Record that the committee looked into the chosen question."""
        row, line = self.statistics.questions.current(), self._line
        if row is None or line is None or line.round is None or not self.statistics.look.isEnabled():
            return
        form = LookForm(self._page, line.round, row.flag.name, row.words, row.look)
        if form.run(form.record):
            self._page.place.say(tr("已登记；得分不变"))

    def show_rights(self, possible: object = None) -> None:
        """Bar what cannot be done, with the reason."""
        del possible
        self.acts.show_rights(self.show_what.value)
        nothing = "" if self.statistics.questions.current() is not None else tr("先选中一项")
        allow(self.progress.empty.button, self._page.place.why_not(Right.KEEP_ROUNDS))
        allow(self.statistics.look, self._page.place.why_not(Right.SEE_STATISTICS), nothing)
        for each in self._foot:
            each.setVisible(any(not act.button.isHidden() for act in self.acts.all))

    # -- what the page asks ----------------------------------------------------------------------------------------

    def show_owed(self, line: Owed) -> None:
        """The round that a line of 工作台 is about."""
        self.turn_to(int(str(line.facts.get("number", 0))))

    def first(self) -> QWidget:
        """Where work starts in the view in sight."""
        return {
            Show.ROUNDS: self.progress.first(), Show.PEOPLE: self.people.table, Show.RESULTS: self.results.table,
            Show.STATISTICS: self.statistics.first(),
        }[self.show_what]  # fmt: skip

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts, and the views."""
        return (
            *self.acts.commands(),
            PageCommand(tr("看测评人员"), lambda: self._view(Show.PEOPLE), "users"),
            PageCommand(tr("看测评结果"), lambda: self._view(Show.RESULTS), "report-analytics"),
            PageCommand(tr("看测评统计"), lambda: self._view(Show.STATISTICS), "chart-dots"),
        )

    def _view(self, show: Show) -> None:
        self.pick(show.value)
        self.first().setFocus()
