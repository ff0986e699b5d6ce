"""Ballots that workbooks brought: they score at once; their turnout is typed before grades are proposed.

A workbook says what valid slips said and nothing of who came: 有效 is the number of its slips, 无效 what came back
besides. With a turnout that reaches the thresholds (domain rules 3.5) the round is closed, and takes no workbook more.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import (
    Failing,
    Participant,
    Round,
    RoundKind,
    RoundState,
    RoundWay,
    Turnout,
    failing,
    label_of,
)
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.marks import require_year
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.round_book import Imported
from committee_desk.services.round_closing import write_round
from committee_desk.services.round_finding import require_early
from committee_desk.services.round_import_refusals import (
    CorrectionFails,
    NoImportedBallots,
    SlipsAboveReturned,
    TurnoutReasonMissing,
)
from committee_desk.services.round_refusals import TurnoutUnclear, VoidReasonMissing
from committee_desk.services.round_statistics import imported_statistics
from committee_desk.services.round_terms import terms_of
from committee_desk.services.round_turnout import numbers_of, require_within
from committee_desk.services.round_views import Ended, TypedTurnout
from committee_desk.services.round_voiding import VOID, VoidDecision, declare_void
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing

COUNT = "rounds.count_imported"


class ImportedRound(NamedTuple):
    """A year's imported ballots: whom they rate, how many slips a class, and the round as far as it was counted.

    `failing` is what keeps a round from being closed whose turnout was typed.
    """

    people: int
    slips: Mapping[BallotClass, int]
    workbooks: tuple[str, ...]
    round: Round | None
    turnouts: Mapping[BallotClass, Turnout]
    failing: Failing | None


class ImportedRounds:
    """Takes the turnout of imported ballots, and declares them void."""

    def __init__(
        self,
        open_work: OpenUnitOfWork,
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], object],
    ) -> None:
        self._open, self._seat, self._witnessing, self._keep_a_copy = open_work, seat, witnessing, keep_a_copy

    @allowed(Right.SEE_SCORES)
    def view(self, year: int) -> ImportedRound | None:
        """The year's imported ballots; None where workbooks brought none."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return imported_round(uow, year)

    @allowed(Right.KEEP_ROUNDS)
    def count(self, actor: Actor, year: int, typed: Mapping[BallotClass, TypedTurnout], why: str = "") -> Change:
        """Put down 应到, 实到, 发出 and 收回 of each class; the round is closed where they reach the thresholds.

        A class of which slips came must be there. Closing parts the slips as those of every round (domain rules 3.5):
        their numbers are dropped. Correcting a closed round's turnout takes a reason, and leaves it closed.
        """
        why = said(why)
        with self._open.writing() as uow:
            require_year(uow, year)
            require_early(uow, year)
            before = _before(uow, year, why)
            given, number = _given(uow, year, before), before.number if before else uow.rounds.next_number(year)
            turnouts = _read(label_of(year, number), given, typed)
            counted = before is not None and before.state is RoundState.CLOSED
            new = _corrected(before, turnouts) if before and counted else _round(uow, year, number, given, turnouts)
            what = {"year": year, "state": new.state, "turnouts": turnouts, "workbooks": given.workbooks}
            entry = uow.journal.append(actor, COUNT, new.label, what, why=why or None)
            rated = (Participant(code, None, rated=True) for code in sorted(given.people))
            write_round(uow, entry, new, rated, turnouts)
            if new.state is RoundState.CLOSED and not counted:
                uow.rounds.part_imported(entry, year)
            uow.commit()
        return Change.of(Topic.ROUNDS, Topic.COURSE, entry=entry)

    @allowed(Right.ADOPT_ROUNDS)
    def void(self, actor: Actor, year: int, why: str, second: "Second | None" = None) -> Ended:
        """Declare the year's imported ballots void, with a reason: their marks are sealed, and the key is told here,
        nowhere else. An act for two.

        They can come again, from another workbook or by a round of the desk.
        """
        why = said(why)
        with self._open.reading() as uow:
            before = _voidable(uow, year)
        if not why:
            raise VoidReasonMissing(before.label)
        authority = self._witnessing.confirm(second, VOID, actor=actor)
        with self._open.writing() as uow:
            require_early(uow, year)
            held = _voidable(uow, year)
            done = declare_void(uow, actor, held, VoidDecision(why, authority))
            if held.state is not RoundState.CLOSED:  # a copy of a counted one would keep what this act takes away
                self._keep_a_copy()  # of what everybody else still reads: the desk before the act
            uow.commit()
        return Ended.with_key(Change.of(Topic.ROUNDS, Topic.RATINGS, Topic.COURSE, entry=done.entry), done.key)


