"""Grading: proposing, departing with a reason, ties, places, reviews, and lists that are laid down."""

from pathlib import Path

import pytest

from committee_desk.domain.course import Move, Stage, StepNotPossible
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_list import GradeList
from committee_desk.domain.months import RoutineGrade
from committee_desk.domain.scores import Grade, Status
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.course_views import Owing
from committee_desk.services.desk import Desk
from committee_desk.services.grading_refusals import (
    BackReasonMissing,
    DepartureAfterVote,
    DepartureReasonMissing,
    FiguresMoved,
    GradeBound,
    GradingClosed,
    MeetingUnnamed,
    NoPlaceLeft,
    NotOnRoll,
    SchemeNotAdopted,
)
from committee_desk.services.grading_seen import GradingChanged
from committee_desk.services.grading_views import DecisionKind, Opinion
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.meeting_refusals import MeetingNotClosed
from committee_desk.services.meeting_vote_refusals import VoteMissing
from committee_desk.services.settings import BAR_BY_QUARTERS, MONTHS_GRADED, ON
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import read, workbook
from tests.services.committee_hands import YEAR, close
from tests.services.graded_desks import (
    PROSECUTORS,
    SECOND,
    TODAY,
    V5,
    approve,
    grades_item,
    held,
    line,
    office,
    pass_all,
    ready,
    review,
    roll,
    sixteen,
)

CLEAR_TOP = ("93.42", "92.10", "91.90", *V5[3:])
"""The same office without the tie."""


@pytest.fixture
def graded(desk: Desk, tmp_path: Path) -> Desk:
    """Sixteen prosecutors with clear places, their scheme adopted."""
    return office(desk, tmp_path, sixteen(CLEAR_TOP))


def said(error: pytest.ExceptionInfo[DeskError]) -> str:
    return sentence(error.value)


def in_force(desk: Desk) -> GradeList:
    laid = desk.grading.in_force(YEAR)
    assert laid is not None
    return laid


def test_the_roll_shows_the_schemes_proposal_by_rank_and_leaders_apart(graded: Desk) -> None:
    shown = roll(graded)
    assert [(row.code, row.listed.rank, row.listed.grade) for row in shown.rows[:4]] == [
        ("J001", 1, Grade.EXCELLENT),
        ("J002", 2, Grade.EXCELLENT),
        ("J003", 3, Grade.EXCELLENT),
        ("J004", 4, Grade.COMPETENT),
    ]
    assert (shown.quota.base, shown.quota.places, shown.given) == (16, 3, 3)
    assert {each.code: each.status for each in shown.apart}["Z001"] is Status.EXTERNAL


def test_a_departure_needs_a_reason_and_a_free_place(graded: Desk, actor: Actor) -> None:
    with pytest.raises(DepartureReasonMissing) as refused:
        graded.grading.choose(actor, YEAR, "J003", Grade.COMPETENT, " ")
    assert said(refused) == "检J003的等次与建议不同，没有写明理由。请写明理由。"
    with pytest.raises(NoPlaceLeft) as full:
        graded.grading.choose(actor, YEAR, "J004", Grade.EXCELLENT, "办案突出")
    assert said(full) == ("检察官优秀名额 3 名（16 人的 20%，不足一名的舍去）已经用完。请先调整其他人的等次。")
    graded.grading.choose(actor, YEAR, "J003", Grade.COMPETENT, "全年有两件流程违规")
    graded.grading.choose(actor, YEAR, "J004", Grade.EXCELLENT, "办案突出")
    shown = line(graded, "J004")
    assert (shown.proposed, shown.grade, shown.reason, shown.departs) == (
        Grade.COMPETENT, Grade.EXCELLENT, "办案突出", True,
    )  # fmt: skip


def test_the_proposals_own_grade_lifts_the_departure(graded: Desk, actor: Actor) -> None:
    entry = graded.grading.choose(actor, YEAR, "J003", Grade.COMPETENT, "全年有两件流程违规").entry
    graded.grading.choose(actor, YEAR, "J003", Grade.EXCELLENT, "", seen=entry)
    shown = line(graded, "J003")
    assert (shown.grade, shown.reason) == (Grade.EXCELLENT, "")
    assert graded.grading.choose(actor, YEAR, "J003", Grade.EXCELLENT, "").entry is None


