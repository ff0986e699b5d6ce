"""The acts on rounds: each with its button, its right, the states it belongs to, and its line in the search palette."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import RoundState
from committee_desk.services.changes import Change
from committee_desk.services.round_views import ParticipantRow
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.rounds.closing_form import CloseForm
from committee_desk.ui.rounds.forms import AdoptForm, DraftForm, PlaceForm, VoidForm
from committee_desk.ui.rounds.lines import RoundLine, why_not_closed
from committee_desk.ui.rounds.turnout_form import ImportedTurnout, OwnTurnout
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

DRAFT, OPEN, CLOSED, VOID = RoundState.DRAFT, RoundState.OPEN, RoundState.CLOSED, RoundState.VOID
ROUNDS, PEOPLE = "rounds", "people"
"""The views that acts belong to; an act without one belongs to all."""


class Act(NamedTuple):
    """An act: its button, its right (None: reading is enough), in which states and in which view it stands."""

    button: QPushButton
    run: Callable[[], object]
    right: Right | None
    fits: Callable[[RoundLine | None], bool]
    view: str = ""
    barred: Callable[[], str] = str
    command: str = ""
    icon: str = ""


def _own(*states: RoundState) -> Callable[[RoundLine | None], bool]:
    return lambda line: line is not None and not line.is_imported and line.state in states


class RoundActs(QObject):
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
        keep, adopting = Right.KEEP_ROUNDS, Right.ADOPT_ROUNDS
        made = self._made
        self.adopt = made(
            tr("启动…"), self.start, "lock", adopting, _own(DRAFT), primary=True, command=tr("启动测评轮次")
        )
        self.slips = made(
            tr("录入测评票…"),
            self.type_slips,
            "keyboard",
            Right.ENTER_SLIPS,
            _own(OPEN),
            barred=self._elsewhere,
            command=tr("录入纸质测评票"),
        )
        self.booth = made(
            tr("打开测评间…"),
            self.open_booth,
            "door-exit",
            keep,
            _own(OPEN),
            barred=self._elsewhere,
            command=tr("打开测评间"),
        )
        self.turnout = made(tr("登记票数…"), self.count, "hash", keep, self._counts, command=tr("登记测评票数"))
        self.close = made(
            tr("关闭计票…"),
            self.close_round,
            "calculator",
            adopting,
            _own(OPEN),
            primary=True,
            barred=self._not_closed,
            command=tr("关闭测评并计票"),
        )
        self.again = made(
            tr("重新测评…"), self.rerun, "refresh", keep, self._rerun, primary=True, command=tr("重新测评")
        )
        self.place = made(
            tr("调整所选人员…"),
            self.correct,
            "pencil",
            keep,
            _own(DRAFT),
            view=PEOPLE,
            barred=lambda: "" if self._person() is not None else tr("先选中一个人"),
            command=tr("调整测评人员"),
        )
        self.add = made(tr("增加人员…"), self.add_person, "user-plus", keep, _own(DRAFT), view=PEOPLE)
        self.derive = made(tr("重新生成…"), self.derive_again, "refresh", keep, _own(DRAFT), view=PEOPLE)
        self.papers = made(tr("打印…"), self.print_papers, "printer", None, self._prints, command=tr("打印测评文书"))
        self.amend = made(tr("修改…"), self.change, "pencil", keep, _own(DRAFT), view=ROUNDS)
        self.void = made(
            tr("作废…"), self.declare_void, "x", adopting, self._voidable, view=ROUNDS, command=tr("作废测评轮次")
        )
        self.discard = made(tr("删除草稿…"), self.drop, "trash", keep, _own(DRAFT), view=ROUNDS)
        self.new = made(
            tr("新建测评轮次…"),
            self.draft,
            "plus",
            keep,
            lambda line: line is not None,
            view=ROUNDS,
            command=tr("新建测评轮次"),
        )

    def _made(  # noqa: PLR0913 - all that an act is
        self, text: str, run: Callable[[], object], icon_name: str, right: Right | None,
        fits: Callable[[RoundLine | None], bool], *, primary: bool = False, view: str = "",
        barred: Callable[[], str] = str, command: str = "",
    ) -> Act:  # fmt: skip
        pressed = button(text, run, icon_name=icon_name, primary=primary)
        pressed.hide()
        return Act(pressed, run, right, fits, view, barred, command, icon_name)

    @property
    def all(self) -> tuple[Act, ...]:
        """In the order of their buttons."""
        return (
            self.adopt, self.slips, self.booth, self.turnout, self.close, self.again, self.place, self.add, self.derive,
            self.papers, self.amend, self.void, self.discard, self.new,
        )  # fmt: skip

    def show_rights(self, view: str) -> None:
        """Show what belongs to the chosen round and to the view, and bar what cannot be done, with the reason."""
        line = self._line()
        for act in self.all:
            act.button.setVisible(act.fits(line) and act.view in {"", view})
            self._bar(act, line)

    def _bar(self, act: Act, line: RoundLine | None) -> None:
        right = self._page.place.why_not(act.right) if act.right is not None else ""
        allow(act.button, right, act.barred() if line is not None else "")

    def commands(self) -> tuple[PageCommand, ...]:
        """The same for the search palette; trying one that does not fit says why."""
        return tuple(
            PageCommand(act.command, lambda act=act: self._try(act), act.icon)  # type: ignore[misc]
            for act in self.all
            if act.command
        )

    def _try(self, act: Act) -> None:
        line = self._line()
        if act is not self.new and not act.fits(line):
            self._page.place.say(tr("所选轮次现在不能“{act}”", act=act.command))
            return
        self._bar(act, line)
        if act.button.isEnabled():
            act.run()
        else:
            self._page.place.say(act.button.toolTip())

    # -- when ------------------------------------------------------------------------------------------------------

    def _elsewhere(self) -> str:
        line = self._line()
        card = line.card if line is not None else None
        return tr("本轮的密钥不在这台电脑上") if card is not None and not card.here else ""

    def _not_closed(self) -> str:
        line = self._line()
        return why_not_closed(line) if line is not None else ""

    @staticmethod
    def _counts(line: RoundLine | None) -> bool:
        if line is None:
            return False
        return line.imported is not None or (not line.is_imported and line.state is OPEN)

    @staticmethod
    def _rerun(line: RoundLine | None) -> bool:
        return _own(VOID)(line) and line is not None and not line.again

    @staticmethod
    def _prints(line: RoundLine | None) -> bool:
        return line is not None and line.round is not None and (not line.is_imported or line.state in {CLOSED, VOID})

    @staticmethod
    def _voidable(line: RoundLine | None) -> bool:
        if line is None or line.round is None:
            return False
        return line.state in {OPEN, CLOSED} and (not line.is_imported or line.imported is not None)

    # -- a draft ---------------------------------------------------------------------------------------------------

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
        if line is not None and line.round is not None and row is not None and self.place.button.isEnabled():
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

    # -- an open round ---------------------------------------------------------------------------------------------

    def count(self) -> None:
        """The turnout, of a round of the desk or of imported ballots."""
        line = self._line()
        if line is None:
            return
        if line.imported is not None:
            imported = ImportedTurnout(self._page, line.imported)
            done = imported.run(imported.save)
        elif line.card is not None:
            own = OwnTurnout(self._page, line.card)
            done = own.run(own.save)
        else:
            return
        if done:
            self._page.place.say(tr("票数已登记"))

    def type_slips(self) -> None:
        """Printed slips, batch by batch."""
        from committee_desk.ui.slips.door import open_typing  # noqa: PLC0415 - once slips are typed

        line = self._line()
        if line is not None and line.number:
            open_typing(self._page.window(), self._page.place, self._page.desk, self._page.year, line.number)

    def open_booth(self) -> None:
        """The window becomes the booth."""
        from committee_desk.ui.booth.door import open_booth  # noqa: PLC0415 - once the booth is opened

        line = self._line()
        if line is not None and line.number:
            open_booth(self._page.place, self._page.year, line.number)

    def close_round(self) -> None:
        """Close and count: asked once."""
        line = self._line()
        if line is not None and line.card is not None and not self._not_closed():
            form = CloseForm(self._page, line.card)
            if form.run(form.close_it):
                self._page.place.say(tr("{label} 已关闭", label=line.label))

    def declare_void(self) -> None:
        """Void, with a reason."""
        line = self._line()
        if line is not None and line.round is not None:
            form = VoidForm(self._page, line.round, imported=line.is_imported)
            if form.run(form.declare):
                self._page.place.say(tr("{label} 已作废", label=line.label))

    def rerun(self) -> None:
        """A void round once more."""
        line = self._line()
        if line is None or line.round is None:
            return
        given, desk, actor = line.round, self._page.desk, self._page.place.actor
        text = tr("按 {label} 同样的人员和规则拟一份新的草稿，须重新启动。", label=given.label)
        if not ask(self._page.window(), tr("重新测评？"), text, tr("拟定草稿")):
            return
        drawn = self._page.perform(lambda: desk.rounds.rerun(actor, given.year, given.number))
        if drawn is not None:
            number, change = drawn
            self._page.place.changes.announce(change)
            self._turn(number)

    def print_papers(self) -> None:
        """Slips, envelopes, batches, the summary, the statistics."""
        from committee_desk.services.changes import Topic  # noqa: PLC0415
        from committee_desk.ui.rounds.papers import RoundPapersDialog  # noqa: PLC0415 - once something is printed

        line = self._line()
        if line is not None and line.round is not None:
            RoundPapersDialog(self._page, line).exec()
            self._page.place.changes.announce(Change.of(Topic.ROUNDS))  # what was printed made serials and codes
