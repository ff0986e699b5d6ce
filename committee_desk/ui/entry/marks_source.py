"""People × ledgers of one month as a sheet: a cell is a mark under its column's batch line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from committee_desk.services import entry_reading as reading
from committee_desk.services.entry_views import (
    Column,
    Entered,
    EventField,
    EventState,
    GridPerson,
    Line,
    Mark,
    MarkGrid,
    MarkTyped,
)
from committee_desk.services.imports.cells import is_empty
from committee_desk.ui.common.sheet.source import (
    Cell,
    Change,
    ChangedByAnother,
    Completion,
    Kept,
    Kind,
    Outcome,
    RowKey,
    SheetColumn,
    State,
)
from committee_desk.ui.entry.desk_door import DeskDoor
from committee_desk.ui.entry.event_cells import Month, field_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import plain, signed
from committee_desk.wording.scheme_names import named

CODE, NAME, DEPARTMENT = "code", "name", "department"

Keep = Callable[[GridPerson], bool]
Imported = Mapping[tuple[str, str], int]
"""How many imported events of the month stand for a person (code) under a ledger."""


class MarksSource:
    """Rows are people by code. What other events of the month say is shown in a cell, not asked again."""

    def __init__(self, door: DeskDoor, grid: MarkGrid, imported: Imported, month: Month) -> None:
        self._door, self._month = door, month
        self.columns: Sequence[SheetColumn] = _columns(grid)
        self._keep: Keep | None = None
        self._keys: tuple[str, ...] = ()
        self._wanted: dict[str, int] = {}
        self._begun: dict[tuple[str, str], tuple[int | None, int]] = {}
        self.show(grid, imported)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show(self, grid: MarkGrid, imported: Imported) -> None:
        """The month as it was read now."""
        self.grid, self._imported = grid, imported
        self._people = {person.code: person for person in grid.people}
        self._newest = {column.indicator: column.line.line for column in grid.columns}
        self._lines = {column.indicator: self._chosen(column) for column in grid.columns}
        self._marks = {
            (mark.code, mark.indicator): mark
            for mark in grid.marks.values()
            if mark.line == self._lines[mark.indicator].line
        }
        self._arrange()

    def _chosen(self, column: Column) -> Line:
        wanted = self._wanted.get(column.indicator)
        return next((each for each in column.lines if each.line == wanted), column.line)

    def line(self, indicator: str) -> Line | None:
        """The batch line whose marks a column shows."""
        return self._lines.get(indicator)

    def lines(self, indicator: str) -> tuple[Line, ...]:
        """All batch lines of a column."""
        return next((each.lines for each in self.grid.columns if each.indicator == indicator), ())

    def choose_line(self, indicator: str, line: int) -> None:
        """Show that batch's marks in the column, and type under it."""
        self._wanted[indicator] = line
        self.show(self.grid, self._imported)

    def choose_lines(self, wanted: Mapping[str, int]) -> None:
        """Show these batches in these columns."""
        self._wanted.update(wanted)
        self.show(self.grid, self._imported)

    def keep(self, wanted: Keep | None) -> None:
        """Show only those people."""
        self._keep = wanted
        self._arrange()

    def _arrange(self) -> None:
        keep = self._keep
        keys = tuple(code for code, person in self._people.items() if keep is None or keep(person))
        if keys != self._keys:
            self._keys = keys

    # -- what the sheet asks ---------------------------------------------------------------------------------------

    def keys(self) -> Sequence[RowKey]:
        """The people's codes."""
        return self._keys

    def codes(self) -> tuple[str, ...]:
        """Everybody's code, shown or not."""
        return tuple(self._people)

    def person(self, key: RowKey) -> GridPerson | None:
        """Whose row it is."""
        return self._people.get(str(key))

    def mark(self, key: RowKey, column: str) -> Mark | None:
        """What was typed there, under the column's present line."""
        return self._marks.get((str(key), column))

    def empty(self, key: RowKey, column: str) -> bool:
        """Whether nothing of the month stands there, typed or imported."""
        return (str(key), column) not in self._marks and not self._others(str(key), column)

    def _others(self, code: str, column: str) -> bool:
        return bool(self._imported.get((code, column))) or bool(self._other(code, column))

    def _other(self, code: str, column: str) -> Decimal:
        """What the month's other events came to: those that are not under the line in view."""
        standing = self.grid.standings.get((code, column))
        other = standing.other if standing is not None else Decimal(0)
        newest = self._newest[column]
        if self._lines[column].line != newest:
            present, here = self.grid.marks.get((code, column, newest)), self._marks.get((code, column))
            other += _counted(present) - _counted(here)
        return other

    def cell(self, row: RowKey, column: str) -> Cell:
        """The cell as it was last read or typed."""
        code = str(row)
        if column in {CODE, NAME, DEPARTMENT}:
            return Cell(str(getattr(self._people.get(code), column, "")), State.READ_ONLY)
        mark = self._marks.get((code, column))
        beside, sign = self.beside(code, column), "file-import" if self._imported.get((code, column)) else "notes"
        if mark is not None and mark.state is not EventState.COUNTED:
            told = {"mark": "pencil", "mark_role": "warn"}
        else:
            told = {"mark": sign, "mark_role": "mut"} if beside else {}
        if mark is None:
            return Cell("", State.SAVED if self._month.open else State.CLOSED, beside or self._closed(), **told)
        role = "bad" if mark.points < 0 else ""
        why = "，".join(each for each in (mark_words(mark), beside) if each)
        if not self._month.open:
            drafted = mark.state is not EventState.COUNTED
            return Cell(signed(mark.points), State.CLOSED, why if drafted else self._closed(), role, **told)
        state = State.SAVED if mark.state is EventState.COUNTED else State.DRAFT
        return Cell(signed(mark.points), state, why, role, **told)

    def _closed(self) -> str:
        return "" if self._month.open else self._month.closed_word

    def beside(self, code: str, column: str) -> str:
        """What else the month holds for the person under that ledger: 系统中已有 2 条（导入）."""
        imported = self._imported.get((code, column), 0)
        other = self._other(code, column)
        if imported:
            return tr_n(
                "系统中已有 {count} 条（导入），本月另计 {points}",
                "系统中已有 {count} 条（导入），本月另计 {points}",
                imported,
                points=signed(other),
            )
        return tr("本月另有登记，计 {points}", points=signed(other)) if other else ""

    def completions(self, _column: str, _typed: str) -> Sequence[Completion]:
        """Points are not guessed."""
        return ()

    def commit(self, row: RowKey, column: str, text: str) -> Outcome:
        """Keep one mark."""
        code = str(row)
        seen, line = self._begun.pop((code, column), self._seen(code, column))
        told = self._door.mark(MarkTyped(code, column, text, seen, line))
        if not isinstance(told, Entered):
            if isinstance(told, ChangedByAnother):
                self.on_conflict(row)
            return told
        self._put(code, column, text, told)
        return Kept(self._door.now())

    def commit_block(self, changes: Sequence[Change]) -> Sequence[Outcome]:
        """Keep many marks as one act."""
        told = self._door.block([self._typed(str(each.row), each.column, each.text) for each in changes])
        now = self._door.now()
        for at, number in told.numbers.items():
            each = changes[at]
            self._put_number(str(each.row), each.column, each.text, number, told.entry)
        return [told.outcome(at, each.column, now) for at, each in enumerate(changes)]

    on_conflict: Callable[[RowKey], None] = staticmethod(lambda _row: None)
    """Called when another changed a cell: the page reads the month at once."""

    def _typed(self, code: str, column: str, text: str) -> MarkTyped:
        return MarkTyped(code, column, text, *self._seen(code, column))

    def _seen(self, code: str, column: str) -> tuple[int | None, int]:
        """The version in view, and its batch line."""
        mark = self._marks.get((code, column))
        return mark.seen if mark is not None else None, self._lines[column].line

    def begin(self, row: RowKey, column: str) -> None:
        """Somebody types there: what stands there now is what was seen, whatever is read meanwhile."""
        if column in self._lines:
            self._begun[str(row), column] = self._seen(str(row), column)

    def let_go(self, row: RowKey, column: str) -> None:
        """Nothing was typed after all."""
        self._begun.pop((str(row), column), None)

    def _put(self, code: str, column: str, text: str, told: Entered) -> None:
        self._put_number(code, column, text, told.number, told.change.entry)
        mark = self._marks.get((code, column))
        if mark is not None and told.state is not None:
            self._marks[code, column] = replace(mark, state=told.state)

    def _put_number(self, code: str, column: str, text: str, number: int | None, entry: int | None) -> None:
        before = self._marks.pop((code, column), None)
        if number is not None and not is_empty(text):
            self._marks[code, column] = self._as_typed(code, column, text, number, entry, before)
        if (code, column) in self._begun:  # one's own change is no other's
            self._begun[code, column] = self._seen(code, column)

    def _as_typed(  # noqa: PLR0913, PLR0917 - one mark
        self, code: str, column: str, text: str, number: int, entry: int | None, before: Mark | None
    ) -> Mark:
        line = self._lines[column]
        lacking = tuple(
            field for field in (EventField.REASON, EventField.VOUCHER, EventField.APPROVER) if not getattr(line, field)
        )
        seen = entry if entry is not None else before.seen if before is not None else 0
        state = EventState.DRAFT if lacking else EventState.COUNTED
        return Mark(code, column, line.line, number, seen, reading.points(text), state, lacking)


