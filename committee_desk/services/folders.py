"""The port of a folder whose files appear together or not at all."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol


class Folder(Protocol):
    """Files that appear in a folder together or not at all."""

    def put(self, name: str, content: bytes) -> None:
        """Write a file under a temporary name."""
        ...

    def place(self) -> tuple[Path, ...]:
        """Give every file its own name. What stood there comes back when the block is left by an error."""
        ...


OpenFolder = Callable[[Path], AbstractContextManager[Folder]]
"""Opens a folder to be written, making it where it is missing."""
