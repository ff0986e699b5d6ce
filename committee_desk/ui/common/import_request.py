"""A wish to import: pages say it through the workplace, the window opens the wizard."""

from pathlib import Path
from typing import NamedTuple


class ImportRequest(NamedTuple):
    """What to import: a kind (the word of the command line) when it is known, files when they were dropped."""

    kind: str | None = None
    paths: tuple[Path, ...] = ()
