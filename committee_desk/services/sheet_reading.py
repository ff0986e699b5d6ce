"""The grade sheets that are asked for, gathered from one state of the desk, each with its stamp.

Whose result is decided gets the locked final sheet, everybody else the draft of what the desk says now.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol

from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.services.actor import Actor
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.sheet_gathering import Recorded, gather
from committee_desk.services.sheet_locked import Locked
from committee_desk.services.sheet_refusals import DeskChangedMeanwhile, NotOnTheList
from committee_desk.services.sheet_views import GradeSheet, PrintMark, Stamp
from committee_desk.services.views import Head

FORM = "grade_sheet"
FORMS = {
    Category.PROSECUTOR: FORM,
    Category.ASSISTANT: f"{FORM}_assistant",
    Category.ADMINISTRATIVE: f"{FORM}_administrative",
}
"""Form 1 of each category: who changed category in the year has a sheet of each, with versions of its own."""
TRIES = 3


class Scores(Protocol):
    """What sheets need of scoring."""

    def scheme(self, year: int, category: Category = ...) -> Scheme:
        """The scheme of that year and category."""
        ...

    def year(self, year: int, day: date | None = None, category: Category = ...) -> YearScores:
        """Everybody's figures."""
        ...

    def explanations(
        self, year: int, codes: Sequence[str] | None = None, category: Category = ...
    ) -> tuple[PersonExplanation, ...]:
        """Why these people's figures are what they are."""
        ...


class Asked(NamedTuple):
    """Whose sheets: of which year, on which category's list; `codes` None is everybody. `final`: final ones alone."""

    year: int
    category: Category
    codes: Sequence[str] | None
    final: bool = False


class Drawn(NamedTuple):
    """Sheets with their stamps, all read from one state of the desk; `locked` are the final ones by code."""

    sheets: tuple[GradeSheet, ...]
    stamps: tuple[Stamp, ...]
    head: Head
    locked: Locked


class _Printing(NamedTuple):
    """Who prints, when, and from which state of the journal."""

    maker: str | None
    at: datetime
    head: Head

    def final(self, locked: Locked, code: str) -> Stamp:
        """A final sheet bears the version of its result, and says which one it replaces."""
        sheet, fingerprint = locked.sheets[code], locked.fingerprints[code]
        return Stamp(sheet.version, fingerprint, self.maker, self.at, self.head, sheet.replaces)

    def stamp(self, sheet: GradeSheet, before: PrintMark | None) -> Stamp:
        """The same data keep their version; other data are the next one, which takes the last one's place."""
        fingerprint = sheet.fingerprint()
        version = 1 if before is None else before.version + (before.fingerprint != fingerprint)
        return Stamp(version, fingerprint, self.maker, self.at, self.head, version - 1 or None)


class SheetReader:
    """Reads sheets from the desk; where it changes meanwhile, they are read again."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, scores: Scores) -> None:
        self._open, self._clock, self._scores = open_work, clock, scores

    def read(self, actor: Actor | None, asked: Asked) -> Drawn:
        """The sheets of these people and what each is stamped with."""
        year, category = asked.year, asked.category
        for _try in range(TRIES):
            with self._open.reading() as uow:
                head = uow.journal.head()
                recorded = Recorded.of(uow, year, category)
                latest = uow.prints.latest(year, FORMS[category])
                locked = Locked.of(uow, year, category)
            scores = self._scores.year(year, category=category)
            wanted = _wanted(scores, asked, locked)
            if asked.final:
                wanted = locked.final(year, wanted, everybody=asked.codes is None)
            drafted = [code for code in wanted if code not in locked.sheets]
            explained = self._scores.explanations(year, drafted, category) if drafted else ()
            scheme = self._scores.scheme(year, category)
            with self._open.reading() as uow:
                unchanged = uow.journal.head() == head
            if unchanged:
                drafts = {each.person.code: each for each in gather(scores, explained, scheme, recorded)}
                printing = _Printing(actor.name if actor else None, self._clock(), head)
                stamps = (
                    printing.stamp(drafts[code], latest.get(code)) if code in drafts else printing.final(locked, code)
                    for code in wanted
                )
                sheets = (drafts[code] if code in drafts else locked.sheets[code].sheet for code in wanted)
                return Drawn(tuple(sheets), tuple(stamps), head, locked)
        raise DeskChangedMeanwhile


def _wanted(scores: YearScores, wanted: Asked, locked: Locked) -> list[str]:
    """The codes to draw, in the order of the year's list, last whoever has a result and is on it no more.

    A refusal names all that are not on it.
    """
    listed = list(dict.fromkeys([*(person.code for person in scores.people), *locked.sheets]))
    if wanted.codes is None:
        return listed
    unknown = sorted(set(wanted.codes) - set(listed))
    if unknown:
        raise NotOnTheList(tuple(unknown), wanted.year, wanted.category)
    asked = set(wanted.codes)
    return [code for code in listed if code in asked]
