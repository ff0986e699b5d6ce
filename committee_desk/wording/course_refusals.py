"""Sentences for what a year's process refuses."""

from committee_desk.domain.course import ORDER, StepNotPossible
from committee_desk.wording.courses import move_name, stage_name
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


@says(StepNotPossible)
def _step_not_possible(error: StepNotPossible) -> str:
    facts = {"year": error.year, "move": move_name(error.move), "stage": stage_name(error.stage)}
    if error.stage is error.move.goal:
        return tr("{year} 年度已经是“{stage}”，不用再办“{move}”。请核对是否已由他人办理。", **facts)
    origin, passed = error.move.origin, ORDER.index(error.stage) > ORDER.index(error.move.origin)
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
