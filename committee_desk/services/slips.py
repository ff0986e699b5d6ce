"""Printed slips (民主测评票): serials made for printing, typed in batches, compared with the paper or typed twice.

简易: one types a batch (计票人), another compares it with the paper (监票人). 严格: two type it, the second blind; only
the fields that differ come back, emptied, and a third settles with the paper in hand what differs still.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right, Way
from committee_desk.domain.serials import new_serial
from committee_desk.services import slip_rules, typed_values
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.journal_views import JournalFilter
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_file import TOGETHER, BatchState, KeptBatch, Ledger
from committee_desk.services.round_open import OpenRound, open_round
from committee_desk.services.seat import allowed
from committee_desk.services.slip_views import (
    ClassWithoutRaters,
    Comparison,
    OtherWay,
    Serials,
    SlipCount,
    SlipsUnlike,
    SlipTyped,
)
from committee_desk.services.slips_shown import SlipsShown

if TYPE_CHECKING:
    from committee_desk.services.second import Second

MOST_AT_ONCE = 3000
"""So many slips are made at most in one go."""
MAKE = "slips.make"
PRINTS = 10_000
"""So many printings of a round are looked through for what stood on them."""
S = BatchState
_CHANGED = Change.of(Topic.ROUNDS)
"""Of the working file alone: the journal hears of whole batches, never of a slip."""


class _Act(NamedTuple):
    """An act under way: the round, its working file to be changed, and the desk, where a whole batch is journalled."""

    here: OpenRound
    ledger: Ledger
    uow: UnitOfWork


class SlipsDesk(SlipsShown):
    """Takes printed slips into an open round. What they say is told to nobody but who types them."""

    # -- printing ------------------------------------------------------------------------------------------------------

    @allowed(Right.KEEP_ROUNDS)
    def make_serials(  # noqa: PLR0913, PLR0917 - for whom how many, and what they will stand on
        self, actor: Actor, year: int, number: int, ballot_class: BallotClass, count: str | int, fingerprint: str = ""
    ) -> Serials:
        """Serials for so many new slips, five at least: few made by themselves would tell who got them.

        `fingerprint` is that of all that is printed beside them. SlipsUnlike where it was another for earlier slips of
        the class: they are to be identical but for the serial.
        """
        with self._open.writing() as uow:
            here = open_round(uow, year, number, "slips")
            wanted = _count(here, ballot_class, count)
            _refuse_unlike(uow, here, ballot_class, fingerprint)
            what = {"year": year, "round": number, "class": ballot_class, "slips": wanted}
            what |= {"fingerprint": fingerprint} if fingerprint else {}
            entry = uow.journal.append(actor, MAKE, here.label, what)
            with self._files.open(here.label).writing(uow.commit) as ledger:
                made: set[str] = set()
                while len(made) < wanted:
                    made |= {new_serial(ballot_class, ledger.mark)} - ledger.serials
                ledger.serials |= made
        return Serials(tuple(sorted(made)), Change.of(Topic.ROUNDS, entry=entry))

    # -- typing --------------------------------------------------------------------------------------------------------

    @allowed(Right.ENTER_SLIPS)
    def begin(self, actor: Actor, year: int, number: int, ballot_class: BallotClass) -> tuple[int, Change]:
        """Begin a batch of slips of one class; `actor` is its first typist. The answer begins with its number."""
        strict = self._seat.has_accounts and self._seat.way is Way.STRICT
        with self._acting(year, number) as (here, ledger, _):
            if not here.rating_in(ballot_class):
                raise ClassWithoutRaters(here.label, ballot_class)
            batch = slip_rules.next_number(ledger.batches)
            ledger.batches[batch] = KeptBatch(batch, BallotClass(ballot_class), S.TYPING, strict, actor.name)
        return batch, _CHANGED

    @allowed(Right.ENTER_SLIPS)
    def type(  # noqa: PLR0913, PLR0917 - who types which slip of which batch, and what it says
        self, actor: Actor, year: int, number: int, batch: int, serial: str, lines: Mapping[str, str]
    ) -> SlipTyped:
        """Type one slip: a text a person by code; who is missing is blank. The first time, or in 严格 the second.

        A mark 0-100, or 1-4, 优秀 称职 基本称职 不称职; 弃权, 弃 or - abstains; nothing is a blank.
        """
        with self._acting(year, number) as (here, ledger, _):
            held = slip_rules.batch_in(ledger, here.label, batch, "type", S.TYPING, S.TYPING_AGAIN)
            held = slip_rules.as_typist(held, here.label, actor.name)
            known = slip_rules.serial_for(ledger, here.label, held, serial)
            read = slip_rules.read_lines(here, known, lines)
            slip_rules.put_typed(ledger, held, known, read)
        return SlipTyped(slip_rules.typed_slip(here, known, read), _CHANGED)

    @allowed(Right.ENTER_SLIPS)
    def take_back(self, actor: Actor, year: int, number: int, batch: int, serial: str) -> Change:
        """Take a slip out of a batch that is not counted, to type it again or elsewhere.

        Of the second typist: what he typed of it; of a slip that he did not type (the paper is not in the pile), all.
        """
        with self._acting(year, number) as (here, ledger, _):
            held = slip_rules.batch_in(ledger, here.label, batch, "take_back", S.TYPING, S.TYPING_AGAIN)
            held = slip_rules.as_typist(held, here.label, actor.name)
            slip_rules.take_out(ledger, here.label, held, serial)
        return _CHANGED

    @allowed(Right.ENTER_SLIPS)
    def drop(self, actor: Actor, year: int, number: int, batch: int) -> Change:
        """Drop a batch that is not counted, with all that was typed of it; its slips can be typed anew."""
        open_still = (S.TYPING, S.TYPING_AGAIN, S.COMPARED, S.SETTLING)
        with self._acting(year, number) as (here, ledger, uow):
            held = slip_rules.batch_in(ledger, here.label, batch, "drop", *open_still)
            slips = slip_rules.slips_in(ledger, batch)
            for serial in slips:
                del ledger.slips[serial]
            del ledger.batches[batch]
            entry = _journalled(uow, actor, here, held._replace(slips=len(slips)), "slips.drop")
        return Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.ENTER_SLIPS)
    def confirm(self, actor: Actor, year: int, number: int, batch: int, second: "Second | None") -> Change:
        """简易: the scrutineer compared every slip with the paper; the batch is counted."""

        def confirmable(here: OpenRound, ledger: Ledger) -> KeptBatch:
            held = slip_rules.batch_in(ledger, here.label, batch, "confirm", S.TYPING)
            _require_way(here, held, strict=False)
            slip_rules.as_typist(held, here.label, actor.name)
            slip_rules.require_slips(ledger, here.label, held)
            return held

        here = self._round(year, number)
        confirmable(here, self._read(here))
        authority = self._witnessing().confirm(second, "slips.confirm", actor=actor, right=Right.ENTER_SLIPS)
        with self._acting(year, number) as (here, ledger, uow):
            held = confirmable(here, ledger)
            held = slip_rules.count_batch(ledger, held._replace(compared_by=self._holder(authority)))
            entry = _journalled(uow, actor, here, held, "slips.confirm", authority)
        return Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.ENTER_SLIPS)
    def hand_over(self, actor: Actor, year: int, number: int, batch: int) -> Change:
        """严格: the first typist is through; another types the batch again."""
        with self._acting(year, number) as (here, ledger, _):
            held = slip_rules.batch_in(ledger, here.label, batch, "hand_over", S.TYPING)
            _require_way(here, held, strict=True)
            slip_rules.as_typist(held, here.label, actor.name)
            slip_rules.require_slips(ledger, here.label, held)
            ledger.batches[batch] = held._replace(state=S.TYPING_AGAIN)
        return _CHANGED

    @allowed(Right.ENTER_SLIPS)
    def compare(self, actor: Actor, year: int, number: int, batch: int) -> Comparison:
        """严格: the second is through. What differs comes back to him once; where nothing does, the batch counts."""
        with self._acting(year, number) as act:
            here, ledger, _ = act
            held = slip_rules.batch_in(ledger, here.label, batch, "compare", S.TYPING_AGAIN)
            held = slip_rules.as_second(held, here.label, actor.name)
            slip_rules.require_typed_again(ledger, here.label, held)
            return _go_on(act, actor, held, S.COMPARED)

    @allowed(Right.ENTER_SLIPS)
    def retype(self, actor: Actor, year: int, number: int, batch: int, fields: slip_rules.Fields) -> Comparison:
        """严格: the second types all fields that differed, by serial and person; what differs still a third settles."""
        with self._acting(year, number) as act:
            here, ledger, _ = act
            held = slip_rules.batch_in(ledger, here.label, batch, "retype", S.COMPARED)
            held = slip_rules.as_second(held, here.label, actor.name)
            slip_rules.answer_second(ledger, slip_rules.answered(ledger, here, batch, fields))
            return _go_on(act, actor, held, S.SETTLING)

    @allowed(Right.ENTER_SLIPS)
    def settle(self, actor: Actor, year: int, number: int, batch: int, fields: slip_rules.Fields) -> Change:
        """严格: a third types every field that differs still, with the paper in hand; the batch is counted."""
        with self._acting(year, number) as (here, ledger, uow):
            held = slip_rules.batch_in(ledger, here.label, batch, "settle", S.SETTLING)
            held = slip_rules.as_third(held, here.label, actor.name)
            slip_rules.answer_third(ledger, slip_rules.answered(ledger, here, batch, fields))
            entry = _journalled(uow, actor, here, slip_rules.count_batch(ledger, held), "slips.count")
        return Change.of(Topic.ROUNDS, entry=entry)

    @contextmanager
    def _acting(self, year: int, number: int) -> Iterator[_Act]:
        """One at a time, and none at a desk that is only read. Working file and journal are written, or neither."""
        with self._open.writing() as uow:
            here = open_round(uow, year, number, "slips")
            with self._files.open(here.label).writing(uow.commit) as ledger:
                yield _Act(here, ledger, uow)

    def _holder(self, authority: str) -> str:
        """The name of whoever confirmed, as lists of counters bear it."""
        return authority.rpartition(" (")[0] if self._seat.has_accounts else authority


def _go_on(act: _Act, actor: Actor, held: KeptBatch, then: BatchState) -> Comparison:
    """What differs in the batch, which goes on to there with it; where nothing does, it is counted."""
    found = slip_rules.differing_in(act.ledger, act.here, held.number)
    if found:
        act.ledger.batches[held.number] = held._replace(state=then)
        return Comparison(found, _CHANGED)
    counted = slip_rules.count_batch(act.ledger, held)
    entry = _journalled(act.uow, actor, act.here, counted, "slips.count")
    return Comparison(found, Change.of(Topic.ROUNDS, entry=entry))


def _journalled(  # noqa: PLR0913, PLR0917 - who did what to which batch of which round
    uow: UnitOfWork, actor: Actor, here: OpenRound, held: KeptBatch, verb: str, authority: str | None = None
) -> int:
    """What became of a batch: how many slips, and who counted it."""
    what = {
        "batch": held.number,
        "class": held.ballot_class,
        "slips": held.slips,
        "typed_by": held.typed_by,
        "compared_by": held.compared_by or None,
        "settled_by": held.settled_by or None,
    }
    return uow.journal.append(actor, verb, here.label, what, authority=authority)


def _refuse_unlike(uow: UnitOfWork, here: OpenRound, ballot_class: BallotClass, fingerprint: str) -> None:
    if not fingerprint:
        return
    wanted = JournalFilter(subject=here.label, verbs=(MAKE,))
    told = (json.loads(row.what) for row in uow.journal.rows(PRINTS, None, wanted))
    if any(each["class"] == ballot_class and each.get("fingerprint", fingerprint) != fingerprint for each in told):
        raise SlipsUnlike(here.label, ballot_class)


def _count(here: OpenRound, ballot_class: BallotClass, typed: str | int) -> int:
    if not here.rating_in(ballot_class):
        raise ClassWithoutRaters(here.label, ballot_class)
    wanted = typed_values.count(typed)
    if wanted is None or not 0 < wanted <= MOST_AT_ONCE:
        raise SlipCount(here.label, str(typed).strip()[:20], MOST_AT_ONCE)
    return max(wanted, TOGETHER)


def _require_way(here: OpenRound, held: KeptBatch, *, strict: bool) -> None:
    if held.strict is not strict:
        raise OtherWay(here.label, held.number, strict=held.strict)
