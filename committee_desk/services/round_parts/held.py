"""What every part of the rounds' service stands on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.seat import Seat

if TYPE_CHECKING:
    from committee_desk.services.booth import BoothDesk
    from committee_desk.services.round_file import RoundFiles
    from committee_desk.services.second import Witnessing
    from committee_desk.services.slips import SlipsDesk


class RoundsPart:
    """The year's rounds without their acts. What slips say comes in through `desk.slips` and `desk.booth` alone."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it rests on, who guards it, and where slips come in
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], None],
        files: "Callable[[], RoundFiles]",
        slips: "Callable[[], SlipsDesk]",
        booth: "Callable[[], BoothDesk]",
    ) -> None:
        self._open, self._clock, self._seat, self._witnessing = open_work, clock, seat, witnessing
        self._keep_a_copy, self._files, self._slips, self._booth = keep_a_copy, files, slips, booth
