"""What is done with a draft: made, changed, its people corrected, opened or dropped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.round_views import ParticipantRow
from committee_desk.ui.common.messages import ask
from committee_desk.ui.rounds.forms import AdoptForm, DraftForm, PlaceForm
from committee_desk.ui.rounds.lines import RoundLine
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class RoundDrafting(QObject):
    """`line` and `person` say what is chosen; `turn` shows a round of that number once it is read."""

    def __init__(
        self,
        page: "Page",
        line: Callable[[], RoundLine | None],
        person: Callable[[], ParticipantRow | None],
        turn: Callable[[int], object],
    ) -> None:
        super().__init__(page)
        self._page, self._line, self._person, self._turn = page, line, person, turn

    def draft(self) -> None:
        """A new round."""
        if why := self._page.place.why_not(Right.KEEP_ROUNDS):
            self._page.place.say(why)
            return
        form = DraftForm(self._page, None, self._categories())
        if form.run(form.save):
            self._turn(form.number)
            self._page.place.say(tr("草稿已保存，人员按岗位生成，请核对"))

    def _categories(self) -> tuple[Category, ...]:
        held = {row.category for row in self._page.desk.people.roster(self._page.year)}
        return tuple(each for each in Category if each in held) or (Category.PROSECUTOR,)

    def change(self) -> None:
        """What was typed of a draft."""
        line = self._line()
        if line is not None and line.round is not None:
            form = DraftForm(self._page, line.round, self._categories())
            form.run(form.save)

    def drop(self) -> None:
        """Drop a draft."""
        line = self._line()
        if line is None or line.round is None:
            return
        given, desk, actor = line.round, self._page.desk, self._page.place.actor
        text = tr("{label} 的草稿和调整过的人员不再保留，编号不再使用；记录仍在日志里。", label=given.label)
        if ask(self._page.window(), tr("删除草稿？"), text, tr("删除"), careful=True):
            self._page.perform(lambda: desk.rounds.discard(actor, given.year, given.number))

    def start(self) -> None:
        """Adopt it."""
        line = self._line()
        if line is not None and line.card is not None:
            form = AdoptForm(self._page, line.card)
            if form.run(form.adopt):
                self._page.place.say(tr("{label} 已启动，可以印票、录票或开测评间", label=line.label))

    def correct(self) -> None:
        """One person by hand."""
        line, row = self._line(), self._person()
        if line is not None and line.round is not None and row is not None:
            form = PlaceForm(self._page, line.round, row)
            form.run(form.save)

    def add_person(self) -> None:
        """Somebody whom the desk did not derive."""
        line = self._line()
        if line is not None and line.round is not None:
            form = PlaceForm(self._page, line.round, None)
            form.run(form.save)

    def derive_again(self) -> None:
        """The people anew from the roster."""
        line = self._line()
        if line is None or line.round is None:
            return
        given, desk, actor = line.round, self._page.desk, self._page.place.actor
        text = tr("按现在的人员名册和岗位重新推算；手工调整过的人不变。")
        if ask(self._page.window(), tr("重新生成人员？"), text, tr("重新生成")):
            self._page.perform(lambda: desk.rounds.derive(actor, given.year, given.number))
