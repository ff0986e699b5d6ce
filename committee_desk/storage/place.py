"""Where a desk may lie: on a disk of this PC, in no folder that another program copies elsewhere while it is written.

On a share the locks of two PCs do not meet; in a syncing folder a half-written desk or an older one takes its place.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from committee_desk.domain.desk_file import DeskInSyncFolder, DeskOnShare

SHARES = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "glusterfs", "davfs", "lustre", "gfs",
    "gfs2", "ocfs2", "beegfs", "orangefs", "moosefs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2",
    "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph", "fuse.ceph-fuse", "fuse.smbnetfs", "fuse.curlftpfs",
    "fuse.mfs", "fuse.juicefs", "fuse.kio-fuse", "fuse.onedriver", "fuse.google-drive-ocamlfuse",
})  # fmt: skip
"""File systems whose files are on another machine. A bare fuse, overlay, 9p or virtiofs says nothing of the kind."""

_SYNCED = re.compile(
    r"(onedrive|dropbox|nextcloud|owncloud|nutstore|seafile|google ?drive)([ _-].*|\(.*|\d*)"
    r"|(我的)?坚果云.*|wps云盘|wpsdrive|wps ?cloud ?files|baidusyncdisk|百度网盘同步空间"
    r"|icloud ?drive|mobile documents",
    re.IGNORECASE,
)
_MARKS = (".stfolder", ".sync/ID", ".dropbox", ".nextcloudsync.log", ".owncloudsync.log")
"""What Syncthing, Resilio, Dropbox, Nextcloud and ownCloud leave in the folder that they copy."""

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = 4  # DRIVE_REMOTE


def require_fit_place(path: Path) -> None:
    """Refuse a desk on a network share or in a syncing folder; the file itself need not be there yet."""
    kind = share_of(path)
    if kind is not None:
        raise DeskOnShare(path, kind)
    folder = syncing_folder_of(path)
    if folder is not None:
        raise DeskInSyncFolder(path, folder)


if sys.platform == "win32":
    import ctypes

    def share_of(path: Path) -> str | None:
        """The share's kind when the path leads to another machine, else None."""
        drive = _real(path).drive
        if drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\")):
            return "UNC"
        return "SMB" if ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE else None
else:

    def share_of(path: Path) -> str | None:
        """The share's kind when the path leads to another machine, else None."""
        try:
            told = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:  # a system that does not tell
            return None
        kind = file_system_of(_real(path), told)
        return kind if kind in SHARES else None


def file_system_of(real: Path, mountinfo: str) -> str | None:
    """The kind of file system a path lies on, by the kernel's list of mounts; of two at one place the later one."""
    found: tuple[int, str] | None = None
    lies = PurePosixPath(real)
    for point, kind in _mounts(mountinfo):
        depth = len(point.parts)
        if lies.is_relative_to(point) and (found is None or depth >= found[0]):
            found = depth, kind
    return None if found is None else found[1]


def _mounts(mountinfo: str) -> Iterator[tuple[PurePosixPath, str]]:
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ", 1)[0]
        if len(fields) > 4:
            yield PurePosixPath(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])), kind


def syncing_folder_of(path: Path) -> Path | None:
    """The folder that a syncing program keeps, when the path leads into one; told by its name or by what marks it."""
    for place in dict.fromkeys((_real(path), path.absolute())):
        for folder in place.parents:
            if _SYNCED.fullmatch(folder.name) or any(os.path.lexists(folder / mark) for mark in _MARKS):
                return folder
    return None


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a name that no file can have is refused elsewhere
        return path.absolute()


def can_be_written(path: Path) -> bool:
    """Whether the desk and the journal beside it can be written: false on a read-only medium, even for root."""
    real = _real(path)
    return os.access(real, os.W_OK) and (os.name == "nt" or os.access(real.parent, os.W_OK))
