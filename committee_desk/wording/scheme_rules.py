"""The rules of a scheme in words: each indicator's, and each of the dictionaries and lines that they use."""

from collections.abc import Mapping
from decimal import Decimal

from committee_desk.domain.explanation import Fact, Step
from committee_desk.domain.scheme import Effect, Indicator, RuleKind, SanctionEffect, Scheme
from committee_desk.domain.scores import Grade
from committee_desk.domain.standards import ALL_CASES, Measure, MinimumStandard
from committee_desk.wording.dictionary import dictionary_word, dictionary_words
from committee_desk.wording.explained_rules import rule_in_words
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import stated, stated_with_sign
from committee_desk.wording.scheme_names import named


def indicator_rule(indicator: Indicator, scheme: Scheme, year: int) -> str:
    """How the indicator is come by, as an explanation and a grade sheet say it."""
    facts: dict[str, Fact] = {"maximum": indicator.maximum}
    if indicator.rule is RuleKind.CASE_REVIEW:
        facts |= {"dictionary": _points(scheme, year)}
    elif indicator.rule is RuleKind.LEDGER:
        facts |= {"start": indicator.start, "takes_bonus": int(indicator.takes_workload_bonus)}
        facts |= {"slope": scheme.workload_slope, "most": scheme.workload_maximum}
    elif indicator.rule is RuleKind.BALLOTS:
        weights = "、".join(f"{each} {stated(weight)}" for each, weight in scheme.ballot_weights.items())
        facts |= {"trimmed_from": scheme.trimmed_from, "weights": weights}
    return rule_in_words(Step(str(indicator.rule), facts))


def rule_kind(kind: RuleKind) -> str:
    """The way of scoring, in a word or two."""
    return {
        RuleKind.WORKLOAD: tr("办案工作量"),
        RuleKind.CASE_REVIEW: tr("案件评查"),
        RuleKind.IN_TIME: tr("期限内审结"),
        RuleKind.LEDGER: tr("加减分"),
        RuleKind.LEADER_MARKS: tr("领导评分"),
        RuleKind.BALLOTS: tr("测评票"),
    }[kind]


def _points(scheme: Scheme, year: int) -> str:
    if not scheme.review_dictionaries:
        return ""
    return "，".join(f"{grade} {stated_with_sign(points)}" for grade, points in scheme.review_points(year).items())


def case_rule(scheme: Scheme) -> str:
    """How much a case weighs."""
    cases = scheme.cases
    return tr(
        "折合件数 = 分担比例 × 类别权重 × 系数。系数取三者中最大的：1、经认定的难度系数、"
        "涉案人数超过 {persons} 人时 1 + {added} ×（人数 − {persons}）；不超过 {largest}。",
        persons=stated(cases.persons_without_addition),
        added=stated(cases.addition_per_person),
        largest=stated(cases.largest_coefficient),
    )


def bonus_rule(scheme: Scheme) -> str:
    """What work beyond the target brings."""
    return tr(
        "折合件数超过目标的部分 ÷ 目标 × {slope} 分，计入加分，最多 {most} 分。",
        slope=stated(scheme.workload_slope),
        most=stated(scheme.workload_maximum),
    )


def review_rule(scheme: Scheme) -> str:
    """What review grades bring."""
    return tr(
        "按案件审结年度用当年的评查等次；每件在办案质量上加减，不按分担比例打折。{best}件数用于同分排序。",
        best=dictionary_word(scheme.best_review),
    )


def ballot_rule(scheme: Scheme) -> str:
    """How ballots are counted."""
    return tr(
        "弃权不计；一类满 {trimmed_from} 票的去掉一个最高分和一个最低分；没有票的类别不计，其余按比例增加；"
        "等次票的折合分：{points}。",
        trimmed_from=stated(scheme.trimmed_from),
        points=ballot_points(scheme.ballot_points),
    )


def ballot_points(points: Mapping[Grade, Decimal]) -> str:
    """What each grade on a ballot counts: 优秀 95、称职 85、…"""
    return tr("、").join(f"{dictionary_word(str(grade))} {stated(counts)}" for grade, counts in points.items())


