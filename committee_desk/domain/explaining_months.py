"""Explaining a month: two scorings of a year, as of the month's last day and the one before it, held side by side."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.cases import CaseShare, Review, weight
from committee_desk.domain.duty import FIRST_DAY, MIDDLE, middles_on_duty
from committee_desk.domain.exact import EQUIVALENT, POINT, as_fraction
from committee_desk.domain.explaining import MONTHS, Explaining
from committee_desk.domain.explanation import IndicatorExplanation, Input
from committee_desk.domain.month_explained import (
    ByHand,
    Counts,
    DutySoFar,
    LedgerChange,
    MonthCase,
    MonthEvent,
    MonthExplained,
    Reached,
)
from committee_desk.domain.months import last_day
from committee_desk.domain.people import Stay
from committee_desk.domain.person_facts import PersonFacts
from committee_desk.domain.scheme import RuleKind, Scheme
from committee_desk.domain.scoring import RATINGS, Scoring
from committee_desk.domain.summing import review_points


def as_of(facts: PersonFacts, day: date) -> PersonFacts:
    """What of a person's facts is dated up to that day, by the rules of a year as of a day."""
    return replace(
        facts,
        stays=tuple(each for each in facts.stays if each.fact.since is None or each.fact.since <= day),
        cases=tuple(
            (share, review if review is not None and (review.fact.reviewed or day) <= day else None)
            for share, review in facts.cases
            if share.fact.closed is not None and share.fact.closed <= day
        ),
        events=tuple(each for each in facts.events if each.fact.day <= day),
        leave=tuple(each for each in facts.leave if each.fact.since <= day),
    )


class _Side(NamedTuple):
    """One of the two days: its scoring, the person's figures and explanations there."""

    scoring: Scoring
    indicators: dict[str, int]
    total: int
    explained: dict[str, IndicatorExplanation]


