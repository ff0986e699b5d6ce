"""个人月度得分说明: whose month, of which month, the page as it will be printed, and the ways out."""

from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from committee_desk.domain.months import MONTHS
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.desk import Desk
from committee_desk.services.month_explained_views import Listed
from committee_desk.ui.common.paper.dialog import Paper, PaperDialog, fields_row
from committee_desk.ui.common.workplace import Workplace
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr
from committee_desk.wording.months import of_the_year


class Whose(NamedTuple):
    """Whose month: of which year and list; `code` empty is the first of the list."""

    year: int
    month: int
    category: Category = Category.PROSECUTOR
    code: str = ""


class ExplainingDialog(PaperDialog):
    """Person and month above, the page below; another one is shown as soon as it is chosen."""

    def __init__(self, parent: QWidget, place: Workplace, desk: Desk, whose: Whose) -> None:
        self.person, self.month = QComboBox(), QComboBox()
        above = fields_row((tr("人员"), self.person), (tr("月份"), self.month))
        super().__init__(parent, place, desk, tr("个人月度得分说明"), above)
        self._whose = whose
        for each in MONTHS:
            self.month.addItem(month_name(each), each)
        self.month.setCurrentIndex(whose.month - 1)
        self.month.currentIndexChanged.connect(lambda _at: self._pick_month())
        self.person.currentIndexChanged.connect(lambda _at: self._pick_person())
        self.person.setFocus()
        self._read_people()

    # -- whose -----------------------------------------------------------------------------------------------------

    def _read_people(self) -> None:
        """Who is on the list as of the month's last day."""
        desk, whose = self.desk, self._whose
        self.place.worker.run(
            lambda _tell: desk.month_explained.people(whose.year, whose.month, whose.category),
            lambda people: self._take_people(whose, people),
            self._refuse,
            owner=self,
        )

    def _take_people(self, whose: Whose, people: tuple[Listed, ...]) -> None:
        if whose != self._whose:
            return
        with QSignalBlocker(self.person):
            self.person.clear()
            for each in people:
                self.person.addItem(f"{each.code}　{each.name}　{each.department}", each.code)
            at = self.person.findData(whose.code) if whose.code else 0
            self.person.setCurrentIndex(at if people else -1)
        if self.person.currentIndex() < 0:
            self.show_refusal(tr("这个人在这个月不参加这一类的考核。请另选人员或月份。"))
            return
        self._pick_person()

    def _pick_month(self) -> None:
        self._whose = self._whose._replace(month=self.month.currentData())
        self._change(None)
        self._read_people()

    def _pick_person(self) -> None:
        if self.person.currentIndex() >= 0:
            self._whose = self._whose._replace(code=self.person.currentData())
            self.show_paper(self._paper())

    # -- the page --------------------------------------------------------------------------------------------------

    def _paper(self) -> Paper:
        """Printing leaves a trace in the journal: only for who may, and not where nothing can be written."""
        explained, place, actor = self.desk.month_explained, self.place, self.place.actor
        year, month, category, code = self._whose
        of_month, listed = of_the_year(year, month), self.person.currentText().split("　")
        return Paper(
            title=f"{' '.join(listed)} {of_month}",
            file_name=tr("{person} {month} 得分说明", person=" ".join(listed[:2]), month=of_month),
            draw=lambda: explained.preview(year, month, code, category, actor),
            hand=lambda: explained.draw(actor, year, month, code, category),
            why_not=place.no_writing or ("" if place.may(Right.PUBLISH_MONTH) else tr("当前角色只能查看，不能打印")),
        )
