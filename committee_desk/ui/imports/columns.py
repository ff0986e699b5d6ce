"""Which column of a strange workbook is which: shown with what stands in it, corrected by hand, remembered."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from committee_desk.domain.errors import DeskError
from committee_desk.services.changes import Change
from committee_desk.services.imports.mapping import ColumnsLacking, ColumnTwice, OutlineColumn, Proposal
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.imports import kind_name
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

WIDTH = 620

Remember = Callable[[dict[str, str]], Change]
"""Keeps what was said of the columns: each heading with the letter of its column."""


class ColumnsDialog(FormDialog):
    """A line for each heading that is read, with a choice among the workbook's columns."""

    def __init__(self, parent: QWidget | None, proposal: Proposal, remember: Remember) -> None:
        super().__init__(
            parent, tr("对应列：{workbook}", workbook=proposal.outline.path.name), tr("记住并使用"), width=WIDTH
        )
        self._proposal, self._remember = proposal, remember
        self.change: Change | None = None
        self.choices: dict[str, QComboBox] = {}
        self.explain(
            tr(
                "按“{kind}”读取，表头在工作表“{sheet}”第 {row} 行。带 * 的列必须选定；相同格式的工作簿以后都照此读取。",
                kind=kind_name(proposal.kind),
                sheet=proposal.outline.sheet,
                row=proposal.outline.row,
            )
        )
        needed = {heading for group in proposal.kind.needed for heading in group}
        for heading in proposal.kind.headings:
            name = dictionary_word(heading)
            self.add_row(f"{name} *" if heading in needed else name, self._choice(heading))
        self.consequence.setText(
            tr("这种格式已经记住，可以更正。") if proposal.remembered else tr("对应关系记入日志，可以随时更正。")
        )

    def _choice(self, heading: str) -> QComboBox:
        box = QComboBox()
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.addItem(tr("（不读）"), None)
        for column in self._proposal.outline.columns:
            box.addItem(_shown(column), column.letter)
        chosen = self._proposal.columns.get(heading)
        box.setCurrentIndex(0 if chosen is None else box.findData(chosen))
        self.choices[heading] = box
        return box

    @property
    def said(self) -> dict[str, str]:
        """Each heading that is read, with the letter of its column."""
        chosen = ((heading, box.currentData()) for heading, box in self.choices.items())
        return {heading: letter for heading, letter in chosen if letter is not None}

    def ask(self) -> bool:
        """Show the dialog; whether the columns are remembered now."""
        return self.run(self._keep)

    def _keep(self) -> bool:
        try:
            self.change = self._remember(self.said)
        except DeskError as error:
            self.refuse(sentence(error), self._at_fault(error))
            return False
        return True

    def _at_fault(self, error: DeskError) -> QWidget | None:
        """The choice that the refusal is about."""
        headings: tuple[str, ...] = ()
        if isinstance(error, ColumnsLacking):
            headings = tuple(heading for group in error.lacking for heading in group.split(" / "))
        elif isinstance(error, ColumnTwice):
            headings = error.headings[-1:]
        return next((self.choices[heading] for heading in headings if heading in self.choices), None)


def _shown(column: OutlineColumn) -> str:
    """The column as the workbook shows it: B 人员编号 · J010、J011."""
    samples = tr("、").join(column.samples)
    return f"{column.letter}  {column.heading}" + (f" · {samples}" if samples else "")