class MonthExplaining:
    """Explains people's months by the scoring as of the month's last day and, after January, the one before."""

    def __init__(self, month: int, now: Scoring, before: Scoring | None) -> None:
        self._month, self._now, self._before = month, now, before
        self._scheme: Scheme = now.scheme
        self._year = now.inputs.year
        self._first, self._last = date(self._year, month, 1), last_day(self._year, month)

    def knows(self, code: str) -> bool:
        """Whether that person is scored as of the month's last day."""
        return code in self._now.stays

    def of(self, facts: PersonFacts) -> MonthExplained:
        """Everything about that person's month; the person must be known."""
        now = _side(self._now, as_of(facts, self._last))
        before = None
        if self._before is not None and facts.code in self._before.stays:
            before = _side(self._before, as_of(facts, last_day(self._year, self._month - 1)))
        latest = self._now.stays[facts.code][-1]
        return MonthExplained(
            year=self._year,
            month=self._month,
            category=self._scheme.category,
            scheme=self._scheme.name,
            code=facts.code,
            name=latest.name,
            department=latest.department,
            leads=latest.is_leader,
            stays=self._stays(facts.code),
            counts=self._counts(facts.code),
            duties=self._duties(facts.code),
            months_lost=self._months_lost(facts.code),
            reached=tuple(self._reached(facts, now, before)),
            total_before=before.total if before else 0,
            total=now.total,
            cases=tuple(self._cases(facts)),
            reviewed_since=tuple(self._reviewed_since(facts)),
            events=tuple(self._events(facts, now)),
            by_hand=tuple(_by_hand(now.explained.values())),
            counts_cases=self._scheme.counts_cases,
            reviewed_after=self._reviewed_after(facts),
        )

    # -- duty ------------------------------------------------------------------------------------------------------

    def _stays(self, code: str) -> tuple[Stay, ...]:
        held = sorted(self._now.stays[code], key=lambda each: each.since or FIRST_DAY)
        return tuple(each for each in held if each.until is None or each.until >= self._first) or (held[-1],)

    def _counts(self, code: str) -> Counts:
        middle = (date(self._year, self._month, MIDDLE),)
        here = [stay for stay in self._now.stays[code] if stay.covers(middle[0])]
        if not here:
            return Counts.ABSENT
        away = self._now.away.get(code, [])
        return Counts.ON_DUTY if any(middles_on_duty(stay, away, middle) for stay in here) else Counts.LEAVE

    def _months_lost(self, code: str) -> int:
        held, away, middles = self._now.stays[code], self._now.away.get(code, []), self._now.middles
        counted = {middle for stay in held for middle in middles_on_duty(stay, away, middles)}
        return len({middle for stay in held for middle in middles_on_duty(stay, (), middles)} - counted)

    def _duties(self, code: str) -> tuple[DutySoFar, ...]:
        found = []
        for duty in self._now.duties.get(code, ()):
            weighed = as_fraction(duty.weighed, POINT)
            target = None
            if self._scheme.counts_cases:
                baseline = self._now.baselines[duty.department]
                yearly = (
                    Fraction(0)
                    if baseline.is_zero
                    else MONTHS * as_fraction(baseline.equivalent, EQUIVALENT) / as_fraction(baseline.weighed, POINT)
                )
                target = yearly * weighed / MONTHS
            found.append(DutySoFar(duty.department, duty.months, weighed, target))
        return tuple(found)

    # -- figures ---------------------------------------------------------------------------------------------------

    def _reached(self, facts: PersonFacts, now: _Side, before: _Side | None) -> Iterable[Reached]:
        for part in self._scheme.parts:
            for indicator in part.indicators:
                name = indicator.id
                figure, then = now.indicators.get(name), before.indicators.get(name) if before else None
                yield Reached(
                    name=indicator.name,
                    before=then,
                    now=figure,
                    before_by_facts=then,
                    by_facts=figure,
                    explanation=now.explained[name],
                    ledger=self._ledger(facts.code, name, now, before) if indicator.rule is RuleKind.LEDGER else None,
                    rated=figure is not None or indicator.rule not in RATINGS,
                )

    def _ledger(self, code: str, name: str, now: _Side, before: _Side | None) -> LedgerChange:
        mine = [each for each in _events_of(now.explained[name]) if self._in_month(_day(each))]
        earlier = [each for each in _events_of(now.explained[name]) if not self._in_month(_day(each))]
        then = _events_of(before.explained[name]) if before else []
        indicator = self._scheme.indicator(name)
        bonus = Fraction(0)
        if indicator is not None and indicator.takes_workload_bonus:
            bonus = as_fraction(*now.scoring.workload_bonus(code))
            bonus -= as_fraction(*before.scoring.workload_bonus(code)) if before else 0
        return LedgerChange(
            events=len(mine),
            counted=_counted(mine),
            start=Fraction(indicator.start) if indicator is not None and before is None else Fraction(0),
            earlier=_counted(earlier) - _counted(then),
            bonus=bonus,
            lost=sum((Fraction(each.facts["lost"] or 0) for each in mine), Fraction(0)),
        )

    def _in_month(self, day: date) -> bool:
        return self._first <= day <= self._last

    # -- what went in ----------------------------------------------------------------------------------------------

    def _events(self, facts: PersonFacts, now: _Side) -> Iterable[MonthEvent]:
        lost = {
            (name, _day(each), each.facts["voucher"], each.facts["reason"]): Fraction(each.facts["lost"] or 0)
            for name, explained in now.explained.items()
            for each in _events_of(explained)
        }
        for each in facts.events:
            event = each.fact
            key = event.indicator, event.day, event.voucher, event.reason
            if self._in_month(event.day) and key in lost:
                yield MonthEvent(event, facts.registers.get(event), lost[key])

    def _cases(self, facts: PersonFacts) -> Iterable[MonthCase]:
        if self._scheme.counts_cases:
            for share, review in facts.cases:
                if share.fact.closed is not None and self._in_month(share.fact.closed):
                    known = review.fact if review and (review.fact.reviewed or self._last) <= self._last else None
                    yield self._case(share.fact, known)

    def _reviewed_since(self, facts: PersonFacts) -> Iterable[MonthCase]:
        if self._scheme.counts_cases:
            for share, review in facts.cases:
                closed = share.fact.closed
                reviewed = review.fact.reviewed if review else None
                if review and closed and reviewed and closed < self._first and self._in_month(reviewed):
                    yield self._case(share.fact, review.fact)

    def _reviewed_after(self, facts: PersonFacts) -> int:
        """The year's cases whose review came after its last day, where that is the last day of the month too."""
        end = last_day(self._year, 12)
        if self._last != end or not self._scheme.counts_cases:
            return 0
        days = (review.fact.reviewed for share, review in facts.cases if review and share.fact.closed)
        return sum(day is not None and day > end for day in days)

    def _case(self, share: CaseShare, review: Review | None) -> MonthCase:
        weighed = weight(self._scheme.cases, share.kind, share.persons, share.difficulty)
        in_time = None if share.due is None or share.closed is None else share.closed <= share.due
        points = review_points(self._scheme, review.grade, self._year) if review else Fraction(0)
        return MonthCase(share, Fraction(share.share) * weighed, in_time, review, points)


def _side(scoring: Scoring, facts: PersonFacts) -> _Side:
    figures = scoring.figures_of(facts.code)
    explained = {each.indicator: each for each in Explaining(scoring).indicators(facts)}
    return _Side(scoring, figures.indicators, figures.total, explained)


def _events_of(explained: IndicatorExplanation) -> list[Input]:
    return [each for each in explained.inputs if each.kind == "event"]


def _counted(events: Iterable[Input]) -> Fraction:
    return sum(
        (Fraction(each.facts["points"] or 0) - Fraction(each.facts["lost"] or 0) for each in events), Fraction(0)
    )


def _day(event: Input) -> date:
    return date.fromisoformat(str(event.facts["day"]))


def _by_hand(explained: Iterable[IndicatorExplanation]) -> Iterable[ByHand]:
    """Each replaced figure once, though a case stands under several indicators."""
    seen: set[tuple[str, str, int]] = set()
    for each in explained:
        for given in each.inputs:
            named = {"event": "reason", "mark": "rater"}.get(given.kind, "number")
            for overridden in given.overridden:
                what = str(given.facts.get(named) or "")
                key = what, overridden.field, overridden.entry
                if key not in seen:
                    seen.add(key)
                    yield ByHand(what, overridden)
