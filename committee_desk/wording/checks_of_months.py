"""Sentences of a check about months, their sheets and quarterly grades."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _known(facts: Facts) -> str:
    return tr("{year} 年 {month} 月的状态不认识，或没有这个月：{state}（第 {entry} 条日志）。", **facts)


def _order(facts: Facts) -> str:
    return tr("{year} 年 {month} 月关账时，前面还有月份从未关账（第 {entry} 条日志）。", **facts)


def _without_sheet(facts: Facts) -> str:
    return tr("{year} 年 {month} 月记为已公布，却没有公布表（第 {entry} 条日志）。", **facts)


def _sequence(facts: Facts) -> str:
    return tr(
        "{year} 年 {month} 月{category}公布表的各版不连续或有被结束的，最新为第 {version} 版（第 {entry} 条日志）。",
        **facts,
    )


def _figures(facts: Facts) -> str:
    return tr(
        "{year} 年 {month} 月{category}公布表第 {version} 版读不出，或各部分加不到累计总分（第 {entry} 条日志）。",
        **facts,
    )


def _as_journalled(facts: Facts) -> str:
    return tr("{year} 年 {month} 月{category}公布表第 {version} 版与第 {entry} 条日志所记不符。", **facts)


def _grade(facts: Facts) -> str:
    return tr(
        "工号 {code} 的 {year} 年第 {quarter} 季度平时考核等次“{grade}”不认识或没有理由（第 {entry} 条日志）。", **facts
    )


OF_MONTHS: dict[str, Told] = {
    "months.known": (_known, restore),
    "months.order": (_order, restore),
    "months.without_sheet": (_without_sheet, restore),
    "months.sequence": (_sequence, restore),
    "months.figures": (_figures, restore),
    "months.as_journalled": (_as_journalled, restore),
    "months.grade": (_grade, restore),
}
"""By code: what is said, and what to do about it."""
