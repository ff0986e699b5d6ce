"""平票: the equals at the last place, how the committee voted on them, and what is recorded of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from committee_desk.domain.committee import NEITHER, ItemKind, Outcome
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.exact import figure
from committee_desk.services.grading_decision_refusals import (
    NotAmongEquals,
    NoTie,
    TieOvervoted,
    TieVotedOtherwise,
    TooManyOfTie,
)
from committee_desk.services.grading_views import CategoryRoll, Tie
from committee_desk.services.meeting_views import MeetingRow, QuestionView
from committee_desk.services.meeting_vote_refusals import VoteLost
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.grading.asking import DecisionForm
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n


class Equals(QWidget):
    """The equals, each to be given a place or not."""

    def __init__(self, roll: CategoryRoll, tie: Tie) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        self.boxes: dict[str, QCheckBox] = {}
        rows = {row.code: row for row in roll.rows}
        for code in tie.equals:
            listed = rows[code].listed
            told = f"{listed.name}（{code}）　{listed.department}　{figure(listed.total)}"
            self.boxes[code] = QCheckBox(told)
            self.boxes[code].setAccessibleName(told)
            column.addWidget(self.boxes[code])
        self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Who gets a place."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def choose(self, codes: Sequence[str]) -> None:
        """Give these a place."""
        for code, box in self.boxes.items():
            box.setChecked(code in codes)


class TieForm(DecisionForm):
    """What was voted in the meeting chosen is offered; nobody chosen: all of them stay below."""

    def __init__(
        self, page: Page, roll: CategoryRoll, tie: Tie, meetings: Sequence[MeetingRow], seen: int | None = None
    ) -> None:
        category = dictionary_word(roll.category)
        super().__init__(page, tr("平票决定：{category}", category=category), meetings, meeting_needed=True)
        self._roll, self._tie, self._seen_first = roll, tie, seen
        self.explain(
            tr_n(
                "{category}有 {count} 人四项全部相同，只余 {open} 个优秀名额。由委员会表决，不按工号或姓名排先后。",
                "{category}有 {count} 人四项全部相同，只余 {open} 个优秀名额。由委员会表决，不按工号或姓名排先后。",
                len(tie.equals),
                category=category,
                open=tie.open,
            )
        )
        self.add_meeting(tr("议程中须有就这几个人平票的表决事项"))
        self.equals = Equals(roll, tie)
        self.add_row(tr("评为优秀"), self.equals, tr("都不选，即都不评为优秀"))
        for box in self.equals.boxes.values():
            self.follow(box)
            box.toggled.connect(lambda _on: self._say())
        self.voted = label("", "cap", wrap=True)
        self.form.addRow("", self.voted)
        self.add_paper()
        self.fields |= dict.fromkeys(
            (TooManyOfTie, TieOvervoted, TieVotedOtherwise, NotAmongEquals, NoTie, VoteLost), self.equals
        )
        self.meeting.currentIndexChanged.connect(lambda _at: self._offer_vote())
        self._offer_vote()
        if tie.decision is not None:
            self.equals.choose(tie.chosen)
        self._say()

    def _offer_vote(self) -> None:
        """Choose whom the meeting voted a place, and say how it voted."""
        questions = self._questions()
        passed = [each.question.subject for each in questions if each.vote and each.vote.outcome is Outcome.PASSED]
        self.equals.choose([code for code in passed if code != NEITHER])
        lines = [self._vote_in_words(each) for each in questions if each.vote is not None]
        self.voted.setText("\n".join(lines) or tr("这次会议还没有就这几个人表决"))
        self._say()

    def _questions(self) -> tuple[QuestionView, ...]:
        number = self.meeting.number
        if number is None:
            return ()
        try:
            view = self.page.desk.meetings.view(self.page.year, number)
        except (DeskError, Trouble):
            return ()  # recording will say why
        equals = set(self._tie.equals)
        return tuple(
            each for each in view.questions if each.item.kind is ItemKind.TIE and set(each.item.about) == equals
        )

    def _vote_in_words(self, question: QuestionView) -> str:
        vote = question.vote
        assert vote is not None  # noqa: S101 - only those voted are said
        subject = question.question.subject
        names = {row.code: row.listed.name for row in self._roll.rows}
        return tr(
            "{subject}：赞成 {ayes}，反对 {noes}，弃权 {abstentions}，{outcome}",
            subject=tr("都不评为优秀") if subject == NEITHER else names.get(subject, subject),
            ayes=vote.count.ayes,
            noes=vote.count.noes,
            abstentions=vote.count.abstentions,
            outcome=tr("通过") if vote.outcome is Outcome.PASSED else tr("未通过"),
        )

    def _say(self) -> None:
        voted = any(each.vote is not None for each in self._questions())
        why = "" if voted else tr("先在“会议”中就这几个人表决，再登记决定")
        allow(self.verb, why)
        if why:
            self.consequence.setText(why)
            self.fit()
            return
        names = {row.code: row.listed.name for row in self._roll.rows}
        up = tr("、").join(names[code] for code in self.equals.chosen)
        below = tr("、").join(names[code] for code in self._tie.equals if code not in self.equals.chosen)
        self.consequence.setText(
            tr("{up}评为优秀，{below}不评为优秀", up=up, below=below)
            if up and below
            else tr("{up}评为优秀", up=up)
            if up
            else tr("{below}都不评为优秀", below=below)
        )
        self.fit()

    def decide(self) -> bool:
        """Record it."""
        meeting, day = self.meeting_chosen(), self.decided_on()
        if meeting is None or day is None:
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        return self.carry_out(
            lambda: desk.grading.decide_tie(
                actor,
                year,
                self._roll.category,
                self.equals.chosen,
                meeting,
                self.document.text(),
                day,
                seen=self.seen(self._roll.category, self._seen_first),
            )
        )
