"""Scoring a year: every indicator of every person by its rule, exact until it is printed.

Nothing here knows grades or ranks; `grading` adds them. `explaining` asks the same rules for their ratios.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from copy import copy
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.duty import Duty, duties, long_leave, month_middles, scored_stays
from committee_desk.domain.exact import POINT, WEIGHT, Amount, Ratio, half_up, held, in_units
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.ratings import class_weights, peer_mean
from committee_desk.domain.scheme import Indicator, RuleKind, Scheme
from committee_desk.domain.sums import CaseSum, YearInputs
from committee_desk.domain.workload import baselines, target

CUT = 100_00
"""No total is above 100.00."""

RATINGS = (RuleKind.LEADER_MARKS, RuleKind.BALLOTS)
"""Without any mark these are not yet rated; the other rules are then not applicable and hand their points on."""

Measure = Callable[[str], Ratio | None]
"""What an indicator comes to for the person with that code, held within its bounds; None when it has no value."""


class Figures(NamedTuple):
    """One person's printed figures in hundredths, before rank and grade."""

    code: str
    stay: Stay
    indicators: dict[str, int]
    not_applicable: tuple[str, ...]
    unrated: tuple[str, ...]
    parts: dict[str, int]
    uncut: int
    total: int
    best_reviews: int


