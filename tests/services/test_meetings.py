"""Meetings of the committee: called, opened with a quorum, voted at, closed with numbered minutes."""

from datetime import datetime
from typing import Any

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.committee import AgendaItem, Count, ItemKind, MeetingState, Outcome, Presence
from committee_desk.domain.errors import DeskError
from committee_desk.domain.journal import ClockBehind
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.roles import Role, Way
from committee_desk.services import meeting_rules
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.meeting_refusals import (
    AgendaEmpty,
    ItemTwice,
    ItemUntitled,
    ItemVoted,
    ItemWithoutPeople,
    MeetingChanged,
    MeetingNotClosed,
    MeetingOfAnotherTime,
    MeetingStateWrong,
    MeetingTooEarly,
    MeetingWithoutQuorum,
    MemberNotPresent,
    MinutesNumberMissing,
    MinutesNumberTaken,
    NoSuchItem,
    NoSuchMeeting,
    NotAMember,
    PlaceMissing,
    PresenceMissing,
    RecorderMissing,
    SameNames,
)
from committee_desk.services.meeting_views import Called, Came, Declared
from committee_desk.services.meeting_vote_refusals import (
    DecidedOnHimself,
    RecusalNotDeclared,
    RecusedAlready,
    RecusedNamed,
    RecusedVoted,
    StakeUndecided,
    StakeUnsaid,
    VoteLost,
    VoteMissing,
    VoteReasonMissing,
    VotesImpossible,
)
from committee_desk.services.second import Second
from committee_desk.services.settings import MEETING_MAJORITY, MEETING_QUORUM, BadSetting
from committee_desk.storage.unit_of_work import SqlUnitOfWork
from committee_desk.wording.saying import sentence
from tests.conftest import frozen_clock
from tests.services.committee_hands import (
    DAY,
    DEPUTY,
    GRADES,
    YEAR,
    appoint,
    call,
    came,
    close,
    committee_of,
    opened,
    seen,
    view,
    vote,
)
from tests.services.seated_desks import SECRET, sit, with_accounts

FREE = AgendaItem("甲", ItemKind.FREE, "听取全年考核工作情况")


@pytest.fixture
def office(sample_desk: Desk, actor: Actor) -> Desk:
    """The sample office with a committee of seven."""
    appoint(sample_desk, actor, committee_of(7))
    return sample_desk


def said(error: pytest.ExceptionInfo[DeskError]) -> str:
    return sentence(error.value)


# -- calling and opening ----------------------------------------------------------------------------------------------


def test_a_meeting_is_called_amended_and_called_off_under_its_own_number(office: Desk, actor: Actor) -> None:
    number = call(office, actor, FREE)
    wanted = Called(datetime(2027, 1, 11, 8, 30, tzinfo=CHINA), "二楼会议室", (FREE, GRADES))
    office.meetings.amend(actor, YEAR, number, wanted, seen(office, number))
    assert view(office, number).row.held.place == "二楼会议室"
    office.meetings.withdraw(actor, YEAR, number, "改在下周", seen(office, number))
    assert view(office, number).row.held.state is MeetingState.WITHDRAWN
    assert call(office, actor, FREE) == number + 1


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (Called(DAY, " ", (FREE,)), PlaceMissing),
        (Called(DAY, "三楼", ()), AgendaEmpty),
        (Called(DAY, "三楼", (FREE, FREE)), ItemTwice),
        (Called(DAY, "三楼", (FREE._replace(title=""),)), ItemUntitled),
        (Called(DAY, "三楼", (FREE._replace(kind=ItemKind.TIE),)), ItemWithoutPeople),
        (Called(DAY.replace(year=2025), "三楼", (FREE,)), MeetingOfAnotherTime),
    ],
)
def test_what_is_no_meeting_is_refused(office: Desk, actor: Actor, wanted: Called, refusal: type[DeskError]) -> None:
    with pytest.raises(refusal):
        office.meetings.call(actor, YEAR, wanted)
    assert not office.meetings.rows(YEAR)


def test_a_meeting_that_does_not_exist_is_refused(office: Desk) -> None:
    with pytest.raises(NoSuchMeeting) as refused:
        office.meetings.view(YEAR, 7)
    assert said(refused) == "没有2026 年度第 7 次会议，或者它已取消。请在会议列表中选择。"


