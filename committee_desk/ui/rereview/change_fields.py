"""The fields of one figure that was found to be otherwise, which of them each kind of change needs, what was typed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.names import spelt
from committee_desk.domain.proceedings import FIELDS, Challenge, ChallengeKind, ChangeKind, FactChange
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.said import TooLongForField
from committee_desk.services.override_views import OverrideRefused
from committee_desk.services.proceeding_keys import is_among_equals
from committee_desk.services.proceeding_refusals import (
    BallotRejudged,
    ChangeChangesNothing,
    ChangeOfAnotherYear,
    ChangeUnproved,
    NothingLikeThat,
    SharesBeyondTheCase,
)
from committee_desk.services.proceeding_views import Found
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.publication.form import Fields
from committee_desk.ui.rereview.form import RereviewForm
from committee_desk.wording.field_names import field_name
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import fact_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

WIDE = 620
OF = {
    ChangeKind.REVIEW: ChallengeKind.REVIEW,
    ChangeKind.SHARE: ChallengeKind.SHARE,
    ChangeKind.EVENT: ChallengeKind.EVENT,
    ChangeKind.WITHDRAWN_EVENT: ChallengeKind.EVENT,
    ChangeKind.MARK: ChallengeKind.LEADER_MARK,
}
"""Which of a person's figures a change of that kind is chosen from; slips and new events are typed."""