class Scoring:
    """The rules of one scheme over the inputs of one year."""

    def __init__(self, scheme: Scheme, inputs: YearInputs) -> None:
        self.scheme = scheme
        self.inputs = inputs
        self.stays = scored_stays(inputs.stays, Category(scheme.category), inputs.year, inputs.day)
        known_leave = [each for each in inputs.leave if inputs.day is None or each.since <= inputs.day]
        self.away = long_leave(known_leave, scheme.month_lost_from_days, inputs.year)
        self.middles = month_middles(inputs.year, inputs.day)
        self.duties: Mapping[str, list[Duty]] = duties(self.stays, self.away, self.middles)
        self.baselines = baselines(self.duties, inputs.cases)
        self.own_cases = _by_handler(inputs.cases)
        self._class_weights = class_weights(scheme.ballot_weights)
        self._slope = Fraction(scheme.workload_slope)
        self._most_bonus = Fraction(scheme.workload_maximum)
        self._targets = self._all_targets()
        self._measures = self._all_measures()
        self._handed = inputs.decided.handed

    def with_events(self, events: Mapping[str, Mapping[str, Amount]]) -> "Scoring":
        """The same rules over the same year with other events; nothing but ledgers depends on them."""
        following = copy(self)
        following.inputs = replace(self.inputs, events=events)
        following._measures = following._all_measures()
        return following

    def _all_measures(self) -> list[tuple[str, int, list[tuple[Indicator, Measure]]]]:
        return [
            (part.id, part.maximum, [(each, self.measure(each)) for each in part.indicators])
            for part in self.scheme.parts
        ]

    def figures(self) -> list[Figures]:
        """Everybody's figures, by code compared as text."""
        return [self.figures_of(code) for code in sorted(self.stays)]

    def measure(self, indicator: Indicator) -> Measure:
        """How that indicator is come by."""
        if indicator.rule is RuleKind.LEDGER:
            return self._ledger(indicator)
        by_kind: dict[RuleKind, Callable[[str, int], Ratio | None]] = {
            RuleKind.WORKLOAD: self._workload,
            RuleKind.CASE_REVIEW: self._case_review,
            RuleKind.IN_TIME: self._in_time,
            RuleKind.LEADER_MARKS: self._leader_marks,
            RuleKind.BALLOTS: self._ballots,
        }
        rule, maximum = by_kind[indicator.rule], indicator.maximum
        return lambda code: rule(code, maximum)

    def target(self, code: str) -> Ratio | None:
        """The case-equivalents expected of the person, in units; None when nothing is."""
        return self._targets.get(code)

    def _all_targets(self) -> dict[str, Ratio | None]:
        """Everybody's; those who share one list of months share its target."""
        by_months: dict[int, Ratio | None] = {}
        found = {}
        for code, months in self.duties.items():
            key = id(months)
            if key not in by_months:
                by_months[key] = target(months, self.baselines)
            found[code] = by_months[key]
        return found

    def workload_bonus(self, code: str) -> Ratio:
        """What the person's cases beyond the target add to the ledger that takes it."""
        expected, own = self.target(code), self.own_cases.get(code)
        if expected is None or own is None:
            return 0, 1
        slope, most = self._slope, self._most_bonus
        above, below = expected
        beyond = own.equivalent * below - above
        if beyond <= 0:
            return 0, 1
        if slope.numerator * beyond * most.denominator >= most.numerator * above * slope.denominator:
            return most.numerator, most.denominator
        return slope.numerator * beyond, above * slope.denominator

    def _workload(self, code: str, maximum: int) -> Ratio | None:
        expected = self.target(code)
        if expected is None:
            return None
        above, below = expected
        own = self.own_cases.get(code)
        return held((maximum * own.equivalent * below, above), maximum) if own else (0, 1)

    def _case_review(self, code: str, maximum: int) -> Ratio | None:
        own = self.own_cases.get(code)
        if own is None or not own.reviewed:
            return None
        return held((maximum * own.marks + own.points * own.reviewed * 100, own.reviewed * 100 * WEIGHT), maximum)

    def _in_time(self, code: str, maximum: int) -> Ratio | None:
        own = self.own_cases.get(code)
        return (maximum * own.in_time, own.with_due) if own and own.with_due else None

    def _ledger(self, indicator: Indicator) -> Measure:
        start, maximum, name = in_units(indicator.start, POINT), indicator.maximum, indicator.id
        events, takes_bonus = self.inputs.events, indicator.takes_workload_bonus
        untouched = held((start, POINT), maximum)

        def reached(code: str) -> Ratio:
            own = events.get(code)
            added = own.get(name, 0) if own else 0
            if takes_bonus:
                above, below = self.workload_bonus(code)
                if above:
                    return held(((start + added) * below + above * POINT, POINT * below), maximum)
            return held((start + added, POINT), maximum) if added else untouched

        return reached

    def _leader_marks(self, code: str, maximum: int) -> Ratio | None:
        marks = self.inputs.leader_marks.get(code)
        return (maximum * marks.total, marks.number * 100 * POINT) if marks and marks.number else None

    def _ballots(self, code: str, maximum: int) -> Ratio | None:
        mean = peer_mean(self.inputs.ballots.get(code, ()), self._class_weights, self.scheme.trimmed_from)
        return (maximum * mean[0], 100 * POINT * mean[1]) if mean else None

    def handed_to_others(self, code: str, ratings: Mapping[str, int], marked: Collection[str]) -> tuple[int, set[str]]:
        """The points of a part's marked ratings, and which unmarked ones hand them theirs by recorded decision.

        `ratings` are the part's ratings with their points. Where none has a mark there is nobody to hand anything to.
        """
        decided = self._handed.get(code)
        rest = sum(ratings[each] for each in marked)
        if decided is None or not rest:
            return rest, set()
        return rest, {each for each in ratings if each not in marked and each in decided.indicators}

    def _handed_on(
        self, code: str, measures: list[tuple[Indicator, Measure]], reached: list[tuple[str, Ratio]]
    ) -> tuple[list[tuple[str, Ratio]], set[str]]:
        """The same ratios with the points of unmarked ratings handed to the marked ones, and which those are."""
        ratings = {each.id: each.maximum for each, _ in measures if each.rule in RATINGS}
        rest, gone = self.handed_to_others(code, ratings, [name for name, _ in reached if name in ratings])
        if not gone:
            return reached, gone
        whole = rest + sum(ratings[each] for each in gone)
        return [
            (name, (above * whole, below * rest) if name in ratings else (above, below))
            for name, (above, below) in reached
        ], gone

    def figures_of(self, code: str) -> Figures:
        """One person's figures; KeyError for somebody who is not scored in the year."""
        indicators: dict[str, int] = {}
        parts: dict[str, int] = {}
        missing: list[Indicator] = []
        handed: set[str] = set()
        for part_id, of_part, measures in self._measures:
            reached, fallen, total = [], 0, 0
            for indicator, measure in measures:
                ratio = measure(code)
                if ratio is not None:
                    reached.append((indicator.id, ratio))
                    continue
                missing.append(indicator)
                if indicator.rule not in RATINGS:
                    fallen += indicator.maximum
            if code in self._handed:
                reached, gone = self._handed_on(code, measures, reached)
                handed |= gone
            for name, ratio in reached:
                indicators[name] = printed = printed_points(ratio, of_part, fallen)
                total += printed
            parts[part_id] = total
        uncut = sum(parts.values())
        own = self.own_cases.get(code)
        return Figures(
            code,
            self.stays[code][-1],
            indicators,
            tuple(sorted(each.id for each in missing if each.rule not in RATINGS or each.id in handed)),
            tuple(each.id for each in missing if each.rule in RATINGS and each.id not in handed),
            parts,
            uncut,
            min(CUT, uncut),
            own.best if own else 0,
        )


def printed_points(ratio: Ratio, of_part: int, fallen: int) -> int:
    """The one rounding: hundredths, after the points of the part's indicators that fell away were handed on."""
    above, below = ratio
    return half_up(above * of_part, below * (of_part - fallen)) if fallen else half_up(above, below)


def _by_handler(cases: Iterable[CaseSum]) -> dict[str, CaseSum]:
    found: dict[str, CaseSum] = {}
    for each in cases:
        before = found.get(each.code)
        found[each.code] = before.plus(each) if before else each
    return found
