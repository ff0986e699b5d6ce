"""The table of a meeting's questions, and what the panel says of one: whom, who leaves and why, how it was voted."""

from committee_desk.domain.committee import MeetingState, Origin
from committee_desk.services.meeting_views import MeetingView, QuestionView, RecusalRow
from committee_desk.ui.common.chips import ACCENT, BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.fact_list import Fact
from committee_desk.wording.committee import (
    item_kind,
    meeting_state,
    outcome_name,
    presence_name,
    question_title,
    recusal_reason,
    told_apart,
)
from committee_desk.wording.language import standing_alone, tr

STATE_CHIPS = {
    MeetingState.CALLED: (ACCENT, "calendar-event"),
    MeetingState.OPEN: (OK, "circle-dot"),
    MeetingState.CLOSED: (NEUTRAL, "lock"),
    MeetingState.WITHDRAWN: (NEUTRAL, "x"),
}


def key_of(view: QuestionView) -> tuple[str, str]:
    """What makes a question itself: its item and whom it is about."""
    return view.question.item, view.question.subject


def state_chip(state: MeetingState) -> Chip:
    """How far a meeting is."""
    kind, mark = STATE_CHIPS[state]
    return Chip(meeting_state(state), kind, mark)


def counted(view: QuestionView) -> str:
    """Ayes, noes and abstentions; empty before the vote."""
    if view.vote is None:
        return ""
    count = view.vote.count
    return tr(
        "{ayes} 赞成 · {noes} 反对 · {abstentions} 弃权",
        ayes=count.ayes,
        noes=count.noes,
        abstentions=count.abstentions,
    )


def outcome_chip(view: QuestionView) -> Chip:
    """How the question was voted, or what stands in the way of a vote."""
    if view.vote is not None:
        passed = view.vote.outcome.value == "passed"
        name = outcome_name(view.vote.outcome)
        return Chip(name, OK if passed else BAD, "check" if passed else "x", counted(view))
    if not view.entitled:
        return Chip(tr("待到会登记"), NEUTRAL, "clock")
    if not view.has_quorum:
        return Chip(tr("人数不足"), WARN, "alert-triangle", few(view))
    return Chip(tr("待表决"), ACCENT, "clock")


def few(view: QuestionView) -> str:
    """Why the question cannot be voted on."""
    return tr("可以表决的 {entitled} 人，少于规定的 {needed} 人", entitled=view.entitled, needed=view.needed)


def spec(items: dict[str, int]) -> TableSpec[QuestionView]:
    """The columns; `items` holds the place of each item on the agenda and changes with the meeting."""
    return TableSpec(
        id="meeting-questions",
        columns=(
            Column("item", tr("议题"), lambda view: str(items.get(view.question.item, "")), 44, right=True,
                   sort=lambda view: items.get(view.question.item, 0)),
            Column("title", tr("表决事项"), question_title, 180, style=Style.NAME, stretch=True,
                   tip=lambda view: tr("、").join(told_apart(view.people))),
            Column("leaving", tr("须回避"), lambda view: tr("、").join(view.leaving), 84, fits=True),
            Column("entitled", tr("可表决"), lambda view: str(view.entitled) if view.entitled else "", 60, right=True,
                   sort=lambda view: view.entitled,
                   tip=lambda view: tr("规定至少 {needed} 人", needed=view.needed)),
            Column("count", tr("票数"), counted, 170, style=Style.SUB, spare=True),
            Column("outcome", tr("结果"), lambda view: outcome_chip(view).text, 92, chip=outcome_chip, fits=True),
        ),
        key=key_of,
        sort_by="item",
    )  # fmt: skip


def facts_of(view: QuestionView, meeting: MeetingView) -> list[Fact]:
    """One question's panel."""
    facts = [Fact(tr("表决"), heading=True), *_vote(view)]
    facts.append(Fact(tr("须回避的委员"), heading=True))
    facts += _recusals(view, meeting) or [Fact(tr("没有须回避的委员"), role="mut")]
    facts.append(Fact(tr("涉及人员"), str(len(view.people)), heading=True))
    names = tr("、").join(told_apart(view.people)) or tr("没有指定人员")
    facts.append(Fact(names, more=item_kind(view.item.kind), whole=True))
    facts.append(
        Fact(tr("到会"), tr("应到 {all}，实到 {there}", all=meeting.members, there=meeting.present), heading=True)
    )
    facts += [Fact(meeting.called(each), presence_name(each.presence), each.note) for each in meeting.attendance]
    return facts


def _vote(view: QuestionView) -> list[Fact]:
    able = tr("{entitled} 人，至少 {needed} 人", entitled=view.entitled, needed=view.needed)
    if view.vote is None:
        facts = [Fact(tr("可以表决"), able, "" if view.has_quorum else few(view), role=_warned(view), whole=True)]
        return [*facts, Fact(tr("还没有表决"), role="mut")]
    vote = view.vote
    by = tr("主持 {presiding}，记录 {recorder}", presiding=vote.presiding, recorder=vote.recorder)
    return [
        Fact(outcome_name(vote.outcome), counted(view), by, role="ok" if vote.outcome.value == "passed" else "bad",
             whole=True),
        Fact(tr("可以表决"), able),
        Fact(tr("登记时间"), f"{vote.taken:%Y-%m-%d %H:%M}"),
    ]  # fmt: skip


def _warned(view: QuestionView) -> str:
    return "text" if view.has_quorum else "warn"


def _recusals(view: QuestionView, meeting: MeetingView) -> list[Fact]:
    """Who leaves for this question and on which ground; who declared something and stays."""
    return [_recusal(row) for row in meeting.recusals if _concerns(row, view)]


def _concerns(row: RecusalRow, view: QuestionView) -> bool:
    held = row.recusal
    if held.item != view.question.item:
        return False
    return not held.about or held.about in view.question.people


def _recusal(row: RecusalRow) -> Fact:
    held = row.recusal
    if held.origin is Origin.DERIVED:
        return Fact(row.name, standing_alone(tr("回避")), tr("{why}（依登记认定）", why=_why(row)), whole=True)
    told = tr("{why}；{who}决定", why=_why(row), who=held.decided_by)
    return Fact(row.name, tr("申报回避") if held.granted else tr("申报，决定不回避"), told, whole=True)


def _why(row: RecusalRow) -> str:
    """The ground, with whose sake it is where the sentence does not say it."""
    return recusal_reason(row)
