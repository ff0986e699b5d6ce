"""Sentences of a check about typed events, drafts and batch lines."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _number(facts: Facts) -> str:
    return tr("登记号 {number} 有 {count} 条加减分，应只有一条（第 {entry} 条日志）。", **facts)


def _draft_whole(facts: Facts) -> str:
    return tr("登记号 {number} 什么都不缺，却仍是草稿、没有计入（第 {entry} 条日志）。", **facts)


def _draft_month(facts: Facts) -> str:
    return tr("登记号 {number} 的草稿记在 {month} 月，与年度或日期不符（第 {entry} 条日志）。", **facts)


def _line(facts: Facts) -> str:
    return tr("{month} 月第 {line} 批的指标 {indicator}、人员类别或月份不存在（第 {entry} 条日志）。", **facts)


def _line_gap(facts: Facts) -> str:
    return tr("{month} 月指标 {indicator} 的批次不是从 1 到 {line} 连续编号（第 {entry} 条日志）。", **facts)


def _off_the_grid(facts: Facts) -> str:
    return tr("登记号 {number} 记在第 {line} 批，日期却不是月末（第 {entry} 条日志）。", **facts)


def _cell_twice(facts: Facts) -> str:
    return tr("工号 {code} 在同一批（第 {line} 批）有两条加减分（登记号 {number}，第 {entry} 条日志）。", **facts)


OF_ENTRY: dict[str, Told] = {
    "events.number": (_number, restore),
    "events.draft_whole": (_draft_whole, restore),
    "events.draft_month": (_draft_month, restore),
    "events.line": (_line, restore),
    "events.line_gap": (_line_gap, restore),
    "events.off_the_grid": (_off_the_grid, restore),
    "events.cell_twice": (_cell_twice, restore),
}
"""By code: what is said, and what to do about it."""
