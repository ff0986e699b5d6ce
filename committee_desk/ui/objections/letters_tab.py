"""情况反映: letters without a name, and what others than those entitled write; kept apart from objections."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.letter_views import LetterRow
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.cases.attachments import AttachmentsDialog
from committee_desk.ui.common.chips import NEUTRAL, WARN, Chip, ChipLabel
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.surfaces import EmptyState, button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.objections.columns import moment
from committee_desk.ui.objections.letter_form import LetterDialog
from committee_desk.ui.objections.papers import of_letter
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

HIGH = 100


def state(row: LetterRow) -> Chip:
    """Whether something became of it."""
    return Chip(tr("已办"), NEUTRAL, "check", row.handled) if row.handled else Chip(tr("待办理"), WARN, "clock")


def sender_word(row: LetterRow) -> str:
    """Who wrote it."""
    return row.letter.sender or tr("匿名")


def spec() -> TableSpec[LetterRow]:
    """The columns."""
    return TableSpec(
        id="letters",
        columns=(
            Column("number", tr("编号"), lambda row: row.label, 104, sort=lambda row: row.number),
            Column("sender", tr("来信人"), sender_word, 72, style=Style.NAME, fits=True),
            Column("about", tr("反映对象"), lambda row: row.about_name, 84, fits=True),
            Column("received", tr("收到"), lambda row: moment(row.letter.received), 112,
                   sort=lambda row: row.letter.received, fits=True),
            Column("content", tr("内容"), lambda row: " ".join(row.letter.content.split()), 160, stretch=True),
            Column("state", tr("状态"), lambda row: state(row).text, 84, chip=state, fits=True),
        ),
        key=lambda row: row.number,
        sort_by="number",
    )  # fmt: skip


class LettersTab(Tab):
    """The register of letters."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("情况反映"))
        self._rows: tuple[LetterRow, ...] = ()
        self._people: list[Named] = []
        self.table: ListTable[LetterRow] = ListTable(spec(), tr("情况反映"), page.place.memory)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.handle())
        self.empty = EmptyState(
            "inbox",
            tr("还没有情况反映"),
            tr("匿名来信和不属于本人权利的意见登记在这里，留存核查，不按异议办理。"),
            (tr("登记情况反映"), self.write),
        )
        tools = ToolRow()
        tools.add_widget(
            ChipLabel(Chip(tr("不是异议"), NEUTRAL, "info-circle", tr("没有答复期限，不影响公示期，留存核查")))
        )
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        self.column.addWidget(tools)
        self.column.addWidget(hairline())
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.empty, 1)
        self.table.hide()
        self.enter = button(tr("登记情况反映…"), self.write, icon_name="plus", primary=True)
        self.done = button(tr("登记办理情况…"), self.handle, icon_name="check")
        self.scans = button(tr("附件…"), self.files, icon_name="file-certificate")
        self.acts_below(
            (self.enter, Right.TAKE_OBJECTIONS), (self.done, Right.TAKE_OBJECTIONS), (self.scans, Right.SEE_CASES)
        )
        self.panel = ReadingPanel(page, tr("情况反映详情"), tr("情况反映"), tr("来信内容"))

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the letters."""
        desk, year = self._page.desk, self._page.year
        sees_people = self._page.place.may(Right.SEE_PEOPLE)

        def fetch() -> tuple[tuple[LetterRow, ...], list[Named]]:
            people = desk.people.roster(year) if sees_people else ()
            return desk.letters.rows(year), [Named(each.code, each.name, each.department) for each in people]

        self._page.read(fetch, lambda both: self._take(*both), kind="letters")

    def _take(self, rows: tuple[LetterRow, ...], people: list[Named]) -> None:
        self._rows, self._people = rows, people
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows)
        self._choose(self.table.current())

    def _choose(self, row: LetterRow | None) -> None:
        nothing = "" if row is not None else tr("先选中一件情况反映")
        self.show_rights(lambda act: "" if act is self.enter else nothing)
        self.empty.button.setEnabled(self.enter.isEnabled())
        if row is None:
            self._page.show_detail(wanted=False)
            return
        letter = row.letter
        received = tr("{receiver}接收", receiver=letter.receiver)
        facts = [
            Fact(tr("收到"), f"{letter.received:%Y-%m-%d %H:%M}", received),
            Fact(tr("反映对象"), row.about_name or tr("没有指明"), row.department),
            Fact(tr("办理情况"), "" if row.handled else tr("待办理"), row.handled, whole=bool(row.handled)),
            Fact(tr("登记"), row.actor, f"{row.at:%Y-%m-%d %H:%M}"),
        ]
        self.panel.show_all(row.label, sender_word(row), "", facts, letter.content)
        self._page.show_detail(wanted=True)

    # -- acts ------------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Keep a letter."""
        if not self.enter.isEnabled():
            return
        desk, place, year = self._page.desk, self._page.place, self._page.year
        receiver = self._rows[-1].letter.receiver if self._rows else ""
        dialog = LetterDialog(self._page.window(), self._people, self._page.now(), receiver)
        kept: list[str] = []

        def act() -> bool:
            letter = dialog.letter()
            if letter is None:
                return False
            try:
                done = desk.letters.register(place.actor, year, letter)
            except (DeskError, Trouble) as error:
                dialog.refuse_all([(sentence(error), dialog.field_of(error))])
                return False
            kept.append(done.label)
            place.changes.announce(done.change)
            return True

        if dialog.run(act):
            place.say(tr("情况反映 {label} 已登记", label=kept[0]))

    def handle(self) -> None:
        """Say what became of the chosen letter."""
        row = self.table.current()
        if row is None or not self.done.isEnabled():
            return
        desk, place, year = self._page.desk, self._page.place, self._page.year
        dialog = FormDialog(self._page.window(), tr("办理情况 {label}", label=row.label), tr("保存"))
        words = QPlainTextEdit(row.handled)
        words.setMinimumHeight(HIGH)
        words.setTabChangesFocus(True)
        dialog.add_row(tr("办理情况"), words, tr("怎样核查、结果如何、转给了谁"))
        dialog.consequence.setText(tr("保存即更正，原来的留在历史中") if row.handled else tr("办理情况记入日志"))

        def act() -> bool:
            try:
                change = desk.letters.handle(place.actor, year, row.number, words.toPlainText(), row.entry)
            except (DeskError, Trouble) as error:
                dialog.refuse_all([(sentence(error), words)])
                return False
            place.changes.announce(change)
            return True

        if dialog.run(act):
            place.say(tr("情况反映 {label} 的办理情况已保存", label=row.label))

    def files(self) -> None:
        """Scans of the letter."""
        row = self.table.current()
        if row is not None:
            AttachmentsDialog(self._page, of_letter(self._page.year, row.number), row.label).exec()

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Into the table, or onto the act that brings the first letter."""
        return self.table if self._rows else self.empty.button

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts."""
        return (
            PageCommand(tr("登记情况反映"), self.write, "plus"),
            PageCommand(tr("登记情况反映的办理情况"), self.handle, "check"),
        )
