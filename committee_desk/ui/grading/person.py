"""The detail panel of the roll: one person's figures, proposal and grade, and what was decided on it."""

from collections.abc import Mapping

from committee_desk.domain.exact import figure
from committee_desk.services.grading_views import CategoryRoll, Decision, GradingView, RollRow, Settlement
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.grading.rows import Line, grade_text
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.gradings import opinion_name, settlement_name
from committee_desk.wording.language import tr
from committee_desk.wording.scores import grade_in_words, performance_in_words


def show_person(panel: ReadingPanel, view: GradingView, line: Line, ratings: Mapping[str, str]) -> None:
    """Everything about one line."""
    listed = line.row.listed
    about = " · ".join(each for each in (dictionary_word(listed.category), listed.department, listed.post) if each)
    review = line.row.review
    panel.show_all(
        listed.name, listed.code, about, _facts(view, line, ratings), review.findings if review is not None else ""
    )


def _facts(view: GradingView, line: Line, ratings: Mapping[str, str]) -> list[Fact]:
    roll = next(each for each in view.rolls if each.category == line.row.listed.category)
    return [
        *_grade(line.row),
        *_figures(line.row),
        *_flags(line),
        *_review(line.row),
        *_tie(roll, line.row),
        *_incomplete(view, line.row, ratings),
    ]


def _grade(row: RollRow) -> list[Fact]:
    listed, choice = row.listed, row.choice
    proposed = grade_in_words(listed.proposed) if listed.proposed is not None else tr("无")
    facts = [Fact(tr("方案建议"), proposed), Fact(tr("等次"), grade_text(row))]
    if choice is not None:
        meeting = tr("第 {number} 次会议", number=choice.meeting) if choice.meeting is not None else tr("政工部门提出")
        facts.append(Fact(tr("改动理由"), meeting, choice.reason, whole=True))
    return facts


def _figures(row: RollRow) -> list[Fact]:
    listed = row.listed
    rank = tr("第 {rank} 名", rank=listed.rank) if listed.rank else tr("不参加排名")
    return [
        Fact(tr("总分"), figure(listed.total), rank),
        Fact(tr("业绩考评"), figure(listed.performance), performance_in_words(listed.performance_grade)),
    ]


def _flags(line: Line) -> list[Fact]:
    return [Fact(each.text, more=each.why, role=each.kind if each.kind != "neu" else "text", whole=True)
            for each in line.flags]  # fmt: skip


def _review(row: RollRow) -> list[Fact]:
    review = row.review
    if review is None:
        return []
    return [
        Fact(tr("评审意见"), review.day.isoformat(), opinion_name(review.opinion), whole=True),
        Fact(tr("评审人员"), more=tr("、").join(review.reviewers), whole=True),
        Fact(tr("评审内容"), more=tr("、").join(review.looked_at), whole=True),
    ]


def _tie(roll: CategoryRoll, row: RollRow) -> list[Fact]:
    tie = roll.tie
    if tie is None or row.code not in tie.equals:
        return []
    names = {each.code: each.listed.name for each in roll.rows}
    equals = tr("、").join(names.get(code, code) for code in tie.equals)
    facts = [Fact(tr("平票"), tr("只余 {open} 名", open=tie.open), equals, whole=True)]
    return [*facts, _paper(tie.decision)] if tie.decision is not None else facts


def _incomplete(view: GradingView, row: RollRow, ratings: Mapping[str, str]) -> list[Fact]:
    held = next((each for each in view.incomplete if each.code == row.code), None)
    if held is None:
        return []
    missing = tr("、").join(ratings.get(each, each) for each in held.missing)
    if held.decision is None:
        return [Fact(tr("所缺评价"), more=missing, whole=True)]
    how = settlement_name(Settlement(str(held.decision.content["how"])))
    return [Fact(tr("评价不全的处理"), more=how, whole=True), _paper(held.decision)]


def _paper(decision: Decision) -> Fact:
    """The paper that a decision rests on."""
    more = decision.document if not decision.reason else f"{decision.document}　{decision.reason}"
    return Fact(tr("决定文号"), decision.day.isoformat(), more, whole=True)
