"""The list that a change would lay down, beside the one in force: who moves, which baselines, what is left open."""

from collections.abc import Iterator, Mapping

from committee_desk.domain.effects import Effects, MovedBaseline, MovedPlaces, OpenedTie, in_cases
from committee_desk.domain.grade_list import GradeList, Listed, ListStage
from committee_desk.domain.grade_rules import Bound
from committee_desk.domain.live_year import LiveYear
from committee_desk.domain.moved_people import MovedPerson, differs
from committee_desk.domain.people import Category
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.services.effect_publishing import republished_by
from committee_desk.services.effect_reasons import Reasons, Sides
from committee_desk.services.grading_roll import Roll, drawn_up
from committee_desk.services.ports import UnitOfWork


def next_list(uow: UnitOfWork, roll: Roll) -> GradeList:
    """The list that would be laid down, not sealed yet."""
    return drawn_up(roll, ListStage.APPROVED, uow.grades.versions(roll.year, ListStage.APPROVED) + 1)


def effects_of(uow: UnitOfWork, given: Proceeding, was: Roll, roll: Roll, own: Mapping[str, int]) -> Effects:
    """What the change does: `was` is the roll before it in the same transaction, `roll` the one after."""
    listed = uow.grades.list(given.year, ListStage.APPROVED)
    assert listed is not None  # noqa: S101 - asked for before
    laid = next_list(uow, roll)
    before, after = _lines(listed), _lines(laid)
    fresh = _lines(drawn_up(was, ListStage.APPROVED, listed.version))
    sides = {code: Sides(before.get(code), after.get(code)) for code in {**before, **after}}
    moved = [code for code, (was_so, now) in sides.items() if differs(was_so, now)]
    baselines, places = tuple(_baselines(was.lives, roll.lives)), tuple(_places(listed, laid))
    laid_at = uow.grades.entry_of(given.year, ListStage.APPROVED) or 0
    drifted = uow.course.standing_touched_of(laid_at) if uow.course.standing_touched(laid_at) else frozenset()
    reasons = Reasons(roll, sides, own, drifted, baselines, places)
    people = tuple(_person(code, sides[code], reasons, own) for code in _in_order(moved, sides))
    applicant = given.applicant
    return Effects(
        year=given.year,
        number=given.number,
        list_version=listed.version,
        applicant=applicant,
        people=people,
        unchanged=len(after) - sum(code in after for code in moved),
        baselines=baselines,
        places=places,
        ties=tuple(_ties(roll)),
        reviews=tuple(sorted(code for code, why in roll.bounds.items() if why is Bound.AWAITS_REVIEW)),
        over=tuple(each.category for each in roll.categories if each.wanted > each.quota.places),
        bound=tuple(sorted(code for code, why in roll.bounds.items() if why not in _SAID_APART)),
        republished=republished_by(uow, given.year, laid),
        worse=applicant is not None and is_worse(fresh.get(applicant), after.get(applicant)),
    ).sealed()


def is_worse(before: Listed | None, after: Listed | None) -> bool:
    """Whether somebody is worse off than without the change; a sanction that came meanwhile is no work of it."""
    if before is None or after is None:
        return False
    return MovedPerson("", "", "", "", before, after).loses


_SAID_APART = (Bound.AWAITS_REVIEW, Bound.TIED)
"""What the effects say of people by itself."""


def _lines(listed: GradeList) -> dict[str, Listed]:
    return {each.code: each for each in listed.people}


def _in_order(moved: list[str], sides: Mapping[str, Sides]) -> list[str]:
    """By category, then as they stand after the change; who has no rank, or is gone, at the end."""

    def key(code: str) -> tuple[object, ...]:
        line, after = sides[code].any, sides[code].after
        rank = after.rank if after is not None else None
        return (_CATEGORIES.index(line.category), after is None, rank is None, rank or 0, code)

    return sorted(moved, key=key)


_CATEGORIES = tuple(map(str, Category))


def _person(code: str, sides: Sides, reasons: Reasons, own: Mapping[str, int]) -> MovedPerson:
    line = sides.any
    return MovedPerson(
        code, line.name, line.department, line.category, sides.before, sides.after, code in own, reasons.of(code)
    )


def _baselines(was: Mapping[Category, LiveYear], now: Mapping[Category, LiveYear]) -> Iterator[MovedBaseline]:
    for category in now.keys() & was.keys() if was is not now else ():
        before, after = was[category].scoring.baselines, now[category].scoring.baselines
        for department in sorted(before.keys() | after.keys()):
            if before.get(department) != after.get(department):
                yield MovedBaseline(
                    str(category), department, in_cases(before.get(department)), in_cases(after.get(department))
                )


def _places(listed: GradeList, laid: GradeList) -> Iterator[MovedPlaces]:
    held = {each.category: each.places for each in listed.quotas}
    for each in laid.quotas:
        if held.get(each.category, 0) != each.places:
            yield MovedPlaces(each.category, held.get(each.category, 0), each.places)


def _ties(roll: Roll) -> Iterator[OpenedTie]:
    for each in roll.categories:
        if each.tie is not None and each.tie.decision is None:
            yield OpenedTie(each.category, each.tie.equals, roll.names(each.tie.equals), each.tie.open)
