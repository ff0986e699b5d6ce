"""The tricky situations of grading (domain rules, part 6), through the verbs on a desk file, by the sentence read."""

import struct
import zlib
from pathlib import Path

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade, Status
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.grading_decision_refusals import (
    ConsentFileMissing,
    NobodyToHandTo,
    NoLeftOver,
    NotAmongEquals,
    PoolOverfull,
    TieOvervoted,
    TieVotedOtherwise,
    TooManyOfTie,
)
from committee_desk.services.grading_refusals import (
    FiguresMoved,
    GradeBound,
    IncompleteUnsettled,
    ListProposed,
    NoPlaceLeft,
    ReviewOutstanding,
    TieUndecided,
)
from committee_desk.services.grading_seen import GradingChanged
from committee_desk.services.grading_views import DecisionKind, Settlement
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.meeting_vote_refusals import VoteLost, VoteMissing
from committee_desk.services.score_answer import score_answer
from committee_desk.services.second import Second
from committee_desk.wording.explained_outcome import outcome_sentence
from committee_desk.wording.explanations import lines
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import read, workbook
from tests.services.committee_hands import YEAR, appoint, close, seen, vote
from tests.services.graded_desks import (
    ASSISTANTS,
    COMMITTEE,
    PROSECUTORS,
    SECOND,
    TODAY,
    V5,
    Person,
    approve,
    held,
    line,
    office,
    ready,
    review,
    review_bottom,
    roll,
    sixteen,
    tie_item,
)

EQUALS = ("J003", "J004")
CLEAR = ("93.42", "92.10", "91.90", *V5[3:])
MINUTES = "检考委〔2027〕1号"


def said(error: pytest.ExceptionInfo[DeskError]) -> str:
    return sentence(error.value)


def sanction(desk: Desk, folder: Path, **cells: object) -> None:
    read(desk, Kind.SANCTIONS, workbook(folder / "处分.xlsx", [{"决定文号": "监1号", **cells}]))


def leave(desk: Desk, folder: Path, kind: str, since: str, until: str) -> None:
    row = {"工号": "J001", "种类": kind, "起": since, "止": until}
    read(desk, Kind.LEAVE, workbook(folder / "请假.xlsx", [row]))


# -- places ------------------------------------------------------------------------------------------------------------


