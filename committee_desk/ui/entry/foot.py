"""The line under the grid: what counts so far, what is still a draft, and the keys of the sheet."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from committee_desk.services.entry_views import EventSheet
from committee_desk.ui.common.surfaces import label
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import signed


class EntryFoot(QFrame):
    """Sums at the left, keys at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.sums = label("", "sub")
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 6, 20, 6)
        line.addWidget(self.sums)
        line.addStretch(1)
        line.addWidget(label(tr("Enter 下一格   Ctrl+V 粘贴整块   Ctrl+Z 撤销"), "cap"))

    def show_sheet(self, sheet: EventSheet) -> None:
        """The month's sums."""
        added = sum((each.added for each in sheet.subtotals), 0)
        taken = sum((each.taken for each in sheet.subtotals), 0)
        said = tr_n(
            "已计入 {count} 条    加 {added}    减 {taken}",
            "已计入 {count} 条    加 {added}    减 {taken}",
            sheet.counted,
            added=signed(added),
            taken=signed(taken),
        )
        drafts = len(sheet.drafts)
        owed = tr_n("{said}    草稿 {count} 条", "{said}    草稿 {count} 条", drafts, said=said)
        self.sums.setText(owed if drafts else said)
