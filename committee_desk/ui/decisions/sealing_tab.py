"""The tab 电子签章: every final sheet, how far it is signed and who is next, and what is done about it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.roles import Right
from committee_desk.services.certificate_views import CertificatesView
from committee_desk.services.signing_views import SealRow, SheetRow, SheetState, SigningView
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.row_tabs import RowTabs
from committee_desk.ui.common.surfaces import Banner, EmptyState, button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.decisions.sealing_acts import SealingActs
from committee_desk.ui.decisions.sealing_columns import Show, lets, next_of, sealing_spec, state_name
from committee_desk.ui.decisions.tabs import DecisionsTab
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.wording.language import tr
from committee_desk.wording.signing_refusals import role_heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.ui.common.page import Page


class SealingTab(DecisionsTab):
    """In 简易 the office's seal for all at once; in 严格 the chair, then each person."""

    def __init__(self, page: "Page", name: str) -> None:
        super().__init__(page, name)
        self._rows: tuple[SheetRow, ...] = ()
        self._initials = Initials()
        self.table: ListTable[SheetRow] = ListTable(
            sealing_spec(self._initials.of), tr("待签章和已签章的确认表"), page.place.memory
        )
        self.acts = SealingActs(page, self.table.selected)
        self.table.chosen.connect(self._choose)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._say_possible())
        self.table.opened.connect(lambda _row: self.go_on())
        self.empty = EmptyState(
            "certificate", tr("还没有可以签章的确认表"),
            tr("院党组决定登记以后，每人的确认表锁定，在这里加盖电子印章或电子签名。"),
        )  # fmt: skip
        self.empty.hide()
        self._banner = QVBoxLayout()
        self._banner.setContentsMargins(20, 0, 20, 0)
        self.column.addWidget(self._tools())
        self.column.addWidget(hairline())
        self.column.addLayout(self._banner)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.empty, 1)
        self.seal = button(tr("加盖院印…"), lambda: self._stay_after(self.acts.seal), icon_name="certificate")
        self.chair = button(
            tr("主任委员签名…"), lambda: self._stay_after(self.acts.sign_as_chair), icon_name="writing-sign"
        )
        self.person = button(tr("本人签名…"), self._sign_as_person, icon_name="writing-sign")
        self.issue = button(tr("签发证书…"), self._issue, icon_name="file-certificate")
        self.look = button(tr("查看…"), self._look, icon_name="eye")
        self.keep = button(tr("存出…"), self._write, icon_name="folder")
        self.print_button = button(tr("打印…"), self.print_, icon_name="printer")
        self.acts_below(
            (self.seal, None), (self.chair, None), (self.person, None), (self.issue, None), (self.look, None),
            (self.keep, Right.PRINT_SHEETS), (self.print_button, Right.PRINT_SHEETS),
        )  # fmt: skip
        self.panel = ReadingPanel(page, tr("签章详情"), tr("签名人和签名"), tr("说明"))

    def _tools(self) -> ToolRow:
        tools = ToolRow()
        words = {Show.ALL: tr("全部")} | {Show(each.value): state_name(each) for each in SheetState}
        self.tabs = RowTabs(tools, self.table, words, lets)
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        return tools

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read every final sheet and the certificates."""
        desk, year = self._page.desk, self._page.year
        self._page.read(
            lambda: (desk.signing.view(year), desk.certificates.view()), lambda read: self._take(*read), kind="sealing"
        )

    def _take(self, view: SigningView, certificates: CertificatesView) -> None:
        self.acts.follow(view, certificates)
        self._rows = view.rows
        self.table.setVisible(bool(view.rows))
        self.empty.setVisible(not view.rows)
        self.seal.setVisible(not view.strict)
        chairs, serves = self._page.place.may(Right.SIGN_SHEETS), self._page.place.may(Right.SERVE_RESULTS)
        self.chair.setVisible(view.strict and (chairs or not serves))
        for each in (self.person, self.issue):
            each.setVisible(view.strict and (serves or not chairs))
        self.tabs.show_rows(view.rows)
        prepare_filter(self._page, self.table, view.rows, [row.name for row in view.rows], self._initials)
        self._warn(view, certificates)
        self._choose(self.table.current())

    def _warn(self, view: SigningView, held: CertificatesView) -> None:
        """Say above the list what stands in the way of all, and lead to where it is put right."""
        emptied(self._banner)
        needed = held.issuer if view.strict else held.seal
        act = (tr("到签章证书"), lambda: self._page.go.emit("system", "certificates"))
        said: Banner | None = None
        if view.rows and needed is None and not held.demo:
            said = Banner("warn", tr("本院还没有签章证书"), tr("制作或导入证书以后才能签章。"), act)
        elif view.rows and needed is not None and self._page.now() >= needed.until:
            said = Banner("warn", tr("本院签章证书已过期"), tr("更换证书以后才能签章；以前签的照样有效。"), act)
        self._banner.setContentsMargins(20, 12 if said else 0, 20, 12 if said else 0)
        if said is not None:
            self._banner.addWidget(said)

    def show_target(self, key: object) -> None:
        """Somebody's sheet."""
        code = str(key).partition(":")[2]
        self._page.when_read(lambda: self._choose_code(code))

    def _choose_code(self, code: str) -> None:
        if not self.table.choose(code):
            self.tabs.pick(Show.ALL.value)
            self.filter.clear()
            self.table.choose(code)

    def _choose(self, row: SheetRow | None) -> None:
        self._say_possible()
        if self._page.detail is not self.panel:
            return
        if row is None:
            self._page.show_detail(wanted=False)
            return
        about = tr("第 {version} 版 · {state}", version=row.version, state=state_name(row.state))
        self.panel.show_all(row.name, row.code, about, list(_facts(row)))
        self._page.show_detail(wanted=True)

    def _say_possible(self) -> None:
        row = self.table.current()
        self.show_rights(lambda act: self._why_not(act, row))

    def _why_not(self, act: QPushButton, row: SheetRow | None) -> str:
        reasons: dict[QPushButton, Callable[[], str]] = {
            self.seal: self.acts.why_no_seal,
            self.chair: self.acts.why_no_chair,
            self.person: lambda: self.acts.why_no_person(row),
            self.issue: lambda: self.acts.why_no_certificate(row),
            self.look: lambda: self.acts.why_no_look(row),
        }
        if (why := reasons.get(act)) is not None:
            return why()
        return "" if any(each.state is SheetState.WHOLE for each in self._rows) else tr("还没有签完的确认表")

    # -- acts ------------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Enter: what is next for the sheet; a whole one is shown."""
        row = self.table.current()
        if row is None:
            return
        if row.state is SheetState.WHOLE:
            self._look()
            return
        act = self.seal if not self.seal.isHidden() else self.person if row.state is SheetState.BEGUN else self.chair
        self._press(act)

    def _press(self, act: QPushButton) -> None:
        if act.isEnabled():
            act.click()
        else:
            self._page.place.say(act.toolTip())

    def _stay_after(self, act: "Callable[[], bool]") -> None:
        """What was just done can mostly not be done again: the keyboard goes from its button to the list."""
        if act() and self.table.isVisible():
            self.table.setFocus()

    def _sign_as_person(self) -> None:
        if (row := self.table.current()) is not None:
            self._stay_after(lambda: self.acts.sign_as_person(row))

    def _issue(self) -> None:
        if (row := self.table.current()) is not None:
            self.acts.issue(row)

    def _look(self) -> None:
        if (row := self.table.current()) is not None and self.look.isEnabled():
            self.acts.show(row)

    def _write(self) -> None:
        self.acts.write(self.table.selected())

    def print_(self) -> None:
        """Ctrl+P in this tab: whole sheets on a printer."""
        if self.print_button.isEnabled():
            self.acts.print_all(self.table.selected())
        else:
            self._page.place.say(self.print_button.toolTip())

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Into the list."""
        return self.table if self._rows else self.filter

    def commands(self) -> tuple[PageCommand, ...]:
        """What the palette offers."""
        return (
            PageCommand(tr("给确认表加盖院印"), lambda: self._press(self.seal), "certificate"),
            PageCommand(tr("主任委员在确认表上签名"), lambda: self._press(self.chair), "writing-sign"),
            PageCommand(tr("已签章的确认表存到文件夹"), lambda: self._press(self.keep), "folder"),
        )

    def help_text(self) -> str:
        """What the tab is for."""
        return tr(
            "院党组决定锁定的确认表在这里签章。简易方式：输入一次口令，给全部确认表加盖院印，可以停下，以后接着盖。"
            "严格方式：主任委员登录后用自己的 PIN 签名，再由本人当面签名；拒签的由见证人证明，不需本人签名。"
            "签过的文件一个字节都不变，打印和存出的都是原件；结果有新的一版时，旧版标为已被替代。"
        )


def _facts(row: SheetRow) -> "list[Fact]":
    """Who was to sign, who did, and what comes."""
    found = [Fact(tr("签名人"), heading=True)]
    for at, each in enumerate(row.expected):
        step = row.steps[at] if at < len(row.steps) else None
        done = _by(step) if step is not None else tr("未签")
        role = "text" if step is not None else "sub"
        found.append(
            Fact(tr("{role}：{name}", role=role_heading(each.role), name=each.name), more=done, role=role, whole=True)
        )
    if row.next is not None:
        found.append(Fact(tr("下一步"), more=next_of(row), whole=True))
    found.append(Fact(tr("文件名"), more=row.file_name, whole=True))
    return found


def _by(step: SealRow) -> str:
    return tr("{at}，经办：{name}", at=f"{step.at:%Y-%m-%d %H:%M}", name=step.actor)
