"""核对印出的日志头: paper by paper the auditor types the groups and sees whether the journal still bears them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout

from committee_desk.domain.checking import Report
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.journal_views import HeadAnswer, PrintedHead
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.enter import is_enter
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.surfaces import Banner, Card, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.ui.system.head_answers import Compared, Paper, answer_chip, answer_in_words
from committee_desk.wording.acts import act_name, subject_name
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LEAST, MOST = 150, 99_999_999


def _columns() -> tuple[Column[Paper], ...]:
    return (
        Column("head", tr("日志条数"), lambda row: str(row.printed.head), 86, right=True,
               sort=lambda row: row.printed.head),
        Column("at", tr("印出时间"), lambda row: f"{row.printed.at:%Y-%m-%d %H:%M}", 140,
               sort=lambda row: row.printed.at),
        Column("paper", tr("纸张"), lambda row: act_name(row.printed.paper), 140, style=Style.NAME),
        Column("subject", tr("对象"), lambda row: subject_name(row.printed.subject or ""), 120, stretch=True,
               style=Style.SUB),
        Column("actor", tr("印发人"), lambda row: row.printed.actor, 90, style=Style.SUB),
        Column("answer", tr("核对"), lambda row: answer_chip(row.answer).text, 100,
               chip=lambda row: answer_chip(row.answer)),
    )  # fmt: skip


class PaperHeads(Card):
    """The list of papers, and below it the number and the groups that stand on the one in hand."""

    def __init__(self, page: "Page") -> None:
        super().__init__(tr("核对印出的日志头"))
        self._page = page
        self._answers: dict[int, Compared] = {}
        self._printed: tuple[PrintedHead, ...] = ()
        said = tr(
            "考核表、导出的工作簿等都印有日志条数和日志头。取出纸件，逐张抄入四字一组的日志头，回车核对并转到下一张；相符的，同时核对数据是否仍与日志封存的一致。"
        )
        self.body.addWidget(label(said, "sub", wrap=True))
        self.body.addSpacing(8)
        spec = TableSpec("heads", _columns(), key=lambda row: row.printed.entry, sort_by="head")
        self.table: ListTable[Paper] = ListTable(spec, tr("印有日志头的纸件"), page.place.memory)
        self.table.setMinimumHeight(LEAST)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.typed.setFocus())
        self.body.addWidget(self.table, 1)
        self.body.addSpacing(8)
        self.body.addLayout(self._fields())
        self.body.addSpacing(8)
        self._answer = QVBoxLayout()
        self.body.addLayout(self._answer)

    def _fields(self) -> QHBoxLayout:
        self.entry = QSpinBox()
        self.entry.setRange(1, MOST)
        self.entry.setAccessibleName(tr("纸上的日志条数"))
        self.typed = HeadField(self.compare)
        line = QHBoxLayout()
        line.setSpacing(8)
        for name, field, wide in ((tr("条数"), self.entry, 0), (tr("日志头"), self.typed, 1)):
            said = label(name, "sub")
            said.setBuddy(field)
            line.addWidget(said)
            line.addWidget(field, wide)
        line.addWidget(button(tr("核对"), self.compare, icon_name="check"))
        return line

    def refresh(self) -> None:
        """Read which heads were printed, for those who may see the journal."""
        self.setVisible(self._page.place.may(Right.SEE_JOURNAL))
        if self.isHidden():
            return
        self._page.read(self._page.desk.journal.printed_heads, self._show, kind="heads")

    def _show(self, printed: tuple[PrintedHead, ...]) -> None:
        self._printed = printed
        self.table.set_rows([Paper(each, self._answers.get(each.entry)) for each in printed])

    def _choose(self, paper: Paper | None) -> None:
        if paper is not None:
            self.entry.setValue(paper.printed.head)

    def compare(self) -> None:
        """Compare what is typed with the entry of that number, and go on to the next paper."""
        emptied(self._answer)
        try:
            compared = Compared(self._page.desk.journal.compare_head(self.entry.value(), self.typed.text()))
        except (DeskError, Trouble) as error:
            self._answer.addWidget(Banner("warn", sentence(error)))
            return
        if compared.head.answer is HeadAnswer.MATCH:
            compared = Compared(compared.head, self._follow_trail())
        self._answer.addWidget(Banner(*answer_in_words(compared)))
        papers = [each for each in self._printed if each.head == compared.head.entry]
        self._answers |= {each.entry: compared for each in papers}
        self._show(self._printed)
        if compared.agrees:
            self.typed.clear()
            self._next()
        self.typed.setFocus()

    def _follow_trail(self) -> Report | None:
        """Chain and seals anew for every paper: the file may be altered between two of them. None when stopped."""
        check, dialog = self._page.desk.check, ProgressDialog(self, tr("正在核对数据与日志的封印"))
        return dialog.carry_out(self._page.place.worker, check.trail)

    def _next(self) -> None:
        rows = self.table.shown
        current = self.table.current()
        at = rows.index(current) + 1 if current in rows else 0
        following = next((each for each in [*rows[at:], *rows[:at]] if each.answer is None), None)
        if following is not None:
            self.table.choose(following.printed.entry)


class HeadField(QLineEdit):
    """Groups as they are read off paper; Enter compares."""

    def __init__(self, compare: object) -> None:
        super().__init__()
        self._compare = compare
        self.setAccessibleName(tr("纸上的日志头"))
        self.setPlaceholderText(tr("如 3f2a 90c1 7b4e d510 …"))
        self.setMinimumWidth(120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter compares; up and down go through the papers."""
        if is_enter(event) and callable(self._compare):
            self._compare()
            return
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
            return
        super().keyPressEvent(event)
