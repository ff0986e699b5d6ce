"""The detail panel of a person: name, what the person is now, and the facts with their sources."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from committee_desk.domain.roles import Right
from committee_desk.services.views import PersonCard, RosterRow
from committee_desk.ui.common.fact_panel import FactPanel
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.source_box import Imports
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.people.card import Relations, Standing, card_facts
from committee_desk.ui.people.columns import category_word
from committee_desk.wording.language import tr


class PersonPanel(FactPanel):
    """Name, what the person is now, and the facts."""

    def __init__(self, page: Page, open_relations: Callable[[], None]) -> None:
        super().__init__(page, tr("人员详情"), tr("任职、亲属、分管、请假和处分"))
        self._page = page
        self._relations = Relations()
        self._card: PersonCard | None = None
        self._opened: str | None = None
        self.open_standing = button(tr("查看处分与调查"), self._open, icon_name="eye")
        self.open_standing.setToolTip(tr("谁在什么时候查看，记入日志"))
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 8)
        line.setSpacing(8)
        self.relations = button(tr("亲属与分管…"), open_relations, icon_name="users")
        line.addWidget(self.relations)
        line.addWidget(self.open_standing)
        line.addStretch(1)
        self.above.addLayout(line)

    def show_row(self, row: RosterRow) -> None:
        """The head at once; the facts when they are read."""
        self.heading.setText(row.name)
        self.code.setText(row.code)
        self.subject = f"{row.name} {row.code}"
        self.about.setText(" · ".join(word for word in (row.department, category_word(row.category), row.rank) if word))

    def show_card(self, card: PersonCard, imports: Imports, relations: Relations | None = None) -> None:
        """The facts; what was opened of one person is closed again with the next."""
        if self._opened != card.code:
            self._opened = None
        self._card = card
        self._relations = relations or self._relations
        self.show_facts(card_facts(card, self._standing(), self._relations), imports)
        self.open_standing.setVisible(self._standing() is Standing.CLOSED)

    def _standing(self) -> Standing:
        if not self._page.place.may(Right.SEE_SANCTIONS):
            return Standing.BARRED
        return Standing.CLOSED if self._opened is None else Standing.OPEN

    def _open(self) -> None:
        """Opening decisions is an act of its own."""
        card, page = self._card, self._page
        if card is None:
            return
        opened = page.perform(lambda: page.desk.people.open_standing(page.place.actor, card.code, page.year))
        if opened is not None:
            self._opened = card.code
            self.show_card(card._replace(sanctions=opened.sanctions), self._imports)
            self.facts.setFocus()
