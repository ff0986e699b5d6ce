"""The committee's rules by themselves: who leaves for whom, how a list falls into questions, when a vote holds."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.committee import (
    NEITHER,
    AgendaItem,
    Count,
    Ground,
    ItemKind,
    Member,
    MemberPost,
    Origin,
    Outcome,
    Recusal,
    derived,
    needed,
    outcome_of,
    questions_of,
)
from committee_desk.domain.relationships import Kin, Kinship, Relationship

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
PEOPLE = ("J001", "J002", "J003", "J004", "J005")
MEMBERS = ("J001", "X001", "X002", "X003")
LIST = AgendaItem("1", ItemKind.GRADES, "等次", PEOPLE)


def member(name: str, code: str | None = None) -> Member:
    return Member(name, MemberPost.MEMBER, date(2025, 1, 1), None, "检党1号", code)


def leaves(who: str, about: str, *, item: str = "1", granted: bool = True) -> Recusal:
    return Recusal(item, who, Ground.STAKE, about, Origin.DECLARED, granted=granted)


recusals = st.lists(
    st.builds(leaves, st.sampled_from(MEMBERS), st.sampled_from((*PEOPLE, "")), granted=st.booleans()), max_size=12
)


@given(recusals)
def test_everybody_on_a_list_is_in_one_question_and_exactly_those_leave_who_must(declared: list[Recusal]) -> None:
    questions = questions_of(LIST, declared)
    assert sorted(code for each in questions for code in each.people) == sorted(PEOPLE)
    for each in questions:
        for code in each.people:
            must = {one.member for one in declared if one.granted and one.about in {code, ""}}
            assert each.leaving == must
    assert len({each.leaving for each in questions}) == len(questions), "those for whom the same leave stand together"
    assert len({each.subject for each in questions}) == len(questions)


@given(recusals)
def test_whoever_leaves_for_one_of_a_tie_leaves_for_all_of_it(declared: list[Recusal]) -> None:
    questions = questions_of(LIST._replace(kind=ItemKind.TIE), declared)
    assert [each.subject for each in questions] == [*PEOPLE, NEITHER]
    assert {each.leaving for each in questions} == {frozenset(one.member for one in declared if one.granted)}


def test_the_own_file_and_relatives_alone_make_a_member_leave_by_themselves() -> None:
    kin = Kin(
        [
            Relationship("X001", "", "J002", Kinship.SPOUSE),
            Relationship("J003", "钟某", None, Kinship.DIRECT_LINE),
        ]
    )
    sitting = [member("秦生康", "J001"), member("彭强涛", "X001"), member("钟 某"), member("同名", "X009")]
    found = derived(LIST, sitting, kin, {})
    assert [(each.member, each.about, each.ground, each.kinship) for each in found] == [
        ("J001", "J001", Ground.OWN_FILE, None),
        ("X001", "J002", Ground.KINSHIP, Kinship.SPOUSE),
        ("钟某", "J003", Ground.KINSHIP, Kinship.DIRECT_LINE),
    ]


def test_a_member_known_by_name_alone_leaves_for_the_person_of_that_name() -> None:
    (found,) = derived(LIST, [member("吴 静")], Kin([]), {"J003": ("吴静",), "J004": ("薛一红",)})
    assert (found.about, found.ground) == ("J003", Ground.OWN_FILE)


def test_an_item_about_nobody_is_one_question() -> None:
    (question,) = questions_of(AgendaItem("2", ItemKind.FREE, "听取汇报"), [leaves("X001", "", item="2")])
    assert (question.subject, question.people, question.leaving) == ("", (), {"X001"})


@pytest.mark.parametrize(("members", "least"), [(5, 4), (6, 4), (7, 5), (8, 6), (9, 6)])
def test_two_thirds_of_the_members_are_rounded_up(members: int, least: int) -> None:
    assert needed(members, TWO_THIRDS) == least


@pytest.mark.parametrize(
    ("ayes", "members", "outcome"),
    [
        (3, 5, Outcome.PASSED),
        (2, 5, Outcome.LOST),
        (4, 7, Outcome.PASSED),
        (3, 7, Outcome.LOST),
        (3, 6, Outcome.LOST),
        (4, 6, Outcome.PASSED),
    ],
)
def test_more_than_half_of_all_members_carry_a_vote(ayes: int, members: int, outcome: Outcome) -> None:
    assert outcome_of(Count(ayes, 0, 0), members, HALF) is outcome


def test_terms_meet_on_a_shared_day() -> None:
    first = Member("甲", MemberPost.MEMBER, date(2025, 1, 1), date(2025, 6, 30))
    assert first.meets(first._replace(since=date(2025, 6, 30), until=None))
    assert not first.meets(first._replace(since=date(2025, 7, 1), until=None))
    assert first.covers(date(2025, 6, 30))
    assert not first.covers(date(2025, 7, 1))
