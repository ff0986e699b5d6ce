"""打印决定与送达: 结果通知书 with 送达回证, the final sheet, the register, the public edition; looked at, then out."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from committee_desk.domain.roles import Right
from committee_desk.services.result_views import ResultRow
from committee_desk.ui.common.messages import show_trouble
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.paper.dialog import Paper as Drawn
from committee_desk.ui.common.paper.dialog import PaperDialog, fields_row
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.surfaces import button
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.protection import said_of_leaving


class Paper(Enum):
    """The papers of results."""

    NOTICE = "notice"
    SHEET = "sheet"
    REGISTER = "register"
    EDITION = "edition"
    WHOLE = "whole"


OF_ONE = {Paper.NOTICE, Paper.SHEET}
"""Papers of a person; the others are of the year."""
UNSERVED = ""
"""Stands for everybody whose notice waits to be served."""


def paper_name(paper: Paper) -> str:
    """What a paper is called."""
    return {
        Paper.NOTICE: tr("结果通知书和送达回证"),
        Paper.SHEET: tr("考核等次确认表（定稿）"),
        Paper.REGISTER: tr("决定与送达台账"),
        Paper.EDITION: tr("结果公开版"),
        Paper.WHOLE: tr("全部结果（内部）"),
    }[paper]


class _Drawing(NamedTuple):
    """How a paper is drawn to be looked at, how it is handed out, journalled, and who may hand it out: None is
    whoever may look at it."""

    seen: Callable[[], bytes]
    handed: Callable[[], bytes]
    right: Right | None = None


class ResultPapersDialog(PaperDialog):
    """Which paper and whose above, its pages below, the ways out at the foot; the public edition as HTML, too."""

    def __init__(self, page: Page, rows: Sequence[ResultRow], first: Paper = Paper.NOTICE, code: str = "") -> None:
        self.paper, self.person = QComboBox(), QComboBox()
        self.html = button(tr("存为 HTML…"), self._choose_html, icon_name="world")
        self.html.setAutoDefault(False)
        super().__init__(page.window(), page.place, page.desk, tr("打印决定与送达"), self._above())
        self._page, self._rows = page, [row for row in rows if row.result is not None]
        self._undecided = sum(row.result is None for row in rows)
        self._waiting = tuple(row.code for row in self._rows if row.delivery is None)
        for each in Paper:
            self.paper.addItem(paper_name(each), each)
        self.paper.setCurrentIndex(self.paper.findData(first))
        self._offer_people(code)
        self.paper.currentIndexChanged.connect(lambda _at: self._change_paper())
        self.person.currentIndexChanged.connect(lambda _at: self.pick())
        self.paper.setFocus()
        self.pick()

    def _above(self) -> QWidget:
        row = fields_row((tr("表"), self.paper), (tr("人员"), self.person))
        layout = row.layout()
        assert layout is not None  # noqa: S101 - fields stand in one
        layout.addWidget(self.html)
        return row

    @property
    def chosen(self) -> Paper:
        """The paper in the field."""
        return Paper(self.paper.currentData())

    def _offer_people(self, code: str) -> None:
        """Everybody with a result; for the notices, all who wait for theirs at once."""
        was = self.person.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.person.clear()
        if self.chosen is Paper.NOTICE and len(self._waiting) > 1:
            count = len(self._waiting)
            self.person.addItem(tr_n("待送达的 {count} 人", "待送达的 {count} 人", count), UNSERVED)
        for row in self._rows:
            self.person.addItem(f"{row.code}　{row.name}　{row.department}", row.code)
        self.person.setCurrentIndex(max(0, self.person.findData(code) if code else 0))
        self.person.blockSignals(was)

    def _change_paper(self) -> None:
        self._offer_people(str(self.person.currentData() or ""))
        self.pick()

    def pick(self) -> None:
        """Draw the paper that is chosen."""
        chosen = self.chosen
        self.person.setEnabled(chosen in OF_ONE and bool(self._rows))
        self.html.setVisible(chosen is Paper.EDITION)
        self._bar_html()
        if not self._rows and chosen is not Paper.REGISTER:
            self.show_refusal(tr("院党组还没有作出决定。"))
            return
        code = str(self.person.currentData() or "")
        draw = self._drawing(chosen, code)
        name = f"{self._page.year}{paper_name(chosen)}"
        if chosen in OF_ONE and code:
            name = f"{name}-{code}-{next(row.name for row in self._rows if row.code == code)}"
        self.show_paper(
            Drawn(
                title=paper_name(chosen), file_name=name, draw=draw.seen, about=self._about(chosen), hand=draw.handed,
                why_not=self.place.why_not(draw.right) if draw.right is not None else self.place.no_writing,
            )
        )  # fmt: skip

    def _about(self, chosen: Paper) -> str:
        said = {
            Paper.NOTICE: tr("还没有送达的，救济期限按今天送达推算，送达之日不同的重新打印。打印或保存时记入日志。"),
            Paper.SHEET: tr("照决定时锁定的内容；打印或保存时记入日志。"),
            Paper.REGISTER: tr("打印或保存时记入日志。"),
            Paper.EDITION: tr("优秀等次列姓名，其余只列人数，没有得分；打印或保存时记入日志。"),
            Paper.WHOLE: tr("列出每个人的等次，只供内部使用；打印或保存时记入日志。"),
        }
        told = said.get(chosen, "")
        if chosen in {Paper.EDITION, Paper.WHOLE} and self._undecided:
            count = self._undecided
            return (
                tr_n("还有 {count} 人尚未决定，表上单独写明。", "还有 {count} 人尚未决定，表上单独写明。", count) + told
            )
        return told

    def _drawing(self, chosen: Paper, code: str) -> _Drawing:
        papers, edition, actor, year = (
            self.desk.result_papers, self.desk.public_edition, self.place.actor, self._page.year,
        )  # fmt: skip
        codes = (code,) if code else self._waiting
        if chosen is Paper.NOTICE:
            return _Drawing(
                lambda: papers.preview_notices(actor, year, codes),
                lambda: papers.notices(actor, year, codes),
                Right.SERVE_RESULTS,
            )
        if chosen is Paper.SHEET:
            return _Drawing(
                lambda: papers.preview_sheet(actor, year, code),
                lambda: papers.sheet(actor, year, code),
                Right.PRINT_SHEETS,
            )
        if chosen is Paper.REGISTER:
            return _Drawing(
                lambda: papers.preview_result_register(actor, year), lambda: papers.result_register(actor, year)
            )
        whole = chosen is Paper.WHOLE
        return _Drawing(
            lambda: edition.preview(actor, year, whole=whole),
            lambda: edition.pdf(actor, year, whole=whole),
            Right.DECIDE_RESULTS,
        )

    # -- the public edition as HTML --------------------------------------------------------------------------------

    def _bar_html(self) -> None:
        why = self.place.why_not(Right.DECIDE_RESULTS) or ("" if self._rows else tr("院党组还没有作出决定。"))
        self.html.setEnabled(not why)
        self.html.setToolTip(why)
        self.html.setAccessibleDescription(why)

    def _choose_html(self) -> None:
        name = f"{self._page.year}{paper_name(Paper.EDITION)}.html"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("存为 HTML"), name, tr("网页 (*.html)"))
        if chosen:
            self.put_html_into(Path(chosen))

    def put_html_into(self, path: Path) -> None:
        """Write the public edition as one HTML file; journalled."""
        edition, actor, year = self.desk.public_edition, self.place.actor, self._page.year
        bar = ProgressDialog(self, tr("正在生成"), stoppable=False)
        page = bar.carry_out(self.place.worker, lambda _tell: edition.html(actor, year))
        if not page:
            return
        file = QSaveFile(str(path))
        whole = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(page) == len(page)
        if not (whole and file.commit()):
            show_trouble(self, tr("写不了文件“{path}”。请另选文件夹，或检查磁盘空间和权限。", path=str(path)))
            return
        done = tr("已存到 {path}", path=str(path))
        self.place.say(said_of_leaving(done, protected=self.desk.identity().protected))
