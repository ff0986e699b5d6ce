"""People and their stays: who worked in which department, in which category, from when to when."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Category(StrEnum):
    """The three kinds of procuratorial staff (检察人员分类管理), as 人员.xlsx writes them."""

    PROSECUTOR = "检察官"
    ASSISTANT = "检察辅助人员"
    ADMINISTRATIVE = "司法行政人员"


class Stay(NamedTuple):
    """One person's stay in one department: a row of 人员.xlsx. The same code twice is a transfer.

    `since` and `until` are both included; None means since ever, still there. `factor` is the 办案系数.
    The same fact when code, department and since are equal.
    """

    code: str
    name: str
    department: str
    category: Category
    sex: str | None = None
    birth: str | None = None
    politics: str | None = None
    post: str | None = None
    rank: str | None = None
    is_leader: bool = False
    quota_since: date | None = None
    since: date | None = None
    until: date | None = None
    factor: Decimal = Decimal(1)

    def covers(self, day: date) -> bool:
        """Whether the stay includes that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
