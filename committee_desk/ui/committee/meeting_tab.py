"""会议: the year's meetings of the 检察官考评委员会, held from the first notice to the numbered minutes."""

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.domain.committee import MeetingState
from committee_desk.services.desk import Desk
from committee_desk.services.meeting_projection import Projection
from committee_desk.services.meeting_views import MeetingRow, MeetingView, QuestionView
from committee_desk.services.settings import MEETING_MAJORITY
from committee_desk.services.views import Owed
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.committee.acts import MeetingActs
from committee_desk.ui.committee.meeting_head import MeetingHead
from committee_desk.ui.committee.projector import ProjectorWindow
from committee_desk.ui.committee.question_rows import facts_of, key_of, spec
from committee_desk.ui.committee.tab_acts import TabActs
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import EmptyState
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.committee import question_title
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page, PageCommand

NEWEST = -1
"""Stands for the number of the meeting called last."""
Read = tuple[tuple[MeetingRow, ...], MeetingView | None, Fraction]


class MeetingTab(Tab):
    """One meeting at a time: its questions in a table, who leaves and how it was voted at the right.

    The page that holds it hears `Topic.COMMITTEE`, `GRADES` and `RELATIONS`, calls `refresh` while the tab is in view,
    takes `panel` for its detail, offers `commands`, and passes a line of 工作台 or a meeting's number to `show_target`.
    """

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("会议"))
        self.rows: tuple[MeetingRow, ...] = ()
        self.view: MeetingView | None = None
        self.majority = Fraction(1, 2)
        self._number = 0
        self._items: dict[str, int] = {}
        self.projector: ProjectorWindow | None = None
        self.acts = MeetingActs(page, self._take_view)
        self.offers = TabActs(page, self)
        self.head = MeetingHead(page, self.pick, self.offers)
        self.table: ListTable[QuestionView] = ListTable(spec(self._items), tr("表决事项"), page.place.memory)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _question: self.offers.enter())
        self.empty = EmptyState(
            "gavel",
            tr("还没有会议"),
            tr("召集会议时，议题按等次审议的需要列好；须回避的人由系统从登记的亲属关系得出。"),
            (tr("召集会议…"), self.offers.call),
        )
        self.column.addWidget(self.head)
        self.column.addWidget(hairline())
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.empty, 1)
        self.panel = ReadingPanel(page, tr("表决事项"), tr("回避和表决"), tr("会议记录"))
        self.panel.wrap_heading()
        page.follow_rights(self.offers.show_possible)
        self._show_nothing()

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the year's meetings and the one in view."""
        desk, year, number = self._page.desk, self._page.year, self._number
        self._page.read(lambda: _read(desk, year, number), lambda read: self._take(*read), kind="meetings")

    def _take(self, rows: tuple[MeetingRow, ...], view: MeetingView | None, majority: Fraction) -> None:
        self.rows, self.majority = rows, majority
        self.head.offer(rows, view.row.held.number if view else 0)
        if view is None:
            self.view = None
            self._show_nothing()
            return
        self._take_view(view)

    def _show_nothing(self) -> None:
        for each in (self.head, self.table):
            each.hide()
        self.empty.show()
        self.offers.show_possible()
        self._show_detail(wanted=False)
        if self.projector is not None:
            self.projector.clear()

    def _take_view(self, view: MeetingView) -> None:
        """Show this meeting as it stands now."""
        self.view, self._number = view, view.row.held.number
        self._items.clear()
        self._items.update({each.id: at for at, each in enumerate(view.row.held.agenda, start=1)})
        first = self.empty.isVisibleTo(self)
        for each in (self.head, self.table):
            each.show()
        if first and self.empty.isAncestorOf(self.window().focusWidget() or self):
            self.table.setFocus()  # the button that called it goes
        self.empty.hide()
        self.head.show_meeting(view)
        self.table.set_rows(view.questions)
        if self.table.current() is None and view.questions:
            waiting = next((each for each in self.table.shown if each.vote is None), self.table.shown[0])
            self.table.choose(key_of(waiting))
        self._choose(self.table.current())

    def pick(self, number: int) -> None:
        """Another meeting."""
        self._number = number
        self.refresh()

    def _choose(self, question: QuestionView | None) -> None:
        self.offers.show_possible()
        if question is None or self.view is None:
            self._show_detail(wanted=False)
        else:
            facts = facts_of(question, self.view)
            minutes = self.view.row.held.minutes
            self.panel.show_all(question_title(question), "", "", facts, minutes)
            self._show_detail(wanted=True)
        self._follow()

    def show_newest(self) -> None:
        """Show the meeting that was just called."""
        self.pick(NEWEST)

    def _show_detail(self, *, wanted: bool) -> None:
        """The panel belongs to the tab in sight."""
        if self.isVisible():
            self._page.show_detail(wanted=wanted)

    @property
    def question(self) -> QuestionView | None:
        """The question that is chosen."""
        return self.table.current()

    # -- the wall --------------------------------------------------------------------------------------------------

    def project(self) -> None:
        """Open the window for the second screen, on the question that is chosen."""
        if self.projector is None:
            self.projector = ProjectorWindow(self)
        self.projector.put_on_wall()
        self._follow()

    def _follow(self) -> None:
        """Put the chosen question on the wall, where somebody looks at it."""
        wall, view = self.projector, self.view
        if wall is None or not wall.isVisible() or view is None:
            return
        desk, held, chosen = self._page.desk, view.row.held, self.question
        key = key_of(chosen) if chosen is not None else None

        def show(read: Projection) -> None:
            at = next((each for each in read.questions if (each.item.id, each.subject) == key), None)
            wall.show_question(read, at)

        self._page.read(
            lambda: desk.meetings.projection(held.year, held.number),
            show,
            kind="projection",
            failed=lambda _error: wall.clear(),
        )

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Where work starts."""
        return self.table if self.view is not None else self.empty.button

    def show_target(self, key: object) -> None:
        """Bring a meeting into view: a line of 工作台 that names one, or its number."""
        number = key.facts.get("number") if isinstance(key, Owed) else key
        if isinstance(number, int) and number != self._number:
            self.pick(number)

    def help_text(self) -> str:
        """What the tab is for."""
        return tr(
            "考评委员会的会议：召集、到会登记、开会、回避、表决、纪要。须回避的人由系统从登记的亲属关系得出，"
            "每个表决事项只由不需回避的委员表决。选中一项按 Enter 登记票数，结果当场显示。"
            "“投影”另开一个窗口，F11 全屏，跟随所选的表决事项，只显示可以给全场看的内容。"
        )

    def commands(self) -> "tuple[PageCommand, ...]":
        """What the search palette offers of this tab."""
        return self.offers.commands()


def _read(desk: Desk, year: int, wanted: int) -> Read:
    """The meetings, the one that is wanted (else the one that goes on, is to come, was last), and the majority."""
    rows, majority = desk.meetings.rows(year), Fraction(desk.settings.get(MEETING_MAJORITY))
    numbers = [row.held.number for row in rows]
    if wanted == NEWEST and numbers:
        wanted = numbers[-1]
    elif wanted not in numbers:
        wanted = _due(rows)
    return rows, desk.meetings.view(year, wanted) if wanted else None, majority


def _due(rows: tuple[MeetingRow, ...]) -> int:
    for state in (MeetingState.OPEN, MeetingState.CALLED, MeetingState.CLOSED, MeetingState.WITHDRAWN):
        if of := [row.held.number for row in rows if row.held.state is state]:
            return of[0] if state is MeetingState.CALLED else of[-1]
    return 0
