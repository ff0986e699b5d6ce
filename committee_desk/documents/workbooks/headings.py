"""Finds the row of headings, wherever it stands, and the rows that belong to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from committee_desk.documents.workbooks.markup import column_letters
from committee_desk.services.imports.cells import as_text, is_empty, word
from committee_desk.services.imports.kinds import DAYS, Kind
from committee_desk.services.imports.refusals import HeadingTwice
from committee_desk.services.imports.table import Cell

SEARCHED_ROWS = 200
_TOTALS = ("合计", "总计", "共计", "小计")


class Headings(NamedTuple):
    """Where the headings stand: their row and each one's column, counted from 0."""

    row: int
    columns: Mapping[str, int]

    @property
    def letters(self) -> dict[str, str]:
        """Each heading's column letter."""
        return {heading: column_letters(column) for heading, column in self.columns.items()}


Rows = Sequence[Sequence[Cell]]


def find_headings(path: Path, sheet: str, rows: Rows, kind: Kind) -> Headings | None:
    """The first row that has all needed headings; None when no row has."""
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        words = [_heading(cell) for cell in row]
        if _fits(words, kind):
            columns = {heading: _places(words, heading) for heading in kind.headings if heading in words}
            return Headings(
                number, {heading: _one(path, sheet, rows, number, heading, at) for heading, at in columns.items()}
            )
    return None


def missing_headings(sheets: Iterable[tuple[str, Rows]], kind: Kind) -> tuple[tuple[str, ...], str, Kind | None]:
    """Which headings the best sheet lacks, that sheet's name, and the kind that some sheet fits instead."""
    best, where, looks_like = tuple(" / ".join(group) for group in kind.needed), "", None
    for name, rows in sheets:
        for row in rows[:SEARCHED_ROWS]:
            words = {_heading(cell) for cell in row}
            lacking = tuple(" / ".join(group) for group in kind.needed if not words.intersection(group))
            if len(lacking) < len(best):
                best, where = lacking, name
            looks_like = looks_like or next((each for each in Kind if each is not kind and _fits(words, each)), None)
    return best, where, looks_like


def data_rows(
    rows: Rows, headings: Headings, serial_shift: int, faulty: Collection[int]
) -> tuple[list[int], dict[str, list[Cell]]]:
    """The numbers of the rows under the headings and their cells; not the empty ones, nor the closing 合计.

    `faulty` rows hold something although their cells come out empty (formulas never calculated).
    """
    body = list(rows[headings.row + 1 :])
    body += [[] for _ in range(max(faulty, default=0) - headings.row - 1 - len(body))]
    numbers = list(range(headings.row + 2, headings.row + 2 + len(body)))
    end = _end(body, {row - headings.row - 2 for row in faulty})
    body, numbers = body[:end], numbers[:end]
    columns = {
        heading: _column(body, at, serial_shift if heading in DAYS else 0) for heading, at in headings.columns.items()
    }
    kept = _kept(columns, len(body))
    for row in faulty:
        if row - headings.row - 2 < end:
            kept[row - headings.row - 2] = True
    if not all(kept):
        numbers = list(compress(numbers, kept))
        columns = {heading: list(compress(column, kept)) for heading, column in columns.items()}
    return numbers, columns


def _column(body: Rows, at: int, serial_shift: int) -> list[Cell]:
    try:
        column = [row[at] for row in body]
    except IndexError:  # the rows of a .csv are as long as they were typed
        column = [row[at] if at < len(row) else "" for row in body]
    types = set(map(type, column))
    if bool in types or (serial_shift and not {float, int}.isdisjoint(types)):
        return [_unambiguous(cell, serial_shift) for cell in column]
    return column


def _unambiguous(cell: Cell, serial_shift: int) -> Cell:
    """TRUE as a word, lest it be taken for 1; a serial number counted from 1904 as one counted from 1900."""
    if isinstance(cell, bool):
        return as_text(cell)
    if serial_shift and isinstance(cell, int | float) and 16_000 <= cell <= 110_000:
        return cell + serial_shift
    return cell


def _kept(columns: Mapping[str, list[Cell]], count: int) -> list[bool]:
    """Which rows hold anything under the headings and are not the headings once more."""
    first = next(iter(columns), None)
    if first is None:
        return [False] * count
    kept = [cell != "" for cell in columns[first]]
    for index in [index for index, filled in enumerate(kept) if not filled]:
        kept[index] = any(not is_empty(column[index]) for column in columns.values())
    for index, cell in enumerate(columns[first]):
        if cell == first or (type(cell) is str and cell.isspace()):
            kept[index] = any(
                not is_empty(column[index]) and _heading(column[index]) != heading
                for heading, column in columns.items()
            )
    return kept


def _end(body: Rows, faulty: Collection[int]) -> int:
    """Where the rows end: before the 合计 that closes them and the empty rows round it."""
    end = len(body)
    while end:
        filled = [cell for cell in body[end - 1] if not is_empty(cell)]
        closing = bool(filled) and word(filled[0]).startswith(_TOTALS)
        if not closing and (filled or end - 1 in faulty):
            break
        end -= 1
    return end


def _heading(cell: Cell) -> str:
    return word(cell).strip("*") if isinstance(cell, str) else ""


def _fits(words: Iterable[str], kind: Kind) -> bool:
    held = set(words)
    return all(not held.isdisjoint(group) for group in kind.needed)


def _places(words: Sequence[str], heading: str) -> list[int]:
    return [column for column, each in enumerate(words) if each == heading]


def _one(path: Path, sheet: str, rows: Rows, number: int, heading: str, places: list[int]) -> int:  # noqa: PLR0913, PLR0917 - what names the fault
    """The heading's column. Two columns under it that differ are refused: nobody could say which one counts."""
    if len(places) == 1:
        return places[0]
    filled = [at for at in places if any(at < len(row) and not is_empty(row[at]) for row in rows[number + 1 :])]
    if len(filled) > 1 and any(
        len({word(row[at]) for at in filled if at < len(row)}) > 1 for row in rows[number + 1 :]
    ):
        raise HeadingTwice(path, sheet, heading, tuple(column_letters(at) for at in places))
    return filled[0] if filled else places[0]
