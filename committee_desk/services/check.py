"""Checking a desk: whether everything that has to hold does hold, and what does not."""

from committee_desk.domain.checking import Report
from committee_desk.services.ports import OpenUnitOfWork, Progress
from committee_desk.services.seat import anybody


class CheckDesk:
    """Looks through the desk without writing a byte."""

    def __init__(self, open_work: OpenUnitOfWork) -> None:
        self._open = open_work

    @anybody("whether the desk is sound is asked before anybody signed in, and by `check` on any PC")
    def full(self, progress: Progress | None = None) -> Report:
        """Every invariant, the whole chain and every seal; `progress` may raise to stop it."""
        return self._open.examine(thorough=True, tell=progress)

    @anybody("asked after a printed head was compared")
    def trail(self, progress: Progress | None = None) -> Report:
        """The whole chain and every seal: what joins a head on paper to the data."""
        return self._open.examine_trail(progress)

    @anybody("asked whenever the desk is opened")
    def quick(self) -> Report:
        """What is looked at whenever a desk is opened: the file's build and the end of the chain."""
        return self._open.examine(thorough=False)
