"""What forms write around their table: a line of three under the title, a foot with who, when and from which data."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from committee_desk.documents.fonts import face
from committee_desk.documents.page import Paper
from committee_desk.documents.table import EDGE
from committee_desk.services.views import Head

SMALLEST_PART = 0.7
"""A line that has to be smaller than this to fit is too long."""


def part_that_fits(parts: tuple[str, ...], size: float, room: float) -> float:
    """The part of their size at which these stand in one line, with a letter's width between them."""
    wanted = sum(face("song").width(part, size) for part in parts) + (len(parts) - 1) * size
    return min(1.0, room / wanted)


def line_of_three(page: Paper, y: float, parts: tuple[str, str, str], size: float) -> None:
    """Left, middle and right; the middle gives way where a side needs the room."""
    letters, width = face("song"), page.area.width
    left, middle, right = parts
    start, end = letters.width(left, size) + size, width - letters.width(right, size) - size
    half = letters.width(middle, size) / 2
    page.text(0, y, left, "song", size)
    page.centred(min(max(width / 2, start + half), end - half), y, middle, "song", size)
    page.right(width, y, right, "song", size)


class Foot(NamedTuple):
    """The lines under a table; the first has a left and a right side."""

    left: str
    right: str
    second: str
    third: str

    @classmethod
    def of(
        cls,
        wording: Mapping[str, Any],
        told: Mapping[str, str],
        fingerprint: str,
        head: Head,
        supersedes: int | None = None,
    ) -> "Foot":
        """Who and when (`told`), the data's fingerprint, and the state of the journal, in the form's own words."""
        left, right = (part.format(**told) for part in wording["first"].split(EDGE))
        before = wording["supersedes"].format(version=supersedes) if supersedes else ""
        second = wording["second"].format(fingerprint=in_fours(fingerprint), supersedes=before)
        return cls(left, right, second, wording["third"].format(head=in_fours(head.hash), entries=head.entries))

    def write(self, page: Paper, y: float, downs: tuple[float, float, float], size: float) -> None:
        """Put it under `y`, each line so far down."""
        for line, down in zip((self.left, self.second, self.third), downs, strict=True):
            page.text(0, y + down, line, "song", size)
        page.right(page.area.width, y + downs[0], self.right, "song", size)


def moment(pattern: str, at: datetime) -> str:
    """A moment to the minute, in the form's own words."""
    return pattern.format(year=at.year, month=at.month, day=at.day, hour=at.hour, minute=at.minute)


def in_fours(text: str) -> str:
    """Groups of four, so that a person can compare it."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
