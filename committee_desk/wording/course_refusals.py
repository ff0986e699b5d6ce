"""Sentences for what a year's process refuses."""

from fractions import Fraction

from committee_desk.domain.course import ORDER, Move, Stage, StepNotPossible
from committee_desk.services.course_drift import ListOutOfDate
from committee_desk.services.year_guard import MovedFigure, YearLocked
from committee_desk.wording.courses import move_name, stage_name
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import rounded
from committee_desk.wording.saying import says

NAMED = 3


@says(StepNotPossible)
def _step_not_possible(error: StepNotPossible) -> str:
    facts = {"year": error.year, "move": move_name(error.move), "stage": stage_name(error.stage)}
    if error.stage is error.move.goal:
        return tr("{year} 年度已经是“{stage}”，不用再办“{move}”。请核对是否已由他人办理。", **facts)
    origin, passed = error.move.origin, ORDER.index(error.stage) > ORDER.index(error.move.origin)
    if error.stage is Stage.ARCHIVED:
        return tr("{year} 年度已经是“{stage}”，过了“{move}”这一步。结果确有错误的，请另立更正，由委员会审议。", **facts)
    if passed and error.move is Move.TAKE_BACK:
        return tr(
            "{year} 年度已经是“{stage}”，过了“{move}”这一步。公示关闭以后要更正的，请写明理由办理“{again}”。",
            again=move_name(Move.PUBLISH_AGAIN),
            **facts,
        )
    if passed:
        return tr(
            "{year} 年度已经是“{stage}”，过了“{move}”这一步。要重新办理的，请先退回到“{origin}”。",
            origin=stage_name(origin),
            **facts,
        )
    return tr(
        "{year} 年度现在是“{stage}”，还不能办“{move}”，要到“{origin}”以后。各步不能跳过，请按顺序办理。",
        origin=stage_name(origin),
        **facts,
    )


@says(YearLocked)
def _year_locked(error: YearLocked) -> str:
    named = tr("；").join(map(moved_in_words, error.moved[:NAMED]))
    facts = {"year": error.year, "stage": stage_name(error.stage), "named": named, "back": stage_name(Stage.PROPOSED)}
    if error.stage is Stage.ARCHIVED:
        return tr_n(
            "{year} 年度是“{stage}”，等次所依据的数据不再变动，未作任何改动：会改动 {count} 处（{named}）。"
            "后来才发现的，作为本年度的追溯事项录入；结果确有错误的，请另立更正，由委员会审议。",
            "{year} 年度是“{stage}”，等次所依据的数据不再变动，未作任何改动：会改动 {count} 处（{named}）。"
            "后来才发现的，作为本年度的追溯事项录入；结果确有错误的，请另立更正，由委员会审议。",
            len(error.moved),
            **facts,
        )
    return tr_n(
        "{year} 年度是“{stage}”，等次所依据的数据不再变动，未作任何改动：会改动 {count} 处（{named}）。"
        "确要改动的，请先写明理由退回到“{back}”，改后重新提出、审议、公示。",
        "{year} 年度是“{stage}”，等次所依据的数据不再变动，未作任何改动：会改动 {count} 处（{named}）。"
        "确要改动的，请先写明理由退回到“{back}”，改后重新提出、审议、公示。",
        len(error.moved),
        **facts,
    )


@says(ListOutOfDate)
def _list_out_of_date(error: ListOutOfDate) -> str:
    named = tr("、").join(each.name for each in error.moved[:NAMED])
    names = named if len(error.moved) <= NAMED else tr("{names}等 {count} 人", names=named, count=len(error.moved))
    return tr(
        "{year} 年度审议通过的名册已是旧的一版，不能办“{move}”：审议后的处分或请假改变了{names}的数据。"
        "请为其更正，由委员会重新审议；也可写明理由退回到“{back}”，重新提出、审议、公示。",
        year=error.year,
        move=move_name(error.move),
        names=names,
        back=stage_name(Stage.PROPOSED),
    )


def moved_in_words(moved: MovedFigure) -> str:
    """Whose figure would move, and from what to what."""
    who = tr("{name}（{code}）", name=moved.name, code=moved.code)
    facts = {"before": moved.before or tr("无"), "after": moved.after or tr("无")}
    if moved.what == "places":
        return tr("{category}优秀名额 {before}→{after}", category=dictionary_word(moved.name), **facts)
    if moved.what == "total":
        figures = {"before": _points(moved.before), "after": _points(moved.after)}
        return tr("{who}总分 {before}→{after}", who=who, **figures)
    facts = {name: dictionary_word(word) for name, word in facts.items()}
    said = {
        "rank": tr("{who}名次 {before}→{after}", who=who, **facts),
        "performance_grade": tr("{who}业绩等次 {before}→{after}", who=who, **facts),
        "proposed": tr("{who}等次建议 {before}→{after}", who=who, **facts),
        "department": tr("{who}部门 {before}→{after}", who=who, **facts),
        "listed": tr("{who}进入考核名单", who=who),
        "gone": tr("{who}离开考核名单", who=who),
    }
    return said.get(moved.what) or tr("{who}的分项得分", who=who)


def _points(hundredths: str) -> str:
    return rounded(Fraction(int(hundredths), 100))
