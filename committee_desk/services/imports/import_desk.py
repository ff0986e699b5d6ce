"""The verbs of import: look at a workbook, read it in, take it back, show where a figure stood."""

import dataclasses
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from committee_desk.domain.desk_file import FolderMissing, NoSuchYear, ReadOnly, ReadOnlyDesk
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.domain.sources import Source
from committee_desk.services.actor import Actor
from committee_desk.services.adapters import Workbooks
from committee_desk.services.changes import Change, Topic
from committee_desk.services.collector import resting_collector
from committee_desk.services.import_history import ImportHistory
from committee_desk.services.imports.batch import Known
from committee_desk.services.imports.carrying import STEPS, SUBJECTS, Done, carry, finish, require_clean, silent, within
from committee_desk.services.imports.comparison import cells_of
from committee_desk.services.imports.folder import kind_named, unread_in, workbooks_in
from committee_desk.services.imports.kinds import IN_ORDER, Kind
from committee_desk.services.imports.mapping import Remembered
from committee_desk.services.imports.outcomes import Excerpt, FolderOutcome, ImportOutcome, ImportPreview
from committee_desk.services.imports.refusals import (
    HeadingsMissing,
    NotAnImport,
    TemplateExists,
    TrialReadOnly,
    WhyMissing,
    WorkbookChanged,
    WorkbookUnreadable,
)
from committee_desk.services.imports.rights import IMPORTED_BY, SEEN_BY
from committee_desk.services.imports.table import Table, TemplateWriter
from committee_desk.services.imports.taking_back import take_back
from committee_desk.services.month_guard import refuse_behind_backs
from committee_desk.services.ports import OpenUnitOfWork, Progress, UnitOfWork
from committee_desk.services.relations import kin_of
from committee_desk.services.seat import Seat, allowed, anybody
from committee_desk.services.second import Second, Witnessing
from committee_desk.services.workbook_names import require_xlsx
from committee_desk.services.year_guard import YearLocked, refuse_moving_locked
from committee_desk.services.year_schemes import ledgers_of, scheme_of

Chosen = Sequence[tuple[Kind, Path]]
"""Workbooks to be read in together, each with what it holds."""


