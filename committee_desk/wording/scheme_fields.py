"""The places of a scheme in words: 办案数量 · 满分 for `quantity.maximum`, and what stands there."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from committee_desk.domain.scheme import Effect, RuleKind, SanctionEffect, Scheme
from committee_desk.domain.scheme_changes import Doubt, FieldChange, SchemeWarning
from committee_desk.domain.scheme_file import load
from committee_desk.domain.standards import Measure
from committee_desk.services.schemes import SHIPPED, scheme_text
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import stated
from committee_desk.wording.scheme_names import named
from committee_desk.wording.scheme_rules import measure_word, rule_kind, sanction_rule, work_name

NUMBER = re.compile(r"-?\d+(\.\d+)?")


def place_in_words(where: str, *schemes: Scheme) -> str:
    """The place, by the names of whichever of the schemes knows it."""
    head, _, rest = where.partition(".")
    said = _PLACES.get(where)
    if said is not None:
        return said()
    if head in _SECTIONS:
        return f"{_SECTIONS[head]()} · {_inner(head, rest, schemes)}"
    for scheme in schemes:
        for part in scheme.parts:
            if rest == "part_name" and part.id == head:
                return tr("部分“{part}”的名称", part=named(part.name))
        indicator = scheme.indicator(head)
        if indicator is not None:
            return f"{named(indicator.name)} · {_FIELDS[rest]()}" if rest in _FIELDS else named(indicator.name)
    return f"{head} · {_FIELDS[rest]()}" if rest in _FIELDS else where


def place_by_itself(where: str) -> str:
    """The place as a journal entry says it, where no scheme is at hand but those that come with the program."""
    return place_in_words(where, *_shipped())


@cache
def _shipped() -> tuple[Scheme, ...]:
    return tuple(load(scheme_text(each)) for each in SHIPPED.values())


def _inner(head: str, rest: str, schemes: tuple[Scheme, ...]) -> str:
    if head == "minimum_standards":
        work, _, measure = rest.rpartition(".")
        said = next((name for each in schemes if (name := work_name(work, each)) != work), dictionary_word(work))
        return f"{said} {measure_word(Measure(measure))}" if measure in set(Measure) else rest
    if head == "reviews":
        since, _, grade = rest.partition(".")
        said = tr("历年") if since == "always" else tr("{year} 年起", year=since)
        return f"{said} {dictionary_word(grade)}"
    if head == "ballots" and rest.startswith("points."):
        return tr("等次票：{grade}折合", grade=dictionary_word(rest.removeprefix("points.")))
    if head == "ballots":
        return tr("{letter} 类权重", letter=rest.removeprefix("weights."))
    return dictionary_word(rest.removeprefix("weights."))


def value_in_words(where: str, value: str | None, *schemes: Scheme) -> str:
    """What stands in that place."""
    if value is None:
        return tr("没有")
    if where.startswith("sanctions."):
        effect, _, after = value.partition(" ")
        by_term = after == "term"
        return sanction_rule(SanctionEffect(Effect(effect), 0 if by_term else int(after), by_term))
    field = where.rpartition(".")[2]
    if field == "rule":
        return rule_kind(RuleKind(value))
    if field in {"takes_workload_bonus", "monthly_rank"}:
        return tr("是") if value == "yes" else tr("否")
    if field == "part":
        return next((named(part.name) for each in schemes for part in each.parts if part.id == value), value)
    return named(value) if field in {"name", "part_name"} else _figure(value)


def _figure(value: str) -> str:
    """A number with the sign that numbers have here; any other word as it is."""
    return stated(Decimal(value)) if NUMBER.fullmatch(value) else value


def change_in_words(change: FieldChange, before: Scheme, after: Scheme) -> tuple[str, str, str]:
    """The place, what stood there and what stands there."""
    return (
        place_in_words(change.where, after, before),
        value_in_words(change.where, change.before, before, after),
        value_in_words(change.where, change.after, after, before),
    )


def doubt_in_words(warning: SchemeWarning) -> str:
    """One sentence for what is worth a second look."""
    told = warning.facts
    return {
        Doubt.TOO_MANY_INDICATORS: lambda: tr(
            "共有 {count} 项指标，超过 {most} 项。指标体系不宜太过繁琐，请考虑合并或删去一些。", **told
        ),
        Doubt.QUALITY_NOT_LARGEST: lambda: tr(
            "“{larger}”的满分高于“{quality}”。考核应以质量为主导，请确认是否有意如此。",
            larger=named(str(told["larger"])),
            quality=named(str(told["quality"])),
        ),
        Doubt.QUOTA_NEEDS_APPROVAL: lambda: tr(
            "优秀名额为 {percent}%，超过 20% 的须经同级公务员主管部门同意，请在理由中写明批准文号。", **told
        ),
    }[warning.doubt]()


_PLACES: dict[str, Callable[[], str]] = {
    "name": lambda: tr("方案名称"),
    "cases.persons_without_addition": lambda: tr("不加系数的涉案人数"),
    "cases.addition_per_person": lambda: tr("每多一人增加的系数"),
    "cases.largest_coefficient": lambda: tr("系数上限"),
    "workload_bonus.slope": lambda: tr("超额加分系数"),
    "workload_bonus.maximum": lambda: tr("超额加分上限"),
    "reviews.best": lambda: tr("用于同分排序的评查等次"),
    "ballots.trimmed_from": lambda: tr("去掉最高最低分的最少票数"),
    "ballots.weights": lambda: tr("测评票权重合计"),
    "leave.month_lost_from_days": lambda: tr("不计在岗月的请假天数"),
    "leave.no_grade_kinds": lambda: tr("超过半年不确定等次的请假"),
    "quota_percent": lambda: tr("优秀名额比例（%）"),
    "review_percent": lambda: tr("评审比例（%）"),
    "monthly_rank": lambda: tr("月度公布表列名次"),
}

_SECTIONS: dict[str, Callable[[], str]] = {
    "cases": lambda: tr("案件类别权重"),
    "reviews": lambda: tr("评查等次"),
    "ballots": lambda: tr("测评票"),
    "sanctions": lambda: tr("处分影响"),
    "performance_grades": lambda: tr("业绩考评等次线"),
    "grades": lambda: tr("年度等次线"),
    "minimum_standards": lambda: tr("最低标准"),
}

_FIELDS: dict[str, Callable[[], str]] = {
    "name": lambda: tr("名称"),
    "part": lambda: tr("所属部分"),
    "rule": lambda: tr("计分方式"),
    "maximum": lambda: tr("满分"),
    "start": lambda: tr("起始分"),
    "takes_workload_bonus": lambda: tr("计入办案超额加分"),
}
