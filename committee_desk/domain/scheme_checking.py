"""What every scheme has to hold: its points, names, dictionaries, numbers and minimum standards."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.scheme import BONUS, CASE_RULES, PERFORMANCE, Scheme
from committee_desk.domain.scheme_faults import (
    DictionaryIncomplete,
    NumberOutOfBounds,
    PerformanceTooSmall,
    RepeatedName,
    SchemeRefused,
    SchemeTotalWrong,
    StandardOfNothing,
)
from committee_desk.domain.standards import ALL_CASES, Measure

POINTS_OF_A_SCHEME = 100
LEAST_PERFORMANCE_PERCENT = 60
LARGEST_QUOTA_PERCENT = 25
"""Beyond 20 % an approval is needed; beyond 25 % there is none (公务员考核规定)."""
SANCTIONS_OF_THE_RULES = (
    *("政务警告", "党内警告", "诫勉", "调整职务", "记过", "党内严重警告", "责令辞职", "免职", "降职", "试用期"),
    *("记大过", "降级", "撤职", "撤销党内职务", "留党察看", "开除党籍", "立案未结", "谈话提醒", "批评教育", "通报批评"),
)
"""Every kind of decision that the national rules give an effect to (domain rules 3.8): a scheme must say all."""


def faults(scheme: Scheme) -> Iterator[SchemeRefused]:
    """Everything in which it breaks what every scheme has to hold."""
    yield from _check_points(scheme)
    yield from _check_names(scheme)
    yield from _check_dictionaries(scheme)
    yield from _check_numbers(scheme)
    yield from _check_standards(scheme)


def _check_points(scheme: Scheme) -> Iterator[SchemeRefused]:
    total = sum(part.maximum for part in scheme.parts if part.id != BONUS)
    if total != POINTS_OF_A_SCHEME:
        yield SchemeTotalWrong(total)
    performance = sum(part.maximum for part in scheme.parts if part.id == PERFORMANCE)
    if performance * 100 < LEAST_PERFORMANCE_PERCENT * total:
        yield PerformanceTooSmall(performance, total)


def _check_names(scheme: Scheme) -> Iterator[SchemeRefused]:
    for things in (scheme.parts, scheme.indicators):
        for names in ([each.id for each in things], [each.name for each in things]):
            repeated = [name for name in names if names.count(name) > 1]
            yield from (RepeatedName(name) for name in dict.fromkeys(repeated))


def _check_dictionaries(scheme: Scheme) -> Iterator[SchemeRefused]:
    dictionaries: dict[str, tuple[list[str], list[str]]] = {
        "ballots.weights": (list(scheme.ballot_weights), [str(each) for each in BallotClass]),
        "sanctions": (list(scheme.sanctions), list(SANCTIONS_OF_THE_RULES)),
        **{
            f"reviews.dictionaries[{i}]": (list(each.points), [scheme.best_review])
            for i, each in enumerate(scheme.review_dictionaries)
        },
    }
    for name, (held, needed) in dictionaries.items():
        missing = [each for each in needed if each not in held] or ([] if held else ["…"])
        yield from (DictionaryIncomplete(name, each) for each in missing)
    if not needs_cases(scheme):
        return
    if not scheme.cases.weights:
        yield DictionaryIncomplete("cases.weights", "…")
    if not any(each.since is None for each in scheme.review_dictionaries):
        yield DictionaryIncomplete("reviews.dictionaries", "since: null")


def needs_cases(scheme: Scheme) -> bool:
    """Whether the scheme has to say what cases and reviews count for: a prosecutors' one always, as cases are imported
    by its words."""
    by_cases = any(each.rule in CASE_RULES or each.takes_workload_bonus for each in scheme.indicators)
    return by_cases or scheme.category == Category.PROSECUTOR


def _check_numbers(scheme: Scheme) -> Iterator[SchemeRefused]:
    for indicator in scheme.indicators:
        yield from _between(f"{indicator.id}.maximum", indicator.maximum, 1, POINTS_OF_A_SCHEME)
        yield from _between(f"{indicator.id}.start", indicator.start, 0, indicator.maximum)
    for kind, weight in scheme.cases.weights.items():
        yield from _between(f"cases.weights.{kind}", weight, 0, 100)
    yield from _between("cases.persons_without_addition", scheme.cases.persons_without_addition, 1, 1000)
    yield from _between("cases.addition_per_person", scheme.cases.addition_per_person, 0, 10)
    yield from _between("cases.largest_coefficient", scheme.cases.largest_coefficient, 1, 100)
    yield from _between("workload_bonus.slope", scheme.workload_slope, 0, 1000)
    yield from _between("workload_bonus.maximum", scheme.workload_maximum, 0, POINTS_OF_A_SCHEME)
    yield from _between("ballots.weights", sum(scheme.ballot_weights.values(), Decimal(0)), 1, 1)
    for name, weight in scheme.ballot_weights.items():
        yield from _between(f"ballots.weights.{name}", weight, 0, 1)
    yield from _between("ballots.trimmed_from", scheme.trimmed_from, 3, 1000)
    yield from _falling("ballots.points", scheme.ballot_points, POINTS_OF_A_SCHEME)
    yield from _between("leave.month_lost_from_days", scheme.month_lost_from_days, 1, 366)
    for i, dictionary in enumerate(scheme.review_dictionaries):
        for grade, points in dictionary.points.items():
            most = POINTS_OF_A_SCHEME
            yield from _between(f"reviews.dictionaries[{i}].points.{grade}", points, -most, most)
    for kind, effect in scheme.sanctions.items():
        yield from _between(f"sanctions.{kind}.no_grade_years_after", effect.years_after, 0, 100)
    yield from _between("quota_percent", scheme.quota_percent, 0, LARGEST_QUOTA_PERCENT)
    yield from _between("review_percent", scheme.review_percent, 0, 100)
    yield from _falling("performance_grades", scheme.performance_grades, 1)
    yield from _falling("grades", scheme.grades, POINTS_OF_A_SCHEME)


def _check_standards(scheme: Scheme) -> Iterator[SchemeRefused]:
    ledgers = {each.id for each in scheme.ledger_indicators}
    works = {Measure.CASES: {ALL_CASES, *scheme.case_kinds}, Measure.EVENTS: ledgers, Measure.POINTS: ledgers}
    for i, each in enumerate(scheme.minimum_standards):
        if each.work not in works[each.measure]:
            yield StandardOfNothing(f"minimum_standards[{i}].work", each.work)
        yield from _between(f"minimum_standards[{i}].least", each.least, 0, 100_000)


def _between(where: str, value: Decimal | int, least: int, most: int) -> Iterator[SchemeRefused]:
    if not least <= value <= most:
        yield NumberOutOfBounds(where, value, least, most)


def _falling(where: str, lines: Mapping[Any, Decimal], most: int) -> Iterator[SchemeRefused]:
    """Lines of grades: each below the one before, all within the points."""
    above = Decimal(most)
    for grade, line in lines.items():
        if not 0 <= line <= above:
            yield NumberOutOfBounds(f"{where}.{grade}", line, 0, above)
        above = line
