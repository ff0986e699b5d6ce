"""Two versions of a scheme side by side: only what they say differently."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from committee_desk.domain.scheme_changes import compare
from committee_desk.domain.scheme_file import read
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.list_dialog import ListDialog
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.scheme_fields import change_in_words


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text that can be chosen, by its name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One difference in words."""

    at: int
    place: str
    before: str
    after: str


class ComparingDialog(ListDialog):
    """Choose two; the table follows."""

    def __init__(self, parent: QWidget, memory: QSettings, texts: Sequence[NamedText], before: int, after: int) -> None:
        super().__init__(parent, tr("比较两个版本"), QSize(860, 560))
        self._texts = texts
        line = QHBoxLayout()
        self.before, self.after = (self._choice(line, name) for name in (tr("先"), tr("后")))
        line.addStretch(1)
        self.column.addLayout(line)
        self.said = label("", "sub", wrap=True)
        self.column.addWidget(self.said)
        self.table: ListTable[DifferenceRow] = ListTable(_spec(), tr("不同之处"), memory)
        self.column.addWidget(self.table, 1)
        self.add_foot()
        self.before.setCurrentIndex(before)
        self.after.setCurrentIndex(after)
        for each in (self.before, self.after):
            each.currentIndexChanged.connect(lambda _at: self.show_differences())
        self.show_differences()

    def _choice(self, line: QHBoxLayout, name: str) -> QComboBox:
        said, choice = label(name, "sub"), QComboBox()
        choice.addItems([each.name for each in self._texts])
        choice.setAccessibleName(name)
        choice.setMinimumWidth(220)
        said.setBuddy(choice)
        line.addWidget(said)
        line.addWidget(choice)
        return choice

    def show_differences(self) -> None:
        """Compare the two that are chosen."""
        old, new = (read(self._texts[each.currentIndex()].text) for each in (self.before, self.after))
        rows = [DifferenceRow(i, *change_in_words(each, old, new)) for i, each in enumerate(compare(old, new))]
        self.table.set_rows(rows)
        self.said.setText(
            tr_n("{count} 处不同", "{count} 处不同", len(rows)) if rows else tr("两者相同（或只有次序不同）")
        )


def _spec() -> TableSpec[DifferenceRow]:
    columns = (
        Column[DifferenceRow](
            "place", tr("项目"), lambda row: row.place, 260, style=Style.NAME, tip=lambda row: row.place
        ),
        Column[DifferenceRow]("before", tr("先"), lambda row: row.before, 200, tip=lambda row: row.before),
        Column[DifferenceRow]("after", tr("后"), lambda row: row.after, 240, tip=lambda row: row.after, stretch=True),
    )
    return TableSpec("scheme-differences", columns, key=lambda row: row.at)
