"""The rules of indicators in words, with their numbers."""

from collections.abc import Callable

from committee_desk.domain.explanation import Step
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import stated


def rule_in_words(step: Step) -> str:
    """The rule that a step names, with its numbers."""
    return _RULES[step.kind](step)


def _workload_rule(rule: Step) -> str:
    return tr(
        "折合件数 ÷ 目标件数，达到目标得满分 {maximum} 分。折合件数 = 分担比例 × 类别权重 × 难度系数；"
        "部门基数 = 12 × 部门案件折合件数 ÷ 部门检察官在岗月数（按办案系数折算）；"
        "目标 = 部门基数 × 在岗月数 × 办案系数 ÷ 12。",
        maximum=stated(rule.facts["maximum"]),
    )


def _review_rule(rule: Step) -> str:
    return tr(
        "评查均分（实体＋程序，按分担比例加权）× {maximum}/100，"
        "再按评查等次加减（{dictionary}），不低于 0、不高于 {maximum} 分。",
        maximum=stated(rule.facts["maximum"]),
        dictionary=tr("，").join(map(_grade_and_points, str(rule.facts["dictionary"]).split("，"))),
    )


def _grade_and_points(each: str) -> str:
    """A grade with its points: 优质 +0.5."""
    grade, _, points = each.rpartition(" ")
    return f"{dictionary_word(grade)} {points}"


def _in_time_rule(rule: Step) -> str:
    return tr(
        "期限内审结的案件 ÷ 有办理期限的案件（按分担比例）× {maximum} 分。", maximum=stated(rule.facts["maximum"])
    )


def _ledger_rule(rule: Step) -> str:
    told = rule.facts
    if told["takes_bonus"]:
        return tr(
            "基准 {start} 分，加本年加分事项，再加办案数量超额加分（超出目标部分 × {slope}，最多 {most} 分），"
            "合计不低于 0、不高于 {maximum} 分。",
            start=stated(told["start"]),
            slope=stated(told["slope"]),
            most=stated(told["most"]),
            maximum=stated(told["maximum"]),
        )
    return tr(
        "基准 {start} 分，按本年加减分事项累计，不低于 0、不高于 {maximum} 分。",
        start=stated(told["start"]),
        maximum=stated(told["maximum"]),
    )


def _leader_rule(rule: Step) -> str:
    return tr("领导评分的平均分 × {maximum}/100。", maximum=stated(rule.facts["maximum"]))


def _ballot_rule(rule: Step) -> str:
    return tr(
        "弃权不计；一类满 {trimmed_from} 票的去掉一个最高分和一个最低分后平均；各类按权重（{weights}）加权，"
        "没有票的类别不计，其余按比例增加；× {maximum}/100。",
        trimmed_from=stated(rule.facts["trimmed_from"]),
        weights=tr("、").join(str(rule.facts["weights"]).split("、")),
        maximum=stated(rule.facts["maximum"]),
    )


_RULES: dict[str, Callable[[Step], str]] = {
    "workload": _workload_rule,
    "case_review": _review_rule,
    "in_time": _in_time_rule,
    "ledger": _ledger_rule,
    "leader_marks": _leader_rule,
    "ballots": _ballot_rule,
}
