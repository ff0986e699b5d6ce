"""Row 26: who is graded himself records nothing about the own grade, nor about a relative's (公务员法 76)."""

from pathlib import Path

import pytest

from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.grading_refusals import GradesOwn
from committee_desk.services.grading_views import DecisionKind, Settlement
from committee_desk.wording.saying import sentence
from tests.services.committee_hands import YEAR, close, vote
from tests.services.graded_desks import PROSECUTORS, TODAY, held, office, ready, review, sixteen, tie_item

HIMSELF, WIFE, LOGIN = Actor("检J004"), Actor("钱英"), Actor("zhoumin")
EQUALS = ("J003", "J004")
MINUTES = "检考委〔2027〕1号"
OWN = "检J004 是被评定等次的本人，应当回避，不能登记与自己等次有关的事项。请由其他同事登记。"
KIN = "钱英 与 检J004 有亲属关系（见“人员”页的回避关系），应当回避，不能登记与其等次有关的事项。请由其他同事登记。"


@pytest.fixture
def scored(desk: Desk, tmp_path: Path, actor: Actor) -> Desk:
    """Sixteen people, J003 and J004 equal at the last place, J005 without a rating; J004 has a wife at the desk."""
    people = sixteen()
    people[4] = people[4]._replace(ballot=False)
    office(desk, tmp_path, people)
    desk.relations.relate(actor, Relationship("J004", "钱英", None, Kinship.SPOUSE))
    return desk


@pytest.mark.parametrize(
    ("who", "told"), [(HIMSELF, OWN), (Actor("j004"), OWN.replace("检J004", "检J004（J004）", 1)), (WIFE, KIN)]
)
def test_row_26_nobody_departs_from_the_proposal_for_himself_or_a_relative(scored: Desk, who: Actor, told: str) -> None:
    with pytest.raises(GradesOwn) as refused:
        scored.grading.choose(who, YEAR, "J004", Grade.BASIC, "自己的事")
    assert sentence(refused.value) == told
    assert scored.grading.choose(who, YEAR, "J006", Grade.BASIC, "述职不实").entry


def test_row_26_nobody_records_the_own_ability_review_whoever_the_reviewers_are(scored: Desk) -> None:
    with pytest.raises(GradesOwn) as refused:
        scored.grading.review(HIMSELF, YEAR, review("J004"))
    assert sentence(refused.value) == OWN
    scored.grading.review(HIMSELF, YEAR, review("J016"))


def test_row_26_nobody_settles_the_own_missing_rating_or_lifts_what_was_settled(scored: Desk) -> None:
    settled = (YEAR, "J005", Settlement.WAIT, "待补测评", MINUTES, TODAY)
    with pytest.raises(GradesOwn):
        scored.grading.settle_incomplete(Actor("检J005"), *settled)
    scored.grading.settle_incomplete(LOGIN, *settled)
    with pytest.raises(GradesOwn):
        scored.grading.lift(Actor("检J005同志"), YEAR, DecisionKind.INCOMPLETE, "J005", "补了测评")


def test_row_26_no_equal_records_the_vote_or_the_decision_on_the_tie(desk: Desk, tmp_path: Path, actor: Actor) -> None:
    tied = ready(office(desk, tmp_path, sixteen()), actor)
    number = held(tied, actor, tie_item(EQUALS))
    with pytest.raises(GradesOwn) as refused:
        vote(tied, HIMSELF, number, 3, 2, item="平", subject="J004")
    assert sentence(refused.value) == OWN
    vote(tied, actor, number, 3, 2, item="平", subject="J004")
    vote(tied, actor, number, 2, 3, item="平", subject="J003")
    close(tied, actor, number)
    with pytest.raises(GradesOwn):
        tied.grading.decide_tie(HIMSELF, YEAR, PROSECUTORS, ("J004",), number, MINUTES, TODAY)
    tied.grading.decide_tie(actor, YEAR, PROSECUTORS, ("J004",), number, MINUTES, TODAY)
