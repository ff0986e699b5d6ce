"""Ledger events: points given or taken for something that happened, with their evidence (加减分)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Event(NamedTuple):
    """A row of 加减分.xlsx. The same fact when code, indicator, day, voucher and reason are equal."""

    code: str
    indicator: str
    day: date
    points: Decimal
    reason: str
    voucher: str
    approver: str | None = None
