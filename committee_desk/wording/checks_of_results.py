"""Sentences of a check about results, their notices and signatures, and archived years."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _sheet(facts: Facts) -> str:
    return tr(
        "工号 {code} 的 {year} 年度考核结果第 {version} 版所锁定的确认表数据，与其指纹、日志或所定等次不符"
        "（第 {entry} 条日志）。",
        **facts,
    )


def _decision(facts: Facts) -> str:
    return tr(
        "工号 {code} 的 {year} 年度考核结果第 {version} 版没有相应的院党组决定，或等次、名册与决定不符"
        "（第 {entry} 条日志）。",
        **facts,
    )


def _versions(facts: Facts) -> str:
    return tr(
        "工号 {code} 的 {year} 年度考核结果各版不连续，或第 {version} 版没有写明取代哪一版、为何"
        "（第 {entry} 条日志）。",
        **facts,
    )


def _list(facts: Facts) -> str:
    return tr("{year} 年度院党组第 {number} 号决定与审议通过的名册不符，或没有文号（第 {entry} 条日志）。", **facts)


def _delivery(facts: Facts) -> str:
    return tr(
        "工号 {code} 的 {year} 年度结果通知书（第 {version} 版）早于决定，编号、送达方式、送达人不对，"
        "或缺少见证人、知道日期的凭证（第 {entry} 条日志）。",
        **facts,
    )


def _remedies(facts: Facts) -> str:
    return tr(
        "工号 {code} 的 {year} 年度结果通知书（第 {version} 版）所载救济途径或最后一日不对（第 {entry} 条日志）。",
        **facts,
    )


def _signature(facts: Facts) -> str:
    return tr(
        "工号 {code} 对 {year} 年度考核结果第 {version} 版的签名早于送达、意见不认识，或拒签没有两名不同的见证人"
        "（第 {entry} 条日志）。",
        **facts,
    )


def _archived(facts: Facts) -> str:
    return tr(
        "{year} 年度已归档（第 {entry} 条日志），工号 {code} 的考核结果第 {version} 版却没有签名或没有归档。", **facts
    )


def _written_later(facts: Facts) -> str:
    return tr("工号 {code} 的 {year} 年度考核结果第 {version} 版归档以后又有改动（第 {entry} 条日志）。", **facts)


OF_RESULTS: dict[str, Told] = {
    "results.sheet": (_sheet, restore),
    "results.decision": (_decision, restore),
    "results.versions": (_versions, restore),
    "results.list": (_list, restore),
    "results.delivery": (_delivery, restore),
    "results.remedies": (_remedies, restore),
    "results.signature": (_signature, restore),
    "results.archived": (_archived, restore),
    "results.written_later": (_written_later, restore),
}
"""By code: what is said, and what to do about it."""
