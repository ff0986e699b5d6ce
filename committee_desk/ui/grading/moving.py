"""提名, 审议通过, 撤回提名, 退回: the acts that lay the lists of grades down, and those that take them back."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from committee_desk.domain.course import Move
from committee_desk.domain.scores import Grade
from committee_desk.services.changes import Change
from committee_desk.services.grading_refusals import BackReasonMissing, DepartureAfterVote, ProposalUnprepared
from committee_desk.services.grading_views import GradingView
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.grading.asking import OF_MEETING, GradingForm, MeetingBox
from committee_desk.ui.grading.rows import grade_text
from committee_desk.wording.course_lacks import lack_in_words
from committee_desk.wording.courses import move_name
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.gradings import grade_name, names_of
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.scores import grade_in_words

NAMED = 12


class ProposeForm(GradingForm):
    """提名: says how many have which grade, and who departs from the scheme's proposal."""

    def __init__(self, page: Page, view: GradingView) -> None:
        super().__init__(page, tr("提名：{year} 年度等次建议", year=view.year), tr("提名"))
        self.explain(tr("名册连同每个人的得分一起锁定为新的一版，加上指纹，交考评委员会审议。"))
        tell_grades(self, view)
        waiting = [row.listed.name for roll in view.rolls for row in roll.rows if row.awaits_review]
        if waiting:
            self.add_words(tr("须先评审"), tr("{names}：审议通过前须有业务能力评审意见", names=names_of(waiting)))
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        warnings = [lack for lack in view.lacks if lack.warns]
        if warnings:
            self.add_words(tr("还没有办的"), "\n".join(map(lack_in_words, warnings)))
            self.add_row(tr("理由"), self.why, tr("仍要提名的理由，记入日志，审议时可见"))
            self.fields = {ProposalUnprepared: self.why}
        self.consequence.setText(tr("提名后得分仍可更正，但更正后须撤回重新提名"))

    def propose(self) -> bool:
        """Lay the proposed list down."""
        desk, actor, year, why = self.page.desk, self.page.place.actor, self.page.year, self.why.text().strip()
        return self.carry_out(lambda: desk.grading.propose(actor, year, why))


class ApproveForm(GradingForm):
    """审议通过: by the vote of a meeting whose minutes are numbered."""

    def __init__(self, page: Page, view: GradingView, meetings: Sequence[MeetingRow]) -> None:
        super().__init__(page, tr("审议通过：{year} 年度等次", year=view.year), tr("审议通过"))
        self._view = view
        tell_grades(self, view)
        if view.despite:
            self.add_words(tr("提名的理由"), view.despite)
        self.meeting = MeetingBox(meetings)
        self.add_row(tr("会议"), self.meeting, tr("就这一版名册表决通过、已结束并编定纪要的会议"))
        self.fields = dict.fromkeys((*OF_MEETING, DepartureAfterVote), self.meeting)
        self.consequence.setText(tr("通过后得分和等次锁定，接着是公示；要改动须写明理由、由两人退回"))

    def approve(self) -> bool:
        """Lay the approved list down."""
        meeting = self.meeting.number
        if meeting is None:
            self.refuse_all([(tr("请先在“会议”中召集会议，就名册表决。"), self.meeting)])
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        act = tr("审议通过 {year} 年度等次，依据第 {number} 次会议", year=year, number=meeting)

        def command() -> Change | None:
            return with_second_if_needed(
                self, desk, act, lambda second: desk.grading.approve(actor, year, meeting, "", second)
            )

        return self.carry_out(command)


class BackForm(GradingForm):
    """撤回提名 or 退回: with a reason, and a second person."""

    def __init__(self, page: Page, view: GradingView, move: Move) -> None:
        super().__init__(page, tr("{act}：{year} 年度", act=move_name(move), year=view.year), move_name(move))
        self._move = move
        version = view.list.version if view.list is not None else 0
        self.explain(
            tr(
                "等次建议第 {version} 版不再有效，本年度回到计分；改好后须重新提名、重新表决。原来的一版留存。",
                version=version,
            )
            if move is Move.WITHDRAW
            else tr("审议通过的第 {version} 版不再有效，回到等次建议；须重新审议。原来的一版留存。", version=version)
        )
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        self.add_row(tr("理由"), self.why, tr("理由和第二人一起记入日志"))
        self.fields = {BackReasonMissing: self.why}
        self.consequence.setText(tr("须第二人确认"))

    def go_back(self) -> bool:
        """Take the list back."""
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        why = self.why.text().strip()
        back = desk.grading.withdraw if self._move is Move.WITHDRAW else desk.grading.return_
        act = tr("{act} {year} 年度的名册，理由：{why}", act=move_name(self._move), year=year, why=why)
        return self.carry_out(
            lambda: with_second_if_needed(self, desk, act, lambda second: back(actor, year, why, second))
        )


def tell_grades(form: GradingForm, view: GradingView) -> None:
    """What will happen to whom: of each category how many have which grade, and whose departs from the proposal."""
    for roll in view.rolls:
        counted = Counter(row.listed.grade for row in roll.rows)
        told = [
            tr("{grade} {count} 人", grade=grade_in_words(grade), count=counted[grade])
            for grade in Grade
            if counted[grade]
        ]
        if counted[None]:
            told.append(tr("{grade} {count} 人", grade=tr("未定或另行确定"), count=counted[None]))
        best = [row.listed.name for row in roll.rows if row.listed.grade is Grade.EXCELLENT]
        more = tr("优秀：{names}", names=tr("、").join(best[:NAMED])) if best else ""
        if len(best) > NAMED:
            more = tr("优秀：{names}", names=names_of(best))
        form.add_words(dictionary_word(roll.category), "\n".join(each for each in (tr("，").join(told), more) if each))
    departing = [row for roll in view.rolls for row in roll.rows if row.listed.reason]
    if departing:
        lines = [
            tr(
                "{name}：{before} → {after}（{why}）",
                name=row.listed.name,
                before=grade_name(row.listed.proposed),
                after=grade_text(row),
                why=row.listed.reason,
            )
            for row in departing[:NAMED]
        ]
        if len(departing) > NAMED:
            rest = len(departing) - NAMED
            lines.append(tr_n("其余 {count} 人见名册", "其余 {count} 人见名册", rest))
        form.add_words(tr("与建议不同"), "\n".join(lines))
