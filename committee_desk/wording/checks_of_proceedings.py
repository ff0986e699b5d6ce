"""Sentences of a check about re-reviews, corrections and applications."""

from committee_desk.domain.objections import objection_label
from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _kept(facts: Facts) -> str:
    return tr("{year} 年度第 {number} 号复核或更正的种类、依据、争议事项或承办人读不出（第 {entry} 条日志）。", **facts)


def _source(facts: Facts) -> str:
    return tr("{year} 年度第 {number} 号复核没有与它相符的异议或申请（第 {entry} 条日志）。", **facts)


def _examined(facts: Facts) -> str:
    return tr(
        "{year} 年度第 {number} 号复核或更正不足两名承办人、有人没有签回避声明，或没有查明事实（第 {entry} 条日志）。",
        **facts,
    )


def _decided(facts: Facts) -> str:
    return tr(
        "{year} 年度第 {number} 号复核或更正的状态与复核意见、会议、文号或日期不符（第 {entry} 条日志）。", **facts
    )


def _answered(facts: Facts) -> str:
    label = objection_label(int(str(facts["year"])), int(str(facts["number"])))
    return tr("异议 {label} 的答复与复核的决定不符（第 {entry} 条日志）。", **{**facts, "label": label})


def _application(facts: Facts) -> str:
    return tr(
        "{year} 年度第 {number} 号复核申请或申诉的结果、期限、机关、理由或办理情况不符（第 {entry} 条日志）。", **facts
    )


OF_PROCEEDINGS: dict[str, Told] = {
    "proceedings.kept": (_kept, restore),
    "proceedings.source": (_source, restore),
    "proceedings.examined": (_examined, restore),
    "proceedings.decided": (_decided, restore),
    "proceedings.answered": (_answered, restore),
    "proceedings.application": (_application, restore),
}
"""By code: what is said, and what to do about it."""
