"""The final sheets among those that are asked for: a decided result is printed from its locked data alone.

A final sheet bears the version of its result, whatever drafts were printed before; nobody else's is ever called final.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from committee_desk.domain.people import Category
from committee_desk.domain.results import Result
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import SETTINGS, SIGNING_APPROVAL
from committee_desk.services.sheet_views import PrintedSheet
from committee_desk.services.signing_refusals import NotDecided


class Locked(NamedTuple):
    """The newest locked sheets of a category by code, and the approval of electronic signatures that they name."""

    sheets: Mapping[str, LockedSheet]
    fingerprints: Mapping[str, str]
    approval: str = ""

    @classmethod
    def of(cls, uow: UnitOfWork, year: int, category: Category) -> "Locked":
        """Read them."""
        newest = _newest(uow.results.of_year(year))
        sheets = {code: LockedSheet.from_json(each.sheet) for code, each in newest.items()}
        mine = {code: each for code, each in sheets.items() if each.sheet.category is category}
        approval = uow.settings.all().get(SIGNING_APPROVAL, SETTINGS[SIGNING_APPROVAL].default) if mine else ""
        return cls(mine, {code: newest[code].fingerprint for code in mine}, approval)

    def final(self, year: int, codes: Sequence[str], *, everybody: bool) -> list[str]:
        """Those of whom a final sheet is drawn: of everybody whoever is decided, else all who were asked for.

        No sheet is called final whose data nobody locked: NotDecided names all of them.
        """
        there = [code for code in codes if code in self.sheets]
        if not there or (len(there) < len(codes) and not everybody):
            raise NotDecided(year, [code for code in codes if code not in self.sheets])
        return there


def with_superseded(uow: UnitOfWork, year: int, rows: tuple[PrintedSheet, ...]) -> tuple[PrintedSheet, ...]:
    """What was printed; a sheet in whose place a version was decided is marked, whether that was printed or not."""
    newest = {code: each.version for code, each in _newest(uow.results.of_year(year)).items()}
    return tuple(row if row.superseded else _marked(row, newest.get(row.code)) for row in rows)


def _marked(row: PrintedSheet, newest: int | None) -> PrintedSheet:
    gone = newest is not None and (not row.final or row.version < newest)
    return replace(row, superseded=True) if gone else row


def _newest(results: Iterable[Result]) -> dict[str, Result]:
    return {each.code: each for each in results}
