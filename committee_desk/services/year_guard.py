"""From the committee's approval on, no figure of a year moves: what would move one is refused when it is to be kept.

Sanctions and leave are taken all the same, since they happened whatever the list says; what they move is owed. What a
re-review found lays a new list down together with the figures that it changes: there the year must come to exactly
that list. Everything else waits until the year has gone back to the proposal.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import NamedTuple

from committee_desk.domain.course import Stage
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_list import Listed, ListStage
from committee_desk.domain.grading import OUT_OF_COUNT
from committee_desk.domain.scores import PersonScore, Quota
from committee_desk.services.grading_roll import drawn_up, roll_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.scored_year import scored
from committee_desk.services.year_inputs import graded_categories

AsBefore = Callable[[], AbstractContextManager[UnitOfWork]]
"""Opens the desk as everybody else still reads it."""

_FIGURES = (
    ("total", "total"),
    ("rank", "rank"),
    ("performance_grade", "performance_grade"),
    ("proposed", "proposed_grade"),
    ("department", "department"),
)
"""What of a person's figures is told, the weightiest first; where none of these moved, it is a part of them."""


class MovedFigure(NamedTuple):
    """What of whose figures would move: listed, gone, places, one of those above, or indicators.

    `places` is of a category and of nobody: it names that.
    """

    code: str
    name: str
    what: str
    before: str = ""
    after: str = ""


class YearLocked(DeskError):
    """What is to be kept would move figures of a year whose list of grades is approved."""

    def __init__(self, year: int, stage: Stage, moved: tuple[MovedFigure, ...]) -> None:
        super().__init__(year, stage, moved)
        self.year, self.stage, self.moved = year, stage, moved


class _Figures(NamedTuple):
    people: dict[str, PersonScore]
    quotas: dict[str, Quota]


def refuse_moving_locked(uow: UnitOfWork, before: AsBefore, entry: int) -> None:
    """Refuse (`YearLocked`) what came from that entry on where it moves a figure of a year that is locked."""
    for year in uow.course.locked_and_touched(entry):
        moved = _against_its_list(uow, year) if _laid_since(uow, year, entry) else _since(uow, before, year)
        if moved:
            raise YearLocked(year, uow.course.stage(year), moved)


def _laid_since(uow: UnitOfWork, year: int, entry: int) -> bool:
    """Whether the list in force was laid down in this very transaction."""
    laid_at = uow.grades.entry_of(year, ListStage.APPROVED)
    return laid_at is not None and laid_at >= entry


def _since(uow: UnitOfWork, before: AsBefore, year: int) -> tuple[MovedFigure, ...]:
    with before() as unchanged:
        was = _figures(unchanged, year)
    return tuple(_moved(was, _figures(uow, year)))


def _against_its_list(uow: UnitOfWork, year: int) -> tuple[MovedFigure, ...]:
    """Where the year comes to another list than the one that is laid down beside what moves it."""
    listed = uow.grades.list(year, ListStage.APPROVED)
    assert listed is not None  # noqa: S101 - it was laid down just now
    now = drawn_up(roll_of(uow, year), ListStage.APPROVED, listed.version).sealed()
    if now.fingerprint == listed.fingerprint:
        return ()
    held, fresh = ({each.code: each for each in side.people} for side in (listed, now))
    differing = sorted(code for code in held.keys() | fresh.keys() if held.get(code) != fresh.get(code))
    return tuple(_line_moved(held.get(code), fresh.get(code)) for code in differing) or (MovedFigure("", "", "places"),)


def _line_moved(held: Listed | None, fresh: Listed | None) -> MovedFigure:
    line = held or fresh
    assert line is not None  # noqa: S101 - it is on one of them
    if held is None or fresh is None:
        return MovedFigure(line.code, line.name, "gone" if fresh is None else "listed")
    return MovedFigure(line.code, line.name, "total", _told(held.total), _told(fresh.total))


def _figures(uow: UnitOfWork, year: int) -> _Figures:
    """Those of the people who are graded here, in the categories that are: nobody else's stand on the list."""
    people: dict[str, PersonScore] = {}
    quotas: dict[str, Quota] = {}
    for category in graded_categories(uow, year):
        scores = scored(uow, year, category).scores
        people |= {each.code: each for each in scores.people if each.status not in OUT_OF_COUNT}
        quotas[str(category)] = scores.quota
    return _Figures(people, quotas)


def _moved(was: _Figures, now: _Figures) -> Iterator[MovedFigure]:
    yield from _people_moved(was.people, now.people)
    for category in sorted({*was.quotas, *now.quotas}):
        before, after = was.quotas.get(category), now.quotas.get(category)
        if before != after:
            yield MovedFigure("", category, "places", *(str(each.places) if each else "" for each in (before, after)))


def _people_moved(was: Mapping[str, PersonScore], now: Mapping[str, PersonScore]) -> Iterator[MovedFigure]:
    yield from (MovedFigure(code, now[code].name, "listed") for code in sorted(now.keys() - was.keys()))
    yield from (MovedFigure(code, was[code].name, "gone") for code in sorted(was.keys() - now.keys()))
    for code in sorted(was.keys() & now.keys()):
        if _without_name(was[code]) != _without_name(now[code]):
            yield _first_moved(was[code], now[code])


def _first_moved(before: PersonScore, after: PersonScore) -> MovedFigure:
    for what, field in _FIGURES:
        held, new = getattr(before, field), getattr(after, field)
        if held != new:
            return MovedFigure(before.code, before.name, what, _told(held), _told(new))
    return MovedFigure(before.code, before.name, "indicators")


def _without_name(score: PersonScore) -> tuple[object, ...]:
    """Everything but the name: one misspelt is put right beside the list (更正说明)."""
    return tuple(getattr(score, each) for each in PersonScore._fields if each != "name")


def _told(value: object) -> str:
    return "" if value is None else str(value)
