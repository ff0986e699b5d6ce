"""The stages of a year's process and its moves in words."""

from committee_desk.domain.course import Move, Stage
from committee_desk.wording.language import tr


def stage_name(stage: Stage) -> str:
    """How far a year is."""
    return {
        Stage.SCORING: tr("计分中"),
        Stage.PROPOSED: tr("等次建议已提出"),
        Stage.APPROVED: tr("委员会已审议通过"),
        Stage.PUBLISHED: tr("公示中"),
        Stage.CLOSED: tr("公示已截止"),
        Stage.ARCHIVED: tr("已归档"),
    }[stage]


def move_name(move: Move) -> str:
    """What is done."""
    return {
        Move.PROPOSE: tr("提出等次建议"),
        Move.APPROVE: tr("审议通过等次"),
        Move.POST: tr("张贴公示"),
        Move.CLOSE: tr("关闭公示"),
        Move.WITHDRAW: tr("撤回等次建议"),
        Move.RETURN: tr("退回审议"),
        Move.TAKE_BACK: tr("撤回公示"),
        Move.PUBLISH_AGAIN: tr("退回重新公示"),
        Move.ARCHIVE: tr("归档"),
        Move.REOPEN: tr("更正已归档的年度"),
    }[move]
