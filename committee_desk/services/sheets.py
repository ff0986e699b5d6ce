"""Grade sheets: draws form 1 for whom it is asked, keeps what was printed of whom from which data."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Self

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.adapters import Paper
from committee_desk.services.folders import Folder, refuse_foreign
from committee_desk.services.journal_views import on_paper
from committee_desk.services.page_pictures import PagePicture
from committee_desk.services.ports import Clock, OpenUnitOfWork, Progress, UnitOfWork
from committee_desk.services.seat import Seat, allowed, anybody
from committee_desk.services.sheet_locked import Locked, with_superseded
from committee_desk.services.sheet_reading import FORMS, TRIES, Asked, Drawn, Scores, SheetReader
from committee_desk.services.sheet_refusals import DeskChangedMeanwhile, MissingGlyph, UnprintableCharacters
from committee_desk.services.sheet_views import GradeSheet, PrintedSheet, PrintMark, Stamp


class _InMemory:
    """Sheets that go to a printer: what a folder takes, kept in memory until the printer has it."""

    def __init__(self) -> None:
        self.contents: list[bytes] = []

    def __enter__(self) -> Self:
        self.contents.clear()
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing to put back."""

    def put(self, _name: str, content: bytes) -> None:
        """Keep one sheet."""
        self.contents.append(content)

    def place(self) -> tuple[Path, ...]:
        """No file gets a name."""
        return ()


