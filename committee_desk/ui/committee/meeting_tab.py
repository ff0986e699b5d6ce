"""会议: the year's meetings of the 检察官考评委员会, held from the first notice to the numbered minutes."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.services.meeting_views import MeetingRow, MeetingView
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.common.surfaces import EmptyState
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page, PageCommand


class MeetingTab(Tab):
    """One meeting at a time: its questions in a table, who leaves and how it was voted at the right.

    The page that holds it hears `Topic.COMMITTEE`, `GRADES` and `RELATIONS`, calls `refresh` while the tab is in view,
    takes `panel` for its detail, offers `commands`, and passes a line of 工作台 or a meeting's number to `show_target`.
    """

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("会议"))
        self._rows: tuple[MeetingRow, ...] = ()
        self._view: MeetingView | None = None
        self.empty = EmptyState("gavel", tr("还没有会议"), tr("召集考评委员会会议后，这里登记到会、回避和表决。"))
        self.column.addWidget(self.empty, 1)
        self.panel = ReadingPanel(page, tr("表决事项"), tr("回避和表决"), tr("会议记录"))

    def refresh(self) -> None:
        """Read the year's meetings."""
        desk, year = self._page.desk, self._page.year
        self._page.read(lambda: desk.meetings.rows(year), self._take, kind="meetings")

    def _take(self, rows: tuple[MeetingRow, ...]) -> None:
        self._rows = rows

    def first(self) -> QWidget:
        """Where work starts."""
        return self.empty

    def show_target(self, key: object) -> None:
        """Bring a meeting into view: a line of 工作台 that names one, or its number."""

    def help_text(self) -> str:
        """What the tab is for."""
        return tr(
            "考评委员会的会议：召集、到会登记、回避、表决、纪要。须回避的人由系统从登记的亲属关系得出，"
            "每个表决事项只由不需回避的委员表决。投影画面另开一个窗口，只显示可以给全场看的内容。"
        )

    def commands(self) -> "tuple[PageCommand, ...]":
        """What the search palette offers of this tab."""
        return ()
