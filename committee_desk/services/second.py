"""The second person: who confirms an act that one alone may not do."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from committee_desk.services.actor import Actor
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.seat import Seat

if TYPE_CHECKING:
    from committee_desk.domain.roles import Right


@dataclass(frozen=True, slots=True)
class Second:
    """Who confirms: with accounts a login and its password, without a name."""

    name: str
    password: str = field(default="", repr=False)


class Witnessing:
    """Has a second person confirm an act."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat

    def confirm(
        self, second: Second | None, act: str, *, actor: Actor | None = None, right: "Right | None" = None
    ) -> str:
        """Who confirmed, as the act's journal entry names it under `authority`.

        `act` is the act's verb in the journal; `right` one that the second may have instead of CONFIRM.
        """
        raise NotImplementedError