def test_who_is_not_graded_here_is_refused(graded: Desk, actor: Actor) -> None:
    with pytest.raises(NotOnRoll) as refused:
        graded.grading.choose(actor, YEAR, "Z001", Grade.COMPETENT, "试")
    assert said(refused) == (
        "Z001 不在 2026 年度的等次名册上：不在本院评定、已离开，或所属类别的考核方案没有通过。请核对工号。"
    )


def test_nothing_is_proposed_by_a_scheme_that_nobody_adopted(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, sixteen(CLEAR_TOP), adopt=False)
    with pytest.raises(SchemeNotAdopted) as refused:
        desk.grading.propose(actor, YEAR, "按现有数据提名")
    assert said(refused) == (
        "2026 年度检察官的考核方案还没有经委员会通过，不能据以提出等次建议。请先在方案页登记通过。"
    )


def test_a_year_goes_from_scores_to_an_approved_list(graded: Desk, actor: Actor) -> None:
    ready(graded, actor)
    proposed = graded.grading.in_force(YEAR)
    assert proposed is not None
    assert (proposed.stage, proposed.version, len(proposed.people)) == ("proposed", 1, 16)
    assert proposed.of("J001").grade is Grade.EXCELLENT
    approve(graded, actor)
    approved = graded.grading.in_force(YEAR)
    assert approved is not None
    assert (approved.stage, approved.version) == ("approved", 1)
    assert sum(each.grade is Grade.EXCELLENT for each in approved.people) == 3
    assert graded.course.stage(YEAR) is Stage.APPROVED
    with pytest.raises(GradingClosed) as refused:
        graded.grading.choose(actor, YEAR, "J001", Grade.COMPETENT, "试")
    assert said(refused) == "2026 年度已经是“委员会已审议通过”，等次不再改动。确要改动的，请先写明理由退回。"


def test_a_list_reads_the_same_for_ever(graded: Desk, actor: Actor) -> None:
    ready(graded, actor)
    laid = graded.grading.in_force(YEAR)
    assert laid is not None
    assert type(laid).from_json(laid.to_json()) == laid
    assert laid.sealed() == laid


def test_no_step_is_skipped(graded: Desk, actor: Actor) -> None:
    with pytest.raises(StepNotPossible):
        graded.grading.approve(actor, YEAR, 1)
    ready(graded, actor)
    with pytest.raises(StepNotPossible):
        graded.grading.propose(actor, YEAR, "按现有数据提名")


def test_nothing_is_approved_without_a_vote_on_this_version_and_closed_minutes(graded: Desk, actor: Actor) -> None:
    ready(graded, actor)
    number = held(graded, actor, grades_item(graded))
    with pytest.raises(VoteMissing):
        graded.grading.approve(actor, YEAR, number)
    pass_all(graded, actor, number)
    with pytest.raises(MeetingNotClosed):
        graded.grading.approve(actor, YEAR, number)
    close(graded, actor, number, f"检考委〔2027〕{number}号")
    graded.grading.withdraw(actor, YEAR, "有一件案件漏录", SECOND)
    graded.grading.propose(actor, YEAR, "按现有数据提名")
    with pytest.raises(VoteMissing):
        graded.grading.approve(actor, YEAR, number)


def test_a_proposed_list_lacks_its_vote_until_numbered_minutes_hold_it(graded: Desk, actor: Actor) -> None:
    ready(graded, actor)
    number = held(graded, actor, grades_item(graded))
    pass_all(graded, actor, number)
    (lack,) = graded.grading.view(YEAR).lacks
    assert (lack.kind, lack.owes) == ("grading.ListNotVoted", Owing.SECRETARY)
    assert [each.kind for each in graded.course.lacks(YEAR, Move.APPROVE)] == [lack.kind]
    close(graded, actor, number, f"检考委〔2027〕{number}号")
    assert graded.grading.view(YEAR).lacks == ()
    assert graded.course.lacks(YEAR, Move.APPROVE) == ()


