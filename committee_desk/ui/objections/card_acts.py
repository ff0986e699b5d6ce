"""The acts on the objection that is chosen, as they are searched for; each is done, or says why it cannot be."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QPushButton

from committee_desk.domain.objections import ObjectionMove
from committee_desk.services.objection_views import ObjectionCard
from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.page import PageCommand
from committee_desk.wording.language import tr
from committee_desk.wording.objections import state_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page
    from committee_desk.ui.objections.card import ObjectionPanel

ICONS = {ObjectionMove.ACCEPT: "check", ObjectionMove.REFUSE: "x", ObjectionMove.ROUTE: "arrow-forward-up",
         ObjectionMove.WITHDRAW: "arrow-back-up"}  # fmt: skip


class _Act(NamedTuple):
    """One act: its words, its icon, what it does, and why it cannot be done with that objection."""

    title: str
    icon: str
    run: Callable[[], object]
    why: Callable[[ObjectionCard], str]


def offers_of_one() -> tuple[Offer, ...]:
    """The acts on one objection, for the search from every other page."""
    return (
        *(Offer(move_title(move), icon) for move, icon in ICONS.items()),
        Offer(tr("异议更正登记"), "pencil"),
        Offer(tr("登记已告知被异议人"), "bell"),
        *(Offer(title, "printer") for title in paper_titles().values()),
    )


def move_title(move: ObjectionMove) -> str:
    """A move as it is searched for."""
    return {
        ObjectionMove.ACCEPT: tr("受理异议"),
        ObjectionMove.REFUSE: tr("不予受理异议"),
        ObjectionMove.ROUTE: tr("逾期异议转复核"),
        ObjectionMove.WITHDRAW: tr("撤回异议"),
    }[move]


def paper_titles() -> dict[str, str]:
    """The papers of one objection."""
    return {
        "receipt": tr("打印异议回执"),
        "form": tr("打印这件异议的申请表"),
        "told": tr("打印异议告知书"),
        "own_score": tr("打印异议人的个人得分说明"),
    }


class CardActs:
    """They press what stands in the card; `chosen` tells which objection it must be about."""

    def __init__(self, page: "Page", panel: "ObjectionPanel", chosen: Callable[[], int]) -> None:
        self._page, self._panel, self._chosen = page, panel, chosen

    def commands(self) -> tuple[PageCommand, ...]:
        """All of them, for the search palette."""
        return tuple(PageCommand(act.title, partial(self._carry_out, act), act.icon) for act in self._all())

    def _all(self) -> tuple[_Act, ...]:
        panel = self._panel
        moves = (
            _Act(move_title(move), icon, panel.moves[move].click, partial(self._why_no_move, move))
            for move, icon in ICONS.items()
        )
        papers = (
            _Act(title, "printer", panel.papers[name].trigger, _why_no_letter if name == "told" else lambda _card: "")
            for name, title in paper_titles().items()
        )
        return (
            *moves,
            _Act(tr("异议更正登记"), "pencil", panel.correct.click, lambda _card: _barred(panel.correct)),
            _Act(tr("登记已告知被异议人"), "bell", panel.tell.click, self._why_not_tell),
            *papers,
        )

    def _carry_out(self, act: _Act) -> None:
        """Do it with the objection that is chosen, or say why not."""
        card = self._panel.card
        if card is None or card.row.held.number != self._chosen():
            self._page.place.say(tr("先选中一件异议"))
        elif why := act.why(card):
            self._page.place.say(why)
        else:
            act.run()

    def _why_no_move(self, move: ObjectionMove, card: ObjectionCard) -> str:
        if move not in card.moves:
            facts = {"label": card.row.label, "state": state_name(card.row.state), "act": move_title(move)}
            return tr("{label}：{state}，不能再办“{act}”", **facts)
        return _barred(self._panel.moves[move])

    def _why_not_tell(self, card: ObjectionCard) -> str:
        if not card.row.owes_informing:
            return tr("{label} 没有要告知而还没有告知的人", label=card.row.label)
        return _barred(self._panel.tell)


def _why_no_letter(card: ObjectionCard) -> str:
    return (
        "" if card.row.held.other is not None else tr("{label} 不是对他人结果的异议，没有告知书", label=card.row.label)
    )


def _barred(act: QPushButton) -> str:
    return "" if act.isEnabled() else act.toolTip()
