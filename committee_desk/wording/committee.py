"""The committee's words: posts, states of meetings, items, grounds of recusal, outcomes, questions."""

from collections.abc import Sequence

from committee_desk.domain.committee import (
    NAMESAKE,
    NEITHER,
    Ground,
    ItemKind,
    MeetingState,
    MemberPost,
    Outcome,
    Presence,
)
from committee_desk.domain.namesakes import told_apart as called
from committee_desk.services.meeting_views import Named, QuestionView, RecusalRow
from committee_desk.wording.kinship import kinship_name
from committee_desk.wording.language import tr, tr_n

NAMED = 5
"""So many names stand in a question or a refusal; more are counted."""


def member_post(post: MemberPost) -> str:
    """What somebody is on the committee."""
    return {
        MemberPost.CHAIR: tr("主任"),
        MemberPost.DEPUTY: tr("副主任"),
        MemberPost.MEMBER: tr("委员"),
    }[post]


def meeting_state(state: MeetingState) -> str:
    """How far a meeting is."""
    return {
        MeetingState.CALLED: tr("已通知"),
        MeetingState.OPEN: tr("进行中"),
        MeetingState.CLOSED: tr("已结束"),
        MeetingState.WITHDRAWN: tr("已取消"),
    }[state]


def item_kind(kind: ItemKind) -> str:
    """What an item of the agenda settles."""
    return {
        ItemKind.GRADES: tr("等次建议"),
        ItemKind.TIE: tr("平票"),
        ItemKind.INCOMPLETE: tr("材料不全"),
        ItemKind.LEFT_OVER: tr("剩余名额"),
        ItemKind.POOL: tr("合并名额"),
        ItemKind.REVIEW: tr("复核或更正"),
        ItemKind.FREE: tr("其他事项"),
    }[kind]


def presence_name(presence: Presence | None) -> str:
    """Whether a member came."""
    if presence is None:
        return tr("未登记")
    return {
        Presence.PRESENT: tr("出席"),
        Presence.AWAY: tr("缺席"),
        Presence.EXCUSED: tr("请假"),
    }[presence]


def ground_name(ground: Ground) -> str:
    """Why a member leaves."""
    return {
        Ground.OWN_FILE: tr("涉及本人"),
        Ground.KINSHIP: tr("亲属关系"),
        Ground.STAKE: tr("利害关系"),
    }[ground]


def outcome_name(outcome: Outcome) -> str:
    """How a vote ended."""
    return {Outcome.PASSED: tr("通过"), Outcome.LOST: tr("未通过")}[outcome]


def recusal_reason(row: RecusalRow) -> str:
    """Why a member leaves, and for whom: 与李某系夫妻, 涉及本人."""
    recusal = row.recusal
    if recusal.ground is Ground.OWN_FILE:
        return tr("涉及本人")
    if recusal.ground is Ground.KINSHIP and recusal.kinship is not None:
        kinship = kinship_name(recusal.kinship)
        if recusal.note == NAMESAKE:
            return tr("与{name}有{kinship}关系（登记时只写了姓名，按同名回避）", name=row.about, kinship=kinship)
        return tr("与{name}有{kinship}关系", name=row.about, kinship=kinship)
    whom = tr("与{name}有利害关系", name=row.about) if recusal.about else tr("与本议题有利害关系")
    return tr("{whom}：{note}", whom=whom, note=recusal.note) if recusal.note else whom


def first_names(names: Sequence[str]) -> str:
    """The first names, and how many there are where not all are told."""
    first = tr("、").join(names[:NAMED])
    return first if len(names) <= NAMED else tr("{names}等 {count} 人", names=first, count=len(names))


def question_title(view: QuestionView) -> str:
    """A question as it is put: the item and whom it is about."""
    item, names = view.item, told_apart(view.people)
    if item.kind is ItemKind.TIE:
        return tr("{title}：{whom}", title=item.title, whom=_of_a_tie(view))
    if not names:
        return item.title
    if len(names) > NAMED:
        return tr_n("{title}（{count} 人）", "{title}（{count} 人）", len(names), title=item.title)
    return tr("{title}：{names}", title=item.title, names=tr("、").join(names))


def question_subject(view: QuestionView) -> str:
    """Whom a question is about, by name, all of them: what minutes and slips say under the item's title."""
    item = view.item
    if item.kind is ItemKind.TIE:
        return _of_a_tie(view)
    return tr("、").join(told_apart(view.people)) or item.title


def told_apart(people: Sequence[Named]) -> list[str]:
    """Their names; of those who bear the same one with the code. Where a meeting told them apart, that stays."""
    names = called((each.code, each.name) for each in people)
    return [names[each.code] for each in people]


def _of_a_tie(view: QuestionView) -> str:
    if view.question.subject == NEITHER:
        return tr("均不列为优秀")
    apart = zip(view.people, told_apart(view.people), strict=True)
    chosen = next((name for each, name in apart if each.code == view.question.subject), view.question.subject)
    return tr("{name}列为优秀", name=chosen)
