"""A detail panel of recorded facts: what it is about, the facts, and the source and history of the chosen one."""

from types import MappingProxyType

from PySide6.QtWidgets import QVBoxLayout

from committee_desk.ui.common.fact_list import FACT, Fact, FactList
from committee_desk.ui.common.history import Asked, HistoryDoor
from committee_desk.ui.common.page import Page, hairline
from committee_desk.ui.common.source_box import Imports, Origin, SourceBox
from committee_desk.ui.common.surfaces import DetailPanel, label

NO_IMPORTS: Imports = MappingProxyType({})


class FactPanel(DetailPanel):
    """Subclasses fill the head and give the facts; `above` takes what stands between both."""

    def __init__(self, page: Page, name: str, facts: str) -> None:
        super().__init__(name)
        self._imports: Imports = NO_IMPORTS
        self.subject = ""
        """Whose facts these are: 案号, name and 工号; a fact alone (合格, 实体) does not say it."""
        self.about = label("", "sub", wrap=True, select=True)
        self.about.setContentsMargins(16, 0, 16, 8)
        self.above = QVBoxLayout()
        self.facts = FactList(facts)
        self.source = SourceBox(page)
        self.history = HistoryDoor(page, self._asked)
        self.tools.addWidget(self.history.tool)
        self.body.addWidget(self.about)
        self.body.addLayout(self.above)
        self.body.addWidget(hairline())
        self.body.addWidget(self.facts, 1)
        self.body.addWidget(self.source)
        self.facts.picked.connect(self._show_source)
        self.closed.connect(lambda: page.show_detail(wanted=False))

    def show_facts(self, facts: list[Fact], imports: Imports) -> None:
        """The facts, when they are read."""
        self._imports = imports
        self.facts.show_facts(facts)

    def _show_source(self, origin: Origin | None) -> None:
        self.source.show_origin(origin, self._imports)

    def _asked(self) -> Asked | None:
        item = self.facts.currentItem()
        fact: Fact | None = item.data(FACT) if item is not None else None
        if fact is None or fact.recorded is None:
            return None
        return Asked(f"{self.subject} {fact.text}".strip(), (fact.recorded,))
