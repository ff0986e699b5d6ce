"""打印等次审议: form 7, the roll and form 12, looked at before they go to a printer or into a file."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QIODevice, QSaveFile, QSize
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.messages import show_trouble
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.paper.on_paper import print_pdf
from committee_desk.ui.common.paper.preview import PagePreview
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.grading.rows import Line
from committee_desk.wording.language import tr
from committee_desk.wording.protection import said_of_leaving
from committee_desk.wording.saying import sentence

SIZE = QSize(900, 720)


class Paper(Enum):
    """The papers of grading."""

    RANKING = "ranking"
    ROLL = "roll"
    REVIEW = "review"


def paper_name(paper: Paper) -> str:
    """What a paper is called."""
    return {
        Paper.RANKING: tr("考核得分汇总排名表"),
        Paper.ROLL: tr("等次建议名册"),
        Paper.REVIEW: tr("业务能力评审意见表"),
    }[paper]


class PapersDialog(QDialog):
    """Which paper above, its pages below, the ways out at the foot."""

    def __init__(self, page: Page, lines: Sequence[Line], first: Paper = Paper.RANKING, code: str = "") -> None:
        super().__init__(page.window())
        self.setWindowTitle(tr("打印等次审议"))
        self._page, self._asked, self._pdf = page, 0, b""
        self.paper, self.person = QComboBox(), QComboBox()
        self.paper.setAccessibleName(tr("表"))
        self.person.setAccessibleName(tr("人员"))
        for each in Paper:
            self.paper.addItem(paper_name(each), each)
        for line in sorted(lines, key=lambda line: (not line.row.listed.review_required, line.order)):
            self.person.addItem(f"{line.code}　{line.row.listed.name}　{line.row.listed.department}", line.code)
        self.paper.setCurrentIndex(self.paper.findData(first))
        self.person.setCurrentIndex(max(0, self.person.findData(code)))
        self.preview = PagePreview()
        self._arrange()
        fit_dialog(self, SIZE)
        self.paper.currentIndexChanged.connect(lambda _at: self.draw())
        self.person.currentIndexChanged.connect(lambda _at: self.draw())
        self.preview.resized.connect(self._show_pages)
        self.draw()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        for name, field in ((tr("表"), self.paper), (tr("人员"), self.person)):
            said = label(name, "sub")
            said.setBuddy(field)
            top.addWidget(said)
            top.addWidget(field, 1)
        column.addLayout(top)
        column.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        self.put = button(tr("存为文件…"), self._save, icon_name="file-type-pdf")
        self.print = button(tr("打印…"), self._print, icon_name="printer")
        for made, key in ((self.put, Shortcut.EXPORT), (self.print, Shortcut.PRINT)):
            made.setToolTip(with_key(made.text(), key))
            made.setAutoDefault(False)
            foot.addWidget(made)
            QShortcut(key.keys, self, made.click)
        foot.addStretch(1)
        foot.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(foot)

    # -- the pages -------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Paper:
        """Which paper."""
        return Paper(self.paper.currentData())

    def draw(self) -> None:
        """Draw the paper that is chosen."""
        self.person.setEnabled(self.chosen is Paper.REVIEW)
        self._pdf = b""
        self._allow()
        fetch = self._fetching()
        if fetch is None:
            self.preview.show_refusal(tr("还没有可以评定的人。"))
            return
        self._asked += 1
        mine = self._asked

        def show(pdf: bytes) -> None:
            if mine == self._asked:
                self._pdf = pdf
                self._allow()
                self._show_pages()

        self._page.place.worker.run(lambda _tell: fetch(), show, self._refuse, owner=self)

    def _fetching(self) -> Callable[[], bytes] | None:
        desk, actor, year, code = self._page.desk, self._page.place.actor, self._page.year, self.person.currentData()
        papers = desk.grading_papers
        if self.chosen is Paper.RANKING:
            return lambda: papers.ranking(actor, year)
        if self.chosen is Paper.ROLL:
            return lambda: papers.roll(actor, year)
        return (lambda: papers.review(actor, year, code)) if code is not None else None

    def _show_pages(self) -> None:
        if not self._pdf:
            return
        desk, pdf, dots, mine = self._page.desk, self._pdf, self.preview.dots_an_inch(), self._asked

        def show(pages: tuple[PagePicture, ...]) -> None:
            if mine == self._asked:
                self.preview.show_pages(paper_name(self.chosen), pages)

        self._page.place.worker.run(lambda _tell: desk.sheets.pages(pdf, dots), show, self._refuse, owner=self)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Trouble):
            self.preview.show_refusal(sentence(error))
        else:
            tell_failure(self, error)

    def _allow(self) -> None:
        for made in (self.put, self.print):
            made.setEnabled(bool(self._pdf))

    # -- ways out --------------------------------------------------------------------------------------------------

    def _name(self) -> str:
        name = f"{self._page.year}{paper_name(self.chosen)}"
        return f"{name}-{self.person.currentData()}" if self.chosen is Paper.REVIEW else name

    def _save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("存为文件"), f"{self._name()}.pdf", "PDF (*.pdf)")
        if not path:
            return
        file = QSaveFile(path)
        whole = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(self._pdf) == len(self._pdf)
        if not (whole and file.commit()):
            show_trouble(self, tr("写不了文件“{path}”。请另选文件夹，或检查磁盘空间和权限。", path=path))
            return
        self._page.place.say(
            said_of_leaving(tr("已存到 {path}", path=path), protected=self._page.desk.identity().protected)
        )

    def _print(self) -> None:
        if print_pdf(self, self._page, paper_name(self.chosen), self._pdf):
            self._page.place.say(tr("已送打印机"))