def leave_rule(scheme: Scheme) -> str:
    """What leave does."""
    return tr(
        "每月 15 日在岗的计 1 个月；当日在一次 {days} 天以上请假中的，该月不计。"
        "{kinds}合计超过全年一半的，不确定等次。",
        days=stated(scheme.month_lost_from_days),
        kinds=dictionary_words(scheme.no_grade_leave),
    )


def sanction_rule(effect: SanctionEffect) -> str:
    """What one kind of decision does."""
    said = effect_word(effect.effect)
    if effect.after_by_term:
        return tr("{effect}，此后按期限（年）不确定等次", effect=said)
    if effect.years_after:
        return tr("{effect}，此后 {years} 年不确定等次", effect=said, years=stated(effect.years_after))
    return said


def effect_word(effect: Effect) -> str:
    """What a decision does to its own year."""
    return {
        Effect.NONE: tr("记录，不影响等次"),
        Effect.NOT_EXCELLENT: tr("不得评为优秀"),
        Effect.NO_GRADE: tr("不确定等次"),
        Effect.INCOMPETENT: tr("评为不称职"),
        Effect.PENDING: tr("结案前不定等次"),
    }[effect]


def grade_rule(scheme: Scheme) -> str:
    """The lines of both grades."""
    performance = (
        tr("{grade} {line} 以上", grade=dictionary_word(grade), line=f"{stated(line * 100)}%")
        for grade, line in scheme.performance_grades.items()
    )
    yearly = (
        tr("{grade} {line} 分以上", grade=dictionary_word(grade), line=stated(line))
        for grade, line in scheme.grades.items()
    )
    return tr(
        "业绩考评按业绩得分占满分：{performance}。年度等次按总分：{yearly}；优秀还须业绩考评优秀或良好，"
        "业绩考评不合格的至多基本称职。",
        performance=tr("、").join(performance),
        yearly=tr("、").join(yearly),
    )


def quota_rule(scheme: Scheme) -> str:
    """The places for 优秀, and who is reviewed before grading."""
    if not scheme.review_percent:
        return tr("优秀不超过应参加人数的 {quota}%，舍去小数；不设先评审后定等次。", quota=stated(scheme.quota_percent))
    return tr(
        "优秀不超过应参加人数的 {quota}%，舍去小数；排名最后 {review}%（至少 1 人）先评审、后定等次。",
        quota=stated(scheme.quota_percent),
        review=stated(scheme.review_percent),
    )


def monthly_rule(scheme: Scheme) -> str:
    """Whether the monthly sheet ranks."""
    if scheme.monthly_rank:
        return tr("月度公布表列名次，按累计总分排列，总分相同的名次相同；人员仍按部门、工号排列。")
    return tr("月度公布表不列名次，人员按部门、工号排列。")


def standard_rule(standard: MinimumStandard, scheme: Scheme) -> str:
    """One minimum standard."""
    work, least = work_name(standard.work, scheme), stated(standard.least)
    said = {
        Measure.CASES: tr("{work}：全年不少于 {least} 件", work=work, least=least),
        Measure.EVENTS: tr("{work}：全年不少于 {least} 项", work=work, least=least),
        Measure.POINTS: tr("{work}：全年加减分合计不低于 {least} 分", work=work, least=least),
    }
    return said[standard.measure]


def standards_rule() -> str:
    """How minimum standards are applied."""
    return tr("按在岗月数和办案系数折算；案件按分担比例计。最低标准只提醒，不改变得分。")


def work_name(work: str, scheme: Scheme) -> str:
    """The work that a standard speaks of."""
    if work == ALL_CASES:
        return tr("各类案件")
    indicator = scheme.indicator(work)
    return named(indicator.name) if indicator is not None else dictionary_word(work)


def measure_word(measure: Measure) -> str:
    """What a standard counts."""
    return {Measure.CASES: tr("件数"), Measure.EVENTS: tr("事项数"), Measure.POINTS: tr("分值")}[measure]
