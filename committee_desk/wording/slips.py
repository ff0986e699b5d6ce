"""Batches of slips in words: how far one is, and what is done to it."""

from committee_desk.services.round_file import BatchState
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
