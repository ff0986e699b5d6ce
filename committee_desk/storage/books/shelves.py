"""Which table keeps which kind of fact, and how a fact's fields lie in its columns."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.calendar import CalendarDay, DayKind
from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.events import Event
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.services.imports.kinds import Kind
from committee_desk.storage import tables as t

AS_IT_IS, DAY, EXACT, PERSON, DEPARTMENT, CASE, WEIGHTING, YEAR_OF_DAY, IMPORT_YEAR = range(9)
"""How a field becomes a column."""


@dataclass(frozen=True)
class Shelf:
    """One kind's table. `columns` says for each stored column the fact's attribute and how it is stored.

    `fields` are what to select for the fact's attributes, in their order; `about` is what limits a comparison
    (the code or the number), None where the year does or where there are few rows anyway.
    """

    fact: type[Any]
    table: sa.Table
    source: sa.FromClause
    columns: tuple[tuple[str, str, int], ...]
    fields: tuple[sa.ColumnElement[Any], ...]
    about: sa.ColumnElement[str] | None
    attribute: str = ""
    finish: Callable[[Any], Any] | None = None

    @property
    def traced(self) -> bool:
        """Whether the rows know where in the workbook they stood; ballots do not."""
        return "row" in self.table.c


def _own(table: sa.Table, *names: str) -> tuple[sa.ColumnElement[Any], ...]:
    return tuple(table.c[name] for name in names)


def _plain(*names: str) -> tuple[tuple[str, str, int], ...]:
    return tuple((name, name, AS_IT_IS) for name in names)


_PERSON = ("person_id", "code", PERSON)
_CODE, _NUMBER = t.persons.c.code, t.case_numbers.c.number


def _share(row: CaseShare) -> CaseShare:
    difficulty = str(row.difficulty or "")
    return row._replace(difficulty=Decimal(difficulty) if difficulty else None)


SHELVES = {
    Kind.PEOPLE: Shelf(
        Stay,
        t.stays,
        t.stays.join(t.persons).join(t.departments),
        (
            _PERSON,
            ("department_id", "department", DEPARTMENT),
            *_plain("name", "category", "sex", "birth", "politics", "post", "rank", "is_leader"),
            ("quota_since", "quota_since", DAY),
            ("since", "since", DAY),
            ("until", "until", DAY),
            ("factor", "factor", EXACT),
        ),
        (
            _CODE,
            t.stays.c.name,
            t.departments.c.name.label("department"),
            *_own(t.stays, "category", "sex", "birth", "politics", "post", "rank", "is_leader"),
            *_own(t.stays, "quota_since", "since", "until", "factor"),
        ),
        _CODE,
        "code",
        lambda stay: stay._replace(category=Category(stay.category)),
    ),
    Kind.CASES: Shelf(
        CaseShare,
        t.case_shares,
        t.case_shares.join(t.case_numbers).join(t.persons).join(t.weightings).outerjoin(t.departments),
        (
            ("case_id", "number", CASE),
            _PERSON,
            ("weighting_id", "", WEIGHTING),
            ("department_id", "department", DEPARTMENT),
            ("year", "closed", YEAR_OF_DAY),
            ("accepted", "accepted", DAY),
            ("closed", "closed", DAY),
            ("due", "due", DAY),
            ("share", "share", EXACT),
            *_plain("title", "outcome"),
        ),
        (
            _NUMBER,
            t.weightings.c.kind,
            _CODE,
            *_own(t.case_shares, "accepted", "closed", "title"),
            t.departments.c.name,
            t.case_shares.c.share,
            t.weightings.c.persons,
            t.weightings.c.difficulty,
            *_own(t.case_shares, "due", "outcome"),
        ),
        _NUMBER,
        "number",
        _share,
    ),
    Kind.REVIEWS: Shelf(
        Review,
        t.reviews,
        t.reviews.join(t.case_numbers),
        (
            ("case_id", "number", CASE),
            ("substance", "substance", EXACT),
            ("procedure", "procedure", EXACT),
            ("reviewed", "reviewed", DAY),
            *_plain("grade", "reviewer", "note"),
        ),
        (_NUMBER, *_own(t.reviews, "substance", "procedure", "grade", "reviewed", "reviewer", "note")),
        _NUMBER,
        "number",
    ),
    Kind.EVENTS: Shelf(
        Event,
        t.events,
        t.events.join(t.persons),
        (
            _PERSON,
            ("year", "day", YEAR_OF_DAY),
            ("day", "day", DAY),
            ("points", "points", EXACT),
            *_plain("indicator", "reason", "voucher", "approver"),
        ),
        (_CODE, *_own(t.events, "indicator", "day", "points", "reason", "voucher", "approver")),
        None,  # all of them: the same paper may have been claimed by somebody else
    ),
    Kind.LEADER_RATINGS: Shelf(
        LeaderMark,
        t.leader_marks,
        t.leader_marks.join(t.persons),
        (("year", "", IMPORT_YEAR), _PERSON, *_plain("rater"), ("mark", "mark", EXACT)),
        (_CODE, *_own(t.leader_marks, "rater", "mark")),
        None,
    ),
    Kind.BALLOTS: Shelf(
        BallotMark,
        t.ballots,
        t.ballots.join(t.persons),
        (("year", "", IMPORT_YEAR), _PERSON, *_plain("slip", "ballot_class"), ("mark", "mark", EXACT)),
        (*_own(t.ballots, "slip", "ballot_class"), _CODE, t.ballots.c.mark),
        None,
        "",
        lambda mark: mark._replace(ballot_class=BallotClass(mark.ballot_class)),
    ),
    Kind.SANCTIONS: Shelf(
        Sanction,
        t.sanctions,
        t.sanctions.join(t.persons),
        (
            _PERSON,
            ("year", "decided", YEAR_OF_DAY),
            ("decided", "decided", DAY),
            ("closed", "closed", DAY),
            *_plain("kind", "document", "term", "note"),
        ),
        (_CODE, *_own(t.sanctions, "kind", "document", "decided", "closed", "term", "note")),
        _CODE,
        "code",
    ),
    Kind.LEAVE: Shelf(
        Leave,
        t.leave,
        t.leave.join(t.persons),
        (_PERSON, *_plain("kind"), ("since", "since", DAY), ("until", "until", DAY)),
        (_CODE, *_own(t.leave, "kind", "since", "until")),
        _CODE,
        "code",
    ),
    Kind.CALENDAR: Shelf(
        CalendarDay,
        t.calendar_days,
        t.calendar_days,
        (("day", "day", DAY), *_plain("kind", "name", "document")),
        _own(t.calendar_days, "day", "kind", "name", "document"),
        None,
        "",
        lambda listed: listed._replace(kind=DayKind(listed.kind)),
    ),
}
