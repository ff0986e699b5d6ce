"""The detail panel of a case: title, kind and department, then the facts with their sources."""

from PySide6.QtWidgets import QHBoxLayout

from committee_desk.domain.scheme import Scheme
from committee_desk.services.attachment_views import AttachmentRow
from committee_desk.services.views import CaseCard, CaseRow
from committee_desk.ui.cases.attachments import AttachmentsDoor
from committee_desk.ui.cases.card import attached_facts, case_facts
from committee_desk.ui.cases.columns import state
from committee_desk.ui.common.chips import ChipLabel
from committee_desk.ui.common.fact_panel import FactPanel
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.source_box import Imports
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr


class CasePanel(FactPanel):
    """One case at the right of the list."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("案件详情"), tr("案件、承办人和评查"))
        self.heading.setWordWrap(True)
        self.attachments = AttachmentsDoor(page)
        self.tools.addWidget(self.attachments.tool)
        self.chip = ChipLabel()
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 8)
        line.addWidget(self.chip)
        line.addStretch(1)
        self.above.addLayout(line)

    def show_row(self, row: CaseRow) -> None:
        """The head at once; the facts when they are read."""
        self.attachments.number = row.number
        self.heading.setText(row.title or row.number)
        about = " · ".join(word for word in (dictionary_word(row.kind), row.department) if word)
        self.about.setText(f"{row.number}\n{about}")
        self.chip.show_chip(state(row))

    def show_card(
        self, card: CaseCard, scheme: Scheme | None, imports: Imports, attached: tuple[AttachmentRow, ...] = ()
    ) -> None:
        """The facts."""
        self.show_facts([*case_facts(card, scheme), *attached_facts(attached)], imports)
