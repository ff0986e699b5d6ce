"""Sentences of a check about what decisions on re-review did."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _vote(facts: Facts) -> str:
    return tr("{year} 年度第 {number} 号复核或更正的决定没有委员会通过的表决（第 {entry} 条日志）。", **facts)


def _list(facts: Facts) -> str:
    return tr(
        "{year} 年度第 {number} 号复核或更正决定后的名册，与决定的影响、告知的人员不符（第 {entry} 条日志）。", **facts
    )


def _informing(facts: Facts) -> str:
    return tr(
        "{year} 年度第 {number} 号复核或更正对工号 {code} 的告知读不出、早于决定，或没有告知人、方式"
        "（第 {entry} 条日志）。",
        **facts,
    )


OF_EFFECTS: dict[str, Told] = {
    "effects.vote": (_vote, restore),
    "effects.list": (_list, restore),
    "effects.informing": (_informing, restore),
}
"""By code: what is said, and what to do about it."""
