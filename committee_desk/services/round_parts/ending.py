"""The ending of a round: closed and counted, or declared void; then its working file is destroyed, with its key."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from committee_desk.domain.errors import Trouble
from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import Round, RoundState
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.round_absent import absent_of
from committee_desk.services.round_closing import closing_of, told_of_closing, write_closing
from committee_desk.services.round_file import RoundCopied, RoundElsewhere, RoundFileGone
from committee_desk.services.round_finding import own_round
from committee_desk.services.round_parts.held import RoundsPart
from committee_desk.services.round_refusals import VoidReasonMissing
from committee_desk.services.round_unsealing import UNSEAL, Unsealing, unsealed_of
from committee_desk.services.round_views import Ended, Unsealed
from committee_desk.services.round_voiding import VOID, VoidDecision, declare_void
from committee_desk.services.seat import allowed

if TYPE_CHECKING:
    from committee_desk.domain.ratings import BallotClass
    from committee_desk.services.round_file import ClassProgress, RoundContents
    from committee_desk.services.second import Second

CLOSE = "rounds.close"
OPEN, CLOSED = RoundState.OPEN, RoundState.CLOSED
ENDED = frozenset({RoundState.CLOSED, RoundState.VOID})


class RoundsEnding(RoundsPart):
    """Ends rounds, each time as an act for two."""

    @allowed(Right.ADOPT_ROUNDS)
    def close(
        self, actor: Actor, year: int, number: int, second: "Second | None" = None, absent: Collection[str] = ()
    ) -> Ended:
        """Count the round and publish it, or let it be void where its turnout fails: then the key of its sealed marks
        is told here, and nowhere else. An act for two.

        `absent` are those who did not take part, by number or name, where it is known. Afterwards the working file and
        its key are destroyed.
        """
        with self._open.reading() as uow:
            absent = absent_of(uow, own_round(uow, year, number, "close", OPEN), absent)
        self._counted(year, number, absent)
        authority = self._witnessing.confirm(second, CLOSE, actor=actor)
        contents, progress = self._counted(year, number, absent)
        with self._open.writing() as uow:
            given = own_round(uow, year, number, "close", OPEN)
            counted = closing_of(uow, given, contents, progress, absent)
            what = told_of_closing(counted)
            entry = uow.journal.append(actor, CLOSE, given.label, what, authority=authority, dated=True)
            key = write_closing(uow, entry, given, counted, contents)
            self._keep_a_copy()
            uow.commit()
        self._destroy(given)
        return Ended.with_key(Change.of(Topic.ROUNDS, Topic.RATINGS, entry=entry), key)

    @allowed(Right.ADOPT_ROUNDS)
    def void(self, actor: Actor, year: int, number: int, why: str, second: "Second | None" = None) -> Ended:
        """Declare an open or closed round void, with a reason; its marks are sealed, and the key is told here, nowhere
        else. An act for two.

        An open round whose working file cannot be read any more keeps nothing under seal. RoundCopied where it can be
        read beside another desk.
        """
        why = said(why)
        with self._open.reading() as uow:
            before = own_round(uow, year, number, "void", OPEN, CLOSED)
        if not why:
            raise VoidReasonMissing(before.label)
        if before.state is OPEN:
            self._contents(before)
        authority = self._witnessing.confirm(second, VOID, actor=actor)
        contents = self._contents(before) if before.state is OPEN else None
        with self._open.writing() as uow:
            given = own_round(uow, year, number, "void", OPEN, CLOSED)
            done = declare_void(uow, actor, given, VoidDecision(why, authority), contents)
            if given.state is OPEN:  # a copy of a counted one would keep what this act takes away
                self._keep_a_copy()
            uow.commit()
        if given.state is OPEN:
            self._destroy(given)
        return Ended.with_key(Change.of(Topic.ROUNDS, Topic.RATINGS, entry=done.entry), done.key)

    @allowed(Right.ADOPT_ROUNDS)
    def unseal(
        self, actor: Actor, year: int, number: int, typed: Unsealing, second: "Second | None" = None
    ) -> tuple[Unsealed, Change]:
        """Open what a void round keeps sealed, with the key from its 封存单 and a reason. An act for two.

        Nothing changes: the marks never count, and stay sealed.
        """
        why = said(typed.why)
        with self._open.reading() as uow:
            unsealed_of(uow, year, number, typed.key, why)
        authority = self._witnessing.confirm(second, UNSEAL, actor=actor)
        with self._open.writing() as uow:
            opened = unsealed_of(uow, year, number, typed.key, why)
            what = {"marks": uow.rounds.sealed(year, number)}
            entry = uow.journal.append(
                actor, UNSEAL, opened.round.label, what, why=why, authority=authority, dated=True
            )
            uow.commit()
        return opened, Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.SEE_SCORES)
    def sweep(self) -> None:
        """Destroy what is left of working files whose round has ended. Asked when the page opens.

        A draft's is left alone: an older state of the desk may stand in the place of the one that opened the round.
        """
        with self._open.reading() as uow:
            held = (each for year in uow.office.years() for each in uow.rounds.of_year(year))
            ended = tuple(each.label for each in held if each.state in ENDED)
        for label in self._files().leftovers(ended):
            self._try_to_destroy(label)

    def _counted(
        self, year: int, number: int, absent: Collection[str]
    ) -> "tuple[RoundContents, Mapping[BallotClass, ClassProgress]]":
        """What is to be counted; refuses what is not ready, before anybody is asked to confirm."""
        with self._open.reading() as uow:
            given = own_round(uow, year, number, "close", OPEN)
        progress = self._slips().progress(year, number)
        contents = self._booth().contents(year, number)
        with self._open.reading() as uow:
            closing_of(uow, given, contents, progress, absent)
        return contents, progress

    def _contents(self, given: Round) -> "RoundContents | None":
        """What an open round's working file holds; None where it cannot be read any more. Not so beside a copy: there
        what was counted would go under no seal, though it stands where the desk in use is."""
        try:
            return self._booth().contents(given.year, given.number, giving_up=True)
        except RoundCopied:
            raise
        except (RoundElsewhere, RoundFileGone):
            return None

    def _destroy(self, given: Round) -> None:
        self._booth().forget(given.year, given.number)
        self._try_to_destroy(given.label)

    def _try_to_destroy(self, label: str) -> None:
        """What cannot be removed now (the file is held by another program) is swept the next time."""
        try:
            self._files().destroy(label)
        except (Trouble, OSError):
            return
