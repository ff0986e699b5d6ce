"""What tests type into a month."""

from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import EventField, EventRow, RowTyped

F = EventField
WHOLE = {
    F.CODE: "J010",
    F.INDICATOR: "司法技能",
    F.DAY: "12-29",
    F.POINTS: "+0.5",
    F.REASON: "信息简报采用",
    F.VOUCHER: "政〔2026〕500号",
    F.APPROVER: "政治部主任",
}
"""A row that lacks nothing."""


def whole(**other: str) -> RowTyped:
    """A row that lacks nothing, with these fields instead."""
    return RowTyped({**WHOLE, **{EventField(name): text for name, text in other.items()}})


def changed(row: EventRow, **fields: str) -> RowTyped:
    """Some fields of a row that is on the screen, typed over."""
    return RowTyped({EventField(name): text for name, text in fields.items()}, row.number, row.seen)


def row_of(desk: Desk, number: int | None, month: int = 12) -> EventRow:
    """The row as the sheet of the month shows it."""
    return next(row for row in desk.entry.rows(2026, month).rows if row.number == number and number is not None)
