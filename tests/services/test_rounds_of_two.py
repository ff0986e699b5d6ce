"""Who may do what of a round in 严格: the secretary adopts and closes, the chair confirms, nobody counts alone."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.rounds import RoundState
from committee_desk.services.account_refusals import NotAllowed, SecondIsFirst, SecondMayNot, SecondWrong
from committee_desk.services.desk import Desk
from committee_desk.services.round_views import AdoptedBy
from committee_desk.services.second import Second
from committee_desk.wording.errors import sentence
from tests.services.rounds_held import V3, YEAR, A, B, C, alike, drafted, office, put_down
from tests.services.seated_desks import SECRET, sit, with_accounts

CHAIR = Second(Role.CHAIR.value, SECRET)


@pytest.fixture
def strict(desk: Desk, tmp_path: Path) -> Desk:
    """An office that can hold rounds, in 严格."""
    return with_accounts(office(desk, tmp_path), Way.STRICT)


def adopt(desk: Desk, number: int, second: Second) -> None:
    seen = desk.rounds.card(YEAR, number).round.entry
    desk.rounds.adopt(desk.seat.actor, YEAR, number, AdoptedBy("考委1号", date(2026, 12, 20), seen), second)


def test_a_clerk_drafts_and_the_secretary_adopts_with_the_chair(strict: Desk) -> None:
    number = drafted(strict, sit(strict, Role.OPERATOR))
    with pytest.raises(NotAllowed) as told:
        adopt(strict, number, CHAIR)
    assert "启动、关闭或作废测评轮次" in sentence(told.value)
    sit(strict, Role.SECRETARY)
    adopt(strict, number, CHAIR)
    assert strict.rounds.card(YEAR, number).round.state is RoundState.OPEN


@pytest.mark.parametrize(
    ("second", "error"),
    [
        (Second(Role.SECRETARY.value, SECRET), SecondIsFirst),
        (Second(Role.CHAIR.value, "猜的口令 1"), SecondWrong),
        (Second(Role.ADMINISTRATOR.value, SECRET), SecondMayNot),
        (Second(Role.OPERATOR.value, SECRET), SecondMayNot),
    ],
)
def test_nobody_else_confirms_it(strict: Desk, second: Second, error: type[Exception]) -> None:
    number = drafted(strict, sit(strict, Role.SECRETARY))
    with pytest.raises(error):
        adopt(strict, number, second)
    assert strict.rounds.card(YEAR, number).round.state is RoundState.DRAFT


def test_a_round_typed_by_two_accounts_is_closed_by_two(strict: Desk) -> None:
    number = drafted(strict, sit(strict, Role.SECRETARY))
    adopt(strict, number, CHAIR)
    for ballot_class in (A, B, C):
        _typed_twice(strict, number, ballot_class, alike(strict, number, V3[ballot_class]))
    sit(strict, Role.SECRETARY)
    for ballot_class, due in ((A, 3), (B, 6), (C, 12)):
        put_down(strict, strict.seat.actor, number, ballot_class, due, due, due, due)
    strict.rounds.close(strict.seat.actor, YEAR, number, CHAIR)
    card = strict.rounds.card(YEAR, number)
    assert card.round.state is RoundState.CLOSED
    assert {(each.typed_by, each.compared_by, each.settled_by) for each in card.batches} == {("周敏", "孙丽", None)}


def _typed_twice(desk: Desk, number: int, ballot_class: BallotClass, slips: list[dict[str, str]]) -> None:
    """The clerk types the batch, the secretary types it again blind."""
    first = sit(desk, Role.OPERATOR)
    made = desk.slips.make_serials(first, YEAR, number, ballot_class, max(5, len(slips))).serials
    batch, _ = desk.slips.begin(first, YEAR, number, ballot_class)
    for serial, lines in zip(made, slips, strict=False):
        desk.slips.type(first, YEAR, number, batch, serial, lines)
    desk.slips.hand_over(first, YEAR, number, batch)
    second = sit(desk, Role.SECRETARY)
    for serial, lines in zip(made, slips, strict=False):
        desk.slips.type(second, YEAR, number, batch, serial, lines)
    assert desk.slips.compare(second, YEAR, number, batch).differing == ()
