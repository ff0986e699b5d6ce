"""The acts on rounds: each with its button, its right, the states it belongs to, and its line in the search palette."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QPushButton

from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import RoundState
from committee_desk.services.round_views import ParticipantRow
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.rounds.holding import RoundHolding
from committee_desk.ui.rounds.lines import RoundLine
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


class RoundActs(RoundHolding):
    """`line` and `person` say what is chosen; `turn` shows a round of that number once it is read."""

    def __init__(
        self,
        page: "Page",
        line: Callable[[], RoundLine | None],
        person: Callable[[], ParticipantRow | None],
        turn: Callable[[int], object],
    ) -> None:
        super().__init__(page, line, person, turn)
        self._make_course()
        self._make_casting()
        self._make_drawing_up()
        self.papers = self._made(tr("打印…"), self.print_papers, "printer", None, _prints, command=tr("打印测评文书"))

    def _make_course(self) -> None:
        """What takes a round from its start to its end, or holds it again."""
        keep, adopting, made = Right.KEEP_ROUNDS, Right.ADOPT_ROUNDS, self._made
        self.adopt = made(
            tr("启动…"), self.start, "lock", adopting, _own(DRAFT), primary=True, command=tr("启动测评轮次")
        )
        self.close = made(
            tr("关闭计票…"), self.close_round, "calculator", adopting, _own(OPEN),
            primary=True, barred=self.not_closed, command=tr("关闭测评并计票"),
        )  # fmt: skip
        self.void = made(
            tr("作废…"), self.declare_void, "x", adopting, _voidable, view=ROUNDS, command=tr("作废测评轮次")
        )
        self.unseal_it = made(
            tr("启封…"), self.unseal, "key", adopting, _sealed, view=ROUNDS, command=tr("启封作废的测评")
        )
        self.again = made(
            tr("重新测评…"), self.rerun, "refresh", keep, _held_again, primary=True, command=tr("重新测评")
        )

    def _make_casting(self) -> None:
        """How ballots come in and are counted, while a round is open."""
        keep, made = Right.KEEP_ROUNDS, self._made
        self.slips = made(
            tr("录入测评票…"), self.type_slips, "keyboard", Right.ENTER_SLIPS, _own(OPEN),
            barred=self.elsewhere, command=tr("录入纸质测评票"),
        )  # fmt: skip
        self.booth = made(
            tr("打开测评间…"), self.open_booth, "door-exit", keep, _own(OPEN),
            barred=self.elsewhere, command=tr("打开测评间"),
        )  # fmt: skip
        self.back = made(
            tr("退回测评间的票…"), self.give_back, "arrow-back-up", keep, _few, command=tr("退回测评间的票")
        )
        self.turnout = made(tr("登记票数…"), self.count, "hash", keep, _counts, command=tr("登记测评票数"))

    def _make_drawing_up(self) -> None:
        """How a round is drawn up: the draft, and who rates and is rated in it."""
        keep, made = Right.KEEP_ROUNDS, self._made
        self.new = made(
            tr("新建测评轮次…"), self.draft, "plus", keep, lambda line: line is not None,
            view=ROUNDS, command=tr("新建测评轮次"),
        )  # fmt: skip
        self.amend = made(tr("修改…"), self.change, "pencil", keep, _own(DRAFT), view=ROUNDS)
        self.discard = made(tr("删除草稿…"), self.drop, "trash", keep, _own(DRAFT), view=ROUNDS)
        self.place = made(
            tr("调整所选人员…"), self.correct, "pencil", keep, _own(DRAFT),
            view=PEOPLE, barred=self._nobody_chosen, command=tr("调整测评人员"),
        )  # fmt: skip
        self.add = made(tr("增加人员…"), self.add_person, "user-plus", keep, _own(DRAFT), view=PEOPLE)
        self.derive = made(tr("重新生成…"), self.derive_again, "refresh", keep, _own(DRAFT), view=PEOPLE)

    def _nobody_chosen(self) -> str:
        return "" if self._person() is not None else tr("先选中一个人")

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
            self.adopt, self.slips, self.booth, self.back, self.turnout, self.close, self.again, self.place, self.add,
            self.derive, self.papers, self.amend, self.void, self.unseal_it, self.discard, self.new,
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


def _few(line: RoundLine | None) -> bool:
    return line is not None and line.card is not None and line.card.booth is not None and bool(line.card.booth.too_few)


def _counts(line: RoundLine | None) -> bool:
    if line is None:
        return False
    return line.imported is not None or (not line.is_imported and line.state is OPEN)


def _sealed(line: RoundLine | None) -> bool:
    return line is not None and line.state is VOID and line.card is not None and bool(line.card.sealed)


def _held_again(line: RoundLine | None) -> bool:
    return _own(VOID)(line) and line is not None and not line.again


def _prints(line: RoundLine | None) -> bool:
    return line is not None and line.round is not None and (not line.is_imported or line.state in {CLOSED, VOID})


def _voidable(line: RoundLine | None) -> bool:
    if line is None or line.round is None:
        return False
    return line.state in {OPEN, CLOSED} and (not line.is_imported or line.imported is not None)
