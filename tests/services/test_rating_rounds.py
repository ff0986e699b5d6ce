"""Rating rounds: drafted, adopted by two, counted at their closing, void and held again."""

import shutil
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.rounds import Failing, Participant, RoundKind, RoundStands, RoundState, Turnout
from committee_desk.domain.scheme_document import parsed, put, written
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.refusals import BuiltUpon
from committee_desk.services.round_file import RoundCopied
from committee_desk.services.round_refusals import (
    AbsentUnclear,
    AbsentUnknown,
    AdoptedAhead,
    AdoptionIncomplete,
    AgainUnchanged,
    CapUnclear,
    DueLocked,
    LeaderNotRated,
    LookIncomplete,
    NoSuchFlag,
    NoSuchRound,
    NotOnTheRoster,
    RatedByImport,
    RatedElsewhere,
    RosterMoved,
    RoundChanged,
    RoundForNobody,
    RoundNotReady,
    RoundUntitled,
    SchemeMoved,
    TurnoutBeyond,
    TurnoutUnclear,
    VoidReasonMissing,
)
from committee_desk.services.round_views import AdoptedBy, RoundForm, TypedLook, TypedTurnout
from committee_desk.services.scheme_views import Adoption
from committee_desk.services.second import Second
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.errors import sentence
from committee_desk.wording.overview import owed_detail, owed_title
from committee_desk.wording.rounds import failing_name
from tests.conftest import frozen_clock
from tests.imports.workbooks import good, read, workbook
from tests.services.rounds_held import (
    SECOND,
    V3,
    YEAR,
    A,
    B,
    C,
    alike,
    count_in,
    counted,
    drafted,
    office,
    opened,
    put_down,
    rated,
    type_slips,
)


@pytest.fixture
def held(desk: Desk, tmp_path: Path) -> Desk:
    """An office that can hold rounds."""
    return office(desk, tmp_path)


def _beside(held: Desk) -> list[Path]:
    """The working files beside the desk."""
    return list(held.path.parent.glob(f"{held.path.name}.*测*"))


# -- a whole round -----------------------------------------------------------------------------------------------------


