"""Re-reviews (复核): who examines and who does not, what is found and how, up to the motion. The situations of the
office's list (part 6 of the domain reference) are named for what happened."""

from datetime import date

import pytest

from committee_desk.domain.objections import Matter, ObjectionState
from committee_desk.domain.proceedings import (
    Challenge,
    ChallengeKind,
    ChangeKind,
    Motion,
    ProceedingStands,
    ProceedingState,
)
from committee_desk.domain.ratings import BallotClass, BallotMark
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.results import Means
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_refusals import NotAllowed
from committee_desk.services.effect_refusals import WorseByOwnApplication
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.override_views import OverrideValueRefused
from committee_desk.services.proceeding_refusals import (
    BallotRejudged,
    ChallengeMissing,
    ChangeChangesNothing,
    ChangeOfAnotherYear,
    ChangeTwice,
    ChangeUnproved,
    DayOutsideProceeding,
    DeclarationsMissing,
    ExaminerBarred,
    FindingsMissing,
    MotionContradicts,
    NoSuchExaminer,
    NoSuchProceeding,
    NotDecidedYet,
    NothingLikeThat,
    ProceedingChanged,
    ProceedingGoesOn,
    ReasonsMissing,
    SharesBeyondTheCase,
    SourceNotAccepted,
    WithdrawnWhereItCameFrom,
)
from committee_desk.services.proceeding_views import BarKind, Found, Serving
from committee_desk.services.second import Second
from committee_desk.storage.work import SqlWork
from committee_desk.wording.acts import act_name, act_object
from tests.services.posted_notices import YEAR, PostedOffice, at
from tests.services.reviewing_hands import (
    CASE,
    CLERK,
    REVIEWED,
    declared,
    find,
    lay,
    objection,
    opened,
    refused,
    row,
    seen,
)
from tests.services.seated_desks import sit, with_accounts

TODAY = date(2027, 1, 12)
MARK = Challenge(ChallengeKind.LEADER_MARK, ("J005", "检察长"))
EVENT = ("J005", "skill", "2026-06-14", "政〔2026〕18号", "信息简报采用")
BONUS = ("J005", "bonus", "2026-12-01", "政〔2026〕301号", "最高检典型案例入选")


@pytest.fixture
def office(posted_on_tuesday: PostedOffice) -> PostedOffice:
    """Its grades hang since yesterday, Monday 11 January 2027."""
    return posted_on_tuesday


# -- opening ----------------------------------------------------------------------------------------------------------


def test_an_accepted_objection_is_re_reviewed_under_the_year_s_next_number_and_answered_by_its_day(office):
    number = opened(office)
    held = row(office.desk, number)
    assert (held.label, held.source_label, held.name, held.about_name) == (
        "2026-复-001", "2026-异-001", "熊鹏", "熊鹏",
    )  # fmt: skip
    assert (held.due, held.days_left) == (date(2027, 1, 19), 5)
    assert [each.name for each in held.held.examiners] == ["沈洋", "朱康"]
    assert office.desk.objections.card(YEAR, 1).row.state is ObjectionState.ACCEPTED
    newest = office.desk.journal.rows(1)[0]
    assert (act_name(newest.verb), act_object(newest)) == ("复核或更正立项", "2026-复-001，承办人：沈洋、朱康")


def test_an_objection_that_was_not_accepted_is_not_re_reviewed(office):
    source = objection(office, accept=False)
    assert refused(SourceNotAccepted, lambda: opened(office, source)) == (
        "2026-异-001 现为“已收件”，不能立项复核。请先受理，或核对编号。"
    )


def test_one_objection_is_not_re_reviewed_twice(office):
    source = objection(office)
    opened(office, source)
    assert refused(ProceedingGoesOn, lambda: opened(office, source)) == (
        "2026-异-001 已立项为 2026-复-001（查明中），不重复立项。请打开 2026-复-001 办理。"
    )


