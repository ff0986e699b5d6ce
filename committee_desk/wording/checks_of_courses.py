"""Sentences of a check about the course of a year."""

from committee_desk.domain.course import Move, Stage
from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.courses import move_name, stage_name
from committee_desk.wording.language import tr

_KNOWN = frozenset(Move)


def _moves(facts: Facts) -> str:
    return tr("{year} 年度的流程不连续：第 {entry} 条日志的“{move}”接不上前一步。", **_named(facts))


def _acts(facts: Facts) -> str:
    return tr("第 {entry} 条日志与 {year} 年度流程中的“{move}”对不上。", **_named(facts))


def _rests(facts: Facts) -> str:
    stage = str(facts["stage"])
    named = stage_name(Stage(stage)) if stage in frozenset(Stage) else stage
    return tr(
        "{year} 年度是“{stage}”，却与名册、公示书或关闭的记录不符（第 {entry} 条日志）。", **{**facts, "stage": named}
    )


def _named(facts: Facts) -> Facts:
    move = str(facts["move"])
    return {**facts, "move": move_name(Move(move)) if move in _KNOWN else move}


OF_COURSES: dict[str, Told] = {
    "course.moves": (_moves, restore),
    "course.acts": (_acts, restore),
    "course.rests": (_rests, restore),
}
"""By code: what is said, and what to do about it."""
