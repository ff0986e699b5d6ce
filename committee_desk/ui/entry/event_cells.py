"""One event as cells of the sheet: its texts, how each of them stands, and what a typed text makes of it at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from committee_desk.domain.names import spelt
from committee_desk.services import entry_reading as reading
from committee_desk.services.entry_views import NEEDED, Entered, EventField, EventRow, EventState
from committee_desk.services.imports.cells import is_empty
from committee_desk.ui.common.sheet.source import Cell, Kind, SheetColumn, State
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import signed

MARK_COLUMN = "state"
TYPED = (
    EventField.CODE, EventField.NAME, EventField.INDICATOR, EventField.DAY, EventField.POINTS, EventField.REASON,
    EventField.VOUCHER, EventField.APPROVER,
)  # fmt: skip


def field_word(field: EventField) -> str:
    """The column's heading."""
    return {
        EventField.CODE: tr("工号"),
        EventField.NAME: tr("姓名"),
        EventField.INDICATOR: tr("指标"),
        EventField.DAY: tr("日期"),
        EventField.POINTS: tr("分值"),
        EventField.REASON: tr("事由"),
        EventField.VOUCHER: tr("凭证号"),
        EventField.APPROVER: tr("审批人"),
        EventField.CASE: tr("追溯案件"),
        EventField.TITLE: tr("论文题目"),
        EventField.PERIODICAL: tr("刊物"),
        EventField.AUTHOR: tr("署名次序"),
    }[field]


def event_columns(*, approver_typed: bool) -> tuple[SheetColumn, ...]:
    """The columns of the sheet of events. In 严格 nobody types who approved."""
    word, fields = field_word, EventField
    approval = tr("由另一账号审批，不在这里填写") if not approver_typed else ""
    return (
        SheetColumn(fields.CODE, word(fields.CODE), 56, Kind.TEXT, frozen=True),
        SheetColumn(fields.NAME, word(fields.NAME), 80, Kind.NAME, frozen=True, hint=tr("可输入拼音首字母")),
        SheetColumn(fields.INDICATOR, word(fields.INDICATOR), 86, Kind.TEXT),
        SheetColumn(fields.DAY, word(fields.DAY), 60, Kind.DATE, hint=tr("本月的日期，只输入日也可以")),
        SheetColumn(fields.POINTS, word(fields.POINTS), 64, Kind.NUMBER),
        SheetColumn(fields.REASON, word(fields.REASON), 110, Kind.TEXT, stretch=True),
        SheetColumn(fields.VOUCHER, word(fields.VOUCHER), 130, Kind.TEXT),
        SheetColumn(fields.APPROVER, word(fields.APPROVER), 88, Kind.TEXT, editable=approver_typed, hint=approval),
        SheetColumn(MARK_COLUMN, "", 32, Kind.MARK, editable=False, hint=tr("是否计入")),
    )


EMPTY_ROW = EventRow(
    number=None, seen=0, state=EventState.DRAFT, lacking=NEEDED, code=None, name=None, department=None,
    indicator=None, indicator_name=None, day=None, points=None, reason=None, voucher=None, approver=None,
)  # fmt: skip
"""What a line is before anything was typed into it."""


def text_of(row: EventRow, field: EventField) -> str:
    """The field as it stands in its cell, and as it may be typed again."""
    if field is EventField.DAY:
        return f"{row.day:%m-%d}" if row.day is not None else ""
    if field is EventField.POINTS:
        return signed(row.points) if row.points is not None else ""
    if field is EventField.INDICATOR:
        return row.indicator_name or ""
    if field is EventField.AUTHOR:
        return str(row.author) if row.author is not None else ""
    return str(getattr(row, field.value) or "")


def state_words(row: EventRow) -> str:
    """Whether the event counts, and what it lacks where it does not."""
    if row.state is EventState.COUNTED:
        if row.excess:
            return tr("已计入，其中 {points} 超出封顶不计", points=signed(row.excess))
        return tr("已计入（导入）") if not row.typed else tr("已计入")
    if row.state is EventState.WAITS:
        return tr("草稿：等待另一账号审批，未计入")
    return tr("草稿：还缺{fields}，未计入", fields=tr("、").join(field_word(each) for each in row.lacking))


@dataclass(frozen=True, slots=True)
class Month:
    """What a month says of all its cells."""

    year: int
    month: int
    open: bool
    closed_word: str = ""


