"""The tab 决定与送达: everybody's result, what bars a decision, the notice, the signature, the remedies' last days."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from committee_desk.domain.publication import CHINA
from committee_desk.domain.results import ResultState
from committee_desk.domain.roles import Right
from committee_desk.services.result_views import ResultRow, ResultsView
from committee_desk.services.views import Owed
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import EmptyState, button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.decisions.acts import ResultActs
from committee_desk.ui.decisions.columns import Show, next_of, results_spec
from committee_desk.ui.decisions.person import show_person
from committee_desk.ui.decisions.tabs import DecisionsTab
from committee_desk.ui.decisions.tools import ResultTools
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

NARROW_BELOW = 700

OF_LINES = {
    "results_barred": Show.TO_DECIDE,
    "results_to_decide": Show.TO_DECIDE,
    "results_to_serve": Show.TO_SERVE,
    "results_to_sign": Show.TO_SIGN,
}
"""The list that a line of 工作台 is about."""


class ResultsTab(DecisionsTab):
    """The list of people, with the acts on whoever is chosen below it."""

    def __init__(self, page: "Page", name: str) -> None:
        super().__init__(page, name)
        self.acts = ResultActs(page, self._following, self.show_person)
        self._rows: tuple[ResultRow, ...] = ()
        self._initials = Initials()
        self.table: ListTable[ResultRow] = ListTable(
            results_spec(self._initials.of), tr("决定与送达名册"), page.place.memory
        )
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.go_on())
        self.empty = EmptyState(
            "mail-forward", tr("还没有审议通过的名单"),
            tr("委员会审议通过等次并公示期满以后，这里登记院党组决定、送达结果通知书和本人签字。"),
            (tr("到等次审议"), lambda: page.go.emit("grading", None)),
        )  # fmt: skip
        self.empty.hide()
        self.tools = ResultTools(self.table)
        self.column.addWidget(self.tools)
        self.column.addWidget(hairline())
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.empty, 1)
        self.serving = button(tr("登记送达…"), self.serve, icon_name="mail-forward")
        self.signing = button(tr("登记签字…"), self.sign, icon_name="pencil")
        self.printing = button(tr("打印通知书…"), self.print_, icon_name="printer")
        self.scanned = button(tr("签字扫描件…"), self.look_at_scans, icon_name="file-text")
        self.acts_below(
            (self.serving, Right.SERVE_RESULTS), (self.signing, Right.SERVE_RESULTS), (self.printing, None),
            (self.scanned, None),
        )  # fmt: skip
        self.panel = ReadingPanel(page, tr("结果详情"), tr("决定、送达和签字"), tr("说明"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has room for less."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        self.tools.show_narrow(narrow=narrow)
        self.scanned.setVisible(not narrow)  # Ctrl+K leads to them

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """The page reads the results for its head, too."""
        self._page.refresh()

    def show_view(self, view: ResultsView) -> None:
        """Show it; where whoever was dealt with left the list, on with who stands in that place now."""
        self.acts.follow(view)
        self._rows = view.rows
        self.table.setVisible(bool(view.rows))
        self.empty.setVisible(not view.rows)
        at = next((at for at, row in enumerate(self.table.shown) if row is self.table.current()), -1)
        self.tools.show_rows(view.rows)
        if at >= 0 and self.table.current() is None and (left := self.table.shown):
            self.table.choose(left[min(at, len(left) - 1)].code)
        names = [row.name for row in view.rows]
        prepare_filter(self._page, self.table, view.rows, names, self._initials)
        self._choose(self.table.current())

    def show_person(self, code: str) -> None:
        """Bring somebody into view who is on the list."""
        if not self.table.choose(code) and any(row.code == code for row in self._rows):
            self.tools.show_all()
            self.table.choose(code)

    def _choose(self, row: ResultRow | None) -> None:
        self.show_rights(lambda act: self._why_not(act, row))
        if self._page.detail is not self.panel:
            return
        view = self.acts.view
        if row is None or view is None:
            self._page.show_detail(wanted=False)
            return
        show_person(self.panel, view, row, self._page.now().astimezone(CHINA).date())
        self._page.show_detail(wanted=True)

    def _why_not(self, act: QPushButton, row: ResultRow | None) -> str:
        if act is self.serving:
            return self.acts.why_no_delivery(row)
        if act is self.signing:
            return self.acts.why_no_signature(row)
        if row is None:
            return tr("先选中一个人")
        return tr("院党组还没有作出决定") if row.result is None else ""

    def _following(self, show: Show) -> ResultRow | None:
        """Who waits for the same in the list, after whoever is chosen; from its top where none is below."""
        rows, now = self.table.shown, self.table.current()
        at = next((at for at, row in enumerate(rows) if row is now), -1)
        return next((row for row in (*rows[at + 1 :], *rows[: max(at, 0)]) if next_of(row) is show), None)

    # -- acts ------------------------------------------------------------------------------------------------------

    def decide(self) -> None:
        """The decision on the selected people where there are several, else on everybody on whom one can decide."""
        selected = self.table.selected()
        if self.acts.decide(selected if len(selected) > 1 else ()) and self.table.isVisible():
            self.table.setFocus()  # nobody is left to decide on: its button lets the keyboard go

    def go_on(self) -> None:
        """Enter: what is next for the person."""
        row = self.table.current()
        if row is None:
            return
        following = next_of(row)
        if following is Show.TO_SERVE:
            self.serve()
        elif following is Show.TO_SIGN:
            self.sign()
        elif following is Show.DONE:
            self._page.place.say(
                tr("{year} 年度已经归档", year=self._page.year) if row.state is ResultState.ARCHIVED
                else tr("{name}的结果已签字，没有待办", name=row.name)
            )  # fmt: skip
        elif why := self.acts.why_no_decision(row):
            self._page.place.say(tr("{name}：{why}", name=row.name, why=why))
        else:
            self.acts.decide([row])

    def serve(self) -> None:
        """登记送达 of whoever is chosen."""
        self.acts.serve(self.table.current())

    def sign(self) -> None:
        """登记签字 of whoever is chosen."""
        self.acts.sign(self.table.current())

    def look_at_scans(self) -> None:
        """The scans of whoever is chosen."""
        self.acts.scans(self.table.current())

    def print_(self) -> None:
        """The notice of whoever is chosen, with the other papers beside it."""
        self._print("notice")

    def _print(self, paper: str) -> None:
        from committee_desk.ui.decisions.papers import Paper, ResultPapersDialog  # noqa: PLC0415 - when it is wanted

        row = self.table.current()
        ResultPapersDialog(self._page, self._rows, Paper(paper), row.code if row is not None else "").exec()

    def _first_waiting(self, show: Show) -> ResultRow | None:
        """Whoever is chosen where that one waits, else the first who does."""
        now = self.table.current()
        if now is not None and next_of(now) is show:
            return now
        found = next((row for row in self._rows if next_of(row) is show), None)
        if found is not None:
            self.show_person(found.code)
        return found or now

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Into the table."""
        if self._rows:
            return self.table
        return self.empty.button if self.empty.isVisible() else self.tools.filter

    def show_target(self, key: object) -> None:
        """A line of 工作台, or a person's code."""
        if isinstance(key, Owed):
            self.tools.pick(OF_LINES.get(key.kind, Show.ALL).value)
            codes = key.facts.get("codes")
            code = str(codes[0]) if isinstance(codes, tuple) and codes else str(key.facts.get("target") or "")
        else:
            code = str(key or "")
        if code:
            self._page.when_read(lambda: QTimer.singleShot(0, self, lambda: self.show_person(code)))

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts, as the search palette lists them; serving and signing begin with the first who waits."""
        return (
            PageCommand(tr("登记院党组决定…"), self.decide, "gavel", barred=self.acts.why_no_decision()),
            PageCommand(
                tr("登记结果通知书送达…"), lambda: self.acts.serve(self._first_waiting(Show.TO_SERVE)), "mail-forward"
            ),
            PageCommand(tr("登记本人签字…"), lambda: self.acts.sign(self._first_waiting(Show.TO_SIGN)), "pencil"),
            PageCommand(tr("签字扫描件…"), self.look_at_scans, "file-text"),
            PageCommand(tr("打印结果通知书和送达回证"), self.print_, "printer", Shortcut.PRINT),
            PageCommand(tr("打印定稿的考核等次确认表"), lambda: self._print("sheet"), "printer"),
            PageCommand(tr("打印决定与送达台账"), lambda: self._print("register"), "printer"),
            PageCommand(tr("制作结果公开版"), lambda: self._print("edition"), "world"),
            PageCommand(tr("年度归档…"), self.acts.archive, "archive", barred=self.acts.why_no_archive()),
        )

    def help_text(self) -> str:
        """What the tab is for."""
        return tr(
            "公示期满、没有未办结的异议和复核的人，由院党组决定等次；暂不能决定的，说明一栏写明原因。"
            "选中多人可只登记对这些人的决定。决定以后逐人送达结果通知书，再登记本人签字；"
            "选中一人按 Enter 办理下一项，登记后接着办下一人。救济期限从本人知道之日的次日起算。"
            "全部签字、没有未办结事项时，由两人归档。"
        )
