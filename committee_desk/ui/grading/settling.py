"""评价不全: what becomes of somebody without a leader's mark or a ballot mark."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from committee_desk.services.grading_decision_refusals import NobodyToHandTo, NotIncomplete
from committee_desk.services.grading_views import Incomplete, Settlement
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.common.page import Page
from committee_desk.ui.grading.asking import DecisionForm
from committee_desk.wording.gradings import settlement_name
from committee_desk.wording.language import tr


class IncompleteForm(DecisionForm):
    """The decision on one person; a hand-over is offered first where it is possible.

    One paper often decides on many: the form starts from what was decided on somebody `before` who lacks the same.
    """

    def __init__(
        self, page: Page, held: Incomplete, missing: Sequence[str], meetings: Sequence[MeetingRow],
        before: Incomplete | None = None,
    ) -> None:  # fmt: skip
        super().__init__(page, tr("评价不全的处理：{name}", name=held.name), meetings)
        self._held = held
        self._seen_first = held.decision.entry if held.decision is not None else None
        self.add_words(tr("所缺"), tr("、").join(missing) or tr("评价"))
        self.how = QComboBox()
        for each in Settlement:
            if held.may_hand_over or each is not Settlement.HAND_OVER:
                self.how.addItem(settlement_name(each), each)
        hint = "" if held.may_hand_over else tr("没有另一项评价可以承担所缺的分值")
        self.add_row(tr("处理"), self.how, hint)
        self.add_meeting(tr("议程中须有就该人的表决事项；不经会议的，写决定的文号"))
        self.add_paper(tr("决定文号"), reason=tr("必填，如：11 月调入，未参加民主测评"))
        self.fields |= {NobodyToHandTo: self.how, NotIncomplete: self.how}
        self.meeting.setCurrentIndex(0)
        decision = held.decision
        if decision is None and before is not None and (decision := before.decision) is not None:
            self.explain(tr("已照{name}的决定填好，请核对。", name=before.name))
        if decision is not None:
            self.how.setCurrentIndex(max(0, self.how.findData(Settlement(str(decision.content["how"])))))
            self.meeting.choose(decision.meeting)
            self.document.setText(decision.document)
            self.day.setText(decision.day.isoformat())
            self.reason.setText(decision.reason or "")
        self.how.currentIndexChanged.connect(lambda _at: self._say())
        self._say()

    def _say(self) -> None:
        told = {
            Settlement.HAND_OVER: tr("{name}所缺的分值由另一项评价承担，总分和名次随之重算", name=self._held.name),
            Settlement.NO_GRADE: tr("{name}本年度不确定等次", name=self._held.name),
            Settlement.WAIT: tr("{name}待评价补齐后补定等次，先不列入公示", name=self._held.name),
        }
        self.consequence.setText(told[Settlement(self.how.currentData())])

    def decide(self) -> bool:
        """Record it."""
        wrong = self.missing((self.reason, tr("请填写理由，如：11 月调入，未参加民主测评。")))
        day = self.paper_day(wrong)
        if day is None:
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        return self.carry_out(
            lambda: desk.grading.settle_incomplete(
                actor,
                year,
                self._held.code,
                Settlement(self.how.currentData()),
                self.reason.text(),
                self.document.text(),
                day,
                self.meeting.number,
                seen=self.seen(self._held.name, self._seen_first),
            )
        )