def test_a_meeting_opens_once_of_every_member_it_is_recorded_whether_he_came(office: Desk, actor: Actor) -> None:
    number = call(office, actor)
    office.meetings.presence(actor, YEAR, number, {"闫峰": Came(Presence.PRESENT)}, seen(office, number))
    with pytest.raises(PresenceMissing) as refused:
        office.meetings.open(actor, YEAR, number, "孙丽", seen(office, number))
    assert said(refused).startswith("还没有登记这些委员是否到会：彭强涛、秦生康、林若、钱英、雷国兰等 6 人。")


def test_a_meeting_of_four_of_seven_does_not_open(office: Desk, actor: Actor) -> None:
    number = call(office, actor)
    came(office, actor, number, away=("J001", "J002", "X003"))
    with pytest.raises(MeetingWithoutQuorum) as refused:
        office.meetings.open(actor, YEAR, number, "孙丽", seen(office, number))
    assert said(refused).startswith("应到 7 人，实到 4 人，少于规定的 5 人，不能开会。请按决定增补委员")
    came(office, actor, number, away=("J001", "J002"))
    office.meetings.open(actor, YEAR, number, "孙丽", seen(office, number))
    assert view(office, number).has_quorum


def test_an_office_sets_its_own_quorum_and_majority(office: Desk, actor: Actor) -> None:
    office.settings.put(actor, MEETING_QUORUM, "6/7", "本院议事规则")
    number = call(office, actor)
    came(office, actor, number, away=("J001", "J002"))
    with pytest.raises(MeetingWithoutQuorum):
        office.meetings.open(actor, YEAR, number, "孙丽", seen(office, number))
    with pytest.raises(BadSetting) as refused:
        office.settings.put(actor, MEETING_MAJORITY, "1/3", "试")
    assert said(refused) == "设置不能是“1/3”。请写成分数，不少于 1/2、不多于 1，如 2/3。"


def test_a_meeting_does_not_open_before_its_day(office: Desk, actor: Actor) -> None:
    number = call(office, actor, at=datetime(2027, 1, 12, 9, 0, tzinfo=CHINA))
    came(office, actor, number)
    with pytest.raises(MeetingTooEarly) as refused:
        office.meetings.open(actor, YEAR, number, "孙丽", seen(office, number))
    assert said(refused) == ("会议通知的时间是 2027-01-12 09:00，今天还没到。请到那天再宣布开会，或先更改会议时间。")


def test_the_deputy_presides_where_the_chair_is_away(office: Desk, actor: Actor) -> None:
    number = opened(office, actor, away=("J020",))
    assert view(office, number).row.held.presiding == DEPUTY
    again = call(office, actor)
    came(office, actor, again, away=("J020",))
    with pytest.raises(MemberNotPresent) as refused:
        office.meetings.open(actor, YEAR, again, "孙丽", seen(office, again), "闫峰")
    assert said(refused) == "闫峰没有到会，不能参加表决或主持。请核对到会登记。"


def test_somebody_writes_every_meeting_down(office: Desk, actor: Actor) -> None:
    number = call(office, actor)
    came(office, actor, number)
    with pytest.raises(RecorderMissing):
        office.meetings.open(actor, YEAR, number, " ", seen(office, number))


# -- votes -------------------------------------------------------------------------------------------------------------


def test_a_vote_passes_with_more_than_half_of_all_members_and_not_of_those_present(office: Desk, actor: Actor) -> None:
    number = opened(office, actor, FREE, FREE._replace(id="乙"), away=("J001", "J002"))
    vote(office, actor, number, 3, noes=2, item="甲")
    vote(office, actor, number, 4, abstentions=1, item="乙")
    outcomes = [each.vote.outcome for each in view(office, number).questions if each.vote]
    assert outcomes == [Outcome.LOST, Outcome.PASSED]


@pytest.mark.parametrize("count", [(8, 0, 0), (5, 2, 1), (7, 1, 0)])
def test_more_votes_than_members_who_may_vote_are_refused(
    office: Desk, actor: Actor, count: tuple[int, int, int]
) -> None:
    number = opened(office, actor)
    with pytest.raises(VotesImpossible) as refused:
        vote(office, actor, number, *count)
    assert said(refused) == (
        "议题“审议检察官年度考核等次建议”的赞成、反对、弃权合计 8 票，多于可以表决的 7 人。请核对票数。"
    )
    assert not any(each.vote for each in view(office, number).questions)


