"""The sheet's model: the source's cells, and over them what was typed and is not in the desk."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from committee_desk.ui.common.sheet.going import Place
from committee_desk.ui.common.sheet.source import (
    Cell,
    Change,
    Completion,
    Fix,
    Kept,
    Kind,
    Outcome,
    RowKey,
    SheetColumn,
    SheetSource,
    State,
)
from committee_desk.ui.common.sheet.wording import said_of_cell

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
BESIDE = Qt.AlignmentFlag.AlignVCenter
ALIGNED = {kind: int(BESIDE | Qt.AlignmentFlag.AlignLeft) for kind in Kind} | {
    Kind.NUMBER: int(BESIDE | Qt.AlignmentFlag.AlignRight),
    Kind.MARK: int(BESIDE | Qt.AlignmentFlag.AlignHCenter),
}
"""Numbers right, marks in the middle, everything else left."""
STOOD_ON = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
TYPED_IN = STOOD_ON | Qt.ItemFlag.ItemIsEditable
SHUT = frozenset({State.READ_ONLY, State.CLOSED})
CellName = tuple[RowKey, str]


class Unsaved(NamedTuple):
    """What was typed into a cell and did not reach the desk."""

    text: str
    state: State
    sentence: str = ""
    fixes: tuple[Fix, ...] = ()
    waits: bool = False
    """Nothing is wrong with it: it is tried again once another cell of its row was accepted."""

    def elsewhere(self) -> "Unsaved":
        """The same in a sheet made anew: ways out that lead through the former one are gone."""
        return self._replace(fixes=tuple(fix for fix in self.fixes if fix.act is None and fix.ask is None))


class Nothing:
    """What a sheet shows before it has a source."""

    columns: Sequence[SheetColumn] = ()

    def keys(self) -> Sequence[RowKey]:
        """No rows."""
        return ()

    def cell(self, _row: RowKey, _column: str) -> Cell:
        """No cells."""
        return Cell(state=State.READ_ONLY)

    def commit(self, _row: RowKey, _column: str, _text: str) -> Outcome:
        """Nowhere to save."""
        return Kept()

    def commit_block(self, changes: Sequence[Change]) -> Sequence[Outcome]:
        """Nowhere to save."""
        return [Kept()] * len(changes)

    def completions(self, _column: str, _typed: str) -> Sequence[Completion]:
        """Nothing to offer."""
        return ()


class SheetModel(QAbstractTableModel):
    """Lines and columns over a source."""

    typed = Signal(object, str, str)
    """Row key, column id and text that an editor left."""

    def __init__(self) -> None:
        super().__init__()
        self.source: SheetSource = Nothing()
        self.columns: Sequence[SheetColumn] = ()
        self.keys: Sequence[RowKey] = ()
        self.unsaved: dict[CellName, Unsaved] = {}
        self._lines: dict[RowKey, int] = {}
        self._column_numbers: dict[str, int] = {}

    # -- rows ------------------------------------------------------------------------------------------------------

    def show(self, source: SheetSource, unsaved: dict[CellName, Unsaved]) -> None:
        """Another source, and what was typed there before and not accepted; the former's is gone."""
        self.beginResetModel()
        self.source, self.columns = source, source.columns
        self._column_numbers = {column.id: at for at, column in enumerate(self.columns)}
        self._take_keys(source.keys())
        self.unsaved = {name: typed for name, typed in unsaved.items() if name[1] in self._column_numbers}
        self.endResetModel()

    def _take_keys(self, keys: Sequence[RowKey]) -> None:
        self.keys = tuple(keys)
        self._lines = {key: at for at, key in enumerate(self.keys)}

    def follow(self) -> bool:
        """Take the source's rows as they are now; whether they are others than before, so that lines moved."""
        keys = tuple(self.source.keys())
        before = len(self.keys)
        if keys[:before] == self.keys:
            if len(keys) > before:
                self.beginInsertRows(NOWHERE, before, len(keys) - 1)
                self._take_keys(keys)
                self.endInsertRows()
            return False
        self.beginResetModel()
        self._take_keys(keys)
        self.endResetModel()
        return True

    def repaint(self) -> None:
        """Cells may say something else."""
        if self.keys and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.keys) - 1, len(self.columns) - 1))

    # -- cells -----------------------------------------------------------------------------------------------------

    def name(self, place: Place) -> CellName:
        """Row key and column id of a place."""
        return self.keys[place.line], self.columns[place.column].id

    def place(self, name: CellName) -> Place | None:
        """Where a cell stands now; None when its row is not shown."""
        line, column = self._lines.get(name[0]), self._column_numbers.get(name[1])
        return None if line is None or column is None else Place(line, column)

    def held(self, name: CellName) -> Cell:
        """The cell as the desk holds it."""
        return self.source.cell(*name)

    def cell(self, place: Place) -> Cell:
        """The cell as it is seen: what was typed and not saved stands over what the desk holds."""
        name = self.name(place)
        typed = self.unsaved.get(name)
        if typed is None:
            return self.held(name)
        if typed.state is State.SAVING:
            return Cell(typed.text, State.SAVING)
        mark = ("alert-circle", "bad") if typed.state is State.REFUSED else ("alert-triangle", "warn")
        return Cell(typed.text, typed.state, typed.sentence, mark=mark[0], mark_role=mark[1])

    def text(self, place: Place) -> str:
        """What is seen in the cell."""
        typed = self.unsaved.get(name := self.name(place))
        return self.held(name).text if typed is None else typed.text

    def on_its_way(self, name: CellName) -> bool:
        """Whether the cell was left and is not yet in the desk."""
        typed = self.unsaved.get(name)
        return typed is not None and typed.state is State.SAVING

    def may_type(self, place: Place) -> bool:
        """Whether the cell can be typed in."""
        return self.columns[place.column].editable and self.open_to_typing(place, self.cell(place))

    def open_to_typing(self, place: Place, cell: Cell) -> bool:
        """The same of a cell that was looked up already."""
        return self.columns[place.column].editable and cell.state not in SHUT

    def not_accepted(self) -> list[Place]:
        """The cells shown whose text was not accepted, line by line."""
        names = (name for name, typed in self.unsaved.items() if typed.state is not State.SAVING)
        return sorted(place for name in names if (place := self.place(name)) is not None)

    @property
    def typed_columns(self) -> list[int]:
        """The columns that can be typed in."""
        return [at for at, column in enumerate(self.columns) if column.editable]

    # -- Qt --------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Text, tooltip, alignment, and the words for screen readers."""
        if not index.isValid():
            return None
        place, column = Place(index.row(), index.column()), self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNED[column.kind]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.text(place)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cell(place).why or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said_of_cell(index.row() + 1, column.heading, self.cell(place))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what an editor left."""
        place = Place(index.row(), index.column())
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not self.may_type(place):
            return False
        self.typed.emit(*self.name(place), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be stood on; what may be typed can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return TYPED_IN if self.may_type(Place(index.row(), index.column())) else STOOD_ON

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Headings and line numbers."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        return {
            Qt.ItemDataRole.DisplayRole: column.heading,
            Qt.ItemDataRole.ToolTipRole: column.hint or None,
            Qt.ItemDataRole.TextAlignmentRole: ALIGNED[column.kind],
        }.get(Qt.ItemDataRole(role))
