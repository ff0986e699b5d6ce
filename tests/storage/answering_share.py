"""A file system that the kernel takes for a share: an empty folder behind /dev/fuse, answered by a thread."""

import ctypes
import errno
import os
import stat
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_LOOKUP, _GETATTR, _INIT, _ACCESS, _FORGET, _BATCH_FORGET = 1, 3, 26, 34, 2, 42
_HEAD = struct.Struct("<IIQQIIII")
_ANSWER = struct.Struct("<IiQ")


@contextmanager
def share_at(folder: Path, kind: str) -> Iterator[Path]:
    """An empty share of that kind, really mounted; skips the test where this PC lets nobody mount one."""
    folder.mkdir()
    try:
        device = os.open("/dev/fuse", os.O_RDWR)
    except OSError:
        pytest.skip("needs /dev/fuse")
    libc = ctypes.CDLL(None, use_errno=True)
    options = f"fd={device},rootmode=40000,user_id={os.getuid()},group_id={os.getgid()},allow_other".encode()
    if libc.mount(b"share", os.fsencode(folder), kind.encode(), 0, options):
        os.close(device)
        pytest.skip(f"needs the right to mount: {os.strerror(ctypes.get_errno())}")
    answering = threading.Thread(target=_answer, args=(device,))
    answering.start()
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        answering.join()
        os.close(device)


def _answer(device: int) -> None:
    while True:
        try:
            asked = os.read(device, 1 << 17)
        except OSError as error:
            if error.errno == errno.ENODEV:  # the kernel let the file system go
                return
            continue
        _, opcode, unique, *_rest = _HEAD.unpack_from(asked)
        if opcode in (_FORGET, _BATCH_FORGET):
            continue
        failed, told = _told(opcode)
        os.write(device, _ANSWER.pack(_ANSWER.size + len(told), -failed, unique) + told)


def _told(opcode: int) -> tuple[int, bytes]:
    if opcode == _INIT:
        return 0, struct.pack("<IIIIHHIIHHI28x", 7, 31, 1 << 16, 0, 12, 9, 1 << 16, 1, 32, 0, 0)
    if opcode == _GETATTR:
        times = (0,) * 6
        attributes = struct.pack(
            "<QQQQQQIIIIIIIIII", 1, 0, 0, *times[:3], *times[3:], stat.S_IFDIR | 0o755, 2, 0, 0, 0, 4096, 0
        )
        return 0, struct.pack("<QII", 1, 0, 0) + attributes
    if opcode == _ACCESS:
        return 0, b""
    return (errno.ENOENT if opcode == _LOOKUP else errno.ENOSYS), b""
