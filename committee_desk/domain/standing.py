"""What overrides the score: sanctions and leave (domain rules 3.8; 公务员考核规定 25-29)."""

from datetime import date
from typing import NamedTuple


class Sanction(NamedTuple):
    """A row of 处分.xlsx. The same fact when code and document are equal. `term` is 期限(年)."""

    code: str
    kind: str
    document: str
    decided: date
    closed: date | None = None
    term: int | None = None
    note: str | None = None


class Leave(NamedTuple):
    """A row of 请假.xlsx; both end days included. The same fact when code, kind and since are equal."""

    code: str
    kind: str
    since: date
    until: date
