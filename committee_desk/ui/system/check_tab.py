"""核查: whether everything on the desk holds, on demand; and the heads on paper compared with the journal."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from committee_desk.domain.checking import Problem, Report
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.paper.on_paper import print_text
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.surfaces import Banner, Card, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.system.cards_tab import CardsTab, emptied, row_of
from committee_desk.ui.system.paper_heads import PaperHeads
from committee_desk.wording.checks import problem_in_words, subject_name
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LOW, HIGH = 120, 260


def _columns() -> tuple[Column[Problem], ...]:
    return (
        Column("subject", tr("方面"), lambda row: subject_name(row.subject), 120, style=Style.NAME, fits=True),
        Column("said", tr("问题和处理办法"), problem_in_words, 300, stretch=True, tip=problem_in_words),
    )


class CheckTab(CardsTab):
    """The result at opening, a whole check when asked for, and the auditor's comparison."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("核查"))
        self._report: Report | None = None
        self._at: datetime | None = None
        self._whole = False
        card = Card(tr("台账核查"))
        said = tr("逐项核对文件、日志的链和封印、各表之间的关系和数值。只读，不改动台账；随时可以停下。")
        card.body.addWidget(label(said, "sub", wrap=True))
        card.body.addSpacing(8)
        self._banner = QVBoxLayout()
        card.body.addLayout(self._banner)
        spec = TableSpec("problems", _columns(), key=lambda row: (row.code, repr(sorted(row.facts.items()))))
        self.table: ListTable[Problem] = ListTable(spec, tr("核查出的问题"), page.place.memory)
        self.table.setMinimumHeight(LOW)
        self.table.setMaximumHeight(HIGH)
        self.table.chosen.connect(self._say_whole)
        self.table.hide()
        card.body.addSpacing(8)
        card.body.addWidget(self.table)
        self.said = label("", "", wrap=True, select=True)
        self.said.hide()
        card.body.addWidget(self.said)
        card.body.addSpacing(8)
        self.start = button(tr("全面核查"), self.check, icon_name="shield-check", primary=True)
        self.copy = button(tr("复制结果"), self._copy, icon_name="copy")
        self.print = button(tr("打印结果…"), self._print, icon_name="printer")
        card.body.addLayout(row_of(self.start, self.copy, self.print))
        self.column.addWidget(card)
        self.heads = PaperHeads(page)
        self.column.addWidget(self.heads, 1)

    def refresh(self) -> None:
        """The quick look, as at opening, unless a whole check was made meanwhile; and the printed heads."""
        desk = self._page.desk
        if not self._whole:
            self._page.read(lambda: (desk.check.quick(), desk.clock()), lambda both: self._show(*both), kind="check")
        self.heads.refresh()

    def check(self) -> None:
        """Everything, on the worker; stopping leaves the last result."""
        desk = self._page.desk
        dialog = ProgressDialog(self, tr("正在核查"))
        found = dialog.carry_out(self._page.place.worker, lambda progress: (desk.check.full(progress), desk.clock()))
        if found is not None:
            self._whole = True
            self._show(*found)

    def forget(self) -> None:
        """Another desk: what was found is not about it."""
        self._whole = False

    def _show(self, report: Report, at: datetime) -> None:
        self._report, self._at = report, at
        self._page.place.checked.emit(len(report.problems))
        emptied(self._banner)
        kind = "ok" if report.ok else "bad"
        self._banner.addWidget(Banner(kind, verdict(report, whole=self._whole), _when(report, at)))
        self.table.set_rows(report.problems)
        self.table.setVisible(not report.ok)
        self.said.hide()
        if report.problems:
            self.table.choose(self.table.rows.spec.key(self.table.shown[0]))

    def _say_whole(self, problem: Problem | None) -> None:
        self.said.setVisible(problem is not None)
        self.said.setText(problem_in_words(problem) if problem is not None else "")

    def text(self) -> str:
        """The result as text, for clipboard and paper."""
        report, at, identity = self._report, self._at, self._page.desk.identity()
        if report is None or at is None:
            return ""
        lines = [
            tr("{office} 台账核查结果", office=identity.office),
            tr("台账文件：{path}", path=identity.path),
            tr("台账编号：{uid}", uid=identity.uid),
            verdict(report, whole=self._whole),
            _when(report, at),
            *(f"{number}. {subject_name(each.subject)}：{problem_in_words(each)}"
              for number, each in enumerate(report.problems, start=1)),
        ]  # fmt: skip
        return "\n".join(lines) + "\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._page.place.say(tr("核查结果已复制"))

    def _print(self) -> None:
        if print_text(self, tr("打印核查结果"), self.text()):
            self._page.place.say(tr("核查结果已送往打印机"))


def verdict(report: Report, *, whole: bool) -> str:
    """The result in one sentence."""
    if not report.ok:
        count = len(report.problems)
        return tr_n("核查出 {count} 个问题", "核查出 {count} 个问题", count)
    return tr("全面核查：没有发现问题") if whole else tr("打开时的快速核查：没有发现问题")


def _when(report: Report, at: datetime) -> str:
    if report.journal_entries is None:
        return tr("核查于 {at}，日志没有读出来", at=f"{at:%Y-%m-%d %H:%M}")
    return tr("核查于 {at}，日志 {count} 条", at=f"{at:%Y-%m-%d %H:%M}", count=report.journal_entries)