def test_what_is_challenged_is_named_for_it_says_who_examines_nothing(office):
    source = objection(office)
    refused(ChallengeMissing, lambda: opened(office, source, challenged=()))
    wrong = Challenge(ChallengeKind.REVIEW, ("XX检刑诉受〔2026〕9999号",))
    assert refused(NothingLikeThat, lambda: opened(office, source, challenged=(wrong,))) == (
        "台账里没有“案件评查 XX检刑诉受〔2026〕9999号”，或者不能这样更正。"
        "请从列表中选择，并核对案号、工号、日期和凭证号。"
    )


def test_an_objection_to_another_s_result_examines_the_other_s_figures(office):
    source = objection(office, matters=(Matter.OTHER, Matter.SCORE), other="J001")
    number = opened(office, source, challenged=(Challenge(ChallengeKind.INDICATOR, ("J001", "quantity")),))
    held = row(office.desk, number)
    assert (held.name, held.about_name) == ("熊鹏", "秦生康")
    kinds = {(each.kind, each.name) for each in office.desk.proceedings.card(YEAR, number).bars}
    assert {(BarKind.APPLICANT, "熊鹏"), (BarKind.ABOUT, "秦生康")} <= kinds


def test_others_may_be_named_and_who_stays_keeps_the_declaration(office):
    number = opened(office)
    desk = office.desk.proceedings
    desk.declare(CLERK, YEAR, number, "J012", TODAY, seen(office.desk, number))
    refused(
        ExaminerBarred, lambda: desk.appoint(CLERK, YEAR, number, ("J012", "J002"), "出差", seen(office.desk, number))
    )
    refused(ReasonsMissing, lambda: desk.appoint(CLERK, YEAR, number, ("J012", "J007"), " ", seen(office.desk, number)))
    desk.appoint(CLERK, YEAR, number, ("J012", "J007"), "朱康出差", seen(office.desk, number))
    told = {each.code: each.declared for each in row(office.desk, number).held.examiners}
    assert told == {"J012": TODAY, "J007": None}
    verbs = [each.verb for each in office.desk.proceedings.card(YEAR, number).steps]
    assert verbs == ["proceeding.open", "proceeding.declare", "proceeding.appoint"]


# -- declarations and findings ----------------------------------------------------------------------------------------


def test_nothing_is_found_before_every_examiner_declared(office):
    number = opened(office)
    office.desk.proceedings.declare(CLERK, YEAR, number, "沈洋", TODAY, seen(office.desk, number))
    assert refused(DeclarationsMissing, lambda: find(office.desk, number, REVIEWED)) == (
        "朱康还没有签回避声明，2026-复-001 不能登记查明事实。请先登记每名承办人的声明。"
    )
    refused(NoSuchExaminer, lambda: office.desk.proceedings.declare(
        CLERK, YEAR, number, "韩俊", TODAY, seen(office.desk, number)))  # fmt: skip
    assert refused(DayOutsideProceeding, lambda: declared(office.desk, number, date(2027, 1, 13))) == (
        "声明的日期 2027-01-13 不对：只能是 2027-01-12。请核对。"
    )
    declared(office.desk, number, TODAY)
    find(office.desk, number, REVIEWED)
    assert row(office.desk, number).state is ProceedingState.EXAMINED


def test_a_relative_who_turned_up_after_the_opening_finds_nothing(office):
    number = opened(office)
    declared(office.desk, number, TODAY)
    office.desk.relations.relate(CLERK, Relationship("J005", "沈洋", "J012", Kinship.COLLATERAL))
    refused(ExaminerBarred, lambda: find(office.desk, number, REVIEWED))


def test_who_made_a_figure_that_is_found_otherwise_is_barred_though_nobody_challenged_it(office):
    number = opened(office, examiners=("J020", "J012"))
    declared(office.desk, number, TODAY)
    mark = Found(ChangeKind.MARK, ("J005", "检察长"), "mark", "95", "评分表誊录有误", "评分表原件")
    said = refused(ExaminerBarred, lambda: find(office.desk, number, mark))
    assert said.startswith("闫峰（J020）经手了被异议的“检察长”")


@pytest.fixture
def examined(office):
    number = opened(office)
    declared(office.desk, number, TODAY)
    return number


