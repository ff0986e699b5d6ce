"""From figures to ranks and proposed grades: status, quota, ties at the quota, the review before grading."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil

from committee_desk.domain.duty import LAST_DAY
from committee_desk.domain.people import Stay
from committee_desk.domain.scheme import PERFORMANCE, RuleKind, Scheme
from committee_desk.domain.scores import Grade, PerformanceGrade, PersonScore, Quota, Status, YearScores
from committee_desk.domain.scoring import Figures, Scoring
from committee_desk.domain.standing import CLEAR, Leave, Sanction, Standing, standing
from committee_desk.domain.sums import YearInputs

OUT_OF_COUNT = (Status.EXTERNAL, Status.LEFT)
"""Graded elsewhere or gone: not in the quota's base."""


def score_year(scheme: Scheme, inputs: YearInputs) -> YearScores:
    """Everybody's year."""
    return Grading(scheme, inputs).scores(Scoring(scheme, inputs).figures())


class Grading:
    """The rules of one scheme that lead from figures to grades."""

    def __init__(self, scheme: Scheme, inputs: YearInputs) -> None:
        self.scheme = scheme
        self._inputs = inputs
        self._standings = standings(scheme, inputs)
        self._performance_lines = performance_lines(scheme)
        self._lines = [(grade, ceil(Fraction(line) * 100)) for grade, line in scheme.grades.items()]
        self._quality = next((each.id for each in scheme.indicators if each.rule is RuleKind.CASE_REVIEW), "")

    def scores(self, figures: Sequence[Figures], known: Sequence[PersonScore | None] = ()) -> YearScores:
        """Ranks, grades and quota over these figures.

        `known` stands beside the figures: the rows of people whose own figures and standing are as before, graded among
        others then (None: anew). Only what depends on the others is worked out anew for them.
        """
        before = known or [None] * len(figures)
        statuses = list(map(self._status_before_ties, figures, before))
        ranked = [each for each, status in zip(figures, statuses, strict=True) if status is Status.GRADED]
        quota = self.quota(statuses)
        excellent, tied = self.excellent(ranked, quota.places)
        totals = Counter(each.total for each in ranked)
        ranks, line = ranks_of(totals), self.review_line(totals)
        people = []
        for each, own, held in zip(figures, statuses, before, strict=True):
            status, rank, grade, review = own, None, None, False
            if own is Status.GRADED:
                rank, review = ranks[each.total], each.total <= line
                if each.code in tied:
                    status = Status.TIE_AT_QUOTA
                else:
                    grade = Grade.EXCELLENT if each.code in excellent else self._grade_below_excellent(each, held)
            if held is None:
                people.append(self._person(each, (status, rank, grade, review)))
            elif (
                held.rank == rank
                and held.proposed_grade is grade
                and held.status is status
                and held.review_required is review
            ):
                people.append(held)
            else:
                people.append(held.placed(status, rank, grade, review_required=review))
        return YearScores(self._inputs.year, quota, tuple(people), self._inputs.day)

    def standing(self, code: str) -> Standing:
        """What decisions and leave do to that person's grade."""
        return self._standings.get(code, CLEAR)

    def quota(self, statuses: Iterable[Status]) -> Quota:
        """The places for 优秀, never rounded up."""
        base = sum(status not in OUT_OF_COUNT for status in statuses)
        if (decided := self._inputs.decided.quota) is not None:
            return Quota(base, decided.percent, decided.places)
        percent = self.scheme.quota_percent
        return Quota(base, percent, base * percent // 100)

    def excellent(self, ranked: Iterable[Figures], places: int) -> tuple[set[str], set[str]]:
        """Who gets a place, and who stands equal where the last place would divide them."""
        candidates = sorted(filter(self._is_candidate, ranked), key=self._order, reverse=True)
        if not places or len(candidates) <= places:
            return {each.code for each in candidates[:places]}, set()
        line = self._order(candidates[places - 1])
        if line != self._order(candidates[places]):
            return {each.code for each in candidates[:places]}, set()
        placed = {each.code for each in candidates[:places] if self._order(each) != line}
        equals = {each.code for each in candidates if self._order(each) == line}
        voted = self._inputs.decided.tie(equals)
        if voted is not None and len(voted.chosen) <= places - len(placed):
            return placed | voted.chosen, set()
        return placed, equals

    def review_line(self, totals: Counter[int]) -> int:
        """The highest total that needs the 业务能力评审 before a grade is set; below nothing where nobody does.

        The lowest tenth of the ranked, at least one of them, and whoever equals its highest. Nobody where the scheme
        asks for no review: it is for those who handle cases of their own.
        """
        if not totals or not self.scheme.review_percent:
            return -1
        left = max(1, totals.total() * self.scheme.review_percent // 100)
        for total in sorted(totals):
            left -= totals[total]
            if left <= 0:
                return total
        return -1

    def performance_grade(self, points: int) -> PerformanceGrade:
        """The grade of casework by its printed hundredths."""
        for grade, line in self._performance_lines:
            if points >= line:
                return grade
        return PerformanceGrade.FAIL

    def _status_before_ties(self, figures: Figures, known: PersonScore | None) -> Status:
        if known is None:
            return self._status(figures)
        return Status.GRADED if known.status is Status.TIE_AT_QUOTA else known.status

    def _status(self, figures: Figures) -> Status:
        decided = self.standing(figures.code)
        if figures.stay.is_leader:
            return Status.EXTERNAL
        if has_left(figures.stay, self._inputs):
            return Status.LEFT
        if decided.pending:
            return Status.PENDING
        if decided.incompetent:
            return Status.GRADED
        if decided.no_grade:
            return Status.NO_GRADE
        return self._status_by_ratings(figures) if figures.unrated else Status.GRADED

    def _status_by_ratings(self, figures: Figures) -> Status:
        return Status.NO_GRADE if figures.code in self._inputs.decided.ungraded else Status.INCOMPLETE

    def _is_candidate(self, figures: Figures) -> bool:
        return (
            figures.total >= self._lines[0][1]
            and self.performance_grade(figures.parts[PERFORMANCE])
            in (PerformanceGrade.EXCELLENT, PerformanceGrade.GOOD)
            and not self.standing(figures.code).barred
            and figures.code not in self._inputs.decided.below
        )

    def _order(self, figures: Figures) -> tuple[int, int, int, int]:
        """What parts candidates: total, casework, quality, number of cases reviewed best."""
        quality = figures.indicators.get(self._quality, 0)
        return figures.total, figures.parts[PERFORMANCE], quality, figures.best_reviews

    def _grade_below_excellent(self, figures: Figures, known: PersonScore | None) -> Grade:
        held = known.proposed_grade if known is not None else None
        if held is not None and held is not Grade.EXCELLENT:
            return held
        if self.standing(figures.code).incompetent:
            return Grade.INCOMPETENT
        (_, _), (_, competent), (_, basic) = self._lines
        failed = self.performance_grade(figures.parts[PERFORMANCE]) is PerformanceGrade.FAIL
        if figures.total >= competent and not failed:
            return Grade.COMPETENT
        return Grade.BASIC if figures.total >= basic else Grade.INCOMPETENT

    def _person(self, figures: Figures, placed: "_Placed") -> PersonScore:
        status, rank, grade, review = placed
        return PersonScore(
            code=figures.code,
            name=figures.stay.name,
            department=figures.stay.department,
            indicators=figures.indicators,
            not_applicable=figures.not_applicable,
            parts=figures.parts,
            uncut=figures.uncut,
            total=figures.total,
            performance_grade=self.performance_grade(figures.parts[PERFORMANCE]),
            status=status,
            rank=rank,
            proposed_grade=grade,
            review_required=review,
            barred=self.standing(figures.code).barred,
            unrated=figures.unrated,
            best_reviews=figures.best_reviews,
        )


_Placed = tuple[Status, int | None, Grade | None, bool]
"""What of a person's row depends on the others: status, rank, proposed grade, whether a review is required."""


def performance_lines(scheme: Scheme) -> list[tuple[PerformanceGrade, int]]:
    """The least hundredths of each grade of casework, best first."""
    whole = scheme.part(PERFORMANCE).maximum * 100
    return [(grade, ceil(Fraction(share) * whole)) for grade, share in scheme.performance_grades.items()]


def ranks_of(totals: Counter[int]) -> dict[int, int]:
    """Competition ranks by the printed total: 1, 2, 3, 3, 5."""
    ranks: dict[int, int] = {}
    rank = 1
    for total in sorted(totals, reverse=True):
        ranks[total] = rank
        rank += totals[total]
    return ranks


def has_left(latest: Stay, inputs: YearInputs) -> bool:
    """Whether the person's latest stay ends before the year does, by what is known on the inputs' day."""
    until = latest.until or LAST_DAY
    if inputs.day is not None and inputs.day.year == inputs.year:
        return until < inputs.day
    return until.year == inputs.year and (until.month, until.day) != (12, 31)


def standings(scheme: Scheme, inputs: YearInputs) -> dict[str, Standing]:
    """What decisions and leave do, for everybody who has any."""
    sanctions: dict[str, list[Sanction]] = {}
    leave: dict[str, list[Leave]] = {}
    for decision in inputs.sanctions:
        sanctions.setdefault(decision.code, []).append(decision)
    for away in inputs.leave:
        if inputs.day is None or away.since <= inputs.day:
            leave.setdefault(away.code, []).append(away)
    return {
        code: standing(scheme, inputs.year, sanctions.get(code, ()), leave.get(code, ()), inputs.day)
        for code in sanctions.keys() | leave.keys()
    }
