"""What proposing and approving grades lack: each said in one line, and refused in one sentence."""

from collections.abc import Iterator
from datetime import date, datetime

from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.grade_rules import Bound
from committee_desk.domain.people import Category
from committee_desk.services.course_views import Lack, Owing
from committee_desk.services.grading_moved import moved_since
from committee_desk.services.grading_prepared import unprepared
from committee_desk.services.grading_refusals import (
    FiguresMoved,
    GradesOutOfBounds,
    GradingRefused,
    IncompleteUnsettled,
    ListNotVoted,
    NobodyToGrade,
    OverPlaces,
    ReviewOutstanding,
    SchemeNotAdopted,
    TieUndecided,
    UnfitUngraded,
    YearNotOver,
)
from committee_desk.services.grading_roll import Roll, laid_down, roll_of
from committee_desk.services.grading_rounds import faults_of_rounds
from committee_desk.services.grading_voting import is_voted
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_import_refusals import ImportedTurnoutFails, ImportedTurnoutMissing, RoundsOpen

GRADING, SCHEME, BALLOTS = "grading", "scheme", "ballots"
"""The pages that settle what is missing."""
ROUNDS = "rounds"
"""The tab of rating rounds on its page."""
LATER = (Bound.AWAITS_REVIEW, Bound.UNFIT)
"""What the committee settles: no reason not to propose the others."""


def lacks_to_propose(uow: UnitOfWork, year: int, now: datetime) -> Iterator[Lack]:
    """What 政工 settles before the list is proposed."""
    return lacks_of_proposing(uow, roll_of(uow, year), now.date())


def lacks_to_approve(uow: UnitOfWork, year: int, _now: datetime) -> Iterator[Lack]:
    """What is settled before the committee approves the list."""
    return map(lack_of, open_to_approve(uow, roll_of(uow, year)))


def lacks_of_proposing(uow: UnitOfWork, roll: Roll, today: date) -> Iterator[Lack]:
    """What keeps the list from being proposed, and then what a reason passes over."""
    yield from map(lack_of, faults_of_proposing(uow, roll, today))
    if (open_ones := unprepared(uow, roll.year)) is not None:
        yield from open_ones.lacks(roll.year)


def open_to_approve(uow: UnitOfWork, roll: Roll) -> Iterator[GradingRefused]:
    """Everything still to be done before the approval: what the list lacks, and the committee's vote on it."""
    yield from faults_of_approving(uow, roll)
    proposed = uow.grades.list(roll.year, ListStage.PROPOSED)
    if proposed is not None and not is_voted(uow, laid_down(roll, ListStage.APPROVED, proposed.version)):
        yield ListNotVoted(roll.year, proposed.version)


def faults_of_proposing(uow: UnitOfWork, roll: Roll, today: date) -> Iterator[GradingRefused]:
    """Why the list cannot be proposed, the first thing to settle first."""
    if today.year <= roll.year:
        yield YearNotOver(roll.year)
    if str(Category.PROSECUTOR) in uow.months.unadopted(roll.year):
        yield SchemeNotAdopted(roll.year)
    if not roll.rows:
        yield NobodyToGrade(roll.year)
    yield from faults_of_rounds(uow, roll.year)
    yield from _unsettled(roll)
    yield from _contradictions(roll)


def faults_of_approving(uow: UnitOfWork, roll: Roll) -> Iterator[GradingRefused]:
    """Why the list cannot be approved, the first thing to settle first."""
    laid = uow.grades.list(roll.year, ListStage.PROPOSED)
    moved = moved_since(uow, roll.year, laid) if laid is not None else ()
    if laid is not None and moved:
        yield FiguresMoved(roll.year, laid.version, moved)
    for each in roll.categories:
        if each.tie is not None and each.tie.decision is None:
            yield TieUndecided(roll.year, each.category, roll.names(each.tie.equals))
    yield from _unsettled(roll)
    if waiting := [code for code, why in roll.bounds.items() if why is Bound.AWAITS_REVIEW]:
        yield ReviewOutstanding(roll.year, roll.names(waiting))
    if unfit := [code for code, why in roll.bounds.items() if why is Bound.UNFIT]:
        yield UnfitUngraded(roll.year, roll.names(unfit))
    yield from _contradictions(roll)


def _unsettled(roll: Roll) -> Iterator[GradingRefused]:
    """Settling somebody moves ranks and grades of others: it is done before a list is proposed, not beneath it."""
    if open_ones := [each.name for each in roll.incomplete if each.decision is None]:
        yield IncompleteUnsettled(roll.year, tuple(open_ones))


def _contradictions(roll: Roll) -> Iterator[GradingRefused]:
    """What no list may hold, whoever laid it down."""
    for each in roll.categories:
        if each.wanted > each.quota.places:
            yield OverPlaces(roll.year, each.category, each.wanted, each.quota.places)
    if wrong := [code for code, why in roll.bounds.items() if why not in LATER]:
        yield GradesOutOfBounds(roll.year, roll.names(wrong))


def lack_of(fault: GradingRefused) -> Lack:
    """The same as a line: who settles it, and where."""
    owes, page = _SETTLED.get(type(fault), (Owing.OPERATOR, GRADING))
    facts = {name: value for name, value in vars(fault).items() if name != "year"}
    target = ROUNDS if page == BALLOTS else None
    return Lack(f"grading.{type(fault).__name__}", page, {"fault": fault, **facts}, owes, target)


_SETTLED: dict[type[GradingRefused], tuple[Owing, str]] = {
    SchemeNotAdopted: (Owing.COMMITTEE, SCHEME),
    TieUndecided: (Owing.COMMITTEE, GRADING),
    IncompleteUnsettled: (Owing.COMMITTEE, GRADING),
    UnfitUngraded: (Owing.COMMITTEE, GRADING),
    OverPlaces: (Owing.COMMITTEE, GRADING),
    ListNotVoted: (Owing.SECRETARY, GRADING),
    **dict.fromkeys((ImportedTurnoutMissing, ImportedTurnoutFails, RoundsOpen), (Owing.OPERATOR, BALLOTS)),
}
