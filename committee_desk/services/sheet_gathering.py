"""Gathers what form 1 says of each person, from the year's scores, explanations and records.

Why a grade is still open never gets past here: an open investigation, long leave, a missing rating and a tie become
one outcome.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.scheme import PERFORMANCE, Effect, Scheme
from committee_desk.domain.scores import PersonScore, Status, YearScores
from committee_desk.domain.standing import Sanction, effect_in
from committee_desk.services.opinion_views import Giver
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.sheet_views import (
    FormerOffice,
    GradeSheet,
    Outcome,
    SheetIndicator,
    SheetLimit,
    SheetPart,
    SheetPerson,
)

_OUTCOMES = {
    Status.GRADED: Outcome.GRADED,
    Status.NO_GRADE: Outcome.OPEN,
    Status.EXTERNAL: Outcome.ELSEWHERE,
    Status.LEFT: Outcome.LEFT,
    Status.PENDING: Outcome.OPEN,
    Status.INCOMPLETE: Outcome.OPEN,
    Status.TIE_AT_QUOTA: Outcome.OPEN,
}
_NAMED = (Effect.NOT_EXCELLENT, Effect.NO_GRADE, Effect.INCOMPETENT)
"""What a sheet tells its own person of; an investigation that is still open is not among them."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the desk has on record for a year's sheets, by code."""

    office: str
    demo: bool
    year: int
    stays: Mapping[str, list[Stay]]
    sanctions: Mapping[str, list[Sanction]]
    former_offices: Mapping[str, list[FormerOffice]] = field(default_factory=dict)

    @classmethod
    def of(cls, uow: UnitOfWork, year: int, category: Category = Category.PROSECUTOR) -> Self:
        """Read it: the stays are those of that category, decisions touch whoever they were made about."""
        desk = uow.office.identity()
        stays: defaultdict[str, list[Stay]] = defaultdict(list)
        for stay in uow.people.stays_touching(date(year, 1, 1), date(year, 12, 31)):
            if stay.category is category:
                stays[stay.code].append(stay)
        sanctions: defaultdict[str, list[Sanction]] = defaultdict(list)
        for decided in uow.people.sanctions():
            sanctions[decided.fact.code].append(decided.fact)
        former: defaultdict[str, list[FormerOffice]] = defaultdict(list)
        for row in uow.opinions.of_year(year):
            if row.opinion.kind is Giver.FORMER_OFFICE and row.opinion.code is not None:
                former[row.opinion.code].append(FormerOffice(row.opinion.giver, row.number))
        return cls(desk.office, desk.demo, year, stays, sanctions, former)


def gather(
    scores: YearScores, explained: Iterable[PersonExplanation], scheme: Scheme, recorded: Recorded
) -> tuple[GradeSheet, ...]:
    """The sheets of everybody explained, in that order."""
    ranked = sum(person.rank is not None for person in scores.people)
    people = {person.code: person for person in scores.people}
    return tuple(_sheet(people[each.code], each, scheme, recorded, ranked) for each in explained)


def _sheet(
    person: PersonScore, explained: PersonExplanation, scheme: Scheme, recorded: Recorded, ranked: int
) -> GradeSheet:
    year, stays = recorded.year, recorded.stays[person.code]
    outcome = _OUTCOMES[person.status]
    return GradeSheet(
        office=recorded.office,
        demo=recorded.demo,
        final=False,  # the party group's decision, which alone makes a sheet final, is not on the desk yet
        year=year,
        person=_person(person, stays[-1]),
        since=max([date(year, 1, 1), *([stays[0].since] if stays[0].since else [])]),
        until=min([date(year, 12, 31), *([stays[-1].until] if stays[-1].until else [])]),
        scheme=scheme.name,
        parts=_parts(person, explained, scheme),
        uncut=person.uncut,
        total=person.total,
        rank=person.rank,
        ranked=ranked,
        performance=person.parts[PERFORMANCE],
        performance_grade=person.performance_grade,
        outcome=outcome,
        grade=person.proposed_grade if outcome is Outcome.GRADED else None,
        review_required=person.review_required,
        limits=_limits(scheme, recorded.sanctions.get(person.code, []), year),
        category=Category(scheme.category),
        former_offices=tuple(recorded.former_offices.get(person.code, ())),
    )


def _person(person: PersonScore, stay: Stay) -> SheetPerson:
    return SheetPerson(person.code, person.name, person.department, stay.sex, stay.post, stay.rank, stay.quota_since)


def _parts(person: PersonScore, explained: PersonExplanation, scheme: Scheme) -> tuple[SheetPart, ...]:
    explanations = {each.indicator: each for each in explained.indicators}
    return tuple(
        SheetPart(
            part.id,
            part.name,
            part.maximum,
            person.parts[part.id],
            tuple(
                SheetIndicator(
                    each.id,
                    each.name,
                    each.maximum,
                    person.indicators.get(each.id),
                    each.id not in person.not_applicable,
                    explanations[each.id],
                )
                for each in part.indicators
            ),
        )
        for part in scheme.parts
    )


def _limits(scheme: Scheme, sanctions: Iterable[Sanction], year: int) -> tuple[SheetLimit, ...]:
    """The decisions that touch this year's grade, oldest first."""
    found = []
    for each in sorted(sanctions, key=lambda each: (each.decided, each.document)):
        effect = effect_in(scheme, each, year)
        if effect in _NAMED:
            found.append(SheetLimit(each.kind, each.document, each.decided, effect.value))
    return tuple(found)
