"""The form of a duty report: whose, received when, its text, its file."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from committee_desk.services.report_views import HeldReport, ReportRow, ReportToKeep
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.surfaces import button
from committee_desk.wording.language import tr

HIGH, WIDE = 150, 620


class FileField(QWidget):
    """A path that is typed, or chosen from a dialog."""

    def __init__(self, name: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.path = QLineEdit()
        self.path.setAccessibleName(name)
        self.path.setPlaceholderText(tr("可以不选"))
        self.choose = button(tr("选择…"), self._ask)
        self.choose.setAutoDefault(False)
        line.addWidget(self.path, 1)
        line.addWidget(self.choose)
        self.setFocusProxy(self.path)

    def chosen(self) -> Path | None:
        """The file; None where none was named."""
        text = self.path.text().strip()
        return Path(text) if text else None

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("选择文件"), "", tr("附件 (*.pdf *.png *.jpg *.jpeg)"))
        if name:
            self.path.setText(name)


class ReportDialog(FormDialog):
    """One person's report; `held` is what was received already."""

    def __init__(self, parent: QWidget, row: ReportRow, held: HeldReport | None, today: date) -> None:
        super().__init__(parent, tr("述职：{name}", name=row.name), tr("保存"), width=WIDE)
        self.row, self.held = row, held
        self.explain(" · ".join(word for word in (row.code, row.department, row.post) if word))
        self.received = DayField(tr("收到日期"), last=False, wide=True)
        self.received.setText((held.received if held else today).isoformat())
        self.text = QPlainTextEdit(held.text if held else "")
        self.text.setMinimumHeight(HIGH)
        self.text.setTabChangesFocus(True)
        self.file = FileField(tr("文件"))
        self.add_row(tr("收到日期"), self.received, tr("收到纸面或文件的那一天，不是录入的日子"))
        self.add_row(tr("正文"), self.text, tr("可以粘贴；有文件的可以不填"))
        already = tr("已附：{names}", names=tr("、").join(row.files)) if row.files else ""
        self.add_row(tr("文件"), self.file, already or tr("扫描件或电子文件：PDF、PNG、JPEG，不超过 10 MB"))
        self.consequence.setText(tr("保存即更正，原来的留在历史中") if held else tr("正文和文件一起存入台账"))

    def report(self) -> ReportToKeep | None:
        """What was typed; None while the day is none."""
        day = self.received.day
        if day is None:
            return None
        return ReportToKeep(self.row.code, day, self.text.toPlainText(), self.file.chosen())
