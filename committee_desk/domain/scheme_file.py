"""Reading a scheme from its JSON text, and refusing one that breaks what every scheme has to hold."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.scheme import (
    BONUS,
    CASE_RULES,
    NO_CASES,
    PERFORMANCE,
    CaseWeighting,
    Effect,
    Indicator,
    Part,
    ReviewDictionary,
    RuleKind,
    SanctionEffect,
    Scheme,
)
from committee_desk.domain.scores import Grade, PerformanceGrade
from committee_desk.domain.standards import ALL_CASES, Measure, MinimumStandard

POINTS_OF_A_SCHEME = 100
LEAST_PERFORMANCE_PERCENT = 60
LARGEST_QUOTA_PERCENT = 25
"""Beyond 20 % an approval is needed; beyond 25 % there is none (公务员考核规定)."""
PERFORMANCE_GRADES_WITH_A_LINE = (PerformanceGrade.EXCELLENT, PerformanceGrade.GOOD, PerformanceGrade.PASS)
GRADES_WITH_A_LINE = (Grade.EXCELLENT, Grade.COMPETENT, Grade.BASIC)
SANCTIONS_OF_THE_RULES = (
    *("政务警告", "党内警告", "诫勉", "调整职务", "记过", "党内严重警告", "责令辞职", "免职", "降职", "试用期"),
    *("记大过", "降级", "撤职", "撤销党内职务", "留党察看", "开除党籍", "立案未结", "谈话提醒", "批评教育", "通报批评"),
)
"""Every kind of decision that the national rules give an effect to (domain rules 3.8): a scheme must say all."""


class SchemeRefused(DeskError):
    """A scheme that breaks what every scheme has to hold."""


class SchemeUnreadable(SchemeRefused):
    """The text is no scheme: no JSON, or a field is missing or of the wrong kind. `where` names it."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class SchemeTotalWrong(SchemeRefused):
    """The parts without the bonus must come to 100 points."""

    def __init__(self, total: int) -> None:
        super().__init__(total)
        self.total = total


class PerformanceTooSmall(SchemeRefused):
    """Casework (业绩) must be at least 60 % of the points (检察人员考核工作指引)."""

    def __init__(self, points: int, total: int) -> None:
        super().__init__(points, total)
        self.points, self.total = points, total


