"""The form of a workbook that nobody knows yet: the row that looks like headings, and what stands under it."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from committee_desk.documents.workbooks.headings import SEARCHED_ROWS, Rows
from committee_desk.documents.workbooks.markup import column_letters
from committee_desk.domain.people import Category
from committee_desk.services.imports.cells import as_text, is_empty
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.mapping import (
    ALSO,
    HeadingRowIsData,
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

_CATEGORIES = frozenset(each.value for each in Category)
SAMPLES, LONGEST = 3, 40
_DATUM = re.compile(r"[A-Za-z]{0,4}[-_ ]?\d[\d,.%:：/\\年月日时分 -]*|.*[〔\[［(（]\d{4}[〕\]］)）].*\d.*")
"""A code, a number, a day, a document number: what stands under headings and never as one."""


def outline(path: Path, sheets: Iterable[tuple[str, Rows]], kind: Kind, row: int | None = None) -> Outline:
    """The row of some sheet that looks most like headings of the kind; `row` is one that somebody chose instead."""
    pages = list(sheets)
    found = [_best(rows, kind) for _, rows in pages]
    at = max(range(len(pages)), key=lambda each: found[each][0], default=None)
    if at is None or (row is None and found[at][1] is None):
        raise NoHeadings(path)
    (name, rows), number = pages[at], found[at][1] if row is None else row - 1
    if number is None or not 0 <= number < len(rows) or not any(keys_of(rows[number])):
        raise NoHeadings(path)
    if row is not None and _is_data(rows[number], kind):
        raise HeadingRowIsData(path, row)
    last = min(len(rows), SEARCHED_ROWS)
    return Outline(path, name, number + 1, source_of(keys_of(rows[number])), _columns(rows, number), last)


_Likeness = tuple[int, int, int]


def _best(rows: Rows, kind: Kind) -> tuple[_Likeness, int | None]:
    """The row that is most like headings of the kind; where none is, the first that is like any headings at all."""
    best: tuple[_Likeness, int | None] = (0, 0, 0), None
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        likeness = _likeness(row, kind)
        if likeness > best[0]:
            best = likeness, number
    return best


def _likeness(row: Sequence[Cell], kind: Kind) -> _Likeness:
    """How many headings of the kind the row may hold; of equal ones that with more headings of its own."""
    keys = [key for key in keys_of(row) if key]
    if len(keys) < len(kind.needed) or _is_data(row, kind):
        return 0, 0, 0
    known = _known(kind)
    alike = sum(key in known or nearly(key, kind.headings) is not None for key in keys)
    return alike, len(keys) if alike else 0, 1


def _known(kind: Kind) -> set[str]:
    return {*kind.headings, *(other for heading in kind.headings for other in ALSO.get(heading, ()))}


def _is_data(row: Sequence[Cell], kind: Kind) -> bool:
    """Whether codes, numbers, days or categories stand in the row, and no more headings than those: somebody's data."""
    category = "人员类别" in kind.headings
    data = sum(
        not isinstance(cell, str)
        or (category and cell.strip() in _CATEGORIES)
        or _DATUM.fullmatch(cell.strip()) is not None
        for cell in row
        if not is_empty(cell)
    )
    return data > sum(key in _known(kind) for key in keys_of(row))


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
