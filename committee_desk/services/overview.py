"""工作台: the steps of the year with their states, and who or what is owed."""

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.course import Stage
from committee_desk.domain.roles import Right
from committee_desk.domain.scores import PersonScore, Status, YearScores
from committee_desk.services.overview_book import Tally
from committee_desk.services.owed_by_subject import owed_by_subject
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.steps import (
    BALLOTS,
    CASES,
    DECISIONS,
    ENTRY,
    GRADING,
    OBJECTIONS,
    OF_FIGURES,
    PUBLICATION,
    RANKING,
    SCHEME,
    STEPS,
    Steps,
)
from committee_desk.services.views import Overview, Owed

PEOPLE, SYSTEM = "people", "system"
NAMED_AT_MOST = 5
_SEEN_BY = {
    SCHEME: Right.SEE_SCORES,
    CASES: Right.SEE_CASES,
    ENTRY: Right.SEE_SCORES,
    BALLOTS: Right.SEE_SCORES,
    RANKING: Right.SEE_SCORES,
    GRADING: Right.SEE_GRADING,
    PUBLICATION: Right.SEE_GRADING,
    OBJECTIONS: Right.SEE_OBJECTIONS,
    DECISIONS: Right.SEE_GRADING,
    PEOPLE: Right.SEE_PEOPLE,
}
"""Who reads what a page is owed; 系统 is for everybody. How far a step is tells nothing of anybody."""
NOTICES_COME_IN = 11
NOT_WAITED_FOR = {Status.EXTERNAL, Status.LEFT, Status.NO_GRADE, Status.PENDING}
"""Whose missing marks nobody is asked for. Pending and without grade are left out alike, so that neither shows."""


class OverviewDesk:
    """Says how far the year is and what it still needs."""

    def __init__(self, open_work: OpenUnitOfWork, year_scores: Callable[[int], YearScores], seat: Seat) -> None:
        self._open, self._seat = open_work, seat
        self._year_scores = year_scores

    @allowed(Right.SEE_DESK)
    def __call__(self, year: int, today: date) -> Overview:
        """The overview of a year as it stands today, with what who sits here may see."""
        rights = self._seat.rights()
        with self._open.reading() as uow:
            tally = uow.overview.tally(year, today)
            held = WorkingCalendar(uow.calendar.days()).held_years()
            names = {each.stay.code: each.stay.name for each in uow.people.latest_stays(*_ends(year))}
            by_subject = tuple(owed_by_subject(uow, year, today, names)) if tally.people else ()
            steps = Steps.of(uow, year, tally)
            reviewed = {each.code for each in uow.grades.reviews(year)} if tally.people else set()
        people = self._year_scores(year).people if tally.people else ()
        facts = _facts_owed(tally, people, names)
        of_year = (*facts, *by_subject, *_outcome_owed(people, tally, reviewed))
        if steps.stage is Stage.ARCHIVED:  # read-only: what its figures lacked is nobody's work any more
            of_year = tuple(line for line in of_year if line.page not in OF_FIGURES)
        lines = (*_calendar_owed(held, today), *of_year)
        owed = tuple(line for line in lines if _SEEN_BY.get(line.page, Right.SEE_DESK) in rights)
        return Overview(year, tuple(steps.state(page, people, owed, over=today.year > year) for page in STEPS), owed)


def _ends(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _calendar_owed(held: Iterable[int], today: date) -> Iterator[Owed]:
    if today.year not in held:
        yield Owed("calendar_missing", SYSTEM, {"year": today.year}, blocking=True)
    if today.month >= NOTICES_COME_IN and today.year + 1 not in held:
        yield Owed("next_calendar_missing", SYSTEM, {"year": today.year + 1}, due=date(today.year, 12, 31))


def _facts_owed(tally: Tally, people: Iterable[PersonScore], names: dict[str, str]) -> Iterator[Owed]:
    if not tally.people:
        yield Owed("no_people", PEOPLE, {"count": 1}, blocking=True)
        return
    if not tally.cases:
        yield Owed("no_cases", CASES, {"count": 1}, blocking=True)
    for kind, count in (("unreviewed", tally.unreviewed), ("overdue", tally.overdue_cases)):
        if count:
            yield Owed(kind, CASES, {"count": count})
    if tally.first_unapproved is not None:
        facts: dict[str, object] = {"count": tally.unapproved_events, "month": tally.first_unapproved.month}
        yield Owed("unapproved_events", ENTRY, facts)
    if tally.next_due is not None:
        number, due = tally.next_due
        yield Owed("case_due", CASES, {"count": tally.cases_due_soon, "number": number}, due=due)
    expected = {p.code for p in people if p.status not in NOT_WAITED_FOR}
    for kind, codes, among in (
        ("without_leader_mark", tally.unmarked, expected),
        ("without_ballots", tally.unballoted, expected),
        ("without_cases", tally.without_cases if tally.cases else (), set(names)),
    ):
        if owing := [code for code in codes if code in among]:
            yield Owed(kind, BALLOTS if kind == "without_leader_mark" else RANKING, _named(owing, names))


def _outcome_owed(people: Iterable[PersonScore], tally: Tally, reviewed: Container[str]) -> Iterator[Owed]:
    if not (tally.rated and tally.cases):
        return
    people = tuple(people)
    names = {person.code: person.name for person in people}
    if tied := [p.code for p in people if p.status is Status.TIE_AT_QUOTA]:
        yield Owed("tie_at_quota", GRADING, _named(tied, names), blocking=True)
    if waiting := [p.code for p in people if p.review_required and p.code not in reviewed]:
        yield Owed("review_required", GRADING, _named(waiting, names))


def _named(codes: list[str], names: dict[str, str]) -> dict[str, object]:
    """How many they are, the first few names, and every code."""
    first = tuple(names.get(code, code) for code in codes[:NAMED_AT_MOST])
    return {"count": len(codes), "names": first, "codes": tuple(codes)}
