"""What every year's answer must hold by itself, whatever it was worked out from: totals, ranks, places."""

from collections.abc import Iterator
from typing import NamedTuple

from committee_desk.domain.decided import NOTHING, Decided
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import Grade, PersonScore, YearScores

FULL_MARKS = 10_000
"""A hundred points in hundredths: where a total is cut."""


class OutOfOrder(NamedTuple):
    """A figure of the answer that contradicts the others: which one, whose (empty: the year's), and both values."""

    what: str
    code: str
    held: int | None
    expected: int | None


def out_of_order(scheme: Scheme, scores: YearScores, decided: Decided = NOTHING) -> Iterator[OutOfOrder]:
    """Every figure of the answer that contradicts the others."""
    for person in scores.people:
        yield from _total(person)
        yield from _indicators(scheme, person)
    yield from _ranks(scores)
    yield from _places(scheme, scores, decided)


def _total(person: PersonScore) -> Iterator[OutOfOrder]:
    expected = min(FULL_MARKS, sum(person.indicators.values()))
    if person.total != expected:
        yield OutOfOrder("total", person.code, person.total, expected)


def _indicators(scheme: Scheme, person: PersonScore) -> Iterator[OutOfOrder]:
    """No figure below nothing; none above its maximum, unless points of what does not apply came on top."""
    for each in scheme.indicators:
        figure = person.indicators.get(each.id, 0)
        most = each.maximum * 100
        if figure < 0 or (figure > most and not person.not_applicable):
            yield OutOfOrder("indicator", person.code, figure, most)


def _ranks(scores: YearScores) -> Iterator[OutOfOrder]:
    totals = sorted(person.total for person in scores.people if person.rank is not None)
    places = {total: len(totals) - place for place, total in enumerate(totals)}
    for person in scores.people:
        if person.rank is not None and person.rank != places[person.total]:
            yield OutOfOrder("rank", person.code, person.rank, places[person.total])


def _places(scheme: Scheme, scores: YearScores, decided: Decided) -> Iterator[OutOfOrder]:
    quota = scores.quota
    expected = decided.quota.places if decided.quota else quota.base * scheme.quota_percent // 100
    if quota.places != expected:
        yield OutOfOrder("places", "", quota.places, expected)
    excellent = sum(person.proposed_grade is Grade.EXCELLENT for person in scores.people)
    if excellent > quota.places:
        yield OutOfOrder("excellent", "", excellent, quota.places)
