"""The batch line of the column one stands in: what all its marks rest on, saved field by field as each is left."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from committee_desk.services.entry_views import EventField, Line
from committee_desk.ui.common.enter import is_enter
from committee_desk.ui.common.surfaces import button, label, tool
from committee_desk.ui.entry.event_cells import field_word
from committee_desk.wording.language import tr

Put = Callable[[Line], str]
"""Writes a line; the sentence of its refusal, empty when it was kept."""
FIELDS = (EventField.REASON, EventField.VOUCHER, EventField.APPROVER)
LONGEST = 200


class LineBar(QFrame):
    """Enter goes from field to field and then back into the grid; `left` asks for that. A refused text stays."""

    left = Signal()
    line_chosen = Signal(str, int)
    another_wanted = Signal(str)
    scans_wanted = Signal(str)

    def __init__(self, put: Put) -> None:
        super().__init__()
        self._put = put
        self._line: Line | None = None
        self._open = True
        self._approver_typed = True
        self.setProperty("r", "foot")
        self.setAccessibleName(tr("本列的批次"))
        self.name = label("", "name")
        self.batches = QComboBox()
        self.batches.setAccessibleName(tr("批次"))
        self.batches.setToolTip(tr("选看本列较早的批次"))
        self.batches.activated.connect(self._pick)
        self.fields = {field: self._field(field) for field in FIELDS}
        self.another = button(tr("另起一批"), self._another)
        self.another.setToolTip(tr("从下一批开始，分值记在新的事由和凭证号之下"))
        self.scans = tool(tr("凭证扫描件"), "file-certificate", self._scans)
        self.refusal = label("", "bad", wrap=True)
        self._arrange()

    def _field(self, field: EventField) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(LONGEST)
        made.setPlaceholderText(field_word(field))
        made.setAccessibleName(field_word(field))
        made.setToolTip(tr("{field}：本列这一批的全部分值都以此为准", field=field_word(field)))
        made.setMinimumWidth(60)
        made.editingFinished.connect(lambda: self._save(field))
        made.installEventFilter(self)
        return made

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 5, 20, 5)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.name)
        line.addWidget(self.batches)
        for field, wide in zip(FIELDS, (5, 4, 3), strict=True):
            line.addWidget(self.fields[field], wide)
        line.addWidget(self.scans)
        line.addWidget(self.another)
        column.addLayout(line)
        column.addWidget(self.refusal)
        self.refusal.hide()

    def show_line(self, name: str, line: Line | None, lines: tuple[Line, ...], *, open_: bool, approver: bool) -> None:
        """Show a column's line; a text that was refused stays as long as the line does."""
        same = self._line is not None and line is not None and _place(line) == _place(self._line)
        self._line, self._open, self._approver_typed = line, open_, approver
        self.name.setText(name)
        self.batches.clear()
        for each in lines:
            self.batches.addItem(tr("第 {number} 批", number=each.line), each.line)
        self.batches.setCurrentIndex(self.batches.findData(line.line) if line is not None else -1)
        for field, edit in self.fields.items():
            edit.setReadOnly(not open_ or (field is EventField.APPROVER and not approver))
            if not (same and (edit.property("k") == "refused" or edit.hasFocus())):
                self._mark(edit, refused=False)
                edit.setText(getattr(line, field.value, None) or "")
        if not same:
            self.refusal.hide()
        for part in (self.another, self.scans, self.batches, *self.fields.values()):
            part.setEnabled(line is not None)
        self.another.setEnabled(line is not None and open_)

    def take_focus(self) -> None:
        """Into the first field that is empty, else the first."""
        empty = next((edit for edit in self.fields.values() if not edit.text() and not edit.isReadOnly()), None)
        (empty or self.fields[EventField.REASON]).setFocus(Qt.FocusReason.TabFocusReason)

    def settle(self) -> None:
        """Save the field that is being typed."""
        for field, edit in self.fields.items():
            if edit.isModified() and edit.property("k") != "refused":
                self._save(field)

    # -- saving ----------------------------------------------------------------------------------------------------

    def _save(self, field: EventField) -> None:
        line, edit = self._line, self.fields[field]
        text = edit.text().strip()
        edit.setModified(False)
        if line is None or not self._open or text == (getattr(line, field.value) or ""):
            if edit.property("k") == "refused":
                self._mark(edit, refused=False)
                self.refusal.hide()
            return
        said = self._put(replace(line, **{field.value: text or None}))  # type: ignore[arg-type] # three texts
        self._mark(edit, refused=bool(said))
        self.refusal.setText(said)
        self.refusal.setVisible(bool(said))

    @staticmethod
    def _mark(edit: QLineEdit, *, refused: bool) -> None:
        edit.setProperty("k", "refused" if refused else "")
        edit.style().unpolish(edit)
        edit.style().polish(edit)

    def _pick(self, at: int) -> None:
        if self._line is not None:
            self.line_chosen.emit(self._line.indicator, self.batches.itemData(at))

    def _another(self) -> None:
        if self._line is not None:
            self.another_wanted.emit(self._line.indicator)

    def _scans(self) -> None:
        self.scans_wanted.emit(self.fields[EventField.VOUCHER].text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, after the last field into the grid; Esc takes back what was typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            if is_enter(event):
                self._go_on(watched)
                return True
            if event.key() == Qt.Key.Key_Escape:
                field = next(each for each, edit in self.fields.items() if edit is watched)
                watched.setText(getattr(self._line, field.value, None) or "")
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _go_on(self, edit: QLineEdit) -> None:
        edits = [each for each in self.fields.values() if not each.isReadOnly()]
        at = edits.index(edit) + 1 if edit in edits else len(edits)
        if at < len(edits):
            edits[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()


def _place(line: Line) -> tuple[str, int]:
    return line.indicator, line.line
