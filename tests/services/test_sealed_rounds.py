"""封存 and 启封: a void round's marks are opened by the key from its 封存单 alone, by two people, with a reason."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Failing, RoundStands
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.round_refusals import NothingSealed, SealKeyWrong, UnsealReasonMissing
from committee_desk.services.round_unsealing import Unsealing
from committee_desk.services.round_views import TypedTurnout
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.errors import sentence
from tests.imports.workbooks import workbook
from tests.services.rounds_held import SECOND, V3, YEAR, A, B, C, count_in, counted, drafted, opened, rated


@pytest.fixture
def key(held: Desk, actor: Actor) -> str:
    """That of round 1, counted and declared void."""
    return held.rounds.void(actor, YEAR, counted(held, actor), "票箱被打开过", SECOND).key


def refused(kind: type[DeskError], act: Callable[[], object]) -> str:
    with pytest.raises(kind) as caught:
        act()
    return sentence(caught.value)


def test_the_key_gives_every_mark_back_by_class_and_person(held: Desk, actor: Actor, key: str) -> None:
    opened_again, change = held.rounds.unseal(actor, YEAR, 1, Unsealing(key, "有人质疑计票"), SECOND)
    assert change.entry is not None
    for each in opened_again.marks:
        (name,) = each.classes
        assert Counter(each.marks) == Counter(map(Decimal, V3[name]))
    assert {(each.classes, each.code) for each in opened_again.marks} == {
        ((name,), code) for name in V3 for code in rated(held, 1)
    }
    newest = held.journal.rows(1)[0]
    assert (act_name(newest.verb), act_object(newest), newest.why) == (
        "启封作废轮次的测评票", "2026-测-001", "有人质疑计票",
    )  # fmt: skip
    assert newest.authority


def test_marks_come_in_no_order(held: Desk, actor: Actor, key: str) -> None:
    orders = {
        each.marks
        for _ in range(3)
        for each in held.rounds.unseal(actor, YEAR, 1, Unsealing(key, "核对"), SECOND)[0].marks
        if each.classes == (C,)
    }
    assert len(orders) > 1


def test_invalid_slips_of_a_round_that_they_make_void_are_sealed_too(held: Desk, actor: Actor) -> None:
    """Half of the slips say more 优秀 than they may: they are what the round is void for."""
    number = opened(held, actor, drafted(held, actor, most_excellent=1))
    marks = {name: [95 if at % 2 else 80 for at in range(count)] for name, count in ((A, 2), (B, 6), (C, 12))}
    count_in(held, actor, number, marks)
    told = held.rounds.close(actor, YEAR, number, SECOND).key
    card = held.rounds.card(YEAR, number)
    assert (card.failing, card.sealed) == (Failing.VALID_TOO_FEW, 20 * 6)
    unsealed, _ = held.rounds.unseal(actor, YEAR, number, Unsealing(told, "核对"), SECOND)
    (of_c,) = (each.marks for each in unsealed.marks if each.classes == (C,) and each.code == "P01")
    assert Counter(of_c) == {Decimal(95): 6, Decimal(80): 6}


@pytest.mark.parametrize(
    ("came", "listed"),
    [
        ({A: 1, B: 6, C: 12}, {(A, B), (C,)}),
        ({A: 3, B: 6, C: 2}, {(A,), (B, C)}),
        ({A: 2, B: 2, C: 12}, {(A, B), (C,)}),
        ({A: 1, C: 12}, {(A, C)}),
    ],
)
def test_a_class_of_too_few_ballots_is_listed_together_with_another(
    held: Desk, actor: Actor, came: dict[BallotClass, int], listed: set[tuple[BallotClass, ...]]
) -> None:
    """By itself the list of the only leader's marks would be his ballot."""
    number = opened(held, actor)
    count_in(held, actor, number, {name: V3[name][:count] for name, count in came.items()})
    told = held.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND).key
    unsealed, _ = held.rounds.unseal(actor, YEAR, number, Unsealing(told, "核对"), SECOND)
    assert {each.classes for each in unsealed.marks} == listed
    for each in unsealed.marks:
        assert Counter(each.marks) == Counter(Decimal(mark) for name in each.classes for mark in V3[name][: came[name]])


def test_a_counted_round_declared_void_leaves_no_copy_of_what_the_act_takes_away(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    number = counted(held, actor)
    before = set(tmp_path.rglob("*.desk"))
    held.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND)
    assert set(tmp_path.rglob("*.desk")) == before


def test_the_key_is_read_as_people_type_it(held: Desk, actor: Actor, key: str) -> None:
    typed = key.lower().replace("-", " ")
    assert held.rounds.unseal(actor, YEAR, 1, Unsealing(typed, "核对"), SECOND)[0].marks


def test_a_wrong_key_is_one_sentence(held: Desk, actor: Actor, key: str) -> None:
    again, _ = held.rounds.rerun(actor, YEAR, 1)
    opened(held, actor, again)
    count_in(held, actor, again, V3)
    other = held.rounds.void(actor, YEAR, again, "又被打开过", SECOND).key
    slip = ("1" if key[0] != "1" else "2") + key[1:]
    for wrong in (other, slip, key[:-1], "", "随便"):
        said = refused(
            SealKeyWrong, lambda wrong=wrong: held.rounds.unseal(actor, YEAR, 1, Unsealing(wrong, "核对"), SECOND)
        )
        assert "打不开 2026-测-001 的封存" in said
        assert wrong == "" or wrong not in said


def test_two_people_open_it_with_a_reason(held: Desk, actor: Actor, key: str) -> None:
    refused(UnsealReasonMissing, lambda: held.rounds.unseal(actor, YEAR, 1, Unsealing(key, " "), SECOND))
    refused(SecondNeeded, lambda: held.rounds.unseal(actor, YEAR, 1, Unsealing(key, "核对")))


def test_nothing_is_opened_of_a_round_that_is_not_void_or_keeps_nothing(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    refused(RoundStands, lambda: held.rounds.unseal(actor, YEAR, number, Unsealing("", "核对"), SECOND))
    assert held.rounds.void(actor, YEAR, number, "没有人来", SECOND).key == ""
    refused(NothingSealed, lambda: held.rounds.unseal(actor, YEAR, number, Unsealing("", "核对"), SECOND))


def test_a_round_that_its_turnout_voids_tells_a_key_and_a_counted_one_none(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {A: (95, 90)})
    told = held.rounds.close(actor, YEAR, number, SECOND)
    assert len(told.key.split("-")) == 14
    assert told.key not in repr(told)
    again, _ = held.rounds.rerun(actor, YEAR, number)
    opened(held, actor, again)
    count_in(held, actor, again, V3)
    assert held.rounds.close(actor, YEAR, again, SECOND).key == ""


def test_void_imported_ballots_are_sealed_too(held: Desk, actor: Actor, tmp_path: Path) -> None:
    rows = [{"票号": f"C-{at}", "票类": "C", "被测评人工号": "P01", "得分": str(80 + at)} for at in range(5)]
    held.imports.carry_out(actor, Kind.BALLOTS, workbook(tmp_path / "测评票.xlsx", rows), YEAR)
    held.imported_rounds.count(actor, YEAR, {C: TypedTurnout(5, 5, 5, 5)})
    key = held.imported_rounds.void(actor, YEAR, "登记错了", SECOND).key
    (found,) = held.rounds.unseal(actor, YEAR, 1, Unsealing(key, "核对"), SECOND)[0].marks
    assert Counter(found.marks) == Counter(Decimal(80 + at) for at in range(5))
