"""Who examines a challenged figure and who does not (公务员法 74, 76), however the name is typed: rows 25 to 29 of the
office's list (part 6 of the domain reference) at a re-review."""

from datetime import date

import pytest

from committee_desk.domain.leading import Charge
from committee_desk.domain.objections import Matter
from committee_desk.domain.proceedings import (
    Challenge,
    ChallengeKind,
    ProceedingKind,
)
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.objection_refusals import ReceiverIsObjector
from committee_desk.services.proceeding_refusals import (
    ExaminerBarred,
    ExaminerTwice,
    ExaminerUnclear,
    TooFewExaminers,
)
from committee_desk.services.proceeding_views import BarKind, Opening
from tests.services.posted_notices import YEAR, PostedOffice
from tests.services.reviewing_hands import (
    CASE,
    CLERK,
    EXAMINERS,
    SCORED,
    objection,
    opened,
    refused,
)

TODAY = date(2027, 1, 12)
MARK = Challenge(ChallengeKind.LEADER_MARK, ("J005", "检察长"))
EVENT = ("J005", "skill", "2026-06-14", "政〔2026〕18号", "信息简报采用")
BONUS = ("J005", "bonus", "2026-12-01", "政〔2026〕301号", "最高检典型案例入选")


@pytest.fixture
def office(posted_on_tuesday: PostedOffice) -> PostedOffice:
    """Its grades hang since yesterday, Monday 11 January 2027."""
    return posted_on_tuesday


def barred(
    office: PostedOffice, source: int, examiners: tuple[str, ...], challenged: tuple[Challenge, ...] = SCORED
) -> str:
    """The sentence with which these do not examine that objection."""
    return refused(ExaminerBarred, lambda: opened(office, source, examiners, challenged))


# -- rows 25 to 29: who does not examine, however the name is typed ----------------------------------------------------


def test_nobody_examines_his_own_objection_however_the_name_is_typed(office):
    source = objection(office)
    for typed in ["熊鹏", "熊 鹏", "j005", "Ｊ００５", "熊鹏（J005）", "熊鹏(第二检察部)", "熊鹏同志"]:
        said = barred(office, source, (typed, "J012"), SCORED)
        assert said.endswith("是申请人本人，应当回避，不能承办本件复核（公务员法第七十六条）。请另行指定承办人。")


def test_the_head_of_the_objector_s_department_does_not_examine(office):
    source = objection(office)
    for typed in ["林若", "林　若", "J002", "林若（J002）", "林若检察官"]:
        said = barred(office, source, (typed, "J012"), SCORED)
        assert "是熊鹏的部门负责人或者分管领导，应当回避" in said


def test_whoever_has_charge_of_a_head_s_department_does_not_examine_the_head_s_objection(office):
    office.desk.relations.charge(CLERK, Charge("第二检察部", "J020", date(2026, 1, 1)))
    source = objection(office, code="J002", matters=(Matter.GRADE,))
    procedure = (Challenge(ChallengeKind.PROCEDURE),)
    said = refused(ExaminerBarred, lambda: opened(office, source, ("闫峰", "J012"), procedure))
    assert "是林若的部门负责人或者分管领导" in said


def test_a_spouse_of_the_objector_does_not_examine(office):
    office.desk.relations.relate(CLERK, Relationship("J005", "沈洋", "J012", Kinship.SPOUSE))
    source = objection(office)
    for typed in ["沈洋", "沈 洋", "J012", "沈洋（J012）", "沈洋检察官"]:
        said = barred(office, source, (typed, "J015"), SCORED)
        assert "与熊鹏有亲属关系，应当回避" in said


def test_a_relative_from_outside_the_office_does_not_examine_either(office):
    office.desk.relations.relate(CLERK, Relationship("J005", "熊大山", None, Kinship.DIRECT_LINE))
    source = objection(office)
    for typed in ["熊大山", "熊 大山", "熊大山同志"]:
        barred(office, source, (typed, "J012"), SCORED)


def test_a_name_that_is_nearly_a_barred_stranger_s_is_asked_about(office):
    office.desk.relations.relate(CLERK, Relationship("J005", "熊大山", None, Kinship.DIRECT_LINE))
    assert refused(ExaminerUnclear, lambda: opened(office, examiners=("熊太山", "J012"))) == (
        "“熊太山”可能是熊大山，分不清是谁，无法判断是否须回避。请写工号，或写成“姓名（工号）”。"
    )


