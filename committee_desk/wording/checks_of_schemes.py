"""Sentences of a check about versions and drafts of schemes."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _versions(facts: Facts) -> str:
    return tr(
        "{year} 年度{category}考核方案的各版不连续，或没有决定文号和日期，见第 {version} 版（第 {entry} 条日志）。",
        **{**facts, "version": facts["version"] if facts["version"] is not None else "?"},
    )


def _drafts(facts: Facts) -> str:
    return tr("{year} 年度{category}考核方案的草稿读不出，或不属于这类人员（第 {entry} 条日志）。", **facts)


OF_SCHEMES: dict[str, Told] = {"schemes.versions": (_versions, restore), "schemes.drafts": (_drafts, restore)}
