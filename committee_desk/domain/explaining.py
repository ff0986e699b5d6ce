"""Explaining a person's figures: for every indicator the rule, the arithmetic and what went in, with its source.

The ratios come from the very rules that score; only what is said about them is put together here.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.duty import middles_on_duty, touches
from committee_desk.domain.events import Event, Register, beyond_bounds
from committee_desk.domain.exact import EQUIVALENT, POINT, Ratio, as_fraction, half_up
from committee_desk.domain.explaining_ballots import explain_ballots
from committee_desk.domain.explaining_cases import explain_in_time, explain_reviews, explained_case
from committee_desk.domain.explanation import Explained, Fact, IndicatorExplanation, Input, Step, written
from committee_desk.domain.people import Category
from committee_desk.domain.person_facts import PersonFacts
from committee_desk.domain.scheme import Indicator, Part, RuleKind, Scheme
from committee_desk.domain.scoring import RATINGS, Scoring, printed_points
from committee_desk.domain.sources import Traced
from committee_desk.domain.workload import Baseline

MONTHS = 12


class _Subject(NamedTuple):
    """Whom and what is being explained."""

    indicator: Indicator
    facts: PersonFacts


class Explaining:
    """Explains indicators by one scoring of a year."""

    def __init__(self, scoring: Scoring) -> None:
        self._scoring = scoring
        self._scheme: Scheme = scoring.scheme
        self._year = scoring.inputs.year

    def _explain(self, of: _Subject) -> Explained:
        """By the indicator's kind of rule."""
        match of.indicator.rule:
            case RuleKind.WORKLOAD:
                return self._workload(of)
            case RuleKind.CASE_REVIEW:
                return explain_reviews(self._scheme, of.indicator, of.facts, self._year)
            case RuleKind.IN_TIME:
                return explain_in_time(of.indicator, of.facts)
            case RuleKind.LEDGER:
                return self._ledger(of)
            case RuleKind.LEADER_MARKS:
                return _leader_marks(of)
            case RuleKind.BALLOTS:
                return self._ballots(of)

    def indicators(self, facts: PersonFacts) -> tuple[IndicatorExplanation, ...]:
        """Every indicator of that person, in the scheme's order."""
        found: list[IndicatorExplanation] = []
        for part in self._scheme.parts:
            ratios = {each.id: self._scoring.measure(each)(facts.code) for each in part.indicators}
            gone = [each for each in part.indicators if ratios[each.id] is None and each.rule not in RATINGS]
            fallen = sum(each.maximum for each in gone)
            rest, handed = self._handed(part, ratios, facts.code)
            for indicator in part.indicators:
                explained = self._explain(_Subject(indicator, facts))
                ratio = ratios[indicator.id]
                tail: list[Step] = []
                printed = None
                if ratio is not None:
                    if handed and indicator.rule in RATINGS:
                        tail.append(self._handed_step(facts.code, ratio, rest, handed))
                        ratio = (ratio[0] * (rest + sum(handed.values())), ratio[1] * rest)
                    printed = printed_points(ratio, part.maximum, fallen)
                    tail += _last_steps(as_fraction(*ratio), part.maximum, fallen, printed)
                elif indicator.id in handed:
                    decided = self._scoring.inputs.decided.handed[facts.code]
                    tail = [Step("hands_over", {"document": decided.document, "day": decided.day})]
                found.append(
                    IndicatorExplanation(
                        indicator=indicator.id,
                        part=part.id,
                        maximum=indicator.maximum,
                        printed=printed,
                        rule=explained.rule,
                        steps=(*explained.steps, *tail),
                        inputs=tuple(explained.inputs),
                    )
                )
        return tuple(found)

    def _handed(self, part: Part, ratios: Mapping[str, Ratio | None], code: str) -> tuple[int, dict[str, int]]:
        """The points of the part's marked ratings, and those that unmarked ones hand to them by decision."""
        ratings = {each.id: each.maximum for each in part.indicators if each.rule in RATINGS}
        marked = [each for each in ratings if ratios[each] is not None]
        rest, gone = self._scoring.handed_to_others(code, ratings, marked)
        return rest, {each: ratings[each] for each in gone}

    def _handed_step(self, code: str, ratio: Ratio, rest: int, handed: Mapping[str, int]) -> Step:
        before, whole = as_fraction(*ratio), rest + sum(handed.values())
        decided = self._scoring.inputs.decided.handed[code]
        facts: dict[str, Fact] = {"before": before, "whole": whole, "rest": rest, "after": before * whole / rest}
        return Step("handed", {**facts, "document": decided.document, "day": decided.day})

    def _workload(self, of: _Subject) -> Explained:
        code, maximum = of.facts.code, of.indicator.maximum
        rule = Step("workload", {"maximum": maximum})
        cases = [explained_case(self._scheme, share) for share, _ in of.facts.cases]
        own = self._scoring.own_cases.get(code)
        equivalent = as_fraction(own.equivalent if own else 0, EQUIVALENT)
        steps = [Step("equivalent", {"cases": len(cases), "equivalent": equivalent})]
        steps += [
            Step("target_in", self._baseline_facts(duty.department) | self._target_facts(duty.department, duty.weighed))
            for duty in self._scoring.duties.get(code, ())
        ]
        inputs = [*self._baselines(code), *self._months(of.facts), *cases]
        target = self._scoring.target(code)
        if target is None:
            return Explained(rule, [*steps, Step("no_target", {})], inputs)
        expected = as_fraction(*target) / EQUIVALENT
        ratio = equivalent / expected
        steps.append(Step("ratio", {"equivalent": equivalent, "target": expected, "ratio": ratio}))
        steps.append(
            Step("workload_points", {"maximum": maximum, "ratio": ratio, "points": maximum * min(Fraction(1), ratio)})
        )
        return Explained(rule, steps, inputs)

    def _baselines(self, code: str) -> list[Input]:
        return [Input("baseline", self._baseline_facts(duty.department)) for duty in self._scoring.duties.get(code, ())]

    def _baseline_facts(self, department: str) -> dict[str, Fact]:
        baseline = self._scoring.baselines[department]
        return {
            "department": department,
            "equivalent": as_fraction(baseline.equivalent, EQUIVALENT),
            "weighed": as_fraction(baseline.weighed, POINT),
            "baseline": _yearly(baseline),
            "office_wide": int(baseline.office_wide),
        }

    def _target_facts(self, department: str, weighed: int | Fraction) -> dict[str, Fact]:
        own = as_fraction(weighed, POINT)
        return {"own_months": own, "target": _yearly(self._scoring.baselines[department]) * own / MONTHS}

    def _months(self, facts: PersonFacts) -> list[Input]:
        """Each stay with the months it counts for, then how many months on leave do not count.

        Kind and days of leave stay in 人员: with them anyone could tell long leave from an open investigation.
        """
        away, middles = self._scoring.away.get(facts.code, []), self._scoring.middles
        category = Category(self._scheme.category)
        stays = [stay for stay in facts.stays if stay.fact.category is category and touches(stay.fact, self._year)]
        months = [
            Input(
                kind="months",
                facts={
                    "department": stay.fact.department,
                    "months": len(middles_on_duty(stay.fact, away, middles)),
                    "factor": stay.fact.factor,
                    "since": written(stay.fact.since),
                    "until": written(stay.fact.until),
                },
                source=stay.source,
                headings=("部门", "到岗日期", "离岗日期", "办案系数"),
            )
            for stay in stays
        ]
        counted = {middle for stay in stays for middle in middles_on_duty(stay.fact, away, middles)}
        here = {middle for stay in stays for middle in middles_on_duty(stay.fact, (), middles)}
        lost = len(here - counted)
        return [*months, Input("months_not_counted", {"months": lost})] if lost else months

    def _ledger(self, of: _Subject) -> Explained:
        indicator, code = of.indicator, of.facts.code
        events = [each for each in of.facts.events if each.fact.indicator == indicator.id]
        added = sum((Fraction(each.fact.points) for each in events), Fraction(0))
        total = Fraction(indicator.start) + added
        bonus = Fraction(0)
        steps = [Step("start", {"start": indicator.start}), Step("events", {"events": len(events), "points": added})]
        if indicator.takes_workload_bonus:
            bonus = as_fraction(*self._scoring.workload_bonus(code))
            total += bonus
            steps.append(self._bonus_step(code, bonus))
        if not 0 <= total <= indicator.maximum:
            steps.append(Step("held", {"sum": total, "maximum": indicator.maximum}))
        points = [Fraction(each.fact.points) for each in events]
        lost = beyond_bounds(Fraction(indicator.start), indicator.maximum, points, bonus)
        registers = of.facts.registers
        inputs = [_event(each, registers.get(each.fact), beyond) for each, beyond in zip(events, lost, strict=True)]
        facts: dict[str, Fact] = {
            "start": indicator.start,
            "maximum": indicator.maximum,
            "takes_bonus": int(indicator.takes_workload_bonus),
            "slope": self._scheme.workload_slope,
            "most": self._scheme.workload_maximum,
        }
        return Explained(Step("ledger", facts), steps, inputs)

    def _bonus_step(self, code: str, bonus: Fraction) -> Step:
        target, own = self._scoring.target(code), self._scoring.own_cases.get(code)
        ratio = None if target is None else as_fraction(own.equivalent if own else 0) / as_fraction(*target)
        most, slope = self._scheme.workload_maximum, self._scheme.workload_slope
        return Step("workload_bonus", {"ratio": ratio, "slope": slope, "most": most, "bonus": bonus})

    def _ballots(self, of: _Subject) -> Explained:
        sums = self._scoring.inputs.ballots.get(of.facts.code, ())
        facts = of.facts
        return explain_ballots(self._scheme, of.indicator, sums, facts.ballot_workbooks, facts.ballot_rounds)


