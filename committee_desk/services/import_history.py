"""Which workbooks were read in: what every source of a figure is named by, without what reading in takes."""

from committee_desk.domain.roles import Right
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import ImportRecord


class ImportHistory:
    """Lists the imports."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.SEE_DESK)
    def history(self) -> tuple[ImportRecord, ...]:
        """Every workbook that was read in, newest first."""
        with self._open.reading() as uow:
            return uow.imports.history()
