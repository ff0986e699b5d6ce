"""The pictures of a round's statistics as vectors: a class's distribution, a bar a person, a rater's interval."""

from typing import NamedTuple

from committee_desk.documents.fonts import face
from committee_desk.documents.page import Paper
from committee_desk.domain.rater_statistics.findings import Bar, Quartiles, Shift

GREY, LIGHT = 0.72, 0.88
THIN, THICK = 0.5, 1.6
SMALL = 7.5
"""The letters on a picture."""
SMALLEST = 7.0
FULL = 100
"""The highest mark."""


class Frame(NamedTuple):
    """Where a picture lies: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def across(self, value: float, low: float = 0.0, high: float = FULL) -> float:
        """Where a value lies from left to right."""
        return self.x + self.width * (value - low) / (high - low)


def histogram(paper: Paper, frame: Frame, bars: tuple[Bar, ...], low: int) -> None:
    """Columns over the marks from `low` to 100, as large as their number: a broad one is lower, for it covers more."""
    shown = [each for each in bars if each.number]
    tallest = max((each.number / (each.high - each.low) for each in shown), default=1.0)
    base = frame.y + frame.height
    for each in shown:
        left, right = frame.across(max(each.low, low), low), frame.across(each.high, low)
        high = (frame.height - SMALL - 3) * each.number / (each.high - each.low) / tallest
        paper.shade(left, base - high, right - left, high, GREY)
        paper.frame(left, base - high, right - left, high, THIN)
        paper.centred((left + right) / 2, base - high - 2, str(each.number), "song", SMALL)
    paper.rule(frame.x, base, frame.x + frame.width, base, THIN)
    step = 10 if FULL - low > 40 else 5
    for mark in range(low, FULL + 1, step):
        x = frame.across(mark, low)
        paper.rule(x, base, x, base + 2.5, THIN)
        paper.centred(x, base + 2.5 + SMALL, str(mark), "song", SMALL)


def box(paper: Paper, frame: Frame, five: Quartiles, low: int) -> None:
    """From the lowest to the highest mark that are told; the middle half as a box, the middle mark heavy across it."""
    least, lower, middle, upper, most = (frame.across(each, low) for each in five)
    y, half = frame.y + frame.height / 2, frame.height / 2
    paper.rule(least, y, lower, y, THIN)
    paper.rule(upper, y, most, y, THIN)
    for end in (least, most):
        paper.rule(end, y - half * 0.6, end, y + half * 0.6, THIN)
    paper.shade(lower, y - half, max(upper - lower, 0.1), 2 * half, LIGHT)
    paper.frame(lower, y - half, max(upper - lower, 0.1), 2 * half, THIN)
    paper.rule(middle, y - half, middle, y + half, THICK)


def bar(paper: Paper, frame: Frame, value: float, most: float) -> None:
    """How long a value is against the longest."""
    paper.shade(frame.x, frame.y, frame.width * value / max(most, 0.1), frame.height, GREY)


def interval(paper: Paper, frame: Frame, shift: Shift, most: float) -> None:
    """A point on its interval, against the line of nought; what reaches beyond the picture ends at its edge."""
    y = frame.y + frame.height / 2
    nought = frame.across(0, -most, most)
    paper.rule(nought, frame.y, nought, frame.y + frame.height, THIN)
    ends = [frame.across(max(-most, min(most, each)), -most, most) for each in shift.interval]
    paper.rule(ends[0], y, ends[1], y, THIN)
    for end in ends:
        paper.rule(end, y - 2, end, y + 2, THIN)
    at = frame.across(max(-most, min(most, shift.mean)), -most, most)
    paper.shade(at - 2.2, y - 2.2, 4.4, 4.4, 0)


def written(paper: Paper, x: float, y: float, text: str, size: float, room: float) -> None:  # noqa: PLR0913, PLR0917 - what, where, how large
    """A name in that room: smaller where it must be, and cut where it would be too small to read."""
    letters = face("song")
    fitting = min(size, size * room / max(letters.width(text, size), 1))
    if fitting < SMALLEST:
        while text and letters.width(text + "…", SMALLEST) > room:
            text = text[:-1]
        text, fitting = text + "…", SMALLEST
    paper.text(x, y, text, "song", fitting)