def _event(each: Traced[Event], register: Register | None, lost: Fraction) -> Input:
    """One event; `lost` is what of its points does not count because the ledger is full or empty."""
    return Input(
        kind="event",
        facts={
            "day": each.fact.day.isoformat(),
            "points": each.fact.points,
            "reason": each.fact.reason,
            "voucher": each.fact.voucher,
            "approver": each.fact.approver,
            "number": register.number if register else None,
            "case": register.case if register else None,
            "lost": lost,
        },
        effect=Fraction(each.fact.points),
        source=each.source,
        headings=("指标", "日期", "分值"),
        overridden=each.overridden,
    )


def _leader_marks(of: _Subject) -> Explained:
    rule = Step("leader_marks", {"maximum": of.indicator.maximum})
    inputs = [
        Input(
            "mark",
            {"rater": each.fact.rater, "mark": each.fact.mark},
            source=each.source,
            headings=("得分",),
            overridden=each.overridden,
        )
        for each in of.facts.leader_marks
    ]
    if not inputs:
        return Explained(rule, [Step("no_mark", {})], [])
    mean = sum((Fraction(each.fact.mark) for each in of.facts.leader_marks), Fraction(0)) / len(inputs)
    points = mean * of.indicator.maximum / 100
    facts: dict[str, Fact] = {"marks": len(inputs), "mean": mean, "maximum": of.indicator.maximum, "points": points}
    return Explained(rule, [Step("mark_mean", facts)], inputs)


def _yearly(baseline: Baseline) -> Fraction:
    """What a year of a whole prosecutor is expected to bring."""
    if baseline.is_zero:
        return Fraction(0)
    return MONTHS * as_fraction(baseline.equivalent, EQUIVALENT) / as_fraction(baseline.weighed, POINT)


def _last_steps(exact: Fraction, of_part: int, fallen: int, printed: int) -> list[Step]:
    steps = []
    if fallen:
        handed_on = exact * of_part / (of_part - fallen)
        facts: dict[str, Fact] = {"before": exact, "of_part": of_part, "rest": of_part - fallen, "after": handed_on}
        steps.append(Step("respread", facts))
        exact = handed_on
    if half_up(exact.numerator, exact.denominator) != printed:  # pragma: no cover - scoring and words would differ
        raise AssertionError(exact, printed)
    return [*steps, Step("printed", {"points": printed})]
