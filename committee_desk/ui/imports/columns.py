"""Which column of a strange workbook is which: shown with what stands in it, corrected by hand, remembered."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QSizePolicy, QSpinBox, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.changes import Change
from committee_desk.services.imports.mapping import ColumnsLacking, ColumnTwice, OutlineColumn, Proposal
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.imports import kind_name
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

WIDTH, ROW_WIDTH = 620, 96

Propose = Callable[[int], Proposal]
"""How the workbook would be read if its headings stood in that row."""
Remember = Callable[[dict[str, str], int], Change]
"""Keeps what was said of the columns, each heading with the letter of its column, and in which row they stand."""


class ColumnsDialog(FormDialog):
    """A line for each heading that is read, with a choice among the workbook's columns."""

    def __init__(self, parent: QWidget | None, proposal: Proposal, propose: Propose, remember: Remember) -> None:
        super().__init__(
            parent, tr("对应列：{workbook}", workbook=proposal.outline.path.name), tr("记住并使用"), width=WIDTH
        )
        self._proposal, self._propose, self._remember = proposal, propose, remember
        self.change: Change | None = None
        self.choices: dict[str, QComboBox] = {}
        self.explain(
            tr(
                "按“{kind}”读取工作表“{sheet}”。带 * 的列必须选定；相同格式的工作簿以后都照此读取。",
                kind=kind_name(proposal.kind),
                sheet=proposal.outline.sheet,
            )
        )
        self.row = QSpinBox()
        self.row.setRange(1, proposal.outline.last)
        self.row.setValue(proposal.outline.row)
        self.row.setFixedWidth(ROW_WIDTH)
        self.row.valueChanged.connect(self._choose_row)
        self.add_row(tr("表头所在行"), self.row, tr("写着各列名称的一行"))
        needed = {heading for group in proposal.kind.needed for heading in group}
        for heading in proposal.kind.headings:
            name = dictionary_word(heading)
            self.choices[heading] = box = QComboBox()
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.add_row(f"{name} *" if heading in needed else name, box)
        self._show(proposal)

    def _show(self, proposal: Proposal) -> None:
        """Offer the columns of that row of headings."""
        self._proposal = proposal
        for heading, box in self.choices.items():
            box.clear()
            box.addItem(tr("（不读）"), None)
            for column in proposal.outline.columns:
                box.addItem(_shown(column), column.letter)
            chosen = proposal.columns.get(heading)
            box.setCurrentIndex(0 if chosen is None else box.findData(chosen))
        self.consequence.setText(
            tr("这种格式已经记住，可以更正。") if proposal.remembered else tr("对应关系记入日志，可以随时更正。")
        )

    def _choose_row(self, row: int) -> None:
        """Read the headings from another row; one that holds data is refused, and nothing can be kept of it."""
        self.clear_refusal()
        try:
            self._show(self._propose(row))
        except (DeskError, Trouble) as error:
            self.verb.setEnabled(False)
            self.refuse(sentence(error))
        else:
            self.verb.setEnabled(True)
        self.fit()

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
            self.change = self._remember(self.said, self.row.value())
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
