"""亲属关系与分管: both lists of an office, added to, corrected and ended with a reason."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.relation_views import ChargeRow, RelationRow
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import FormDialog, ask_reason
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.people.card import span
from committee_desk.ui.people.relation_forms import ChargeDialog, RelationDialog
from committee_desk.ui.system.cards_tab import allow, row_of
from committee_desk.wording.kinship import kinship_name
from committee_desk.wording.language import standing_alone, tr
from committee_desk.wording.roles import right_name
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.services.changes import Change
    from committee_desk.ui.common.page import Page

SIZE = QSize(960, 620)


def _kin_columns() -> tuple[Column[RelationRow], ...]:
    return (
        Column("other", tr("亲属"), lambda row: row.relationship.other, 96, style=Style.NAME, fits=True),
        Column(
            "code", tr("工号"), lambda row: row.relationship.other_code or tr("院外"), 72, style=Style.SUB, fits=True
        ),
        Column("kind", tr("关系"), lambda row: standing_alone(kinship_name(row.relationship.kind)), 120, fits=True),
        Column("note", tr("说明"), lambda row: row.relationship.note or "", 120, style=Style.SUB, stretch=True),
        Column("at", tr("登记"), lambda row: f"{row.actor} {row.at:%Y-%m-%d}", 140, style=Style.SUB, fits=True),
    )


def _charge_columns() -> tuple[Column[ChargeRow], ...]:
    return (
        Column("department", tr("部门"), lambda row: row.charge.department, 110, style=Style.NAME, fits=True),
        Column("name", tr("领导"), lambda row: f"{row.name}（{row.charge.code}）", 120, fits=True),
        Column(
            "as",
            tr("身份"),
            lambda row: tr("部门负责人") if row.heads else tr("分管领导"),
            96,
            style=Style.SUB,
            fits=True,
        ),
        Column("span", tr("起止"), lambda row: span(row.charge.since, row.charge.until), 190, fits=True),
        Column("at", tr("登记"), lambda row: f"{row.actor} {row.at:%Y-%m-%d}", 140, style=Style.SUB, stretch=True),
    )


class RelationsDialog(QDialog):
    """Kinship of the chosen person above, charge of every department below."""

    def __init__(self, page: "Page", people: Sequence[Named], of: Named | None) -> None:
        super().__init__(page.window())
        self.setWindowTitle(tr("亲属关系与分管"))
        self._page, self._people, self._of = page, tuple(people), of
        self._departments: tuple[str, ...] = ()
        memory = page.place.memory
        self.kin: ListTable[RelationRow] = ListTable(
            TableSpec("kinship", _kin_columns(), key=lambda row: row.number, sort_by="other"), tr("亲属关系"), memory
        )
        self.charges: ListTable[ChargeRow] = ListTable(
            TableSpec("charges", _charge_columns(), key=lambda row: row.number, sort_by="department"),
            tr("分管"),
            memory,
        )
        self.relate = button(tr("登记亲属…"), self._relate, icon_name="plus")
        self.unrelate = button(tr("取消登记…"), self._unrelate, icon_name="arrow-back-up")
        self.charge = button(tr("登记分管…"), lambda: self._charge(None), icon_name="plus")
        self.correct = button(tr("更正…"), lambda: self._charge(self.charges.current()), icon_name="pencil")
        self.discharge = button(tr("取消登记…"), self._discharge, icon_name="arrow-back-up")
        for table in (self.kin, self.charges):
            table.chosen.connect(lambda _row: self._say_possible())
        self.charges.opened.connect(lambda row: self._charge(row) if self.correct.isEnabled() else None)
        self._arrange()
        fit_dialog(self, SIZE)
        self._read()
        (self.kin if of else self.charges).setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        name = self._of.name if self._of else tr("未选中人员")
        column.addWidget(label(tr("{name} 的亲属关系", name=name), "h3"))
        column.addWidget(
            label(
                tr("对双方都有效。有亲属关系的人互相不能评价、评查，议到时回避（公务员法第七十四、七十六条）。"),
                "sub",
                wrap=True,
            )
        )
        column.addWidget(self.kin, 2)
        column.addLayout(row_of(self.relate, self.unrelate))
        column.addSpacing(8)
        column.addWidget(label(tr("分管"), "h3"))
        column.addWidget(
            label(
                tr("领导评价由年末分管该部门的领导作出；部门负责人按职务认定，不对的在这里登记本部门的人来更正。"),
                "sub",
                wrap=True,
            )
        )
        column.addWidget(self.charges, 3)
        foot = row_of(self.charge, self.correct, self.discharge)
        foot.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(foot)

    # -- reading ---------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        desk, of = self._page.desk, self._of
        self._page.read(
            lambda: (
                desk.relations.of(of.code) if of else (),
                desk.relations.charges(),
                desk.relations.departments(),
            ),
            lambda three: self._take(*three),
            kind="relations",
        )

    def _take(self, kin: tuple[RelationRow, ...], charges: tuple[ChargeRow, ...], departments: tuple[str, ...]) -> None:
        self._departments = departments
        self.kin.set_rows(kin)
        self.charges.set_rows(charges)
        self._say_possible()

    def _say_possible(self) -> None:
        place = self._page.place
        may = place.may(Right.KEEP_RELATIONS)
        barred = place.no_writing if may else tr("您的角色无权{what}", what=right_name(Right.KEEP_RELATIONS))
        allow(self.relate, barred, "" if self._of else tr("先在人员表中选中一个人"))
        allow(self.unrelate, barred, "" if self.kin.current() else tr("先选中一条亲属关系"))
        allow(self.charge, barred)
        for each in (self.correct, self.discharge):
            allow(each, barred, "" if self.charges.current() else tr("先选中一条分管"))

    # -- acts ------------------------------------------------------------------------------------------------------

    def _relate(self) -> None:
        if self._of is None:
            return
        dialog = RelationDialog(self, self._of, self._people)
        desk, actor = self._page.desk, self._page.place.actor

        def act() -> bool:
            told = dialog.relationship()
            return told is not None and self._done(dialog, dialog.other, lambda: desk.relations.relate(actor, told))

        if dialog.run(act):
            self._read()

    def _unrelate(self) -> None:
        row = self.kin.current()
        if row is None:
            return
        text = tr(
            "取消与 {other} 的{kind}登记？", other=row.relationship.other, kind=kinship_name(row.relationship.kind)
        )
        why = ask_reason(self, tr("取消亲属关系"), text, tr("取消登记"))
        desk, actor = self._page.desk, self._page.place.actor
        if why is not None:
            self._page.perform(lambda: desk.relations.unrelate(actor, row.number, why))
            self._read()

    def _charge(self, held: ChargeRow | None) -> None:
        desk, actor, number = self._page.desk, self._page.place.actor, held.number if held else None
        since = date(self._page.year, 1, 1)
        dialog = ChargeDialog(self, self._people, self._departments, held, since, self._of)

        def act() -> bool:
            told = dialog.charge()
            return told is not None and self._done(
                dialog, dialog.since, lambda: desk.relations.charge(actor, told, number)
            )

        if dialog.run(act):
            self._read()

    def _discharge(self) -> None:
        row = self.charges.current()
        if row is None:
            return
        text = tr(
            "取消 {name} 分管{department}的登记？只用于登记错了的；已经卸任的，请用“更正”填上最后一天。",
            name=row.name,
            department=row.charge.department,
        )
        why = ask_reason(self, tr("取消分管登记"), text, tr("取消登记"))
        desk, actor = self._page.desk, self._page.place.actor
        if why is not None:
            self._page.perform(lambda: desk.relations.discharge(actor, row.number, why))
            self._read()

    def _done(self, dialog: FormDialog, field: QWidget, act: "Callable[[], Change]") -> bool:
        try:
            change = act()
        except (DeskError, Trouble) as error:
            dialog.refuse(sentence(error), field)
            return False
        self._page.place.changes.announce(change)
        return True
