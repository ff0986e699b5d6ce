"""A round declared void by a decision: it counts no longer, and its single marks go under seal, never deleted (domain
rules, row 30).

Of a void round nobody is kept as having taken part, only how many: held again, what a newcomer adds would be known to
be his.
"""

from collections.abc import Mapping
from dataclasses import replace
from secrets import token_bytes
from typing import NamedTuple

from committee_desk.domain.ratings import BallotMark
from committee_desk.domain.round_counting import part
from committee_desk.domain.rounds import Round, RoundState, RoundWay
from committee_desk.services.actor import Actor
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_file import RoundContents
from committee_desk.services.round_people import rated_of

VOID = "rounds.void"


class VoidDecision(NamedTuple):
    """Why a round is void, and who confirmed it."""

    why: str
    authority: str


class Voided(NamedTuple):
    """The entry that declared a round void, and the key of its sealed marks, which nobody keeps."""

    entry: int
    key: bytes

    def __repr__(self) -> str:
        """Never the key."""
        return f"Voided({self.entry})"


def declare_void(
    uow: UnitOfWork, actor: Actor, given: Round, decided: VoidDecision, contents: RoundContents | None = None
) -> Voided:
    """Write that the round is void, and why; answer the entry, and the key of what is sealed.

    `contents` is what an open round's working file holds, None where it cannot be read any more.
    """
    scored = given.way is RoundWay.IMPORTED or given.state is RoundState.CLOSED
    marks = uow.rounds.marks(given.year, given.number) if scored else _parted(uow, given, contents)
    what = {"was": given.state, "marks": len(marks), "unread": not scored and contents is None}
    why = decided.why
    entry = uow.journal.append(actor, VOID, given.label, what, why=why, authority=decided.authority, dated=True)
    uow.rounds.put(entry, replace(given, state=RoundState.VOID, why=why, result=_without_statistics(given)))
    if scored:
        uow.rounds.forget_statistics(entry, given.year, given.number)
        uow.rounds.end_marks(entry, given.year, given.number)
    uow.rounds.forget_who_took_part(entry, given.year, given.number)
    if contents is not None:
        uow.rounds.add_batches(entry, given.year, given.number, contents.batches)
    return Voided(entry, uow.rounds.seal_marks(entry, given.year, given.number, marks))


def _without_statistics(given: Round) -> Mapping[str, object] | None:
    """What closing counted, without what it worked out of the marks: quartiles of this round beside the marks of the
    round held again would tell a newcomer's."""
    return None if given.result is None else {name: each for name, each in given.result.items() if name != "statistics"}


def _parted(uow: UnitOfWork, given: Round, contents: RoundContents | None) -> tuple[BallotMark, ...]:
    if contents is None:
        return ()
    rated = rated_of(uow.rounds.people(given.year, given.number))
    return part(contents.slips, contents.booth, given.terms, rated, token_bytes, sealing=True).marks
