"""Ledger events: points given or taken for something that happened, with their evidence (加减分)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeVar

N = TypeVar("N", Decimal, Fraction)
"""An exact number: as it was typed, or as it is worked out."""


class Event(NamedTuple):
    """A row of 加减分.xlsx. The same fact when code, indicator, day, voucher and reason are equal."""

    code: str
    indicator: str
    day: date
    points: Decimal
    reason: str
    voucher: str
    approver: str | None = None


class Register(NamedTuple):
    """What a counted event is registered under besides its fact: its 登记号, and the case that it is about (追溯)."""

    number: int | None
    case: str | None = None


class TypedEvent(NamedTuple):
    """An event as it was typed into a month, whatever it may still lack; one that lacks nothing counts.

    `number` (登记号) stays with it through all its versions; `line` is the batch line of the grid it was typed under;
    `case` the case that a finding is about (追溯); `title`, `periodical` and `author` name a paper.
    """

    number: int
    year: int
    month: int
    line: int | None = None
    code: str | None = None
    indicator: str | None = None
    day: date | None = None
    points: Decimal | None = None
    reason: str | None = None
    voucher: str | None = None
    approver: str | None = None
    case: str | None = None
    title: str | None = None
    periodical: str | None = None
    author: int | None = None

    def lacking(self) -> tuple[str, ...]:
        """The fields without which it does not count, as far as they are empty."""
        return tuple(name for name in NEEDED if getattr(self, name) is None)


NEEDED = ("code", "indicator", "day", "points", "reason", "voucher", "approver")
"""What an event must have to count."""


def beyond_bounds(start: N, maximum: int, points: Sequence[N], besides: N) -> list[N]:
    """How much of each event's points does not count, in the order given (超出封顶不计; domain rules, row 48).

    A ledger is held within 0 and its maximum once, after the sum; `besides` is what else was added to it (the workload
    bonus). What is too much is laid on the newest additions, what is too little on the newest deductions (negative).
    """
    nothing = start - start
    reached = sum(points, start + besides)
    over, under = max(nothing, reached - maximum), min(nothing, reached)
    lost = [nothing] * len(points)
    for index in range(len(points) - 1, -1, -1):
        if points[index] > 0:
            lost[index] = min(points[index], over)
            over -= lost[index]
        elif points[index] < 0:
            lost[index] = max(points[index], under)
            under -= lost[index]
    return lost
