"""The wizard's first step: which workbooks, and what each of them holds."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from committee_desk.services.imports import Kind
from committee_desk.services.imports.folder import ENDINGS
from committee_desk.services.imports.kinds import IN_ORDER
from committee_desk.ui.common.icons import icon, pixmap
from committee_desk.ui.common.surfaces import button, label, scrolled, tool
from committee_desk.wording.imports import kind_name
from committee_desk.wording.language import tr

KIND_WIDTH = 150


class ChosenRow:
    """One workbook in the list: its file, what it holds, and a way to take it out again."""

    def __init__(
        self,
        path: Path,
        kind: Kind | None,
        changed: Callable[[], object],
        remove: Callable[[], object],
        columns: Callable[[Kind, Path], object],
    ) -> None:
        self.path = path
        self.shape = QLabel()
        self.shape.setPixmap(pixmap("file-spreadsheet", "sub", 18))
        self.name = label(path.name, "name")
        self.name.setToolTip(str(path))
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("{file} 的内容", file=path.name))
        self.kind.setFixedWidth(KIND_WIDTH)
        self.kind.addItem(tr("请选择内容"), None)
        for each in IN_ORDER:
            self.kind.addItem(kind_name(each), each.value)
        self.kind.setCurrentIndex(0 if kind is None else 1 + IN_ORDER.index(kind))
        self.columns = tool(tr("对应 {file} 的列", file=path.name), "table", lambda: self._columns(columns))
        self.columns.setEnabled(kind is not None)
        self.kind.currentIndexChanged.connect(lambda _at: self.columns.setEnabled(self.chosen is not None))
        self.kind.currentIndexChanged.connect(lambda _at: changed())
        self.remove = tool(tr("去掉 {file}", file=path.name), "x", remove)

    @property
    def chosen(self) -> Kind | None:
        """What the workbook holds, as far as it is known."""
        value = self.kind.currentData()
        return None if value is None else Kind(value)

    def widgets(self) -> tuple[QWidget, ...]:
        """Everything of the row, from left to right."""
        return (self.shape, self.name, self.kind, self.columns, self.remove)

    def _columns(self, show: Callable[[Kind, Path], object]) -> None:
        if self.chosen is not None:
            show(self.chosen, self.path)


class ChoosingStep(QFrame):
    """The list of workbooks with the buttons that fill it. `changed` is called whenever the list changes."""

    def __init__(
        self,
        changed: Callable[[], object],
        kind_of: Callable[[Path], Kind | None],
        template: Callable[[Kind], object],
        expected: Kind | None,
        columns: Callable[[Kind, Path], object],
    ) -> None:
        super().__init__()
        self._columns = columns
        self._changed, self._kind_of, self._expected = changed, kind_of, expected
        self.rows: list[ChosenRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._buttons(template))
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hint = label(
            tr(
                "选择一个或几个工作簿，或一个文件夹；也可以把它们拖到这里。表头上方的标题行、多余的列和合计行都不妨碍。"
            ),
            "sub",
            wrap=True,
        )
        column.addWidget(self.hint)
        column.addWidget(scrolled(self._list, tr("要导入的工作簿")), 1)

    def _buttons(self, template: Callable[[Kind], object]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.pick_files = button(tr("选择工作簿…"), self._ask_files, icon_name="file-spreadsheet")
        self.pick_folder = button(tr("选择文件夹…"), self._ask_folder, icon_name="folder")
        self.templates = button(tr("空白模板"), lambda: None, icon_name="download")
        menu = QMenu(self.templates)
        menu.setAccessibleName(tr("空白模板"))
        for kind in IN_ORDER:
            action = menu.addAction(icon("table"), kind_name(kind))
            action.triggered.connect(lambda _=False, kind=kind: template(kind))
        self.templates.setMenu(menu)
        line.addWidget(self.pick_files)
        line.addWidget(self.pick_folder)
        line.addStretch(1)
        line.addWidget(self.templates)
        return line

    def _ask_files(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(self, tr("选择工作簿"), "", tr("工作簿 ({kinds})", kinds=kinds))
        self.add([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("选择文件夹"))
        if name:
            self.add([Path(name)])

    def add(self, paths: list[Path]) -> None:
        """Take workbooks into the list, and those of a folder that bear a kind's name."""
        known = {row.path for row in self.rows}
        for path in paths:
            for file in _workbooks(path):
                if file not in known:
                    known.add(file)
                    self._add_row(file)
        self._lay_out()

    def _add_row(self, path: Path) -> None:
        kind = self._kind_of(path) or (self._expected if not self.rows else None)
        row = ChosenRow(path, kind, self._changed, lambda: self._remove(row), self._columns)
        self.rows.append(row)

    def _remove(self, row: ChosenRow) -> None:
        self.rows.remove(row)
        for widget in row.widgets():
            widget.deleteLater()
        self._lay_out()
        (self.rows[0].kind if self.rows else self.pick_files).setFocus()

    def _lay_out(self) -> None:
        for at, row in enumerate(self.rows):
            for column, widget in enumerate(row.widgets()):
                self._grid.addWidget(widget, at, column)
        self._changed()

    @property
    def ready(self) -> bool:
        """Whether there are workbooks and the content of each is known."""
        return bool(self.rows) and all(row.chosen is not None for row in self.rows)

    @property
    def chosen(self) -> tuple[tuple[Kind, Path], ...]:
        """The workbooks with what each holds."""
        return tuple((row.chosen, row.path) for row in self.rows if row.chosen is not None)


def _workbooks(path: Path) -> list[Path]:
    """The file itself, or the workbooks of a folder."""
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith((".", "~$")))
    return [file for file in files if file.suffix.lower() in ENDINGS]