def test_what_was_and_what_is_found_stand_side_by_side(office, examined):
    find(office.desk, examined, REVIEWED)
    (change,) = row(office.desk, examined).held.changes
    held = office.desk.overrides.card(FactKind.REVIEW, (CASE,)).values["substance"]
    assert (change.before, change.after, change.evidence) == (str(held), "56", "复查笔录〔2027〕1号")


def test_findings_need_words_and_each_change_its_reason_and_paper(office, examined):
    refused(FindingsMissing, lambda: find(office.desk, examined, REVIEWED, findings=" \n"))
    said = refused(ChangeUnproved, lambda: find(office.desk, examined, REVIEWED._replace(evidence=" ")))
    assert said == f"“案件评查 {CASE}”没有写理由或者证明材料；测评票须写计票复核记录。请补齐。"
    refused(ChangeUnproved, lambda: find(office.desk, examined, REVIEWED._replace(reason="")))


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (REVIEWED._replace(after="61"), OverrideValueRefused),
        (REVIEWED._replace(after="NaN"), OverrideValueRefused),
        (REVIEWED._replace(after=""), OverrideValueRefused),
        (REVIEWED._replace(field="grade", after="瑕疵"), OverrideValueRefused),
        (REVIEWED._replace(field="reviewer", after="某人"), NothingLikeThat),
        (REVIEWED._replace(key=("没有这件案",)), NothingLikeThat),
        (REVIEWED._replace(key=()), NothingLikeThat),
        (Found(ChangeKind.SHARE, (CASE, "J005"), "share", "1.5", "分担", "审批表"), OverrideValueRefused),
        (Found(ChangeKind.SHARE, (CASE, "J005"), "closed", "2026-02-30", "结案日", "文书"), OverrideValueRefused),
        (Found(ChangeKind.EVENT, EVENT, "day", "2025-06-14", "日期", "简报"), ChangeOfAnotherYear),
        (Found(ChangeKind.EVENT, EVENT, "points", "999", "分值", "简报"), OverrideValueRefused),
        (Found(ChangeKind.EVENT, (*EVENT[:2], "昨天", *EVENT[3:]), "points", "1", "分值", "简报"), NothingLikeThat),
        (Found(ChangeKind.NEW_EVENT, EVENT, "points", "1", "补记", "简报"), ChangeChangesNothing),
        (Found(ChangeKind.NEW_EVENT, ("J999", *BONUS[1:]), "points", "1", "补记", "文件"), NothingLikeThat),
        (Found(ChangeKind.NEW_EVENT, ("J005", "quality", *BONUS[2:]), "points", "1", "补记", "文件"), NothingLikeThat),
        (Found(ChangeKind.WITHDRAWN_EVENT, BONUS, "points", "", "查无此事", "函"), NothingLikeThat),
        (Found(ChangeKind.MARK, ("J005", "检察长"), "mark", "101", "誊录", "原件"), OverrideValueRefused),
        (Found(ChangeKind.MARK, ("J005", "王五"), "mark", "90", "誊录", "原件"), NothingLikeThat),
    ],
)
def test_a_figure_that_cannot_be_is_not_found(office, examined, found, kind):
    said = refused(kind, lambda: find(office.desk, examined, found))
    assert said
    assert row(office.desk, examined).state is ProceedingState.OPENED


def test_one_figure_is_not_found_to_be_two_things(office, examined):
    refused(ChangeTwice, lambda: find(office.desk, examined, REVIEWED, REVIEWED._replace(after="57")))


def test_a_figure_as_it_stands_is_no_change(office, examined):
    find(office.desk, examined, REVIEWED)
    before = row(office.desk, examined).held.changes[0].before
    said = refused(ChangeChangesNothing, lambda: find(office.desk, examined, REVIEWED._replace(after=before)))
    assert "与现在的记录一样，没有改动" in said


