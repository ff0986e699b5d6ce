"""A sanction that came after the list, and a decision on somebody else: nobody is regraded in passing (row 13)."""

from pathlib import Path

import pytest

from committee_desk.domain.proceedings import ChangeKind, Motion, ProceedingKind, ProceedingState
from committee_desk.domain.scores import Grade
from committee_desk.services.effect_refusals import NotHeard, StandingComesFirst, StandingNotHeard
from committee_desk.services.imports import Kind
from committee_desk.services.proceeding_views import Found
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import good, read, workbook
from tests.services.closing_years import YEAR
from tests.services.deciding_hands import Decider

HIS, ZHAO, YAO = "J013", "J009", "J010"
"""马𬱖, fourth; 赵晓英, first; 姚玉伟, third and last with a place."""
BONUS = Found(
    ChangeKind.NEW_EVENT, (HIS, "bonus", "2026-12-01", "高检办〔2026〕88号", "最高检典型案例入选"), "points", "0.5",
    "入选未加分", "高检办〔2026〕88号",
)  # fmt: skip


def sanctioned(decider: Decider, folder: Path, *codes: str) -> None:
    """Sanctions of last year that came only now."""
    rows = [good(Kind.SANCTIONS, 工号=code, 种类="政务警告", 决定日期="2026-12-30") for code in codes]
    read(decider.office.desk, Kind.SANCTIONS, workbook(folder / "处分.xlsx", rows))


def objected(decider: Decider, *found: Found) -> int:
    """The re-review of an objection of his, with these findings; its number."""
    number = decider.open(ProceedingKind.OBJECTION, decider.object(HIS))
    decider.find(number, *found)
    return number


def correction(decider: Decider, code: str) -> int:
    """A correction of what a sanction moved; its number."""
    number = decider.open(ProceedingKind.CORRECTION, code=code, challenged=(), basis="纪检监察组来函〔2027〕1号")
    decider.find(number)
    return number


def grade(decider: Decider, code: str) -> Grade | None:
    """The grade on the list in force."""
    listed = decider.office.desk.grading.in_force(YEAR)
    assert listed is not None
    return listed.of(code).grade


def test_an_objection_is_not_granted_while_a_sanction_of_somebody_else_waits_for_its_own_correction(
    posted: Decider, tmp_path: Path
) -> None:
    number = objected(posted, BONUS)
    sanctioned(posted, tmp_path, ZHAO)
    with pytest.raises(StandingComesFirst) as refused:
        posted.lay(number)
    assert sentence(refused.value) == (
        "2026-复-001：名册通过后赵晓英有新的处分、请假等情况，还没有更正，现在变更会连带改变其等次。"
        "请先就赵晓英办理更正，听取本人意见并作出决定，再提出本件的复核意见。"
    )
    own = correction(posted, ZHAO)
    posted.hear(own, ZHAO)
    posted.carried_out(own)
    assert grade(posted, ZHAO) is Grade.COMPETENT
    posted.carried_out(number)
    assert posted.of(number).state is ProceedingState.CHANGED


def test_a_sanction_that_comes_between_motion_and_decision_stops_the_decision(posted: Decider, tmp_path: Path) -> None:
    number = objected(posted, BONUS)
    posted.lay(number)
    meeting = posted.vote(number)
    sanctioned(posted, tmp_path, ZHAO)
    with pytest.raises(StandingComesFirst):
        posted.decide(number, meeting)
    assert grade(posted, ZHAO) is Grade.EXCELLENT


def test_an_objection_is_upheld_all_the_same_since_that_moves_nobody(posted: Decider, tmp_path: Path) -> None:
    number = objected(posted)
    sanctioned(posted, tmp_path, ZHAO)
    posted.carried_out(number, Motion.UPHOLD)
    assert posted.of(number).state is ProceedingState.UPHELD
    assert grade(posted, ZHAO) is Grade.EXCELLENT


def test_two_late_sanctions_are_one_correction_in_which_both_were_heard(posted: Decider, tmp_path: Path) -> None:
    sanctioned(posted, tmp_path, ZHAO, YAO)
    number = correction(posted, ZHAO)
    posted.hear(number, ZHAO)
    with pytest.raises(StandingNotHeard) as refused:
        posted.lay(number)
    assert sentence(refused.value) == (
        "2026-更-001：名册通过后姚玉伟有新的处分、请假等情况，变更会一并重新确定其等次，还没有听取其意见。"
        "请先告知姚玉伟，在本更正中逐人登记听取意见的情况。"
    )
    posted.hear(number, YAO)
    posted.carried_out(number)
    assert (grade(posted, ZHAO), grade(posted, YAO)) == (Grade.COMPETENT, Grade.COMPETENT)


def test_or_two_corrections_one_after_the_other(posted: Decider, tmp_path: Path) -> None:
    for code in (ZHAO, YAO):
        sanctioned(posted, tmp_path, code)
        number = correction(posted, code)
        with pytest.raises(NotHeard):
            posted.lay(number)
        posted.hear(number, code)
        posted.carried_out(number)
    assert (grade(posted, ZHAO), grade(posted, YAO)) == (Grade.COMPETENT, Grade.COMPETENT)


def test_a_correction_of_something_else_hears_whom_the_sanction_moved_as_well(posted: Decider, tmp_path: Path) -> None:
    number = posted.open(ProceedingKind.CORRECTION, code=HIS, basis="案管办来函〔2027〕2号")
    posted.hear(number, HIS)
    posted.find(number, BONUS)
    sanctioned(posted, tmp_path, ZHAO)
    with pytest.raises(StandingNotHeard) as refused:
        posted.lay(number)
    assert refused.value.names == ("赵晓英",)
