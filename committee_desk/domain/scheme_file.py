"""Reading a scheme from its JSON text."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from committee_desk.domain.people import Category
from committee_desk.domain.scheme import (
    DEFAULT_BALLOT_POINTS,
    NO_CASES,
    CaseWeighting,
    Effect,
    Indicator,
    Part,
    ReviewDictionary,
    RuleKind,
    SanctionEffect,
    Scheme,
)
from committee_desk.domain.scheme_checking import faults
from committee_desk.domain.scheme_document import Place
from committee_desk.domain.scheme_faults import DictionaryIncomplete, SchemeUnreadable
from committee_desk.domain.scores import Grade, PerformanceGrade
from committee_desk.domain.standards import Measure, MinimumStandard

PERFORMANCE_GRADES_WITH_A_LINE = (PerformanceGrade.EXCELLENT, PerformanceGrade.GOOD, PerformanceGrade.PASS)
GRADES_WITH_A_LINE = (Grade.EXCELLENT, Grade.COMPETENT, Grade.BASIC)


def load(text: str) -> Scheme:
    """The scheme that the JSON text describes; a SchemeRefused when it breaks what every scheme has to hold."""
    scheme = read(text)
    for fault in faults(scheme):
        raise fault
    return scheme


def read(text: str) -> Scheme:
    """What the JSON text says, lawful or not, such as a draft; SchemeUnreadable where it is no scheme at all."""
    return _read(_fields(text))


def strays(text: str) -> tuple[Place, ...]:
    """Where fields stand in a scheme's text that nothing reads."""
    fields = _fields(text)
    _read(fields)
    return tuple(fields.unread())


def _fields(text: str) -> "_Fields":
    try:
        return _Fields(json.loads(text, parse_float=Decimal), "")
    except (ValueError, RecursionError):
        raise SchemeUnreadable("JSON") from None


class _Fields:
    """A JSON object that knows where it stands, so that a missing field can be named."""

    def __init__(self, held: object, where: str) -> None:
        if not isinstance(held, dict):
            raise SchemeUnreadable(where or "JSON")
        self._held: dict[str, Any] = held
        self._where = where
        self._read: set[str] = set()
        self._inner: list[tuple[Place, _Fields]] = []

    def take(self, name: str, kind: type | tuple[type, ...], default: object = ...) -> Any:  # noqa: ANN401 - JSON
        self._read.add(name)
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
        inner = _Fields(self.take(name, dict), self.path(name))
        self._inner.append(((name,), inner))
        return inner

    def inner_or_none(self, name: str) -> "_Fields | None":
        return self.inner(name) if name in self._held else None

    def all(self, name: str) -> "list[_Fields]":
        found = [_Fields(each, f"{self.path(name)}[{i}]") for i, each in enumerate(self.take(name, list))]
        self._inner += [((name, i), each) for i, each in enumerate(found)]
        return found

    def all_or_none(self, name: str) -> "list[_Fields]":
        return self.all(name) if name in self._held else []

    def numbers(self, name: str) -> dict[str, Decimal]:
        inner = self.inner(name)
        return {key: inner.number(key) for key in inner.keys()}  # noqa: SIM118 - not a mapping

    def some_numbers(self, names: Sequence[str]) -> dict[str, Decimal]:
        """Those of these numbers that stand there."""
        return {name: self.number(name) for name in names if name in self._held}

    def keys(self) -> list[str]:
        self._read.update(self._held)
        return list(self._held)

    def may_hold(self, name: str) -> None:
        """A field that has its place there, read or not."""
        self._read.add(name)

    def unread(self) -> Iterator[Place]:
        """Where fields stand that were not read."""
        yield from ((name,) for name in self._held if name not in self._read)
        for place, inner in self._inner:
            yield from ((*place, *rest) for rest in inner.unread())


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
        monthly_rank=held.take("monthly_rank", bool, default=False),
        ballot_points=_ballot_points(ballots.inner_or_none("points")),
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
    held.may_hold("start")  # it stays when another rule is tried
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


def _ballot_points(held: _Fields | None) -> dict[Grade, Decimal]:
    """What the scheme says of each grade; of the others, and in a scheme from before rounds, what they always count."""
    said = held.some_numbers(tuple(Grade)) if held is not None else {}
    return {grade: said.get(grade, points) for grade, points in DEFAULT_BALLOT_POINTS.items()}


def _grade_line(held: _Fields, name: str) -> Decimal:
    if name not in held.keys():  # noqa: SIM118 - not a mapping
        raise DictionaryIncomplete(held.path("").rstrip("."), name)
    return held.number(name)
