"""A wish to import: pages say it through the workplace, the window opens the wizard."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import: a kind (the word of the command line) when it is known, files when they were dropped."""

    kind: str | None = None
    paths: tuple[Path, ...] = ()