def test_figures_corrected_since_the_proposal_are_named_and_the_list_is_not_approved(
    graded: Desk, actor: Actor, tmp_path: Path
) -> None:
    ready(graded, actor)
    event = {"工号": "J002", "指标": "职业操守", "日期": "2026-06-01", "分值": -1, "事由": "更正", "凭证号": "督9号"}
    read(graded, Kind.EVENTS, workbook(tmp_path / "更正.xlsx", [event]))
    with pytest.raises(FiguresMoved) as refused:
        approve(graded, actor)
    assert said(refused).startswith("等次建议第 1 版提出之后数据有变动：检J002总分 92.10 改为 91.10")
    assert graded.grading.view(YEAR).moved[0].code == "J002"
    graded.grading.withdraw(actor, YEAR, "更正检J002的得分", SECOND)
    graded.grading.propose(actor, YEAR, "按现有数据提名")
    approve(graded, actor)
    assert in_force(graded).of("J002").total == 91_10


def test_once_proposed_the_committee_departs_in_a_meeting_and_before_its_vote(graded: Desk, actor: Actor) -> None:
    ready(graded, actor)
    with pytest.raises(MeetingUnnamed) as refused:
        graded.grading.choose(actor, YEAR, "J003", Grade.COMPETENT, "委员会认为不宜")
    assert said(refused) == "2026 年度等次建议已经提出，改动由委员会在会议上作出。请写明是第几次会议。"
    number = held(graded, actor, grades_item(graded))
    pass_all(graded, actor, number)
    graded.grading.choose(actor, YEAR, "J003", Grade.COMPETENT, "委员会认为不宜", number)
    close(graded, actor, number, f"检考委〔2027〕{number}号")
    with pytest.raises(DepartureAfterVote) as late:
        graded.grading.approve(actor, YEAR, number)
    assert said(late) == "检J003的等次或评审意见是在表决之后登记的，没有经过表决。请就名册重新表决。"
    approve(graded, actor)
    assert in_force(graded).of("J003").grade is Grade.COMPETENT
    assert in_force(graded).of("J003").reason == "委员会认为不宜"


def test_going_back_takes_two_people_and_a_reason(graded: Desk, actor: Actor) -> None:
    ready(graded, actor)
    approve(graded, actor)
    with pytest.raises(BackReasonMissing) as bare:
        graded.grading.return_(actor, YEAR, " ", SECOND)
    assert said(bare) == "2026 年度的名册退回没有写明理由。请写明理由。"
    with pytest.raises(SecondNeeded):
        graded.grading.return_(actor, YEAR, "漏审一人")
    graded.grading.return_(actor, YEAR, "漏审一人", SECOND)
    assert graded.course.stage(YEAR) is Stage.PROPOSED
    with pytest.raises(BackReasonMissing) as withdrawn:
        graded.grading.withdraw(actor, YEAR, " ", SECOND)
    assert said(withdrawn) == "撤回 2026 年度的等次建议没有写明理由。请写明理由。"
    graded.grading.withdraw(actor, YEAR, "重新计分", SECOND)
    assert graded.grading.in_force(YEAR) is None
    assert [each.holds for each in graded.grading.lists(YEAR)] == [False, False]


def test_what_the_committee_chose_of_an_earlier_list_does_not_count_on_a_new_one(graded: Desk, actor: Actor) -> None:
    ready(graded, actor)
    number = held(graded, actor, grades_item(graded))
    graded.grading.choose(actor, YEAR, "J003", Grade.COMPETENT, "委员会认为不宜", number)
    graded.grading.withdraw(actor, YEAR, "重新计分", SECOND)
    assert line(graded, "J003").grade is Grade.EXCELLENT
    graded.grading.propose(actor, YEAR, "按现有数据提名")
    assert line(graded, "J003").grade is Grade.EXCELLENT


def test_who_was_found_unfit_is_at_most_basically_competent(graded: Desk, actor: Actor) -> None:
    graded.grading.review(actor, YEAR, review("J016", Opinion.UNFIT))
    with pytest.raises(GradeBound) as refused:
        graded.grading.choose(actor, YEAR, "J016", Grade.COMPETENT, "试")
    assert said(refused) == "检J016不能定为“称职”：业务能力评审意见为不胜任，至多为基本称职。"
    assert line(graded, "J016").grade is None
    graded.grading.choose(actor, YEAR, "J016", Grade.BASIC, "评审意见为不胜任")
    assert line(graded, "J016").grade is Grade.BASIC


def test_the_spread_counts_everybody(graded: Desk) -> None:
    (spread,) = graded.grading.spread(YEAR)
    assert sum(spread.grades.values()) == sum(spread.totals.values()) == 16
    assert spread.grades["优秀"] == 3


