"""What an overriding figure has to be, field by field, and what else the desk holds that it must go together with."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from committee_desk.domain.evaluations import FULL
from committee_desk.services import typed_values
from committee_desk.services.causes import require_cause_found, require_deduction_allowed
from committee_desk.services.history_views import FactKind
from committee_desk.services.override_views import (
    OF_THE_CASE,
    HeldFact,
    OverrideTaken,
    OverrideValueRefused,
    Value,
)
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.year_schemes import review_grades_on, scheme_of

MOST_PERSONS = 100_000


def read_value(field: str, value: Value) -> Value:
    """The value as the field holds it: text is read, an empty one is none."""
    return _READERS[field](field, value.strip() if isinstance(value, str) else value)


def require_fitting(uow: UnitOfWork, kind: FactKind, held: tuple[HeldFact, ...], field: str, value: Value) -> None:
    """Refuse a figure that contradicts the rest of what the desk holds."""
    first = held[0]
    if field == "grade":
        _require_grade(uow, str(first.key[0]), str(value))
    elif field in FULL:
        if isinstance(value, Decimal) and value < FULL[field]:
            require_cause_found(uow, str(first.key[0]))
    elif field == "closed":
        _require_closing(uow, first, value)
    elif field == "share":
        _require_share(uow, first, value)
    elif field == "points":
        _require_points(uow, first, value)
    elif field == "day":
        assert isinstance(value, date)  # noqa: S101 - read so
        if value.year not in uow.office.years():
            raise OverrideValueRefused(field, "year", known=tuple(map(str, uow.office.years())))
    if uow.overrides.taken(kind, first, field, value):
        raise OverrideTaken(field)


def rows_meant(
    uow: UnitOfWork, kind: FactKind, key: tuple[object, ...], field: str, year: int | None
) -> tuple[HeldFact, ...]:
    """The fact's own row, or those of all handlers for what belongs to the case."""
    if kind is FactKind.CASE_SHARE and field in OF_THE_CASE:
        key = key[:1]
    return uow.overrides.find(kind, key, year)


def grades_for(uow: UnitOfWork, number: str, closed: date | None = None) -> Mapping[str, Decimal]:
    """The review grades of the year in which the case closes, or would close."""
    shares = uow.cases.shares(number)
    day = closed or (shares[0].fact.closed if shares else None)
    return review_grades_on(uow, day)


def _require_grade(uow: UnitOfWork, number: str, grade: str) -> None:
    grades = grades_for(uow, number)
    if grade not in grades:
        raise OverrideValueRefused("grade", "grade", known=tuple(grades))
    if grades[grade] < 0:
        require_deduction_allowed(uow, number)


def _require_closing(uow: UnitOfWork, held: HeldFact, value: Value) -> None:
    """Not before the case was accepted, and in a year whose dictionary knows the grade of its review."""
    accepted = held.values["accepted"]
    assert isinstance(value, date)  # noqa: S101 - read so
    assert isinstance(accepted, date)  # noqa: S101 - the column is never empty
    if value < accepted:
        raise OverrideValueRefused("closed", "order", least=accepted)
    years = uow.office.years()
    if value.year > max(years):
        raise OverrideValueRefused("closed", "year", known=tuple(map(str, years)))
    number = str(held.key[0])
    review = uow.cases.review(number)
    grades = grades_for(uow, number, value)
    if review is not None and review.fact.grade not in grades:
        raise OverrideValueRefused("closed", "grade", known=tuple(grades))


def _require_share(uow: UnitOfWork, held: HeldFact, value: Value) -> None:
    number, code = held.key
    shares = [each.fact for each in uow.cases.shares(str(number))]
    others = sum((each.share for each in shares if each.code != code), Decimal(0))
    assert isinstance(value, Decimal)  # noqa: S101 - read so
    if others + value > 1:
        raise OverrideValueRefused("share", "shares", most=1 - others)


def _require_points(uow: UnitOfWork, held: HeldFact, value: Value) -> None:
    """Typed points lie within what the indicator may reach, up or down."""
    indicator, year = str(held.key[1]), held.values["year"]
    assert isinstance(year, int)  # noqa: S101 - the column holds whole numbers
    assert isinstance(value, Decimal)  # noqa: S101 - read so
    if year not in uow.office.years():
        return
    for category in uow.office.scheme_categories(year):
        known = scheme_of(uow, year, category).indicator(indicator)
        if known is not None and abs(value) > known.maximum:
            raise OverrideValueRefused("points", "range", -known.maximum, known.maximum)


Reader = Callable[[str, Value], Value]


def _number(
    least: int | None, most: int | None, *, decimals: int = 2, above: bool = False, empty: bool = False
) -> Reader:
    """A number within these limits, `above` the least one where it may not be reached; empty where it may be."""

    def read(field: str, value: Value) -> Value:
        if empty and (value is None or value == ""):
            return None
        number = _decimal(field, value)
        low = least is not None and (number < least or (above and number == least))
        if low or (most is not None and number > most):
            raise OverrideValueRefused(field, "range", least, most)
        if not typed_values.fits(number, decimals):
            raise OverrideValueRefused(field, "fine", most=decimals)
        return number

    return read


def _whole(field: str, value: Value) -> Value:
    number = _decimal(field, value)
    if number != int(number) or not 1 <= number <= MOST_PERSONS:
        raise OverrideValueRefused(field, "whole", 1, MOST_PERSONS)
    return int(number)


def _day(*, empty: bool) -> Reader:
    def read(field: str, value: Value) -> Value:
        if empty and (value is None or value == ""):
            return None
        found = typed_values.day(value)
        if found is None:
            raise OverrideValueRefused(field, "date")
        return found

    return read


def _decimal(field: str, value: Value) -> Decimal:
    number = typed_values.number(value)
    if number is None:
        raise OverrideValueRefused(field, "number")
    return number


_READERS: Mapping[str, Reader] = {
    "substance": _number(0, 60),
    "procedure": _number(0, 40),
    "grade": lambda _field, value: str(value),
    "points": _number(None, None),
    "day": _day(empty=False),
    "share": _number(0, 1, decimals=4, above=True),
    "persons": _whole,
    "difficulty": _number(1, 2, empty=True),
    "due": _day(empty=True),
    "closed": _day(empty=False),
    "mark": _number(0, 100),
}
