"""What overrides the score: sanctions and leave (domain rules 3.8; 公务员考核规定 25-29)."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from committee_desk.domain.scheme import Effect, Scheme


class Sanction(NamedTuple):
    """A row of 处分.xlsx. The same fact when code and document are equal. `term` is 期限(年)."""

    code: str
    kind: str
    document: str
    decided: date
    closed: date | None = None
    term: int | None = None
    note: str | None = None


class Leave(NamedTuple):
    """A row of 请假.xlsx; both end days included. The same fact when code, kind and since are equal."""

    code: str
    kind: str
    since: date
    until: date

    @property
    def days(self) -> int:
        """How long it lasts, both end days included."""
        return (self.until - self.since).days + 1


class Standing(NamedTuple):
    """What decisions and leave do to one person's grade of one year."""

    pending: bool = False
    incompetent: bool = False
    no_grade: bool = False
    not_excellent: bool = False

    @property
    def barred(self) -> bool:
        """Whether a decision keeps the person from 优秀."""
        return self.not_excellent or self.incompetent


CLEAR = Standing()
"""Nobody decided anything, and there was little leave."""


def effect_in(scheme: Scheme, sanction: Sanction, year: int, day: date | None = None) -> Effect:
    """What that decision does to that year's grade, by what is known on that day (None: by all that is recorded)."""
    if day is not None and sanction.decided > day:
        return Effect.NONE
    rule = scheme.sanctions[sanction.kind]
    if rule.effect is Effect.PENDING:
        is_open = sanction.closed is None or (day is not None and sanction.closed > day)
        return Effect.PENDING if is_open else Effect.NONE
    years_later = year - sanction.decided.year
    if years_later == 0:
        return rule.effect
    years_after = (sanction.term or 1) if rule.after_by_term else rule.years_after
    return Effect.NO_GRADE if 0 < years_later <= years_after else Effect.NONE


def leave_days(leave: Iterable[Leave], kinds: Collection[str], year: int) -> int:
    """The calendar days of that year on leave of these kinds, a day counted once."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    days: set[int] = set()
    for each in leave:
        if each.kind in kinds:
            days.update(range(max(first, each.since.toordinal()), min(last, each.until.toordinal()) + 1))
    return len(days)


def days_in(year: int) -> int:
    """The calendar days of that year."""
    return date(year, 12, 31).timetuple().tm_yday


def standing(
    scheme: Scheme, year: int, sanctions: Iterable[Sanction], leave: Iterable[Leave], day: date | None = None
) -> Standing:
    """What one person's decisions and leave come to in that year."""
    effects = {effect_in(scheme, each, year, day) for each in sanctions}
    away = leave_days(leave, scheme.no_grade_leave, year)
    return Standing(
        pending=Effect.PENDING in effects,
        incompetent=Effect.INCOMPETENT in effects,
        no_grade=Effect.NO_GRADE in effects or 2 * away > days_in(year),
        not_excellent=Effect.NOT_EXCELLENT in effects,
    )
