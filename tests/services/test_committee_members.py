"""Members of the committee: appointed by decision for a term, ended, corrected, struck."""

from datetime import date
from typing import Any

import pytest

from committee_desk.domain.committee import Member, MemberPost, is_chief
from committee_desk.services.actor import Actor
from committee_desk.services.committee_views import (
    MemberOfTheDesk,
    MemberSitsAlready,
    MemberUnnamed,
    SeveralChairs,
    TermDecisionMissing,
    TermEndsBefore,
    TermGone,
    TermTooEarly,
)
from committee_desk.services.desk import Desk
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.relation_views import EndingReasonMissing
from committee_desk.wording.saying import sentence
from tests.services.committee_hands import CHIEF, appoint, committee_of

BEGIN = date(2025, 1, 1)


def member(code: str | None = "J001", name: str = "", **other: Any) -> Member:
    return Member(name, MemberPost.MEMBER, BEGIN, None, "检党〔2025〕1号", code)._replace(**other)


def test_a_member_of_the_desk_bears_the_name_and_post_of_the_roster(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.committee.appoint(actor, member(CHIEF, "闫锋", post=MemberPost.CHAIR))
    (row,) = sample_desk.committee.members(date(2026, 6, 1))
    assert (row.member.name, row.roster_post, row.department) == ("闫峰", "检察长", "院领导")


def test_the_committee_says_at_once_what_is_wrong_with_it(sample_desk: Desk, actor: Actor) -> None:
    appoint(sample_desk, actor, committee_of(5))
    assert not sample_desk.committee.view().faults
    sample_desk.committee.appoint(actor, member("X009", post=MemberPost.CHAIR))
    (fault,) = sample_desk.committee.view().faults
    assert isinstance(fault, SeveralChairs)
    assert sentence(fault) == (
        "2027-01-11 考评委员会有不止一名主任：闫峰、高平一。主任只有一人，由本院检察长担任。请先更正任期。"
    )
    assert not sample_desk.committee.view(date(2024, 1, 1)).sitting


def test_nobody_sits_twice_on_the_same_days(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.committee.appoint(actor, member(until=date(2026, 12, 31)))
    with pytest.raises(MemberSitsAlready) as refused:
        sample_desk.committee.appoint(actor, member(since=date(2026, 12, 31)))
    assert sentence(refused.value).startswith("秦生康在这段时间里已经是委员（2025-01-01 至 2026-12-31）。")
    sample_desk.committee.appoint(actor, member(since=date(2027, 1, 1)))
    assert len(sample_desk.committee.view().rows) == 2


def test_a_name_typed_by_hand_that_somebody_here_bears_must_be_chosen(sample_desk: Desk, actor: Actor) -> None:
    with pytest.raises(MemberOfTheDesk) as refused:
        sample_desk.committee.appoint(actor, member(None, "朱 康"))
    assert sentence(refused.value) == (
        "本院名册上有朱康（J015）、朱康（J016）。请选定是哪一位，以便确定回避；确是院外同名的人，请在姓名后注明单位。"
    )
    for dressed in ("熊鹏同志", "熊鹏检察官", "熊鹏（J005）", "检察官熊鹏", "J005"):
        with pytest.raises(MemberOfTheDesk):
            sample_desk.committee.appoint(actor, member(None, dressed))
    sample_desk.committee.appoint(actor, member(None, "朱康（市院）"))
    assert [row.member.code for row in sample_desk.committee.members()] == [None]


def test_two_of_one_name_are_two_members(sample_desk: Desk, actor: Actor) -> None:
    for code in ("J015", "J016"):
        sample_desk.committee.appoint(actor, member(code))
    assert [row.member.key for row in sample_desk.committee.members()] == ["J015", "J016"]
    assert {row.member.name for row in sample_desk.committee.members()} == {"朱康"}


def test_a_term_ends_by_decision_and_what_it_was_stays_in_the_journal(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.committee.appoint(actor, member())
    (row,) = sample_desk.committee.members()
    with pytest.raises(TermDecisionMissing):
        sample_desk.committee.end_term(actor, row.number, date(2026, 6, 30), " ")
    with pytest.raises(TermEndsBefore) as refused:
        sample_desk.committee.end_term(actor, row.number, date(2024, 6, 30), "检党〔2026〕3号")
    assert sentence(refused.value) == "任期的截止日 2024-06-30 早于开始日 2025-01-01。请改正日期。"
    sample_desk.committee.end_term(actor, row.number, date(2026, 6, 30), "检党〔2026〕3号")
    assert not sample_desk.committee.members()
    assert [each.member.key for each in sample_desk.committee.members(date(2026, 6, 30))] == ["J001"]
    (ended,) = sample_desk.committee.view().rows
    assert ended.member.decision == "检党〔2025〕1号；检党〔2026〕3号"
    with pytest.raises(TermGone):
        sample_desk.committee.end_term(actor, row.number, date(2026, 6, 30), "检党〔2026〕3号")


def test_a_term_is_corrected_and_struck_with_a_reason(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.committee.appoint(actor, member())
    (row,) = sample_desk.committee.members()
    sample_desk.committee.appoint(actor, member("J002"), row.number)
    (corrected,) = sample_desk.committee.members()
    assert corrected.member.name == "林若"
    with pytest.raises(EndingReasonMissing):
        sample_desk.committee.strike(actor, corrected.number, "")
    sample_desk.committee.strike(actor, corrected.number, "登记错误")
    assert not sample_desk.committee.view().rows


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (member(None, "  "), MemberUnnamed),
        (member("Z999"), NoSuchPerson),
        (member(decision=""), TermDecisionMissing),
        (member(since=date(2018, 1, 1)), TermTooEarly),
        (member(until=date(2024, 1, 1)), TermEndsBefore),
    ],
)
def test_what_is_no_term_is_refused(sample_desk: Desk, actor: Actor, wanted: Member, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        sample_desk.committee.appoint(actor, wanted)
    assert not sample_desk.committee.view().rows


@pytest.mark.parametrize(
    ("post", "chief"),
    [
        ("检察长", True),
        ("党组书记、检察长", True),
        ("代检察长", True),
        ("副检察长", False),
        ("常务副检察长", False),
        ("检察长助理", False),
        ("", False),
        (None, False),
    ],
)
def test_who_the_chief_is_stands_in_his_post(post: str | None, chief: bool) -> None:
    assert is_chief(post) is chief
