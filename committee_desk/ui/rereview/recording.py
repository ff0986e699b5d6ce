"""The short forms of a re-review before the decision: a declaration, a hearing, the motion."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from committee_desk.domain.effects import Effects
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.proceedings import OWN_MOTION, Motion
from committee_desk.domain.said import TooLongForField
from committee_desk.services.effect_refusals import (
    ChangeOutOfBounds,
    NotHeard,
    NothingToChange,
    WorseByOwnApplication,
)
from committee_desk.services.objection_refusals import ReceiverIsKin, ReceiverIsObjector
from committee_desk.services.proceeding_refusals import (
    DayOutsideProceeding,
    HeardPersonUnknown,
    MotionContradicts,
    ReasonsMissing,
)
from committee_desk.services.proceeding_views import Heard
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.person_field import PersonField
from committee_desk.ui.publication.form import Fields
from committee_desk.ui.rereview.form import RereviewForm, no_day, people_named, words_field
from committee_desk.ui.rereview.reading import One
from committee_desk.wording.effects import rest_words
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.proceedings import proposal_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class DeclareDialog(RereviewForm):
    """回避声明 of one examiner; the first who has not declared is chosen."""

    def __init__(self, page: "Page", read: One) -> None:
        held = read.card.row.held
        super().__init__(page, tr("回避声明 {label}", label=held.label), tr("登记声明"), held.entry)
        self._held = held
        self.explain(tr("每名承办人亲笔签署声明：与当事人没有亲属关系，没有经手被异议的得分，没有其他应当回避的情形。"))
        self.who, self.day, self.note = QComboBox(), DayField(tr("签署日期"), last=False, wide=True), QLineEdit()
        for each in held.undeclared:
            self.who.addItem(each.name, each.code or each.name)
        self.day.setText(page.now().date().isoformat())
        self.note.setText(tr("无应当回避的情形"))
        self.note.setMaxLength(200)
        self.add_row(tr("声明人"), self.who)
        self.add_row(tr("签署日期"), self.day)
        self.add_row(tr("声明内容"), self.note, tr("照声明书填写"))
        self.consequence.setText(tr("全部承办人声明以后才能登记查明事实"))

    def carry(self) -> bool:
        """Record it."""
        if (day := self.day.day) is None:
            self.refuse_all([(no_day(tr("签署日期")), self.day)])
            return False
        desk, actor, held = self.page.desk, self.page.place.actor, self._held
        name, note = str(self.who.currentData()), self.note.text()
        return self.act(
            lambda seen: desk.proceedings.declare(actor, held.year, held.number, name, day, seen, note),
            {DayOutsideProceeding: self.day, TooLongForField: self.note},
            self.who,
        )


class HearDialog(RereviewForm):
    """听取意见: who was heard when, what was said, who took it down."""

    def __init__(self, page: "Page", read: One, recorder: str) -> None:
        held = read.card.row.held
        super().__init__(page, tr("听取意见 {label}", label=held.label), tr("登记听取的意见"), held.entry)
        self._held = held
        self.person = PersonField(people_named(read.card.names))
        self.person.choose(held.about)
        self.day = DayField(tr("日期"), last=False, wide=True)
        self.day.setText(page.now().date().isoformat())
        self.said, self.by = words_field(), QLineEdit(recorder)
        self.by.setMaxLength(60)
        self.add_row(tr("听取谁的意见"), self.person)
        self.add_row(tr("日期"), self.day)
        self.add_row(tr("本人意见"), self.said, tr("按本人原意写；没有意见的也写明。按 Tab 到下一项"))
        self.add_row(tr("记录人"), self.by, tr("听取意见并作记录的人，不能与本人有关系"))
        self.consequence.setText(tr("拟作不利变更的，听取本人意见以后才能提出"))

    def _focus_first(self) -> None:
        self.said.setFocus()

    def carry(self) -> bool:
        """Record it."""
        day, person = self.day.day, self.person.person
        if day is None:
            self.refuse_all([(no_day(tr("日期")), self.day)])
            return False
        heard = Heard(person.code if person is not None else "", day, self.said.toPlainText(), self.by.text())
        desk, actor, held = self.page.desk, self.page.place.actor, self._held
        return self.act(
            lambda seen: desk.proceedings.hear(actor, held.year, held.number, heard, seen),
            {DayOutsideProceeding: self.day},
            self.person,
        )

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """What is missing is said where it is."""
        named = {"code": self.person, "said": self.said, "by": self.by, "hearing": self.said, "member_name": self.by}
        if isinstance(error, HeardPersonUnknown | TooLongForField):
            fields = {**fields, type(error): named[error.field]}
        elif isinstance(error, ReceiverIsKin | ReceiverIsObjector) and error.name == self.by.text().strip():
            fields = {**fields, type(error): self.by}
        super().say_refused(error, fields, otherwise)


class MotionDialog(RereviewForm):
    """复核意见: 维持 or 变更, with reasons. What follows is said as it is chosen."""

    def __init__(self, page: "Page", read: One, effects: Effects | None) -> None:
        held = read.card.row.held
        super().__init__(page, tr("复核意见 {label}", label=held.label), tr("提出"), held.entry)
        self._held, self._effects = held, effects
        self.motion = QComboBox()
        for each in Motion:
            self.motion.addItem(proposal_name(each), each.value)
        changes = bool(held.changes) or (held.kind in OWN_MOTION and effects is not None and bool(effects.people))
        self.motion.setCurrentIndex(self.motion.findData((Motion.CHANGE if changes else Motion.UPHOLD).value))
        self.reasons = words_field(held.reasons)
        self.add_row(tr("意见"), self.motion, tr("只有维持和变更两种"))
        self.add_row(tr("理由"), self.reasons, tr("写进复核决定书；按 Tab 到下一项"))
        self.motion.currentIndexChanged.connect(lambda _at: self._say())
        self._say()

    def _focus_first(self) -> None:
        self.reasons.setFocus()

    @property
    def chosen(self) -> Motion:
        """Which."""
        return Motion(self.motion.currentData())

    def _say(self) -> None:
        if self.chosen is Motion.UPHOLD:
            self.consequence.setText(tr("委员会表决通过后，原来的得分、名次、等次不变，书面答复本人"))
        elif self._effects is not None:
            moved = tr_n("{count} 人变动", "{count} 人变动", len(self._effects.people))
            self.consequence.setText(tr("右边的影响随意见提交委员会：{moved}，{rest}", moved=moved,
                                        rest=rest_words(self._effects)))  # fmt: skip
        else:
            self.consequence.setText(tr("对所有人的影响随意见一起提交委员会"))
        self.fit()

    def carry(self) -> bool:
        """Lay it."""
        desk, actor, held = self.page.desk, self.page.place.actor, self._held
        motion, reasons = self.chosen, self.reasons.toPlainText()
        return self.act(
            lambda seen: self.away(
                tr("正在计算对所有人的影响"),
                lambda: desk.proceedings.lay(actor, held.year, held.number, motion, reasons, seen),
            ),
            {ReasonsMissing: self.reasons, TooLongForField: self.reasons, MotionContradicts: self.motion,
             WorseByOwnApplication: self.motion, NotHeard: self.motion, NothingToChange: self.motion,
             ChangeOutOfBounds: self.motion},
        )  # fmt: skip
