"""What the engine reports, told as the failures of `domain.desk_file`: the one place that reads its codes."""

import errno
from pathlib import Path

from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import (
    DeskDamaged,
    DeskExists,
    DeskLocked,
    DeskMissing,
    DeskRefused,
    DeskTrouble,
    DiskFailed,
    DiskFull,
    IsAFolder,
    NoPermission,
    NotADesk,
    UnfinishedReadOnly,
)
from committee_desk.storage.place import can_be_written

Failure = DeskRefused | DeskTrouble

_BY_CODE: dict[int, type[Failure]] = {
    dbapi2.SQLITE_BUSY: DeskLocked,
    dbapi2.SQLITE_LOCKED: DeskLocked,
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_READONLY: NoPermission,
    dbapi2.SQLITE_PERM: NoPermission,
    dbapi2.SQLITE_AUTH: NoPermission,
    dbapi2.SQLITE_CANTOPEN: NoPermission,
    dbapi2.SQLITE_IOERR: DiskFailed,
    dbapi2.SQLITE_CORRUPT: DeskDamaged,
    dbapi2.SQLITE_NOTADB: NotADesk,
}

_BY_WHOLE_CODE: dict[int, type[Failure]] = {  # codes that the library does not name
    dbapi2.SQLITE_READONLY | 3 << 8: UnfinishedReadOnly,  # ROLLBACK: an unfinished act that cannot be undone here
    dbapi2.SQLITE_READONLY | 4 << 8: DiskFailed,  # DBMOVED: taken away or replaced while it was open
}

_BY_ERRNO: dict[int, type[Failure]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: NoPermission,
    errno.EPERM: NoPermission,
    errno.EROFS: NoPermission,
    errno.ENOENT: DeskMissing,
    errno.EISDIR: IsAFolder,
    errno.ENOTDIR: DeskMissing,
    errno.EEXIST: DeskExists,
    errno.ENAMETOOLONG: DeskMissing,
}

_BY_TEXT: dict[str, type[Failure]] = {
    "database or disk is full": DiskFull,
    "disk I/O error": DiskFailed,
    "database disk image is malformed": DeskDamaged,
    "file is not a database": NotADesk,
    "database is locked": DeskLocked,
    "unsupported file format": DeskDamaged,  # a header that no version of the engine wrote
    "unable to open database file": NoPermission,
    "attempt to write a readonly database": NoPermission,
}
"""What the engine says without a code when it copies a file."""

_UNREADABLE = "Could not decode to UTF-8"
"""What the engine says, without a code, of stored text that is no text."""


def failure_of(error: BaseException | None, path: Path) -> Failure | None:
    """The failure that an error of the engine stands for; None where it is a bug."""
    if isinstance(error, UnicodeDecodeError) or _UNREADABLE in str(error):
        return DeskDamaged(path)
    if isinstance(error, dbapi2.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if isinstance(code, int) and code & 0xFF == dbapi2.SQLITE_READONLY and _was_cut_off(path):
            return UnfinishedReadOnly(path)
        if isinstance(code, int):
            kind = _BY_WHOLE_CODE.get(code) or _BY_CODE.get(code & 0xFF) or _BY_TEXT.get(str(error))
        else:
            kind = _BY_TEXT.get(str(error))
        return None if kind is None else kind(path)
    if isinstance(error, MemoryError):  # a damaged page claims a row larger than any memory
        return DeskDamaged(path)
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, DiskFailed)(path)
    return None


def _was_cut_off(path: Path) -> bool:
    """Whether a writing was cut off where nothing can be written to take it back: the engine only says read-only."""
    try:
        left = path.with_name(f"{path.name}-journal").stat().st_size
    except OSError:
        return False
    return left > 0 and not can_be_written(path)