def _voidable(uow: UnitOfWork, year: int) -> Round:
    require_year(uow, year)
    held = counted_import(uow, year)
    if held is None:
        raise NoImportedBallots(year)
    return held


def counted_import(uow: UnitOfWork, year: int) -> Round | None:
    """The year's round of imported ballots, closed or failing; None while no turnout of it was typed."""
    held = (each for each in uow.rounds.of_year(year) if each.way is RoundWay.IMPORTED and each.holds)
    return next(held, None)


def imported_round(uow: UnitOfWork, year: int) -> ImportedRound | None:
    """The year's imported ballots with their round; None where workbooks brought none."""
    held = counted_import(uow, year)
    given = _given(uow, year, held)
    if not given.people:
        return None
    turnouts = uow.rounds.turnouts(year, held.number) if held else {}
    why = _failing(held, given, turnouts) if held else None
    return ImportedRound(len(given.people), given.slips, given.workbooks, held, turnouts, why)


def _given(uow: UnitOfWork, year: int, held: Round | None) -> Imported:
    """What workbooks brought. Of a closed round the slips are parted: they were as many as were counted valid."""
    given = uow.rounds.imported(year)
    if held is None or held.state is not RoundState.CLOSED or not given.people:
        return given
    return given._replace(
        slips={name: each.valid for name, each in uow.rounds.turnouts(year, held.number).items() if each.valid}
    )


def _failing(held: Round, given: Imported, turnouts: Mapping[BallotClass, Turnout]) -> Failing | None:
    """By the slips that are here now: workbooks may have come since the turnout was typed."""
    now = [each._replace(valid=given.slips.get(name, 0)) for name, each in turnouts.items()]
    return failing(now, held.terms)


def _before(uow: UnitOfWork, year: int, why: str) -> Round | None:
    """The round as which the imported ballots were counted before; a closed one is put right with a reason."""
    if not uow.rounds.imported_for(year):
        raise NoImportedBallots(year)
    before = counted_import(uow, year)
    if before is not None and before.state is RoundState.CLOSED and not why:
        raise TurnoutReasonMissing(before.label)
    return before


def _corrected(before: Round, turnouts: Mapping[BallotClass, Turnout]) -> Round:
    """A closed round whose turnout is put right: its slips are parted, so it stays closed, or is declared void."""
    why = failing(turnouts.values(), before.terms)
    if why is not None:
        raise CorrectionFails(before.label, why)
    return before


def _round(uow: UnitOfWork, year: int, number: int, given: Imported, turnouts: Mapping[BallotClass, Turnout]) -> Round:
    """The round of the imported ballots, closed with its statistics where its turnout reaches the thresholds."""
    categories = given.categories
    terms = terms_of(uow, year, categories[:1])
    state = RoundState.OPEN if failing(turnouts.values(), terms) else RoundState.CLOSED
    title = "、".join(given.workbooks)
    new = Round(year, number, RoundKind.SCORE, RoundWay.IMPORTED, state, title, terms, categories=categories)
    if state is RoundState.OPEN:
        return new
    return replace(new, result={"statistics": imported_statistics(uow, year, terms, sorted(given.people))})


def _read(label: str, given: Imported, typed: Mapping[BallotClass, TypedTurnout]) -> dict[BallotClass, Turnout]:
    """The turnout of each class as it is kept, every number looked at."""
    found = {}
    for ballot_class in BallotClass:
        slips = given.slips.get(ballot_class, 0)
        if slips and ballot_class not in typed:
            raise TurnoutUnclear(label, ballot_class, "due", "")
        if ballot_class in typed:
            found[ballot_class] = _one(label, ballot_class, typed[ballot_class], slips)
    return found


def _one(label: str, ballot_class: BallotClass, typed: TypedTurnout, slips: int) -> Turnout:
    numbers = numbers_of(label, ballot_class, typed)
    require_within(label, ballot_class, numbers)
    if numbers["returned"] < slips:
        raise SlipsAboveReturned(label, ballot_class, slips, numbers["returned"])
    return Turnout(**numbers, valid=slips, invalid=numbers["returned"] - slips)
