"""The year's rounds as their page shows them: how each stands, its people and turnout, and what is next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from committee_desk.domain.rounds import Failing, Round, RoundState, RoundWay, Turnout
from committee_desk.services.round_views import NEVER_LEFT, RoundCard
from committee_desk.ui.common.chips import ACCENT, BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.language import standing_alone, tr, tr_n
from committee_desk.wording.rounds import failing_name, round_kind, round_state, waiting_words

if TYPE_CHECKING:
    from committee_desk.services.desk import Desk
    from committee_desk.services.round_imports import ImportedRound


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round, or imported ballots whose turnout nobody typed yet (no round). No card for who only reads."""

    round: Round | None
    card: RoundCard | None = None
    imported: "ImportedRound | None" = None
    again: str = ""
    """The label of the round that is held in place of this void one."""

    @property
    def number(self) -> int:
        """Its number; 0 where it has none yet."""
        return self.round.number if self.round is not None else 0

    @property
    def state(self) -> RoundState | None:
        """How far it is."""
        return self.round.state if self.round is not None else None

    @property
    def is_imported(self) -> bool:
        """Whether workbooks brought its ballots."""
        return self.round is None or self.round.way is RoundWay.IMPORTED

    @property
    def turnouts(self) -> tuple[Turnout, ...]:
        """What was put down, a class each."""
        if self.imported is not None:
            return tuple(self.imported.turnouts.values())
        return tuple(each.turnout for each in self.card.classes if each.turnout) if self.card else ()

    @property
    def label(self) -> str:
        """How it is named."""
        return self.round.label if self.round is not None else tr("待登记")

    @property
    def title(self) -> str:
        """What it is called."""
        if self.imported is not None:
            return tr("导入的测评票：{books}", books=tr("、").join(self.imported.workbooks))
        return self.round.title if self.round is not None else ""


def read_lines(desk: "Desk", year: int, *, keeps: bool, writes: bool) -> tuple[RoundLine, ...]:
    """Every round of the year, imported ballots last. `keeps` reads all that may be seen of each."""
    if writes:
        desk.rounds.sweep()
    rounds = desk.rounds.view(year)
    again = {each.again: each.label for each in rounds if each.again is not None}
    imported = desk.imported_rounds.view(year)
    lines = list(_lines(desk, rounds, again, imported, keeps=keeps))
    if imported is not None and imported.round is None:
        lines.append(RoundLine(None, None, imported))
    return tuple(lines)


def _lines(
    desk: "Desk",
    rounds: tuple[Round, ...],
    again: dict[int, str],
    imported: "ImportedRound | None",
    *,
    keeps: bool,
) -> Iterator[RoundLine]:
    for each in rounds:
        mine = imported if imported is not None and imported.round == each else None
        card = desk.rounds.card(each.year, each.number) if keeps else None
        yield RoundLine(each, card, mine, again.get(each.number, ""))


def state_chip(line: RoundLine) -> Chip:
    """How far it is."""
    state = line.state
    if state is None:
        return Chip(tr("待登记票数"), WARN, "alert-triangle")
    if line.is_imported and state is RoundState.OPEN:
        return Chip(tr("票数不足"), BAD, "alert-circle")
    kind, mark = {
        RoundState.DRAFT: (NEUTRAL, "pencil"),
        RoundState.OPEN: (ACCENT, "clock"),
        RoundState.CLOSED: (OK, "check"),
        RoundState.VOID: (BAD, "x"),
    }[state]
    return Chip(standing_alone(round_state(state)), kind, mark)


def people_words(line: RoundLine) -> str:
    """How many are rated, and how many may rate."""
    if line.imported is not None:
        return tr("被测评 {rated} 人", rated=line.imported.people)
    if line.card is None:
        return ""
    voting = sum(each.raters for each in line.card.classes)
    return tr("被测评 {rated} 人，投票 {voting} 人", rated=len(line.card.rated), voting=voting)


def turnout_words(line: RoundLine) -> str:
    """What came back of what was due."""
    held = line.turnouts
    if not held:
        return ""
    due, returned = sum(each.due for each in held), sum(each.returned for each in held)
    return tr("收回 {returned}／应到 {due}", returned=returned, due=due)


def next_words(line: RoundLine) -> str:
    """What is next to be done."""
    card, state = line.card, line.state
    if state is None:
        return tr("按票类登记应到、实到、发出、收回，登记前不能提名等次")
    if line.imported is not None and line.imported.failing is not None:
        return tr("{why}，这次测评不能算数；核对票数，无误的作废", why=failing_name(line.imported.failing))
    if state is RoundState.DRAFT:
        return tr("核对人员和规则，由两人启动")
    if state is RoundState.CLOSED:
        return tr("已计入得分；看结果，打印汇总表")
    if state is RoundState.VOID:
        return tr("已由 {label} 重新测评", label=line.again) if line.again else tr("按同样的人员和规则重新测评")
    return _next_of_open(card)


