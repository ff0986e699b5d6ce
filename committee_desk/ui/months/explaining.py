"""个人月度得分说明: whose month, of which month, the page as it will be printed, and the ways out."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.months import MONTHS
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.desk import Desk
from committee_desk.services.month_explained_views import Listed
from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.paper.on_paper import ask_printer
from committee_desk.ui.common.paper.preview import PagePreview
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.workplace import Workplace
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr
from committee_desk.wording.months import of_the_year
from committee_desk.wording.protection import said_of_leaving
from committee_desk.wording.saying import sentence

SIZE = QSize(860, 720)
PAUSE = 120
"""Milliseconds to wait while somebody walks through people or months, before a page is drawn."""


class Whose(NamedTuple):
    """Whose month: of which year and list; `code` empty is the first of the list."""

    year: int
    month: int
    category: Category = Category.PROSECUTOR
    code: str = ""


class ExplainingDialog(QDialog):
    """Person and month above, the page below; another one is shown as soon as it is chosen."""

    def __init__(self, parent: QWidget, place: Workplace, desk: Desk, whose: Whose) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("个人月度得分说明"))
        self._place, self._desk, self._whose, self._asked = place, desk, whose, 0
        self.person, self.month = QComboBox(), QComboBox()
        self.person.setAccessibleName(tr("人员"))
        self.month.setAccessibleName(tr("月份"))
        for each in MONTHS:
            self.month.addItem(month_name(each), each)
        self.month.setCurrentIndex(whose.month - 1)
        self.preview = PagePreview()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)
        self._arrange()
        fit_dialog(self, SIZE)
        self.month.currentIndexChanged.connect(lambda _at: self._pick_month())
        self.person.currentIndexChanged.connect(lambda _at: self._pick_person())
        self.preview.resized.connect(self._pause.start)
        self._read_people()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        for name, field in ((tr("人员"), self.person), (tr("月份"), self.month)):
            said = label(name, "sub")
            said.setBuddy(field)
            top.addWidget(said)
            top.addWidget(field, 1 if field is self.person else 0)
        column.addLayout(top)
        column.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        self.put = button(tr("存到文件夹…"), self._choose_folder, icon_name="folder")
        self.print = button(tr("打印…"), self._print, icon_name="printer")
        for made, key in ((self.put, Shortcut.EXPORT), (self.print, Shortcut.PRINT)):
            made.setToolTip(with_key(made.text(), key))
            made.setAutoDefault(False)
            foot.addWidget(made)
            QShortcut(key.keys, self, made.click)
        foot.addStretch(1)
        foot.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(foot)
        self._allow(drawn=False)

    # -- whose -----------------------------------------------------------------------------------------------------

    def _read_people(self) -> None:
        """Who is on the list as of the month's last day."""
        desk, whose = self._desk, self._whose
        self._place.worker.run(
            lambda _tell: desk.month_explained.people(whose.year, whose.month, whose.category),
            lambda people: self._take_people(whose, people),
            self._refuse,
            owner=self,
        )

    def _take_people(self, whose: Whose, people: tuple[Listed, ...]) -> None:
        if whose != self._whose:
            return
        self.person.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.person.clear()
        for each in people:
            self.person.addItem(f"{each.code}　{each.name}　{each.department}", each.code)
        at = max(0, self.person.findData(whose.code))
        self.person.setCurrentIndex(at)
        self.person.blockSignals(False)  # noqa: FBT003 - the same
        missing = bool(whose.code) and self.person.findData(whose.code) < 0
        if not people or missing:
            self.person.setCurrentIndex(-1)
            self._show_refusal(tr("这个人在这个月不参加这一类的考核。请另选人员或月份。"))
            return
        self._pick_person()

    def _pick_month(self) -> None:
        self._whose = self._whose._replace(month=self.month.currentData())
        self._allow(drawn=False)
        self._read_people()

    def _pick_person(self) -> None:
        if self.person.currentIndex() >= 0:
            self._whose = self._whose._replace(code=self.person.currentData())
            self._allow(drawn=False)
            self._pause.start()

    # -- the page --------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        desk, whose, actor, dots = self._desk, self._whose, self._place.actor, self.preview.dots_an_inch()
        if not whose.code or self.person.currentIndex() < 0:
            return
        self._asked += 1
        mine = self._asked

        def fetch() -> tuple[PagePicture, ...]:
            page = desk.month_explained.preview(whose.year, whose.month, whose.code, whose.category, actor)
            return desk.sheets.pages(page, dots)

        def show(pages: tuple[PagePicture, ...]) -> None:
            if mine == self._asked and whose == self._whose:
                self.preview.show_pages(self._named(), pages)
                self._allow(drawn=True)

        self._place.worker.run(lambda _tell: fetch(), show, self._refuse, owner=self)

    def _named(self) -> str:
        name = self.person.currentText().replace("　", " ")
        return f"{name} {of_the_year(self._whose.year, self._whose.month)}"

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Trouble):
            self._show_refusal(sentence(error))
        else:
            tell_failure(self, error)

    def _show_refusal(self, said: str) -> None:
        self._allow(drawn=False)
        self.preview.show_refusal(said)

    def _allow(self, *, drawn: bool) -> None:
        """Printing leaves a trace in the journal: only for who may, and not where nothing can be written."""
        place = self._place
        why = place.no_writing or ("" if place.may(Right.PUBLISH_MONTH) else tr("当前角色只能查看，不能打印"))
        for made, key in ((self.put, Shortcut.EXPORT), (self.print, Shortcut.PRINT)):
            made.setEnabled(drawn and not why)
            made.setToolTip(why or with_key(made.text(), key))

    # -- ways out --------------------------------------------------------------------------------------------------

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("得分说明存到哪个文件夹"))
        if not name:
            return
        desk, whose, actor = self._desk, self._whose, self._place.actor
        written = ProgressDialog(self, tr("正在生成"), stoppable=False).carry_out(
            self._place.worker,
            lambda _tell: desk.month_explained.draw(
                actor, whose.year, whose.month, whose.code, whose.category, Path(name)
            ),
        )
        if written is not None:
            self._place.changes.announce(written)
            done = tr("已存到 {path}", path=written.paths[0])
            self._place.say(said_of_leaving(done, protected=desk.identity().protected))

    def _print(self) -> None:
        from committee_desk.ui.common.paper.printer import DOTS_AN_INCH, prepare, print_pages  # noqa: PLC0415 - as asked

        printer = ask_printer(self, tr("个人月度得分说明"), self._named())
        if printer is None:
            return
        prepare(printer)
        desk, whose, actor = self._desk, self._whose, self._place.actor

        def work() -> int:
            pdf = desk.month_explained.draw_for_printer(actor, whose.year, whose.month, whose.code, whose.category)
            return print_pages(printer, desk.sheets.pages(pdf, DOTS_AN_INCH))

        done = ProgressDialog(self, tr("正在打印"), stoppable=False).carry_out(self._place.worker, lambda _tell: work())
        if done is not None:
            self._place.say(tr("已送打印机 {count} 份", count=1))
