"""What can be seen of an open round's slips: counts for everybody, what is typed for its typist alone."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right
from committee_desk.services import slip_rules
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.round_file import BatchState, ClassProgress, KeptBatch, Ledger, RoundFiles
from committee_desk.services.round_open import OpenRound, open_round, progress_of
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.slip_counters import CounterRated, counters_of, rated_among
from committee_desk.services.slip_views import BatchRow, Differing, RatedLine, TypedSlip

if TYPE_CHECKING:
    from committee_desk.services.second import Witnessing

S = BatchState


class SlipsShown:
    """The reads of an open round's slips. None of them tells what a counted slip says."""

    def __init__(
        self, open_work: OpenUnitOfWork, files: RoundFiles, seat: Seat, witnessing: "Callable[[], Witnessing]"
    ) -> None:
        self._open, self._files, self._seat, self._witnessing = open_work, files, seat, witnessing

    @allowed(Right.SEE_SCORES)
    def progress(self, year: int, number: int) -> Mapping[BallotClass, ClassProgress]:
        """How far each class of an open round is, in counts alone."""
        return progress_of(self._read(self._round(year, number)))

    @allowed(Right.ENTER_SLIPS)
    def lines(self, year: int, number: int) -> tuple[RatedLine, ...]:
        """The people on every slip, in the order of its lines."""
        return self._round(year, number).lines

    @allowed(Right.ENTER_SLIPS)
    def batches(self, year: int, number: int) -> tuple[BatchRow, ...]:
        """The batches of an open round, by number."""
        here = self._round(year, number)
        ledger, name = self._read(here), self._name()
        return tuple(slip_rules.row_of(ledger, here, each, name) for _, each in sorted(ledger.batches.items()))

    @allowed(Right.ENTER_SLIPS)
    def rated_counters(self, year: int, number: int) -> tuple[CounterRated, ...]:
        """Who counted slips of the round, or sits here to, and is rated in it or has a relative who is."""
        with self._open.reading() as uow:
            here = open_round(uow, year, number, "slips")
            batches = self._read(here).batches.values()
            return rated_among(uow, here, (self._seat.actor.name, *counters_of(batches)))

    @allowed(Right.ENTER_SLIPS)
    def typed(self, year: int, number: int, batch: int) -> tuple[TypedSlip, ...]:
        """What the first typist typed, by serial: to him alone, and while the batch is still his."""
        here = self._round(year, number)
        ledger = self._read(here)
        held = slip_rules.batch_in(ledger, here.label, batch, "read", S.TYPING)
        self._require_typist(held, here)
        slips = slip_rules.slips_in(ledger, batch)
        return tuple(slip_rules.typed_slip(here, serial, slip.first) for serial, slip in slips.items())

    @allowed(Right.ENTER_SLIPS)
    def to_type_again(self, year: int, number: int, batch: int) -> tuple[str, ...]:
        """The serials of the batch that the second has not typed yet (严格)."""
        here = self._round(year, number)
        ledger = self._read(here)
        slip_rules.batch_in(ledger, here.label, batch, "read", S.TYPING_AGAIN)
        slips = slip_rules.slips_in(ledger, batch)
        return tuple(serial for serial, slip in slips.items() if slip.second is None)

    @allowed(Right.ENTER_SLIPS)
    def differing(self, year: int, number: int, batch: int) -> tuple[Differing, ...]:
        """The fields of a compared batch that are not settled, with neither's value."""
        here = self._round(year, number)
        ledger = self._read(here)
        slip_rules.batch_in(ledger, here.label, batch, "read", S.COMPARED, S.SETTLING)
        return slip_rules.differing_in(ledger, here, batch)

    @allowed(Right.ENTER_SLIPS)
    def check_serial(self, year: int, number: int, batch: int, serial: str) -> str:
        """The serial as it is kept, where the slip can be typed in that batch now; refused where not."""
        here = self._round(year, number)
        ledger = self._read(here)
        held = slip_rules.batch_in(ledger, here.label, batch, "type", S.TYPING, S.TYPING_AGAIN)
        self._require_typist(held, here)
        return slip_rules.serial_for(ledger, here.label, held, serial)

    def _round(self, year: int, number: int) -> OpenRound:
        with self._open.reading() as uow:
            return open_round(uow, year, number, "slips")

    def _name(self) -> str | None:
        """Who sits here; None at a desk without accounts, which knows names of acts alone."""
        return self._seat.actor.name if self._seat.has_accounts else None

    def _require_typist(self, held: KeptBatch, here: OpenRound) -> None:
        if (name := self._name()) is not None:
            slip_rules.as_typist(held, here.label, name)

    def _read(self, here: OpenRound) -> Ledger:
        return self._files.open(here.label).read()
