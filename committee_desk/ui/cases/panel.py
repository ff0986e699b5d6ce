"""The detail panel of a case: title, kind and department, then the facts with their sources."""

from PySide6.QtWidgets import QHBoxLayout

from committee_desk.domain.scheme import Scheme
from committee_desk.services.views import CaseCard, CaseRow
from committee_desk.ui.cases.card import case_facts
from committee_desk.ui.cases.columns import state
from committee_desk.ui.common.chips import ChipLabel
from committee_desk.ui.common.fact_list import FactList
from committee_desk.ui.common.page import Page, hairline
from committee_desk.ui.common.source_box import Imports, Origin, SourceBox
from committee_desk.ui.common.surfaces import DetailPanel, label
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

_NO_IMPORTS: Imports = {}


class CasePanel(DetailPanel):
    """One case at the right of the list."""

    def __init__(self, page: Page) -> None:
        super().__init__(tr("案件详情"))
        self._imports = _NO_IMPORTS
        self.heading.setWordWrap(True)
        self.about = label("", "sub", wrap=True, select=True)
        self.about.setContentsMargins(16, 0, 16, 6)
        self.chip = ChipLabel()
        self.facts = FactList(tr("案件、承办人和评查"))
        self.source = SourceBox(page)
        self.body.addWidget(self.about)
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 8)
        line.addWidget(self.chip)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(hairline())
        self.body.addWidget(self.facts, 1)
        self.body.addWidget(self.source)
        self.facts.picked.connect(self._show_source)
        self.closed.connect(lambda: page.show_detail(wanted=False))

    def show_row(self, row: CaseRow) -> None:
        """The head at once; the facts when they are read."""
        self.heading.setText(row.title or row.number)
        about = " · ".join(word for word in (dictionary_word(row.kind), row.department) if word)
        self.about.setText(f"{row.number}\n{about}")
        self.chip.show_chip(state(row))

    def show_card(self, card: CaseCard, scheme: Scheme | None, imports: Imports) -> None:
        """The facts."""
        self._imports = imports
        self.facts.show_facts(case_facts(card, scheme))

    def _show_source(self, origin: Origin | None) -> None:
        self.source.show_origin(origin, self._imports)