class RepeatedName(SchemeRefused):
    """Two parts or two indicators bear the same id or the same Chinese name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class DictionaryIncomplete(SchemeRefused):
    """A dictionary that the rules need lacks an entry. `missing` is the entry."""

    def __init__(self, dictionary: str, missing: str) -> None:
        super().__init__(dictionary, missing)
        self.dictionary, self.missing = dictionary, missing


class NumberOutOfBounds(SchemeRefused):
    """A number of the scheme lies where no rule can use it. `where` names it; it may be from `least` to `most`."""

    def __init__(self, where: str, value: Decimal | int, least: Decimal | int, most: Decimal | int) -> None:
        super().__init__(where, value)
        self.where, self.value, self.least, self.most = where, value, least, most


class StandardOfNothing(SchemeRefused):
    """A minimum standard names a work that the scheme does not know, or counts what that work has not."""

    def __init__(self, where: str, work: str) -> None:
        super().__init__(where, work)
        self.where, self.work = where, work


def load(text: str) -> Scheme:
    """The scheme that the JSON text describes; a SchemeRefused when it breaks what every scheme has to hold."""
    scheme = read(text)
    for fault in faults(scheme):
        raise fault
    return scheme


def read(text: str) -> Scheme:
    """What the JSON text says, lawful or not, such as a draft; SchemeUnreadable where it is no scheme at all."""
    try:
        held = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        raise SchemeUnreadable("JSON") from None
    return _read(_Fields(held, ""))


def faults(scheme: Scheme) -> Iterator[SchemeRefused]:
    """Everything in which it breaks what every scheme has to hold."""
    yield from _check_points(scheme)
    yield from _check_names(scheme)
    yield from _check_dictionaries(scheme)
    yield from _check_numbers(scheme)
    yield from _check_standards(scheme)


class _Fields:
    """A JSON object that knows where it stands, so that a missing field can be named."""

    def __init__(self, held: object, where: str) -> None:
        if not isinstance(held, dict):
            raise SchemeUnreadable(where or "JSON")
        self._held: dict[str, Any] = held
        self._where = where

    def take(self, name: str, kind: type | tuple[type, ...], default: object = ...) -> Any:  # noqa: ANN401 - JSON
        value = self._held.get(name, default)
        right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
        if (not right and value is not default) or value is ...:
            raise SchemeUnreadable(self.path(name))
        return value

    def path(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name

    def text(self, name: str) -> str:
        value: str = self.take(name, str)
        if not value.strip():
            raise SchemeUnreadable(self.path(name))
        return value

    def whole(self, name: str) -> int:
        value: int = self.take(name, int)
        return value

    def number(self, name: str) -> Decimal:
        return Decimal(self.take(name, (int, Decimal)))

    def inner(self, name: str) -> "_Fields":
        return _Fields(self.take(name, dict), self.path(name))

    def inner_or_none(self, name: str) -> "_Fields | None":
        return self.inner(name) if name in self._held else None

    def all(self, name: str) -> "list[_Fields]":
        return [_Fields(each, f"{self.path(name)}[{i}]") for i, each in enumerate(self.take(name, list))]

    def all_or_none(self, name: str) -> "list[_Fields]":
        return self.all(name) if name in self._held else []

    def numbers(self, name: str) -> dict[str, Decimal]:
        inner = self.inner(name)
        return {key: inner.number(key) for key in inner.keys()}  # noqa: SIM118 - not a mapping

    def keys(self) -> list[str]:
        return list(self._held)


def _read(held: _Fields) -> Scheme:
    bonus, reviews = (held.inner_or_none(name) for name in ("workload_bonus", "reviews"))
    cases = held.inner_or_none("cases")
    ballots, leave = held.inner("ballots"), held.inner("leave")
    performance, grades = held.inner("performance_grades"), held.inner("grades")
    return Scheme(
        id=held.text("id"),
        name=held.text("name"),
        category=_one_of(held.text("category"), [str(each) for each in Category], "category"),
        parts=tuple(_part(each) for each in held.all("parts")),
        cases=_weighting(cases) if cases else NO_CASES,
        workload_slope=bonus.number("slope") if bonus else Decimal(0),
        workload_maximum=bonus.number("maximum") if bonus else Decimal(0),
        best_review=reviews.text("best") if reviews else "",
        review_dictionaries=tuple(_dictionary(each) for each in reviews.all("dictionaries")) if reviews else (),
        ballot_weights=ballots.numbers("weights"),
        trimmed_from=ballots.whole("trimmed_from"),
        month_lost_from_days=leave.whole("month_lost_from_days"),
        no_grade_leave=tuple(str(each) for each in leave.take("no_grade_kinds", list)),
        sanctions=_sanctions(held.inner("sanctions")),
        performance_grades={each: _grade_line(performance, each) for each in PERFORMANCE_GRADES_WITH_A_LINE},
        grades={each: _grade_line(grades, each) for each in GRADES_WITH_A_LINE},
        quota_percent=held.whole("quota_percent"),
        review_percent=held.whole("review_percent"),
        minimum_standards=tuple(_standard(each) for each in held.all_or_none("minimum_standards")),
    )


def _one_of(value: str, allowed: list[str], where: str) -> str:
    if value not in allowed:
        raise SchemeUnreadable(where)
    return value


def _part(held: _Fields) -> Part:
    part_id = held.text("id")
    indicators = tuple(_indicator(each, part_id) for each in held.all("indicators"))
    return Part(part_id, held.text("name"), indicators)


def _indicator(held: _Fields, part: str) -> Indicator:
    rule = _one_of(held.text("rule"), [str(each) for each in RuleKind], held.path("rule"))
    return Indicator(
        id=held.text("id"),
        name=held.text("name"),
        part=part,
        maximum=held.whole("maximum"),
        rule=RuleKind(rule),
        start=held.number("start") if rule == RuleKind.LEDGER else Decimal(0),
        takes_workload_bonus=held.take("takes_workload_bonus", bool, default=False),
    )


def _weighting(held: _Fields) -> CaseWeighting:
    return CaseWeighting(
        weights=held.numbers("weights"),
        persons_without_addition=held.whole("persons_without_addition"),
        addition_per_person=held.number("addition_per_person"),
        largest_coefficient=held.number("largest_coefficient"),
    )


def _dictionary(held: _Fields) -> ReviewDictionary:
    return ReviewDictionary(held.take("since", int, default=None), held.numbers("points"))


def _sanctions(held: _Fields) -> dict[str, SanctionEffect]:
    effects = {}
    for kind in held.keys():  # noqa: SIM118 - not a mapping
        inner = held.inner(kind)
        effect = Effect(_one_of(inner.text("effect"), [str(each) for each in Effect], inner.path("effect")))
        after = inner.take("no_grade_years_after", (int, str), default=0)
        if isinstance(after, str) and after != "term":
            raise SchemeUnreadable(inner.path("no_grade_years_after"))
        by_term = after == "term"
        effects[kind] = SanctionEffect(effect, 0 if by_term else int(after), by_term)
    return effects


def _standard(held: _Fields) -> MinimumStandard:
    measure = _one_of(held.text("measure"), [str(each) for each in Measure], held.path("measure"))
    return MinimumStandard(held.text("work"), Measure(measure), held.number("least"))


def _grade_line(held: _Fields, name: str) -> Decimal:
    if name not in held.keys():  # noqa: SIM118 - not a mapping
        raise DictionaryIncomplete(held.path("").rstrip("."), name)
    return held.number(name)


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
