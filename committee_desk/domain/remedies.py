"""Remedies against a result that was notified (救济): which of them a grade has, and their last days.

复核 is open to a 检察官 against any grade (检察官法 44), 30 calendar days from the day after the person knew of the
result (公务员法 95, through 检察官法 69); to 检察辅助人员 and 司法行政人员 against 不称职 alone (公务员法 95(四)).
申诉 to the higher organ is for 不称职 alone in every category: 30 days from knowing, or 15 from receiving the decision
on a 复核. These are calendar days: the day of knowing does not count, and a last day that is no working day moves to
the next one (民法典 201, 203). Neither makes the person worse, nor stops what was decided (公务员法 96).
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade

REVIEW_DAYS = 30
"""In which 复核 is applied for. An office may give more, never less."""
APPEAL_DAYS = 30
"""In which a direct 申诉 is lodged."""
APPEAL_AFTER_REVIEW_DAYS = 15
"""In which 申诉 is lodged after the decision on a 复核."""
REVIEW_DECIDED = 30
"""In which a 复核 is decided, from its receipt (公务员法 96)."""
APPEAL_DECIDED, APPEAL_EXTENSION = 60, 30
"""In which a 申诉 is decided, from its acceptance, and by how much that may be lengthened once (公务员法 96)."""


class Remedy(StrEnum):
    """What somebody may do against the result."""

    REVIEW = "review"
    """复核, by the organ that decided."""
    APPEAL = "appeal"
    """申诉, to the organ above it."""


class RemedyClock(NamedTuple):
    """A remedy that a result has, in how many calendar days, and until when."""

    remedy: Remedy
    days: int
    last_day: date


class ApplicationState(StrEnum):
    """How an application stands."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UPHELD = "upheld"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class ApplicationMove(StrEnum):
    """What is done with an application that was received."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    ANSWER = "answer"

    @property
    def verb(self) -> str:
        """How the journal names it."""
        return f"application.{self}"


A = ApplicationState

OPEN = frozenset({A.RECEIVED, A.ACCEPTED})
"""Those still owed an answer."""

ORIGINS: dict[ApplicationMove, frozenset[ApplicationState]] = {
    ApplicationMove.ACCEPT: frozenset({A.RECEIVED}),
    ApplicationMove.REFUSE: frozenset({A.RECEIVED}),
    ApplicationMove.WITHDRAW: OPEN,
    ApplicationMove.ANSWER: frozenset({A.ACCEPTED}),
}
"""The states that each move leads from."""


class ApplicationStands(DeskError):
    """The application is not in a state that the move leads from."""

    def __init__(self, label: str, move: ApplicationMove, state: ApplicationState) -> None:
        super().__init__(label, move, state)
        self.label, self.move, self.state = label, move, state


def require_origin(label: str, state: ApplicationState, move: ApplicationMove) -> None:
    """Refuse a move that does not begin there."""
    if state not in ORIGINS[move]:
        raise ApplicationStands(label, move, state)


def moves_from(state: ApplicationState) -> tuple[ApplicationMove, ...]:
    """The moves that can be made now."""
    return tuple(move for move, origins in ORIGINS.items() if state in origins)


def remedies_of(grade: Grade | str | None, category: Category | str = Category.PROSECUTOR) -> tuple[Remedy, ...]:
    """What somebody of that category with that grade has; a result without grade (不确定等次) is a result all the same.

    Empty where the law gives none: another category than 检察官 with another grade than 不称职.
    """
    if grade == Grade.INCOMPETENT:
        return (Remedy.REVIEW, Remedy.APPEAL)
    return (Remedy.REVIEW,) if category == Category.PROSECUTOR else ()


def clocks_of(
    grade: Grade | str | None,
    known: date,
    calendar: WorkingCalendar,
    review_days: int = REVIEW_DAYS,
    category: Category | str = Category.PROSECUTOR,
) -> tuple[RemedyClock, ...]:
    """The remedies of a result and their last days, from the day on which the person knew of it.

    YearNotHeld where the notice of public holidays of a last day's year is not held.
    """
    days = {Remedy.REVIEW: max(review_days, REVIEW_DAYS), Remedy.APPEAL: APPEAL_DAYS}
    open_ones = remedies_of(grade, category)
    return tuple(RemedyClock(each, days[each], calendar.limit(known, days[each])) for each in open_ones)


def last_day_after_review(received: date, calendar: WorkingCalendar) -> date:
    """The last day for 申诉 of somebody who received the decision on a 复核 that day."""
    return calendar.limit(received, APPEAL_AFTER_REVIEW_DAYS)


def decide_by(remedy: Remedy, since: date, calendar: WorkingCalendar, *, extended: bool = False) -> date:
    """By when to decide a 复核 received that day, or a 申诉 accepted that day; this one may be lengthened once."""
    if remedy is Remedy.REVIEW:
        return calendar.limit(since, REVIEW_DECIDED)
    return calendar.limit(since, APPEAL_DECIDED + (APPEAL_EXTENSION if extended else 0))


def application_label(year: int, number: int, remedy: Remedy) -> str:
    """An application's number as paper bears it: 2026-复申-001, of an appeal 2026-申-002; one series of numbers."""
    return f"{year}-{'申' if remedy is Remedy.APPEAL else '复申'}-{number:03d}"


def names_application(text: str) -> bool:
    """Whether it is such a number."""
    return any(f"-{each}-" in text for each in ("复申", "申"))
