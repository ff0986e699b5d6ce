"""The detail panel of a case: title, kind and department, then the facts with their sources."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from committee_desk.domain.scheme import Scheme
from committee_desk.services.attachment_views import AttachmentRow
from committee_desk.services.evaluation_views import EvaluationCard
from committee_desk.services.views import CaseCard, CaseRow
from committee_desk.ui.cases.attachments import AttachmentsDoor
from committee_desk.ui.cases.card import attached_facts, case_facts
from committee_desk.ui.cases.columns import state
from committee_desk.ui.cases.evaluation_acts import EvaluationActs
from committee_desk.ui.cases.evaluation_facts import evaluation_facts
from committee_desk.ui.common.chips import ChipLabel
from committee_desk.ui.common.fact_list import FACT, Fact
from committee_desk.ui.common.fact_panel import FactPanel
from committee_desk.ui.common.history import Recorded
from committee_desk.ui.common.override_door import OverrideDoor
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.source_box import Imports
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr


class CasePanel(FactPanel):
    """One case at the right of the list."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("案件详情"), tr("案件、承办人和评查"))
        self.wrap_heading()
        self.evaluation = EvaluationActs(page)
        self.attachments = AttachmentsDoor(page)
        self.overriding = OverrideDoor(page, self._recorded)
        self.chip = ChipLabel()
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 8)
        line.addWidget(self.chip)
        line.addStretch(1)
        for each in (self.evaluation, self.overriding, self.attachments, self.history):
            line.addWidget(each.tool)  # beside the title they would leave it no room
        self.above.addLayout(line)

    def show_row(self, row: CaseRow) -> None:
        """The head at once; the facts when they are read."""
        self.attachments.number = self.evaluation.number = self.subject = row.number
        self.heading.setText(row.title or row.number)
        about = " · ".join(word for word in (dictionary_word(row.kind), row.department) if word)
        self.about.setText(f"{row.number}\n{about}")
        self.chip.show_chip(state(row))

    def show_card(
        self,
        card: CaseCard,
        scheme: Scheme | None,
        imports: Imports,
        attached: tuple[AttachmentRow, ...] = (),
        evaluation: EvaluationCard | None = None,
    ) -> None:
        """The facts."""
        typed = evaluation_facts(evaluation) if evaluation is not None else []
        self.show_facts([*case_facts(card, scheme), *typed, *attached_facts(attached)], imports)

    def _recorded(self) -> Recorded | None:
        """The recorded fact that is chosen."""
        item = self.facts.currentItem()
        fact: Fact | None = item.data(FACT) if item is not None else None
        if fact is None or fact.recorded is None:
            return None
        headings = fact.origin.headings if fact.origin is not None else ()
        return replace(fact.recorded, field=_FIELDS.get(headings[0], "") if headings else "")


_FIELDS = {
    "实体得分": "substance",
    "程序得分": "procedure",
    "评查等次": "grade",
    "办理期限届满日": "due",
    "审结日期": "closed",
    "涉案人数": "persons",
    "难度系数": "difficulty",
    "承办检察官工号": "share",
}
"""Which figure a fact's cell holds."""
