"""Adding up single facts into what scoring starts from: the same sums as storage makes, in plain sight.

Used for one person's explanation and wherever facts are at hand without a desk.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.cases import CaseShare, Review, weight
from committee_desk.domain.events import Event
from committee_desk.domain.exact import EQUIVALENT, POINT, SHARE, WEIGHT, Amount, in_units
from committee_desk.domain.people import Stay
from committee_desk.domain.ratings import BallotMark, BallotSum, LeaderMark, MarkSum
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.domain.sums import CaseSum, YearInputs


class YearFacts(NamedTuple):
    """Single facts, of whatever years. Marks and ballots are of the year itself, which they do not name."""

    stays: Sequence[Stay] = ()
    shares: Sequence[CaseShare] = ()
    reviews: Sequence[Review] = ()
    events: Sequence[Event] = ()
    leader_marks: Sequence[LeaderMark] = ()
    ballots: Sequence[BallotMark] = ()
    leave: Sequence[Leave] = ()
    sanctions: Sequence[Sanction] = ()


def sum_up(scheme: Scheme, facts: YearFacts, year: int, day: date | None = None) -> YearInputs:
    """The year's inputs from single facts, from those dated up to `day` where one is given."""
    return YearInputs(
        year=year,
        stays=facts.stays,
        cases=case_sums(scheme, facts, year, day),
        events=event_sums(facts.events, year, day),
        leader_marks=mark_sums(facts.leader_marks),
        ballots=ballot_sums(facts.ballots),
        leave=facts.leave,
        sanctions=facts.sanctions,
        day=day,
    )


def counts_in(share: CaseShare, year: int, day: date | None = None) -> bool:
    """Whether the case counts in that year: the year of its closing, by what is dated up to `day`."""
    return share.closed is not None and share.closed.year == year and (day is None or share.closed <= day)


def department_of(share: CaseShare, stays: Iterable[Stay]) -> str | None:
    """The department a case belongs to: its own, else its handler's on the closing day, else none."""
    if share.department is not None or share.closed is None:
        return share.department
    there = [stay for stay in stays if stay.code == share.code and stay.covers(share.closed)]
    return max(there, key=lambda stay: stay.since or date.min).department if there else None


def review_points(scheme: Scheme, grade: str, year: int) -> Fraction:
    """The points of a review grade by the dictionary of the closing year, else by any year's."""
    known = [scheme.review_points(year), *(each.points for each in scheme.review_dictionaries)]
    return next((Fraction(points[grade]) for points in known if grade in points), Fraction(0))


def case_sum(scheme: Scheme, share: CaseShare, review: Review | None, department: str | None, year: int) -> CaseSum:
    """What one handler's share in one case contributes."""
    size = Fraction(share.share)
    weighed = size * weight(scheme.cases, share.kind, share.persons, share.difficulty)
    in_time = share.due is not None and share.closed is not None and share.closed <= share.due
    mark = Fraction(review.substance) + Fraction(review.procedure) if review else Fraction(0)
    points = review_points(scheme, review.grade, year) if review else Fraction(0)
    whole = in_units(size, SHARE)
    return CaseSum(
        code=share.code,
        department=department,
        equivalent=in_units(weighed, EQUIVALENT),
        with_due=whole if share.due is not None else 0,
        in_time=whole if in_time else 0,
        reviewed=whole if review else 0,
        marks=in_units(size * mark, EQUIVALENT),
        points=in_units(points, WEIGHT),
        best=int(review is not None and review.grade == scheme.best_review),
    )


def case_sums(scheme: Scheme, facts: YearFacts, year: int, day: date | None = None) -> list[CaseSum]:
    """The year's cases added up by handler and department."""
    reviews = {each.number: each for each in facts.reviews if day is None or (each.reviewed or day) <= day}
    stays: defaultdict[str, list[Stay]] = defaultdict(list)
    for stay in facts.stays:
        stays[stay.code].append(stay)
    sums: dict[tuple[str, str | None], CaseSum] = {}
    for share in facts.shares:
        if counts_in(share, year, day):
            key = share.code, department_of(share, stays[share.code])
            added = case_sum(scheme, share, reviews.get(share.number), key[1], year)
            sums[key] = sums[key].plus(added) if key in sums else added
    return list(sums.values())


def event_sums(events: Iterable[Event], year: int, day: date | None = None) -> dict[str, dict[str, Amount]]:
    """The year's events added up by person and ledger."""
    sums: defaultdict[str, defaultdict[str, Amount]] = defaultdict(lambda: defaultdict(int))
    for event in events:
        if event.day.year == year and (day is None or event.day <= day):
            sums[event.code][event.indicator] += in_units(event.points, POINT)
    return {code: dict(of_person) for code, of_person in sums.items()}


def mark_sums(marks: Iterable[LeaderMark]) -> dict[str, MarkSum]:
    """Leaders' marks added up by person."""
    sums: dict[str, MarkSum] = {}
    for each in marks:
        total, number = sums.get(each.code, (0, 0))
        sums[each.code] = MarkSum(total + in_units(each.mark, POINT), number + 1)
    return sums


def ballot_sums(ballots: Iterable[BallotMark]) -> dict[str, list[BallotSum]]:
    """Ballots added up by person and class, without 弃权."""
    marks: defaultdict[str, defaultdict[str, list[Amount]]] = defaultdict(lambda: defaultdict(list))
    for each in ballots:
        if each.mark is not None:
            marks[each.code][each.ballot_class].append(in_units(each.mark, POINT))
    return {
        code: [BallotSum(str(name), sum(held), len(held), min(held), max(held)) for name, held in classes.items()]
        for code, classes in marks.items()
    }
