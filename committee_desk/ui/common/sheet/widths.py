"""How wide the columns of a sheet are: as the user left them, the spare room to the column that stretches."""

from PySide6.QtCore import QSettings

from committee_desk.ui.common.sheet.heads import SheetHead
from committee_desk.ui.common.sheet.source import SheetColumn
from committee_desk.ui.common.sheet.view import SheetView
from committee_desk.wording.language import language


class Widths:
    """Remembered for each sheet, column and language, since words of languages are not as long."""

    def __init__(self, view: SheetView, memory: QSettings, sheet_id: str) -> None:
        self._view, self._memory, self._id = view, memory, sheet_id
        self._dressing = False
        view.horizontalHeader().sectionResized.connect(self._keep)

    def dress(self) -> None:
        """Give all columns their widths."""
        if self._dressing:  # a bar that comes or goes with the widths
            return
        self._dressing = True
        columns = self._view.rows.columns
        for at, column in enumerate(columns):
            self._view.setColumnWidth(at, self._wanted(column))
        stretching = [at for at, column in enumerate(columns) if column.stretch]
        spare = self._view.viewport().width() - sum(self._view.columnWidth(at) for at in range(len(columns)))
        if stretching and spare > 0:
            each, rest = divmod(spare, len(stretching))
            for at in stretching:
                more = each + (rest if at == stretching[-1] else 0)
                self._view.setColumnWidth(at, self._view.columnWidth(at) + more)
        self._dressing = False

    def _wanted(self, column: SheetColumn) -> int:
        own = max(column.width, SheetHead.room_for(column.heading))
        return int(str(self._memory.value(self._place(column), own)))

    def _place(self, column: SheetColumn) -> str:
        return f"sheets/{self._id}/width-{language()}/{column.id}"

    def _keep(self, section: int, _old: int, new: int) -> None:
        if not self._dressing and new > 0:
            self._memory.setValue(self._place(self._view.rows.columns[section]), new)
