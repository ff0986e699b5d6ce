"""Whose figures are no longer those that a list laid down. Decisions taken on the list since are no such move."""

from collections.abc import Iterator

from committee_desk.domain.exact import figure
from committee_desk.domain.grade_list import GradeList, Listed, ListStage
from committee_desk.domain.grading import OUT_OF_COUNT
from committee_desk.domain.live_year import LiveYear
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import PERFORMANCE
from committee_desk.domain.scores import PersonScore, Status
from committee_desk.services.grading_roll import HIDDEN
from committee_desk.services.grading_views import Moved
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.year_inputs import graded_categories, inputs_of
from committee_desk.services.year_schemes import scheme_of


def moved_since(uow: UnitOfWork, year: int, laid: GradeList) -> tuple[Moved, ...]:
    """Everybody of whom something moved, by code; the first that moved is told."""
    until = uow.grades.entry_of(year, laid.stage) if laid.stage is ListStage.PROPOSED else None
    now: dict[str, PersonScore] = {}
    for category in graded_categories(uow, year):
        now |= {each.code: each for each in _scored(uow, year, category, until) if each.status not in OUT_OF_COUNT}
    return tuple(_moved(laid, now))


def _scored(uow: UnitOfWork, year: int, category: Category, until: int | None) -> tuple[PersonScore, ...]:
    scheme = scheme_of(uow, year, category)
    return LiveYear.of(scheme, inputs_of(uow, scheme, year, until)).scores.people


def _moved(laid: GradeList, now: dict[str, PersonScore]) -> Iterator[Moved]:
    held = {each.code: each for each in laid.people}
    for code in sorted(held.keys() | now.keys()):
        before, after = held.get(code), now.get(code)
        if before is None or after is None:
            found = before or after
            yield Moved(code, found.name if found else code, "gone" if after is None else "listed", "", "")
        else:
            yield from _first(before, after)


def _first(before: Listed, after: PersonScore) -> Iterator[Moved]:
    """The weightiest figure that differs."""
    status = Status.SETTLED_APART if after.status in HIDDEN else after.status
    told = (
        ("total", figure(before.total), figure(after.total)),
        ("performance", figure(before.performance), figure(after.parts[PERFORMANCE])),
        ("indicators", *_differing(before, after)),
        ("rank", _text(before.rank), _text(after.rank)),
        ("proposed", _text(before.proposed), _text(after.proposed_grade)),
        ("status", str(before.status), str(status)),
    )
    for what, old, new in told:
        if old != new:
            yield Moved(before.code, before.name, what, old, new)
            return


def _differing(before: Listed, after: PersonScore) -> tuple[str, str]:
    names = sorted(before.indicators.keys() | after.indicators.keys())
    for name in names:
        old, new = before.indicators.get(name), after.indicators.get(name)
        if old != new:
            return f"{name} {_text(old)}", f"{name} {_text(new)}"
    return "", ""


def _text(value: object) -> str:
    return "" if value is None else str(value)