class ImportDesk(ImportHistory):
    """Reads workbooks in: all or nothing, every bad row named at once, one journal entry a workbook."""

    def __init__(
        self,
        open_work: OpenUnitOfWork,
        workbooks: Workbooks,
        seat: Seat,
        witnessing: Witnessing,
        keep_a_copy: Callable[[], object],
    ) -> None:
        super().__init__(open_work, seat)
        self._witnessing, self._keep_a_copy = witnessing, keep_a_copy
        self._reader = workbooks.reader
        self._templates = workbooks.templates

    @allowed(Right.IMPORT)
    @resting_collector()
    def preview(  # noqa: PLR0913 - who, what, from where, for when, and how
        self,
        actor: Actor,
        kind: Kind,
        path: Path,
        year: int,
        progress: Progress | None = None,
        *,
        replace: bool = False,
    ) -> ImportPreview:
        """What carrying out would do: the very transaction, then undone. Bad rows and differences stand in it.

        With `replace`, what carrying out with it would refuse is refused.
        """
        self._seat.require(IMPORTED_BY[kind])
        tell = progress or silent
        table = self._read(path, kind, tell)
        with self._trying() as uow:
            known = self._known(uow, year)
            (done,) = finish(uow, known, [carry(uow, actor, known, table, kind, tell)])
            if replace:
                require_clean([done], replace=True)
                self._guard_months(uow, [done])
            locked = self._locked(uow, [done])
        return dataclasses.replace(done.preview, locked=locked)

    @allowed(Right.IMPORT)
    @resting_collector()
    def carry_out(  # noqa: PLR0913 - who, what, from where, for when, and how
        self,
        actor: Actor,
        kind: Kind,
        path: Path,
        year: int,
        *,
        replace: bool = False,
        previewed: str | None = None,
        why: str | None = None,
        progress: Progress | None = None,
    ) -> ImportOutcome:
        """Read the workbook in. Refuses bad rows, and differences unless `replace`.

        `previewed` is the SHA-256 that was looked at: another file under the same name is refused.
        `why` says for the journal why warnings were accepted.
        """
        self._seat.require(IMPORTED_BY[kind])
        tell = progress or silent
        table = self._read(path, kind, tell)
        if previewed not in (None, table.sha256):
            raise WorkbookChanged(path)
        with self._open.writing() as uow:
            known = self._known(uow, year)
            (done,) = finish(uow, known, [carry(uow, actor, known, table, kind, tell, why)])
            require_clean([done], replace=replace)
            self._guard_months(uow, [done])
            tell(STEPS, STEPS)  # the last chance to stop
            if done.outcome.change.entry is not None:
                uow.commit()
        return done.outcome

    @allowed(Right.IMPORT)
    @resting_collector()
    def preview_all(
        self, actor: Actor, chosen: Chosen, year: int, progress: Progress | None = None
    ) -> tuple[ImportPreview, ...]:
        """What reading in these workbooks together would do: the very transaction, then undone."""
        self._require_all(chosen)
        tell = progress or silent
        tables = self._read_all(chosen, tell)
        with self._trying() as uow:
            done = self._carry_all(uow, actor, year, tables, tell, None)
            locked = self._locked(uow, done)
        return tuple(dataclasses.replace(each.preview, locked=locked) for each in done)

    @allowed(Right.IMPORT)
    @resting_collector()
    def carry_out_all(  # noqa: PLR0913 - who, what, for when, and how
        self,
        actor: Actor,
        chosen: Chosen,
        year: int,
        *,
        replace: bool = False,
        previewed: Container[str] | None = None,
        why: str | None = None,
        progress: Progress | None = None,
    ) -> FolderOutcome:
        """Read in these workbooks, each after those it refers to, in one transaction.

        `previewed` holds the SHA-256s that were looked at; `why` says why warnings were accepted.
        """
        self._require_all(chosen)
        tell = progress or silent
        tables = self._read_all(chosen, tell)
        for _, table in tables:
            if previewed is not None and table.sha256 not in previewed:
                raise WorkbookChanged(table.path)
        with self._open.writing() as uow:
            done = self._carry_all(uow, actor, year, tables, tell, why)
            require_clean(done, replace=replace)
            self._guard_months(uow, done)
            tell(rows_of(tables), rows_of(tables))  # the last chance to stop
            if any(each.outcome.change.entry is not None for each in done):
                uow.commit()
        outcomes = tuple(each.outcome for each in done)
        topics = frozenset[Topic]().union(*(outcome.change.topics for outcome in outcomes))
        entries = [outcome.change.entry for outcome in outcomes if outcome.change.entry is not None]
        return FolderOutcome(Change(topics, max(entries, default=None)), outcomes)

    @allowed(Right.IMPORT)
    def carry_out_folder(
        self, actor: Actor, folder: Path, year: int, *, replace: bool = False, progress: Progress | None = None
    ) -> FolderOutcome:
        """Read in every workbook of the folder, each after those it refers to, in one transaction."""
        chosen = tuple(workbooks_in(folder).items())
        return self.carry_out_all(actor, chosen, year, replace=replace, progress=progress)

    @allowed(Right.IMPORT)
    def unread(self, folder: Path) -> tuple[str, ...]:
        """What stands in the folder and would not be read in."""
        return unread_in(folder)

    @contextmanager
    def _trying(self) -> Iterator[UnitOfWork]:
        """The unit of a preview, which is never committed; where nothing can be written, nothing can be tried."""
        try:
            with self._open.writing() as uow:
                yield uow
        except ReadOnlyDesk as refused:
            if refused.reason is not ReadOnly.MEDIUM:
                raise
            raise TrialReadOnly(refused.path, refused.reason) from None

    def _locked(self, uow: UnitOfWork, done: Sequence[Done]) -> YearLocked | None:
        """What keeping it would be refused with where it moves a figure of an approved year; bad rows come first."""
        entries = [each.outcome.change.entry for each in done]
        first = min((entry for entry in entries if entry is not None), default=None)
        if first is None or any(each.preview.problems for each in done):
            return None
        try:
            refuse_moving_locked(uow, self._open.reading, first)
        except YearLocked as locked:
            return locked
        return None

    def _guard_months(self, uow: UnitOfWork, done: Sequence[Done]) -> None:
        """Rows that take the place of others change no closed month and lower nothing published; new ones may."""
        entries = [each.outcome.change.entry for each in done if each.outcome.replaced]
        first = min((entry for entry in entries if entry is not None), default=None)
        if first is not None:
            replaced = [row for each in done for row in each.replaced]
            refuse_behind_backs(uow, self._open.reading, first, replaced, uow.facts.closings)

    def _require_all(self, chosen: Chosen) -> None:
        for kind, _ in chosen:
            self._seat.require(IMPORTED_BY[kind])

    def _read_all(self, chosen: Chosen, tell: Progress) -> list[tuple[Kind, Table]]:
        tables, remembered = [], self._remembered()
        for kind, path in sorted(chosen, key=lambda each: IN_ORDER.index(each[0])):
            tell(0, 0)  # how many rows there are is known when all are read
            tables.append((kind, self._reader.read(path, kind, remembered)))
        tell(0, rows_of(tables))
        return tables

    def _carry_all(  # noqa: PLR0913, PLR0917 - what an import of several workbooks needs
        self,
        uow: UnitOfWork,
        actor: Actor,
        year: int,
        tables: list[tuple[Kind, Table]],
        tell: Progress,
        why: str | None,
    ) -> list[Done]:
        known, carried, before, total = self._known(uow, year), [], 0, rows_of(tables)
        for kind, table in tables:
            tell(before, total)
            known.people = uow.facts.known_people()
            paced = within(tell, before, len(table.rows), total)
            carried.append(carry(uow, actor, known, table, kind, paced, why))
            before += len(table.rows)
        return finish(uow, known, carried)

    @allowed(Right.IMPORT)
    def kind_of(self, path: Path) -> Kind | None:
        """What the workbook holds, by its name, else by its headings; None when neither tells."""
        named = kind_named(path)
        if named is not None:
            return named
        for each in self._remembered():
            with suppress(WorkbookUnreadable):
                self._reader.read(path, each.kind, [each])
                return each.kind
        try:
            self._reader.read(path, Kind.PEOPLE)
        except HeadingsMissing as missing:
            return missing.looks_like
        except WorkbookUnreadable:
            return None
        return Kind.PEOPLE

    @allowed(Right.IMPORT)
    def take_back(self, actor: Actor, entry: int, why: str, second: Second | None = None) -> Change:
        """Undo an import as a whole; what it had replaced holds again. Refuses while something later rests on it.

        In 严格 an act for two.
        """
        with self._open.reading() as uow:
            came = uow.facts.recorded(entry)
        if came is None or came.taken_back_by is not None:
            raise NotAnImport(entry)
        self._seat.require(IMPORTED_BY[came.kind])
        if not said(why):
            raise WhyMissing
        authority = self._witnessing.confirm_in_strict(second, "take_back_import")
        with self._open.writing() as uow:
            by, change, gone = take_back(uow, SUBJECTS, actor, entry, why, authority)
            refuse_behind_backs(uow, self._open.reading, by, gone, uow.facts.closings)
            self._keep_a_copy()  # of what everybody else still reads: the desk before the act
            uow.commit()
        return change

    @allowed(Right.SEE_DESK)
    def source_excerpt(self, source: Source) -> Excerpt | None:
        """The rows round the place where a figure stood; None where no row is known (ballots) or may be seen."""
        if source.row is None or not source.columns:
            return None
        with self._open.reading() as uow:
            came = uow.facts.recorded(source.entry)
            if came is None or not self._seat.may(SEEN_BY[came.kind]):
                return None
            held = uow.facts.near(came.kind, source.entry, source.row - 1, source.row + 1)
            known = self._known(uow, came.year)
        named = {heading: name for name, heading in SUBJECTS[came.kind].headings(known).items()}
        columns = [(heading, letter) for heading, letter in source.columns.items() if heading in named]
        columns.sort(key=lambda column: (len(column[1]), column[1]))
        rows = {each.row: cells_of(each.fact) for each in sorted(held, key=lambda each: -each.id) if each.row}
        excerpt = tuple((row, tuple(cells[named[heading]] for heading, _ in columns)) for row, cells in rows.items())
        return Excerpt(source.workbook, source.sheet, tuple(columns), tuple(sorted(excerpt)), source.row)

    @anybody("an empty workbook, nothing of the desk")
    def template(self, kind: Kind, path: Path) -> None:
        """Write an empty workbook to be filled in; refuses to overwrite."""
        template_to(self._templates, kind, path)

    def _read(self, path: Path, kind: Kind, tell: Progress) -> Table:
        tell(0, STEPS)
        table = self._reader.read(path, kind, self._remembered())
        tell(1, STEPS)
        return table

    def _remembered(self) -> tuple[Remembered, ...]:
        """The forms of workbook that somebody said how to read."""
        with self._open.reading() as uow:
            return uow.mappings.all()

    def _known(self, uow: UnitOfWork, year: int) -> Known:
        held = uow.office.years()
        if year not in held:
            raise NoSuchYear(year, held)
        return Known(
            year,
            scheme_of(uow, year),
            uow.facts.known_people(),
            uow.facts.closings,
            kin=kin_of(uow),
            handlers=uow.evaluations.handlers,
            ledgers=ledgers_of(uow, year),
            stays=lambda of: uow.people.stays_touching(date(of, 1, 1), date(of, 12, 31)),
        )


def rows_of(tables: Iterable[tuple[Kind, Table]]) -> int:
    """How many rows these workbooks hold."""
    return sum(len(table.rows) for _, table in tables)


def template_to(templates: TemplateWriter, kind: Kind, path: Path) -> None:
    """Write a template where no file stands yet; it needs no desk."""
    require_xlsx(path)
    if not path.parent.is_dir():
        raise FolderMissing(path.parent)
    if path.exists():
        raise TemplateExists(path)
    templates.write(path, kind)
