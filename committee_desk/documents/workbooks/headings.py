"""Finds the row of headings, wherever it stands, and the rows that belong to it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from committee_desk.documents.workbooks.markup import column_letters
from committee_desk.services.imports.cells import as_text, is_empty, word
from committee_desk.services.imports.kinds import DAYS, Kind
from committee_desk.services.imports.problems import LONGEST_VALUE, Why
from committee_desk.services.imports.refusals import HeadingTwice
from committee_desk.services.imports.table import Cell, Fault

SEARCHED_ROWS = 200
_TOTALS = ("合计", "总计", "共计", "小计")
_LABEL = re.compile(r"[^\d\s]\s*[:：]")


class Headings(NamedTuple):
    """Where the headings stand: their row (the lower of two) and each one's column, counted from 0.

    `ignored` names the columns that are not read, each with its letter.
    """

    row: int
    columns: Mapping[str, int]
    kind: Kind
    ignored: tuple[tuple[str, str], ...]

    @property
    def letters(self) -> dict[str, str]:
        """Each heading's column letter."""
        return {heading: column_letters(column) for heading, column in self.columns.items()}

    @property
    def key_column(self) -> int:
        """The column without which a row is about nothing: the first needed one."""
        return self.columns[self.kind.needed[0][0]]


Rows = Sequence[Sequence[Cell]]


def find_headings(path: Path, sheet: str, rows: Rows, kind: Kind) -> Headings | None:
    """The first row, or two rows under a merged heading, with all needed headings; None when there is none."""
    for number, shown in _heading_rows(rows, kind):
        words = [_heading(cell) for cell in shown]
        if _fits(words, kind):
            columns = {heading: _places(words, heading) for heading in kind.headings if heading in words}
            ignored = tuple(
                (" ".join(as_text(cell).split())[:LONGEST_VALUE], column_letters(at))
                for at, cell in enumerate(shown)
                if words[at] and words[at] not in kind.headings
            )
            chosen = {heading: _one(path, sheet, rows, number, heading, at) for heading, at in columns.items()}
            return Headings(number, chosen, kind, ignored)
    return None


def _heading_rows(rows: Rows, kind: Kind) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Every row that may hold the headings, with its number; where two rows hold them, both as one."""
    searched = rows[:SEARCHED_ROWS]
    for number, row in enumerate(searched):
        below = searched[number + 1] if number + 1 < len(searched) else ()
        both = _as_one(row, below, kind)
        if both is not None:
            yield number + 1, both
        yield number, row


def _as_one(upper: Sequence[Cell], lower: Sequence[Cell], kind: Kind) -> list[Cell] | None:
    """A merged group heading over known ones: of each column the lower heading, else the upper one; else None.

    The row below is one of headings only when nothing but known headings stands in it under the upper row's known
    ones: those cells are merged downwards, and empty.
    """
    joined: list[Cell] = []
    from_above = from_below = False
    for at in range(max(len(upper), len(lower))):
        above, below = (row[at] if at < len(row) else "" for row in (upper, lower))
        over, under = _heading(above) in kind.headings, _heading(below) in kind.headings
        if over and not under and not is_empty(below):
            return None
        from_above, from_below = from_above or (over and not under), from_below or under
        joined.append(above if is_empty(below) else below)
    return joined if from_above and from_below else None


def missing_headings(sheets: Iterable[tuple[str, Rows]], kind: Kind) -> tuple[tuple[str, ...], str, Kind | None]:
    """Which headings the best sheet lacks, that sheet's name, and the kind that some sheet fits instead."""
    best, where, looks_like = tuple(" / ".join(group) for group in kind.needed), "", None
    for name, rows in sheets:
        for _, row in _heading_rows(rows, kind):
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
    end = _end(body, headings, {row - headings.row - 2 for row in faulty})
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


def _end(body: Rows, headings: Headings, faulty: Collection[int]) -> int:
    """Where the rows end: before the 合计 that closes them, with what stands below it (制表人：…), else at the last."""
    end = len(body)
    for index in range(len(body) - 1, -1, -1):
        filled = [cell for cell in body[index] if not is_empty(cell)]
        if filled and _is_total(filled[0]):
            end = index
        elif index in faulty or (filled and not _is_footer(body[index], headings)):
            break
    return end


def _is_total(cell: Cell) -> bool:
    return word(cell).startswith(_TOTALS)


def _is_footer(row: Sequence[Cell], headings: Headings) -> bool:
    """Whether a row below 合计 is none of the list: it names nobody and nothing, or is a label such as 制表人：."""
    key = row[headings.key_column] if headings.key_column < len(row) else ""
    return is_empty(key) or _LABEL.search(as_text(key)) is not None


def total_lines(
    rows: Rows, headings: Headings, numbers: Sequence[int], cells: Mapping[str, Sequence[Cell]]
) -> dict[tuple[int, str], Fault]:
    """小计 and 合计 between rows: passing them over could pass over a slip, so that they are bad rows of their own."""
    needed = [heading for group in headings.kind.needed for heading in group if heading in cells]
    lacking = {number for heading in needed for number, cell in zip(numbers, cells[heading], strict=True) if cell == ""}
    found = {}
    for number in lacking:
        first = next((cell for cell in (rows[number - 1] if number <= len(rows) else ()) if not is_empty(cell)), "")
        if type(first) is str and _is_total(first):
            found[number, headings.kind.needed[0][0]] = Fault(Why.TOTAL_LINE, first.strip())
    return found


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
