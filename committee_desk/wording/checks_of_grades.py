"""Sentences of a check about lists of grades and what they rest on."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _stage(facts: Facts) -> Facts:
    names = {"proposed": tr("等次建议"), "approved": tr("审议通过的等次")}
    return {**facts, "stage": names.get(str(facts.get("stage")), facts.get("stage"))}


def _list(facts: Facts) -> str:
    return tr("{year} 年度{stage}第 {version} 版读不出，或与其指纹不符（第 {entry} 条日志）。", **_stage(facts))


def _as_journalled(facts: Facts) -> str:
    return tr("{year} 年度{stage}第 {version} 版与第 {entry} 条日志所记不符。", **_stage(facts))


def _sequence(facts: Facts) -> str:
    return tr("{year} 年度{stage}的各版不连续，最新为第 {version} 版（第 {entry} 条日志）。", **_stage(facts))


def _rules(facts: Facts) -> str:
    return tr(
        "{year} 年度{stage}第 {version} 版的优秀超过名额，或有人的等次与业绩考评、状态不符（第 {entry} 条日志）。",
        **_stage(facts),
    )


def _reviewed(facts: Facts) -> str:
    return tr("工号 {code} 的等次在 {year} 年度审议通过时还没有业务能力评审意见（第 {entry} 条日志）。", **facts)


def _choice(facts: Facts) -> str:
    return tr("工号 {code} 在 {year} 年度所改的等次不认识、没有理由或没有会议（第 {entry} 条日志）。", **facts)


def _decision(facts: Facts) -> str:
    return tr("{year} 年度等次审议的一项决定读不出、没有文号或自相矛盾（第 {entry} 条日志）。", **facts)


def _review(facts: Facts) -> str:
    return tr("工号 {code} 的 {year} 年度业务能力评审不完整（第 {entry} 条日志）。", **facts)


OF_GRADES: dict[str, Told] = {
    "grades.list": (_list, restore),
    "grades.as_journalled": (_as_journalled, restore),
    "grades.sequence": (_sequence, restore),
    "grades.rules": (_rules, restore),
    "grades.reviewed": (_reviewed, restore),
    "grades.choice": (_choice, restore),
    "grades.decision": (_decision, restore),
    "grades.review": (_review, restore),
}
"""By code: what is said, and what to do about it."""
