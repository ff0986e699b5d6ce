"""What calamine does not tell of an .xlsx or .ods: cells without a value, errors, and how far a sheet reaches.

A formula that was never calculated and an error such as #REF! both come out of calamine as an empty cell, and an
empty cell often means something (a share of 1). So the sheet's own XML is searched for them; nothing is ever run.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from committee_desk.services.imports.problems import Why
from committee_desk.services.imports.table import Fault

MOST_CELLS = 32_000_000
"""The area from the first to the last used cell: calamine keeps a place for every cell in between."""
FARTHEST_ROW = 1_048_576
MOST_REPEATED = 20_000

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_SHEET_ID = re.compile(rb"\s\w+:id=[\"']([^\"']+)[\"']")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ID, _TARGET = re.compile(rb"\sId=[\"']([^\"']+)[\"']"), re.compile(rb"\sTarget=[\"']([^\"']+)[\"']")
_DATE_1904 = re.compile(rb"<(?:\w+:)?workbookPr\s[^>]*date1904=[\"'](?:1|true)[\"']")
_LAST_ROW = re.compile(rb"\sr=[\"'](\d+)[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"'](\d+)[\"']")
_FAR = re.compile(rb"r=[\"'](?:[A-Z]{2}|[A-Z]?[0-9]{7}|[^A-Z0-9\"'])")
"""An address past column Z or row 999 999, or none that a sheet can have."""
_NEAR_CELLS = 26 * 999_999
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*?)(/?)>")
_ROW_OR_CELL_BEGINS = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s>/])")
_CELL_ENDS = re.compile(rb"</(?:\w+:)?c>")
_ADDRESS = re.compile(rb"(?:^|\s)r=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_ANY_ADDRESS = re.compile(rb"(?:^|\s)r=")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]")
_ANY_VALUE = re.compile(rb"<(?:\w+:)?v[\s>/]")
_SHOWN = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]{1,20})<")
_ERROR, _FORMULA_TEXT = re.compile(rb"\st=[\"']e[\"']"), re.compile(rb"\st=[\"']str[\"']")


class Markup(NamedTuple):
    """What the XML says beyond the values. `faults` maps (row, column), both counted from 0, to why."""

    faults: dict[tuple[int, int], Fault]
    cells: int


class SheetParts:
    """The sheets of an .xlsx in their order, as raw XML."""

    def __init__(self, data: bytes) -> None:
        self._packed = zipfile.ZipFile(io.BytesIO(data))
        self._names = {name.replace("\\", "/").lower(): name for name in self._packed.namelist()}
        self._book = self._part("xl/workbook.xml")
        self._targets = dict(self._relations())

    @property
    def counts_from_1904(self) -> bool:
        """Whether serial numbers count from 1904, as old Macs did."""
        return _DATE_1904.search(self._book) is not None

    def sheet(self, index: int) -> bytes:
        """The XML of the sheet; empty when it is not to be found."""
        return self._part(self._path(index))

    def _path(self, index: int) -> str:
        tags = _SHEET.findall(self._book)
        found = _SHEET_ID.search(tags[index]) if index < len(tags) else None
        target = self._targets.get(found[1], "") if found else ""
        return target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def others(self, known: int) -> Iterator[bytes]:
        """The XML of every sheet that none of the known indexes leads to: calamine may find its way to it."""
        led_to = {self._path(index).lower() for index in range(known)}
        for name in self._names:
            if name.startswith("xl/worksheets/") and name.endswith(".xml") and name not in led_to:
                yield self._part(name)

    def _part(self, path: str) -> bytes:
        name = self._names.get(path.lower())
        return self._packed.read(name) if name is not None else b""

    def _relations(self) -> Iterator[tuple[bytes, str]]:
        for tag in _RELATION.findall(self._part("xl/_rels/workbook.xml.rels")):
            key, target = _ID.search(tag), _TARGET.search(tag)
            if key and target:
                yield key[1], target[1].decode("utf-8", "replace")


def look_through(xml: bytes) -> Markup:
    """Search one sheet's XML."""
    plain = b"<worksheet" in xml[:2000]
    formulas = (b"<f" in xml or not plain) and _FORMULA.search(xml) is not None
    errors = b't="e"' in xml or b"t='e'" in xml
    return Markup(dict(_faults(xml)) if formulas or errors else {}, _reach(xml))


def _faults(xml: bytes) -> Iterator[tuple[tuple[int, int], Fault]]:
    row, column = -1, -1
    pieces = _ROW_OR_CELL_BEGINS.split(xml)[1:]
    for tag, piece in zip(pieces[::2], pieces[1::2], strict=True):
        attributes, _, rest = piece.partition(b">")
        if tag == b"row":
            numbered = _LAST_ROW.search(attributes)
            row, column = int(numbered[1]) - 1 if numbered else row + 1, -1
            continue
        address = _ADDRESS.search(attributes)  # some programs leave it out: then a cell stands beside the one before
        column = column_index(address[1].decode()) if address else column + 1
        fault = None if attributes.endswith(b"/") else _fault(attributes, _CELL_ENDS.split(rest, maxsplit=1)[0])
        if fault is not None:
            yield (int(address[2]) - 1 if address else row, column), fault


