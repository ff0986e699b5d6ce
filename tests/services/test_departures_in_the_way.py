"""An earlier departure of the committee takes the place that a change needs: the same decision lifts or changes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.domain.proceedings import DEPARTURE_LIFTED, ChangeKind, ProceedingKind
from committee_desk.domain.scores import Grade
from committee_desk.services.desk import Desk
from committee_desk.services.effect_refusals import ChangeOverPlaces, NotHeard, NotVotedOnAll
from committee_desk.services.proceeding_refusals import ExaminerBarred, NoDepartureToLift
from committee_desk.services.proceeding_views import Found, Opening
from committee_desk.wording.effects import why_words
from committee_desk.wording.saying import sentence
from tests.services import graded_desks as graded
from tests.services.closing_years import CLERK, YEAR
from tests.services.deciding_hands import PROCEDURE, Decider, sixteen_approved
from tests.sound_desks import require_sound

EXAMINERS = ("委Z004", "委Z005")
RAISED, CHOSEN, PASSED_OVER = "J004", "J005", "J003"
"""The fourth, whom the change raises; the fifth, whom the committee chose; the third, whom it passed over."""
MORE = Found(
    ChangeKind.NEW_EVENT, (RAISED, "effect", "2026-06-01", "复1号", "复核计分"), "points", "0.4", "漏计", "底稿"
)
LIFT = Found(ChangeKind.GRADE, (CHOSEN,), "grade", DEPARTURE_LIFTED, "另定理由已不存在", "检考委〔2027〕5号")


@pytest.fixture
def approved(tmp_path: Path, template_desk: Path) -> Iterator[Decider]:
    """Sixteen people and three places, one of which the committee gave to the fifth instead of the third."""

    def depart(desk: Desk) -> None:
        desk.grading.choose(CLERK, YEAR, PASSED_OVER, Grade.COMPETENT, "全年有两件流程违规")
        desk.grading.choose(CLERK, YEAR, CHOSEN, Grade.EXCELLENT, "办案突出")

    path = tmp_path / "考评.desk"
    yield sixteen_approved(path, template_desk, depart)
    require_sound(path)


def opened(decider: Decider) -> int:
    """A correction for who is to be raised; its number."""
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="来函", examiners=EXAMINERS)
    decider.hear(number, RAISED)
    return number


def grades(decider: Decider, *codes: str) -> list[Grade | None]:
    """On the list in force."""
    listed = decider.office.desk.grading.in_force(YEAR)
    assert listed is not None
    return [listed.of(code).grade for code in codes]


def test_who_takes_the_place_is_named_and_what_to_do(approved: Decider) -> None:
    number = opened(approved)
    approved.find(number, MORE._replace(after="1"))
    approved.lay(number)
    meeting = approved.vote(number)
    with pytest.raises(ChangeOverPlaces) as refused:
        approved.decide(number, meeting)
    assert sentence(refused.value) == (
        "2026-更-001：变更后检察官有 4 人为优秀，名额只有 3 名，此前另定的等次（检J005）占用了名额。"
        "请把该等次也列入查明事实的变更（改为其他等次或者取消另定），听取其本人意见，再重新提出复核意见、表决。"
    )


@pytest.mark.parametrize("after", [DEPARTURE_LIFTED, "称职"])
def test_the_departure_is_one_of_the_changes_and_its_person_heard_and_voted_on(approved: Decider, after: str) -> None:
    number = opened(approved)
    approved.find(number, MORE._replace(after="1"), LIFT._replace(after=after))
    with pytest.raises(NotHeard) as refused:
        approved.lay(number)
    assert sentence(refused.value) == (
        "2026-更-001：拟变更对检J005不利，还没有听取本人意见。请先告知本人，登记听取意见的情况。"
    )
    approved.hear(number, CHOSEN)
    effects = approved.lay(number)
    assert effects is not None
    assert {RAISED, CHOSEN} <= set(effects.regraded)
    chosen = effects.of(CHOSEN)
    assert chosen is not None
    assert why_words(chosen) == "查明事实变更 1 项"
    approved.decide(number, approved.vote(number))
    assert grades(approved, RAISED, CHOSEN, PASSED_OVER) == [Grade.EXCELLENT, Grade.COMPETENT, Grade.COMPETENT]
    departing = {row.code for row in graded.roll(approved.office.desk).rows if row.choice is not None}
    assert departing == ({PASSED_OVER} if after == DEPARTURE_LIFTED else {PASSED_OVER, CHOSEN})


def test_the_committee_votes_on_whose_departure_is_lifted(approved: Decider) -> None:
    number = opened(approved)
    approved.find(number, MORE)
    approved.lay(number)
    meeting = approved.vote(number)
    approved.hear(number, CHOSEN)
    approved.find(number, MORE._replace(after="1"), LIFT)
    approved.lay(number)
    with pytest.raises(NotVotedOnAll) as refused:
        approved.decide(number, meeting)
    assert "检J005" in refused.value.names


def test_whose_departure_is_lifted_examines_nothing_of_it(approved: Decider) -> None:
    desk = approved.office.desk
    number = desk.proceedings.open(
        CLERK, YEAR, Opening(ProceedingKind.CORRECTION, None, PROCEDURE, ("委Z004", CHOSEN), "来函", RAISED)
    ).number
    for name in ("委Z004", CHOSEN):
        desk.proceedings.declare(CLERK, YEAR, number, name, approved.office.today, approved.of(number).entry)
    with pytest.raises(ExaminerBarred):
        approved.find(number, MORE, LIFT)


def test_only_a_departure_is_lifted(approved: Decider) -> None:
    number = opened(approved)
    with pytest.raises(NoDepartureToLift) as refused:
        approved.find(number, LIFT._replace(key=("J001",)))
    assert sentence(refused.value) == "检J001的等次没有另定过，不能取消另定。请写明应为哪一等次。"
    fact = approved.office.desk.proceedings.fact
    assert DEPARTURE_LIFTED in fact(YEAR, ChangeKind.GRADE, (CHOSEN,)).choices["grade"]
    assert DEPARTURE_LIFTED not in fact(YEAR, ChangeKind.GRADE, ("J001",)).choices["grade"]
