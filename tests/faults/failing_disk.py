"""A disk that fails: the engine's own calls to the system are counted, and one of them answers with an error.

SQLite lets every call of its Unix layer be replaced. Here each goes on to the C library unless its turn to fail has
come, so that a fault can be put at every single read, write, truncation, flush, opening and removal of an act.
"""

import ctypes
import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import _sqlite3

_POINTERS_BEFORE_THE_SYSTEM_CALLS = 2 + 12 + 1  # zName, pAppData, then the functions of versions 1 and 2


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("between", ctypes.c_void_p * _POINTERS_BEFORE_THE_SYSTEM_CALLS),
        ("set_system_call", ctypes.c_void_p),
    )


_INT, _PLACE, _SIZE, _OFFSET, _NAME = ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, ctypes.c_char_p
_CALLS: dict[str, tuple[Any, ...]] = {  # what each gives back, then what it takes
    "open": (_INT, _NAME, _INT, _INT),
    "read": (ctypes.c_ssize_t, _INT, _PLACE, _SIZE),
    "pread": (ctypes.c_ssize_t, _INT, _PLACE, _SIZE, _OFFSET),
    "pread64": (ctypes.c_ssize_t, _INT, _PLACE, _SIZE, _OFFSET),
    "write": (ctypes.c_ssize_t, _INT, _PLACE, _SIZE),
    "pwrite": (ctypes.c_ssize_t, _INT, _PLACE, _SIZE, _OFFSET),
    "pwrite64": (ctypes.c_ssize_t, _INT, _PLACE, _SIZE, _OFFSET),
    "ftruncate": (_INT, _INT, _OFFSET),
    "unlink": (_INT, _NAME),
    "fsync": (_INT, _INT),
}
_C = {"fsync": "fsync"}


@dataclass
class Faults:
    """Which call fails, and how many there were and failed."""

    names: frozenset[str]
    turn: int
    lasting: bool
    number: int
    calls: int = 0
    failed: int = 0

    def due(self, name: str) -> bool:
        """Whether this call, the next of its kind, is to fail."""
        if name not in self.names:
            return False
        self.calls += 1
        fails = self.calls == self.turn or (self.lasting and self.calls > self.turn)
        self.failed += fails
        return fails


@contextmanager
def failing(*names: str, turn: int, lasting: bool = False, error: int = errno.EIO) -> Iterator[Faults]:
    """While the block runs, the `turn`-th call of these names fails (0: none); `lasting`: all after it as well."""
    faults = Faults(frozenset(names), turn, lasting, error)
    kept = [_replace(name, faults) for name in _CALLS]
    try:
        yield faults
    finally:
        for name in _CALLS:
            _set(name, None)
        del kept


def _replace(name: str, faults: Faults) -> object:
    prototype = ctypes.CFUNCTYPE(*_CALLS[name], use_errno=True)
    real = prototype((_C.get(name, name), _libc))

    def call(*arguments: Any) -> int:
        if faults.due(name):
            ctypes.set_errno(faults.number)
            return -1
        answer: int = real(*arguments)
        return answer

    replaced = prototype(call)
    _set(name, ctypes.cast(replaced, ctypes.c_void_p))
    return replaced


def _set(name: str, call: ctypes.c_void_p | None) -> None:
    answered = _set_system_call(_vfs, name.encode(), call)
    assert answered in {0, _SQLITE_NOTFOUND}, (name, answered)


_SQLITE_NOTFOUND = 12  # a call that this build does not use
_libc = ctypes.CDLL(None, use_errno=True)
_engine = ctypes.CDLL(_sqlite3.__file__)
_engine.sqlite3_vfs_find.restype = ctypes.c_void_p
_vfs = _engine.sqlite3_vfs_find(None)
_set_system_call: Callable[..., int] = ctypes.CFUNCTYPE(_INT, ctypes.c_void_p, _NAME, ctypes.c_void_p)(
    _Vfs.from_address(_vfs).set_system_call
)