def event_cell(row: EventRow, column: str, month: Month, ledgers: Mapping[str, str]) -> Cell:
    """One cell of one event; `ledgers` are the names by id, as the window says them."""
    if column == MARK_COLUMN:
        return _mark_cell(row)
    field = EventField(column)
    text = text_of(row, field)
    role = "bad" if field is EventField.POINTS and row.points is not None and row.points < 0 else ""
    if field is EventField.INDICATOR and row.indicator is not None:
        text = ledgers.get(row.indicator, text)
    started = row is not EMPTY_ROW
    if started and not row.typed and row.source is not None:
        return Cell(text, State.READ_ONLY, tr("从工作簿导入，不在这里改；确须改动的，用“更正导入值”"), role)
    if not month.open and started and field in row.lacking:
        return Cell(text, State.CLOSED, state_words(row), role, mark="pencil", mark_role="warn")
    if not month.open:
        return Cell(text, State.CLOSED, month.closed_word, role)
    if started and field in row.lacking:
        return Cell(text, State.DRAFT, state_words(row), role)
    return Cell(text, State.SAVED, _excess_word(row, field), role)


def _excess_word(row: EventRow, field: EventField) -> str:
    return state_words(row) if field is EventField.POINTS and row.excess else ""


def _mark_cell(row: EventRow) -> Cell:
    if row is EMPTY_ROW:
        return Cell(state=State.READ_ONLY)
    if row.state is EventState.COUNTED:
        mark, role = ("alert-triangle", "warn") if row.excess else ("check", "ok")
    elif row.state is EventState.WAITS:
        mark, role = "hourglass", "warn"
    else:
        mark, role = "pencil", "warn"
    return Cell(state=State.READ_ONLY, why=state_words(row), mark=mark, mark_role=role)


@dataclass(frozen=True, slots=True)
class Known:
    """Whom and what a typed text may mean: days of the month, people by code, names of ledgers by id."""

    month: Month
    people: Mapping[str, tuple[str, str]]
    """Code → name and department."""
    ledgers: Mapping[str, str]
    """Id → name."""


def as_typed(row: EventRow, field: EventField, text: str, entered: Entered, known: Known) -> EventRow:
    """The row as it must stand now that the desk took the text; the next reading says it whole."""
    now = _with_text(row, field, text.strip(), known)
    lacking = tuple(each for each in NEEDED if _lacks(now, each))
    state = entered.state or EventState.DRAFT
    if state is EventState.COUNTED:
        lacking = ()
    entry = entered.change.entry
    return replace(now, number=entered.number, seen=row.seen if entry is None else entry, state=state, lacking=lacking)


def _lacks(row: EventRow, field: EventField) -> bool:
    return getattr(row, field.value) in {None, ""}


def _with_text(row: EventRow, field: EventField, text: str, known: Known) -> EventRow:
    given = None if is_empty(text) else text
    if field in {EventField.CODE, EventField.NAME}:
        return _with_person(row, field, given, known)
    put: dict[str, Any] = {field.value: None}
    if given is None and field is EventField.INDICATOR:
        put["indicator_name"] = None
    elif given is not None:
        put = _read(field, given, known)
    return replace(row, **put)


def _read(field: EventField, text: str, known: Known) -> dict[str, Any]:
    """What the desk made of the text, which it has taken."""
    if field is EventField.INDICATOR:
        found = next((each for each, name in known.ledgers.items() if spelt(text) in {spelt(each), spelt(name)}), text)
        return {"indicator": found, "indicator_name": known.ledgers.get(found, text)}
    if field is EventField.DAY:
        return {"day": reading.day(text, known.month.year, known.month.month)}
    if field is EventField.POINTS:
        return {"points": reading.points(text)}
    if field is EventField.AUTHOR:
        return {"author": reading.author(text)}
    if field in {EventField.VOUCHER, EventField.CASE}:
        return {field.value: reading.number_of_document(field, text)}
    return {field.value: reading.text(field, text)}


def _with_person(row: EventRow, field: EventField, given: str | None, known: Known) -> EventRow:
    if given is None:
        return replace(row, code=None, name=None, department=None)
    if field is EventField.CODE:
        meant = next((each for each in known.people if spelt(each) == spelt(given)), given)
        bearer, department = known.people.get(meant, (row.name, row.department))
        return replace(row, code=meant, name=bearer, department=department)
    bearers = [code for code, (name, _) in known.people.items() if spelt(name) == spelt(given)]
    code = row.code if row.code in bearers or not bearers else bearers[0]
    name, there = known.people.get(code or "", (given, None))
    return replace(row, name=name, code=code, department=there)
