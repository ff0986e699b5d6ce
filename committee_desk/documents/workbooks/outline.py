"""The form of a workbook that nobody knows yet: the row that looks like headings, and what stands under it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from committee_desk.documents.workbooks.headings import SEARCHED_ROWS, Rows
from committee_desk.documents.workbooks.markup import column_letters
from committee_desk.services.imports.cells import as_text, is_empty
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.mapping import (
    ALSO,
    NoHeadings,
    Outline,
    OutlineColumn,
    Remembered,
    keys_of,
    renamed,
    source_of,
)
from committee_desk.services.imports.nearness import nearly
from committee_desk.services.imports.table import Cell

SAMPLES, LONGEST = 3, 40


def outline(path: Path, sheets: Iterable[tuple[str, Rows]], kind: Kind) -> Outline:
    """The row of some sheet that has most headings which the kind reads, or that are like them."""
    best: tuple[tuple[int, int], str, int, Rows] | None = None
    for name, rows in sheets:
        for number, row in enumerate(rows[:SEARCHED_ROWS]):
            likeness = _likeness(row, kind)
            if likeness[0] and (best is None or likeness > best[0]):
                best = likeness, name, number, rows
    if best is None:
        raise NoHeadings(path)
    _, name, number, rows = best
    return Outline(path, name, number + 1, source_of(keys_of(rows[number])), _columns(rows, number))


def _likeness(row: Sequence[Cell], kind: Kind) -> tuple[int, int]:
    """How many headings of the kind the row may hold; of equal ones that with more headings at all."""
    keys = [key for key in keys_of(row) if key]
    if len(keys) < len(kind.needed):
        return 0, 0
    known = {*kind.headings, *(other for heading in kind.headings for other in ALSO.get(heading, ()))}
    return sum(key in known or nearly(key, kind.headings) is not None for key in keys), len(keys)


def _columns(rows: Rows, number: int) -> tuple[OutlineColumn, ...]:
    return tuple(
        OutlineColumn(column_letters(at), key, " ".join(as_text(rows[number][at]).split()), _samples(rows, number, at))
        for at, key in enumerate(keys_of(rows[number]))
        if key
    )


def _samples(rows: Rows, number: int, at: int) -> tuple[str, ...]:
    below = (row[at] for row in rows[number + 1 : number + 1 + SEARCHED_ROWS] if at < len(row))
    filled = (as_text(cell).strip()[:LONGEST] for cell in below if not is_empty(cell))
    return tuple(shown for shown, _ in zip(filled, range(SAMPLES), strict=False))


def under_known_names(rows: Rows, remembered: Iterable[Remembered]) -> Rows:
    """The rows with their headings under the names that are read, where the form is a remembered one."""
    by_source = {each.source: each for each in remembered}
    for number, row in enumerate(rows[:SEARCHED_ROWS] if by_source else ()):
        known = by_source.get(source_of(keys_of(row)))
        if known is not None:
            return [*rows[:number], renamed(row, known), *rows[number + 1 :]]
    return rows