def _fault(attributes: bytes, content: bytes) -> Fault | None:
    if _ERROR.search(attributes):
        shown = _SHOWN.search(content)
        return Fault(Why.ERROR_VALUE, shown[1].decode("utf-8", "replace") if shown else "")
    if not _FORMULA.search(content) or _VALUE.search(content):
        return None
    blank_text = _FORMULA_TEXT.search(attributes) and _ANY_VALUE.search(content)
    return None if blank_text else Fault(Why.NO_CACHED_VALUE)


def _reach(xml: bytes) -> int:
    """How many cells lie between the first and the last used one, at most; exactly, when that may be a great many."""
    return _exact_reach(xml) if _FAR.search(xml) else _NEAR_CELLS


def _exact_reach(xml: bytes) -> int:
    """The same by each cell's own address. A ValueError for one that is none: calamine would make room for it."""
    if max(map(int, _ROW.findall(xml)), default=0) > FARTHEST_ROW:
        raise ValueError("a row beyond all rows")
    rows, columns = [0], [0]
    for attributes, empty in _CELL.findall(xml):
        address = _ADDRESS.search(attributes)
        if address is None and _ANY_ADDRESS.search(attributes):
            raise ValueError("a cell without a place")
        if address is not None and not empty:
            rows.append(int(address[2]))
            columns.append(column_index(address[1].decode()) + 1)
    return max(rows) * max(columns)


# -- .ods -------------------------------------------------------------------------------------------------------------

_ODS_TABLE, _ODS_TABLE_ENDS = re.compile(rb"<table:table(?=[\s>])"), b"</table:table>"
_ODS_ROW, _ODS_ROW_ENDS = re.compile(rb"<table:table-row(?=[\s>/])"), b"</table:table-row>"
_ODS_CELL, _ODS_CELL_ENDS = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s>/])"), b"table-cell>"
_ROWS_REPEATED = re.compile(rb"number-rows-repeated=\"(\d+)\"")
_COLUMNS_REPEATED = re.compile(rb"number-columns-repeated=\"(\d+)\"")
_ODS_ERROR = re.compile(rb"<text:p>(#[A-Z/0!?]+|Err:\d+)</text:p>")


def look_through_ods(data: bytes) -> list[Markup]:
    """Search every sheet of an .ods."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        content = packed.read("content.xml")
    return [_ods_sheet(table) for _, table in _elements(content, _ODS_TABLE, _ODS_TABLE_ENDS)]


def _ods_sheet(table: bytes) -> Markup:
    faults: dict[tuple[int, int], Fault] = {}
    row, widest, last = 0, 0, 0
    careful = b"table:formula=" in table
    for attributes, content in _elements(table, _ODS_ROW, _ODS_ROW_ENDS):
        times = _times(_ROWS_REPEATED, attributes)
        if b"office:value-type" in content:
            last = row + times
            widest = max(widest, _ods_width(content))
        if careful and b"table:formula=" in content:
            faults.update(_ods_faults(row, content))
        row += times
    return Markup(faults, last * widest)


def _elements(xml: bytes, begin: re.Pattern[bytes], end: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Attributes and content of every such element; each byte is looked at once, whatever a hostile file repeats."""
    for piece in begin.split(xml)[1:]:
        attributes, _, rest = piece.partition(b">")
        yield attributes, b"" if attributes.endswith(b"/") else rest.partition(end)[0]


def _ods_width(content: bytes) -> int:
    column, width = 0, 0
    if b"number-columns-repeated" not in content:
        return content.count(b"table-cell")
    for attributes, _ in _elements(content, _ODS_CELL, _ODS_CELL_ENDS):
        column += _times(_COLUMNS_REPEATED, attributes)
        if b"office:value-type" in attributes:
            width = column
    return width


def _ods_faults(row: int, content: bytes) -> Iterator[tuple[tuple[int, int], Fault]]:
    column = 0
    for attributes, shown in _elements(content, _ODS_CELL, _ODS_CELL_ENDS):
        if b"table:formula=" in attributes:
            if b"office:value-type" not in attributes:
                yield (row, column), Fault(Why.NO_CACHED_VALUE)
            elif error := _ODS_ERROR.search(shown):
                yield (row, column), Fault(Why.ERROR_VALUE, error[1].decode())
        column += _times(_COLUMNS_REPEATED, attributes)


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1


def column_index(letters: str) -> int:
    """A is 0, Z 25, AA 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def column_letters(index: int) -> str:
    """0 is A, 25 Z, 26 AA."""
    letters, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
