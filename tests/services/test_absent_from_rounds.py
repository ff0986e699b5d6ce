"""Who took part in a rating round, and who is typed as not having come."""

from pathlib import Path

import pytest

from committee_desk.domain.rounds import RoundState
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.round_refusals import AbsentUnclear, AbsentUnknown
from committee_desk.wording.errors import sentence
from tests.imports.workbooks import read, workbook
from tests.services.rounds_held import SECOND, V3, YEAR, A, B, C, count_in, counted, opened


def test_who_took_part_is_written_for_everybody_when_the_round_closes(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {A: V3[A], B: V3[B], C: V3[C][:10]})
    assert {each.participant.took_part for each in held.rounds.participants(YEAR, number)} == {None}
    with pytest.raises(AbsentUnclear) as told:
        held.rounds.close(actor, YEAR, number, SECOND, ["S01"])
    assert "C 票按实到数有 2 人没有参加，点名未到的是 1 人" in sentence(told.value)
    held.rounds.close(actor, YEAR, number, SECOND, ["S01", "S02"])
    took = {each.participant.code: each.participant.took_part for each in held.rounds.participants(YEAR, number)}
    assert {code for code, part in took.items() if not part} == {"S01", "S02"}


@pytest.mark.parametrize("typed", ["L3", "XXX", "院领导"])
def test_nobody_who_did_not_take_part_is_dropped_because_he_was_mistyped(held: Desk, actor: Actor, typed: str) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {**V3, A: V3[A][:2]})
    with pytest.raises(AbsentUnknown) as told:
        held.rounds.close(actor, YEAR, number, SECOND, [typed])
    assert sentence(told.value) == (
        f"未参加的人：2026-测-001 的投票人中没有“{typed}”。请对照签到表填工号或姓名；不清楚就留空。"
    )
    assert held.rounds.view(YEAR)[0].state is RoundState.OPEN


@pytest.mark.parametrize(
    "typed", [["S01", "S02"], ["ｓ０１", "s02"], ["助理1", "助理 2"], ["S01 助理2"], ["助理1", "S01", "S02", " "]]
)
def test_who_did_not_take_part_is_typed_by_number_or_by_name(held: Desk, actor: Actor, typed: list[str]) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {**V3, C: V3[C][:10]})
    held.rounds.close(actor, YEAR, number, SECOND, typed)
    took = {each.participant.code: each.participant.took_part for each in held.rounds.participants(YEAR, number)}
    assert {code for code, part in took.items() if not part} == {"S01", "S02"}


def test_of_two_raters_of_one_name_the_one_who_did_not_take_part_is_typed_by_number(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    row = {"工号": "S99", "姓名": "助理1", "部门": "第1检察部", "人员类别": "检察辅助人员"}
    read(held, Kind.PEOPLE, workbook(tmp_path / "又一个.xlsx", [row]))
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    with pytest.raises(AbsentUnknown) as told:
        held.rounds.close(actor, YEAR, number, SECOND, ["助理1"])
    assert sentence(told.value) == "未参加的人：叫“助理1”的投票人有助理1（S01）、助理1（S99）。请填工号。"
    held.rounds.close(actor, YEAR, number, SECOND, ["S99"])


def test_of_a_class_whose_absent_are_not_named_nobody_is_said_to_have_come(held: Desk, actor: Actor) -> None:
    number = counted(held, actor, {**V3, C: V3[C][:10]})
    took = {each.participant.code: each.participant.took_part for each in held.rounds.participants(YEAR, number)}
    assert took["L01"] is True
    assert took["S01"] is None
