"""Form 11 of a meeting on the screen as it will be printed: minutes, vote slips, the register of recusals."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.paper.on_paper import print_pdf
from committee_desk.ui.common.paper.preview import PagePreview
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE = QSize(860, 700)
MINUTES, SLIPS, REGISTER = "minutes", "slips", "register"


class PapersDialog(QDialog):
    """One of the three at a time, each as it stands now; print puts the very pages on paper."""

    def __init__(self, page: "Page", number: int, first: str = MINUTES, *, may_slip: bool = True) -> None:
        super().__init__(page.window())
        self._page, self._number, self._pdf = page, number, b""
        self.setWindowTitle(tr("第 {number} 次会议的文书", number=number))
        self._words = {MINUTES: tr("会议记录"), SLIPS: tr("表决票"), REGISTER: tr("回避登记表")}
        offered = [(key, word) for key, word in self._words.items() if may_slip or key != SLIPS]
        self._chosen = first if first in dict(offered) else MINUTES
        tools = ToolRow()
        self.tabs = tools.add_tabs(offered, self.pick)
        self.tabs.pick(self._chosen)
        tools.add_widget(label(""))
        self.preview = PagePreview()
        self.print = button(tr("打印…"), self.print_, icon_name="printer", primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.addStretch(1)
        foot.addWidget(button(tr("关闭"), self.reject))
        foot.addWidget(self.print)
        column.addLayout(foot)
        fit_dialog(self, SIZE)
        self.preview.resized.connect(self._look)
        self.tabs.buttons[self._chosen].setFocus()
        QTimer.singleShot(0, self, self._look)

    def pick(self, key: str) -> None:
        """Another of the papers."""
        self._chosen = key
        self.tabs.pick(key)
        self._look()

    def _draw(self) -> Callable[[], bytes]:
        papers, actor, year = self._page.desk.meeting_papers, self._page.place.actor, self._page.year
        drawn = {MINUTES: papers.minutes, SLIPS: papers.slips, REGISTER: papers.register}[self._chosen]
        return lambda: drawn(actor, year, self._number)

    def _look(self) -> None:
        """Draw it beside the window and show the pages."""
        draw, desk, dots = self._draw(), self._page.desk, self.preview.dots_an_inch()
        name = self._words[self._chosen]

        def fetch() -> tuple[bytes, tuple[PagePicture, ...]]:
            pdf = draw()
            return pdf, tuple(desk.sheets.pages(pdf, dots))

        self._page.read(fetch, lambda both: self._show(name, *both), kind="meeting paper", failed=self._say)

    def _show(self, name: str, pdf: bytes, pages: tuple[PagePicture, ...]) -> None:
        self._pdf = pdf
        self.print.setEnabled(True)
        self.preview.show_pages(name, pages)

    def _say(self, error: BaseException) -> None:
        self._pdf = b""
        self.print.setEnabled(False)
        if isinstance(error, DeskError | Trouble):
            self.preview.show_refusal(sentence(error))
        else:
            tell_failure(self, error)

    def print_(self) -> None:
        """Put the pages that are seen on a printer."""
        if self._pdf and print_pdf(self, self._page, self._words[self._chosen], self._pdf):
            self._page.place.say(tr("已打印{name}", name=self._words[self._chosen]))
