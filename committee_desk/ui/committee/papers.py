"""Form 11 of a meeting on the screen as it will be printed: minutes, vote slips, the register of recusals."""

from typing import TYPE_CHECKING

from committee_desk.ui.common.paper.dialog import Paper, PaperDialog
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

MINUTES, SLIPS, REGISTER = "minutes", "slips", "register"


class PapersDialog(PaperDialog):
    """One of the three at a time, each as it stands now."""

    def __init__(self, page: "Page", number: int, first: str = MINUTES, *, may_slip: bool = True) -> None:
        self._words = {MINUTES: tr("会议记录"), SLIPS: tr("表决票"), REGISTER: tr("回避登记表")}
        offered = [(key, word) for key, word in self._words.items() if may_slip or key != SLIPS]
        tools = ToolRow()
        self.tabs = tools.add_tabs(offered, self.pick)
        tools.add_widget(label(""))
        title = tr("第 {number} 次会议的文书", number=number)
        super().__init__(page.window(), page.place, page.desk, title, tools)
        self._page, self._number = page, number
        self.pick(first if first in dict(offered) else MINUTES)

    def pick(self, key: str) -> None:
        """Another of the papers."""
        self.tabs.pick(key)
        self.tabs.buttons[key].setFocus()
        papers, actor, year, number = self.desk.meeting_papers, self.place.actor, self._page.year, self._number
        seen, handed = {
            MINUTES: (papers.preview_minutes, papers.minutes),
            SLIPS: (papers.preview_slips, papers.slips),
            REGISTER: (papers.preview_register, papers.register),
        }[key]
        word = self._words[key]
        name = tr("{year}年度第{number}次会议{what}", year=year, number=number, what=word)
        paper = Paper(
            title=word,
            file_name=name,
            draw=lambda: seen(actor, year, number),
            about=tr("打印或保存时记入日志。"),
            hand=lambda: handed(actor, year, number),
            why_not=self.place.no_writing,
        )
        self.show_paper(paper)
