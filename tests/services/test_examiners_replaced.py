"""Who examines is replaced, or is found to be barred, after something was found: it is examined anew (公务员法 76)."""

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.proceedings import Challenge, ChallengeKind, Motion, ProceedingKind, ProceedingState
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.effect_refusals import VotedBeforeMotion
from committee_desk.services.proceeding_refusals import DeclarationsMissing, ExaminerBarred
from committee_desk.wording.saying import sentence
from tests.desks_decided import CASE, FOUND
from tests.services.closing_years import CLERK, YEAR
from tests.services.deciding_hands import EXAMINERS, Decider
from tests.sound_desks import require_sound

HIS = "J013"
"""马𬱖, who objects."""
OTHERS = ("彭强涛", "陈晓明")
CHALLENGED = (Challenge(ChallengeKind.REVIEW, (CASE,)),)
SPOUSES = Relationship(HIS, "", "X003", Kinship.SPOUSE)


def _found(decider: Decider, examiners: tuple[str, ...] = EXAMINERS) -> int:
    """His re-review with what was found."""
    source = decider.object(HIS)
    number = decider.open(ProceedingKind.OBJECTION, source, challenged=CHALLENGED, examiners=examiners)
    decider.find(number, *FOUND)
    return number


def _appoint(decider: Decider, number: int, *examiners: str) -> None:
    seen = decider.of(number).entry
    decider.office.desk.proceedings.appoint(CLERK, YEAR, number, examiners, "郝文俊病假", seen)


@pytest.mark.parametrize("laid", [False, True])
def test_others_examine_anew_and_what_was_found_stays_in_the_history(posted: Decider, laid: bool) -> None:
    number = _found(posted)
    if laid:
        posted.lay(number)
    _appoint(posted, number, *OTHERS)
    held, card = posted.of(number), posted.office.desk.proceedings.card(YEAR, number)
    assert (held.state, held.findings, held.changes, held.motion) == (ProceedingState.OPENED, "", (), None)
    assert card.lacks[:2] == ("declarations", "findings")
    assert any(step.facts.get("findings") == "经查阅底稿，情况属实。" for step in card.steps)
    require_sound(posted.office.path)
    with pytest.raises(DeclarationsMissing):
        posted.find(number, *FOUND)


def test_a_vote_on_what_others_found_carries_nothing_of_the_new_examiners(posted: Decider) -> None:
    number = _found(posted)
    posted.lay(number)
    meeting = posted.vote(number)
    _appoint(posted, number, *OTHERS)
    posted.office.desk.proceedings.declare(CLERK, YEAR, number, "陈晓明", posted.office.today, posted.of(number).entry)
    posted.find(number, *FOUND)
    posted.lay(number)
    with pytest.raises(VotedBeforeMotion):
        posted.decide(number, meeting)
    posted.decide(number, posted.vote(number))
    assert posted.of(number).state is ProceedingState.CHANGED


def test_the_same_examiners_named_again_keep_what_they_found(posted: Decider) -> None:
    number = _found(posted)
    _appoint(posted, number, "郝文俊", "彭强涛")
    assert (posted.of(number).state, posted.of(number).findings) == (ProceedingState.EXAMINED, "经查阅底稿，情况属实。")


@pytest.mark.parametrize("step", ["lay", "vote", "decide"])
def test_a_relative_who_turned_up_after_the_finding_stops_every_step(posted: Decider, step: str) -> None:
    number, meeting = _found(posted, ("X003", "彭强涛")), 0
    if step != "lay":
        posted.lay(number)
    if step == "decide":
        meeting = posted.vote(number)
    posted.office.desk.relations.relate(CLERK, SPOUSES)
    steps = {
        "lay": lambda: posted.lay(number, Motion.CHANGE),
        "vote": lambda: posted.vote(number),
        "decide": lambda: posted.decide(number, meeting),
    }
    assert "与马𬱖有亲属关系，应当回避，不能承办本件复核" in _refused(steps[step])


def _refused(act: object) -> str:
    assert callable(act)
    with pytest.raises(DeskError) as error:
        act()
    assert isinstance(error.value, ExaminerBarred)
    return sentence(error.value)
