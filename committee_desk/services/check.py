"""Checking a desk: whether everything that has to hold does hold, and what does not."""

from committee_desk.domain.checking import Report
from committee_desk.services.ports import OpenUnitOfWork


class CheckDesk:
    """Looks through the desk without writing a byte."""

    def __init__(self, open_work: OpenUnitOfWork) -> None:
        self._open = open_work

    def full(self) -> Report:
        """Every invariant, the whole chain and every seal."""
        return self._open.examine(thorough=True)

    def quick(self) -> Report:
        """What is looked at whenever a desk is opened: the file's build and the end of the chain."""
        return self._open.examine(thorough=False)
