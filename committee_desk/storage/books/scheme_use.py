"""Which words of a scheme the year's facts use, and what everybody did of each kind of work."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.standards import Done
from committee_desk.services.scheme_views import Use, Used
from committee_desk.storage.tables import (
    case_numbers,
    case_shares,
    event_drafts,
    event_lines,
    events,
    persons,
    reviews,
    sanctions,
    weightings,
)

EXAMPLES = 3


class SchemeUseRows:
    """The book of what rests on a scheme, of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def used(self, year: int) -> tuple[Used, ...]:
        """Every indicator, kind of case, review grade and kind of decision that facts of that year bear."""
        return (
            *self._found(Use.INDICATOR, _events(year)),
            *self._found(Use.INDICATOR, _drafts(year)),
            *self._found(Use.INDICATOR, _lines(year)),
            *self._found(Use.CASE_KIND, _cases(year)),
            *self._found(Use.REVIEW_GRADE, _reviews(year)),
            *self._found(Use.SANCTION, _sanctions()),
        )

    def _found(self, use: Use, asked: sa.Select[Any]) -> Iterable[Used]:
        named: defaultdict[str, list[str]] = defaultdict(list)
        for word, example in self._connection.execute(asked):
            if word is not None:
                named[word].append(str(example))
        for word, examples in named.items():
            yield Used(use, word, len(examples), tuple(dict.fromkeys(examples))[:EXAMPLES])

    def done(self, year: int, until: date) -> dict[str, Done]:
        """What everybody did up to that day, by code: shares of cases by kind, events and their points."""
        cases: defaultdict[str, dict[str, Fraction]] = defaultdict(dict)
        for code, kind, share, count in self._connection.execute(_shares(year, until)):
            held = cases[code]
            held[kind] = held.get(kind, Fraction(0)) + Fraction(share) * count
        number: defaultdict[str, dict[str, int]] = defaultdict(dict)
        points: defaultdict[str, dict[str, Fraction]] = defaultdict(dict)
        for code, indicator, each, count in self._connection.execute(_points(year, until)):
            number[code][indicator] = number[code].get(indicator, 0) + count
            points[code][indicator] = points[code].get(indicator, Fraction(0)) + Fraction(each) * count
        return {code: Done(cases[code], number[code], points[code]) for code in {*cases, *number}}


def _events(year: int) -> sa.Select[Any]:
    e = events.c
    shown = sa.func.coalesce(e.number, e.voucher)
    return sa.select(e.indicator, shown).where(e.year == year, e.ended_by.is_(None)).order_by(e.id)


def _drafts(year: int) -> sa.Select[Any]:
    d = event_drafts.c
    return sa.select(d.indicator, d.number).where(d.year == year, d.ended_by.is_(None)).order_by(d.id)


def _lines(year: int) -> sa.Select[Any]:
    b = event_lines.c
    return sa.select(b.indicator, b.voucher).where(b.year == year, b.ended_by.is_(None)).order_by(b.id)


def _cases(year: int) -> sa.Select[Any]:
    """Cases that close in the year, and those still open, which may."""
    s = case_shares.c
    joined = case_shares.join(weightings).join(case_numbers)
    return (
        sa.select(weightings.c.kind, case_numbers.c.number)
        .select_from(joined)
        .where(sa.or_(s.year == year, s.year.is_(None)), s.ended_by.is_(None))
        .order_by(s.id)
    )


def _reviews(year: int) -> sa.Select[Any]:
    closed = sa.select(case_shares.c.case_id).where(case_shares.c.year == year, case_shares.c.ended_by.is_(None))
    r = reviews.c
    return (
        sa.select(r.grade, case_numbers.c.number)
        .select_from(reviews.join(case_numbers))
        .where(r.ended_by.is_(None), r.case_id.in_(closed))
        .order_by(r.id)
    )


def _sanctions() -> sa.Select[Any]:
    """Of all years: a decision may still bear on later ones."""
    s = sanctions.c
    return sa.select(s.kind, s.document).where(s.ended_by.is_(None)).order_by(s.id)


def _shares(year: int, until: date) -> sa.Select[Any]:
    s = case_shares.c
    return (
        sa.select(persons.c.code, weightings.c.kind, s.share, sa.func.count())
        .select_from(case_shares.join(persons).join(weightings))
        .where(s.year == year, s.ended_by.is_(None), s.closed <= until)
        .group_by(persons.c.code, weightings.c.kind, s.share)
    )


def _points(year: int, until: date) -> sa.Select[Any]:
    e = events.c
    return (
        sa.select(persons.c.code, e.indicator, e.points, sa.func.count())
        .select_from(events.join(persons))
        .where(e.year == year, e.ended_by.is_(None), e.day <= until)
        .group_by(persons.c.code, e.indicator, e.points)
    )
