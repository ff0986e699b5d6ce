"""申报回避: a stake that a member declared and what was decided on it, and its lifting."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from committee_desk.domain.committee import AgendaItem, Origin
from committee_desk.services.meeting_refusals import SameNames
from committee_desk.services.meeting_views import Declared, MeetingView, Named, RecusalRow
from committee_desk.services.meeting_vote_refusals import DecidedOnHimself, StakeUndecided, StakeUnsaid
from committee_desk.ui.committee.member_field import meant, member_field
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.committee import recusal_reason, told_apart
from committee_desk.wording.language import standing_alone, tr

WIDE = 560


def items_of(view: MeetingView) -> dict[str, tuple[AgendaItem, list[Named]]]:
    """The agenda as it stands, each item with whom it is about."""
    held: dict[str, tuple[AgendaItem, list[Named]]] = {}
    for each in view.questions:
        people = held.setdefault(each.item.id, (each.item, []))[1]
        people += [one for one in each.people if one not in people]
    return held


class DeclareDialog(FormDialog):
    """One declaration: which item, which member, for whose sake, what it is, who decided and how."""

    def __init__(self, parent: QWidget, view: MeetingView, item: str) -> None:
        super().__init__(parent, tr("登记申报的回避"), tr("登记申报的回避"), width=WIDE)
        self._items = items_of(view)
        self.explain(
            tr("亲属关系和涉及本人的回避由系统认定，不用申报。这里只登记利害关系（公务员法第七十六、七十七条）。")
        )
        self.item, self.about, self.decision = QComboBox(), QComboBox(), QComboBox()
        for key, (each, _people) in self._items.items():
            self.item.addItem(each.title, key)
        self.item.setCurrentIndex(max(0, self.item.findData(item)))
        self.member = member_field(view.attendance)
        self.note, self.decider = QLineEdit(), QLineEdit()
        self.note.setMaxLength(200)
        self.decider.setMaxLength(60)
        self.decision.addItem(standing_alone(tr("回避")), True)  # noqa: FBT003 - Qt's signature
        self.decision.addItem(tr("不回避"), False)  # noqa: FBT003 - Qt's signature
        self.add_row(tr("委员"), self.member, tr("写姓名、工号或拼音首字母"))
        self.add_row(tr("议题"), self.item)
        self.add_row(tr("涉及谁"), self.about)
        self.add_row(tr("利害关系"), self.note, tr("如：与某人同为一案当事人的近亲属"))
        self.add_row(tr("决定人"), self.decider, tr("由谁决定是否回避；不能是本人"))
        self.add_row(tr("决定"), self.decision)
        self.consequence.setText(tr("回避的委员参加过的表决不再算数，须重新表决"))
        self.item.currentIndexChanged.connect(lambda _at: self._offer())
        self._offer()

    def _offer(self) -> None:
        """Whom the chosen item is about."""
        people = self._items[str(self.item.currentData())][1] if self._items else []
        self.about.clear()
        self.about.addItem(tr("整个议题"), "")
        for each, name in zip(people, told_apart(people), strict=True):
            self.about.addItem(name, each.code)

    def complete(self) -> bool:
        """Whether every field that is needed has something in it; else each says what it asks for."""
        asked = (
            (self.member, tr("请填写委员。")),
            (self.note, tr("请填写利害关系。")),
            (self.decider, tr("请填写决定人。")),
        )
        wrong: list[tuple[str, QWidget]] = [(said, field) for field, said in asked if not field.text().strip()]
        if wrong:
            self.refuse_all(wrong)
        return not wrong

    def declared(self) -> Declared:
        """What was typed."""
        about, item = str(self.about.currentData() or ""), str(self.item.currentData() or "")
        granted = bool(self.decision.currentData())
        return Declared(item, meant(self.member), about, self.note.text(), self.decider.text(), granted)

    def field_of(self, error: Exception) -> QWidget:
        """The field in which a refusal belongs."""
        if isinstance(error, StakeUnsaid):
            return self.note
        if isinstance(error, StakeUndecided | DecidedOnHimself):
            return self.decider
        if isinstance(error, SameNames) and error.name in self.decider.text() and error.name not in self.member.text():
            return self.decider
        return self.member


def declared_in(view: MeetingView) -> list[RecusalRow]:
    """What was declared, each stake once."""
    found: dict[tuple[str, str, str], RecusalRow] = {}
    for row in view.recusals:
        held = row.recusal
        if held.origin is Origin.DECLARED:
            found.setdefault((held.member, held.about, "" if held.about else held.item), row)
    return list(found.values())


class LiftDialog(FormDialog):
    """Which of the declared recusals is lifted, and why."""

    def __init__(self, parent: QWidget, rows: Sequence[RecusalRow]) -> None:
        super().__init__(parent, tr("撤销申报的回避"), tr("撤销回避"), width=WIDE)
        self._rows = list(rows)
        self.which, self.reason = QComboBox(), QLineEdit()
        for each in self._rows:
            self.which.addItem(tr("{name}：{why}", name=each.name, why=recusal_reason(each)))
        self.reason.setMaxLength(200)
        self.add_row(tr("申报"), self.which)
        self.add_row(tr("理由"), self.reason)
        self.consequence.setText(tr("涉及同一人的各项议题一并撤销；表决事项重新划分"))

    @property
    def chosen(self) -> RecusalRow:
        """The one that is lifted."""
        return self._rows[self.which.currentIndex()]