class SheetDesk:
    """Draws grade sheets and lists what was printed."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, scores: Scores, paper: Paper, seat: Seat) -> None:
        self._open, self._seat = open_work, seat
        self._clock = clock
        self._scores = scores
        self._reader = SheetReader(open_work, clock, scores)
        self._paper = paper

    @allowed(Right.PRINT_SHEETS)
    def draw(  # noqa: PLR0913, PLR0917 - who draws whose sheets where, and who is told how far it is
        self,
        actor: Actor,
        year: int,
        codes: Sequence[str] | None,
        folder: Path,
        progress: Progress | None = None,
        category: Category = Category.PROSECUTOR,
        *,
        final: bool = False,
    ) -> tuple[Path, ...]:
        """Write one PDF a person into the folder, all or none; codes None means everybody on the category's list.

        Whose result the 院党组 has decided gets the final sheet from the locked data, with its version and what it
        replaces; everybody else's is marked 未定稿. With `final` none but final ones are drawn: NotDecided names
        whoever was asked for and has none.
        Characters that no font holds stop the whole, and all of them are named. The desk is closed while paper is
        drawn; where it changed meanwhile, the sheets are drawn again from what it says now.
        """
        asked = Asked(year, category, codes, final)
        return self._carry_out(actor, asked, lambda: self._paper.open_folder(folder), progress, folder)

    @allowed(Right.PRINT_SHEETS)
    def draw_for_printer(  # noqa: PLR0913 - as above
        self,
        actor: Actor,
        year: int,
        codes: Sequence[str] | None,
        progress: Progress | None = None,
        category: Category = Category.PROSECUTOR,
        *,
        final: bool = False,
    ) -> tuple[bytes, ...]:
        """The same sheets for a printer: they stay in memory, so that no file outside the desk ever holds them."""
        held = _InMemory()
        self._carry_out(actor, Asked(year, category, codes, final), lambda: held, progress)
        return tuple(held.contents)

    def _carry_out(
        self,
        actor: Actor,
        asked: Asked,
        open_files: Callable[[], AbstractContextManager[Folder]],
        progress: Progress | None,
        folder: Path | None = None,
    ) -> tuple[Path, ...]:
        for _try in range(TRIES):
            read = self._reader.read(actor, asked)
            self._refuse_foreign(folder, read)
            self._refuse_clock_behind()
            with suppress(DeskChangedMeanwhile), open_files() as files:
                self._draw_all(read, files, progress)
                return self._record(actor, asked, read, files)
        raise DeskChangedMeanwhile

    def _refuse_foreign(self, folder: Path | None, read: Drawn) -> None:
        """Before any sheet is drawn: none takes the place of a file that is no earlier paper of ours."""
        if folder is not None:
            for sheet in read.sheets:
                refuse_foreign(folder / self._paper.drawer.file_name(sheet))

    def _refuse_clock_behind(self) -> None:
        with self._open.reading() as uow:
            uow.journal.refuse_clock_behind(self._clock())

    @allowed(Right.PRINT_SHEETS)
    def preview(
        self, year: int, code: str, actor: Actor | None = None, category: Category = Category.PROSECUTOR
    ) -> bytes:
        """The very PDF that `draw` would write now for that person, without a trace in the journal."""
        read = self._reader.read(actor, Asked(year, category, [code]))
        return self._drawn(read, read.sheets[0], read.stamps[0])

    @allowed(Right.SEE_SCORES)
    def printed(self, year: int) -> tuple[PrintedSheet, ...]:
        """What was printed in that year, newest first."""
        with self._open.reading() as uow:
            return with_superseded(uow, year, uow.prints.rows(year))

    @allowed(Right.SEE_SCORES)
    def outdated(self, year: int, category: Category = Category.PROSECUTOR) -> frozenset[str]:
        """Whose last printed sheet no longer says what the desk says, or who is no longer on the list."""
        with self._open.reading() as uow:
            latest = uow.prints.latest(year, FORMS[category])
            decided = Locked.of(uow, year, category).sheets.keys() if latest else set()
        if not latest:
            return frozenset()
        listed = {person.code for person in self._scores.year(year, category=category).people} | decided
        now = self._reader.read(None, Asked(year, category, [code for code in latest if code in listed]))
        current = {
            sheet.person.code
            for sheet, stamp in zip(now.sheets, now.stamps, strict=True)
            if latest.get(sheet.person.code) == PrintMark(stamp.version, sheet.final, stamp.fingerprint)
        }
        return frozenset(latest) - current

    @anybody("turns a PDF that somebody holds into pictures")
    def pages(self, pdf: bytes, dots_an_inch: int) -> tuple[PagePicture, ...]:
        """The pages of a PDF as pictures, for the preview and for a printer."""
        return self._paper.rasterise(pdf, dots_an_inch)

    def _draw_all(self, read: Drawn, files: Folder, progress: Progress | None) -> None:
        missing: list[MissingGlyph] = []
        for number, (sheet, stamp) in enumerate(zip(read.sheets, read.stamps, strict=True)):
            if progress:
                progress(number, len(read.sheets))
            try:
                content = self._drawn(read, sheet, stamp)
            except UnprintableCharacters as error:
                missing += error.missing
                continue
            if not missing:
                files.put(self._paper.drawer.file_name(sheet), content)
        if missing:
            raise UnprintableCharacters(tuple(missing))
        if progress:
            progress(len(read.sheets), len(read.sheets))

    def _drawn(self, read: Drawn, sheet: GradeSheet, stamp: Stamp) -> bytes:
        locked = read.locked.sheets.get(sheet.person.code)
        if locked is None:
            return self._paper.drawer.draw(sheet, stamp)
        return self._paper.drawer.draw_final(locked, stamp, read.locked.approval).pdf

    def _record(self, actor: Actor, asked: Asked, read: Drawn, files: Folder) -> tuple[Path, ...]:
        """Journal the printing and give the files their names, unless the desk has changed since it was read."""
        with self._open.writing() as uow:
            if uow.journal.head() != read.head:
                raise DeskChangedMeanwhile
            if read.sheets:
                self._write_marks(uow, actor, asked, read)
            placed = files.place()
            uow.commit()
        return placed

    def _write_marks(self, uow: UnitOfWork, actor: Actor, asked: Asked, read: Drawn) -> None:
        marks = {
            sheet.person.code: PrintMark(stamp.version, sheet.final, stamp.fingerprint)
            for sheet, stamp in zip(read.sheets, read.stamps, strict=True)
        }
        form = FORMS[asked.category]
        what = {"form": form, "year": asked.year, "sheets": marks, "head": on_paper(read.head)}
        entry = uow.journal.append(actor, "sheets.draw", str(asked.year), what, dated=True)
        uow.prints.add(entry, asked.year, form, marks)