def _next_of_open(card: RoundCard | None) -> str:
    if card is None:
        return ""
    if not card.here:
        return tr("请到启动本轮的电脑上，打开原来位置的台账继续；确已不能的，作废本轮")
    if is_untouched(card):
        return tr("印测评票或验证码信封，录票、开测评间，登记票数")
    return _next_of_begun(card)


def _next_of_begun(card: RoundCard) -> str:
    if card.booth is not None and card.booth.interrupted:
        return tr("测评间中断过：请没有写入的人再投，再按“已请过”")
    if card.booth is not None and card.booth.too_few:
        return tr(
            "测评间等候的 {classes} 票太少，现在计票会暴露是谁投的；再请人来投，或者退回改投纸质票",
            classes=tr("、").join(card.booth.too_few),
        )
    if still_votes(card):
        return _next_of_voting(card, codes_left(card))
    if card.failing is not None:
        return tr("{why}，按此关闭则本轮作废", why=failing_name(card.failing))
    return _first_missing(card) if card.waiting else tr("票已齐，可以关闭计票")


def _first_missing(card: RoundCard) -> str:
    first, more = waiting_words(card.waiting[0]), len(card.waiting) - 1
    if not more:
        return first
    return tr_n("{first}，另有 {count} 项", "{first}，另有 {count} 项", more, first=first)


def _next_of_voting(card: RoundCard, left: int) -> str:
    if card.failing is None:
        return tr_n(
            "还有 {count} 个验证码没有投票；不再等候的，可以关闭计票",
            "还有 {count} 个验证码没有投票；不再等候的，可以关闭计票",
            left,
        )
    return tr_n(
        "还有 {count} 个验证码没有投票；现在关闭，{why}，本轮作废",
        "还有 {count} 个验证码没有投票；现在关闭，{why}，本轮作废",
        left,
        why=failing_name(card.failing),
    )


def codes_left(card: RoundCard) -> int:
    """How many codes of the booth nobody voted with yet."""
    waiting = sum(card.booth.waiting.values()) if card.booth is not None else 0
    return sum(each.progress.codes - each.progress.used for each in card.classes) - waiting


def still_votes(card: RoundCard) -> bool:
    """Whether all that is missing are ballots of the booth, whose raters may still come."""
    too_few = card.failing is Failing.RETURNED_TOO_FEW
    return codes_left(card) > 0 and (too_few or (card.failing is None and not card.waiting))


def is_untouched(card: RoundCard) -> bool:
    """Whether nothing came in, nothing was printed, nothing was put down: that it would be void is no news."""
    waiting = card.booth is not None and any(card.booth.waiting.values())
    return not waiting and not any(each.turnout or any(each.progress) for each in card.classes)


def why_not_closed(line: RoundLine) -> str:
    """Why an open round cannot be closed yet; empty where it can, void or not."""
    card = line.card
    if card is None or not card.here or is_untouched(card):
        return _next_of_open(card)
    if card.booth is not None and (card.booth.too_few or card.booth.interrupted):
        return _next_of_begun(card)
    kinds = {each.kind for each in card.waiting}
    if not kinds or (card.failing is not None and not kinds & NEVER_LEFT):
        return ""
    return tr("；").join(waiting_words(each) for each in card.waiting)


def spec() -> TableSpec[RoundLine]:
    """The columns of the list."""
    return TableSpec(
        id="rounds",
        columns=(
            Column("label", tr("轮次"), lambda line: line.label, 104, style=Style.NAME, fits=True),
            Column("state", tr("状态"), lambda line: state_chip(line).text, 84, chip=state_chip, fits=True),
            Column("title", tr("名称"), lambda line: line.title, 120, fits=True),
            Column("next", tr("下一步"), next_words, 180, stretch=True, tip=next_words),
            Column("people", tr("人员"), people_words, 130, style=Style.SUB, fits=True, spare=True),
            Column("turnout", tr("收发票数"), turnout_words, 110, style=Style.SUB, fits=True, spare=True),
            Column("kind", tr("票种"), lambda line: round_kind(line.round.kind) if line.round else "", 90,
                   style=Style.SUB, fits=True, spare=True),
        ),
        key=lambda line: line.number,
        sort_by="label",
    )  # fmt: skip
