"""The port of a folder whose files appear together or not at all."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.services.sheet_refusals import NotAFolder

PDF_MAKER = b"(Committee Desk)"
HTML_MAKER = b'<meta name="generator" content="Committee Desk">'
"""How every PDF of ours names its maker."""


class Folder(Protocol):
    """Files that appear in a folder together or not at all."""

    def put(self, name: str, content: bytes) -> None:
        """Write a file under a temporary name."""
        ...

    def place(self) -> tuple[Path, ...]:
        """Give every file its own name. What stood there comes back when the block is left by an error."""
        ...


class FileInTheWay(DeskError):
    """Where a paper should go stands a folder, or a file that is no earlier paper of ours and must not be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def refuse_foreign(path: Path) -> None:
    """An earlier paper of ours may be replaced; nothing else may."""
    if path.is_dir() or (path.is_file() and path.stat().st_size and not _is_ours(path)):
        raise FileInTheWay(path)


def require_folder(path: Path) -> None:
    """Refuse what is no folder and cannot become one: a file stands there, or in the way to it."""
    standing = next((each for each in (path, *path.parents) if each.exists()), None)
    if standing is not None and not standing.is_dir():
        raise NotAFolder(path)


def _is_ours(path: Path) -> bool:
    """Whether the file names this program as its maker."""
    if path.suffix == ".xlsx":
        from committee_desk.services.ranking_export import is_our_workbook  # noqa: PLC0415 - where a file is there

        return is_our_workbook(path)
    content = path.read_bytes()
    if path.suffix == ".html":
        return HTML_MAKER in content
    return content.startswith(b"%PDF-") and PDF_MAKER in content


OpenFolder = Callable[[Path], AbstractContextManager[Folder]]
"""Opens a folder to be written, making it where it is missing."""
