"""The papers of months: form 8 as PDF and workbook, from a version's own figures or from what the facts say now."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from committee_desk.domain.months import MonthSheet, differences
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.folders import OpenFolder, refuse_foreign
from committee_desk.services.journal_views import on_paper
from committee_desk.services.month_sheets import kept, sheets_now
from committee_desk.services.month_views import MonthPaper, NoSuchVersion, PaperSheet, Written
from committee_desk.services.months import sheet_in, subject_of
from committee_desk.services.ports import Clock, OpenUnitOfWork, Progress, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.sheet_refusals import MissingGlyph, UnprintableCharacters

NEWEST = -1
"""The newest published version; where nothing is published yet, what the facts say now."""


class MonthSheetDesk:
    """Draws the sheets of months. Printing a version again prints what it said, whatever the facts say now."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, paper: MonthPaper, open_folder: OpenFolder, seat: Seat
    ) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat
        self._paper, self._open_folder = paper, open_folder

    @allowed(Right.SEE_SCORES)
    def preview(self, year: int, month: int, category: str, version: int = NEWEST, actor: Actor | None = None) -> bytes:
        """The very PDF that `draw` would write now, without a trace in the journal."""
        with self._open.reading() as uow:
            held = self._gather(uow, actor, year, month, [(category, version)])
        return self._paper.draw(held[0])

    @allowed(Right.PUBLISH_MONTH)
    def draw(  # noqa: PLR0913 - who, what, whose, which, where, and who watches
        self,
        actor: Actor,
        year: int,
        month: int,
        folder: Path,
        *,
        category: str | None = None,
        version: int = NEWEST,
        progress: Progress | None = None,
    ) -> Written:
        """Write PDF and workbook of the month's sheets, of one category or of all, all or none; journalled."""
        papers = self._read(actor, year, month, category, version)
        files = [
            (self._paper.file_name(paper, ending), content) for paper, ending, content in self._drawn(papers, progress)
        ]
        with self._open.writing() as uow, self._open_folder(folder) as into:
            entry = _journal(uow, actor, year, month, papers)
            for name, content in files:
                refuse_foreign(folder / name)
                into.put(name, content)
            placed = into.place()
            uow.commit()
        return Written(placed, Change.of(Topic.PRINTS, entry=entry))

    @allowed(Right.PUBLISH_MONTH)
    def draw_for_printer(
        self, actor: Actor, year: int, month: int, *, category: str | None = None, version: int = NEWEST
    ) -> tuple[bytes, ...]:
        """The same sheets for a printer, in memory alone; journalled."""
        papers = self._read(actor, year, month, category, version)
        drawn = tuple(self._paper.draw(paper) for paper in papers)
        with self._open.writing() as uow:
            _journal(uow, actor, year, month, papers)
            uow.commit()
        return drawn

    def _read(self, actor: Actor, year: int, month: int, category: str | None, version: int) -> tuple[PaperSheet, ...]:
        with self._open.reading() as uow:
            uow.journal.refuse_clock_behind(self._clock())
            chosen = [category] if category else _categories(uow, year, month, version)
            return self._gather(uow, actor, year, month, [(each, version) for each in chosen])

    def _drawn(
        self, papers: Sequence[PaperSheet], progress: Progress | None
    ) -> Iterator[tuple[PaperSheet, str, bytes]]:
        missing: list[MissingGlyph] = []
        for number, paper in enumerate(papers):
            if progress:
                progress(number, len(papers))
            try:
                yield paper, ".pdf", self._paper.draw(paper)
            except UnprintableCharacters as error:
                missing += error.missing
                continue
            yield paper, ".xlsx", self._paper.workbook(paper)
        if missing:
            raise UnprintableCharacters(tuple(missing))

    def _gather(
        self, uow: UnitOfWork, actor: Actor | None, year: int, month: int, wanted: Sequence[tuple[str, int]]
    ) -> tuple[PaperSheet, ...]:
        newest = uow.months.newest(year)
        found = []
        for category, asked in wanted:
            last = newest.get((month, category), 0)
            version = last if asked == NEWEST else asked
            if version > last:
                raise NoSuchVersion(year, month, category, version)
            before = version - 1 if version else last
            found.append(self._paper_of(uow, actor, _Which(year, month, category, version, before)))
        return tuple(found)

    def _paper_of(self, uow: UnitOfWork, actor: Actor | None, which: "_Which") -> PaperSheet:
        sheet, desk = which.sheet(uow), uow.office.identity()
        earlier = which._replace(version=which.before).sheet(uow) if which.before else None
        return PaperSheet(
            office=desk.office,
            demo=desk.demo,
            sheet=sheet,
            version=which.version,
            published=which.published(uow),
            fingerprint=sha256(kept(sheet).encode()).hexdigest(),
            maker=actor.name if actor else None,
            at=self._clock(),
            head=uow.journal.head(),
            supersedes=which.before or None,
            differing=differences(earlier, sheet) if earlier else (),
            was_ranked=earlier.ranked if earlier else sheet.ranked,
        )


class _Which(NamedTuple):
    """Which version of which sheet, and the version before it; 0 is what the facts say now, before it the newest."""

    year: int
    month: int
    category: str
    version: int
    before: int

    def sheet(self, uow: UnitOfWork) -> MonthSheet:
        """Its figures."""
        return sheet_in(uow, self.year, self.month, self.category, self.version)

    def published(self, uow: UnitOfWork) -> datetime | None:
        """When it was."""
        held = uow.months.published(self.year, self.month)
        return next((at for each, at, _ in held if each[1:3] == (self.category, self.version)), None)


def _categories(uow: UnitOfWork, year: int, month: int, version: int) -> list[str]:
    """The categories that have that version; of the newest and of drafts, all that have people."""
    held = uow.months.sheets(year, month)
    if version > 0:
        found = [each.category for each in held if each.version == version]
        if not found:
            raise NoSuchVersion(year, month, "", version)
        return found
    if version == NEWEST and held:
        return sorted({each.category for each in held})
    return [sheet.category for sheet in sheets_now(uow, year, month)]


def _journal(uow: UnitOfWork, actor: Actor, year: int, month: int, papers: Sequence[PaperSheet]) -> int:
    what = {
        "year": year,
        "month": month,
        "versions": {paper.sheet.category: paper.version for paper in papers},
        "fingerprints": {paper.sheet.category: paper.fingerprint for paper in papers},
    }
    head = papers[0].head if papers else uow.journal.head()
    return uow.journal.append(
        actor, "months.draw", subject_of(year, month), {**what, "head": on_paper(head)}, dated=True
    )
