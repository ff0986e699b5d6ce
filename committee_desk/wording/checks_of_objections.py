"""Sentences of a check about objections and letters."""

from committee_desk.domain.objections import ObjectionState, letter_label, objection_label
from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr
from committee_desk.wording.objections import state_name

_KNOWN = frozenset(ObjectionState)


def _kept(facts: Facts) -> str:
    return tr("异议 {label} 没有理由、接收人或所针对的公示书（第 {entry} 条日志）。", **_labelled(facts))


def _about(facts: Facts) -> str:
    return tr("异议 {label} 的申请事项与他人姓名不符（第 {entry} 条日志）。", **_labelled(facts))


def _state(facts: Facts) -> str:
    state = str(facts["state"])
    named = state_name(ObjectionState(state)) if state in _KNOWN else state
    told = {**_labelled(facts), "state": named}
    return tr("异议 {label} 的状态“{state}”与是否逾期、理由或撤回申请不符（第 {entry} 条日志）。", **told)


def _timely(facts: Facts) -> str:
    return tr(
        "异议 {label} 记为逾期 {minutes} 分钟，与公示的截止时间或收到、录入的时间不符（第 {entry} 条日志）。",
        **_labelled(facts),
    )


def _letter(facts: Facts) -> str:
    label = letter_label(int(str(facts["year"])), int(str(facts["number"])))
    return tr("情况反映 {label} 没有内容、接收人，或收到时间不对（第 {entry} 条日志）。", **{**facts, "label": label})


def _labelled(facts: Facts) -> Facts:
    return {**facts, "label": objection_label(int(str(facts["year"])), int(str(facts["number"])))}


OF_OBJECTIONS: dict[str, Told] = {
    "objections.kept": (_kept, restore),
    "objections.about": (_about, restore),
    "objections.state": (_state, restore),
    "objections.timely": (_timely, restore),
    "objections.letter": (_letter, restore),
}
"""By code: what is said, and what to do about it."""
