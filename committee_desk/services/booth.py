"""The booth (测评间): one-time codes for envelopes, ballots cast at this PC, held in memory until enough are together.

A ballot never touches the disk as a whole. Five ballots of a class or more, or all of it, are parted into single marks
and written at once, together with their codes; until then they are in this program's memory alone (domain rules 3.5).
Which go when, and why five stay back: `booth_memory`.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from secrets import token_hex

from committee_desk.domain.errors import Trouble
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import RoundStands, RoundState
from committee_desk.services import booth_memory, booth_rules
from committee_desk.services.actor import Actor
from committee_desk.services.booth_memory import Ballot
from committee_desk.services.booth_rules import Entered
from committee_desk.services.booth_views import (
    BoothBallot,
    BoothCutOff,
    BoothEnded,
    BoothTaken,
    BoothWaiting,
    Codes,
    NobodyInBooth,
    TooFewWait,
)
from committee_desk.services.changes import Change, Topic
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.round_file import TOGETHER, Ledger, RoundContents, RoundFiles
from committee_desk.services.round_open import OpenRound, contents_of, open_round
from committee_desk.services.seat import Seat, allowed, anybody

_Key = tuple[int, int]
"""A round: its year and its number."""


class BoothDesk:
    """Holds the booth. Whoever holds a code may enter and cast; nothing else of the desk can be reached through it."""

    def __init__(self, open_work: OpenUnitOfWork, files: RoundFiles, seat: Seat) -> None:
        self._open, self._files, self._seat = open_work, files, seat
        self._session = token_hex(8)
        self._waiting: dict[_Key, list[Ballot]] = {}
        self._cut_off: set[_Key] = set()
        self._entered: Entered | None = None

    # -- codes ---------------------------------------------------------------------------------------------------------

    @allowed(Right.KEEP_ROUNDS)
    def make_codes(self, actor: Actor, year: int, number: int, people: Collection[str] | None = None) -> Codes:
        """Codes for envelopes: for these raters, or for all who have none. An unused one is replaced; told once."""
        with self._acting(year, number) as (here, ledger, uow):
            wanted = booth_rules.wanted_codes(ledger, here, people, self._hashes(year, number))
            made = booth_rules.new_codes(ledger, here, wanted)
            counted = Counter(str(each.ballot_class) for each in made)
            entry = uow.journal.append(actor, "booth.codes", here.label, {"codes": dict(sorted(counted.items()))})
        return Codes(made, Change.of(Topic.ROUNDS, entry=entry))

    # -- the booth itself ----------------------------------------------------------------------------------------------

    @anybody("whoever holds a code may vote, and nobody signs in to do so")
    def enter(self, year: int, number: int, code: str) -> BoothBallot:
        """An empty ballot for whoever holds that code."""
        with self._told_ended(year, number, cast=False), self._open.reading() as uow:
            here = open_round(uow, year, number, "booth")
        if self._entered is not None:
            raise BoothTaken(here.label)
        ledger = self._files.open(here.label).read()
        self._entered = booth_rules.entered(ledger, here, code, self._hashes(year, number))
        return booth_rules.ballot_of(self._entered)

    @anybody("as above")
    def check(self, lines: Mapping[str, str]) -> None:
        """Refuse what could not be cast so; nothing is kept."""
        booth_rules.filled_in(self._here(), lines)

    @anybody("as above")
    def cast(self, lines: Mapping[str, str]) -> Change:
        """Cast the open ballot: texts as `desk.slips.type` takes them, by the person's code.

        BoothEnded where another window has closed the round meanwhile, CodeUnknown and CodeUsed where it made another
        code in place of this one, or took it: nobody is thanked for what is not counted.
        """
        entered = self._here()
        slip = booth_rules.filled_in(entered, lines)
        key = entered.key
        with self._told_ended(*key, cast=True):
            self._note_session(key)
            booth_rules.require_good(self._files.open(entered.here.label).read(), entered)
            self._waiting.setdefault(key, []).append(Ballot(entered.hashed, slip))
            self._entered = None
            with suppress(Trouble):  # it stays in memory and is tried with the next one, at the latest at closing
                self._write_together(key, entered.ballot_class)
        return Change.of(Topic.ROUNDS)

    @anybody("as above")
    def leave(self) -> None:
        """Leave the booth without casting; the code stays good."""
        self._entered = None

    # -- what waits ----------------------------------------------------------------------------------------------------

    @anybody("asked before the window closes, whoever sits there")
    def waiting(self) -> int:
        """How many ballots are in memory alone, of whatever round."""
        return sum(map(len, self._waiting.values()))

    @allowed(Right.KEEP_ROUNDS)
    def state(self, year: int, number: int) -> BoothWaiting:
        """What waits of a round, and whether a program was cut off over waiting ballots."""
        with self._open.reading() as uow:
            here = open_round(uow, year, number, "booth")
            ledger = self._files.open(here.label).read()
            cut_off = self._is_cut_off((year, number), ledger)
            again = booth_rules.unused(here, ledger) if cut_off else ()
        waiting = self._waiting.get((year, number), [])
        counted = {each: len(booth_memory.of_class(waiting, each)) for each in BallotClass}
        few = tuple(each for each in BallotClass if booth_memory.stands_out(waiting, ledger, here, each))
        return BoothWaiting(counted, few, cut_off, again)

    @allowed(Right.KEEP_ROUNDS)
    def asked_again(self, actor: Actor, year: int, number: int) -> Change:
        """Those whose codes are unused were asked again, after a program was cut off."""
        with self._acting(year, number) as (here, ledger, uow):
            ledger.session = self._session if self._waiting.get((year, number)) else ""
            self._cut_off.discard((year, number))
            entry = uow.journal.append(actor, "booth.asked_again", here.label, {})
        return Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.KEEP_ROUNDS)
    def give_back(self, actor: Actor, year: int, number: int, ballot_class: BallotClass) -> Change:
        """Give the waiting ballots of a class back: nothing is kept of them, their codes are free."""
        waiting = self._waiting.get((year, number), [])
        own = booth_memory.of_class(waiting, ballot_class)
        if not own:
            return Change.of()
        with self._open.writing() as uow:
            label = open_round(uow, year, number, "booth").label
            entry = uow.journal.append(actor, "booth.give_back", label, {"class": ballot_class, "ballots": len(own)})
            uow.commit()
        waiting[:] = [each for each in waiting if each.slip.ballot_class is not ballot_class]
        return Change.of(Topic.ROUNDS, entry=entry)

    # -- for closing ---------------------------------------------------------------------------------------------------

    @allowed(Right.ADOPT_ROUNDS)
    def contents(self, year: int, number: int, *, giving_up: bool = False) -> RoundContents:
        """All that the round's working file holds and the ballots that wait in memory; TooFewWait where those of a
        class would stand out. For the closing transaction: write it, commit, then `forget` and destroy the file.

        BoothCutOff where ballots wait, or waited, in another program's memory. A round that is declared void is
        `giving_up` these, and the ballots that would stand out.
        """
        with self._open.reading() as uow:
            here = open_round(uow, year, number, "booth")
        ledger = self._files.open(here.label).read()
        if not giving_up and self._is_cut_off((year, number), ledger):
            raise BoothCutOff(here.label)
        waiting = booth_memory.still_good(self._waiting.get((year, number), []), ledger)
        for each in BallotClass:
            own = booth_memory.of_class(waiting, each)
            if not booth_memory.stands_out(waiting, ledger, here, each):
                continue
            if not giving_up:
                raise TooFewWait(here.label, each, len(own), TOGETHER)
            waiting = [ballot for ballot in waiting if ballot not in own]
        booth_memory.write_into(ledger, here, waiting)
        return contents_of(ledger)

    @allowed(Right.ADOPT_ROUNDS)
    def forget(self, year: int, number: int) -> None:
        """The round has ended: nothing of it stays in memory."""
        self._waiting.pop((year, number), None)
        self._cut_off.discard((year, number))
        if self._entered is not None and self._entered.key == (year, number):
            self._entered = None

    def _here(self) -> Entered:
        if self._entered is None:
            raise NobodyInBooth
        return self._entered

    def _hashes(self, year: int, number: int) -> frozenset[str]:
        """The codes under which ballots wait."""
        return frozenset(each.hashed for each in self._waiting.get((year, number), ()))

    @contextmanager
    def _acting(self, year: int, number: int) -> Iterator[tuple[OpenRound, Ledger, UnitOfWork]]:
        """One at a time, and none at a desk that is only read. Working file and journal are written, or neither."""
        with self._open.writing() as uow:
            here = open_round(uow, year, number, "booth")
            with self._files.open(here.label).writing(uow.commit) as ledger:
                yield here, ledger, uow

    @contextmanager
    def _told_ended(self, year: int, number: int, *, cast: bool) -> Iterator[None]:
        """Tell a rater that the round has ended; what still waited of it here is counted no more, and not kept."""
        try:
            yield
        except RoundStands as error:
            if error.state not in {RoundState.CLOSED, RoundState.VOID}:
                raise
            self._waiting.pop((year, number), None)
            raise BoothEnded(error.label, cast=cast) from None

    def _note_session(self, key: _Key) -> None:
        """Have the working file say that ballots wait in this program, before the first of them does; and again where
        another window has said since that everybody was asked: it must not close over what is cast after that."""
        with self._open.reading() as uow:
            label = open_round(uow, *key, "booth").label
        if self._waiting.get(key) and self._files.open(label).read().session == self._session:
            return
        with self._acting(*key) as (_, ledger, _uow):
            if self._is_cut_off(key, ledger):
                self._cut_off.add(key)
            ledger.session = self._session

    def _is_cut_off(self, key: _Key, ledger: Ledger) -> bool:
        return key in self._cut_off or ledger.session not in {"", self._session}

    def _write_together(self, key: _Key, ballot_class: BallotClass) -> None:
        waiting = self._waiting[key]
        with self._open.reading() as uow:
            here = open_round(uow, *key, "booth")
        ledger = self._files.open(here.label).read()
        if not booth_memory.to_write(booth_memory.still_good(waiting, ledger), ledger, here, ballot_class):
            return
        with self._acting(*key) as (here, ledger, _):
            good = booth_memory.still_good(waiting, ledger)
            going = booth_memory.to_write(good, ledger, here, ballot_class)
            booth_memory.write_into(ledger, here, going)
            if len(going) == len(good) and key not in self._cut_off:
                ledger.session = ""
        gone = {each.hashed for each in going}
        waiting[:] = [each for each in good if each.hashed not in gone]
