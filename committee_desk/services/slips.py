"""Printed slips (民主测评票): serials made for printing, typed in batches, compared with the paper or typed twice.

简易: one types a batch (计票人), another compares it with the paper (监票人). 严格: two type it, the second blind; only
the fields that differ come back, emptied, and a third settles with the paper in hand what differs still.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from committee_desk.domain.ratings import BallotClass
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.round_file import ClassProgress, RoundFiles
from committee_desk.services.seat import Seat
from committee_desk.services.slip_views import BatchRow, Comparison, Differing, RatedLine, Serials, SlipTyped, TypedSlip

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing


class SlipsDesk:
    """Takes printed slips into an open round. What they say is told to nobody but who types them."""

    def __init__(
        self, open_work: OpenUnitOfWork, files: RoundFiles, seat: Seat, witnessing: "Callable[[], Witnessing]"
    ) -> None:
        self._open, self._files, self._seat, self._witnessing = open_work, files, seat, witnessing

    # -- reads ---------------------------------------------------------------------------------------------------------

    def progress(self, year: int, number: int) -> Mapping[BallotClass, ClassProgress]:
        """How far each class of an open round is, in counts alone. SEE_SCORES."""
        raise NotImplementedError

    def lines(self, year: int, number: int) -> tuple[RatedLine, ...]:
        """The people on every slip, in the order of its lines. ENTER_SLIPS."""
        raise NotImplementedError

    def batches(self, year: int, number: int) -> tuple[BatchRow, ...]:
        """The batches of an open round, by number. ENTER_SLIPS."""
        raise NotImplementedError

    def typed(self, year: int, number: int, batch: int) -> tuple[TypedSlip, ...]:
        """What the first typist typed, by serial: to him alone, and while the batch is still his. ENTER_SLIPS."""
        raise NotImplementedError

    def to_type_again(self, year: int, number: int, batch: int) -> tuple[str, ...]:
        """The serials of the batch that the second has not typed yet (严格). ENTER_SLIPS."""
        raise NotImplementedError

    def differing(self, year: int, number: int, batch: int) -> tuple[Differing, ...]:
        """The fields of a compared batch that are not settled, with neither's value. ENTER_SLIPS."""
        raise NotImplementedError

    # -- printing (KEEP_ROUNDS) ----------------------------------------------------------------------------------------

    def make_serials(
        self, actor: Actor, year: int, number: int, ballot_class: BallotClass, count: str | int
    ) -> Serials:
        """Serials for so many new slips, five at least: few made by themselves would tell who got them."""
        raise NotImplementedError

    # -- typing (ENTER_SLIPS) ------------------------------------------------------------------------------------------

    def begin(self, actor: Actor, year: int, number: int, ballot_class: BallotClass) -> tuple[int, Change]:
        """Begin a batch of slips of one class; `actor` is its first typist. The answer begins with its number."""
        raise NotImplementedError

    def check_serial(self, year: int, number: int, batch: int, serial: str) -> str:
        """The serial as it is kept, where the slip can be typed in that batch now; refused where not."""
        raise NotImplementedError

    def type(  # noqa: PLR0913, PLR0917 - who types which slip of which batch, and what it says
        self, actor: Actor, year: int, number: int, batch: int, serial: str, lines: Mapping[str, str]
    ) -> SlipTyped:
        """Type one slip: a text a person by code; who is missing is blank. The first time, or in 严格 the second.

        A mark 0-100, or 1-4, 优秀 称职 基本称职 不称职; 弃权, 弃 or - abstains; nothing is a blank.
        """
        raise NotImplementedError

    def take_back(self, actor: Actor, year: int, number: int, batch: int, serial: str) -> Change:
        """Take a slip out of a batch that is not counted, to type it again or elsewhere.

        Of the second typist: what he typed of it; of a slip that he did not type (the paper is not in the pile), all.
        """
        raise NotImplementedError

    def drop(self, actor: Actor, year: int, number: int, batch: int) -> Change:
        """Drop a batch that is not counted, with all that was typed of it; its slips can be typed anew."""
        raise NotImplementedError

    def confirm(self, actor: Actor, year: int, number: int, batch: int, second: "Second | None") -> Change:
        """简易: the scrutineer compared every slip with the paper; the batch is counted."""
        raise NotImplementedError

    def hand_over(self, actor: Actor, year: int, number: int, batch: int) -> Change:
        """严格: the first typist is through; another types the batch again."""
        raise NotImplementedError

    def compare(self, actor: Actor, year: int, number: int, batch: int) -> Comparison:
        """严格: the second is through. What differs comes back to him once; where nothing does, the batch counts."""
        raise NotImplementedError

    def retype(
        self, actor: Actor, year: int, number: int, batch: int, fields: Mapping[str, Mapping[str, str]]
    ) -> Comparison:
        """严格: the second types all fields that differed, by serial and person; what differs still a third settles."""
        raise NotImplementedError

    def settle(
        self, actor: Actor, year: int, number: int, batch: int, fields: Mapping[str, Mapping[str, str]]
    ) -> Change:
        """严格: a third types every field that differs still, with the paper in hand; the batch is counted."""
        raise NotImplementedError
