"""Corrections (更正) of the committee's own motion: with a basis, the person heard, and the same examiners' rules."""

from datetime import date

import pytest

from committee_desk.domain.proceedings import (
    Challenge,
    ChallengeKind,
    ChangeKind,
    Motion,
    ProceedingKind,
    ProceedingState,
)
from committee_desk.services.effect_refusals import NotHeard
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.proceeding_refusals import (
    BasisMissing,
    DayOutsideProceeding,
    ExaminerBarred,
    HeardPersonUnknown,
    NothingApproved,
    ProceedingSettled,
    ReasonsMissing,
)
from committee_desk.services.proceeding_views import Found, Heard, Opening
from tests.services.closing_years import closing_office
from tests.services.posted_notices import YEAR, PostedOffice
from tests.services.reviewing_hands import (
    CASE,
    CLERK,
    SCORED,
    correction,
    declared,
    find,
    lay,
    opened,
    refused,
    row,
    seen,
)
from tests.sound_desks import require_sound

TODAY = date(2027, 1, 12)
LOWER = Found(ChangeKind.REVIEW, (CASE,), "substance", "10", "评查发现重大遗漏", "评查报告〔2027〕2号")


@pytest.fixture
def office(posted_on_tuesday: PostedOffice) -> PostedOffice:
    """Its grades hang since yesterday, Monday 11 January 2027."""
    return posted_on_tuesday


def heard(office: PostedOffice, number: int, **other: object) -> None:
    """J005 was heard."""
    told: dict[str, object] = {"code": "J005", "day": TODAY, "said": "对评查结论没有意见。", "by": "孙丽"}
    wanted = Heard(**{**told, **other})  # type: ignore[arg-type]
    office.desk.proceedings.hear(CLERK, YEAR, number, wanted, seen(office.desk, number))


def test_a_correction_bears_its_own_letter_in_the_one_series_of_numbers(office):
    opened(office)
    number = correction(office.desk, "J001", (Challenge(ChallengeKind.STANDING, ("J001",)),))
    assert row(office.desk, number).label == "2026-更-002"


def test_a_correction_says_what_it_rests_on_and_whom_it_is_about(office):
    assert refused(BasisMissing, lambda: correction(office.desk, "J001", basis=" ")) == (
        "更正须写明依据：处分决定、补定等次的结案材料、查实的笔误等。请填写依据后再立项。"
    )
    refused(NoSuchPerson, lambda: correction(office.desk, "J999"))


def test_before_a_list_is_approved_figures_are_put_right_where_they_were_typed(tmp_path, template_sample_desk):
    early = closing_office(tmp_path / "考评.desk", template_sample_desk)
    assert refused(NothingApproved, lambda: correction(early.desk, "J001")) == (
        "2026 年度还没有审议通过的等次名单，不需要复核或更正程序。数据有误的，请在原处更正。"
    )
    require_sound(early.path)


def test_row_12_what_an_own_objection_must_not_lower_a_correction_lowers_once_the_person_was_heard(office):
    number = correction(office.desk, "J005", SCORED)
    declared(office.desk, number, TODAY)
    find(office.desk, number, LOWER)
    assert office.desk.proceedings.card(YEAR, number).lacks == ("hearing", "motion", "vote")
    refused(NotHeard, lambda: lay(office.desk, number))
    heard(office, number)
    lay(office.desk, number)
    assert row(office.desk, number).state is ProceedingState.MOVED


def test_a_hearing_says_who_was_heard_what_was_said_and_by_whom_it_was_taken_down(office):
    number = correction(office.desk, "J005", SCORED)
    refused(HeardPersonUnknown, lambda: heard(office, number, said=" "))
    refused(HeardPersonUnknown, lambda: heard(office, number, by=""))
    refused(HeardPersonUnknown, lambda: heard(office, number, code="J999"))
    refused(DayOutsideProceeding, lambda: heard(office, number, day=date(2027, 1, 11)))
    refused(DayOutsideProceeding, lambda: heard(office, number, day=date(2027, 1, 13)))
    heard(office, number)
    assert row(office.desk, number).held.hearings[0].said == "对评查结论没有意见。"


def test_the_person_corrected_examines_nothing_either(office):
    said = refused(ExaminerBarred, lambda: office.desk.proceedings.open(CLERK, YEAR, _by("J005")))
    assert said.startswith("熊鹏（J005）")


def _by(examiner):

    return Opening(ProceedingKind.CORRECTION, None, SCORED, (examiner, "J012"), "笔误", "J005")


def test_a_correction_that_turns_out_to_be_none_is_ended_with_its_reason_and_stays_ended(office):
    number = correction(office.desk, "J005", SCORED)
    desk = office.desk.proceedings
    refused(ReasonsMissing, lambda: desk.withdraw(CLERK, YEAR, number, " ", seen(office.desk, number)))
    desk.withdraw(CLERK, YEAR, number, "查无笔误", seen(office.desk, number))
    assert row(office.desk, number).state is ProceedingState.WITHDRAWN
    assert refused(ProceedingSettled, lambda: declared(office.desk, number, TODAY)) == (
        "2026-更-001 已办结（已终止），不再改动。仍有错误的，另立更正。"
    )


def test_row_44_the_committee_corrects_an_evident_error_though_the_objection_was_withdrawn(office):
    number = opened(office)
    objections = office.desk.objections
    objections.withdraw(CLERK, YEAR, 1, objections.card(YEAR, 1).row.held.entry, "撤回书")
    assert row(office.desk, number).state is ProceedingState.WITHDRAWN
    again = correction(office.desk, "J005", SCORED)
    declared(office.desk, again, TODAY)
    find(office.desk, again, LOWER._replace(after="56"))
    lay(office.desk, again, Motion.CHANGE)
    assert row(office.desk, again).state is ProceedingState.MOVED


def test_what_came_after_the_list_needs_no_changed_figure(office):
    number = correction(office.desk, "J005", (Challenge(ChallengeKind.STANDING, ("J005",)),), "政务警告决定")
    declared(office.desk, number, TODAY)
    find(office.desk, number, findings="2027年1月12日收到政务警告决定。")
    lay(office.desk, number, Motion.UPHOLD, "决定的年度不同，不影响本年度")
    assert row(office.desk, number).held.motion is Motion.UPHOLD
