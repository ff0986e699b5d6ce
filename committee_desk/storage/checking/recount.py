"""The sums of a year counted a second time: row by row past every index, added up in Python."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from committee_desk.domain.cases import weight
from committee_desk.domain.exact import POINT, SHARE, WEIGHT, Amount, in_units
from committee_desk.domain.scheme import RuleKind, Scheme
from committee_desk.domain.summing import review_points
from committee_desk.storage.checking.reading import Reading
from committee_desk.storage.exact import BILLION, from_stored

CASE_SUMS = ("equivalent", "with_due", "in_time", "reviewed", "marks", "points", "best")
"""What is summed of a person's cases."""

Sums = Mapping[tuple[str, str], Amount]
"""A year's sums by person and by what is summed."""

_FINEST = BILLION // SHARE


class _Rules(NamedTuple):
    """What the scheme makes of weightings and reviews, by their numbers."""

    weights: Mapping[int, Amount]
    reviews: Mapping[int, tuple[Amount, Amount, bool]]


def recounted(reading: Reading, scheme: Scheme, year: int) -> Sums:
    """The year's sums, once more."""
    codes: dict[int, str] = dict(reading.rows("SELECT id, code FROM persons"))
    found: defaultdict[tuple[str, str], Amount] = defaultdict(int)
    for person, sums in _cases(reading, scheme, year).items():
        found.update({(codes[person], name): total for name, total in zip(CASE_SUMS, sums, strict=True)})
    asked = "SELECT person_id, {} FROM {} NOT INDEXED WHERE ended_by IS NULL AND year = ?"
    for person, indicator, points in reading.each(asked.format("indicator, points", "events"), year):
        found[codes[person], indicator] += _points(points)
    for person, mark in reading.each(asked.format("mark", "leader_marks"), year):
        found[codes[person], RuleKind.LEADER_MARKS] += _points(mark)
    for person, mark in reading.each(asked.format("mark", "ballots"), year):
        if mark is not None:
            found[codes[person], RuleKind.BALLOTS] += _points(mark)
    return found


def _cases(reading: Reading, scheme: Scheme, year: int) -> dict[int, list[Amount]]:
    rules = _Rules(_weights(reading, scheme), _reviews(reading, scheme, year))
    sums: dict[int, list[Amount]] = {}
    asked = """
        SELECT person_id, weighting_id, share, due IS NOT NULL, closed <= due, case_id
        FROM case_shares NOT INDEXED WHERE ended_by IS NULL AND substr(closed, 1, 4) = ?
    """
    for person, weighting, stored, has_due, in_time, case in reading.each(asked, f"{year:04}"):
        share = stored // _FINEST if type(stored) is int and not stored % _FINEST else _share(stored)
        each = sums.setdefault(person, [0] * len(CASE_SUMS))
        each[0] += share * rules.weights[weighting]
        if has_due:
            each[1] += share
        if in_time:
            each[2] += share
        review = rules.reviews.get(case)
        if review is not None:
            mark, points, best = review
            each[3] += share
            each[4] += share * mark
            each[5] += points
            each[6] += best
    return sums


def _weights(reading: Reading, scheme: Scheme) -> dict[int, Amount]:
    found = {}
    for number, kind, persons, difficulty in reading.each("SELECT id, kind, persons, difficulty FROM weightings"):
        if kind in scheme.cases.weights:
            certified = Decimal(difficulty) if difficulty else None
            found[number] = in_units(weight(scheme.cases, kind, persons, certified), WEIGHT)
    return found


def _reviews(reading: Reading, scheme: Scheme, year: int) -> dict[int, tuple[Amount, Amount, bool]]:
    points: dict[str, Amount] = {}
    marks: dict[tuple[int | str, int | str], Amount] = {}
    found: dict[int, Any] = {}
    asked = "SELECT case_id, substance, procedure, grade FROM reviews NOT INDEXED WHERE ended_by IS NULL"
    for case, substance, procedure, grade in reading.each(asked):
        if grade not in points:
            points[grade] = in_units(review_points(scheme, grade, year), WEIGHT)
        both = substance, procedure
        if both not in marks:
            marks[both] = in_units(Fraction(from_stored(substance)) + Fraction(from_stored(procedure)), WEIGHT)
        found[case] = marks[both], points[grade], grade == scheme.best_review
    return found


def _share(stored: int | str) -> Amount:
    return in_units(from_stored(stored), SHARE)


def _points(stored: int | str) -> Amount:
    return stored if type(stored) is int else in_units(from_stored(stored), POINT)