def _counted(mark: Mark | None) -> Decimal:
    return mark.points if mark is not None and mark.state is EventState.COUNTED else Decimal(0)


def mark_words(mark: Mark) -> str:
    """Whether the mark counts, and what its batch line lacks where it does not."""
    if mark.state is EventState.COUNTED:
        return tr("其中 {points} 超出封顶不计", points=signed(mark.excess)) if mark.excess else ""
    if mark.state is EventState.WAITS:
        return tr("草稿：等待另一账号审批，未计入")
    fields = tr("、").join(field_word(each) for each in mark.lacking)
    return tr("草稿：这一批还缺{fields}，未计入", fields=fields)


def _columns(grid: MarkGrid) -> tuple[SheetColumn, ...]:
    ledgers = tuple(
        SheetColumn(
            each.indicator,
            named(each.name),
            76,
            Kind.NUMBER,
            stretch=True,
            hint=tr("{name}，满分 {maximum}", name=named(each.name), maximum=plain(each.maximum)),
        )
        for each in grid.columns
    )
    return (
        SheetColumn(CODE, tr("工号"), 56, Kind.TEXT, editable=False, frozen=True),
        SheetColumn(NAME, tr("姓名"), 80, Kind.NAME, editable=False, frozen=True),
        *ledgers,
        SheetColumn(DEPARTMENT, tr("部门"), 92, Kind.TEXT, editable=False, stretch=True),
    )
