"""The words of grading: kinds of decisions, how somebody incomplete is settled, what binds a grade, what moved."""

from collections.abc import Sequence

from committee_desk.domain.grade_rules import Bound
from committee_desk.domain.scores import Grade
from committee_desk.services.grading_views import DecisionKind, Moved, Opinion, Settlement
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import standing_alone, tr, tr_n

NAMED = 5
"""So many names stand in a sentence; more are counted."""


def decision_kind_name(kind: DecisionKind) -> str:
    """What was decided."""
    return {
        DecisionKind.TIE: tr("平票表决"),
        DecisionKind.INCOMPLETE: tr("评价不全的处理"),
        DecisionKind.LEFT_OVER: tr("余额分配"),
        DecisionKind.POOL: tr("合并计算名额"),
        DecisionKind.QUARTER: tr("提高优秀比例的批复"),
    }[kind]


def settlement_name(how: Settlement) -> str:
    """What becomes of somebody without a rating, as a choice says it."""
    said = {
        Settlement.HAND_OVER: tr("分值由另一项评价承担"),
        Settlement.NO_GRADE: tr("不确定等次"),
        Settlement.WAIT: tr("待评价补齐后补定"),
    }[how]
    return standing_alone(said)


def opinion_name(opinion: Opinion) -> str:
    """What an ability review finds."""
    return {Opinion.FIT: tr("胜任"), Opinion.UNFIT: tr("不胜任")}[opinion]


def grade_name(grade: Grade | None) -> str:
    """A grade, or that there is none."""
    return tr("不确定等次") if grade is None else dictionary_word(str(grade))


def names_of(names: Sequence[str]) -> str:
    """The first names, and how many there are where not all are told."""
    told = tr("、").join(names[:NAMED])
    if len(names) <= NAMED:
        return told
    return tr_n("{told}等 {count} 人", "{told}等 {count} 人", len(names), told=told)


def bound_reason(why: Bound) -> str:
    """Why somebody cannot have a grade; never which decision on the person it is."""
    return {
        Bound.SETTLED_APART: tr("该人等次另行确定，不在此处评定"),
        Bound.TIED: tr("该人在名额处与他人四项全部相同，须先由委员会表决"),
        Bound.INCOMPLETE: tr("该人评价不全，须先由委员会决定如何处理"),
        Bound.AWAITS_REVIEW: tr("该人排名在后，先评审、后定等次，请先登记业务能力评审意见"),
        Bound.STANDING: tr("依规定该人的等次受限，不能定为此等次"),
        Bound.WEAK_CASEWORK: tr("业绩考评须为优秀或良好才能评为优秀"),
        Bound.FAILED_CASEWORK: tr("业绩考评不合格，至多为基本称职"),
        Bound.UNFIT: tr("业务能力评审意见为不胜任，至多为基本称职"),
        Bound.QUARTERS: tr("有季度平时考核为一般或较差，本院规定不评为优秀"),
    }[why]


def moved_figure(moved: Moved) -> str:
    """Whose figure moved, from what to what."""
    facts = {"name": moved.name, "before": moved.before or tr("无"), "after": moved.after or tr("无")}
    if moved.what in {"proposed", "status"}:
        facts |= {"before": dictionary_word(facts["before"]), "after": dictionary_word(facts["after"])}
    said = {
        "total": tr("{name}总分 {before} 改为 {after}", **facts),
        "performance": tr("{name}业绩分 {before} 改为 {after}", **facts),
        "indicators": tr("{name}的分项得分有变动", **facts),
        "rank": tr("{name}名次 {before} 改为 {after}", **facts),
        "proposed": tr("{name}等次建议 {before} 改为 {after}", **facts),
        "status": tr("{name}的状态有变动", **facts),
        "listed": tr("{name}新列入名册", **facts),
        "gone": tr("{name}不再列入名册", **facts),
    }
    return said.get(moved.what, said["indicators"])


def moved_people(moved: Sequence[Moved]) -> str:
    """The first of them, and how many there are where not all are told."""
    told = tr("；").join(moved_figure(each) for each in moved[:NAMED])
    if len(moved) <= NAMED:
        return told
    return tr_n("{told}等 {count} 处", "{told}等 {count} 处", len(moved), told=told)
