"""分布: how grades and scores spread in each category, as pictures that can be walked with the keyboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.services.grading_views import CategoryRoll, GradingView
from committee_desk.ui.common.surfaces import Card, label
from committee_desk.ui.grading.spread import SpreadPicture, grades_in_words
from committee_desk.ui.system.cards_tab import CardsTab, emptied
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class SpreadTab(CardsTab):
    """A card a category; `lead` brings a person into view."""

    def __init__(self, page: "Page", lead: Callable[[str], object]) -> None:
        super().__init__(page, tr("分布"))
        self._lead = lead
        self.pictures: list[SpreadPicture] = []

    def show_view(self, view: GradingView) -> None:
        """Paint these."""
        emptied(self.column)
        self.pictures = [self._card(roll) for roll in view.rolls if roll.rows]
        self.column.addStretch(1)

    def _card(self, roll: CategoryRoll) -> SpreadPicture:
        card = Card(dictionary_word(roll.category))
        picture = SpreadPicture(roll)
        said = label(tr("用左右方向键逐段查看，回车看第一个人"), "sub", wrap=True)
        if picture.each > 1:
            card.body.addWidget(label(tr("每格代表 {count} 人", count=picture.each), "cap"))
        picture.walked.connect(said.setText)
        picture.opened.connect(self._lead)
        card.setAccessibleDescription(grades_in_words(roll))
        card.body.addWidget(picture)
        card.body.addWidget(said)
        self.column.addWidget(card)
        return picture

    def first(self) -> QWidget:
        """Into the first picture."""
        return self.pictures[0] if self.pictures else self