def test_a_round_comes_to_the_worked_example_on_the_desk_and_in_the_year(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    result = held.rounds.results(YEAR, number)
    person = result.people[0]
    assert (person.code, person.total) == ("P01", Fraction("89.695"))
    assert [(each.classes, each.mean, each.trimmed) for each in person.classes] == [
        (("A",), Fraction(91), 0),
        (("B",), Fraction("88.75"), 2),
        (("C",), Fraction("88.9"), 2),
    ]
    assert result.turnouts == {
        A: Turnout(3, 3, 3, 3, 3, 0),
        B: Turnout(6, 6, 6, 6, 6, 0),
        C: Turnout(12, 12, 12, 12, 12, 0),
    }
    scores = {each.code: each for each in held.scores.year(YEAR).people}
    assert scores["P01"].indicators["peer_rating"] == 359


def test_without_heads_the_other_classes_are_weighted_up(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    for code in ("P01", "P02", "P03", "P04", "P05", "P06"):
        held.rounds.place(actor, YEAR, number, Participant(code, None, rated=True))
    opened(held, actor, number)
    count_in(held, actor, number, {A: V3[A], C: V3[C]})
    held.rounds.close(actor, YEAR, number, SECOND)
    assert held.rounds.results(YEAR, number).people[0].total == Fraction("90.1")


def test_a_grade_round_counts_the_points_of_the_scheme(held: Desk, actor: Actor) -> None:
    number = opened(held, actor, drafted(held, actor, RoundKind.GRADE))
    count_in(held, actor, number, {A: ["优秀", "称职", "弃权"], B: ["优秀"] * 6, C: ["称职"] * 12})
    held.rounds.close(actor, YEAR, number, SECOND)
    # A 95 and 85, the abstention leaves first: 90; B 95; C 85
    assert held.rounds.results(YEAR, number).people[0].total == 90 * Fraction("0.4") + 180 * Fraction("0.3")


def test_people_are_derived_from_their_posts(held: Desk, actor: Actor) -> None:
    rows = {each.participant.code: each.participant for each in held.rounds.participants(YEAR, drafted(held, actor))}
    assert (rows["L01"].ballot_class, rows["L01"].rated) == (A, False)
    assert (rows["P01"].ballot_class, rows["P01"].rated) == (B, True)
    assert (rows["S01"].ballot_class, rows["S01"].rated) == (C, False)


def test_a_correction_by_hand_outlives_deriving_anew(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    held.rounds.place(actor, YEAR, number, Participant("S01", B, rated=False))
    held.rounds.derive(actor, YEAR, number)
    (row,) = (each for each in held.rounds.participants(YEAR, number) if each.participant.code == "S01")
    assert (row.participant, row.derived) == (Participant("S01", B, False, by_hand=True), Participant("S01", C, False))
    held.rounds.place(actor, YEAR, number, Participant("S01", C, rated=False))
    (row,) = (each for each in held.rounds.participants(YEAR, number) if each.participant.code == "S01")
    assert not row.participant.by_hand


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


def test_the_working_file_and_its_key_are_gone_after_closing(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    label = held.rounds.card(YEAR, number).round.label
    assert [each.is_file() for each in _beside(held)] == [True]
    count_in(held, actor, number, V3)
    held.rounds.close(actor, YEAR, number, SECOND)
    assert not _beside(held)
    assert not held.rounds._files().is_here(label)


def test_closing_tells_the_screens_of_rounds_and_of_ratings(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    change = held.rounds.close(actor, YEAR, number, SECOND).change
    assert change.topics == {Topic.ROUNDS, Topic.RATINGS}


def test_nothing_is_told_of_a_round_that_is_open(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    with pytest.raises(RoundStands) as told:
        held.rounds.results(YEAR, number)
    assert sentence(told.value) == "2026-测-001 现为“测评中”，不能“查看结果”。请刷新后再办理。"
    with pytest.raises(RoundStands):
        held.rounds.statistics(YEAR, number)
    assert all("peer_rating" not in each.indicators for each in held.scores.year(YEAR).people)


# -- adopting ----------------------------------------------------------------------------------------------------------


def test_a_round_is_adopted_by_two_people(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    by = AdoptedBy("考委1号", date(2026, 12, 20), held.rounds.card(YEAR, number).round.entry)
    with pytest.raises(SecondNeeded):
        held.rounds.adopt(actor, YEAR, number, by)
    assert held.rounds.card(YEAR, number).round.state is RoundState.DRAFT


@pytest.mark.parametrize(
    ("document", "day", "error", "said"),
    [
        ("", date(2026, 12, 20), AdoptionIncomplete, "启动 2026-测-001 须有通过测评规则的文件号和日期。请补全。"),
        ("考委1号", "", AdoptionIncomplete, "启动 2026-测-001 须有通过测评规则的文件号和日期。请补全。"),
        ("考委1号", date(2027, 1, 12), AdoptedAhead, "晚于今天"),
    ],
)
def test_an_adoption_needs_its_document_and_a_day_that_has_come(
    held: Desk, actor: Actor, document: str, day: date | str, error: type[DeskError], said: str
) -> None:
    number = drafted(held, actor)
    seen = held.rounds.card(YEAR, number).round.entry
    with pytest.raises(error) as told:
        held.rounds.adopt(actor, YEAR, number, AdoptedBy(document, day, seen), SECOND)
    assert said in sentence(told.value)


def test_a_draft_that_changed_since_both_read_it_is_not_adopted(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    seen = held.rounds.card(YEAR, number).round.entry
    held.rounds.place(actor, YEAR, number, Participant("S01", B, rated=False))
    with pytest.raises(RoundChanged) as told:
        held.rounds.adopt(actor, YEAR, number, AdoptedBy("考委1号", date(2026, 12, 20), seen), SECOND)
    assert sentence(told.value) == "2026-测-001 的草稿刚才改过，与两人看到的不同。请刷新、重新核对后再启动。"


def test_people_whose_posts_moved_since_the_draft_are_derived_anew_before_it_opens(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    draft = drafted(held, actor)
    row = {"工号": "P01", "姓名": "部门长1", "部门": "第1检察部", "人员类别": "检察官", "职务": "副检察长"}
    moved = workbook(tmp_path / "调整.xlsx", [{**row, "领导成员": "是"}])
    held.imports.carry_out(actor, Kind.PEOPLE, moved, YEAR, replace=True)
    with pytest.raises(LeaderNotRated):
        opened(held, actor, draft)
    held.rounds.place(actor, YEAR, draft, Participant("P01", B, rated=False))
    gone = workbook(
        tmp_path / "离岗.xlsx",
        [{**row, "工号": "P02", "姓名": "部门长2", "部门": "第2检察部", "职务": "主任", "离岗日期": "2026-06-30"}],
    )
    held.imports.carry_out(actor, Kind.PEOPLE, gone, YEAR, replace=True)
    with pytest.raises(RosterMoved) as told:
        opened(held, actor, draft)
    assert sentence(told.value).startswith("部门长2等 1 人的在岗、职务或者领导成员情况在 2026-测-001 拟定以后变了")
    held.rounds.derive(actor, YEAR, draft)
    opened(held, actor, draft)
    assert rated(held, draft) == ("P03", "P04", "P05", "P06")


def test_what_was_adopted_is_locked(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    with pytest.raises(RoundStands) as told:
        held.rounds.place(actor, YEAR, number, Participant("S01", B, rated=False))
    assert sentence(told.value) == "2026-测-001 现为“测评中”，不能“调整人员”。请刷新后再办理。"
    with pytest.raises(RoundStands):
        held.rounds.amend(actor, YEAR, number, RoundForm("改", RoundKind.GRADE))


def test_nobody_is_rated_in_two_rounds_of_a_year(held: Desk, actor: Actor) -> None:
    opened(held, actor)
    with pytest.raises(RatedElsewhere) as told:
        drafted(held, actor)
    assert "在 2026-测-001 中已是被测评人，不能在 2026-测-002 中再测评一次" in sentence(told.value)


def test_nobody_with_imported_ballots_is_rated_here(held: Desk, actor: Actor, tmp_path: Path) -> None:
    ballots = workbook(tmp_path / "测评票.xlsx", [good(Kind.BALLOTS, 被测评人工号="P03")])
    read(held, Kind.BALLOTS, ballots)
    with pytest.raises(RatedByImport) as told:
        drafted(held, actor)
    assert "部门长3等人已有导入的测评票，不能在 2026-测-001 中再测评一次" in sentence(told.value)


def test_what_is_typed_of_a_draft_is_looked_at(held: Desk, actor: Actor) -> None:
    with pytest.raises(RoundUntitled):
        held.rounds.draft(actor, YEAR, RoundForm("  ", RoundKind.SCORE))
    with pytest.raises(RoundForNobody):
        held.rounds.draft(actor, YEAR, RoundForm("测评", RoundKind.SCORE, ()))
    for cap in ("0", "7", "两", "1.5"):
        with pytest.raises(CapUnclear) as told:
            held.rounds.draft(actor, YEAR, RoundForm("测评", RoundKind.SCORE, (Category.PROSECUTOR,), cap))
        assert "须是 1 到 6 的整数" in sentence(told.value)
    number = drafted(held, actor, most_excellent=2)
    with pytest.raises(LeaderNotRated) as told:
        held.rounds.place(actor, YEAR, number, Participant("L01", A, rated=True))
    assert sentence(told.value) == "院领导1是领导成员，等次由主管机关确定，可以投票，不作被测评人。"
    with pytest.raises(NotOnTheRoster):
        held.rounds.place(actor, YEAR, number, Participant("X99", C, rated=False))
    with pytest.raises(NoSuchRound) as told:
        held.rounds.card(YEAR, 9)
    assert sentence(told.value) == "2026 年度没有第 9 轮民主测评。请刷新后重新选择。"


def test_a_discarded_draft_keeps_its_number(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    held.rounds.discard(actor, YEAR, number)
    assert drafted(held, actor) == number + 1
    assert [each.number for each in held.rounds.view(YEAR)] == [number + 1]


# -- turnout -----------------------------------------------------------------------------------------------------------


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


# -- the situations of the domain rules, part 6 ------------------------------------------------------------------------


def test_row_30_a_low_turnout_makes_the_round_void_and_it_is_held_again(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {A: V3[A], B: V3[B], C: V3[C][:4]})  # 13 of 21, due two thirds: 14
    assert held.rounds.card(YEAR, number).failing is Failing.RETURNED_TOO_FEW
    held.rounds.close(actor, YEAR, number, SECOND)
    card = held.rounds.card(YEAR, number)
    assert (card.round.state, card.failing) == (RoundState.VOID, Failing.RETURNED_TOO_FEW)
    assert card.sealed == 13 * 6
    assert all("peer_rating" not in each.indicators for each in held.scores.year(YEAR).people)
    again, _ = held.rounds.rerun(actor, YEAR, number)
    with pytest.raises(AgainUnchanged):
        held.rounds.place(actor, YEAR, again, Participant("S01", B, rated=False))
    opened(held, actor, again)
    count_in(held, actor, again, V3)
    held.rounds.close(actor, YEAR, again, SECOND)
    assert held.rounds.results(YEAR, again).people[0].total == Fraction("89.695")
    assert held.rounds.card(YEAR, number).sealed == 13 * 6


def test_two_thirds_to_the_slip_are_enough(held: Desk, actor: Actor) -> None:
    number = counted(held, actor, {A: V3[A], B: V3[B], C: V3[C][:5]})  # 14 of 21
    assert held.rounds.card(YEAR, number).round.state is RoundState.CLOSED


def test_row_31_a_class_of_two_is_not_trimmed_and_never_shown_alone(held: Desk, actor: Actor) -> None:
    number = counted(held, actor, {A: V3[A], B: V3[B][:2], C: V3[C]})
    person = held.rounds.results(YEAR, number).people[0]
    assert [each.classes for each in person.classes] == [("A",), ("B", "C")]
    expected = 91 * Fraction("0.4") + Fraction(92 + 85, 2) * Fraction("0.3") + Fraction("88.9") * Fraction("0.3")
    assert person.total == expected
    assert "88.5" not in str(person)


def test_row_32_more_back_than_issued_voids_the_round(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    put_down(held, actor, number, A, 3, 3, 3, 3)
    put_down(held, actor, number, B, 6, 6, 6, 6)
    put_down(held, actor, number, C, 12, 12, 11, 12)
    assert held.rounds.card(YEAR, number).failing is Failing.RETURNED_ABOVE_ISSUED
    held.rounds.close(actor, YEAR, number, SECOND)
    assert held.rounds.card(YEAR, number).failing is Failing.RETURNED_ABOVE_ISSUED
    assert held.rounds.view(YEAR)[0].state is RoundState.VOID


def test_row_24_all_slips_are_alike_and_a_mark_for_oneself_on_paper_counts(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    assert [each.code for each in held.slips.lines(YEAR, number)] == list(rated(held, number))
    count_in(held, actor, number, V3)
    held.rounds.close(actor, YEAR, number, SECOND)
    assert held.rounds.results(YEAR, number).turnouts[B].valid == 6


def test_row_26_an_external_leader_rates_and_is_never_rated(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    assert not any(code.startswith("L") for code in rated(held, number))
    assert next(row.raters for row in held.rounds.card(YEAR, number).classes if row.ballot_class is A) == 3


def test_half_of_the_valid_slips_are_not_enough(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    for ballot_class, good_slips, count in ((A, 2, 3), (B, 2, 6), (C, 6, 12)):  # 10 valid of 21
        slips = alike(held, number, [90] * good_slips) + [{} for _ in range(count - good_slips)]
        type_slips(held, actor, number, ballot_class, slips)
        put_down(held, actor, number, ballot_class, count, count, count, count)
    held.rounds.close(actor, YEAR, number, SECOND)
    card = held.rounds.card(YEAR, number)
    assert (card.round.state, card.failing) == (RoundState.VOID, Failing.VALID_TOO_FEW)
    assert card.classes[2].turnout == Turnout(12, 12, 12, 12, 6, 6)


def test_too_many_excellent_marks_make_a_slip_invalid_and_its_reason_is_counted(held: Desk, actor: Actor) -> None:
    number = opened(held, actor, drafted(held, actor, most_excellent=2))
    codes = rated(held, number)
    allowed = {**dict.fromkeys(codes, "84"), codes[0]: "90", codes[1]: "85"}
    over = {**allowed, codes[2]: "99"}
    for ballot_class, count in ((A, 3), (B, 6), (C, 12)):
        type_slips(held, actor, number, ballot_class, [over, *[allowed] * (count - 1)])
        put_down(held, actor, number, ballot_class, count, count, count, count)
    held.rounds.close(actor, YEAR, number, SECOND)
    result = held.rounds.results(YEAR, number)
    assert {str(why): count for why, count in result.invalid.items()} == {"too_many_excellent": 3}
    assert result.turnouts[C] == Turnout(12, 12, 12, 12, 11, 1)


# -- void by decision --------------------------------------------------------------------------------------------------


def test_an_open_round_is_declared_void_with_a_reason_by_two_and_its_marks_are_sealed(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    with pytest.raises(VoidReasonMissing):
        held.rounds.void(actor, YEAR, number, " ", SECOND)
    with pytest.raises(SecondNeeded):
        held.rounds.void(actor, YEAR, number, "票箱被打开过")
    held.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND)
    card = held.rounds.card(YEAR, number)
    assert (card.round.why, card.failing, card.sealed) == ("票箱被打开过", Failing.DECIDED, 21 * 6)
    assert not _beside(held)


def test_a_closed_round_that_is_declared_void_counts_no_longer(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    held.rounds.void(actor, YEAR, number, "有人代投", SECOND)
    assert all("peer_rating" not in each.indicators for each in held.scores.year(YEAR).people)
    assert held.rounds.card(YEAR, number).sealed == 21 * 6
    again, _ = held.rounds.rerun(actor, YEAR, number)
    assert held.rounds.card(YEAR, again).round.again == number


def test_a_round_whose_key_is_gone_can_only_be_declared_void(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    held.rounds._files().destroy(held.rounds.card(YEAR, number).round.label)
    assert not held.rounds.card(YEAR, number).here
    held.rounds.void(actor, YEAR, number, "开票的电脑损坏", SECOND)
    assert held.rounds.card(YEAR, number).sealed == 0


def test_a_round_counted_beside_another_desk_is_not_declared_void_in_a_copy(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    number = opened(held, actor)
    type_slips(held, actor, number, B, alike(held, number, [80] * 6))
    (tmp_path / "副本").mkdir()
    path = tmp_path / "副本" / held.path.name
    shutil.copyfile(held.path, path)
    with open_desk(path, clock=frozen_clock) as copy:
        with pytest.raises(RoundCopied) as told:
            copy.rounds.void(actor, YEAR, number, "试一试", SECOND)
        assert f"“{held.path}.2026-测-001”旁边的台账" in sentence(told.value)
        assert copy.rounds.card(YEAR, number).round.state is RoundState.OPEN
    assert held.slips.progress(YEAR, number)[B].counted == 6


def test_a_round_opened_by_a_link_to_its_desk_goes_on_and_voided_there_keeps_its_marks(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    number = opened(held, actor)
    type_slips(held, actor, number, B, alike(held, number, [80] * 6))
    (tmp_path / "链接").symlink_to(held.path.parent, target_is_directory=True)
    with open_desk(tmp_path / "链接" / held.path.name, clock=frozen_clock) as linked:
        assert linked.slips.progress(YEAR, number)[B].counted == 6
        linked.rounds.void(actor, YEAR, number, "票箱被打开过", SECOND)
    assert held.rounds.card(YEAR, number).sealed == 6 * 6
    assert not _beside(held)


def test_what_a_cut_off_closing_left_is_swept(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    label = held.rounds.card(YEAR, number).round.label
    held.rounds._files().make(label)
    held.rounds.sweep()
    assert not held.rounds._files().is_here(label)
    assert not _beside(held)


def test_the_working_file_of_a_round_that_has_not_ended_is_never_swept(held: Desk, actor: Actor) -> None:
    draft = drafted(held, actor)
    label = held.rounds.card(YEAR, draft).round.label
    held.rounds._files().make(label)  # as an older state of the desk, put in its place, would find it
    held.rounds.sweep()
    assert held.rounds._files().is_here(label)
    opened(held, actor, draft)
    held.rounds.sweep()
    assert held.rounds.card(YEAR, draft).here


def test_row_25_a_head_who_is_rated_himself_rates_among_the_heads(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    people = {each.participant.code: each.participant for each in held.rounds.participants(YEAR, number)}
    assert all(people[code].ballot_class is B for code in rated(held, number))


def test_row_30_and_32_say_why_a_round_is_void(held: Desk, actor: Actor) -> None:
    assert failing_name(Failing.RETURNED_TOO_FEW) == "收回的票不足应到人数的三分之二"
    assert failing_name(Failing.RETURNED_ABOVE_ISSUED) == "收回的票多于发出的票"
    number = opened(held, actor)
    for ballot_class, due in ((A, 3), (B, 6), (C, 12)):
        put_down(held, actor, number, ballot_class, due, due, due - 1, due)
    change = held.rounds.close(actor, YEAR, number, SECOND).change
    (row,) = (each for each in held.journal.rows(5) if each.seq == change.entry)
    assert (act_name(row.verb), act_object(row)) == (
        "关闭民主测评并计票",
        "2026-测-001：收回的票多于发出的票，本轮作废",
    )


def test_people_of_a_round_are_not_taken_off_the_desk(held: Desk, actor: Actor) -> None:
    opened(held, actor)
    people = next(each for each in held.imports.history() if each.kind == "people")
    with pytest.raises(BuiltUpon) as told:
        held.imports.take_back(actor, people.entry, "误导入")
    assert "拟定测评轮次" in sentence(told.value)


def test_nobody_adopts_a_round_with_himself(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    seen = held.rounds.card(YEAR, number).round.entry
    with pytest.raises(SecondIsFirst):
        held.rounds.adopt(actor, YEAR, number, AdoptedBy("考委1号", "2026-12-20", seen), Second(actor.name))


# -- questions that the statistics ask ---------------------------------------------------------------------------------


def test_a_look_into_a_question_is_kept_and_moves_no_score(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    before = held.scores.year(YEAR)
    flag = held.rounds.statistics(YEAR, number).flags[0].name
    held.rounds.look(actor, YEAR, number, TypedLook(flag, "考评委员会", "2027-01-08", "逐票看过，未发现异常"))
    (look,) = held.rounds.looks(YEAR, number)
    assert (look.flag, look.looked_by, look.day, look.decided) == (
        flag,
        "考评委员会",
        date(2027, 1, 8),
        "逐票看过，未发现异常",
    )
    assert held.scores.year(YEAR) == before


@pytest.mark.parametrize(
    ("by", "day", "decided", "error", "said"),
    [
        ("", "2027-01-08", "无异常", LookIncomplete, "2026-测-001：须写明由谁了解、日期和处理意见。请补全。"),
        ("委员会", "", "无异常", LookIncomplete, "须写明由谁了解、日期和处理意见"),
        ("委员会", "2027-01-08", " ", LookIncomplete, "须写明由谁了解、日期和处理意见"),
        ("委员会", "2027-01-12", "无异常", AdoptedAhead, "晚于今天"),
    ],
)
def test_a_look_says_who_when_and_what_was_decided(
    held: Desk, actor: Actor, by: str, day: str, decided: str, error: type[DeskError], said: str
) -> None:
    number = counted(held, actor)
    flag = held.rounds.statistics(YEAR, number).flags[0].name
    with pytest.raises(error) as told:
        held.rounds.look(actor, YEAR, number, TypedLook(flag, by, day, decided))
    assert said in sentence(told.value)


def test_only_what_the_statistics_ask_is_looked_into(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    with pytest.raises(NoSuchFlag) as told:
        held.rounds.look(actor, YEAR, number, TypedLook("severe:L09", "委员会", "2027-01-08", "无异常"))
    assert sentence(told.value) == "2026-测-001 的统计没有提出“severe:L09”这一问题。请刷新后再登记。"


# -- what 工作台 says --------------------------------------------------------------------------------------------------


def lines(desk: Desk) -> list[tuple[str, str]]:
    found = [each for each in desk.overview(YEAR, date(2027, 1, 11)).owed if each.kind.startswith("round_")]
    assert {each.page for each in found} <= {"ballots"}
    return [(owed_title(each), owed_detail(each)) for each in found]


def weigh_anew(desk: Desk, actor: Actor) -> None:
    """The scheme of the 检察官 gives leaders less weight from here on."""
    desk.schemes.adopt(actor, YEAR, Category.PROSECUTOR, Adoption("考委1号", date(2026, 1, 20)), None)
    desk.schemes.begin(actor, YEAR)
    draft = desk.schemes.read(YEAR).draft
    assert draft is not None
    document = parsed(draft.text)
    for name, weight in (("A", 0.3), ("C", 0.4)):
        document = put(document, ("ballots", "weights", name), weight)
    seen = desk.schemes.save(actor, YEAR, Category.PROSECUTOR, written(document), draft.entry).entry
    desk.schemes.adopt(actor, YEAR, Category.PROSECUTOR, Adoption("考委9号", date(2026, 12, 1), "改权重"), seen)


def test_the_workbench_says_what_a_round_waits_for(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    assert lines(held) == [("2026-测-001 还是草稿", "年度民主测评：通过测评规则后启动")]
    opened(held, actor, number)
    put_down(held, actor, number, B, 6, 6, 6, 6)
    assert lines(held) == [("2026-测-001 正在测评", "年度民主测评：A、C 票没有登记票数")]
    put_down(held, actor, number, A, 3, 3, 3, 3)
    put_down(held, actor, number, C, 12, 0, 0, 0)
    assert lines(held) == [("2026-测-001 待关闭计票", "年度民主测评：票数已登记")]
    held.rounds.close(actor, YEAR, number, SECOND)
    assert lines(held) == [("2026-测-001 已作废，待重新测评", "年度民主测评")]
    held.rounds.rerun(actor, YEAR, number)
    assert lines(held) == [("2026-测-002 还是草稿", "年度民主测评：通过测评规则后启动")]


# -- the scheme --------------------------------------------------------------------------------------------------------


def test_a_draft_takes_over_what_the_scheme_says_and_is_saved_again_when_that_moved(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    terms = held.rounds.card(YEAR, number).round.terms
    assert (terms.weights[A], terms.trimmed_from, terms.most_excellent) == (Decimal("0.4"), 5, None)
    weigh_anew(held, actor)
    seen = held.rounds.card(YEAR, number).round.entry
    with pytest.raises(SchemeMoved) as told:
        held.rounds.adopt(actor, YEAR, number, AdoptedBy("考委1号", date(2026, 12, 20), seen), SECOND)
    assert "2026-测-001 的规则与现行方案不同。请打开草稿重新保存一次" in sentence(told.value)
    held.rounds.amend(actor, YEAR, number, RoundForm("年度民主测评", RoundKind.SCORE))
    opened(held, actor, number)


def test_a_round_is_not_counted_by_other_terms_than_the_year(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    weigh_anew(held, actor)
    with pytest.raises(SchemeMoved) as told:
        held.rounds.close(actor, YEAR, number, SECOND)
    assert "2026-测-001 启动后，方案的测评规则改了" in sentence(told.value)
    assert held.rounds.card(YEAR, number).round.state is RoundState.OPEN
