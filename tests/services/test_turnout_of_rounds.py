"""The turnout of a rating round: its bounds, and the slips that must bear it out."""

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.rounds import Failing, RoundKind, RoundState, Turnout
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_refusals import DueLocked, RoundNotReady, TurnoutBeyond, TurnoutUnclear
from committee_desk.services.round_views import RoundForm, TypedTurnout
from committee_desk.wording.errors import sentence
from tests.services.rounds_held import SECOND, V3, YEAR, A, B, C, alike, count_in, opened, put_down, rated, type_slips


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((6, 7, 6, 6), "B 票“实到” 7 多于“应到” 6。请核对后更正。"),
        ((6, 6, 7, 6), "B 票“发出” 7 多于“应到” 6。请核对后更正。"),
        ((6, 0, 6, 6), "B 票“收回” 6 多于“实到” 0。请核对后更正。"),
        ((6, 5, 6, 7), "B 票“收回” 7 多于“实到” 5。请核对后更正。"),
    ],
)
def test_a_turnout_beyond_its_bound_is_refused(held: Desk, actor: Actor, counts: tuple[int, ...], said: str) -> None:
    number = opened(held, actor)
    with pytest.raises(TurnoutBeyond) as told:
        put_down(held, actor, number, B, *counts)
    assert sentence(told.value) == said


@pytest.mark.parametrize("due", [0, 2, 5, 7])
def test_who_is_due_was_locked_with_the_round(held: Desk, actor: Actor, due: int) -> None:
    """Two slips of six raters reach no two thirds: nobody types 应到 2 afterwards, as nobody moves the threshold."""
    number = opened(held, actor)
    with pytest.raises(DueLocked) as told:
        put_down(held, actor, number, B, due, 2, 2, 2)
    assert sentence(told.value) == (
        f"B 票“应到”是启动 2026-测-001 时锁定的 6 人，不能登记为 {due}：收回率按它计算。"
        "请假和没来的人只少计实到；名单有误的，作废本轮，改好人员再启动。"
    )
    put_down(held, actor, number, B, 6, 2, 2, 2)
    assert held.rounds.card(YEAR, number).classes[1].turnout == Turnout(6, 2, 2, 2)


@pytest.mark.parametrize("typed", ["六", "-1", "1.5", "100001"])
def test_a_turnout_that_is_no_number_within_bounds_is_refused(held: Desk, actor: Actor, typed: str) -> None:
    number = opened(held, actor)
    with pytest.raises(TurnoutUnclear) as told:
        held.rounds.turnout(actor, YEAR, number, B, TypedTurnout("6", "6", typed, "6"))
    assert sentence(told.value) == f"B 票的“发出”须是 0 至 100000 的整数，不能是“{typed}”。请按现场清点的数填写。"


def test_a_round_waits_for_turnout_and_for_every_slip_that_came_back(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    type_slips(held, actor, number, A, alike(held, number, V3[A]))
    type_slips(held, actor, number, B, alike(held, number, V3[B][:5]))
    type_slips(held, actor, number, C, alike(held, number, V3[C]))
    put_down(held, actor, number, A, 3, 3, 3, 3)
    put_down(held, actor, number, B, 6, 6, 6, 6)
    with pytest.raises(RoundNotReady) as told:
        held.rounds.close(actor, YEAR, number, SECOND)
    said = (
        "2026-测-001 还不能关闭计票：C 票没有登记应到、实到、发出、收回；B 票收回 6 张，只计入 5 张。请办完后再关闭。"
    )
    assert sentence(told.value) == said
    assert [each.kind for each in held.rounds.card(YEAR, number).waiting] == ["turnout", "slips_missing"]


def test_row_30_typed_slips_are_confirmed_before_their_turnout_makes_the_round_void(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    made = held.slips.make_serials(actor, YEAR, number, B, 6).serials
    batch, _ = held.slips.begin(actor, YEAR, number, B)
    for serial, lines in zip(made, alike(held, number, V3[B]), strict=True):
        held.slips.type(actor, YEAR, number, batch, serial, lines)
    put_down(held, actor, number, A, 3, 0, 0, 0)
    put_down(held, actor, number, B, 6, 6, 6, 6)
    put_down(held, actor, number, C, 12, 0, 0, 0)
    assert held.rounds.card(YEAR, number).failing is Failing.RETURNED_TOO_FEW
    with pytest.raises(RoundNotReady) as told:
        held.rounds.close(actor, YEAR, number, SECOND)
    assert "1 批票没有核对完" in sentence(told.value)
    assert "unconfirmed" in [each.kind for each in held.rounds.card(YEAR, number).waiting]
    held.slips.confirm(actor, YEAR, number, batch, SECOND)
    held.rounds.close(actor, YEAR, number, SECOND)
    card = held.rounds.card(YEAR, number)
    assert (card.round.state, card.sealed) == (RoundState.VOID, 6 * len(rated(held, number)))


def test_a_class_that_nobody_could_vote_in_yet_is_not_counted_as_absent(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    type_slips(held, actor, number, B, alike(held, number, V3[B]))
    put_down(held, actor, number, B, 6, 6, 6, 6)
    with pytest.raises(RoundNotReady) as told:
        held.rounds.close(actor, YEAR, number, SECOND)
    assert "A、C 票没有登记应到、实到、发出、收回" in sentence(told.value)


def test_a_turnout_that_the_counted_slips_belie_voids_no_round(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    put_down(held, actor, number, C, 12, 12, 12, 1)  # 12, typed wrong: too few by far, were it so
    assert held.rounds.card(YEAR, number).failing is Failing.RETURNED_TOO_FEW
    with pytest.raises(RoundNotReady) as told:
        held.rounds.close(actor, YEAR, number, SECOND)
    assert "C 票登记收回 1 张，却计入了 12 张" in sentence(told.value)
    assert held.rounds.view(YEAR)[0].state is RoundState.OPEN
    put_down(held, actor, number, C, 12, 12, 12, 12)
    held.rounds.close(actor, YEAR, number, SECOND)
    assert held.rounds.view(YEAR)[0].state is RoundState.CLOSED


@pytest.mark.parametrize(("title", "cap"), [("年" * 101, ""), ("年" * 5000, ""), ("年度民主测评", "三" * 5000)])
def test_what_is_too_long_is_refused_as_what_it_is(held: Desk, actor: Actor, title: str, cap: str) -> None:
    with pytest.raises(DeskError) as told:
        held.rounds.draft(actor, YEAR, RoundForm(title, RoundKind.SCORE, (Category.PROSECUTOR,), cap))
    said = sentence(told.value)
    assert "议题" not in said
    assert said.startswith("“测评轮次名称”最多 100 字" if not cap else "每票最多评优秀的人数“三三三")