def test_the_shares_of_a_case_are_weighed_together(office, examined):
    """Taken one by one each is too much beside what the other has now; together they are the case."""
    with SqlWork(office.path, None, office.clock).reading() as uow:
        numbers = {each.key[0] for each in uow.history.versions(FactKind.CASE_SHARE, {"year": YEAR})}
        joint = next(
            number for number in sorted(map(str, numbers))
            if len(held := uow.cases.shares(number)) == 2 and held[0].fact.share != held[1].fact.share
        )  # fmt: skip
        one, other = (each.fact for each in uow.cases.shares(joint))
    swapped = [
        Found(ChangeKind.SHARE, (joint, code), "share", str(share), "分担比例填反", "分案审批表")
        for code, share in ((one.code, other.share), (other.code, one.share))
    ]
    more = swapped[0] if other.share > one.share else swapped[1]
    assert "合计超过 1" in refused(SharesBeyondTheCase, lambda: find(office.desk, examined, more))
    find(office.desk, examined, *swapped)
    assert len(row(office.desk, examined).held.changes) == 2


def test_a_new_event_and_one_that_never_was_are_found(office, examined):
    new = Found(ChangeKind.NEW_EVENT, BONUS, "points", "2", "典型案例漏登", "最高检发〔2026〕88号")
    gone = Found(ChangeKind.WITHDRAWN_EVENT, EVENT, "points", "", "简报系他人所写", "核实笔录")
    find(office.desk, examined, new, gone)
    told = [(each.kind, each.before, each.after) for each in row(office.desk, examined).held.changes]
    assert told == [(ChangeKind.NEW_EVENT, "", "2"), (ChangeKind.WITHDRAWN_EVENT, "1.5", "")]


# -- ballots are counted again and never judged again -----------------------------------------------------------------


def test_a_slip_is_put_as_it_says_and_the_recount_is_named(office, examined):
    slip = _a_slip(office)
    recount = Found(ChangeKind.BALLOT, (slip, "J005"), "mark", "弃权", "录入时看错一行", "计票复核记录第1号")
    refused(ChangeUnproved, lambda: find(office.desk, examined, recount._replace(evidence="")))
    refused(BallotRejudged, lambda: find(office.desk, examined, recount._replace(after="101")))
    refused(BallotRejudged, lambda: find(office.desk, examined, recount._replace(after="优秀")))
    refused(NothingLikeThat, lambda: find(office.desk, examined, recount._replace(key=("没有这张票", "J005"))))
    refused(NothingLikeThat, lambda: find(office.desk, examined, recount._replace(field="ballot_class", after="A")))
    find(office.desk, examined, recount)
    told = office.desk.journal.rows(1)[0].what
    assert slip not in told
    assert "计票复核记录第1号" in told


def test_what_a_slip_says_is_shown_to_who_may_see_ballots_alone(office, examined):
    slip = _a_slip(office)
    find(office.desk, examined, Found(ChangeKind.BALLOT, (slip, "J005"), "mark", "弃权", "录入时看错一行", "复点记录"))
    told = row(office.desk, examined).held.changes[0]
    with_accounts(office.desk, Way.STRICT)
    sit(office.desk, Role.SECRETARY)
    assert row(office.desk, examined).held.changes[0] == told
    clerk = sit(office.desk, Role.OPERATOR)
    masked = told._replace(key=("", "J005"), before="", after="")
    assert row(office.desk, examined).held.changes == office.desk.proceedings.rows(YEAR)[0].held.changes == (masked,)
    refused(NotAllowed, lambda: office.desk.proceedings.fact(YEAR, ChangeKind.BALLOT, (slip, "J005")))
    refused(NotAllowed, lambda: office.desk.proceedings.find(
        clerk, YEAR, examined, "复点", (Found(ChangeKind.BALLOT, (slip, "J005"), "mark", "90", "复点", "记录"),),
        seen(office.desk, examined)))  # fmt: skip


def _a_slip(office):
    with SqlWork(office.path, None, office.clock).reading() as uow:
        held = uow.facts.held(Kind.BALLOTS, YEAR, [BallotMark("", BallotClass.A, "J005", None)])
        return next(each.fact.slip for each in held if each.fact.code == "J005" and each.fact.mark is not None)


