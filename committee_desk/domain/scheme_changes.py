"""Two schemes side by side, and what a scheme is warned of before it is adopted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from committee_desk.domain.errors import DeskError
from committee_desk.domain.scheme import RuleKind, Scheme

MANY_INDICATORS = 30
"""More draw a warning: 指标体系不宜太过繁琐 (SEED1)."""
PLAIN_QUOTA_PERCENT = 20
"""Beyond it the 同级公务员主管部门 has to have agreed (domain rules 3.7)."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing that two schemes say differently; None where one of them does not say it.

    `where` is the dotted place, such as `quantity.maximum` or `cases.weights.审查起诉`.
    """

    where: str
    before: str | None
    after: str | None


class Doubt(StrEnum):
    """What is lawful and yet worth a second look; it is accepted with a reason."""

    TOO_MANY_INDICATORS = "too_many_indicators"
    QUALITY_NOT_LARGEST = "quality_not_largest"
    QUOTA_NEEDS_APPROVAL = "quota_needs_approval"


@dataclass(frozen=True, slots=True)
class SchemeWarning:
    """A doubt with the figures that it rests on."""

    doubt: Doubt
    facts: dict[str, object] = field(default_factory=dict)


class SchemeOfOtherCategory(DeskError):
    """A scheme for one category was given for another."""

    def __init__(self, wanted: str, given: str) -> None:
        super().__init__(wanted, given)
        self.wanted, self.given = wanted, given


def doubts(scheme: Scheme) -> tuple[SchemeWarning, ...]:
    """Everything that a committee should look at twice."""
    return tuple(_doubts(scheme))


def _doubts(scheme: Scheme) -> Iterator[SchemeWarning]:
    count = len(scheme.indicators)
    if count > MANY_INDICATORS:
        yield SchemeWarning(Doubt.TOO_MANY_INDICATORS, {"count": count, "most": MANY_INDICATORS})
    quality = next((each for each in scheme.indicators if each.rule is RuleKind.CASE_REVIEW), None)
    if quality is not None:
        larger = [each for each in scheme.indicators if each.maximum > quality.maximum]
        if larger:
            facts: dict[str, object] = {"quality": quality.name, "larger": larger[0].name}
            yield SchemeWarning(Doubt.QUALITY_NOT_LARGEST, facts)
    if scheme.quota_percent > PLAIN_QUOTA_PERCENT:
        yield SchemeWarning(Doubt.QUOTA_NEEDS_APPROVAL, {"percent": scheme.quota_percent})


def compare(before: Scheme, after: Scheme) -> tuple[FieldChange, ...]:
    """What the second says differently from the first, in the order of the second."""
    old, new = dict(_said(before)), dict(_said(after))
    places = [*new, *(where for where in old if where not in new)]
    return tuple(
        FieldChange(where, old.get(where), new.get(where)) for where in places if old.get(where) != new.get(where)
    )


def _said(scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Everything that a scheme says, place by place."""
    yield "name", scheme.name
    for part in scheme.parts:
        yield f"{part.id}.part_name", part.name
        for each in part.indicators:
            yield f"{each.id}.name", each.name
            yield f"{each.id}.part", part.id
            yield f"{each.id}.rule", each.rule
            yield f"{each.id}.maximum", str(each.maximum)
            if each.rule is RuleKind.LEDGER:
                yield f"{each.id}.start", number(each.start)
                yield f"{each.id}.takes_workload_bonus", "yes" if each.takes_workload_bonus else "no"
    yield from _said_of_cases(scheme)
    yield from _said_of_marks(scheme)
    for kind, effect in scheme.sanctions.items():
        after = "term" if effect.after_by_term else str(effect.years_after)
        yield f"sanctions.{kind}", f"{effect.effect} {after}"
    for grade, line in scheme.performance_grades.items():
        yield f"performance_grades.{grade}", number(line)
    for lowest, line in scheme.grades.items():
        yield f"grades.{lowest}", number(line)
    yield "quota_percent", str(scheme.quota_percent)
    yield "review_percent", str(scheme.review_percent)
    yield "monthly_rank", "yes" if scheme.monthly_rank else "no"
    for standard in scheme.minimum_standards:
        yield f"minimum_standards.{standard.work}.{standard.measure}", number(standard.least)


def _said_of_cases(scheme: Scheme) -> Iterator[tuple[str, str]]:
    for kind, weight in scheme.cases.weights.items():
        yield f"cases.weights.{kind}", number(weight)
    yield "cases.persons_without_addition", str(scheme.cases.persons_without_addition)
    yield "cases.addition_per_person", number(scheme.cases.addition_per_person)
    yield "cases.largest_coefficient", number(scheme.cases.largest_coefficient)
    yield "workload_bonus.slope", number(scheme.workload_slope)
    yield "workload_bonus.maximum", number(scheme.workload_maximum)


def _said_of_marks(scheme: Scheme) -> Iterator[tuple[str, str]]:
    yield "reviews.best", scheme.best_review
    for dictionary in scheme.review_dictionaries:
        for grade, points in dictionary.points.items():
            yield f"reviews.{dictionary.since or 'always'}.{grade}", number(points)
    for ballot_class, weight in scheme.ballot_weights.items():
        yield f"ballots.weights.{ballot_class}", number(weight)
    yield "ballots.trimmed_from", str(scheme.trimmed_from)
    for said, counts in scheme.ballot_points.items():
        yield f"ballots.points.{said}", number(counts)
    yield "leave.month_lost_from_days", str(scheme.month_lost_from_days)
    yield "leave.no_grade_kinds", "、".join(scheme.no_grade_leave)


def number(value: Decimal) -> str:
    """A number without zeros that say nothing: 0.40 is 0.4, 6.0 is 6."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
