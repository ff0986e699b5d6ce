"""Sentences of a check about notices, their windows and their closings."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _notice(facts: Facts) -> str:
    return tr("{year} 年度公示书第 {version} 版的内容与其指纹不符（第 {entry} 条日志）。", **facts)


def _window(facts: Facts) -> str:
    return tr("{year} 年度公示书第 {version} 版的公示期缺少步骤，或所计天数不对（第 {entry} 条日志）。", **facts)


def _shortened(facts: Facts) -> str:
    return tr("{year} 年度公示书第 {version} 版的公示期被缩短（第 {entry} 条日志）。", **facts)


def _added(facts: Facts) -> str:
    return tr(
        "{year} 年度公示书第 {version} 版的公示期补计了登记时已经过去的 {day}（第 {entry} 条日志）。",
        **facts,
    )


def _posting(facts: Facts) -> str:
    return tr("{year} 年度公示书第 {version} 版在“{place}”的张贴记录不对（第 {entry} 条日志）。", **facts)


def _note(facts: Facts) -> str:
    return tr("{year} 年度公示书第 {version} 版的第 {number} 号公告或说明不对（第 {entry} 条日志）。", **facts)


def _closing(facts: Facts) -> str:
    return tr("{year} 年度公示书第 {version} 版在截止以前关闭，或关闭的日期不符（第 {entry} 条日志）。", **facts)


OF_PUBLICATIONS: dict[str, Told] = {
    "publication.notice": (_notice, restore),
    "publication.window": (_window, restore),
    "publication.shortened": (_shortened, restore),
    "publication.added": (_added, restore),
    "publication.posting": (_posting, restore),
    "publication.note": (_note, restore),
    "publication.closing": (_closing, restore),
}
"""By the code of the invariant."""
