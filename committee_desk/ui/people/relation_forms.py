"""The forms of kinship and of charge: who is whose relative, who leads which department from when to when."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from committee_desk.domain.leading import Charge
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.relation_views import ChargeRow
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.wording.kinship import kinship_name
from committee_desk.wording.language import standing_alone, tr

WIDE = 560


class RelationDialog(FormDialog):
    """A relative of one person."""

    def __init__(self, parent: QWidget, of: Named, people: Iterable[Named]) -> None:
        super().__init__(parent, tr("登记 {name} 的亲属", name=of.name), tr("登记亲属"), width=WIDE)
        self._of = of
        self.other = PersonField((each for each in people if each.code != of.code), strangers=True)
        self.kind = QComboBox()
        for each in Kinship:
            self.kind.addItem(standing_alone(kinship_name(each)), each)
        self.note = QLineEdit()
        self.note.setMaxLength(120)
        self.add_row(tr("亲属"), self.other, tr("本院的人写姓名、工号或拼音首字母；院外的人写姓名"))
        self.add_row(tr("关系"), self.kind)
        self.add_row(tr("说明"), self.note, tr("如：堂兄弟，某律所律师；可以不填"))
        self.consequence.setText(tr("对双方都有效：互相不能评价、评查，议到时回避"))

    def relationship(self) -> Relationship | None:
        """What was typed; None after saying that several people bear the name."""
        if self.other.ambiguous:
            self.refuse(tr("有几人同名或首字母相同。请选择列表中带工号的一个。"), self.other)
            return None
        person = self.other.person
        if person is None and self.other.stranger and not self._is_outsider():
            self.other.setFocus()
            return None
        other, code = (person.name, person.code) if person else (self.other.stranger, None)
        return Relationship(self._of.code, other, code, Kinship(self.kind.currentData()), self.note.text())

    def _is_outsider(self) -> bool:
        """Whether the name that nobody here bears is one from outside, and no slip in a colleague's."""
        near = tr("、").join(each.shown for each in self.other.near())
        said = tr("名字相近的：{names}。", names=near) if near else ""
        return ask(
            self,
            tr("本院没有“{name}”，按院外登记？", name=self.other.stranger),
            said + tr("本院的人请从列表中选择，否则评价和评查时不会提示回避。"),
            tr("按院外登记"),
            careful=bool(near),
        )


class ChargeDialog(FormDialog):
    """Who has charge of a department; `held` is what stands there already."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a form starts from
        self,
        parent: QWidget,
        people: Iterable[Named],
        departments: Iterable[str],
        held: ChargeRow | None,
        since: date,
        of: Named | None = None,
    ) -> None:
        super().__init__(parent, tr("更正分管") if held else tr("登记分管"), tr("保存"), width=WIDE)
        self.who, self.department = PersonField(people), QComboBox()
        for each in departments:
            self.department.addItem(each, each)
        self.since, self.until = DayField(tr("起"), last=False, wide=True), DayField(tr("止"), last=True, wide=True)
        self.until.setPlaceholderText(tr("至今"))
        charge = held.charge if held else None
        self.since.setText((charge.since if charge else since).isoformat())
        self.until.setText(charge.until.isoformat() if charge and charge.until else "")
        if charge or of:
            self.who.choose(charge.code if charge else of.code if of else "")
        if charge:
            self.department.setCurrentIndex(max(0, self.department.findData(charge.department)))
        self.add_row(tr("领导"), self.who, tr("分管副检察长等；选本部门的人，即登记他为部门负责人"))
        self.add_row(tr("部门"), self.department)
        self.add_row(tr("起"), self.since)
        self.add_row(tr("止"), self.until, tr("留空即至今；换了人的，填最后一天，再登记新的人"))
        self.consequence.setText(tr("领导评价由年末分管该部门的领导作出"))

    def charge(self) -> Charge | None:
        """What was typed; None after saying which field is wrong."""
        person = self.who.person
        if person is None:
            said = (
                tr("有几人同名。请选择列表中带工号的一个。")
                if self.who.ambiguous
                else tr("人员中没有这个人。请从列表中选择。")
            )
            self.refuse(said, self.who)
            return None
        for field in (self.since, self.until):
            if field.day is None and (field is self.since or field.text().strip()):
                self.refuse(tr("“{text}”不是日期。请填如 2026-01-01 的日期。", text=field.text()), field)
                return None
        assert self.since.day is not None  # noqa: S101 - looked at above
        return Charge(str(self.department.currentData()), person.code, self.since.day, self.until.day)
