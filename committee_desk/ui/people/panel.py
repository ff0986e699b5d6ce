"""The detail panel of a person: name, what the person is now, and the facts with their sources."""

from committee_desk.services.views import PersonCard, RosterRow
from committee_desk.ui.common.fact_panel import FactPanel
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.source_box import Imports
from committee_desk.ui.people.card import card_facts
from committee_desk.ui.people.columns import category_word
from committee_desk.wording.language import tr


class PersonPanel(FactPanel):
    """Name, what the person is now, and the facts."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("人员详情"), tr("任职、请假和处分"))

    def show_row(self, row: RosterRow) -> None:
        """The head at once; the facts when they are read."""
        self.heading.setText(row.name)
        self.code.setText(row.code)
        self.about.setText(" · ".join(word for word in (row.department, category_word(row.category), row.rank) if word))

    def show_card(self, card: PersonCard, imports: Imports) -> None:
        """The facts."""
        self.show_facts(card_facts(card), imports)
