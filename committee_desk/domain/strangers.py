"""Another desk than last time at the same place: what this PC can say of it."""

from datetime import datetime
from typing import NamedTuple

SHOWN = 8
"""So many characters of a desk's number tell it apart for people."""


class Stranger(NamedTuple):
    """A desk where this PC last saw the desk `before`, on `seen`. Of that one it remembers no name."""

    uid: str
    office: str
    before: str
    seen: datetime
