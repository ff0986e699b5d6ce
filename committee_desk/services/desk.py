"""All services of one desk gathered: what the window and the command line talk to."""

from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.views import DeskIdentity


class Desk:
    """One open desk. Every attribute is a service; verbs take who acts and return a `Change`, reads take nobody."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock) -> None:
        self.open_work = open_work
        self.clock = clock

    def identity(self) -> DeskIdentity:
        """Whose desk this is."""
        raise NotImplementedError

    def years(self) -> tuple[int, ...]:
        """The years of the desk, oldest first."""
        raise NotImplementedError
