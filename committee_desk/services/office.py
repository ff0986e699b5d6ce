"""Whose desk this is, and how one is founded."""

from pathlib import Path

from committee_desk.domain.strangers import Stranger
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import anybody
from committee_desk.services.views import DeskIdentity


class OfficeDesk:
    """The desk's own row and its years."""

    def __init__(self, open_work: OpenUnitOfWork, path: Path, stranger: Stranger | None = None) -> None:
        self._open = open_work
        self._path = path
        self._stranger = stranger

    @property
    def path(self) -> Path:
        """Where the desk's file lies."""
        return self._path

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open the desk."""
        return self._open.protected

    @property
    def stranger(self) -> Stranger | None:
        """What is known where another desk lay here last time."""
        return self._stranger

    @anybody("the sign-in says whose desk it is")
    def identity(self) -> DeskIdentity:
        """Whose desk this is."""
        with self._open.reading() as uow:
            row, years = uow.office.identity(), uow.office.years()
        return DeskIdentity(
            row.uid,
            row.office,
            row.demo,
            row.created,
            self._path,
            years,
            self._open.protected,
            self._open.read_only,
            self._stranger,
        )

    @anybody("the sign-in says whose desk it is")
    def years(self) -> tuple[int, ...]:
        """The years of the desk, oldest first."""
        with self._open.reading() as uow:
            return uow.office.years()
