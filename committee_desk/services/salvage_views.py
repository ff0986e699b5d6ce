"""What was saved of a damaged desk."""

from typing import NamedTuple

SALVAGED = 1
"""The file's user version of a desk that was saved from a damaged one: its note, in no journal entry."""


class SavedTable(NamedTuple):
    """How many rows of a table were saved; `whole` where nothing broken was met in it."""

    table: str
    saved: int
    whole: bool