@pytest.mark.parametrize("count", [(-1, 3, 0), (0, 0, 0)])
def test_no_votes_and_fewer_than_none_are_refused(office: Desk, actor: Actor, count: tuple[int, int, int]) -> None:
    number = opened(office, actor)
    with pytest.raises(VotesImpossible) as refused:
        vote(office, actor, number, *count)
    assert said(refused).endswith("请填写不小于 0 的整数，合计至少 1 票。")


def test_more_votes_than_voters_who_were_named_are_refused(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    with pytest.raises(VotesImpossible):
        vote(office, actor, number, 3, voters=("闫峰", "钱英"))
    with pytest.raises(NotAMember) as refused:
        vote(office, actor, number, 1, voters=("赵晓英",))
    assert said(refused) == "“赵晓英”当天不是考评委员会的委员。请核对姓名，或先在“人员”页登记任期。"
    vote(office, actor, number, 2, voters=("闫峰", "X003"))


def test_a_vote_is_corrected_with_a_reason_while_the_meeting_is_open(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    vote(office, actor, number, 3, noes=4)
    with pytest.raises(VoteReasonMissing) as refused:
        vote(office, actor, number, 4, noes=3)
    assert said(refused) == "这一项已经有表决结果。更正表决要写明理由，原结果保留在日志中。请填写理由。"
    vote(office, actor, number, 4, noes=3, why="计票人复核，赞成票少记一张")
    first = view(office, number).questions[0].vote
    assert first is not None
    assert (first.count.ayes, first.outcome) == (4, Outcome.PASSED)
    (entry,) = [row for row in office.journal.rows(5) if row.verb == "meeting.correct_vote"]
    assert entry.why == "计票人复核，赞成票少记一张"


def test_who_is_away_does_not_vote(office: Desk, actor: Actor) -> None:
    number = opened(office, actor, away=("X003",))
    with pytest.raises(MemberNotPresent):
        vote(office, actor, number, 1, voters=("钱英",))
    with pytest.raises(VotesImpossible):
        vote(office, actor, number, 7)


def test_two_of_one_name_are_told_apart_by_their_codes(sample_desk: Desk, actor: Actor) -> None:
    appoint(sample_desk, actor, ("J020", "X001", "J015", "J016", "X003", "X004", "X005"))
    number = opened(sample_desk, actor)
    with pytest.raises(SameNames) as refused:
        vote(sample_desk, actor, number, 1, voters=("朱康",))
    assert said(refused) == "叫“朱康”的不止一人：朱康（J015）、朱康（J016）。请连同工号一起写明是哪一位。"
    with pytest.raises(RecusedNamed):
        vote(sample_desk, actor, number, 1, subject="J016", voters=("朱康(J016)",))
    vote(sample_desk, actor, number, 1, subject="J016", voters=("朱康（J015）",))


def test_a_namesake_of_somebody_graded_may_write_the_vote_down_under_his_code(office: Desk, actor: Actor) -> None:
    item = AgendaItem("1", ItemKind.INCOMPLETE, "朱康缺一项评价", ("J016",))
    number = opened(office, actor, item)
    with pytest.raises(SameNames):
        vote(office, actor, number, 7, recorder="朱康")
    with pytest.raises(RecusedNamed) as refused:
        vote(office, actor, number, 7, recorder="朱 康（J016）")
    assert "不能记录这一项的表决：这一项涉及本人" in said(refused)
    vote(office, actor, number, 7, recorder="朱康（J015）")


def test_the_equals_of_a_tie_are_voted_on_one_by_one_and_neither_may_go_up(office: Desk, actor: Actor) -> None:
    office.relations.relate(actor, Relationship("X003", "", "J010", Kinship.SPOUSE))
    tie = AgendaItem("1", ItemKind.TIE, "第 3、4 名相同", ("J009", "J010"))
    number = opened(office, actor, tie)
    questions = office.meetings.questions(YEAR, number, "1")
    assert [each.question.subject for each in questions] == ["J009", "J010", "neither"]
    assert {each.leaving for each in questions} == {("钱英",)}, "whoever leaves for one of the equals leaves for all"


# -- recusals ----------------------------------------------------------------------------------------------------------


def test_a_stake_is_declared_and_decided_by_somebody_else(office: Desk, actor: Actor) -> None:
    number = call(office, actor)

    def declare(**other: Any) -> None:
        wanted = Declared("1", "雷国兰", "J009", "曾共同出资", "闫峰")._replace(**other)
        office.meetings.declare(actor, YEAR, number, wanted, seen(office, number))

    with pytest.raises(StakeUnsaid):
        declare(note="")
    with pytest.raises(StakeUndecided):
        declare(decided_by="")
    with pytest.raises(DecidedOnHimself) as refused:
        declare(decided_by="雷国兰")
    assert said(refused) == "雷国兰不能决定自己的回避。请填写另一名决定人。"
    with pytest.raises(NoSuchItem):
        declare(about="F001")
    declare()
    with pytest.raises(RecusedAlready):
        declare()
    own = next(each for each in view(office, number).questions if each.question.people == ("J009",))
    assert own.leaving == ("雷国兰",)


def test_a_stake_that_was_not_granted_is_on_record_and_makes_nobody_leave(office: Desk, actor: Actor) -> None:
    number = call(office, actor)
    wanted = Declared("1", "雷国兰", "J009", "同一部门共事多年", "闫峰", granted=False)
    office.meetings.declare(actor, YEAR, number, wanted, seen(office, number))
    assert not any("雷国兰" in each.leaving for each in view(office, number).questions)
    assert [row.recusal.granted for row in view(office, number).recusals if row.name == "雷国兰"] == [False]


def test_the_projector_names_who_leaves_and_never_why(office: Desk, actor: Actor) -> None:
    office.relations.relate(actor, Relationship("X003", "", "J010", Kinship.SPOUSE))
    number = opened(office, actor)
    for wanted in (
        Declared("1", "雷国兰", "J009", "曾共同出资", "闫峰"),
        Declared("1", "范伟雪", "J012", "同乡", "闫峰", granted=False),
    ):
        office.meetings.declare(actor, YEAR, number, wanted, seen(office, number))
    vote(office, actor, number, 6, subject="J009")
    wall = office.meetings.projection(YEAR, number)
    assert (wall.members, wall.present, wall.presiding) == (7, 7, "闫峰")
    own = next(each for each in wall.questions if each.subject == "J009")
    assert (own.leaving, own.entitled, own.count) == (("雷国兰",), 6, Count(6, 0, 0))
    shown = repr(wall)
    for hidden in ("出资", "同乡", "夫妻", "spouse", "stake", "范伟雪"):
        assert hidden not in shown


def test_a_stake_in_the_whole_item_makes_the_member_leave_for_everybody(office: Desk, actor: Actor) -> None:
    number = call(office, actor)
    wanted = Declared("1", "雷国兰", "", "受托保管全部材料", "闫峰")
    office.meetings.declare(actor, YEAR, number, wanted, seen(office, number))
    assert all("雷国兰" in each.leaving for each in view(office, number).questions)


def test_a_stake_in_a_person_holds_for_every_item_that_is_about_him(office: Desk, actor: Actor) -> None:
    tie = AgendaItem("2", ItemKind.TIE, "第 3、4 名相同", ("J009", "J014"))
    number = call(office, actor, GRADES, tie)
    wanted = Declared("1", "雷国兰", "J009", "曾共同出资", "闫峰")
    office.meetings.declare(actor, YEAR, number, wanted, seen(office, number))
    assert all(each.leaving == ("雷国兰",) for each in view(office, number).questions_of("2"))
    office.meetings.lift(actor, YEAR, number, "1", "雷国兰", "J009", "查明没有出资", seen(office, number))
    assert not any(each.leaving for each in view(office, number).questions_of("2"))


def test_a_vote_holds_no_longer_when_it_comes_out_that_somebody_had_to_leave(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    vote(office, actor, number, 7)
    wanted = Declared("1", "雷国兰", "J009", "曾共同出资", "闫峰")
    office.meetings.declare(actor, YEAR, number, wanted, seen(office, number))
    assert not any(each.vote for each in view(office, number).questions)
    office.meetings.lift(actor, YEAR, number, "1", "雷国兰", "J009", "查明没有出资", seen(office, number))
    assert not any(each.vote for each in view(office, number).questions), "what was ended is not raised again"
    vote(office, actor, number, 7)


def test_a_relationship_written_down_while_they_meet_holds_at_once(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    vote(office, actor, number, 7)
    office.relations.relate(actor, Relationship("X003", "", "J010", Kinship.SPOUSE))
    first = view(office, number).questions[0]
    assert first.vote is None
    with pytest.raises(VoteMissing), office.office._open.reading() as uow:
        meeting_rules.require_passed(uow, YEAR, number, "1")


def test_what_the_law_alone_asks_for_is_lifted_by_nobody(office: Desk, actor: Actor) -> None:
    number = call(office, actor)
    with pytest.raises(RecusalNotDeclared) as refused:
        office.meetings.lift(actor, YEAR, number, "1", "秦生康", "J001", "本人要求参加", seen(office, number))
    assert said(refused).startswith("秦生康的回避是法律规定的，不能在这里撤销：涉及本人的必须回避")


# -- closing -----------------------------------------------------------------------------------------------------------


def test_minutes_bear_a_number_and_no_other_meetings(office: Desk, actor: Actor) -> None:
    first, second = opened(office, actor, FREE), opened(office, actor, FREE)
    with pytest.raises(MinutesNumberMissing) as refused:
        close(office, actor, first, " ")
    assert said(refused) == ("会议纪要没有编号，会议不能结束。请填写纪要编号，如“检考委〔2027〕1号”。")
    close(office, actor, first)
    with pytest.raises(MinutesNumberTaken) as taken:
        close(office, actor, second)
    assert said(taken) == "纪要编号“检考委〔2027〕1号”已经用于第 1 次会议。请换一个编号。"
    for alike in ("检考委[2027]1号", "检考委（2027）１号", "检考委【２０２７】 1 号"):
        with pytest.raises(MinutesNumberTaken) as again:
            close(office, actor, second, alike)
        assert said(again) == f"纪要编号“{alike}”已经用于第 1 次会议。请换一个编号。"
    close(office, actor, second, "检考委〔2027〕11号")


def test_a_closed_meeting_is_only_read_and_stays_what_it_was(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    vote(office, actor, number, 7)
    close(office, actor, number)
    before = view(office, number)
    with pytest.raises(MeetingStateWrong) as refused:
        vote(office, actor, number, 6, why="改")
    assert said(refused) == ("2026 年度第 1 次会议已结束，会议记录只供阅读。确需改动的，请先写明理由重新打开会议。")
    office.relations.relate(actor, Relationship("X003", "", "J010", Kinship.SPOUSE))
    chair = office.committee.members()[0]
    office.committee.strike(actor, chair.number, "登记错误")
    after = view(office, number)
    assert (after.attendance, after.recusals, after.questions) == (before.attendance, before.recusals, before.questions)


def test_a_closed_meeting_is_reopened_with_a_reason_and_in_strict_by_two(office: Desk, actor: Actor) -> None:
    number = opened(office, actor, FREE)
    close(office, actor, number)
    with_accounts(office, Way.STRICT)
    secretary = sit(office, Role.SECRETARY)
    with pytest.raises(SecondNeeded):
        office.meetings.reopen(secretary, YEAR, number, "纪要漏记", seen(office, number))
    second = Second(Role.CHAIR.value, SECRET)
    office.meetings.reopen(secretary, YEAR, number, "纪要漏记", seen(office, number), second)
    assert view(office, number).row.held.state is MeetingState.OPEN


def test_what_was_voted_on_stays_on_the_agenda_and_the_meeting_is_not_called_off(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    vote(office, actor, number, 7)
    with pytest.raises(ItemVoted) as refused:
        office.meetings.amend(actor, YEAR, number, Called(DAY, "三楼", (FREE,)), seen(office, number))
    assert said(refused).startswith("议题“审议检察官年度考核等次建议”已经表决，不能删除")
    with pytest.raises(ItemVoted):
        office.meetings.withdraw(actor, YEAR, number, "改期", seen(office, number))
    office.meetings.amend(actor, YEAR, number, Called(DAY, "三楼", (GRADES, FREE)), seen(office, number))
    assert view(office, number).questions[0].vote


# -- two secretaries, clocks -------------------------------------------------------------------------------------------


def test_two_secretaries_at_one_file_never_write_over_each_other(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    other = open_desk(office.path, clock=frozen_clock)
    stale = seen(office, number)
    vote(other, Actor("孙丽"), number, 5, noes=2)
    wanted = Declared("1", "雷国兰", "J009", "曾共同出资", "闫峰")
    with pytest.raises(MeetingChanged) as refused:
        office.meetings.declare(actor, YEAR, number, wanted, stale)
    assert said(refused) == (
        "孙丽在 2027-01-11 09:00 改动了2026 年度第 1 次会议。这次操作没有保存，也没有覆盖别人的内容；"
        "请看过刷新后的会议再做一次。"
    )
    assert view(office, number).questions[0].vote


def test_a_clock_set_back_records_no_vote(office: Desk, actor: Actor) -> None:
    number = opened(office, actor)
    back = open_desk(office.path, clock=lambda: datetime(2027, 1, 10, 9, 0, tzinfo=CHINA))
    with pytest.raises(ClockBehind):
        vote(back, actor, number, 7)


# -- what rests on a vote ----------------------------------------------------------------------------------------------


def test_a_decision_rests_on_a_vote_that_was_taken_passed_and_on_everybody(office: Desk, actor: Actor) -> None:
    number = opened(office, actor, GRADES, FREE)

    def passed(item: str = "1", **more: Any) -> None:
        with office.office._open.reading() as uow:
            assert isinstance(uow, SqlUnitOfWork)
            meeting_rules.require_passed(uow, YEAR, number, item, **more)

    vote(office, actor, number, 7)
    with pytest.raises(VoteMissing) as missing:
        passed()
    assert said(missing) == (
        "2026 年度第 1 次会议对“审议检察官年度考核等次建议”还没有表决这些人：秦生康、林若。请先在会上表决。"
    )
    vote(office, actor, number, 6, subject="J001")
    vote(office, actor, number, 3, noes=3, subject="J002")
    with pytest.raises(VoteLost) as lost:
        passed()
    assert said(lost).startswith(
        "2026 年度第 1 次会议对“审议检察官年度考核等次建议”的表决没有通过：赞成 3 票，全体委员 7 人。"
    )
    vote(office, actor, number, 4, noes=2, subject="J002", why="重新计票")
    passed()
    with pytest.raises(VoteMissing):
        passed(people=("F001",))
    with pytest.raises(VoteMissing):
        passed(list_version=2)
    with pytest.raises(VoteMissing):
        passed("甲")
    with pytest.raises(NoSuchItem):
        passed("乙")


def test_a_relationship_that_came_out_after_the_meeting_voids_what_rests_on_the_vote(
    office: Desk, actor: Actor
) -> None:
    number = opened(office, actor, GRADES._replace(about=("J009", "J010")))
    vote(office, actor, number, 7)
    close(office, actor, number)
    office.relations.relate(actor, Relationship("X003", "", "J010", Kinship.SPOUSE))
    with office.office._open.reading() as uow, pytest.raises(RecusedVoted) as refused:
        meeting_rules.require_passed(uow, YEAR, number, "1")
    assert said(refused) == (
        "钱英参加了第 1 次会议对“审议检察官年度考核等次建议”的表决，而其须为姚玉伟回避：亲属关系是会后登记的。"
        "请写明理由重新打开会议，回避后重新表决。"
    )
    office.meetings.reopen(actor, YEAR, number, "有委员应当回避", seen(office, number))
    vote(office, actor, number, 7)
    vote(office, actor, number, 6, subject="J010")
    close(office, actor, number)
    with office.office._open.reading() as uow:
        meeting_rules.require_passed(uow, YEAR, number, "1", people=("J009", "J010"))


def test_what_takes_effect_by_the_minutes_waits_for_them(office: Desk, actor: Actor) -> None:
    number = opened(office, actor, FREE)
    with office.office._open.reading() as uow, pytest.raises(MeetingNotClosed) as refused:
        meeting_rules.require_closed(uow, YEAR, number)
    assert said(refused) == "2026 年度第 1 次会议还没有结束，会议纪要没有编号。请先填写纪要编号结束会议。"
    close(office, actor, number)
    with office.office._open.reading() as uow:
        assert meeting_rules.require_closed(uow, YEAR, number) == "检考委〔2027〕1号"
