"""A vote as it is typed: three figures, the outcome at once, who presided and wrote it down."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.committee import Count, Outcome, Presence, outcome_of
from committee_desk.services.meeting_refusals import (
    MemberNotPresent,
    NobodyPresides,
    NotAMember,
    RecorderMissing,
    SameNames,
)
from committee_desk.services.meeting_views import Counted, MeetingView, QuestionView
from committee_desk.services.meeting_vote_refusals import RecusedNamed, VoteReasonMissing, VotesImpossible
from committee_desk.services.typed_values import number
from committee_desk.ui.committee.calling import BETWEEN
from committee_desk.ui.committee.member_field import meant, member_field
from committee_desk.ui.common.chips import BAD, OK, Chip, ChipLabel
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.committee import outcome_name, question_title
from committee_desk.wording.language import tr

WIDE = 560


class VoteDialog(FormDialog):
    """The vote on one question. Where one stands already it is corrected, with the reason."""

    def __init__(self, parent: QWidget, view: QuestionView, meeting: MeetingView, majority: Fraction) -> None:
        super().__init__(parent, tr("登记表决"), tr("登记表决"), width=WIDE)
        self._view, self._majority, self._members = view, majority, meeting.members
        there = [each for each in meeting.attendance if each.presence is Presence.PRESENT]
        able = [each for each in there if each.key not in view.question.leaving]
        self.explain(question_title(view))
        self._who(view, [meeting.called(each) for each in able])
        self.ayes, self.noes, self.abstentions = QLineEdit(), QLineEdit("0"), QLineEdit("0")
        for field, name in ((self.ayes, tr("赞成")), (self.noes, tr("反对")), (self.abstentions, tr("弃权"))):
            field.setMaxLength(3)
            self.add_row(name, field)
            field.textChanged.connect(lambda _text: self._reckon())
        self.outcome = ChipLabel()
        self.form.addRow("", self.outcome)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self._reason_hint = self.add_row(tr("更正理由"), self.reason, tr("原来的票数留在日志中"))
        self.presiding, self.voters, self.recorder = member_field(there), QLineEdit(), QLineEdit()
        self.presiding.setPlaceholderText(_name(meeting, view.presiding) if view.presiding else "")
        hint = tr("不填即上面的人") if view.presiding else tr("主持人须回避，没有可代为主持的副主任：请指定一名委员")
        self.add_row(tr("主持人"), self.presiding, hint)
        self.recorder.setPlaceholderText(meeting.row.held.recorder)
        self.add_row(tr("记录人"), self.recorder)
        self.voters.setPlaceholderText(tr("、").join(map(meeting.called, able)))
        self.add_row(tr("表决委员"), self.voters, tr("不填即全部可以表决的委员；有人中途离席的，写明参加表决的人"))
        self._show_held(view)
        self._reckon()

    def _who(self, view: QuestionView, able: list[str]) -> None:
        """Who may vote, and who leaves: what the secretary reads out."""
        told = tr("{count} 人：{names}", count=len(able), names=tr("、").join(able)) if able else tr("没有")
        self.add_words(tr("可以表决"), told)
        if view.leaving:
            self.add_words(tr("须回避"), tr("、").join(view.leaving))

    def take(self, view: QuestionView) -> None:
        """The question as another secretary left it: what was typed stays, and a vote on it is to be corrected."""
        self._view = view
        self._show_held(view, keep=True)
        self._reckon()

    def _show_held(self, view: QuestionView, *, keep: bool = False) -> None:
        vote = view.vote
        self.form.setRowVisible(self._row_of(self.reason), vote is not None)
        self.reason.setEnabled(vote is not None)
        if vote is None:
            self.consequence.setText(tr("登记后投影上立即显示结果"))
            return
        self.setWindowTitle(tr("更正表决"))
        self.verb.setText(tr("更正表决"))
        count = vote.count
        told = (count.ayes, count.noes, count.abstentions)
        self.consequence.setText(tr("已登记 {a}、{n}、{b}（赞成、反对、弃权），更正须写明理由",
                                    a=told[0], n=told[1], b=told[2]))  # fmt: skip
        if not keep:
            for field, held in zip((self.ayes, self.noes, self.abstentions), told, strict=True):
                field.setText(str(held))

    def _row_of(self, field: QWidget) -> int:
        """The form's row in which that field stands."""
        for row in range(self.form.rowCount()):
            item = self.form.itemAt(row, self.form.ItemRole.FieldRole)
            inner = item.layout() if item is not None else None
            if inner is not None and inner.indexOf(field) >= 0:
                return row
        return -1

    # -- what was typed --------------------------------------------------------------------------------------------

    def count(self) -> Count | None:
        """The three figures; None while one of them is no whole number."""
        told = [self._whole(each) for each in (self.ayes, self.noes, self.abstentions)]
        return Count(*(each for each in told if each is not None)) if None not in told else None

    @staticmethod
    def _whole(field: QLineEdit) -> int | None:
        found = number(field.text()) if field.text().strip() else None
        return int(found) if found is not None and found == int(found) and found >= 0 else None

    def _reckon(self) -> None:
        """Say at once how it ends, and how many of those who may vote are not counted yet."""
        count = self.count()
        if count is None or not count.given:
            self.outcome.show_chip(Chip(tr("填写票数后显示结果")))
            return
        if count.given > self._view.entitled:
            over = tr("{given} 票，多于可以表决的 {all} 人", given=count.given, all=self._view.entitled)
            self.outcome.show_chip(Chip(over, BAD, "alert-circle"))
            return
        passed = outcome_of(count, self._members, self._majority) is Outcome.PASSED
        name = outcome_name(Outcome.PASSED if passed else Outcome.LOST)
        told = tr("{outcome}：赞成 {ayes} 票，全体委员 {members} 人", outcome=name, ayes=count.ayes,
                  members=self._members)  # fmt: skip
        if left := self._view.entitled - count.given:
            told = tr("{told}；{left} 人未计", told=told, left=left)
        self.outcome.show_chip(Chip(told, OK if passed else BAD, "check" if passed else "x"))

    def counted(self) -> Counted | None:
        """The vote; None after saying which figure is none."""
        count = self.count()
        if count is None:
            fields = (self.ayes, self.noes, self.abstentions)
            wrong = [each for each in fields if self._whole(each) is None]
            text = tr("票数不是整数。请填写 0 或大于 0 的整数。")
            self.refuse_all([(text, each) for each in wrong])
            return None
        voters = tuple(filter(None, BETWEEN.split(self.voters.text().strip())))
        return Counted(count, meant(self.presiding), self.recorder.text().strip(), voters)

    def field_of(self, error: Exception) -> QWidget:
        """The field in which a refusal belongs."""
        if isinstance(error, RecusedNamed):
            return {"presiding": self.presiding, "recorder": self.recorder}.get(error.part, self.voters)
        if isinstance(error, NotAMember | SameNames | MemberNotPresent):
            named = [each for each in (self.presiding, self.voters) if error.name in each.text()]
            return named[0] if named else self.recorder if error.name in self.recorder.text() else self.presiding
        if isinstance(error, NobodyPresides):
            return self.presiding
        if isinstance(error, RecorderMissing):
            return self.recorder
        if isinstance(error, VoteReasonMissing):
            return self.reason
        return self.ayes if isinstance(error, VotesImpossible) else self.verb

    def _move_on(self, field: QObject) -> None:
        """Enter after the last figure goes to the verb, or to the reason where one is asked."""
        if field is self.abstentions and (self._view.presiding or self.presiding.text()):
            (self.reason if self.reason.isEnabled() else self.verb).setFocus()
        elif field is self.reason:
            self.verb.setFocus()
        else:
            super()._move_on(field)

    def run(self, act: Callable[[], bool]) -> bool:
        """Show it with the focus in the ayes."""
        self._focus_first = self._to_ayes  # type: ignore[method-assign]
        return super().run(act)

    def _to_ayes(self) -> None:
        self.ayes.setFocus()
        self.ayes.selectAll()


def _name(meeting: MeetingView, key: str) -> str:
    return next((each.name for each in meeting.attendance if each.key == key), key)
