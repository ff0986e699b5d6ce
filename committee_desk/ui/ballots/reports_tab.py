"""述职: who handed a duty report in and when, its text to be read, its file as a picture, who still owes one."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.report_views import HeldReport, ReportRow, of_report
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.ballots.report_form import ReportDialog
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.cases.attachments import AttachmentsDialog
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.list_filters import CategoryChoice, DepartmentChoice
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.row_tabs import RowTabs
from committee_desk.ui.common.surfaces import EmptyState, button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.people.columns import category_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class Show(Enum):
    """Which reports a tab lets through."""

    ALL = "all"
    MISSING = "missing"
    RECEIVED = "received"
    APART = "apart"


def wanted(row: ReportRow, show: Show) -> bool:
    """Whether a tab lets the row through; everybody stands in one of the three beside 全部."""
    if show is Show.MISSING:
        return row.missing or row.empty
    if show is Show.RECEIVED:
        return row.held is not None and not row.empty
    return show is Show.ALL or (row.held is None and not row.missing)


def state(row: ReportRow) -> Chip:
    """How it stands with a report."""
    if row.empty:
        return Chip(tr("缺内容"), WARN, "alert-triangle", tr("文件已撤回，也没有正文"))
    if row.held is not None:
        return Chip(tr("已交"), OK, "check")
    return Chip(tr("未交"), ACCENT, "clock") if row.missing else Chip(tr("无须提交"), NEUTRAL, why=_apart(row))


def _apart(row: ReportRow) -> str:
    """Why nobody waits for that report."""
    if row.left is not None:
        return tr("{day} 离岗，年末不在岗", day=row.left.isoformat())
    return tr("领导成员由上级机关考核，述职不在本院收取")


def _content(row: ReportRow) -> str:
    if row.held is None:
        return ""
    words = [tr_n("{count} 字", "{count} 字", len(row.held.text))] if row.held.text else []
    return tr("、").join([*words, *row.files])


def spec(sound: Callable[[str], str]) -> TableSpec[ReportRow]:
    """The columns."""
    return TableSpec(
        id="reports",
        columns=(
            Column("code", tr("工号"), lambda row: row.code, 56),
            Column("name", tr("姓名"), lambda row: row.name, 64, style=Style.NAME, fits=True),
            Column("department", tr("部门"), lambda row: row.department, 100, style=Style.SUB, fits=True),
            Column("received", tr("收到日期"), lambda row: row.held.received.isoformat() if row.held else "", 96,
                   sort=lambda row: row.held.received if row.held else None),
            Column("state", tr("状态"), lambda row: state(row).text, 84, chip=state, fits=True),
            Column("category", tr("人员类别"), lambda row: category_word(row.category), 84, style=Style.SUB,
                   spare=True),
            Column("content", tr("正文和文件"), _content, 120, style=Style.SUB, stretch=True),
        ),
        key=lambda row: row.code,
        sort_by="code",
        find=lambda row: sound(row.name),
    )  # fmt: skip


class ReportsTab(Tab):
    """The list of duty reports."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("述职"))
        self._rows: tuple[ReportRow, ...] = ()
        self._initials = Initials()
        self.table: ListTable[ReportRow] = ListTable(spec(self._initials.of), tr("述职"), page.place.memory)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.receive())
        self.empty = EmptyState("file-text", tr("还没有人员"), tr("导入人员后，这里列出谁交了述职报告。"))
        self.empty.hide()
        tools = ToolRow()
        words = {Show.ALL: tr("全部"), Show.MISSING: tr("未交"), Show.RECEIVED: tr("已交"), Show.APART: tr("无须提交")}
        self.tabs = RowTabs(tools, self.table, words, wanted, self._of_filters)
        self.departments = tools.add(DepartmentChoice(self.tabs.keep))
        self.categories = tools.add(CategoryChoice(self.tabs.keep))
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        self.column.addWidget(tools)
        self.column.addWidget(hairline())
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.empty, 1)
        self.enter = button(tr("登记述职…"), self.receive, icon_name="pencil", primary=True)
        self.look = button(tr("看文件…"), self.files, icon_name="eye")
        self.withdraw = button(tr("撤回…"), self.take_off, icon_name="arrow-back-up")
        self.acts_below(
            (self.enter, Right.KEEP_REPORTS), (self.look, Right.SEE_CASES), (self.withdraw, Right.KEEP_REPORTS)
        )
        self.panel = ReadingPanel(page, tr("述职详情"), tr("述职报告"), tr("正文"))

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read who handed one in."""
        desk, year = self._page.desk, self._page.year
        self._page.read(lambda: desk.reports.rows(year), self._take, kind="reports")

    def _take(self, rows: tuple[ReportRow, ...]) -> None:
        self._rows = rows
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.departments.offer_of(row.department for row in rows)
        self.categories.start_with({row.category for row in rows})
        self.tabs.show_rows(rows)
        prepare_filter(self._page, self.table, rows, [row.name for row in rows], self._initials)
        self._choose(self.table.current())

    def pick(self, key: str) -> None:
        """Show other rows."""
        self.tabs.pick(key)

    def _of_filters(self, row: ReportRow) -> bool:
        return self.departments.lets(row.department) and self.categories.lets(row.category)

    # -- one report ------------------------------------------------------------------------------------------------

    def _choose(self, row: ReportRow | None) -> None:
        nothing = tr("先选中一个人") if row is None else tr("还没有交述职报告")
        held = row is not None and row.held is not None
        self.show_rights(lambda act: "" if held or (act is self.enter and row is not None) else nothing)
        if row is None:
            self._page.show_detail(wanted=False)
            return
        self.panel.show_all(row.name, row.code, row.department, _facts(row), row.held.text if row.held else "")
        self._page.show_detail(wanted=True)

    def receive_next(self) -> None:
        """The same from anywhere: where nobody is chosen, of the first who still owes one."""
        shown = self.table.shown
        if self.table.current() is None and shown:
            self.table.choose(next((row for row in shown if row.missing), shown[0]).code)
        self.receive()

    def receive(self) -> None:
        """Write down that the chosen person's report was received, or correct it."""
        row = self.table.current()
        if row is None or not self.enter.isEnabled():
            return
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
        dialog = ReportDialog(self._page.window(), row, row.held, self._page.now().date())

        def act() -> bool:
            report = dialog.report()
            if report is None:
                dialog.refuse(tr("收到日期不是日期。请填如 2026-12-20 的日期。"), dialog.received)
                return False
            try:
                change = desk.reports.put(actor, year, report, row.held.entry if row.held else None)
            except OSError:
                dialog.refuse(
                    tr("找不到文件“{path}”，或没有权限读它。请重新选择。", path=report.file), dialog.file.path
                )
                return False
            except (DeskError, Trouble) as error:
                dialog.refuse(sentence(error), dialog.received)
                return False
            self._page.place.changes.announce(change)
            return True

        if dialog.run(act):
            self._page.place.say(tr("{name} 的述职报告已保存", name=row.name))

    def files(self) -> None:
        """The report's files as pictures."""
        row = self.table.current()
        if row is not None and row.held is not None:
            AttachmentsDialog(self._page, of_report(self._page.year, row.code), row.name).exec()

    def take_off(self) -> None:
        """Take the report off the list."""
        row = self.table.current()
        held: HeldReport | None = row.held if row else None
        if row is None or held is None:
            return
        text = tr("{name} 的述职报告不再算作已交，内容和记录仍保存在台账里。", name=row.name)
        why = ask_reason(self, tr("撤回述职报告"), text, tr("撤回"))
        if why is not None:
            desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
            self._page.perform(lambda: desk.reports.withdraw(actor, year, row.code, why, held.entry))

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Into the table."""
        return self.table if self._rows else self.filter

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts."""
        return (
            PageCommand(tr("登记述职"), self.receive_next, "pencil"),
            PageCommand(tr("看述职文件"), self.files, "eye"),
        )


def _facts(row: ReportRow) -> list[Fact]:
    held = row.held
    if held is None:
        return [Fact(tr("未交"), role="mut") if row.missing else Fact(tr("无须提交"), more=_apart(row), role="mut")]
    entered = tr("{actor} 于 {at} 登记", actor=held.actor, at=f"{held.at:%Y-%m-%d %H:%M}")
    facts = [Fact(tr("收到日期"), held.received.isoformat(), entered)]
    facts += [Fact(name, more=tr("按“看文件”显示为图片")) for name in row.files]
    if row.empty:
        facts.append(Fact(tr("缺内容"), more=tr("文件已撤回，也没有正文"), role="warn"))
    return facts
