"""What somebody brings along: its list in words, and the scans that are attached once the paper has its number."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr


class EvidenceField(QWidget):
    """`words` is the list as the form has it; `scans` are the files chosen."""

    def __init__(self, words: str = "", *, why_no_scans: str = "") -> None:
        super().__init__()
        self.scans: list[Path] = []
        self.words = QLineEdit(words)
        self.words.setAccessibleName(tr("证据"))
        self.words.setPlaceholderText(tr("没有的可以不填"))
        self.add = button(tr("添加扫描件…"), self._ask, icon_name="file-plus")
        self.add.setAutoDefault(False)
        allow(self.add, why_no_scans)
        self.chosen = label("", "cap", wrap=True)
        self.chosen.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.add)
        column.addLayout(line)
        column.addWidget(self.chosen)
        self.setFocusProxy(self.words)

    def take(self, paths: list[Path]) -> None:
        """These files too."""
        self.scans += [each for each in paths if each not in self.scans]
        self.chosen.setText(tr("登记后附上：{names}", names=tr("、").join(each.name for each in self.scans)))
        self.chosen.setVisible(bool(self.scans))

    def _ask(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("选择证据扫描件"), "", tr("附件 (*.pdf *.png *.jpg *.jpeg)"))
        self.take([Path(each) for each in names])
