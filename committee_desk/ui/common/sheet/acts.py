"""What is done to a block of cells: copied, cut, pasted, filled down, emptied."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from committee_desk.ui.common.sheet.blocks import MOST_CHARACTERS, read_block, tiled, write_block
from committee_desk.ui.common.sheet.going import Block, Place
from committee_desk.ui.common.sheet.model import SheetModel
from committee_desk.ui.common.sheet.saving import Saving
from committee_desk.ui.common.sheet.source import Change, GrowingSource, Kind
from committee_desk.ui.common.sheet.view import SheetView
from committee_desk.ui.common.sheet.wording import (
    cannot_type,
    does_not_fit,
    nothing_to_paste,
    too_much_to_paste,
    would_overwrite,
)
from committee_desk.wording.numbers import MINUS

OWN_CELLS = "application/x-committee-desk-cells"
"""Cells as they are, beside the text for spreadsheets, whose formulas are made harmless."""


class Acts:
    """Acts on the selected block. `tell` shows one sentence where one works."""

    def __init__(self, view: SheetView, model: SheetModel, saving: Saving, tell: Callable[[str], None]) -> None:
        self._view, self._model, self._saving, self._tell = view, model, saving, tell

    # -- out -------------------------------------------------------------------------------------------------------

    def copy(self, *, headings: bool = False) -> None:
        """Put the block on the clipboard; what is not selected within it is left empty."""
        block = self._view.block()
        if block is None:
            return
        columns = self._model.columns[block.left : block.right + 1]
        whole = self._view.whole
        cells = [
            [self._copied(Place(line, column), whole=whole) for column in range(block.left, block.right + 1)]
            for line in range(block.top, block.bottom + 1)
        ]
        text = write_block(cells, [column.kind for column in columns])
        if headings:
            text = write_block([[each.heading for each in columns]], [Kind.TEXT] * len(columns)) + text
        held = QMimeData()
        held.setText(text)
        if not headings:
            held.setData(OWN_CELLS, QByteArray(json.dumps(cells).encode()))
        QGuiApplication.clipboard().setMimeData(held)

    def _copied(self, place: Place, *, whole: bool) -> str:
        return self._model.text(place) if whole or self._view.chosen(place) else ""

    def cut(self) -> None:
        """Copy, then empty."""
        self.copy()
        self.empty()

    # -- in --------------------------------------------------------------------------------------------------------

    def empty(self) -> None:
        """Empty the selected cells that can be typed in."""
        block = self._view.block()
        if block is None:
            return
        whole = self._view.whole
        places = [place for place in _places(block) if whole or self._view.chosen(place)]
        open_ones = [place for place in places if self._model.may_type(place)]
        if places and not open_ones:
            self._tell(self._why_not(places[0]))
        self._saving.put([Change(*self._model.name(place), "") for place in open_ones])

    def paste(self) -> None:
        """Put the clipboard's cells at the selection's corner; all of them or none."""
        block = self._view.block()
        cells = self._clipboard()
        if block is None or not cells:
            return
        spread = tiled(cells, block.lines, block.columns) if not block.single else None
        self._put(Place(block.top, block.left), spread or cells)

    def _clipboard(self) -> list[list[str]]:
        held = QGuiApplication.clipboard().mimeData()
        if held is not None and held.hasFormat(OWN_CELLS):
            own = _own(bytes(held.data(OWN_CELLS).data()))
            if own:
                return own
        text = held.text() if held is not None and held.hasText() else ""
        if len(text) > MOST_CHARACTERS:
            self._tell(too_much_to_paste())
            return []
        cells = read_block(text)
        if not cells:
            self._tell(nothing_to_paste())
        return cells

    def _put(self, corner: Place, cells: Sequence[Sequence[str]]) -> None:
        self._make_room(corner.line + len(cells) - len(self._model.keys))
        end = self._view.end
        target = Block(*corner, corner.line + len(cells) - 1, corner.column + len(cells[0]) - 1)
        if target.bottom > end.line or target.right > end.column:
            self._tell(
                does_not_fit(
                    target.lines,
                    target.columns,
                    corner.line + 1,
                    self._model.columns[corner.column].heading,
                    Block(*corner, *end),
                )
            )
            return
        texts = {place: cells[place.line - target.top][place.column - target.left] for place in _places(target)}
        if self._write(texts):
            self._view.select(target)

    def _make_room(self, missing: int) -> None:
        if missing > 0 and isinstance(self._model.source, GrowingSource):
            self._model.source.add_rows(missing)
            self._model.follow()

    def _write(self, texts: dict[Place, str]) -> bool:
        """Put texts into cells as one act, unless one of them would change a cell that cannot be typed in."""
        changes = []
        for place, text in texts.items():
            if self._model.may_type(place):
                changes.append(Change(*self._model.name(place), text))
            elif _differs(text, self._model.text(place)):
                self._tell(would_overwrite(self._why_not(place)))
                return False
        self._saving.put(changes)
        return True

    def fill_down(self) -> None:
        """The block's first line into the others; a single cell takes what stands above it."""
        block = self._view.block()
        if block is None:
            return
        if block.lines == 1 and block.top:
            block = block._replace(top=block.top - 1)
        first = {column: self._model.text(Place(block.top, column)) for column in range(block.left, block.right + 1)}
        below = block._replace(top=block.top + 1)
        self._write({place: first[place.column] for place in _places(below) if self._model.may_type(place)})

    def fill_selection(self) -> None:
        """The active cell's text into every selected cell."""
        here, block = self._view.here, self._view.block()
        if here is not None and block is not None and not block.single:
            text = self._model.text(here)
            self._write({place: text for place in _places(block) if self._model.may_type(place)})

    def _why_not(self, place: Place) -> str:
        cell, heading = self._model.cell(place), self._model.columns[place.column].heading
        return cannot_type(place.line + 1, heading, cell)

    def say_why_not(self) -> None:
        """Why nothing can be typed in the active cell."""
        if self._view.here is not None:
            self._tell(self._why_not(self._view.here))


def _places(block: Block) -> list[Place]:
    return [
        Place(line, column)
        for line in range(block.top, block.bottom + 1)
        for column in range(block.left, block.right + 1)
    ]


def _differs(pasted: str, shown: str) -> bool:
    """Codes and names that lie in a copied block over the same ones change nothing."""
    return pasted.strip().replace(MINUS, "-") != shown.strip().replace(MINUS, "-")


def _own(data: bytes) -> list[list[str]]:
    """Cells that this program put there; nothing when somebody else used the name for something else."""
    try:
        cells = json.loads(data)
    except ValueError:
        return []
    if not isinstance(cells, list) or not cells or not all(isinstance(row, list) and row for row in cells):
        return []
    if not all(isinstance(cell, str) for row in cells for cell in row) or len({len(row) for row in cells}) > 1:
        return []
    return cells
