"""What every part of a desk stands on: its file, its paper, its clock, and who sits at it."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from committee_desk.domain.backup import Reason
from committee_desk.domain.desk_file import ReadOnly
from committee_desk.services.adapters import Paper, Workbooks
from committee_desk.services.office import OfficeDesk
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.seat import Seat
from committee_desk.services.views import DeskIdentity
from committee_desk.services.year_figures import YearFigures

if TYPE_CHECKING:
    from committee_desk.services.attempts import Doorkeeper
    from committee_desk.services.backup import BackupDesk
    from committee_desk.services.copy_ports import Copies
    from committee_desk.services.protection import Vault
    from committee_desk.services.round_file import RoundFiles
    from committee_desk.services.second import Witnessing


def _nothing() -> None:
    """What a desk lets go of that holds nothing."""


class DeskPart:
    """An open desk without its subjects. Subclasses give each subject a service, made when it is first asked for."""

    def __init__(  # noqa: PLR0913, PLR0917 - what all services together need
        self,
        office: OfficeDesk,
        open_work: OpenUnitOfWork,
        clock: Clock,
        paper: Paper,
        workbooks: Workbooks,
        let_go: Callable[[], None] | None,
        vault: "Vault",
        copies: "Callable[[], Copies]",
        round_files: "Callable[[], RoundFiles]",
    ) -> None:
        self._copies, self._round_files = copies, round_files
        self._vault = vault
        self._let_go = let_go or _nothing
        self._open, self._paper, self._workbooks = open_work, paper, workbooks
        self.seat = Seat(open_work)
        self.office = office
        self.clock = clock
        self._figures = YearFigures(open_work)

    @property
    def path(self) -> Path:
        """Where the desk's file lies."""
        return self.office.path

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the desk is only read; None while it can be written."""
        return self._open.read_only

    def identity(self) -> DeskIdentity:
        """Whose desk this is."""
        return self.office.identity()

    def years(self) -> tuple[int, ...]:
        """The years of the desk, oldest first."""
        return self.office.years()

    def close(self) -> None:
        """Let go of the desk: another window or importer may have it. Closing twice does no harm."""
        self._let_go()
        self._let_go = _nothing

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @cached_property
    def witnessing(self) -> "Witnessing":
        """The second person of an act for two."""
        from committee_desk.services.second import Witnessing  # noqa: PLC0415 - the window opens without

        return Witnessing(self.seat, self._door, self._open)

    def _second_person(self) -> "Witnessing":
        return self.witnessing

    @cached_property
    def _door(self) -> "Doorkeeper":
        from committee_desk.services.attempts import Doorkeeper  # noqa: PLC0415 - a desk without accounts never asks

        return Doorkeeper(self._open, self.clock)

    @cached_property
    def backup(self) -> "BackupDesk":
        """Copies of the desk."""
        from committee_desk.services.backup import BackupDesk  # noqa: PLC0415 - the window opens without it

        return BackupDesk(self._open, self.clock, self._copies(), self.seat, self.witnessing)

    def _before_an_act(self) -> None:
        """An automatic copy of the desk as it is before an official act changes it."""
        self.backup.automatic(Reason.ACT)