class ChangeFields(RereviewForm):
    """What is typed; a refusal lands in the field that it is about."""

    def __init__(self, page: "Page", people: Sequence[Named], about: str, given: FactChange | None) -> None:
        super().__init__(page, tr("与原记录不同的一项"), tr("加入"), width=WIDE)
        self.given, self.offered = given, list[Challenge]()
        self.person, self.kind, self.which = PersonField(people), QComboBox(), QComboBox()
        self.person.choose(_whose(given) or about)
        self.named_by, self.counted = QComboBox(), QLineEdit()
        self.slip, self.voucher, self.happened = QLineEdit(), QLineEdit(), QLineEdit()
        self.day = DayField(tr("日期"), last=False, wide=True)
        self.indicator, self.field, self.value = QComboBox(), QComboBox(), QComboBox()
        self.now = label("", "sub", wrap=True)
        self.why, self.evidence = QLineEdit(), QLineEdit()
        self._lay_out()
        self.kind.setCurrentIndex(max(0, self.kind.findData(given.kind.value if given else ChangeKind.REVIEW.value)))
        if given is not None:
            self.why.setText(given.reason)
            self.evidence.setText(given.evidence)

    def _lay_out(self) -> None:
        for each in ChangeKind:
            self.kind.addItem(fact_name(each, ()), each.value)
        for letter in BallotClass:
            self.named_by.addItem(tr("{letter} 类中的一张（已计票）", letter=letter), letter.value)
        self.named_by.addItem(tr("按票号（还没有计票的导入票）"), "")
        if self.given is not None and is_among_equals(self.given.kind, self.given.key):
            self.named_by.setCurrentIndex(max(0, self.named_by.findData(self.given.key[0])))
            self.counted.setText(self.given.key[2])
        elif self.given is not None and self.given.kind is ChangeKind.BALLOT:
            self.named_by.setCurrentIndex(self.named_by.count() - 1)
        for box in (self.kind, self.named_by, self.which, self.indicator, self.field, self.value):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for box in (self.which, self.value):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for line, longest in ((self.why, 200), (self.evidence, 100), (self.voucher, 60), (self.happened, 200),
                              (self.slip, 40), (self.counted, 12)):  # fmt: skip
            line.setMaxLength(longest)
        self.add_row(tr("谁的"), self.person, tr("同案其他承办人的分担比例也在这里更正"))
        self.add_row(tr("哪一类"), self.kind)
        self.add_row(tr("哪一项"), self.which, tr("从列表中选，或者打案号、凭证号里别的项没有的几位"))
        self.add_row(tr("哪张票"), self.named_by)
        self.add_row(
            tr("计票得分"), self.counted, tr("计票时记的分数或弃权；票已拆散，同分的票任改一张，无从知道是谁的")
        )
        self.add_row(tr("票号"), self.slip, tr("照测评票上的编号；只复核计票，不重新评分"))
        self.add_row(tr("加减分指标"), self.indicator)
        self.add_row(tr("发生日期"), self.day)
        self.add_row(tr("凭证号"), self.voucher)
        self.add_row(tr("事由"), self.happened)
        self.add_row(tr("更正什么"), self.field)
        self.form.addRow(self.now)
        self.add_row(tr("应为"), self.value)
        self.add_row(tr("理由"), self.why)
        self.add_row(tr("证明材料"), self.evidence, tr("名称和文号；测评票写计票复核记录"))
        self.consequence.setText(tr("原来的数值永久保留，委员会决定变更后才按新的数值计算"))

    def _focus_first(self) -> None:
        self.kind.setFocus()

    def pick_by_part(self) -> None:
        """A part of a number that one fact alone bears stands for that fact: 465 for 案件评查 …〔2026〕465号."""
        part = spelt(self.which.currentText())
        named = [spelt(self.which.itemText(at)) for at in range(self.which.count())]
        meant = [at for at, name in enumerate(named) if part and part in name]
        if len(meant) == 1:
            was = self.which.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.which.setCurrentIndex(meant[0])
            self.which.setEditText(self.which.itemText(meant[0]))
            self.which.blockSignals(was)

    # -- what is meant ---------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> ChangeKind:
        """The kind of change."""
        return ChangeKind(self.kind.currentData())

    @property
    def code(self) -> str:
        """Whose fact it is."""
        person = self.person.person
        return person.code if person is not None else ""

    @property
    def key(self) -> tuple[str, ...]:
        """The fact that is meant; empty parts where nothing is."""
        if self.chosen is ChangeKind.GRADE:
            return (self.code,)
        if self.chosen is ChangeKind.BALLOT:
            return self._ballot_key()
        if self.chosen is ChangeKind.NEW_EVENT:
            day = self.day.day.isoformat() if self.day.day is not None else ""
            return self.code, str(self.indicator.currentData() or ""), day, self.voucher.text(), self.happened.text()
        at = self.which.findText(self.which.currentText())
        if at >= 0:
            return self.offered[at].key
        typed = self.which.currentText().strip()
        if self.chosen is ChangeKind.MARK:
            return self.code, typed
        return (typed, self.code) if self.chosen in _BY_CASE else (typed,)

    def _ballot_key(self) -> tuple[str, ...]:
        if self.among_equals:
            return str(self.named_by.currentData()), self.code, self.counted.text().strip()
        return self.slip.text().strip(), self.code

    @property
    def among_equals(self) -> bool:
        """Whether a ballot of a round that the desk counted is meant: it has no slip any more."""
        return bool(self.named_by.currentData())

    @property
    def after(self) -> str:
        """What was typed, a word of a list as the desk keeps it."""
        at = self.value.findText(self.value.currentText())
        return str(self.value.itemData(at)) if at >= 0 else self.value.currentText().strip()

    def found(self) -> Found:
        """What was typed."""
        return Found(self.chosen, self.key, self.figure, self.after, self.why.text(), self.evidence.text())

    @property
    def figure(self) -> str:
        """Which figure of the fact."""
        return str(self.field.currentData() or FIELDS[self.chosen][0])

    @property
    def figure_name(self) -> str:
        """The same in words."""
        return tr("等次") if self.chosen is ChangeKind.GRADE else field_name(self.figure)

    # -- which fields a kind needs ---------------------------------------------------------------------------------

    def show_fields(self) -> None:
        """Those of the kind that is chosen, with its figures."""
        kind = self.chosen
        new, ballot = kind is ChangeKind.NEW_EVENT, kind is ChangeKind.BALLOT
        for shown, fields in ((new, (self.indicator, self.day, self.voucher, self.happened)),
                              (ballot, (self.named_by,)), (ballot and self.among_equals, (self.counted,)),
                              (ballot and not self.among_equals, (self.slip,)),
                              (kind in OF, (self.which,)), (kind is not ChangeKind.WITHDRAWN_EVENT, (self.value,)),
                              (len(FIELDS[kind]) > 1, (self.field,))):  # fmt: skip
            for each in fields:
                self._show_row(each, shown=shown)
        was = self.field.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.field.clear()
        for name in FIELDS[kind]:
            self.field.addItem(field_name(name), name)
        if self.given is not None and self.given.kind is kind:
            self.field.setCurrentIndex(max(0, self.field.findData(self.given.field)))
        self.field.blockSignals(was)

    def _show_row(self, field: QWidget, *, shown: bool) -> None:
        at = next(row for row in range(self.form.rowCount()) if _in_row(self.form, row, field))
        self.form.setRowVisible(at, shown)
        beneath, hint = self._beneath[field]
        beneath.setVisible(shown and bool(hint))  # the form shows it with its row, empty as it is
        field.setEnabled(shown)

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """Each refusal at the field that it is about."""
        ballot = self.counted if self.among_equals else self.slip
        which = ballot if self.chosen is ChangeKind.BALLOT else self.which
        if self.chosen is ChangeKind.NEW_EVENT:
            which = self.voucher
        at: Fields = {
            NothingLikeThat: which, ChangeChangesNothing: self.value, ChangeOfAnotherYear: which,
            ChangeUnproved: self.evidence, BallotRejudged: self.value, SharesBeyondTheCase: self.value,
            OverrideRefused: self.value,
        }  # fmt: skip
        if isinstance(error, TooLongForField):
            lines = {"evidence": self.evidence, "fact": self.happened}
            at = {TooLongForField: lines.get(error.field, self.why)}
        super().say_refused(error, {**at, **fields}, otherwise or self.value)


_BY_CASE = frozenset({ChangeKind.SHARE, ChangeKind.BALLOT})
"""Their key names the person second."""


def _whose(given: FactChange | None) -> str:
    """The code in the key of a change; a review belongs to its case alone."""
    if given is None or given.kind is ChangeKind.REVIEW:
        return ""
    return given.key[1] if given.kind in _BY_CASE and len(given.key) > 1 else given.key[0]


def _in_row(form: QFormLayout, row: int, field: QWidget) -> bool:
    item = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
    inner = item.layout() if item is not None else None
    return inner is not None and inner.indexOf(field) >= 0
