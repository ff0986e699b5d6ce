"""The tricky situations of the committee (domain rules, part 6, rows 25 to 29), through the verbs on a desk file."""

from datetime import date, datetime

import pytest

from committee_desk.domain.committee import AgendaItem, Ground, ItemKind, Member, MemberPost, Outcome
from committee_desk.domain.errors import DeskError
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.committee_views import ChairNotChief, CommitteeSizeWrong, NoChair
from committee_desk.services.desk import Desk
from committee_desk.services.meeting_refusals import MeetingWithoutQuorum, NobodyPresides
from committee_desk.services.meeting_vote_refusals import RecusedNamed
from committee_desk.wording.saying import sentence
from tests.services.committee_hands import (
    CHIEF,
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


def said(error: pytest.ExceptionInfo[DeskError]) -> str:
    return sentence(error.value)


def test_row_25_a_head_who_is_graded_himself_leaves_for_his_own_file_and_for_nobody_elses(
    sample_desk: Desk, actor: Actor
) -> None:
    appoint(sample_desk, actor, committee_of(7))
    number = opened(sample_desk, actor)
    own = next(each for each in view(sample_desk, number).questions if each.question.people == ("J001",))
    assert own.leaving == ("秦生康",)
    with pytest.raises(RecusedNamed) as refused:
        vote(sample_desk, actor, number, 6, subject="J001", voters=("秦生康", "林若"))
    assert said(refused) == (
        "秦生康须回避议题“审议检察官年度考核等次建议”，不能参加表决：这一项涉及本人（公务员法第七十六条）。请换不需回避的人。"
    )
    vote(sample_desk, actor, number, 7)
    vote(sample_desk, actor, number, 6, subject="J001")
    assert {each.vote.entitled for each in view(sample_desk, number).questions if each.vote} == {7, 6}


def test_row_26_the_chief_leaves_the_chair_for_a_relative_and_his_deputy_presides(
    sample_desk: Desk, actor: Actor
) -> None:
    sample_desk.relations.relate(actor, Relationship(CHIEF, "", "J005", Kinship.SPOUSE))
    appoint(sample_desk, actor, committee_of(7))
    number = opened(sample_desk, actor)
    question = next(each for each in view(sample_desk, number).questions if each.question.people == ("J005",))
    assert (question.leaving, question.presiding) == (("闫峰",), DEPUTY)
    with pytest.raises(RecusedNamed) as refused:
        vote(sample_desk, actor, number, 6, subject="J005", presiding="闫峰")
    assert said(refused) == (
        "闫峰须回避议题“审议检察官年度考核等次建议”，不能主持这一项：与熊鹏有亲属关系（公务员法第七十六条）。请换不需回避的人。"
    )
    vote(sample_desk, actor, number, 6, subject="J005")
    taken = next(each.vote for each in view(sample_desk, number).questions if each.vote)
    assert (taken.presiding, taken.outcome) == ("彭强涛", Outcome.PASSED)


def test_row_26_without_a_deputy_a_member_is_named_who_presides(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.relations.relate(actor, Relationship(CHIEF, "", "J005", Kinship.SPOUSE))
    appoint(sample_desk, actor, committee_of(7), deputy=None)
    number = opened(sample_desk, actor)
    with pytest.raises(NobodyPresides) as refused:
        vote(sample_desk, actor, number, 6, subject="J005")
    assert said(refused) == (
        "闫峰须回避议题“审议检察官年度考核等次建议”，没有可以代为主持的副主任。请指定一名不需回避的委员主持这一项。"
    )
    vote(sample_desk, actor, number, 6, subject="J005", presiding="林若")
    assert next(each.vote for each in view(sample_desk, number).questions if each.vote).presiding == "林若"


def test_row_27_recusals_that_leave_three_of_five_block_the_vote_until_substitutes_are_added(
    sample_desk: Desk, actor: Actor
) -> None:
    for relative in (CHIEF, "X003"):
        sample_desk.relations.relate(actor, Relationship(relative, "", "J009", Kinship.COLLATERAL))
    appoint(sample_desk, actor, committee_of(5))
    number = opened(sample_desk, actor)
    with pytest.raises(MeetingWithoutQuorum) as refused:
        vote(sample_desk, actor, number, 3, subject="J009")
    assert said(refused) == (
        "议题“审议检察官年度考核等次建议”：闫峰、钱英回避后可以表决的只有 3 人，全体委员 5 人，"
        "少于规定的 4 人，不能表决。请按决定增补委员后再表决或另行召集会议（委员总数不超过 9 人）；"
        "缺席的委员能到会的，也可改期再议。"
    )
    vote(sample_desk, actor, number, 5)
    close(sample_desk, actor, number)

    for code in ("X005", "X006"):
        substitute = Member("", MemberPost.MEMBER, date(2027, 1, 9), None, "检党〔2027〕2号", code)
        sample_desk.committee.appoint(actor, substitute)
    again = call(sample_desk, actor, GRADES._replace(about=("J009",)), at=datetime(2027, 1, 11, 8, 0, tzinfo=CHINA))
    came(sample_desk, actor, again)
    sample_desk.meetings.open(actor, YEAR, again, "孙丽", seen(sample_desk, again))
    vote(sample_desk, actor, again, 4, noes=1, subject="J009")
    (taken,) = view(sample_desk, again).questions
    assert taken.vote is not None
    assert (taken.vote.members, taken.vote.entitled, taken.vote.outcome) == (7, 5, Outcome.PASSED)
    assert taken.vote.presiding == "彭强涛"


@pytest.mark.parametrize("size", [4, 10])
def test_row_28_a_committee_of_four_or_ten_holds_no_meeting(sample_desk: Desk, actor: Actor, size: int) -> None:
    appoint(sample_desk, actor, committee_of(size))
    with pytest.raises(CommitteeSizeWrong) as refused:
        call(sample_desk, actor)
    assert said(refused) == (
        f"2027-01-11 考评委员会有 {size} 名委员，法律规定为 5 至 9 人（检察官法第四十条）。"
        "请先在“人员”页的考评委员会中登记或结束任期。"
    )
    assert not sample_desk.meetings.rows(YEAR)


def test_row_28_a_chair_who_is_not_the_chief_holds_no_meeting(sample_desk: Desk, actor: Actor) -> None:
    appoint(sample_desk, actor, committee_of(5), chair="J001")
    with pytest.raises(ChairNotChief) as refused:
        call(sample_desk, actor)
    assert said(refused) == (
        "2027-01-11 考评委员会的主任秦生康不是本院检察长：花名册中秦生康的职务是“部门主任”，检察长是闫峰。"
        "主任由检察长担任（检察官法第四十条），请更正委员名单，或先导入改正的花名册。"
    )


def test_row_28_a_name_typed_by_hand_does_not_chair_while_the_roster_knows_the_chief(
    sample_desk: Desk, actor: Actor
) -> None:
    appoint(sample_desk, actor, committee_of(5)[1:], chair=None)
    sample_desk.committee.appoint(actor, Member("钟某", MemberPost.CHAIR, date(2025, 1, 1), None, "检党〔2025〕1号"))
    with pytest.raises(ChairNotChief) as refused:
        call(sample_desk, actor)
    assert "花名册中钟某没有检察长的职务，检察长是闫峰" in said(refused)


def test_row_28_a_committee_that_loses_its_chair_while_it_meets_votes_no_more(sample_desk: Desk, actor: Actor) -> None:
    appoint(sample_desk, actor, committee_of(7))
    number = opened(sample_desk, actor)
    chair = sample_desk.committee.members()[0]
    sample_desk.committee.end_term(actor, chair.number, date(2027, 1, 7), "检党〔2027〕1号")
    with pytest.raises(NoChair) as refused:
        vote(sample_desk, actor, number, 6)
    assert said(refused).startswith("2027-01-11 考评委员会没有主任：主任由本院检察长担任")


def test_row_29_a_member_married_to_somebody_graded_is_skipped_for_that_question_alone(
    sample_desk: Desk, actor: Actor
) -> None:
    sample_desk.relations.relate(actor, Relationship("X003", "", "J010", Kinship.SPOUSE))
    appoint(sample_desk, actor, committee_of(7))
    number = opened(sample_desk, actor)
    held = view(sample_desk, number)
    for each in held.questions:
        assert ("钱英" in each.leaving) == ("J010" in each.question.people)
        vote(sample_desk, actor, number, each.entitled, subject=each.question.subject)
    close(sample_desk, actor, number)
    kept = view(sample_desk, number).recusals
    assert [(row.name, row.about) for row in kept if row.recusal.ground is Ground.KINSHIP] == [("钱英", "姚玉伟")]


def test_row_29_a_relative_typed_as_who_writes_the_vote_down_is_refused(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.relations.relate(actor, Relationship("J010", "孙丽", None, Kinship.DIRECT_LINE))
    appoint(sample_desk, actor, committee_of(7))
    item = AgendaItem("1", ItemKind.INCOMPLETE, "姚玉伟缺一项评价", ("J010",))
    number = opened(sample_desk, actor, item)
    with pytest.raises(RecusedNamed) as refused:
        vote(sample_desk, actor, number, 7)
    assert said(refused) == (
        "孙丽须回避议题“姚玉伟缺一项评价”，不能记录这一项的表决：与姚玉伟有亲属关系（公务员法第七十六条）。请换不需回避的人。"
    )
    vote(sample_desk, actor, number, 7, recorder="周敏")
    assert [each.vote.recorder for each in view(sample_desk, number).questions if each.vote] == ["周敏"]
