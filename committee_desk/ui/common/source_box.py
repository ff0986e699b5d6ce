"""Where a fact came from: file, sheet, cell and import batch, with a picture of the cells."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from committee_desk.domain.sources import Source
from committee_desk.services.desk import Desk
from committee_desk.services.views import ImportRecord
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.source_cells import CellsView
from committee_desk.ui.common.surfaces import button, label
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.services.imports.outcomes import Excerpt
    from committee_desk.ui.common.page import Page

CELLS_HEIGHT = 92
Imports = Mapping[int, tuple[int, ImportRecord]]
"""The imports by their journal entry, each with its number counted from the first."""


class Origin(NamedTuple):
    """What the box shows: a source, the headings whose cells are meant, and the case to open, where there is one."""

    source: Source
    headings: tuple[str, ...] = ()
    case: str | None = None


def numbered_imports(desk: Desk) -> Imports:
    """The imports as people count them."""
    records = sorted(desk.import_history.history(), key=lambda record: record.entry)
    return {record.entry: (number, record) for number, record in enumerate(records, start=1)}


class SourceBox(QFrame):
    """Shown while something with a source is selected."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._excerpt: Excerpt | None = None
        self._origin: Origin | None = None
        self.setProperty("r", "surface")
        self.setAccessibleName(tr("来源"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(hairline())
        column = QVBoxLayout()
        column.setContentsMargins(16, 8, 14, 10)
        column.setSpacing(6)
        outer.addLayout(column)
        self.batch = label("", "cap")
        self.place = label("", "sub", wrap=True, select=True)
        self.cells = CellsView(whole=False)
        self.cells.setMaximumHeight(CELLS_HEIGHT)
        self.cells.setMinimumHeight(0)
        self.open_case = button(tr("打开案件"), self._open_case)
        self.open_sheet = button(tr("查看原表"), self._open_sheet)
        column.addLayout(self._head())
        column.addWidget(self.place)
        column.addWidget(self.cells)
        column.addLayout(self._buttons())
        self.hide()

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        shape = QLabel()
        shape.setPixmap(pixmap("file-spreadsheet", "sub", 16))
        line.addWidget(shape)
        line.addWidget(label(tr("来源"), "h3"))
        line.addStretch(1)
        line.addWidget(self.batch)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.open_case)
        line.addWidget(self.open_sheet)
        line.addStretch(1)
        return line

    def show_origin(self, origin: Origin | None, imports: Imports) -> None:
        """Name the place at once; the cells follow when they are read. None hides the box."""
        self._origin, self._excerpt = origin, None
        self.setVisible(origin is not None)
        if origin is None:
            return
        source = origin.source
        self.batch.setText(batch_words(source, imports))
        self.place.setText(place_words(source, origin.headings))
        self.cells.hide()
        self.open_sheet.setEnabled(False)
        self.open_sheet.setVisible(source.row is not None)
        self.open_case.setVisible(origin.case is not None)
        if source.row is not None:
            desk = self._page.desk
            self._page.read(lambda: desk.imports.source_excerpt(source), self._show_excerpt, kind="excerpt")

    def show_workbooks(self, records: Sequence[ImportRecord]) -> None:
        """Name workbooks of which no row or cell is kept (ballots)."""
        self._origin, self._excerpt = None, None
        self.setVisible(bool(records))
        self.batch.setText("")
        self.place.setText("\n".join(digest_words(record.workbook, record.sha256) for record in records))
        for widget in (self.cells, self.open_sheet, self.open_case):
            widget.hide()

    def _show_excerpt(self, excerpt: "Excerpt | None") -> None:
        self._excerpt = excerpt
        self.cells.setVisible(excerpt is not None)
        self.open_sheet.setEnabled(excerpt is not None)
        if excerpt is not None:
            self.cells.show_excerpt(excerpt, self._outlined())

    def _outlined(self) -> frozenset[str]:
        return frozenset(self._origin.headings if self._origin is not None else ())

    def _open_case(self) -> None:
        if self._origin is not None:
            self._page.go.emit("cases", self._origin.case)

    def _open_sheet(self) -> None:
        if self._excerpt is not None:
            SheetDialog(self, self._excerpt, self._outlined()).exec()


class SheetDialog(QDialog):
    """The stored rows round the source, with all their columns."""

    def __init__(self, parent: SourceBox, excerpt: "Excerpt", outlined: frozenset[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{excerpt.workbook} › {excerpt.sheet}")
        fit_dialog(self, QSize(900, 360))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        said = tr("导入时保存的内容，第 {row} 行；原文件不再打开。", row=excerpt.row)
        column.addWidget(label(said, "sub"))
        self.cells = CellsView(whole=True)
        column.addWidget(self.cells, 1)
        close = button(tr("关闭"), self.accept, primary=True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.cells.show_excerpt(excerpt, outlined)


def place_words(source: Source, headings: Iterable[str]) -> str:
    """File › sheet › cells; ballots know only their file."""
    if source.row is None:
        return digest_words(source.workbook, source.sha256)
    where = source.cells(headings) or tr("第 {row} 行", row=source.row)
    return f"{source.workbook} › {source.sheet} › {where}"


def digest_words(workbook: str, sha256: str) -> str:
    """A workbook of which nothing but its digest is kept."""
    return tr("{file}（只记工作簿，摘要 {digest}…）", file=workbook, digest=sha256[:16])


def batch_words(source: Source, imports: Imports) -> str:
    """Which import brought it, and when."""
    if source.entry not in imports:
        return ""
    number, record = imports[source.entry]
    return tr("第 {number} 批导入，{day}", number=number, day=f"{record.at:%Y-%m-%d}")
