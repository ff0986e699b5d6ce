"""外部意见: opinions of deputies, political consultative members and supervisors; for reference, never summed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.opinion_views import OpinionRow
from committee_desk.services.views import RosterRow
from committee_desk.ui.ballots.opinion_form import OpinionDialog, giver_word
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.cases.attachments import AttachmentsDialog
from committee_desk.ui.common.chips import NEUTRAL, Chip, ChipLabel
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.paper.dialog import show_journalled
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.surfaces import EmptyState, button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


def of_opinion(year: int, number: int) -> str:
    """How an opinion is named as the subject of an attachment."""
    return f"opinion:{year}:{number}"


def about_word(row: OpinionRow) -> str:
    """Whom it is about."""
    return row.about or (row.opinion.code or tr("本院工作"))


def spec(sound: Callable[[str], str]) -> TableSpec[OpinionRow]:
    """The columns."""
    return TableSpec(
        id="opinions",
        columns=(
            Column("number", tr("序号"), lambda row: str(row.number), 52, right=True, sort=lambda row: row.number),
            Column("day", tr("提出日期"), lambda row: row.opinion.day.isoformat(), 96,
                   sort=lambda row: row.opinion.day),
            Column("giver", tr("提意见人"), lambda row: row.opinion.giver, 84, style=Style.NAME, fits=True),
            Column("kind", tr("身份"), lambda row: giver_word(row.opinion.kind), 84, style=Style.SUB, fits=True),
            Column("about", tr("对谁"), about_word, 84, fits=True),
            Column("opinion", tr("意见"), lambda row: " ".join(row.opinion.opinion.split()), 160, stretch=True),
            Column("voucher", tr("凭证号"), lambda row: row.opinion.voucher or "", 96, style=Style.SUB, spare=True),
        ),
        key=lambda row: row.number,
        sort_by="number",
        find=lambda row: f"{sound(row.opinion.giver)} {sound(row.about)}",
    )  # fmt: skip


class OpinionsTab(Tab):
    """The list of opinions."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("外部意见"))
        self._rows: tuple[OpinionRow, ...] = ()
        self._people: tuple[RosterRow, ...] = ()
        self._initials = Initials()
        self.table: ListTable[OpinionRow] = ListTable(spec(self._initials.of), tr("外部意见"), page.place.memory)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.write)
        self.empty = EmptyState(
            "message-report",
            tr("还没有外部意见"),
            tr("征求人大代表、政协委员、人民监督员的意见，登记在这里供委员会参考。意见不折算分数。"),
            (tr("登记意见…"), self.write),
        )
        tools = ToolRow()
        tools.add_widget(ChipLabel(Chip(tr("参考，不计分"), NEUTRAL, "info-circle", tr("外部意见从不计入得分"))))
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        self.column.addWidget(tools)
        self.column.addWidget(hairline())
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.empty, 1)
        self.table.hide()
        self.enter = button(tr("登记意见…"), self.write, icon_name="plus", primary=True)
        self.correct = button(tr("更正…"), lambda: self.write(self.table.current()), icon_name="pencil")
        self.withdraw = button(tr("撤回…"), self.take_off, icon_name="arrow-back-up")
        self.scans = button(tr("附件…"), self.files, icon_name="file-certificate")
        self.paper = button(tr("打印"), lambda: None, icon_name="printer")
        menu = QMenu(self.paper)
        self.form_ = menu.addAction(tr("所选意见的征求表"), self.print_)
        menu.addAction(tr("全年的征求表"), self.print_all)
        menu.addAction(tr("空白征求表，送去征求"), self.print_blank)
        menu.aboutToShow.connect(lambda: self.form_.setEnabled(self.table.current() is not None))
        self.paper.setMenu(menu)
        self.acts_below(
            (self.enter, Right.KEEP_REPORTS),
            (self.correct, Right.KEEP_REPORTS),
            (self.withdraw, Right.KEEP_REPORTS),
            (self.scans, Right.SEE_CASES),
            (self.paper, Right.SEE_SCORES),
        )
        self.panel = ReadingPanel(page, tr("意见详情"), tr("外部意见"), tr("意见内容"))

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the opinions and the people they may be about."""
        desk, year = self._page.desk, self._page.year
        self._page.read(lambda: (desk.opinions.rows(year), desk.people.roster(year)), self._take, kind="opinions")

    def _take(self, both: tuple[tuple[OpinionRow, ...], tuple[RosterRow, ...]]) -> None:
        self._rows, self._people = both
        self.table.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        self.table.set_rows(self._rows)
        names = [name for row in self._rows for name in (row.opinion.giver, row.about) if name]
        prepare_filter(self._page, self.table, self._rows, names, self._initials)
        self._choose(self.table.current())

    def _choose(self, row: OpinionRow | None) -> None:
        nothing = "" if row is not None else tr("先选中一条意见")
        self.show_rights(lambda act: "" if act in (self.enter, self.paper) else nothing)
        self.empty.button.setEnabled(self.enter.isEnabled())
        if row is None:
            self._page.show_detail(wanted=False)
            return
        opinion = row.opinion
        facts = [
            Fact(tr("对谁"), about_word(row), row.department),
            Fact(tr("提出日期"), opinion.day.isoformat()),
            Fact(tr("登记"), row.actor, f"{row.at:%Y-%m-%d %H:%M}"),
            Fact(tr("参考，不计分"), more=tr("不计入任何人的得分和名次"), role="mut"),
        ]
        if opinion.voucher:
            facts.insert(2, Fact(tr("凭证号"), opinion.voucher))
        number = tr("第 {number} 号", number=row.number)
        self.panel.show_all(opinion.giver, number, giver_word(opinion.kind), facts, opinion.opinion)
        self._page.show_detail(wanted=True)

    # -- acts ------------------------------------------------------------------------------------------------------

    def write(self, held: OpinionRow | None = None) -> None:
        """Write an opinion down, or correct the one that stands there."""
        if not self.enter.isEnabled():
            return
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
        people = [Named(each.code, each.name, each.department) for each in self._people]
        dialog = OpinionDialog(self._page.window(), people, held, self._page.now().date().isoformat())

        def act() -> bool:
            opinion = dialog.opinion()
            if opinion is None:
                return False
            number, seen = (held.number, held.entry) if held else (None, None)
            try:
                change = desk.opinions.put(actor, year, opinion, number, seen)
            except (DeskError, Trouble) as error:
                dialog.refuse(sentence(error), dialog.words if dialog.giver.text().strip() else dialog.giver)
                return False
            self._page.place.changes.announce(change)
            return True

        if dialog.run(act):
            self._page.place.say(tr("外部意见已保存，供参考，不计分"))

    def take_off(self) -> None:
        """Take the opinion off the list."""
        row = self.table.current()
        if row is None:
            return
        text = tr("第 {number} 号意见不再列出，内容和记录仍保存在台账里，编号不再使用。", number=row.number)
        why = ask_reason(self, tr("撤回外部意见"), text, tr("撤回"))
        if why is not None:
            desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
            self._page.perform(lambda: desk.opinions.withdraw(actor, year, row.number, why, row.entry))

    def files(self) -> None:
        """Scans of the opinion."""
        row = self.table.current()
        if row is not None:
            name = tr("第 {number} 号意见", number=row.number)
            AttachmentsDialog(self._page, of_opinion(self._page.year, row.number), name).exec()

    def print_(self) -> None:
        """Form 13 of the chosen opinion."""
        row = self.table.current()
        if row is not None:
            desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
            number = row.number
            self._print(
                lambda: desk.opinions.preview(actor, year, number), lambda: desk.opinions.draw(actor, year, number)
            )

    def print_all(self) -> None:
        """Form 13 of every opinion of the year."""
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
        self._print(lambda: desk.opinions.preview(actor, year), lambda: desk.opinions.draw(actor, year))

    def print_blank(self) -> None:
        """Form 13 to be filled in by hand, about the whole office."""
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
        self._print(
            lambda: desk.opinions.preview_blank(actor, year, None), lambda: desk.opinions.draw_blank(actor, year, None)
        )

    def _print(self, draw: Callable[[], bytes], hand: Callable[[], bytes]) -> None:
        show_journalled(self._page, tr("外部监督意见征求表"), draw, hand)

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Into the table, or onto the act that brings the first opinion."""
        return self.table if self._rows else self.empty.button

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts."""
        return (
            PageCommand(tr("登记外部意见"), self.write, "plus"),
            PageCommand(tr("打印外部监督意见征求表"), self.print_, "printer"),
            PageCommand(tr("打印空白征求表"), self.print_blank, "printer"),
        )
