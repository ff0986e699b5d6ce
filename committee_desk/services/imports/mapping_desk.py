"""The verbs of import by habit: how a strange workbook would be read, and how it is read from now on."""

from collections.abc import Mapping
from pathlib import Path

from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.mapping import Proposal, Remembered, checked, proposed
from committee_desk.services.imports.rights import IMPORTED_BY
from committee_desk.services.imports.table import WorkbookReader
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed


class MappingDesk:
    """Shows and remembers which column of a workbook is which. What is remembered, every later import reads by."""

    def __init__(self, open_work: OpenUnitOfWork, reader: WorkbookReader, seat: Seat) -> None:
        self._open, self._reader, self._seat = open_work, reader, seat

    @allowed(Right.IMPORT)
    def remembered(self) -> tuple[Remembered, ...]:
        """Every form of workbook that was said by hand."""
        with self._open.reading() as uow:
            return uow.mappings.all()

    @allowed(Right.IMPORT)
    def propose(self, kind: Kind, path: Path, row: int | None = None) -> Proposal:
        """How the workbook would be read: as it was said before, else by its headings and those like them.

        `row`: where somebody says that the headings stand.
        """
        outline = self._reader.outline(path, kind, row)
        with self._open.reading() as uow:
            return proposed(kind, outline, uow.mappings.all())

    @allowed(Right.IMPORT)
    def remember(
        self, actor: Actor, kind: Kind, path: Path, columns: Mapping[str, str], row: int | None = None
    ) -> Change:
        """From now on workbooks of this form are read so: each heading with the letter of its column."""
        self._seat.require(IMPORTED_BY[kind])
        said = checked(kind, self._reader.outline(path, kind, row), columns)
        with self._open.writing() as uow:
            if said in uow.mappings.all():
                return Change.of()
            what = {"kind": kind, "columns": said.columns}
            entry = uow.journal.append(actor, "mapping.put", kind.value, what)
            uow.mappings.put(entry, said)
            uow.commit()
        return Change.of(Topic.MAPPINGS, entry=entry)

    @allowed(Right.IMPORT)
    def forget(self, actor: Actor, kind: Kind, source: str) -> Change:
        """Read workbooks of this form by their headings again."""
        self._seat.require(IMPORTED_BY[kind])
        with self._open.writing() as uow:
            known = next((each for each in uow.mappings.all() if (each.kind, each.source) == (kind, source)), None)
            if known is None:
                return Change.of()
            what = {"kind": kind, "columns": known.columns}
            entry = uow.journal.append(actor, "mapping.forget", kind.value, what)
            uow.mappings.end(entry, kind, source)
            uow.commit()
        return Change.of(Topic.MAPPINGS, entry=entry)
