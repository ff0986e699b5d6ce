"""A motion to change that the committee votes down: it upholds by a decision of its own, and the findings stay."""

import pytest

from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.proceedings import Motion, ProceedingKind, ProceedingState
from committee_desk.domain.scores import Grade
from committee_desk.services.meeting_vote_refusals import VoteLost
from committee_desk.services.proceeding_refusals import MotionContradicts
from committee_desk.wording.saying import sentence
from tests.desks_decided import FOUND, RAISED
from tests.services import committee_hands as committee
from tests.services.closing_years import CLERK, MINUTES, YEAR
from tests.services.deciding_hands import REVIEW_ITEM, Decider


def _moved(decider: Decider) -> int:
    """An objection whose re-review found two figures otherwise, and moves to change them."""
    number = decider.open(ProceedingKind.OBJECTION, decider.object(RAISED))
    decider.find(number, *FOUND)
    decider.lay(number)
    return number


def _voted(decider: Decider, number: int, ayes: int, *, closed: bool = True, title: str = "") -> int:
    """The committee votes on it with so many ayes; the meeting's number."""
    desk, held = decider.office.desk, decider.of(number)
    effects = desk.effects.kept(YEAR, number)
    people = dict.fromkeys((held.code, held.about, *(effects.regraded if effects else ())))
    item = AgendaItem(REVIEW_ITEM, ItemKind.REVIEW, title or f"{held.label} 复核", tuple(people))
    meeting = committee.call(desk, CLERK, item, at=decider.office.clock.now)
    committee.came(desk, CLERK, meeting)
    desk.meetings.open(CLERK, YEAR, meeting, committee.RECORDER, committee.seen(desk, meeting))
    for each in desk.meetings.questions(YEAR, meeting, REVIEW_ITEM):
        committee.vote(
            desk, CLERK, meeting, ayes, each.entitled - ayes, item=REVIEW_ITEM, subject=each.question.subject,
            presiding=each.presiding or "",
        )  # fmt: skip
    if closed:
        committee.close(desk, CLERK, meeting, MINUTES.format(number=meeting))
    return meeting


def test_what_the_committee_voted_down_is_upheld_by_its_own_decision_and_the_findings_stay(posted: Decider) -> None:
    number = _moved(posted)
    lost = _voted(posted, number, 3)
    with pytest.raises(VoteLost):
        posted.decide(number, lost)
    posted.lay(number, Motion.UPHOLD)
    with pytest.raises(VoteLost):  # nobody voted for 维持 yet
        posted.decide(number, lost)
    posted.decide(number, _voted(posted, number, 5))
    held = posted.of(number)
    assert (held.state, held.motion, len(held.changes)) == (ProceedingState.UPHELD, Motion.UPHOLD, 2)
    assert held.findings == "经查阅底稿，情况属实。"
    listed = posted.office.desk.grading.in_force(YEAR)
    assert listed is not None
    assert next(each.grade for each in listed.people if each.code == RAISED) is Grade.COMPETENT
    assert posted.office.desk.objections.card(YEAR, 1).row.held.state is ObjectionState.UPHELD


@pytest.mark.parametrize("vote", ["none", "open", "another", "passed"])
def test_before_the_committee_voted_it_down_upholding_contradicts_the_findings(posted: Decider, vote: str) -> None:
    number = _moved(posted)
    if vote != "none":
        title = "2026-复-009 复核" if vote == "another" else ""
        _voted(posted, number, 5 if vote == "passed" else 3, closed=vote != "open", title=title)
    with pytest.raises(MotionContradicts) as refused:
        posted.lay(number, Motion.UPHOLD)
    assert sentence(refused.value) == (
        "2026-复-001 查明有 2 项不同，复核意见却是“维持”。请改为“变更”提请表决，或者先更正查明事实；"
        "委员会表决没有通过变更的，会议结束后可以提出“维持”。"
    )


def test_other_findings_than_those_voted_down_are_moved_and_voted_on_first(posted: Decider) -> None:
    number = _moved(posted)
    _voted(posted, number, 3)
    posted.find(number, FOUND[0])
    with pytest.raises(MotionContradicts):
        posted.lay(number, Motion.UPHOLD)
