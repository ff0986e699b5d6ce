"""Exact decimals in one column: whole billionths where that is exact, else the decimal's own text.

SQL may add up and multiply the integers; rows whose column holds text (a share of 0.333333333333333) are rare
and are read one by one. So nothing is ever rounded on its way in or out.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import types

BILLION = 1_000_000_000


def to_stored(value: Decimal) -> int | str:
    """The value as the column holds it."""
    scaled = value * BILLION
    whole = int(scaled)
    return whole if whole == scaled and abs(whole) < 2**62 else format(value, "f")


@lru_cache(maxsize=65_536)
def from_stored(held: int | str) -> Decimal:
    """The value that the column holds."""
    if not isinstance(held, int):
        return Decimal(held)
    whole, rest = divmod(held, BILLION)
    return Decimal(held).scaleb(-9).normalize() if rest else Decimal(whole)  # 10, not 1E+1, however it is printed


class Exact(types.TypeDecorator[Decimal]):
    """A decimal kept to the last digit (see the module's text)."""

    impl = types.BLOB  # BLOB affinity: SQLite keeps integer and text as they are given
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> Any:  # noqa: ANN401, ARG002 - SQLAlchemy's signature
        """Store."""
        return None if value is None else to_stored(value)

    def process_result_value(self, value: Any, dialect: Any) -> Decimal | None:  # noqa: ANN401, ARG002
        """Load."""
        return None if value is None else from_stored(value)