def test_a_quarterly_grade_bars_only_where_the_office_set_that(graded: Desk, actor: Actor, tmp_path: Path) -> None:
    graded.settings.put(actor, MONTHS_GRADED, ON, "试")
    graded.quarters.give(actor, YEAR, 2, "J001", RoutineGrade.MIDDLING, "流程超期")
    assert line(graded, "J001").proposed is Grade.EXCELLENT
    graded.settings.put(actor, BAR_BY_QUARTERS, ON, "党组决定")
    assert line(graded, "J001").proposed is Grade.COMPETENT
    assert line(graded, "J004").proposed is Grade.EXCELLENT
    with pytest.raises(GradeBound) as refused:
        graded.grading.choose(actor, YEAR, "J001", Grade.EXCELLENT, "试")
    assert said(refused) == "按考核规定和方案，检J001不能定为“优秀”。"


# -- two secretaries ---------------------------------------------------------------------------------------------------


def test_a_departure_of_another_secretary_is_not_overwritten_unseen(graded: Desk, actor: Actor) -> None:
    first = graded.grading.choose(Actor("林岚"), YEAR, "J003", Grade.COMPETENT, "全年有两件流程违规")
    with pytest.raises(GradingChanged) as refused:
        graded.grading.choose(actor, YEAR, "J003", Grade.BASIC, "两次被通报")
    assert said(refused) == (
        "林岚在 2027-01-11 09:00 已把检J003的等次改定为称职（理由：全年有两件流程违规），没有覆盖。"
        "请核对；仍要改的，再确认一次。"
    )
    assert line(graded, "J003").grade is Grade.COMPETENT
    graded.grading.choose(actor, YEAR, "J003", Grade.BASIC, "两次被通报", seen=refused.value.entry)
    with pytest.raises(GradingChanged):
        graded.grading.choose(Actor("林岚"), YEAR, "J003", Grade.EXCELLENT, "", seen=first.entry)
    assert line(graded, "J003").reason == "两次被通报"


def test_a_departure_that_another_lifted_is_not_taken_for_the_one_seen(graded: Desk, actor: Actor) -> None:
    first = graded.grading.choose(actor, YEAR, "J003", Grade.COMPETENT, "全年有两件流程违规")
    graded.grading.choose(Actor("林岚"), YEAR, "J003", Grade.EXCELLENT, "", seen=first.entry)
    with pytest.raises(GradingChanged) as refused:
        graded.grading.choose(actor, YEAR, "J003", Grade.BASIC, "两次被通报", seen=first.entry)
    assert said(refused) == "“检J003”原来的登记已被别人取消，这次没有保存。请核对；仍要登记的，再确认一次。"


def test_an_ability_review_of_another_secretary_is_not_overwritten_unseen(graded: Desk, actor: Actor) -> None:
    graded.grading.review(Actor("林岚"), YEAR, review("J016", Opinion.UNFIT))
    with pytest.raises(GradingChanged) as refused:
        graded.grading.review(actor, YEAR, review("J016"))
    assert said(refused) == (
        "林岚在 2027-01-11 09:00 已登记检J016的业务能力评审，意见为不胜任，没有覆盖。请核对；仍要改的，再确认一次。"
    )
    graded.grading.review(actor, YEAR, review("J016"), seen=refused.value.entry)


def test_a_decision_of_another_secretary_is_not_overwritten_or_lifted_unseen(graded: Desk, actor: Actor) -> None:
    other, today = Actor("林岚"), TODAY
    first = graded.grading.assign_left_over(other, YEAR, PROSECUTORS, 0, "检考委〔2027〕1号", today)
    with pytest.raises(GradingChanged) as refused:
        graded.grading.assign_left_over(actor, YEAR, PROSECUTORS, 0, "检考委〔2027〕2号", today)
    assert said(refused) == (
        "林岚在 2027-01-11 09:00 已登记“余额分配”（检察官，检考委〔2027〕1号），没有覆盖。"
        "请核对；仍要改的，再确认一次。"
    )
    graded.grading.assign_left_over(actor, YEAR, PROSECUTORS, 0, "检考委〔2027〕2号", today, seen=first.entry)
    with pytest.raises(GradingChanged):
        graded.grading.lift(other, YEAR, DecisionKind.LEFT_OVER, PROSECUTORS, "误", first.entry)
    (held,) = graded.grading.view(YEAR).decisions
    assert held.document == "检考委〔2027〕2号"
