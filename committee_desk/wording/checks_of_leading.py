"""Sentences of a check about kinship, charge of departments, typed marks, duty reports and opinions."""

from committee_desk.wording.checks_parts import Facts, Told, correct, restore
from committee_desk.wording.language import tr


def _kinship(facts: Facts) -> str:
    return tr("工号 {code} 的亲属关系不认识：{kind}（第 {entry} 条日志）。", **facts)


def _relative(facts: Facts) -> str:
    return tr("工号 {code} 的亲属 {other} 是本人，或在人员里没有任职（第 {entry} 条日志）。", **facts)


def _related_twice(facts: Facts) -> str:
    return tr("工号 {code} 与 {other} 的亲属关系登记了两次（第 {entry} 条日志）。", **facts)


def _charge(facts: Facts) -> str:
    return tr("工号 {code} 分管{department}先止后起：{since} 起，{until} 止（第 {entry} 条日志）。", **facts)


def _charge_overlap(facts: Facts) -> str:
    return tr("工号 {code} 分管{department}的两段日期重叠（第 {entry} 条与第 {other} 条日志）。", **facts)


def _typed(facts: Facts) -> str:
    return tr("{rater} 对工号 {code} 的领导评价没有理由、评的是本人或评价人不明（第 {entry} 条日志）。", **facts)


def _report(facts: Facts) -> str:
    return tr("工号 {code} 的 {year} 年度述职收到日期 {received} 与年度不符（第 {entry} 条日志）。", **facts)


def _opinion(facts: Facts) -> str:
    return tr("{year} 年第 {number} 号外部意见的身份、日期、编号或内容不对（第 {entry} 条日志）。", **facts)


OF_LEADING: dict[str, Told] = {
    "people.kinship": (_kinship, restore),
    "people.relative": (_relative, correct),
    "people.related_twice": (_related_twice, restore),
    "people.charge": (_charge, restore),
    "people.charge_overlap": (_charge_overlap, restore),
    "ratings.typed": (_typed, restore),
    "ratings.report": (_report, restore),
    "ratings.opinion": (_opinion, restore),
}
"""By code: what is said, and what to do about it."""
