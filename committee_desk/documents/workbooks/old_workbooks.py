"""What calamine does not tell of an .xls: that it is encrypted, and errors, which it gives as empty cells.

An .xls is a small file system (OLE compound file) with one stream of records; a sheet's records stand from the place
that the list of sheets names to the next end mark.
"""

import struct
from collections.abc import Iterator
from enum import Enum, auto

from committee_desk.documents.workbooks.markup import Markup
from committee_desk.services.imports.problems import Why
from committee_desk.services.imports.table import Fault

_BOUND_SHEET, _END, _ERROR_OR_TRUTH, _FORMULA, _PASSWORD = 0x85, 0x0A, 0x205, 0x06, 0x2F
_DIMENSIONS = 0x200
_SEVERAL_NUMBERS = 0xBD
_CELLS = frozenset({
    0x02, 0x03, 0x04, 0x05, _FORMULA, _SEVERAL_NUMBERS, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, _ERROR_OR_TRUTH, 0x27E,
})  # fmt: skip
"""Records that begin with the row and the column of a cell."""
_COLUMNS = 256
"""So many an .xls has. Calamine makes room up to the farthest cell, and ends the whole program when it cannot."""
_SECTOR_FREE = 0xFFFFFFFA
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAM, _ROOT, _LONGEST_NAME = 2, 5, 64
_SMALL_STREAM, _SMALL_SECTOR = 4096, 64

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


class State(Enum):
    """What an .xls is like."""

    READABLE = auto()
    ENCRYPTED = auto()
    DAMAGED = auto()


def look_through_xls(data: bytes) -> list[Markup]:
    """What stands in each sheet beyond its values; nothing where the container is laid out in an unknown way."""
    try:
        stream = _workbook_stream(data)
        return [Markup(dict(_errors(stream, place)), 0) for place in _sheet_places(stream)]
    except (struct.error, LookupError, ValueError):
        return []


def state_of(data: bytes) -> State:
    """Whether the file can be read. A chain of sectors that runs in a circle would never let calamine go."""
    try:
        _require_ends(data)
        stream = _workbook_stream(data)
        for kind, _, _ in _records(stream, 0):
            if kind in (_PASSWORD, _END):
                return State.ENCRYPTED if kind == _PASSWORD else _state_of_sheets(stream)
    except (struct.error, LookupError, ValueError):
        return State.DAMAGED
    return State.DAMAGED


def _state_of_sheets(stream: bytes) -> State:
    """Sheets stand inside the stream and claim no more room than an .xls has: calamine makes room for what they say."""
    for place in _sheet_places(stream):
        if place >= len(stream):
            return State.DAMAGED
        for kind, at, size in _records(stream, place):
            if kind == _DIMENSIONS and size >= 12:
                first_row, rows, first_column, columns = struct.unpack_from("<IIHH", stream, at)
                if not (first_row <= rows <= 65_536 and first_column <= columns <= _COLUMNS):
                    return State.DAMAGED
            if kind in _CELLS and size >= 4 and _last_column(stream, kind, at, size) >= _COLUMNS:
                return State.DAMAGED
            if kind == _END:
                break
    return State.READABLE


def _last_column(stream: bytes, kind: int, at: int, size: int) -> int:
    column: int = struct.unpack_from("<H", stream, at + 2)[0]
    return column + (size - 6) // 6 - 1 if kind == _SEVERAL_NUMBERS and size >= 12 else column


def _require_ends(data: bytes) -> None:
    """Every chain that the container names must end; a ValueError when one does not."""
    if not data.startswith(_OLE):
        return
    size = _sector_size(data)
    table = _allocation(data, size)
    directory = _chain(data, size, table, struct.unpack_from("<I", data, 48)[0])
    if len(directory) % 128:
        raise ValueError("a directory that is cut off")
    _chain(data, size, table, struct.unpack_from("<I", data, 60)[0])
    for at in range(0, len(directory) - 127, 128):
        start, length = struct.unpack_from("<II", directory, at + 116)
        if struct.unpack_from("<H", directory, at + 64)[0] > _LONGEST_NAME:
            raise ValueError("a name longer than its place")
        if directory[at + 66] == _ROOT or length >= _SMALL_STREAM:
            _chain(data, size, table, start)
        elif directory[at + 66] == _STREAM:
            _stream(data, size, table, directory, start, length)


def _errors(stream: bytes, place: int) -> Iterator[tuple[tuple[int, int], Fault]]:
    for kind, at, size in _records(stream, place):
        if kind == _ERROR_OR_TRUTH and size >= 8 and stream[at + 7] == 1:
            yield struct.unpack_from("<HH", stream, at), _error(stream[at + 6])
        if kind == _FORMULA and size >= 14 and stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2:
            yield struct.unpack_from("<HH", stream, at), _error(stream[at + 8])
        if kind == _END:
            return


def _error(number: int) -> Fault:
    return Fault(Why.ERROR_VALUE, _ERRORS.get(number, ""))


def _sheet_places(stream: bytes) -> Iterator[int]:
    for kind, at, size in _records(stream, 0):
        if kind == _BOUND_SHEET and size >= 6:
            yield struct.unpack_from("<I", stream, at)[0]
        if kind == _END:
            return


def _records(stream: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, place + 4, size
        place += 4 + size


def _workbook_stream(data: bytes) -> bytes:
    if not data.startswith(_OLE):
        return data
    size = _sector_size(data)
    table = _allocation(data, size)
    directory = _chain(data, size, table, struct.unpack_from("<I", data, 48)[0])
    for at in range(0, len(directory) - 127, 128):
        name = directory[at : at + struct.unpack_from("<H", directory, at + 64)[0]].decode("utf-16-le", "replace")
        start, length = struct.unpack_from("<II", directory, at + 116)
        if name.rstrip("\0") in ("Workbook", "Book"):
            return _stream(data, size, table, directory, start, length)
    return b""


def _stream(data: bytes, size: int, table: list[int], directory: bytes, start: int, length: int) -> bytes:  # noqa: PLR0913, PLR0917 - the parts of a compound file
    """A stream; short ones lie in small sectors inside the first entry's own."""
    if length >= _SMALL_STREAM:
        return _chain(data, size, table, start)[:length]
    listed = _chain(data, size, table, struct.unpack_from("<I", data, 60)[0])
    small_table = list(struct.unpack(f"<{len(listed) // 4}I", listed))
    holder = bytes(_SMALL_SECTOR) + _chain(data, size, table, struct.unpack_from("<I", directory, 116)[0])
    return _chain(holder, _SMALL_SECTOR, small_table, start)[:length]


def _sector_size(data: bytes) -> int:
    return {9: 512, 12: 4096}[struct.unpack_from("<H", data, 30)[0]]


def _allocation(data: bytes, size: int) -> list[int]:
    """The table that says of each sector which one follows."""
    sectors = [sector for sector in struct.unpack_from("<109I", data, 76) if sector < _SECTOR_FREE]
    following: int = struct.unpack_from("<I", data, 68)[0]
    followed = 0
    while following < _SECTOR_FREE:
        followed += 1
        if followed > len(data) // size:
            raise ValueError("a circle of sectors")
        listed = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        sectors += [sector for sector in listed[:-1] if sector < _SECTOR_FREE]
        following = listed[-1]
    table: list[int] = []
    for sector in sectors[: len(data) // size + 1]:
        table += struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
    return table


def _chain(data: bytes, size: int, table: list[int], sector: int) -> bytes:
    parts: list[bytes] = []
    while sector < _SECTOR_FREE:
        if len(parts) > len(data) // size:
            raise ValueError("a circle of sectors")
        parts.append(data[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(parts)
