"""Batches of slips in words: how far one is, and what is done to it."""

from collections.abc import Iterable

from committee_desk.services.round_file import BatchState
from committee_desk.services.slip_counters import CounterRated
from committee_desk.services.typed_people import Part
from committee_desk.wording.language import tr


def batch_state(state: BatchState) -> str:
    """How far a batch is."""
    return {
        BatchState.TYPING: tr("正在录入"),
        BatchState.TYPING_AGAIN: tr("等待第二人录入"),
        BatchState.COMPARED: tr("有差异，等第二人重录"),
        BatchState.SETTLING: tr("有差异，等第三人裁定"),
        BatchState.COUNTED: tr("已计票"),
    }[state]


def batch_act(act: str) -> str:
    """What was asked of a batch, as a refusal names it."""
    return {
        "read": tr("查看"),
        "type": tr("录入"),
        "take_back": tr("撤回"),
        "drop": tr("删除"),
        "confirm": tr("核对确认"),
        "hand_over": tr("交第二人录入"),
        "compare": tr("比对"),
        "retype": tr("重录差异"),
        "settle": tr("裁定差异"),
    }.get(act.removeprefix("slips."), act)


def counters_rated(found: Iterable[CounterRated]) -> str:
    """Who counts though he is rated, or a relative is, and that others had better; nothing where nobody does."""
    told = tr("；").join(map(_counter_rated, found))
    return told and tr("{told}。计票、监票最好由本人和近亲属都不在本轮被测评的人办；已录的批次照样有效。", told=told)


def _counter_rated(found: CounterRated) -> str:
    if found.why is Part.SELF:
        return tr("{name}本人在本轮被测评", name=found.name)
    if found.why is Part.KIN:
        return tr("{name}的近亲属{relative}在本轮被测评", name=found.name, relative=found.of)
    options = tr("、").join(found.options)
    return tr("{name}可能是{options}，本人或近亲属在本轮被测评", name=found.name, options=options)
