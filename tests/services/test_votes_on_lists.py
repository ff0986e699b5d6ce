"""Votes on the list of grades: on the version proposed, on everybody on it, and not altered under a decision."""

from pathlib import Path

import pytest

from committee_desk.domain.committee import AgendaItem, ItemKind, MeetingState
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.meeting_vote_refusals import VoteInUse
from committee_desk.wording.saying import sentence
from tests.services.committee_hands import YEAR, close, opened, seen, view, vote
from tests.services.graded_desks import (
    PROSECUTORS,
    SECOND,
    TODAY,
    approve,
    office,
    pass_all,
    ready,
    roll,
    sixteen,
    tie_item,
)

ON_THE_LIST = AgendaItem("1", ItemKind.GRADES, "审议年度考核等次建议")
UNTIED = ("95.00", *(f"{90 - number}.50" for number in range(15)))


@pytest.fixture
def graded(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """Sixteen people of different totals, proposed."""
    return ready(office(desk, tmp_path, sixteen(UNTIED)), actor)


def test_an_item_that_names_nobody_is_about_everybody_on_the_list_proposed(graded: Desk, actor: Actor) -> None:
    number = opened(graded, actor, ON_THE_LIST)
    (question,) = view(graded, number).questions
    assert set(question.question.people) == {f"J{each:03}" for each in range(1, 17)}


def test_a_vote_on_a_version_that_was_withdrawn_settles_nothing(graded: Desk, actor: Actor) -> None:
    number = opened(graded, actor, ON_THE_LIST)
    pass_all(graded, actor, number)
    graded.grading.withdraw(actor, YEAR, "数据有误", SECOND)
    graded.grading.propose(actor, YEAR, "按现有数据提名")
    (question,) = view(graded, number).questions
    assert question.vote is None, "it was on version 1, and version 2 is on the table"
    vote(graded, actor, number, 5)
    (question,) = view(graded, number).questions
    assert question.vote is not None
    assert question.vote.list_version == 2


def test_minutes_that_an_approved_list_rests_on_are_not_reopened(graded: Desk, actor: Actor) -> None:
    number = approve(graded, actor)
    with pytest.raises(VoteInUse) as refused:
        graded.meetings.reopen(actor, YEAR, number, "补记", seen(graded, number))
    assert sentence(refused.value) == (
        "2026 年度第 1 次会议的表决已经作为决定或等次名册的依据，不能改动。确需改动的，请先退回或撤销以它为依据的决定。"
    )
    assert view(graded, number).row.held.state is MeetingState.CLOSED


def test_a_meeting_that_a_decision_rests_on_is_not_opened_again(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    ready(office(desk, tmp_path, sixteen()), actor)
    tie = roll(desk).tie
    assert tie is not None
    other = AgendaItem("乙", ItemKind.FREE, "其他事项")
    number = opened(desk, actor, tie_item(tie.equals), other)
    chosen, left = tie.equals
    vote(desk, actor, number, 4, 1, item="平", subject=chosen)
    vote(desk, actor, number, 1, 4, item="平", subject=left)
    vote(desk, actor, number, 4, item="乙")
    close(desk, actor, number)
    desk.grading.decide_tie(actor, YEAR, PROSECUTORS, (chosen,), number, "检考委〔2027〕1号", TODAY)
    with pytest.raises(VoteInUse):
        desk.meetings.reopen(actor, YEAR, number, "重新计票", seen(desk, number))
