"""Ballots that workbooks brought: they score at once, and grades wait until it is known who came."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Failing, RoundState, RoundWay, Turnout
from committee_desk.paths import resource
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.course_views import Lack
from committee_desk.services.desk import Desk
from committee_desk.services.grading_lacks import lacks_to_propose
from committee_desk.services.imports import Kind
from committee_desk.services.round_import_refusals import (
    BallotsCounted,
    BallotsOfARound,
    CorrectionFails,
    ImportedTurnoutFails,
    ImportedTurnoutMissing,
    NoImportedBallots,
    RoundsOpen,
    SlipsAboveReturned,
    TurnoutReasonMissing,
)
from committee_desk.services.round_refusals import (
    RatedByImport,
    RoundTooLate,
    TurnoutBeyond,
    TurnoutUnclear,
    VoidReasonMissing,
)
from committee_desk.services.round_views import TypedTurnout
from committee_desk.services.score_answer import score_answer
from committee_desk.wording.errors import sentence
from tests.imports.workbooks import workbook
from tests.services import rounds_held as held
from tests.services.graded_desks import approve, office, ready, sixteen
from tests.services.rounds_held import SECOND, YEAR, A, B, C
from tests.services.turnouts import turn_out

FULL: Mapping[BallotClass, TypedTurnout] = {
    A: TypedTurnout(3, 3, 3, 3),
    B: TypedTurnout(6, 6, 6, 6),
    C: TypedTurnout(15, 14, 14, 14),
}
"""The sample office: 3, 6 and 13 slips came."""


def refused(kind: type[DeskError], act: Callable[[], object]) -> str:
    with pytest.raises(kind) as caught:
        act()
    return sentence(caught.value)


def lacks(desk: Desk) -> list[Lack]:
    """What of rounds keeps the list from being proposed."""
    with desk._open.reading() as uow:
        found = lacks_to_propose(uow, YEAR, desk.clock())
        return [
            each for each in found if isinstance(each.fault, ImportedTurnoutMissing | ImportedTurnoutFails | RoundsOpen)
        ]


def ballots(folder: Path, rows: Sequence[tuple[str, str, str, object]], name: str = "票.xlsx") -> Path:
    told = [dict(zip(("票号", "票类", "被测评人工号", "得分"), row, strict=True)) for row in rows]
    return workbook(folder / name, told)


def alone(folder: Path, code: str, number: int, letter: str = "A", name: str = "票.xlsx") -> Path:
    """A workbook of so many slips for one person."""
    return ballots(folder, [(f"{letter}-{at}", letter, code, 90) for at in range(number)], name)


def one_office(desk: Desk, folder: Path, actor: Actor, slips: int, letter: str = "C") -> Desk:
    """An office of one rated person with so many slips of one class."""
    held.office(desk, folder)
    desk.imports.carry_out(actor, Kind.BALLOTS, alone(folder, "P01", slips, letter), YEAR)
    return desk


# -- grades wait -------------------------------------------------------------------------------------------------------


def test_imported_ballots_score_at_once_and_grades_wait_for_their_turnout(sample_desk: Desk, actor: Actor) -> None:
    before = json.dumps(score_answer(sample_desk.scores.year(YEAR)))
    (lack,) = lacks(sample_desk)
    assert (lack.page, lack.target, lack.warns) == ("ballots", "rounds", False)
    assert sentence(lack.fault) == (
        "导入的测评票（19 人，22 张票）还没有登记应到、实到、发出和收回，不能提名等次。"
        "请在“测评”页“民主测评”中按票类登记。"
    )
    sample_desk.imported_rounds.count(actor, YEAR, FULL)
    assert lacks(sample_desk) == []
    assert json.dumps(score_answer(sample_desk.scores.year(YEAR))) == before


def test_valid_and_invalid_follow_from_the_slips_that_came(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.imported_rounds.count(actor, YEAR, FULL)
    seen = sample_desk.imported_rounds.view(YEAR)
    assert seen is not None
    assert seen.round is not None
    assert (seen.round.label, seen.round.way, seen.round.state) == ("2026-测-001", RoundWay.IMPORTED, RoundState.CLOSED)
    assert seen.turnouts == {
        A: Turnout(3, 3, 3, 3, 3, 0),
        B: Turnout(6, 6, 6, 6, 6, 0),
        C: Turnout(15, 14, 14, 14, 13, 1),
    }
    assert seen.workbooks == ("测评票.xlsx",)


def test_a_desk_without_imported_ballots_waits_for_nothing(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    held.office(desk, tmp_path)
    assert desk.imported_rounds.view(YEAR) is None
    assert lacks(desk) == []
    assert "2026" in refused(NoImportedBallots, lambda: desk.imported_rounds.count(actor, YEAR, FULL))


def test_an_open_round_of_the_desk_keeps_grades_waiting(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    held.opened(held.office(desk, tmp_path), actor)
    (lack,) = lacks(desk)
    assert "2026-测-001 还没有关闭" in sentence(lack.fault)


def test_proposing_is_refused_until_the_turnout_is_typed(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    made = office(desk, tmp_path, sixteen(), turned_out=False)
    refused(ImportedTurnoutMissing, lambda: made.grading.propose(actor, YEAR, "按现有数据提名"))
    turn_out(made, actor)
    made.grading.propose(actor, YEAR, "按现有数据提名")


# -- what is typed -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kind", "said"),
    [
        (("三", 3, 3, 3), TurnoutUnclear, "应到"),
        ((3, 3, 3, ""), TurnoutUnclear, "收回"),
        ((3, 3, 3, "2.5"), TurnoutUnclear, "收回"),
        ((3, 4, 3, 3), TurnoutBeyond, "实到"),
        ((3, 3, 4, 3), TurnoutBeyond, "发出"),
        ((3, 3, 3, 2), SlipsAboveReturned, "导入的工作簿里却有 3 张票"),
    ],
)
def test_a_number_that_cannot_be_is_refused_by_its_name(
    sample_desk: Desk, actor: Actor, typed: tuple[str | int, ...], kind: type[DeskError], said: str
) -> None:
    wrong = {**FULL, A: TypedTurnout(*typed)}
    assert said in refused(kind, lambda: sample_desk.imported_rounds.count(actor, YEAR, wrong))
    assert len(lacks(sample_desk)) == 1


def test_a_class_whose_slips_came_cannot_be_left_out(sample_desk: Desk, actor: Actor) -> None:
    without = {name: each for name, each in FULL.items() if name is not B}
    refused(TurnoutUnclear, lambda: sample_desk.imported_rounds.count(actor, YEAR, without))


def test_a_counted_turnout_is_put_right_with_a_reason_until_the_list_is_approved(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    made = ready(office(desk, tmp_path, sixteen(held_apart())), actor)
    less = {A: TypedTurnout(1, 1, 1, 1)}
    refused(TurnoutReasonMissing, lambda: made.imported_rounds.count(actor, YEAR, less))
    made.imported_rounds.count(actor, YEAR, less, "数错一人")
    newest = made.journal.rows(1)[0]
    assert (newest.verb, newest.why) == ("rounds.count_imported", "数错一人")
    approve(made, actor)
    refused(RoundTooLate, lambda: made.imported_rounds.count(actor, YEAR, less, "再改"))


def test_a_counted_turnout_is_not_put_right_to_one_that_fails(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    """Its slips are parted: no workbook could replace one any more."""
    one_office(desk, tmp_path, actor, 20)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(30, 20, 20, 20)})
    less = {C: TypedTurnout(31, 20, 20, 20)}
    said = refused(CorrectionFails, lambda: desk.imported_rounds.count(actor, YEAR, less, "漏计应到一人"))
    assert "收回的票不足应到人数的三分之二" in said
    assert "由两人作废" in said
    seen = desk.imported_rounds.view(YEAR)
    assert seen is not None
    assert seen.round is not None
    assert (seen.round.state, seen.turnouts[C].due) == (RoundState.CLOSED, 30)


def held_apart() -> list[str]:
    """Totals of which no two are equal."""
    return [f"{95 - at}.10" for at in range(16)]


# -- rows of the tricky situations -------------------------------------------------------------------------------------


def test_row_30_seventeen_of_thirty_returned_keeps_grades_waiting_and_is_void_by_two_people(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    one_office(desk, tmp_path, actor, 17)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(30, 17, 30, 17)})
    seen = desk.imported_rounds.view(YEAR)
    assert seen is not None
    assert (seen.failing, seen.round.state if seen.round else None) == (Failing.RETURNED_TOO_FEW, RoundState.OPEN)
    (lack,) = lacks(desk)
    assert "收回的票不足应到人数的三分之二" in sentence(lack.fault)
    refused(VoidReasonMissing, lambda: desk.imported_rounds.void(actor, YEAR, " ", SECOND))
    refused(SecondNeeded, lambda: desk.imported_rounds.void(actor, YEAR, "收回不足"))
    desk.imported_rounds.void(actor, YEAR, "收回不足", SECOND)
    with desk._open.reading() as uow:
        assert (uow.rounds.sealed(YEAR, 1), uow.rounds.imported_for(YEAR)) == (17, frozenset())
    assert lacks(desk) == []
    assert "peer_rating" not in next(each for each in desk.scores.year(YEAR).people if each.code == "P01").indicators


def test_a_void_import_is_run_again_from_another_workbook_or_by_the_desk(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    one_office(desk, tmp_path, actor, 3)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(12, 3, 12, 3)})
    desk.imported_rounds.void(actor, YEAR, "收回不足", SECOND)
    desk.imports.carry_out(actor, Kind.BALLOTS, alone(tmp_path, "P01", 12, "C", "重新测评.xlsx"), YEAR)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(12, 12, 12, 12)})
    seen = desk.imported_rounds.view(YEAR)
    assert seen is not None
    assert seen.round is not None
    assert (seen.round.label, seen.round.state, seen.slips) == ("2026-测-002", RoundState.CLOSED, {C: 12})


def test_what_was_declared_void_comes_again_from_the_very_same_workbook(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    book = alone(tmp_path, "P01", 12, "C", "测评票.xlsx")
    held.office(desk, tmp_path)
    desk.imports.carry_out(actor, Kind.BALLOTS, book, YEAR)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(12, 12, 12, 12)})
    desk.imported_rounds.void(actor, YEAR, "登记错了，误作废", SECOND)
    outcome = desk.imports.carry_out(actor, Kind.BALLOTS, book, YEAR)
    assert not outcome.again
    assert outcome.added == 12
    assert desk.imports.carry_out(actor, Kind.BALLOTS, book, YEAR).again
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(12, 12, 12, 12)})
    seen = desk.imported_rounds.view(YEAR)
    assert seen is not None
    assert seen.round is not None
    assert (seen.round.state, seen.slips) == (RoundState.CLOSED, {C: 12})


def test_two_thirds_to_the_slip_are_enough(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    one_office(desk, tmp_path, actor, 20)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(30, 20, 30, 20)})
    assert lacks(desk) == []


def test_half_of_what_came_back_valid_is_not_more_than_half(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    one_office(desk, tmp_path, actor, 12)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(30, 24, 30, 24)})
    assert "有效票没有超过收回票的一半" in sentence(lacks(desk)[0].fault)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(30, 23, 30, 23)})
    assert lacks(desk) == []


def test_row_31_a_class_of_two_ballots_is_not_trimmed_and_is_merged_for_display(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    held.office(desk, tmp_path)
    marks = {"A": (95, 90, 88), "B": (92, 60), "C": (100, 90, 85, 80, 60, 95)}
    rows = [(f"{letter}-{at}", letter, "P01", mark) for letter, each in marks.items() for at, mark in enumerate(each)]
    desk.imports.carry_out(actor, Kind.BALLOTS, ballots(tmp_path, rows), YEAR)
    told = desk.scores.explain(YEAR, "P01")
    (peer,) = [each for each in told.indicators if each.indicator == "peer_rating"]
    assert [each.facts["classes"] for each in peer.inputs] == ["A", "B、C"]
    assert peer.printed == round(4 * (0.4 * 91 + 0.3 * 76 + 0.3 * 87.5))


def test_row_32_thirty_one_came_back_of_thirty_issued(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    one_office(desk, tmp_path, actor, 30)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(35, 30, 30, 31)})
    seen = desk.imported_rounds.view(YEAR)
    assert seen is not None
    assert seen.failing is Failing.RETURNED_ABOVE_ISSUED
    assert "收回的票多于发出的票" in sentence(lacks(desk)[0].fault)


# -- after the close ---------------------------------------------------------------------------------------------------


def test_any_workbook_after_the_close_is_refused_and_the_same_file_again_is_no_error(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    same = resource("samples", "office", "测评票.xlsx")
    other = alone(tmp_path, "J001", 1)
    sample_desk.imports.preview(actor, Kind.BALLOTS, other, YEAR)
    turn_out(sample_desk, actor)
    said = refused(BallotsCounted, lambda: sample_desk.imports.carry_out(actor, Kind.BALLOTS, other, YEAR))
    assert "已经计票（2026-测-001）" in said
    refused(BallotsCounted, lambda: sample_desk.imports.carry_out(actor, Kind.BALLOTS, other, YEAR, replace=True))
    refused(BallotsCounted, lambda: sample_desk.imports.preview(actor, Kind.BALLOTS, other, YEAR))
    again = sample_desk.imports.carry_out(actor, Kind.BALLOTS, same, YEAR)
    assert (again.again, again.change.entry) == (True, None)
    came = next(each for each in sample_desk.imports.history() if each.kind == "ballots")
    refused(BallotsCounted, lambda: sample_desk.imports.take_back(actor, came.entry, "误导入"))


def test_while_the_turnout_fails_workbooks_are_taken_and_the_turnout_is_asked_again(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    one_office(desk, tmp_path, actor, 3)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(12, 12, 12, 12)})
    assert lacks(desk), "9 of 12 were not valid"
    more = ballots(tmp_path, [(f"补-{at}", "C", "P01", 88) for at in range(9)], "补.xlsx")
    desk.imports.carry_out(actor, Kind.BALLOTS, more, YEAR)
    assert isinstance(lacks(desk)[0].fault, ImportedTurnoutMissing)
    desk.imported_rounds.count(actor, YEAR, {C: TypedTurnout(12, 12, 12, 12)})
    assert lacks(desk) == []


# -- nobody is rated by both -------------------------------------------------------------------------------------------


def test_workbooks_bring_no_ballots_for_whom_an_open_round_of_the_desk_rates(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    held.opened(held.office(desk, tmp_path), actor)
    said = refused(
        BallotsOfARound, lambda: desk.imports.carry_out(actor, Kind.BALLOTS, alone(tmp_path, "P01", 3), YEAR)
    )
    assert "1 人（部门长1）由本台账的测评轮次 2026-测-001 测评" in said
    desk.imports.carry_out(actor, Kind.BALLOTS, alone(tmp_path, "S01", 3, name="助理.xlsx"), YEAR)


def test_a_counted_round_of_the_desk_takes_no_ballots_from_workbooks(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    held.counted(held.office(desk, tmp_path), actor)
    refused(BallotsOfARound, lambda: desk.imports.carry_out(actor, Kind.BALLOTS, alone(tmp_path, "P02", 3), YEAR))


def test_no_round_of_the_desk_rates_for_whom_workbooks_brought_ballots(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    one_office(desk, tmp_path, actor, 3)
    assert "部门长1" in refused(RatedByImport, lambda: held.opened(desk, actor))
