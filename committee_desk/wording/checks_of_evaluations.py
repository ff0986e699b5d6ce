"""Sentences of a check about evaluations, findings of cause and overridden figures."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _items(facts: Facts) -> str:
    return tr("案件 {number} 的评价项目或流程监控情况读不懂（第 {entry} 条日志）。", **facts)


def _cause(facts: Facts) -> str:
    return tr("案件 {number} 的原因认定不完整或原因不认识（第 {entry} 条日志）。", **facts)


def _cause_without_case(facts: Facts) -> str:
    return tr("原因认定所指的案件 {number} 不在台账里（第 {entry} 条日志）。", **facts)


def _overriding(facts: Facts) -> str:
    return tr("第 {entry} 条日志更正的导入值（{table} 第 {row} 行）找不到它所更正的原值。", **facts)


OF_EVALUATIONS: dict[str, Told] = {
    "cases.items": (_items, restore),
    "cases.cause": (_cause, restore),
    "cases.cause_without_case": (_cause_without_case, restore),
    "trail.overriding": (_overriding, restore),
}
"""By code: what is said, and what to do about it."""