def test_row_6_a_fifth_of_sixteen_people_is_three_and_a_fourth_is_refused(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    office(desk, tmp_path, sixteen(CLEAR))
    assert roll(desk).quota.places == 3
    with pytest.raises(NoPlaceLeft) as refused:
        desk.grading.choose(actor, YEAR, "J004", Grade.EXCELLENT, "办案突出")
    assert said(refused) == "检察官优秀名额 3 名（16 人的 20%，不足一名的舍去）已经用完。请先调整其他人的等次。"


def test_row_7_a_unit_of_four_has_no_place_of_its_own_until_pooled_or_approved(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    few = [Person(f"F{number}", "0", ASSISTANTS) for number in range(1, 5)]
    office(desk, tmp_path, [*sixteen(CLEAR), *few])
    small = roll(desk, ASSISTANTS).quota
    assert (small.places, small.is_small) == (0, True)
    with pytest.raises(NoPlaceLeft) as refused:
        desk.grading.choose(actor, YEAR, "F1", Grade.EXCELLENT, "试")
    assert said(refused) == "检察辅助人员优秀名额 0 名（4 人的 20%，不足一名的舍去）已经用完。请先调整其他人的等次。"
    with pytest.raises(PoolOverfull) as overfull:
        desk.grading.pool(actor, YEAR, {PROSECUTORS: 3, ASSISTANTS: 2}, MINUTES, TODAY)
    assert said(overfull) == "合并后共 20 人，优秀名额 4 名（20%，不足一名的舍去），不能分 5 名。"
    desk.grading.pool(actor, YEAR, {PROSECUTORS: 3, ASSISTANTS: 1}, MINUTES, TODAY)
    assert roll(desk, ASSISTANTS).quota.places == 1
    assert roll(desk).quota.places == 3
    desk.grading.unpool(actor, YEAR, (PROSECUTORS, ASSISTANTS), "改用余额分配")
    desk.grading.assign_left_over(actor, YEAR, ASSISTANTS, 1, MINUTES, TODAY)
    assert roll(desk, ASSISTANTS).quota.places == 1
    with pytest.raises(NoLeftOver) as none:
        desk.grading.assign_left_over(actor, YEAR, PROSECUTORS, 1, MINUTES, TODAY)
    assert said(none) == "全院优秀名额 4 名，各类合计 3 名，可分配的余额只有 0 名，不能分配 1 名。"


def test_more_than_a_fifth_needs_number_day_and_file_of_the_consent(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, sixteen(CLEAR))
    with pytest.raises(ConsentFileMissing) as refused:
        desk.grading.allow_quarter(actor, YEAR, "县公〔2027〕3号", TODAY, None)
    assert said(refused) == (
        "优秀比例超过 20% 须有同级公务员主管部门的批复：文号、日期和批复文件缺一不可。请选择批复文件。"
    )
    paper = tmp_path / "批复.png"
    paper.write_bytes(_a_picture())
    desk.grading.allow_quarter(actor, YEAR, "县公〔2027〕3号", TODAY, paper)
    assert (roll(desk).quota.percent, roll(desk).quota.places) == (25, 4)
    assert line(desk, "J004").proposed is Grade.EXCELLENT
    assert [each.name for each in desk.attachments.of(f"consent:{YEAR}")] == ["批复.png"]
    assert score_answer(desk.scores.year(YEAR))["quota"] == {"base": 16, "percent": 25, "places": 4}
    desk.grading.lift(actor, YEAR, DecisionKind.QUARTER, "", "批复作废")
    assert line(desk, "J004").proposed is Grade.COMPETENT


def _a_picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


A_PICTURE = _a_picture()


# -- ties --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def tied(desk: Desk, tmp_path: Path, actor: Actor) -> Desk:
    """The worked example V5, proposed."""
    return ready(office(desk, tmp_path, sixteen()), actor)


def decide(desk: Desk, actor: Actor, number: int, chosen: tuple[str, ...]) -> None:
    desk.grading.decide_tie(actor, YEAR, PROSECUTORS, chosen, number, MINUTES, TODAY)


def test_row_8_equals_at_the_third_of_three_places_stop_until_the_committee_voted(tied: Desk, actor: Actor) -> None:
    tie = roll(tied).tie
    assert tie is not None
    assert (tie.equals, tie.open) == (EQUALS, 1)
    assert [line(tied, code).rank for code in ("J001", "J002", *EQUALS, "J005")] == [1, 2, 3, 3, 5]
    with pytest.raises(TieUndecided) as undecided:
        approve(tied, actor)
    assert said(undecided) == ("检察官优秀名额处平票：检J003、检J004四项全部相同，名额不够。请先由委员会表决并登记。")
    with pytest.raises(GradeBound) as by_hand:
        tied.grading.choose(actor, YEAR, "J003", Grade.EXCELLENT, "先到先得", 1)
    assert said(by_hand) == "检J003不能定为“优秀”：该人在名额处与他人四项全部相同，须先由委员会表决。"


def test_row_8_the_committees_vote_gives_the_place_and_never_one_more(tied: Desk, actor: Actor) -> None:
    number = held(tied, actor, tie_item(EQUALS))
    with pytest.raises(VoteMissing):
        decide(tied, actor, number, ("J003",))
    with pytest.raises(NotAmongEquals) as stranger:
        decide(tied, actor, number, ("J005",))
    assert said(stranger) == "J005 不在平票之列。只能从检J003、检J004中决定，或决定都不评为优秀。"
    with pytest.raises(TooManyOfTie) as both:
        decide(tied, actor, number, EQUALS)
    assert said(both) == "平票处只剩 1 个优秀名额，选了 2 人。请少选，名额一个也不能多。"
    vote(tied, actor, number, 3, 2, item="平", subject="J004")
    vote(tied, actor, number, 2, 3, item="平", subject="J003")
    with pytest.raises(VoteLost):
        decide(tied, actor, number, ("J003",))
    close(tied, actor, number)
    decide(tied, actor, number, ("J004",))
    assert [line(tied, code).grade for code in EQUALS] == [Grade.COMPETENT, Grade.EXCELLENT]
    approve(tied, actor)
    laid = tied.grading.in_force(YEAR)
    assert laid is not None
    assert sum(each.grade is Grade.EXCELLENT for each in laid.people) == 3
    assert (laid.of("J004").tied, laid.of("J004").rank) == (True, 3)
    told = [outcome_sentence(step, inside=True) for step in tied.scores.explain(YEAR, "J004").outcome]
    assert "初步等次建议：优秀，名额处四项全部相同，委员会表决评为优秀（检考委〔2027〕1号）" in told
    told = [outcome_sentence(step, inside=True) for step in tied.scores.explain(YEAR, "J003").outcome]
    assert "初步等次建议：称职，名额处四项全部相同，委员会表决未评为优秀（检考委〔2027〕1号）" in told


def test_row_8_both_may_stay_below_and_the_place_stays_empty(tied: Desk, actor: Actor) -> None:
    number = held(tied, actor, tie_item(EQUALS))
    vote(tied, actor, number, 5, item="平", subject="neither")
    close(tied, actor, number)
    decide(tied, actor, number, ())
    assert [line(tied, code).grade for code in EQUALS] == [Grade.COMPETENT, Grade.COMPETENT]
    assert roll(tied).given == 2


def test_row_8_what_was_voted_is_what_is_recorded(tied: Desk, actor: Actor) -> None:
    number = held(tied, actor, tie_item(EQUALS))
    vote(tied, actor, number, 4, 1, item="平", subject="J004")
    vote(tied, actor, number, 5, item="平", subject="neither")
    with pytest.raises(TieVotedOtherwise) as refused:
        decide(tied, actor, number, ())
    assert said(refused) == "会议表决通过的是检J004，与所选不同。请按表决结果登记。"


def test_row_8_a_vote_for_more_than_there_are_places_is_taken_again(tied: Desk, actor: Actor) -> None:
    number = held(tied, actor, tie_item(EQUALS))
    for code in EQUALS:
        vote(tied, actor, number, 5, item="平", subject=code)
    close(tied, actor, number)
    for chosen in (EQUALS, ("J003",), ()):
        with pytest.raises(TieOvervoted) as refused:
            decide(tied, actor, number, chosen)
        assert said(refused) == (
            "第 1 次会议表决通过了 2 人（检J003、检J004），而平票处只剩 1 个优秀名额，无从登记。"
            "请由委员会重新表决：重新打开这次会议更正表决，或另开一次会议。"
        )
    tied.meetings.reopen(actor, YEAR, number, "两人都通过，名额只有一个", seen(tied, number), Second("王芳"))
    vote(tied, actor, number, 0, 5, item="平", subject="J003", why="重新表决")
    close(tied, actor, number)
    decide(tied, actor, number, ("J004",))
    assert [line(tied, code).grade for code in EQUALS] == [Grade.COMPETENT, Grade.EXCELLENT]


def test_row_8_another_meeting_votes_anew_where_more_passed_than_there_are_places(tied: Desk, actor: Actor) -> None:
    first = held(tied, actor, tie_item(EQUALS))
    for code in EQUALS:
        vote(tied, actor, first, 5, item="平", subject=code)
    close(tied, actor, first)
    second = held(tied, actor, tie_item(EQUALS))
    vote(tied, actor, second, 5, item="平", subject="J003")
    close(tied, actor, second, "检考委〔2027〕2号")
    tied.grading.decide_tie(actor, YEAR, PROSECUTORS, ("J003",), second, "", TODAY)
    assert [line(tied, code).grade for code in EQUALS] == [Grade.EXCELLENT, Grade.COMPETENT]


def test_row_9_equals_by_rounding_are_equals(desk: Desk, tmp_path: Path) -> None:
    office(desk, tmp_path, sixteen((*V5[:2], "91.86", "91.86", *V5[4:])))
    more = {"工号": "J004", "指标": "司法作风", "日期": "2026-06-01", "分值": "0.004", "事由": "试", "凭证号": "试2号"}
    less = {"工号": "J003", "指标": "司法作风", "日期": "2026-06-01", "分值": "-0.004", "事由": "试", "凭证号": "试2号"}
    read(desk, Kind.EVENTS, workbook(tmp_path / "毫厘.xlsx", [more, less]))
    assert {line(desk, code).total for code in EQUALS} == {91_86}
    assert {line(desk, code).status for code in EQUALS} == {Status.TIE_AT_QUOTA}


# -- decisions on people -----------------------------------------------------------------------------------------------


def test_row_13_a_decision_that_comes_in_between_stops_the_list_until_it_is_proposed_anew(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    ready(office(desk, tmp_path, sixteen(CLEAR)), actor)
    sanction(desk, tmp_path, 工号="J001", 种类="诫勉", 决定日期="2026-12-30")
    with pytest.raises(FiguresMoved) as refused:
        approve(desk, actor)
    assert said(refused) == (
        "等次建议第 1 版提出之后数据有变动：检J001等次建议 优秀 改为 称职；检J004等次建议 称职 改为 优秀。"
        "请撤回等次建议，重新提出后再审议。"
    )
    desk.grading.withdraw(actor, YEAR, "有新的处分决定", SECOND)
    desk.grading.propose(actor, YEAR, "按现有数据提名")
    laid = desk.grading.in_force(YEAR)
    assert laid is not None
    assert [laid.of(code).grade for code in ("J001", "J004")] == [Grade.COMPETENT, Grade.EXCELLENT]


def test_row_13_after_the_approval_the_page_shows_what_was_approved_whatever_moved_since(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    ready(office(desk, tmp_path, sixteen(CLEAR)), actor)
    approve(desk, actor)
    sanction(desk, tmp_path, 工号="J001", 种类="诫勉", 决定日期="2026-12-30")
    laid = desk.grading.in_force(YEAR)
    assert laid is not None
    view = desk.grading.view(YEAR)
    assert [each.code for each in view.moved] == ["J001", "J004"]
    shown = {row.code: row.listed for each in view.rolls for row in each.rows}
    assert shown == {each.code: each for each in laid.people}
    assert line(desk, "J001").grade is Grade.EXCELLENT
    spread = next(each for each in desk.grading.spread(YEAR) if each.category == Category.PROSECUTOR)
    assert spread.grades[str(Grade.EXCELLENT)] == 3


def test_row_15_under_investigation_nobody_is_graded_and_the_reason_is_not_read(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    office(desk, tmp_path, sixteen(CLEAR))
    sanction(desk, tmp_path, 工号="J001", 种类="立案未结", 决定日期="2026-11-02")
    shown = line(desk, "J001")
    assert (shown.status, shown.grade, shown.rank) == (Status.SETTLED_APART, None, None)
    assert roll(desk).quota.base == 16
    with pytest.raises(GradeBound) as refused:
        desk.grading.choose(actor, YEAR, "J001", Grade.COMPETENT, "试")
    assert said(refused) == "检J001不能定为“称职”：该人等次另行确定，不在此处评定。"
    ready(desk, actor)
    laid = desk.grading.in_force(YEAR)
    assert laid is not None
    assert "pending" not in laid.to_json()
    assert laid.of("J001").grade is None


def test_row_16_a_warning_counts_in_the_year_it_is_given(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, sixteen(CLEAR))
    row = {"工号": "J001", "种类": "政务警告", "决定日期": "2026-12-20", "说明": "2024 年的行为"}
    sanction(desk, tmp_path, **row)
    assert line(desk, "J001").proposed is Grade.COMPETENT
    with pytest.raises(GradeBound) as refused:
        desk.grading.choose(actor, YEAR, "J001", Grade.EXCELLENT, "办案突出")
    assert said(refused) == "按考核规定和方案，检J001不能定为“优秀”。"


def test_row_19_sick_for_190_days_takes_part_without_a_grade(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, sixteen(CLEAR))
    leave(desk, tmp_path, "病假", "2026-03-01", "2026-09-06")
    shown = line(desk, "J001")
    assert (shown.status, shown.grade) == (Status.SETTLED_APART, None)
    assert roll(desk).quota.base == 16
    with pytest.raises(GradeBound) as refused:
        desk.grading.choose(actor, YEAR, "J001", Grade.INCOMPETENT, "试")
    assert said(refused) == "检J001不能定为“不称职”：该人等次另行确定，不在此处评定。"


@pytest.mark.parametrize(
    ("kind", "until"),
    [("病假", "2026-08-30"), ("产假", "2026-12-01"), ("工伤", "2026-12-01")],
    ids=["182 days are no more than half of 365", "maternity is no sick leave", "nor is a work injury"],
)
def test_row_20_exactly_half_a_year_and_other_leave_keep_the_grade(
    desk: Desk, tmp_path: Path, kind: str, until: str
) -> None:
    office(desk, tmp_path, sixteen(CLEAR))
    leave(desk, tmp_path, kind, "2026-03-02", until)
    assert line(desk, "J001").status is Status.GRADED
    assert line(desk, "J001").grade is not None


def test_row_45_nobody_at_the_bottom_is_graded_before_the_review(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, sixteen(CLEAR))
    appoint(desk, actor, COMMITTEE, chair="Z001", deputy="Z002")
    with pytest.raises(GradeBound) as locked:
        desk.grading.choose(actor, YEAR, "J016", Grade.BASIC, "试")
    assert said(locked) == ("检J016不能定为“基本称职”：该人排名在后，先评审、后定等次，请先登记业务能力评审意见。")
    assert (line(desk, "J016").proposed, line(desk, "J016").grade) == (Grade.COMPETENT, None)
    desk.grading.propose(actor, YEAR, "按现有数据提名")
    with pytest.raises(ReviewOutstanding) as refused:
        approve(desk, actor)
    assert said(refused) == ("检J016排名在后，还没有业务能力评审意见，不能定等次：先评审，后定等次。请先登记评审意见。")
    desk.grading.review(actor, YEAR, review("J016"))
    approve(desk, actor)
    assert line(desk, "J016").grade is Grade.COMPETENT


def test_row_46_the_grade_of_casework_binds_the_grade(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, [*sixteen(CLEAR[:15]), Person("J016", "58.00"), Person("J017", "74.00")])
    assert [line(desk, code).performance_grade for code in ("J016", "J017")] == ["不合格", "合格"]
    review_bottom(desk, actor)
    with pytest.raises(GradeBound) as failed:
        desk.grading.choose(actor, YEAR, "J016", Grade.COMPETENT, "试")
    assert said(failed) == "按考核规定和方案，检J016不能定为“称职”。"
    with pytest.raises(GradeBound) as weak:
        desk.grading.choose(actor, YEAR, "J017", Grade.EXCELLENT, "试")
    assert said(weak) == "按考核规定和方案，检J017不能定为“优秀”。"


# -- who lacks a rating ------------------------------------------------------------------------------------------------


@pytest.fixture
def late(desk: Desk, tmp_path: Path) -> Desk:
    """J005 came late: a leader's mark, no ballot. J006 has neither."""
    people = sixteen(CLEAR)
    people[4] = people[4]._replace(ballot=False)
    people[5] = people[5]._replace(leader=False, ballot=False)
    return office(desk, tmp_path, people)


def test_a_late_joiners_missing_rating_hands_its_points_over_by_recorded_decision(
    late: Desk, actor: Actor, tmp_path: Path
) -> None:
    mark = {"被评价人工号": "J005", "评价人": "检察长", "得分": 90}
    late.imports.carry_out(actor, Kind.LEADER_RATINGS, workbook(tmp_path / "改分.xlsx", [mark]), YEAR, replace=True)
    assert line(late, "J005").status is Status.INCOMPLETE
    before = line(late, "J005").total
    late.grading.settle_incomplete(actor, YEAR, "J005", Settlement.HAND_OVER, "十月调入，未参加测评", MINUTES, TODAY)
    shown = line(late, "J005")
    assert shown.status is Status.GRADED
    assert shown.indicators["leader_rating"] == 9_00
    assert shown.total == before + 3_60
    answer = next(each for each in score_answer(late.scores.year(YEAR))["people"] if each["code"] == "J005")
    assert "peer_rating" in answer["not_applicable"]
    assert "peer_rating" not in answer["indicators"]
    told = {each.indicator: lines(each) for each in late.scores.explain(YEAR, "J005").indicators}
    assert (
        "另一项评价没有评分，依 检考委〔2027〕1号（2027-01-11）决定，其分值由本项承担：5.4000 × 10 ÷ 6 = 9.0000"
        in (told["leader_rating"])
    )
    assert told["peer_rating"][-1] == "依 检考委〔2027〕1号（2027-01-11）决定，本项分值由另一项评价承担"
    late.grading.lift(actor, YEAR, DecisionKind.INCOMPLETE, "J005", "补了测评")
    assert (line(late, "J005").total, line(late, "J005").status) == (before, Status.INCOMPLETE)


def test_who_has_no_rating_at_all_has_nobody_to_hand_to_and_may_wait_or_go_without(late: Desk, actor: Actor) -> None:
    with pytest.raises(NobodyToHandTo) as refused:
        late.grading.settle_incomplete(actor, YEAR, "J006", Settlement.HAND_OVER, "试", MINUTES, TODAY)
    assert said(refused) == ("检J006没有另一项评价可以承担所缺的分值。请补齐一项评价，或决定不确定等次、待补齐后补定。")
    first = late.grading.settle_incomplete(actor, YEAR, "J006", Settlement.WAIT, "待补测评", MINUTES, TODAY)
    assert line(late, "J006").status is Status.INCOMPLETE
    late.grading.settle_incomplete(
        actor, YEAR, "J006", Settlement.NO_GRADE, "到岗不足一月", MINUTES, TODAY, seen=first.entry
    )
    assert line(late, "J006").status is Status.SETTLED_APART
    shown = next(each for each in late.grading.view(YEAR).incomplete if each.code == "J006")
    assert shown.decision is not None
    assert shown.decision.reason == "到岗不足一月"


def test_what_another_secretary_settled_is_not_settled_otherwise_unseen(late: Desk, actor: Actor) -> None:
    late.grading.settle_incomplete(Actor("林岚"), YEAR, "J006", Settlement.WAIT, "待补测评", MINUTES, TODAY)
    with pytest.raises(GradingChanged) as refused:
        late.grading.settle_incomplete(actor, YEAR, "J006", Settlement.NO_GRADE, "不评", "检考委〔2027〕2号", TODAY)
    assert said(refused) == (
        "林岚在 2027-01-11 09:00 已登记“评价不全的处理”（检J006，检考委〔2027〕1号），没有覆盖。"
        "请核对；仍要改的，再确认一次。"
    )
    assert [each.document for each in late.grading.view(YEAR).decisions] == [MINUTES]


def test_a_list_is_not_proposed_over_people_whose_missing_rating_nobody_settled(late: Desk, actor: Actor) -> None:
    assert "grading.IncompleteUnsettled" in {each.kind for each in late.grading.view(YEAR).lacks}
    with pytest.raises(IncompleteUnsettled) as refused:
        ready(late, actor)
    assert said(refused) == "检J005、检J006评价不全，还没有决定如何处理。请先由委员会决定并登记。"
    late.grading.settle_incomplete(actor, YEAR, "J005", Settlement.HAND_OVER, "十月调入", MINUTES, TODAY)
    late.grading.settle_incomplete(actor, YEAR, "J006", Settlement.WAIT, "待补测评", MINUTES, TODAY)
    late.grading.propose(actor, YEAR, "按现有数据提名")
    approve(late, actor)
    laid = late.grading.in_force(YEAR)
    assert laid is not None
    assert (laid.of("J005").grade, laid.of("J006").grade) == (Grade.COMPETENT, None)


def test_nothing_that_moves_grades_is_decided_beneath_a_proposed_list(late: Desk, actor: Actor, tmp_path: Path) -> None:
    paper = tmp_path / "批复.png"
    paper.write_bytes(A_PICTURE)
    for code, how in (("J005", Settlement.HAND_OVER), ("J006", Settlement.NO_GRADE)):
        late.grading.settle_incomplete(actor, YEAR, code, how, "十月调入", MINUTES, TODAY)
    ready(late, actor)
    before = late.grading.in_force(YEAR)
    grading = late.grading
    for act in (
        lambda: grading.settle_incomplete(actor, YEAR, "J005", Settlement.NO_GRADE, "试", MINUTES, TODAY),
        lambda: grading.assign_left_over(actor, YEAR, PROSECUTORS, 0, MINUTES, TODAY),
        lambda: grading.pool(actor, YEAR, {PROSECUTORS: 1, ASSISTANTS: 1}, MINUTES, TODAY),
        lambda: grading.allow_quarter(actor, YEAR, "县公〔2027〕3号", TODAY, paper),
        lambda: grading.lift(actor, YEAR, DecisionKind.INCOMPLETE, "J005", "补了测评"),
    ):
        with pytest.raises(ListProposed) as refused:
            act()
    assert said(refused) == (
        "2026 年度等次建议已经提出，“评价不全的处理”会使名册上的等次变动。请先撤回等次建议，登记后重新提出。"
    )
    assert grading.in_force(YEAR) == before


def test_a_bar_reads_like_any_other_rule_to_who_may_not_know_of_it(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, [*sixteen(CLEAR[:15]), Person("J016", "74.00")])
    review_bottom(desk, actor)
    sanction(desk, tmp_path, 工号="J001", 种类="诫勉", 决定日期="2026-12-30")
    told = []
    for code in ("J001", "J016"):
        with pytest.raises(GradeBound) as refused:
            desk.grading.choose(actor, YEAR, code, Grade.EXCELLENT, "试")
        assert refused.value.why is None
        told.append(said(refused).replace(code, ""))
    assert told == ["按考核规定和方案，检不能定为“优秀”。"] * 2
