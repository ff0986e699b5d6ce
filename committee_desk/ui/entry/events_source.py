"""The month's events as a sheet: a line an event, empty lines below to go on typing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from committee_desk.domain.names import spelt
from committee_desk.services.entry_views import Entered, EventField, EventRow, EventSheet, EventState, RowTyped
from committee_desk.ui.common.sheet.source import (
    Cell,
    Change,
    ChangedByAnother,
    Completion,
    Kept,
    Outcome,
    RowKey,
    SheetColumn,
)
from committee_desk.ui.entry.desk_door import DeskDoor
from committee_desk.ui.entry.event_cells import (
    EMPTY_ROW,
    Known,
    as_typed,
    event_cell,
    event_columns,
    text_of,
)
from committee_desk.ui.entry.lines import Lines
from committee_desk.ui.entry.offering import Offering

EMPTY_LINES = 20

Keep = Callable[[EventRow], bool]


class EventsSource:
    """Lines keep their place and key while the month is shown, whatever their day becomes; new ones stand below."""

    def __init__(  # noqa: PLR0913 - the month, whom it may name, and where its lines stood
        self, door: DeskDoor, sheet: EventSheet, known: Known, offering: Offering, lines: Lines, *, approver: bool
    ) -> None:
        self._door, self._known, self._offering, self._lines = door, known, offering, lines
        self.columns: Sequence[SheetColumn] = event_columns(approver_typed=approver)
        self._rows: dict[int, EventRow] = dict.fromkeys(lines.empty, EMPTY_ROW)
        self._begun: dict[tuple[RowKey, str], EventRow] = {}
        self._keep: Keep | None = None
        self._keys: tuple[int, ...] = ()
        self.show(sheet)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show(self, sheet: EventSheet) -> None:
        """The month as it was read now; lines that are gone go, new ones come below, the others stay."""
        there = {self._lines.key(row): row for row in sheet.rows}
        stay = {key: there.get(key, EMPTY_ROW) for key, row in self._rows.items() if key in there or row is EMPTY_ROW}
        empty = [key for key, row in stay.items() if row is EMPTY_ROW]
        self._rows = {key: row for key, row in {**stay, **there}.items() if row is not EMPTY_ROW}
        self._rows.update(dict.fromkeys(empty, EMPTY_ROW))  # below everything that has come
        self._fill_up(EMPTY_LINES)
        self._arrange()

    def keep(self, wanted: Keep | None) -> None:
        """Show only those lines, and the empty ones."""
        self._keep = wanted
        self._arrange()

    def add_rows(self, count: int) -> None:
        """So many more empty lines, for a block that is being pasted."""
        if self._known.month.open:
            self._fill_up(sum(row is EMPTY_ROW for row in self._rows.values()) + count)
            self._arrange()

    def _fill_up(self, lines: int) -> None:
        if self._known.month.open:
            for _ in range(lines - sum(row is EMPTY_ROW for row in self._rows.values())):
                self._rows[self._lines.new()] = EMPTY_ROW
        self._lines.empty = [key for key, row in self._rows.items() if row is EMPTY_ROW]

    def _arrange(self) -> None:
        keys = tuple(
            key for key, row in self._rows.items() if self._keep is None or row is EMPTY_ROW or self._keep(row)
        )
        if keys != self._keys:
            self._keys = keys

    # -- what the sheet asks ---------------------------------------------------------------------------------------

    def keys(self) -> Sequence[RowKey]:
        """The lines in their order."""
        return self._keys

    def cell(self, row: RowKey, column: str) -> Cell:
        """The cell as it was last read or typed."""
        return event_cell(self.row(row), column, self._known.month, self._known.ledgers)

    def row(self, key: RowKey) -> EventRow:
        """The event of a line; `EMPTY_ROW` where nothing was typed yet."""
        return self._rows.get(key, EMPTY_ROW) if isinstance(key, int) else EMPTY_ROW

    def first_empty(self) -> int | None:
        """The first line that nothing was typed into."""
        return next((key for key in self._keys if self._rows[key] is EMPTY_ROW), None)

    def key_of(self, number: int) -> int | None:
        """The line of the event of that 登记号."""
        key = self._lines.known(number)
        return key if key in self._rows else None

    def rows(self) -> tuple[EventRow, ...]:
        """The events in view."""
        return tuple(row for key in self._keys if (row := self._rows[key]) is not EMPTY_ROW)

    def completions(self, column: str, typed: str) -> Sequence[Completion]:
        """People by code, name or pinyin; ledgers; and reasons, documents and approvers that the month has already."""
        return self._offering.of(column, typed)

    def commit(self, row: RowKey, column: str, text: str) -> Outcome:
        """Keep one field of one event."""
        before = self.row(row)
        field = EventField(column)
        told = self._door.row(_typed(self._seen(row, column), {field: self._meant(field, text)}))
        if not isinstance(told, Entered):
            self._take_theirs(row, told)
            return told
        self._put(row, before, as_typed(before, field, text, told, self._known))
        return Kept(self._door.now())

    def begin(self, row: RowKey, column: str) -> None:
        """Somebody types there: what stands there now is what was seen, whatever is read meanwhile."""
        self._begun[row, column] = self.row(row)

    def let_go(self, row: RowKey, column: str) -> None:
        """Nothing was typed after all."""
        self._begun.pop((row, column), None)

    def _seen(self, row: RowKey, column: str) -> EventRow:
        """The version that was over the line when its typing began, unless only other fields are others since."""
        present = self.row(row)
        before = self._begun.pop((row, column), present)
        of_this = (EventField(column), EventField.CODE, EventField.INDICATOR)
        same = all(text_of(before, field) == text_of(present, field) for field in of_this)
        return present if same else before

    def commit_block(self, changes: Sequence[Change]) -> Sequence[Outcome]:
        """Keep many fields as one act, the fields of a line together."""
        lines: dict[RowKey, dict[EventField, str]] = {}
        for change in changes:
            field = EventField(change.column)
            lines.setdefault(change.row, {})[field] = self._meant(field, change.text)
        told = self._door.block([_typed(self.row(key), fields) for key, fields in lines.items()])
        now = self._door.now()
        for at, (key, fields) in enumerate(lines.items()):
            kept = {field: text for field, text in fields.items() if field not in told.refused.get(at, {})}
            if at in told.numbers and kept:
                self._put_all(key, kept, told.numbers[at], told.entry)
        at_of = {key: at for at, key in enumerate(lines)}
        return [told.outcome(at_of[change.row], change.column, now) for change in changes]

    def _meant(self, field: EventField, text: str) -> str:
        """A ledger by its id: the desk knows its name in the scheme's own language alone."""
        if field is not EventField.INDICATOR:
            return text
        return next((each for each, name in self._known.ledgers.items() if spelt(name) == spelt(text)), text)

    def _put_all(self, key: RowKey, fields: dict[EventField, str], number: int | None, entry: int | None) -> None:
        from committee_desk.services.changes import Change as Touched  # noqa: PLC0415 - two changes, one name

        before = now = self.row(key)
        for field, text in fields.items():
            now = as_typed(now, field, text, Entered(Touched.of(entry=entry), number, None), self._known)
        if not now.lacking:
            now = replace(now, state=EventState.COUNTED)
        self._put(key, before, now)

    def _put(self, key: RowKey, before: EventRow, now: EventRow) -> None:
        if not isinstance(key, int):
            return
        kept = now.number is not None
        self._lines.becomes(key, before, now if kept else None)
        self._rows[key] = now if kept else EMPTY_ROW
        self._begun.update({each: self._rows[key] for each in self._begun if each[0] == key})  # one's own change
        self._offering.heard(now)
        self._fill_up(EMPTY_LINES)
        self._arrange()

    def _take_theirs(self, row: RowKey, told: Outcome) -> None:
        """What another made of the cell is what the next commit has seen."""
        if isinstance(told, ChangedByAnother):
            self.on_conflict(row)

    on_conflict: Callable[[RowKey], None] = staticmethod(lambda _row: None)
    """Called when another changed a line: the page reads the month at once."""


def _typed(row: EventRow, fields: dict[EventField, str]) -> RowTyped:
    started = row is not EMPTY_ROW
    return RowTyped(fields, row.number if started else None, row.seen if started else None)