# -- the motion -------------------------------------------------------------------------------------------------------


def test_a_motion_to_change_freezes_what_the_committee_will_see(office, examined):
    refused(ProceedingStands, lambda: lay(office.desk, examined))
    find(office.desk, examined, REVIEWED)
    lay(office.desk, examined)
    held = row(office.desk, examined).held
    assert (held.state, held.motion) == (ProceedingState.MOVED, Motion.CHANGE)
    assert held.effects
    assert office.desk.proceedings.card(YEAR, examined).lacks == ("vote",)


def test_a_new_finding_takes_the_motion_down(office, examined):
    find(office.desk, examined, REVIEWED)
    lay(office.desk, examined)
    find(office.desk, examined, REVIEWED._replace(after="57"))
    held = row(office.desk, examined).held
    assert (held.state, held.motion, held.effects) == (ProceedingState.EXAMINED, None, "")


def test_the_motion_goes_together_with_what_was_found(office, examined):
    find(office.desk, examined)
    assert "没有查明任何不同，复核意见却是“变更”" in refused(MotionContradicts, lambda: lay(office.desk, examined))
    refused(ReasonsMissing, lambda: lay(office.desk, examined, Motion.UPHOLD, " "))
    lay(office.desk, examined, Motion.UPHOLD, "原评查无误")
    find(office.desk, examined, REVIEWED)
    assert "查明有 1 项不同，复核意见却是“维持”" in refused(
        MotionContradicts, lambda: lay(office.desk, examined, Motion.UPHOLD)
    )


def test_row_12_a_score_found_too_high_is_not_lowered_by_the_own_objection(office, examined):
    find(office.desk, examined, REVIEWED._replace(after="10"))
    said = refused(WorseByOwnApplication, lambda: lay(office.desk, examined))
    assert "熊鹏" in said
    assert "更正" in said


# -- as seen, settled, withdrawn --------------------------------------------------------------------------------------


def test_somebody_else_s_act_in_between_is_shown_first(office):
    number = opened(office)
    old = seen(office.desk, number)
    declared(office.desk, number, TODAY)
    said = refused(ProceedingChanged, lambda: office.desk.proceedings.declare(CLERK, YEAR, number, "J012", TODAY, old))
    assert said == "2026-复-001 刚由范伟雪改动，现为“查明中”。请看过后再办理。"
    refused(NoSuchProceeding, lambda: office.desk.proceedings.card(YEAR, 9))


def test_row_44_an_objection_withdrawn_in_writing_ends_its_re_review(office, examined):
    refused(WithdrawnWhereItCameFrom, lambda: office.desk.proceedings.withdraw(
        CLERK, YEAR, examined, "不查了", seen(office.desk, examined)))  # fmt: skip
    objections = office.desk.objections
    objections.withdraw(CLERK, YEAR, 1, objections.card(YEAR, 1).row.held.entry, "撤回书")
    held = row(office.desk, examined).held
    assert (held.state, held.why) == (ProceedingState.WITHDRAWN, "撤回书")
    assert office.desk.proceedings.card(YEAR, examined).moves == ()


def test_an_objection_put_right_as_late_takes_its_re_review_down(office):
    office.clock.now = at(19, 9)
    source = objection(office, received=at(18, 17, 20))
    number, objections = opened(office, source), office.desk.objections
    entry, late = objections.card(YEAR, source).row.held.entry, office.file(received=at(18, 17, 50))
    objections.correct(CLERK, YEAR, source, late, "收件章为 17:50", entry, Second("林岚"))
    assert objections.card(YEAR, source).row.state is ObjectionState.RECEIVED
    held = row(office.desk, number).held
    assert (held.state, held.why) == (ProceedingState.WITHDRAWN, "收件章为 17:50")


def test_a_decision_is_served_once_there_is_one(office, examined):
    serving = Serving(TODAY, Means.DIRECT, "周敏")
    refused(NotDecidedYet, lambda: office.desk.proceedings.serve(
        CLERK, YEAR, examined, serving, seen(office.desk, examined)))  # fmt: skip
