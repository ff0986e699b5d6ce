"""Rows 24, 26 and 30 to 32 of the tricky situations with thirty raters: what is counted, and what is read."""

from collections.abc import Callable, Mapping
from itertools import takewhile
from pathlib import Path

import pypdfium2
import pytest

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Failing, Participant, RoundState
from committee_desk.services.actor import Actor
from committee_desk.services.booth_views import OwnLine
from committee_desk.services.desk import Desk
from committee_desk.services.round_refusals import LeaderNotRated
from committee_desk.services.round_views import AdoptedBy, TypedTurnout
from committee_desk.services.second import Second
from committee_desk.wording.saying import sentence
from tests.scenario.round_of_thirty import CLASSES, NUMBER, YEAR, A, B, C, Hands, RoundOfThirty

SECOND = Second("李强")


@pytest.fixture
def held(open_copy: Callable[[Path], Desk], template_sample_desk: Path) -> RoundOfThirty:
    """A round of thirty that is open, its envelopes made."""
    held = RoundOfThirty(Hands(open_copy(template_sample_desk), strict=False))
    assert list(takewhile(lambda step: step != "slips", held.steps()))[-1] == "envelopes"
    return held


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join("\n".join(page.get_textpage().get_text_bounded() for page in document).split())


def come_back(held: RoundOfThirty, actor: Actor, number: int, slips: Mapping[BallotClass, int]) -> None:
    """So many slips of each class come back, typed and compared."""
    desk = held.desk
    for ballot_class, count in slips.items():
        if not count:
            continue
        serials = desk.slips.make_serials(actor, YEAR, number, ballot_class, count).serials
        batch, _ = desk.slips.begin(actor, YEAR, number, ballot_class)
        for at, serial in enumerate(serials[:count]):
            desk.slips.type(actor, YEAR, number, batch, serial, dict.fromkeys(held.codes, str(80 + at % 9)))
        desk.slips.confirm(actor, YEAR, number, batch, SECOND)


def turned_out(held: RoundOfThirty, actor: Actor, number: int, slips: Mapping[BallotClass, int]) -> None:
    for ballot_class, raters in CLASSES.items():
        back = slips[ballot_class]
        typed = TypedTurnout(len(raters), len(raters), len(raters), back)
        held.desk.rounds.turnout(actor, YEAR, number, ballot_class, typed)


def test_row_24_the_booth_bars_the_own_line_and_says_so_and_paper_polices_nothing(
    held: RoundOfThirty, actor: Actor
) -> None:
    desk, rater = held.desk, "F003"
    ballot = desk.booth.enter(YEAR, NUMBER, held.envelopes[rater])
    assert [line.rated.code for line in ballot.lines if line.own] == [rater]
    with pytest.raises(OwnLine) as refused:
        desk.booth.cast({**held.truth["J005"], rater: "99"})
    assert sentence(refused.value) == "您本人的一行不能打分。请去掉后再投票。"
    slips = desk.slips.make_serials(actor, YEAR, NUMBER, C, 5).serials
    batch, _ = desk.slips.begin(actor, YEAR, NUMBER, C)
    typed = desk.slips.type(actor, YEAR, NUMBER, batch, slips[0], dict.fromkeys(held.codes, "99")).slip
    assert set(typed.lines) == set(held.codes)
    assert typed.invalid is None


def test_row_26_the_chief_rates_in_class_a_and_nobody_can_have_him_rated(
    open_copy: Callable[[Path], Desk], template_sample_desk: Path
) -> None:
    held = RoundOfThirty(Hands(open_copy(template_sample_desk), strict=False))
    assert next(held.steps()) == "drafted"
    (chief,) = (each for each in held.desk.rounds.participants(YEAR, NUMBER) if each.participant.code == "J020")
    assert (chief.participant.ballot_class, chief.participant.rated) == (A, False)
    with pytest.raises(LeaderNotRated) as refused:
        held.desk.rounds.place(held.hands.keeper(), YEAR, NUMBER, Participant("J020", A, rated=True))
    assert "闫峰" in sentence(refused.value)
    assert "领导" in sentence(refused.value)


def test_row_30_seventeen_of_thirty_returned_void_the_round_which_is_held_again(
    held: RoundOfThirty, actor: Actor
) -> None:
    desk, back = held.desk, {A: 3, B: 5, C: 9}
    come_back(held, actor, NUMBER, back)
    turned_out(held, actor, NUMBER, back)
    desk.rounds.close(actor, YEAR, NUMBER, SECOND)
    card = desk.rounds.card(YEAR, NUMBER)
    assert (card.round.state, card.failing) == (RoundState.VOID, Failing.RETURNED_TOO_FEW)
    assert card.sealed == 17 * len(held.codes)
    told = text_of(desk.round_papers.summary(actor, YEAR, NUMBER))
    assert "本轮测评作废，不计分：收回不足应到的2/3" in told
    again, _ = desk.rounds.rerun(actor, YEAR, NUMBER)
    seen = desk.rounds.card(YEAR, again).round.entry
    desk.rounds.adopt(actor, YEAR, again, AdoptedBy("检考评委〔2027〕2号", "2027-01-11", seen), SECOND)
    whole = {ballot_class: len(raters) for ballot_class, raters in CLASSES.items()}
    come_back(held, actor, again, whole)
    turned_out(held, actor, again, whole)
    desk.rounds.close(actor, YEAR, again, SECOND)
    assert desk.rounds.card(YEAR, again).round.state is RoundState.CLOSED
    assert desk.rounds.card(YEAR, NUMBER).sealed == 17 * len(held.codes), "sealed, not deleted"


def test_row_31_a_class_of_two_ballots_is_merged_on_the_result_sheet_which_says_so(
    held: RoundOfThirty, actor: Actor
) -> None:
    back = {A: 3, B: 2, C: 20}
    come_back(held, actor, NUMBER, back)
    turned_out(held, actor, NUMBER, back)
    held.desk.rounds.close(actor, YEAR, NUMBER, SECOND)
    for person in held.desk.rounds.results(YEAR, NUMBER).people:
        assert [(each.classes, each.trimmed) for each in person.classes] == [(("A",), 0), (("B", "C"), 0)]
        assert person.classes[1].number == 22
    told = text_of(held.desk.round_papers.summary(actor, YEAR, NUMBER))
    assert "B、C合并" in told
    assert "有效分不足3个的票类不单独显示" in told


def test_row_32_thirty_one_returned_of_thirty_issued_void_the_round(held: RoundOfThirty, actor: Actor) -> None:
    turned_out(held, actor, NUMBER, {A: 3, B: 5, C: 23})
    card = held.desk.rounds.card(YEAR, NUMBER)
    assert card.failing is Failing.RETURNED_ABOVE_ISSUED, "said while the counters still sit there"
    held.desk.rounds.close(actor, YEAR, NUMBER, SECOND)
    card = held.desk.rounds.card(YEAR, NUMBER)
    assert (card.round.state, card.failing) == (RoundState.VOID, Failing.RETURNED_ABOVE_ISSUED)
    assert sum(row.turnout.returned for row in card.classes if row.turnout) == 31
    assert sum(row.turnout.issued for row in card.classes if row.turnout) == 30
    told = text_of(held.desk.round_papers.summary(actor, YEAR, NUMBER))
    assert "本轮测评作废，不计分：有票类收回多于发出" in told
