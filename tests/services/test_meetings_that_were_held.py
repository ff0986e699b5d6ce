"""What a decision rests on was really held: members who were there, a closed meeting, at a time when it could be."""

from datetime import date, datetime
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.committee import AgendaItem, ItemKind, Member, MemberPost, Presence
from committee_desk.domain.course import Stage
from committee_desk.domain.errors import DeskError
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.committee_views import CommitteeFault, CommitteeSizeWrong
from committee_desk.services.desk import Desk
from committee_desk.services.grading_views import Settlement
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.meeting_refusals import (
    DayNotTheMeetings,
    MeetingBeforeItsMatter,
    MeetingNamed,
    MeetingNotClosed,
    MeetingWithoutQuorum,
    MemberNotPresent,
    PaperNotTheMinutes,
)
from committee_desk.services.meeting_views import Came, Declared
from committee_desk.services.meeting_vote_refusals import DecidedOnHimself, RecusedNamed, RecusedVoted
from committee_desk.services.relation_views import RelativeOfTheDesk
from committee_desk.wording.committee import recusal_reason
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import read, workbook
from tests.services.committee_hands import (
    DAY,
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
from tests.services.graded_desks import (
    COMMITTEE,
    PROSECUTORS,
    SECOND,
    TODAY,
    grades_item,
    line,
    office,
    pass_all,
    ready,
    sixteen,
    tie_item,
)

UNTIED = ("95.00", *(f"{90 - number}.50" for number in range(15)))
EQUALS = ("J003", "J004")
FREE = AgendaItem("1", ItemKind.FREE, "听取汇报")


@pytest.fixture
def graded(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """Sixteen people of different totals, proposed; a committee of five."""
    return ready(office(desk, tmp_path, sixteen(UNTIED)), actor)


@pytest.fixture
def tied(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """Two are equal at the last place, and a meeting voted it to J004."""
    ready(office(desk, tmp_path, sixteen()), actor)
    number = opened(desk, actor, tie_item(EQUALS))
    vote(desk, actor, number, 0, 5, item="平", subject="J003")
    vote(desk, actor, number, 5, item="平", subject="J004")
    return desk


@pytest.fixture
def seated(sample_desk: Desk, actor: Actor) -> Desk:
    """The sample office with a committee of seven."""
    appoint(sample_desk, actor, committee_of(7))
    return sample_desk


def said(error: pytest.ExceptionInfo[DeskError]) -> str:
    return sentence(error.value)


# -- who was there -----------------------------------------------------------------------------------------------------


def away(desk: Desk, actor: Actor, number: int, *keys: str) -> None:
    desk.meetings.presence(actor, YEAR, number, dict.fromkeys(keys, Came(Presence.AWAY)), seen(desk, number))


def test_a_meeting_at_which_nobody_was_is_not_closed_and_approves_nothing(graded: Desk, actor: Actor) -> None:
    number = opened(graded, actor, grades_item(graded))
    pass_all(graded, actor, number)
    away(graded, actor, number, *COMMITTEE)
    assert [each.vote for each in view(graded, number).questions] == [None]
    with pytest.raises(MeetingWithoutQuorum) as refused:
        close(graded, actor, number)
    assert said(refused).startswith("应到 5 人，实到 0 人，少于规定的 4 人")
    with pytest.raises(DeskError):
        graded.grading.approve(actor, YEAR, number, "1")


def test_a_vote_falls_when_one_of_its_voters_turns_out_not_to_have_come(graded: Desk, actor: Actor) -> None:
    number = opened(graded, actor, grades_item(graded))
    pass_all(graded, actor, number)
    away(graded, actor, number, "Z005")
    assert [each.vote for each in view(graded, number).questions] == [None]
    pass_all(graded, actor, number)
    close(graded, actor, number)
    graded.grading.approve(actor, YEAR, number, "1")


def test_a_meeting_closes_only_where_whoever_presided_was_there(graded: Desk, actor: Actor) -> None:
    number = opened(graded, actor, FREE)
    away(graded, actor, number, "Z001")
    with pytest.raises(MemberNotPresent) as refused:
        close(graded, actor, number)
    assert said(refused) == "委Z001没有到会，不能参加表决或主持。请核对到会登记。"


# -- what a meeting decided --------------------------------------------------------------------------------------------


def decide(desk: Desk, actor: Actor, document: str, day: date = TODAY) -> None:
    desk.grading.decide_tie(actor, YEAR, PROSECUTORS, ("J004",), 1, document, day)


def test_a_tie_is_decided_by_the_minutes_of_a_closed_meeting_and_on_its_day(tied: Desk, actor: Actor) -> None:
    with pytest.raises(MeetingNotClosed):
        decide(tied, actor, "检考委〔2027〕1号")
    close(tied, actor, 1)
    with pytest.raises(PaperNotTheMinutes) as number:
        decide(tied, actor, "随便写的号")
    assert said(number) == (
        "第 1 次会议的纪要编号是“检考委〔2027〕1号”，决定的文号写的是“随便写的号”。请按纪要编号登记，或留空由程序填写。"
    )
    with pytest.raises(DayNotTheMeetings) as day:
        decide(tied, actor, "检考委〔2027〕1号", date(2026, 2, 2))
    assert said(day) == "第 1 次会议是 2027-01-11 开的，决定的日期写的是 2026-02-02。请按会议日期登记。"
    decide(tied, actor, "")
    (kept,) = tied.grading.view(YEAR).decisions
    assert (kept.document, line(tied, "J004").grade) == ("检考委〔2027〕1号", Grade.EXCELLENT)


def test_who_lacks_a_rating_is_settled_by_a_closed_meeting_where_one_is_named(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    people = [each._replace(ballot=each.code != "J005") for each in sixteen(UNTIED)]
    office(desk, tmp_path, people)
    appoint(desk, actor, COMMITTEE, chair="Z001", deputy="Z002")
    number = opened(desk, actor, AgendaItem("1", ItemKind.INCOMPLETE, "检J005未参加测评", ("J005",)))
    vote(desk, actor, number, 5)

    def settle(document: str) -> None:
        how = Settlement.HAND_OVER
        desk.grading.settle_incomplete(actor, YEAR, "J005", how, "十月调入", document, TODAY, number, "1")

    with pytest.raises(MeetingNotClosed):
        settle("检考委〔2027〕1号")
    close(desk, actor, number)
    with pytest.raises(PaperNotTheMinutes):
        settle("检考委〔2027〕2号")
    settle("检考委〔2027〕1号")


# -- when it was held --------------------------------------------------------------------------------------------------


def test_no_meeting_on_a_list_is_dated_before_the_list(graded: Desk, actor: Actor) -> None:
    march = datetime(2026, 3, 2, 9, 0, tzinfo=CHINA)
    with pytest.raises(MeetingBeforeItsMatter) as refused:
        call(graded, actor, grades_item(graded), at=march)
    assert said(refused) == (
        "会议时间是 2026-03-02 09:00，等次建议第 1 版到 2027-01-11 09:00 才提出，这次会议不可能审议它。"
        "请核对时间，或在提出之后另行召集会议。"
    )
    with pytest.raises(MeetingBeforeItsMatter):
        call(graded, actor, tie_item(EQUALS), at=datetime(2026, 12, 30, 9, 0, tzinfo=CHINA))
    assert call(graded, actor, FREE, at=march) == 1, "anything else may be met about during the year"


def test_a_meeting_called_before_the_list_votes_on_no_list_of_later(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, sixteen(UNTIED))
    appoint(desk, actor, COMMITTEE, chair="Z001", deputy="Z002")
    item = AgendaItem("1", ItemKind.GRADES, "审议等次建议", tuple(each.code for each in sixteen(UNTIED)))
    number = call(desk, actor, item, at=datetime(2027, 1, 8, 14, 30, tzinfo=CHINA))
    came(desk, actor, number)
    desk.meetings.open(actor, YEAR, number, "孙丽", seen(desk, number))
    desk.grading.propose(actor, YEAR, "按现有数据提名")
    with pytest.raises(MeetingBeforeItsMatter):
        vote(desk, actor, number, 5)


def test_votes_of_a_meeting_before_a_list_do_not_approve_the_list_proposed_later(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    ready(office(desk, tmp_path, sixteen(UNTIED)), actor)
    number = opened(desk, actor, grades_item(desk))
    pass_all(desk, actor, number)
    close(desk, actor, number)
    desk.grading.withdraw(actor, YEAR, "补正一处", SECOND)
    later = open_desk(tmp_path / "考评.desk", clock=lambda: datetime(2027, 1, 12, 9, 0, tzinfo=CHINA))
    later.grading.propose(actor, YEAR, "按现有数据提名")
    with pytest.raises(DeskError):
        later.grading.approve(actor, YEAR, number, "1")
    later.close()


def test_the_committee_of_that_day_and_of_today_must_both_be_one(graded: Desk, actor: Actor, tmp_path: Path) -> None:
    number = call(graded, actor, FREE)
    came(graded, actor, number)
    (last,) = (row for row in graded.committee.members() if row.member.code == "Z005")
    graded.committee.end_term(actor, last.number, date(2027, 1, 11), "检党〔2027〕1号")
    later = open_desk(tmp_path / "考评.desk", clock=lambda: datetime(2027, 1, 12, 9, 0, tzinfo=CHINA))
    with pytest.raises(CommitteeSizeWrong):
        later.meetings.open(actor, YEAR, number, "孙丽", seen(later, number))
    with pytest.raises(CommitteeSizeWrong):
        call(later, actor, FREE, at=DAY)
    later.close()


def voted(desk: Desk, actor: Actor) -> int:
    """A meeting that passed the list and was closed; its number."""
    number = opened(desk, actor, grades_item(desk))
    pass_all(desk, actor, number)
    close(desk, actor, number)
    return number


def term(desk: Desk, code: str) -> int:
    return next(row.number for row in desk.committee.members() if row.member.code == code)


@pytest.mark.parametrize(
    ("struck", "sentence_of"),
    [("Z001", "2027-01-11 考评委员会没有主任"), ("Z005", "2027-01-11 考评委员会有 4 名委员")],
)
def test_no_list_is_approved_by_a_committee_that_turns_out_to_have_been_none_on_the_meetings_day(
    graded: Desk, actor: Actor, struck: str, sentence_of: str
) -> None:
    extra = Member("外聘张三", MemberPost.MEMBER, date(2025, 1, 1), None, "检党〔2025〕1号")
    if struck == "Z001":
        graded.committee.appoint(actor, extra)
    number = voted(graded, actor)
    graded.committee.strike(actor, term(graded, struck), "登记有误，并未任命")
    with pytest.raises(CommitteeFault) as refused:
        graded.grading.approve(actor, YEAR, number, "1")
    assert said(refused).startswith(sentence_of)
    assert graded.course.stage(YEAR) is Stage.PROPOSED


def test_a_term_that_ended_after_the_meeting_takes_nothing_from_its_vote(
    graded: Desk, actor: Actor, tmp_path: Path
) -> None:
    number = voted(graded, actor)
    later = open_desk(tmp_path / "考评.desk", clock=lambda: datetime(2027, 1, 13, 9, 0, tzinfo=CHINA))
    for code in ("Z001", "Z005"):
        later.committee.end_term(actor, term(later, code), date(2027, 1, 12), "检党〔2027〕1号")
    later.grading.approve(actor, YEAR, number, "1")
    assert later.course.stage(YEAR) is Stage.APPROVED
    later.close()


# -- kinship by name ---------------------------------------------------------------------------------------------------


def test_a_colleague_is_not_written_down_as_a_stranger(seated: Desk, actor: Actor) -> None:
    with pytest.raises(RelativeOfTheDesk) as refused:
        seated.relations.relate(actor, Relationship("J009", "彭 强涛", None, Kinship.SPOUSE))
    assert said(refused) == (
        "本院名册上有彭强涛（X001）。请选定是哪一位，以便回避；确是院外同名的人，请在姓名后注明单位。"
    )
    for dressed in ("彭强涛同志", "彭强涛主任", "彭强涛（X001）", "X001"):
        with pytest.raises(RelativeOfTheDesk):
            seated.relations.relate(actor, Relationship("J009", dressed, None, Kinship.SPOUSE))
    seated.relations.relate(actor, Relationship("J009", "彭强涛（县医院）", None, Kinship.SPOUSE))


def test_a_relative_known_by_name_leaves_when_a_member_bears_it(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    sample_desk.relations.relate(actor, Relationship("J009", "高新任", None, Kinship.SPOUSE))
    row = {"工号": "X099", "姓名": "高新任", "部门": "政治部", "人员类别": "司法行政人员", "到岗日期": "2026-01-05"}
    read(sample_desk, Kind.PEOPLE, workbook(tmp_path / "新任.xlsx", [row]))
    appoint(sample_desk, actor, (*committee_of(6), "X099"))
    number = opened(sample_desk, actor, AgendaItem("1", ItemKind.GRADES, "审议", ("J009", "J010")))
    (recused,) = view(sample_desk, number).recusals
    assert (recused.name, recused.about) == ("高新任", "赵晓英")
    assert recusal_reason(recused) == "与赵晓英有夫妻关系（登记时只写了姓名，按同名回避）"
    with pytest.raises(RecusedNamed):
        vote(sample_desk, actor, number, 6, subject="J009", voters=("X099",))


def test_kinship_of_a_member_without_a_code_that_comes_out_later_stops_the_list(graded: Desk, actor: Actor) -> None:
    outside = Member("外聘张三", MemberPost.MEMBER, date(2025, 1, 1), None, "检党〔2025〕1号", None)
    graded.committee.appoint(actor, outside)
    number = opened(graded, actor, grades_item(graded))
    pass_all(graded, actor, number)
    close(graded, actor, number)
    graded.relations.relate(actor, Relationship("J009", "外聘张三", None, Kinship.SPOUSE))
    with pytest.raises(RecusedVoted) as refused:
        graded.grading.approve(actor, YEAR, number, "1")
    assert said(refused).startswith("外聘张三参加了第 1 次会议")


# -- who writes it down, and what names it -----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["赵晓英同志", "书记员赵晓英", "赵晓英（代）", "秦生康主任"])
def test_a_courtesy_title_hides_nobody_who_must_leave(seated: Desk, actor: Actor, typed: str) -> None:
    about = "J001" if "秦" in typed else "J009"
    number = opened(seated, actor, AgendaItem("1", ItemKind.GRADES, "审议", (about,)))
    (question,) = view(seated, number).questions
    with pytest.raises(RecusedNamed):
        vote(seated, actor, number, question.entitled, subject=question.question.subject, recorder=typed)


@pytest.mark.parametrize("typed", ["钱英同志", "政治部钱英", "老钱", "钱主任", "钱", "本人", "同上", "申请人", "某某"])
def test_nobody_decides_on_his_own_stake_under_a_title_or_a_call(seated: Desk, actor: Actor, typed: str) -> None:
    number = opened(seated, actor, AgendaItem("1", ItemKind.GRADES, "审议", ("J009",)))
    wanted = Declared("1", "X003", "J009", "曾共同出资", typed)
    with pytest.raises(DecidedOnHimself):
        seated.meetings.declare(actor, YEAR, number, wanted, seen(seated, number))
    seated.meetings.declare(actor, YEAR, number, wanted._replace(decided_by="检察长"), seen(seated, number))


def test_a_meeting_that_a_departure_names_is_not_called_off(graded: Desk, actor: Actor) -> None:
    number = call(graded, actor, FREE)
    graded.grading.choose(actor, YEAR, "J006", Grade.BASIC, "委员会认为", number)
    with pytest.raises(MeetingNamed) as refused:
        graded.meetings.withdraw(actor, YEAR, number, "改期", seen(graded, number))
    assert said(refused) == "第 1 次会议已写在这些人的等次决定中：检J006，不能取消。请先撤销或更正这些决定。"