def test_the_leader_does_not_examine_the_own_mark_though_the_workbook_names_only_the_post(office):
    source = objection(office)
    for typed in ["闫峰", "闫 峰", "J020", "闫峰检察长", "检察长", "本院检察长"]:
        said = barred(office, source, (typed, "J012"), (MARK,))
        assert "经手了被异议的“检察长”（评分、评查、录入、审批或导入），应当回避" in said


@pytest.mark.parametrize("typed", ["闫检察长", "闫 检察长", "闫检", "老闫", "闫某某"])
def test_who_is_called_by_the_surname_alone_has_to_be_told_whole(office, typed):
    source = objection(office)
    said = refused(ExaminerUnclear, lambda: opened(office, source, (typed, "J012"), (MARK,)))
    assert said == f"“{typed}”可能是闫峰（J020），分不清是谁，无法判断是否须回避。请写工号，或写成“姓名（工号）”。"


def test_a_stranger_whose_surname_nobody_here_bears_examines(office):
    assert opened(office, examiners=("欧检察官", "J012"))


def test_the_leader_may_examine_what_he_did_not_mark(office):
    assert opened(office, examiners=("J020", "J012"))


def test_whoever_read_the_ballots_in_does_not_recount_them(office):
    source, ballots = objection(office), (Challenge(ChallengeKind.BALLOTS, ("J005",)),)
    for typed in ["周敏", "周 敏", "周敏同志"]:
        barred(office, source, (typed, "J012"), ballots)
    assert opened(office, source, ("J015", "J012"), ballots)


def test_whoever_read_an_event_in_or_approved_it_does_not_examine_it(office):
    event = (Challenge(ChallengeKind.EVENT, EVENT),)
    refused(ExaminerBarred, lambda: opened(office, examiners=("周敏", "J012"), challenged=event))
    said = refused(ExaminerBarred, lambda: opened(office, 1, examiners=("政治部主任", "J012"), challenged=event))
    assert said.startswith("政治部主任经手了被异议的")  # so the workbook names who approved it


def test_whoever_reviewed_the_case_does_not_examine_the_review(office):
    """The workbook of the sample names the office that reviewed."""
    case = Challenge(ChallengeKind.REVIEW, (CASE,))
    source = objection(office)
    assert barred(office, source, ("案管办", "J012"), (case,)).startswith(f"案管办经手了被异议的“{CASE}”")
    number = opened(office, source, challenged=(case,))
    bars = office.desk.proceedings.card(YEAR, number).bars
    assert "案管办" in {each.name for each in bars if each.kind is BarKind.PRODUCER}


def test_an_indicator_bars_whoever_produced_anything_that_it_rests_on(office):
    skill = (Challenge(ChallengeKind.INDICATOR, ("J005", "skill")),)
    refused(ExaminerBarred, lambda: opened(office, examiners=("周敏", "J012"), challenged=skill))
    rating = (Challenge(ChallengeKind.INDICATOR, ("J005", "leader_rating")),)
    refused(ExaminerBarred, lambda: opened(office, 1, examiners=("闫峰", "J012"), challenged=rating))
    quantity = (Challenge(ChallengeKind.INDICATOR, ("J005", "quantity")),)
    assert opened(office, 1, examiners=("闫峰", "J012"), challenged=quantity)


def test_one_of_two_namesakes_has_to_be_told_by_code(office):
    said = refused(ExaminerUnclear, lambda: opened(office, examiners=("朱康", "J012")))
    assert said.startswith("“朱康”可能是朱康（J015）、朱康（J016），分不清是谁")
    assert opened(office, 1, examiners=("朱康（J016）", "J012"))


def test_two_people_examine_and_one_of_them_twice_is_not_two(office):
    assert refused(TooFewExaminers, lambda: opened(office, examiners=("J012", " "))) == (
        "复核由两人以上承办，现在只有 1 人。请再指定没有回避情形的人。"
    )
    assert refused(ExaminerTwice, lambda: opened(office, 1, examiners=("J012", "沈 洋"))) == (
        "沈洋写了两次。请指定两个不同的承办人。"
    )


def test_nobody_opens_the_re_review_of_his_own_objection(office):
    source = objection(office)
    opening = Opening(ProceedingKind.OBJECTION, source, SCORED, EXAMINERS)
    refused(ReceiverIsObjector, lambda: office.desk.proceedings.open(Actor("熊鹏"), YEAR, opening))
