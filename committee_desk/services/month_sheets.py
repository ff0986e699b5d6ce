"""The figures of a month's sheet: worked out as of its last day, and read again from what a version kept."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from committee_desk.domain.departments import department_order
from committee_desk.domain.grading import OUT_OF_COUNT, score_year
from committee_desk.domain.journal import canonical
from committee_desk.domain.months import (
    Gone,
    MonthSheet,
    RoutineGrade,
    SheetColumn,
    SheetLine,
    ends_a_quarter,
    last_day,
    quarter_of,
)
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scheme_file import load
from committee_desk.domain.scores import PersonScore
from committee_desk.domain.scoring import RATINGS
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import MONTHS_GRADED, is_on


def sheet_now(uow: UnitOfWork, year: int, month: int, category: Category) -> MonthSheet:
    """The sheet that the facts make now: everybody scored as of the month's last day, departments together.

    Why somebody's grade is open plays no part: all who take part stand on it, and are ranked, alike. What a month
    brought is the difference to the month before; to January and to a newcomer's first month it is everything.
    """
    scheme = load(uow.office.scheme(year, category))
    people = _as_of(uow, scheme, year, month)
    before = {each.code: each for each in _as_of(uow, scheme, year, month - 1)} if month > 1 else {}
    ranked, graded = scheme.monthly_rank, is_on(uow, MONTHS_GRADED) and ends_a_quarter(month)
    ranks = _ranks(people) if ranked else {}
    gone = _gone(uow, year, month, category)
    given = uow.months.grades(year, quarter_of(month)) if graded else ()
    grades = {each.code: each.grade for each in given}
    lines = (_line(each, before.get(each.code), ranks, grades, scheme) for each in people)
    return MonthSheet(
        year=year,
        month=month,
        category=str(category),
        scheme=scheme.name,
        parts=tuple(SheetColumn(part.id, part.name, part.maximum) for part in scheme.parts),
        indicators=tuple(
            SheetColumn(each.id, each.name, each.maximum, part.id, each.rule in RATINGS)
            for part in scheme.parts
            for each in part.indicators
        ),
        people=tuple(replace(line, gone=gone.get(line.code)) for line in _by_department(lines)),
        ranked=ranked,
        graded=graded,
    )


def _gone(uow: UnitOfWork, year: int, month: int, category: Category) -> dict[str, Gone]:
    """Who is not of the category any more on the month's last day: since when, and whether gone elsewhere here."""
    day = last_day(year, month)
    stays: dict[str, list[Stay]] = {}
    for stay in uow.people.stays_touching(date(year, 1, 1), day):
        stays.setdefault(stay.code, []).append(stay)
    found = {}
    for code, own in stays.items():
        there = [stay for stay in own if stay.covers(day)]
        until = max((stay.until for stay in own if stay.category is category and stay.until), default=None)
        if until is not None and not any(stay.category is category for stay in there):
            found[code] = Gone(until.isoformat(), elsewhere=bool(there))
    return found


def _by_department(lines: Iterable[SheetLine]) -> tuple[SheetLine, ...]:
    """Departments together, in the same order on every category's sheet; never by score."""
    return tuple(sorted(lines, key=lambda line: (department_order(line.department), line.code)))


def sheets_now(uow: UnitOfWork, year: int, month: int) -> Iterator[MonthSheet]:
    """The sheets of all categories in which somebody is assessed."""
    for category in uow.office.scheme_categories(year):
        sheet = sheet_now(uow, year, month, category)
        if sheet.people:
            yield sheet


def _as_of(uow: UnitOfWork, scheme: Scheme, year: int, month: int) -> tuple[PersonScore, ...]:
    return score_year(scheme, uow.totals.year_inputs(scheme, year, last_day(year, month))).people


def _ranks(people: tuple[PersonScore, ...]) -> dict[str, int]:
    """Competition ranks by the printed total among all who take part, whatever their grade waits for."""
    taking_part = [each for each in people if each.status not in OUT_OF_COUNT]
    totals = sorted(each.total for each in taking_part)
    return {each.code: len(totals) - bisect_right(totals, each.total) + 1 for each in taking_part}


def _line(
    person: PersonScore,
    before: PersonScore | None,
    ranks: Mapping[str, int],
    grades: Mapping[str, RoutineGrade],
    scheme: Scheme,
) -> SheetLine:
    none_yet = dict.fromkeys((part.id for part in scheme.parts), 0)
    return SheetLine(
        code=person.code,
        name=person.name,
        department=person.department,
        indicators=dict(person.indicators),
        parts=dict(person.parts),
        total=person.total,
        indicators_before=dict(before.indicators) if before else {},
        parts_before=dict(before.parts) if before else none_yet,
        total_before=before.total if before else 0,
        rank=ranks.get(person.code),
        grade=grades.get(person.code),
    )


def kept(sheet: MonthSheet) -> str:
    """The sheet as the desk keeps it: canonical JSON."""
    return canonical(sheet)


def sheet_of(figures: str) -> MonthSheet:
    """The sheet that a version kept."""
    told: dict[str, Any] = json.loads(figures)
    return MonthSheet(
        **{
            **told,
            "parts": tuple(SheetColumn(**each) for each in told["parts"]),
            "indicators": tuple(SheetColumn(**each) for each in told["indicators"]),
            "people": tuple(_line_of(each) for each in told["people"]),
        }
    )


def _line_of(told: dict[str, Any]) -> SheetLine:
    grade, gone = told.pop("grade", None), told.pop("gone", None)
    return SheetLine(
        **told, grade=None if grade is None else RoutineGrade(grade), gone=None if gone is None else Gone(**gone)
    )
