"""检察官考评委员会 on 人员: every term with its decision, what is wrong with the committee, and who is appointed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from committee_desk.domain.committee import FEWEST, MOST, MemberPost
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change
from committee_desk.services.committee_views import CommitteeView, MemberRow
from committee_desk.ui.committee.member_columns import faults_told, terms_spec
from committee_desk.ui.committee.member_form import EndDialog, MemberDialog
from committee_desk.ui.common.dialogs import FormDialog, ask_reason
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.surfaces import Banner, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.system.cards_tab import allow, emptied, row_of
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE = QSize(960, 560)


class CommitteeDialog(QDialog):
    """The terms in a table, its faults above it, the acts below."""

    def __init__(self, page: "Page", people: Sequence[Named]) -> None:
        super().__init__(page.window())
        self._page, self._people = page, tuple(people)
        self._view: CommitteeView | None = None
        self.setWindowTitle(tr("检察官考评委员会"))
        self.table: ListTable[MemberRow] = ListTable(terms_spec(page.now().date()), tr("委员任期"), page.place.memory)
        self.table.chosen.connect(lambda _row: self._say_possible())
        self.table.opened.connect(lambda _row: self._correct())
        self.about = label("", "sub", wrap=True)
        self.faults = QVBoxLayout()
        self.faults.setSpacing(8)
        self.appoint = button(tr("登记委员…"), lambda: self._keep(None), icon_name="user-plus")
        self.correct = button(tr("更正…"), self._correct, icon_name="pencil")
        self.end = button(tr("结束任期…"), self._end, icon_name="door-exit")
        self.strike = button(tr("取消登记…"), self._strike, icon_name="trash")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addLayout(self.faults)
        column.addWidget(self.table, 1)
        foot = row_of(self.appoint, self.correct, self.end, self.strike)
        foot.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(foot)
        fit_dialog(self, SIZE)
        self._read()

    # -- reading ---------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        desk = self._page.desk
        self._page.read(desk.committee.view, self._take, kind="committee")

    def _take(self, view: CommitteeView) -> None:
        self._view = view
        now = tr_n("现有 {count} 名委员", "现有 {count} 名委员", len(view.sitting))
        law = tr("委员 {fewest} 至 {most} 人，主任由本院检察长担任（检察官法第四十条）", fewest=FEWEST, most=MOST)
        self.about.setText(tr("{now}。{law}。", now=now, law=law))
        emptied(self.faults)
        for told in faults_told(view):
            self.faults.addWidget(Banner("bad", told))
        if view.rows and not view.faults:
            self.faults.addWidget(Banner("ok", tr("人数和主任符合法律规定")))
        self.table.set_rows(view.rows)
        self._say_possible()
        (self.table if view.rows else self.appoint).setFocus()

    def _say_possible(self) -> None:
        barred = self._page.place.why_not(Right.KEEP_COMMITTEE)
        nothing = "" if self.table.current() is not None else tr("先选中一条任期")
        allow(self.appoint, barred)
        for each in (self.correct, self.end, self.strike):
            allow(each, barred, nothing)

    # -- acts ------------------------------------------------------------------------------------------------------

    def _correct(self) -> None:
        row = self.table.current()
        if row is not None and self.correct.isEnabled():
            self._keep(row)

    def _keep(self, held: MemberRow | None) -> None:
        """Appoint somebody, or correct a term; the first whom one appoints is the chair."""
        sitting = self._view.sitting if self._view else ()
        chaired = any(row.member.post is MemberPost.CHAIR for row in sitting)
        first = MemberPost.MEMBER if chaired else MemberPost.CHAIR
        dialog = MemberDialog(self, self._people, held, self._page.now().date(), first)
        desk, actor = self._page.desk, self._page.place.actor

        def command() -> Change | None:
            member = dialog.member()
            return desk.committee.appoint(actor, member, held.number if held else None) if member else None

        self._run(dialog, command, dialog.field_of)

    def _end(self) -> None:
        row = self.table.current()
        if row is None:
            return
        dialog = EndDialog(self, row, self._page.now().date())
        desk, actor = self._page.desk, self._page.place.actor

        def command() -> Change | None:
            ending = dialog.ending()
            return desk.committee.end_term(actor, row.number, *ending) if ending else None

        self._run(dialog, command, dialog.field_of)

    def _strike(self) -> None:
        row = self.table.current()
        if row is None:
            return
        text = tr("取消 {name} 的委员登记？只用于登记错了的；不再任委员的，请用“结束任期”。", name=row.member.name)
        why = ask_reason(self, tr("取消委员登记"), text, tr("取消登记"))
        if why is not None:
            desk, actor = self._page.desk, self._page.place.actor
            self._page.perform(lambda: desk.committee.strike(actor, row.number, why))
            self._read()

    def _run(
        self, dialog: FormDialog, command: Callable[[], Change | None], field_of: Callable[[Exception], QWidget]
    ) -> None:
        def act() -> bool:
            dialog.clear_refusal()
            try:
                change = command()
            except (DeskError, Trouble) as error:
                dialog.refuse_all([(sentence(error), field_of(error))])
                return False
            self._page.place.changes.announce(change)
            return change is not None

        if dialog.run(act):
            self._read()
