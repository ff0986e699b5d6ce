"""What kind of file a workbook is, and whether it is safe to open: looked at before anything is unpacked."""

import io
import zipfile
import zlib
from enum import Enum, auto
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from committee_desk.documents.workbooks.old_workbooks import State, state_of
from committee_desk.domain.desk_file import NoPermission
from committee_desk.services.imports.refusals import (
    NotAWorkbook,
    WorkbookDamaged,
    WorkbookEmpty,
    WorkbookIsAFolder,
    WorkbookMissing,
    WorkbookProtected,
    WorkbookTooLarge,
)

LARGEST_FILE = 256 * 2**20
LARGEST_UNPACKED = 1024 * 2**20
SUSPICIOUS_UNPACKED, SUSPICIOUS_RATIO = 32 * 2**20, 150
"""A real sheet shrinks ten to fifty times; a bomb several hundred times (deflate's limit is about a thousand)."""
MOST_PARTS = 4000

_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_BIFF = (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x08\x00\x00\x05\x05\x00")
_ENCRYPTED_PARTS = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))
_XLS_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_TEXT_ENDINGS = (".csv", ".txt", ".tsv")


class Format(Enum):
    """The four kinds of file that are read."""

    XLSX = auto()
    ODS = auto()
    XLS = auto()
    CSV = auto()


class Content(NamedTuple):
    """A file read once: everything after works on these very bytes."""

    path: Path
    data: bytes
    sha256: str
    format: Format


def open_content(path: Path) -> Content:
    """Read the file and say what it is; refuse what cannot be a workbook."""
    data = _bytes_of(path)
    return Content(path, data, sha256(data).hexdigest(), _format_of(path, data))


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise WorkbookIsAFolder(path)
        if not path.is_file():
            raise WorkbookMissing(path)
        if path.stat().st_size > LARGEST_FILE:
            raise WorkbookTooLarge(path)
        data = path.read_bytes()
    except PermissionError as error:
        raise NoPermission(path) from error
    except (ValueError, OSError) as error:  # a name that no file can have
        raise WorkbookMissing(path) from error
    if not data:
        raise WorkbookEmpty(path)
    return data


def _format_of(path: Path, data: bytes) -> Format:
    if data.startswith(_ZIP):
        return _packed_format(path, data)
    if data.startswith(_OLE):
        if any(part in data for part in _ENCRYPTED_PARTS):
            raise WorkbookProtected(path)
        if not any(stream in data for stream in _XLS_STREAMS):
            raise WorkbookDamaged(path) if path.suffix.lower() == ".xls" else NotAWorkbook(path)
        return _old_format(path, data)
    if data.startswith(_BIFF):
        return _old_format(path, data)
    if path.suffix.lower() in _TEXT_ENDINGS:
        return Format.CSV
    raise NotAWorkbook(path)


def _old_format(path: Path, data: bytes) -> Format:
    state = state_of(data)
    if state is State.ENCRYPTED:
        raise WorkbookProtected(path)
    if state is State.DAMAGED:
        raise WorkbookDamaged(path)
    return Format.XLS


def _packed_format(path: Path, data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            _require_modest(path, parts)
            names = {part.filename.replace("\\", "/").lower() for part in parts}
            if "xl/workbook.xml" in names:
                return Format.XLSX
            if {"content.xml", "mimetype"} <= set(packed.namelist()):
                return _open_document(path, packed)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise WorkbookDamaged(path) from error
    raise NotAWorkbook(path)


def _open_document(path: Path, packed: zipfile.ZipFile) -> Format:
    if not packed.read("mimetype").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise NotAWorkbook(path)
    if "META-INF/manifest.xml" in packed.namelist() and b"encryption-data" in packed.read("META-INF/manifest.xml"):
        raise WorkbookProtected(path)
    return Format.ODS


def _require_modest(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise WorkbookTooLarge(path)
    sizes = [(part.file_size, part.compress_size) for part in parts]
    if any(big > SUSPICIOUS_UNPACKED and big > SUSPICIOUS_RATIO * small for big, small in sizes):
        raise WorkbookTooLarge(path)
    if any(part.flag_bits & 1 for part in parts):
        raise WorkbookProtected(path)
