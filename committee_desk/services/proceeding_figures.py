"""What the figures of a fact are now, for whoever writes down what was found; and changes tried beforehand."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.proceedings import DEPARTURE_LIFTED, FIELDS, ChangeKind, FactChange
from committee_desk.domain.scores import Grade
from committee_desk.services.objection_rules import people_of
from committee_desk.services.override_rules import grades_for
from committee_desk.services.overrides import told
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_changes import fitted, held_facts, mark_now
from committee_desk.services.proceeding_keys import whole_key
from committee_desk.services.proceeding_refusals import NothingLikeThat
from committee_desk.services.proceeding_views import Found
from committee_desk.services.year_schemes import ledgers_of


class FactNow(NamedTuple):
    """The figures of one fact as they count, by field and as text; `choices` are the words that a field may have."""

    values: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]] = {}


def fact_now(uow: UnitOfWork, year: int, kind: ChangeKind, key: tuple[str, ...]) -> FactNow:
    """The fact as it counts; NothingLikeThat where the year has none."""
    key = whole_key(kind, key)
    if kind is ChangeKind.BALLOT:
        return FactNow({"mark": told(mark_now(uow, year, key))})
    if kind is ChangeKind.GRADE:
        return _grade_now(uow, year, key)
    held = held_facts(uow, year, FactChange(kind, key, FIELDS[kind][0], "", "", "", ""))
    if not held:
        raise NothingLikeThat(kind, key)
    values = {field: told(held[0].values[field]) for field in FIELDS[kind]}
    grades = tuple(grades_for(uow, key[0])) if kind is ChangeKind.REVIEW else ()
    return FactNow(values, {"grade": grades} if grades else {})


def _grade_now(uow: UnitOfWork, year: int, key: tuple[str, ...]) -> FactNow:
    """The grade on the list in force, and the law's four; where it departs from the scheme, that this is lifted."""
    listed = uow.grades.list(year, ListStage.APPROVED)
    mine = next((each for each in listed.people if each.code == key[0]), None) if listed and key else None
    if mine is None:
        raise NothingLikeThat(ChangeKind.GRADE, key)
    departs = any(each.code == mine.code for each in uow.grades.choices(year))
    choices = (*map(str, Grade), *((DEPARTURE_LIFTED,) if departs else ()))
    return FactNow({"grade": str(mine.grade or "")}, {"grade": choices})


def ledger_names(uow: UnitOfWork, year: int, code: str) -> tuple[tuple[str, str], ...]:
    """The indicators to which an event of that person can belong: id and name."""
    people = people_of(uow, year)
    if code not in people:
        raise NoSuchPerson(code)
    return tuple((each.id, each.name) for each in ledgers_of(uow, year).get(people[code].category, ()))


def tried(uow: UnitOfWork, year: int, changes: Iterable[Found]) -> tuple[FactChange, ...]:
    """The changes as they would be kept; refused as they would be."""
    return fitted(uow, year, people_of(uow, year), changes)
