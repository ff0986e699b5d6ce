"""Objections (异议) as they come to the counter: who, against what, when it came; in time or late; each refusal's
sentence. The situations of the office's list (part 6 of the domain reference) are named for what happened."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.journal import ClockBehind
from committee_desk.domain.objections import (
    InTimeIsNotRouted,
    LateIsRouted,
    Matter,
    ObjectionMove,
    ObjectionStands,
    ObjectionState,
)
from committee_desk.services.actor import Actor
from committee_desk.services.letter_views import Letter
from committee_desk.services.objection_refusals import (
    AnswerDayNeeded,
    AnswerDayWrong,
    GroundsMissing,
    GroundWithdrawn,
    HowInformedMissing,
    MattersMissing,
    NobodyToInform,
    NoSuchNotice,
    NoSuchObjection,
    NotEntitledAboutOthers,
    NothingPosted,
    NotOnTheNotice,
    ObjectionChanged,
    ObjectionReasonMissing,
    ObjectionSettled,
    ObjectionUnsigned,
    OtherIsSelf,
    OtherNotNamed,
    ReceivedBeforePosting,
    ReceivedLater,
    ReceiverIsObjector,
    ReceiverMissing,
    RegisteredAlready,
    WithdrawnInWritingAlone,
)
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.settings import ABOUT_OTHERS, ANSWER_DAYS, CUT_OFF, OFF
from committee_desk.wording.acts import act_object
from committee_desk.wording.objections import timeliness, told_to_other, what_follows
from committee_desk.wording.overview import owed_detail, owed_title
from tests.services.posted_notices import (
    CLERK,
    WITNESS,
    YEAR,
    PostedOffice,
    at,
    lengthen,
    post,
    posted_office,
    refused,
    registered,
    seen,
)
from tests.sound_desks import require_sound


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> PostedOffice:
    """A notice hangs since Monday 11 January 2027, 10:00, until Monday 18 January, 17:30."""
    return posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10))


@pytest.fixture(autouse=True)
def _sound_afterwards(tmp_path: Path) -> object:
    yield
    require_sound(tmp_path / "考评.desk")


# -- row 1: after hours on the last day -------------------------------------------------------------------------------


def test_an_objection_handed_in_at_17_50_of_the_last_day_is_kept_as_20_minutes_late(office):
    office.clock.now = at(18, 17, 50)
    checked = office.desk.objections.check(YEAR, 1, office.clock.now)
    assert what_follows(checked) == (
        "已过截止时间 2027-01-18 17:30，逾期 20 分钟：照样登记并出具回执，转结果通知后复核。"
    )
    number = registered(office)
    card = office.desk.objections.card(YEAR, number)
    assert (card.row.held.in_time, card.row.held.minutes_late) == (False, 20)
    assert timeliness(card.row.held, card.nth_day) == "逾期（20 分钟）"
    assert card.moves == (ObjectionMove.ROUTE, ObjectionMove.WITHDRAW)


def test_a_late_objection_is_neither_accepted_nor_refused_but_routed_to_the_re_review(office):
    office.clock.now = at(18, 17, 50)
    number = registered(office)
    objections, entry = office.desk.objections, seen(office, number)
    said = refused(LateIsRouted, lambda: objections.accept(CLERK, YEAR, number, entry))
    assert said == (
        "异议 2026-异-001 逾期 20 分钟，不按公示期异议受理。请选择“转结果通知后复核”：收到结果通知后仍可复核。"
    )
    refused(LateIsRouted, lambda: objections.refuse(CLERK, YEAR, number, entry, "逾期"))
    objections.route(CLERK, YEAR, number, entry)
    assert objections.card(YEAR, number).row.state is ObjectionState.ROUTED


def test_a_minute_after_the_cut_off_is_late_and_the_cut_off_s_own_minute_is_not(office):
    office.clock.now = at(18, 18)
    assert office.desk.objections.check(YEAR, 1, at(18, 17, 30)).in_time
    assert office.desk.objections.check(YEAR, 1, at(18, 17, 31)).minutes_late == 1


def test_a_notice_that_printed_no_hour_takes_objections_until_24_00(tmp_path, template_sample_desk):
    office = posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10), cut_off="24:00")
    office.clock.now = at(19, 8)
    assert office.desk.objections.check(YEAR, 1, at(18, 23, 59)).in_time
    assert office.desk.objections.check(YEAR, 1, at(19, 0, 5)).minutes_late == 5


def test_the_printed_cut_off_decides_and_not_what_the_setting_says_since(office, actor):
    office.desk.settings.put(actor, CUT_OFF, "18:00", "冬季作息")
    office.clock.now = at(18, 17, 50)
    assert office.desk.objections.check(YEAR, 1, office.clock.now).minutes_late == 20


# -- row 2: received on Friday, typed on Monday -----------------------------------------------------------------------


def test_what_came_on_friday_is_in_time_though_it_is_typed_after_the_cut_off_and_the_journal_says_so(office):
    office.clock.now = at(18, 18)
    number = registered(office, received=at(15, 16), receiver="周敏")
    held = office.desk.objections.card(YEAR, number).row.held
    assert (held.in_time, held.typed, held.receiver) == (True, at(18, 18), "周敏")
    row = office.desk.journal.rows(1)[0]
    assert act_object(row) == "2026-异-001，J005，补录：周敏 2027-01-15 16:00 收到，3 天 2 小时后录入"


def test_what_is_typed_as_it_comes_is_not_said_to_be_typed_afterwards(office):
    registered(office)
    assert act_object(office.desk.journal.rows(1)[0]) == "2026-异-001，J005"


def test_whoever_took_the_paper_is_named(office):
    said = refused(ReceiverMissing, lambda: registered(office, receiver=" "))
    assert said == "没有填写接收人。是否逾期按收到时间算，须写明是谁在这个时间收到的。"


def test_nothing_can_have_come_before_the_notice_hung_or_after_it_was_typed(office):
    office.clock.now = at(12, 10)
    assert refused(ReceivedBeforePosting, lambda: registered(office, received=at(11, 9, 59))) == (
        "收到时间 2027-01-11 09:59 早于公示书张贴的时间 2027-01-11 10:00。"
        "请核对收到时间；张贴前收到的意见，请登记为情况反映。"
    )
    assert refused(ReceivedLater, lambda: registered(office, received=at(12, 10, 1))) == (
        "收到时间 2027-01-12 10:01 晚于录入时间 2027-01-12 10:00。"
        "请按申请表上写的收到时间改正；电脑时间有误的，先校准电脑时间。"
    )
    assert office.desk.objections.rows(YEAR) == ()


def test_a_clock_set_back_is_refused_and_nothing_is_lost(office):
    office.clock.now = at(13, 9)
    registered(office)
    office.clock.now = at(12, 9)
    with pytest.raises(ClockBehind):
        registered(office, code="J006", received=at(11, 15))
    assert len(office.desk.objections.rows(YEAR)) == 1


# -- row 3: a make-up Saturday ----------------------------------------------------------------------------------------


def test_a_made_up_saturday_is_a_day_of_the_window_and_its_objection_in_time(tmp_path, template_sample_desk):
    office = posted_office(tmp_path / "考评.desk", template_sample_desk, at(25, 9))
    office.clock.now = at(30, 11, 5)
    number = registered(office)
    card = office.desk.objections.card(YEAR, number)
    assert timeliness(card.row.held, card.nth_day) == "公示期内，第 5 天"
    assert card.row.held.answer_by == date(2027, 2, 14)  # 1 to 4 February, then the Sunday made up for the festival


# -- row 43: about another's result, and letters ----------------------------------------------------------------------

ABOUT_J001 = {"matters": (Matter.OTHER, Matter.GRADE), "other": "J001"}


def test_a_prosecutor_may_object_to_another_s_result_and_the_other_is_told_without_the_name(office):
    number = registered(office, **ABOUT_J001)
    row = office.desk.objections.card(YEAR, number).row
    assert (row.other_name, row.owes_informing) == ("秦生康", True)
    title = "关于2026年度检察人员考核等次的公示"
    told = told_to_other(row, "演练县人民检察院", office.clock.now, title)
    assert "在《关于2026年度检察人员考核等次的公示》（第 1 版）公示期间，有人书面对您的考核结果" in told
    assert "秦生康：" in told
    assert "熊鹏" not in told
    assert "按照规定，不告知异议人姓名。" in told
    said = refused(
        HowInformedMissing, lambda: office.desk.objections.inform_other(CLERK, YEAR, number, row.held.entry, "")
    )
    assert said == "没有填写怎样告知的。请填写，如“2 月 11 日当面送达书面告知”。"
    office.desk.objections.inform_other(CLERK, YEAR, number, row.held.entry, "1月12日当面送达")
    assert not office.desk.objections.card(YEAR, number).row.owes_informing
    entry = seen(office, number)
    said = refused(NobodyToInform, lambda: office.desk.objections.inform_other(CLERK, YEAR, number, entry, "再次"))
    assert said == "异议 2026-异-001 不涉及他人结果，或已经告知本人，不用再告知。"


def test_who_is_no_prosecutor_writes_a_letter_about_another_s_result(office):
    said = refused(NotEntitledAboutOthers, lambda: registered(office, code="X003", **ABOUT_J001))
    name = next(each.name for each in office.desk.people.roster(YEAR) if each.code == "X003")
    assert said == f"{name} 不是检察官，不能对他人的结果提出异议。请登记为情况反映；对本人结果的异议可以登记。"


def test_an_office_may_take_no_objections_about_others(office, actor):
    office.desk.settings.put(actor, ABOUT_OTHERS, OFF, "考评办法第十八条")
    said = refused(NotEntitledAboutOthers, lambda: registered(office, **ABOUT_J001))
    assert said == "本院不受理对他人结果的异议（见“系统”页的设置）。熊鹏 所反映的，请登记为情况反映。"


def test_who_is_not_on_the_notice_writes_a_letter(office):
    name = next(each.name for each in office.desk.people.roster(YEAR) if each.code == "X003")
    said = refused(NotOnTheNotice, lambda: registered(office, code="X003"))
    assert said == f"{name} 不在第 1 版公示书的名单上，不能作为公示期异议登记。请登记为情况反映。"


def test_a_new_version_takes_objections_of_those_alone_whom_it_is_about(office):
    office.clock.now = at(20, 10)
    post(office, at(20, 9), codes=lambda code: code == "J006")
    assert "这一版只公示结果有变动的人" in refused(NotOnTheNotice, lambda: registered(office, version=2))
    assert office.desk.objections.card(YEAR, registered(office, version=2, code="J006")).row.held.in_time


def test_the_ticks_and_the_other_s_name_must_agree(office):
    assert refused(OtherNotNamed, lambda: registered(office, matters=(Matter.OTHER,))) == (
        "勾选了“他人结果”，但没有填写是谁的结果。请从名单中选择。"
    )
    assert refused(OtherNotNamed, lambda: registered(office, other="J001")) == (
        "填写了他人姓名，但没有勾选“他人结果”。请勾选，或删去他人姓名。"
    )
    assert refused(OtherIsSelf, lambda: registered(office, matters=(Matter.OTHER,), other="J005")) == (
        "“他人”就是异议人 熊鹏 本人。请取消勾选“他人结果”，或另选一人。"
    )


# -- row 44: withdrawn ------------------------------------------------------------------------------------------------


def test_an_objection_is_withdrawn_in_writing_alone(office):
    number = registered(office)
    entry = seen(office, number)
    said = refused(
        WithdrawnInWritingAlone, lambda: office.desk.objections.withdraw(CLERK, YEAR, number, entry, "", "来电")
    )
    assert said == "撤回异议 2026-异-001 须有 熊鹏 的书面申请。请填写撤回申请的名称和日期；口头撤回无效。"
    office.desk.objections.withdraw(CLERK, YEAR, number, entry, "1月13日撤回申请")
    card = office.desk.objections.card(YEAR, number)
    assert (card.row.state, card.steps[-1].document, card.moves) == (ObjectionState.WITHDRAWN, "1月13日撤回申请", ())


def test_what_was_withdrawn_is_not_objected_to_again_on_the_same_ground(office):
    number = registered(office)
    office.desk.objections.withdraw(CLERK, YEAR, number, seen(office, number), "1月13日撤回申请")
    office.clock.now = at(13, 9)
    said = refused(GroundWithdrawn, lambda: registered(office, matters=(Matter.SCORE, Matter.RANK)))
    assert said == (
        "熊鹏 已书面撤回对得分的异议（2026-异-001），不能以同一理由再次提出。"
        "有新的事实和理由的，请填写“新的事实和理由”；收到结果通知后仍可申请复核。"
    )
    assert registered(office, matters=(Matter.PROCEDURE,), grounds="述职没有安排本人发言") == 2
    assert registered(office, new_facts="评查等级已于1月12日更正") == 3


def test_the_same_ground_is_the_same_under_another_tick_and_other_stops(office):
    number = registered(office, grounds="典型案例未加分")
    office.desk.objections.withdraw(CLERK, YEAR, number, seen(office, number), "1月13日撤回申请")
    office.clock.now = at(13, 9)
    for words in (
        "典型案例未加分", "典型案例 未加分。", "典型案例未加分 典型案例未加分", "关于典型案例未加分的问题",
        "1. 我的典型案例未加分（再次提出）", "典型案例未加",
    ):  # fmt: skip
        said = refused(GroundWithdrawn, lambda told=words: registered(office, matters=(Matter.RANK,), grounds=told))
        assert said.startswith("熊鹏 已书面撤回对得分的异议（2026-异-001），不能以同一理由再次提出。")
    rank = {"matters": (Matter.RANK,), "grounds": "典型案例未加分"}
    for facts in ("典型案例，未加分！", "典型案例未加分。典型案例未加分", "关于典型案例未加分的问题"):
        refused(GroundWithdrawn, lambda told=facts: registered(office, **rank, new_facts=told))
    assert registered(office, **rank, new_facts="名次漏排，见1月12日更正说明") == 2
    more = "典型案例未加分；述职没有安排本人发言"
    assert registered(office, matters=(Matter.PROCEDURE,), grounds=more) == 3


# -- what the form asks -----------------------------------------------------------------------------------------------


def test_an_objection_says_what_it_is_about_and_why(office):
    assert refused(MattersMissing, lambda: registered(office, matters=())) == (
        "没有勾选申请事项。请至少勾选等次、得分、名次、程序、他人结果中的一项。"
    )
    assert refused(GroundsMissing, lambda: registered(office, grounds="\n")) == "没有填写事实和理由。请照申请表填写。"
    refused(NoSuchPerson, lambda: registered(office, code="J999"))
    assert refused(NoSuchNotice, lambda: registered(office, version=2)) == (
        "2026 年度没有第 2 版公示书。请从列表中选择异议所针对的公示书。"
    )


def test_nothing_is_objected_to_before_a_notice_hangs(sample_desk):
    said = refused(NothingPosted, lambda: sample_desk.objections.counter(YEAR))
    assert said == "2026 年度的公示书还没有张贴，不能登记异议。张贴前收到的意见，请登记为情况反映。"


def test_nobody_takes_or_decides_an_objection_of_his_own_or_about_himself(office):
    said = refused(ReceiverIsObjector, lambda: registered(office, receiver="秦 生康", **ABOUT_J001))
    assert said == "秦生康 是这件异议的当事人，应当回避，不能接收。请由其他人接收，并填写其姓名。".replace(
        "秦生康", "秦 生康"
    )
    number = registered(office)
    entry = seen(office, number)
    said = refused(ReceiverIsObjector, lambda: office.desk.objections.accept(Actor("熊鹏"), YEAR, number, entry))
    assert said == "熊鹏 是 2026-异-001 的当事人，应当回避，不能办理这一件。请由其他人办理。"


def test_an_unsigned_paper_is_taken_down_and_not_accepted_before_it_is_signed(office):
    number = registered(office, signed=False)
    entry = seen(office, number)
    said = refused(ObjectionUnsigned, lambda: office.desk.objections.accept(CLERK, YEAR, number, entry))
    assert said == "异议 2026-异-001 的申请表没有 熊鹏 的签字，不能受理。请本人补签，再用“更正登记”勾选签字。"
    office.desk.objections.correct(CLERK, YEAR, number, office.file(), "本人补签", entry)
    office.desk.objections.accept(CLERK, YEAR, number, seen(office, number))
    assert office.desk.objections.card(YEAR, number).row.state is ObjectionState.ACCEPTED


# -- by when to answer ------------------------------------------------------------------------------------------------


def test_the_answer_is_due_five_working_days_after_the_receipt_or_as_the_office_set(office, actor):
    office.clock.now = at(15, 16)
    number = registered(office)
    assert office.desk.objections.card(YEAR, number).row.held.answer_by == date(2027, 1, 22)
    office.desk.settings.put(actor, ANSWER_DAYS, "7", "考评办法第二十条")
    assert office.desk.objections.check(YEAR, 1, office.clock.now).answer_by == date(2027, 1, 26)
    office.clock.now = at(20, 9)
    assert office.desk.objections.rows(YEAR)[0].days_left == 2
    office.clock.now = at(25, 9)
    assert office.desk.objections.rows(YEAR)[0].days_left == -1


def test_where_the_calendar_ends_the_day_to_answer_by_is_asked_for(tmp_path, template_sample_desk):
    office = posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10), held=False)
    office.clock.now = at(12, 9)
    checked = office.desk.objections.check(YEAR, 1, office.clock.now)
    assert what_follows(checked) == "2027 年的放假通知还没有导入，请填写答复期限。"
    assert refused(AnswerDayNeeded, lambda: registered(office)) == (
        "2027 年的放假通知还没有导入，算不出 5 个工作日后的答复期限。请在“系统”页导入，或在“答复期限”填写日期。"
    )
    assert refused(AnswerDayWrong, lambda: registered(office, answer_by=date(2027, 1, 12))) == (
        "答复期限 2027-01-12 不行：应在收到日期 2027-01-12 之后、2027-04-14 以前。请改正。"
    )
    registered(office, answer_by=date(2027, 1, 20))
    row = office.desk.objections.rows(YEAR)[0]
    assert (row.held.answer_by, row.days_left) == (date(2027, 1, 20), None)


# -- two at one file, slips, and no way round -------------------------------------------------------------------------


def test_two_secretaries_who_type_one_paper_register_it_once(office):
    office.clock.now = at(12, 10, 21)
    with office.another_window() as other:
        registered(office)
        said = refused(RegisteredAlready, lambda: other.objections.register(Actor("周敏"), YEAR, office.file()))
    assert said == (
        "这份异议已由 范伟雪 在 2027-01-12 10:21 登记为 2026-异-001（熊鹏，2027-01-12 10:21 收到）。"
        "没有重复登记，请打开那一件核对。"
    )


def test_who_saw_an_older_state_overwrites_nothing(office):
    number = registered(office)
    entry = seen(office, number)
    office.desk.objections.accept(CLERK, YEAR, number, entry)
    said = refused(ObjectionChanged, lambda: office.desk.objections.refuse(Actor("周敏"), YEAR, number, entry, "重复"))
    assert said == (
        "范伟雪 在 2027-01-11 10:00 改过异议 2026-异-001，现在是“已受理”。没有保存您的改动，请看过现在的内容再办理。"
    )


def test_a_slip_in_the_time_of_receipt_that_made_it_late_is_put_right_and_decided_anew(office):
    office.clock.now = at(18, 17, 55)
    number = registered(office, received=at(18, 17, 50))
    office.desk.objections.route(CLERK, YEAR, number, seen(office, number))
    right = office.file(received=at(18, 16, 50))
    said = refused(
        ObjectionReasonMissing,
        lambda: office.desk.objections.correct(CLERK, YEAR, number, right, "", seen(office, number)),
    )
    assert said == "没有填写理由。对异议 2026-异-001 不予受理或更正登记，都要写明理由。"
    office.desk.objections.correct(CLERK, YEAR, number, right, "误录为17时", seen(office, number), WITNESS)
    card = office.desk.objections.card(YEAR, number)
    assert (card.row.held.in_time, card.row.state) == (True, ObjectionState.RECEIVED)
    assert [step.verb for step in card.steps] == ["objection.register", "objection.route", "objection.correct"]


def test_a_slip_does_not_bring_a_paper_later_than_it_was_typed(office):
    number = registered(office)
    office.clock.now = at(14, 9)
    later = office.file(received=at(13, 9))
    refused(
        ReceivedLater, lambda: office.desk.objections.correct(CLERK, YEAR, number, later, "改", seen(office, number))
    )


def test_no_move_begins_where_another_ended_and_one_in_time_is_not_put_off(office):
    number = registered(office)
    objections = office.desk.objections
    assert refused(InTimeIsNotRouted, lambda: objections.route(CLERK, YEAR, number, seen(office, number))) == (
        "异议 2026-异-001 在公示期内收到，应在党组决定前答复，不能推到结果通知以后。请选择受理或不予受理。"
    )
    refused(ObjectionReasonMissing, lambda: objections.refuse(CLERK, YEAR, number, seen(office, number), " "))
    objections.refuse(CLERK, YEAR, number, seen(office, number), "不是考核结果")
    entry = seen(office, number)
    for act in (
        lambda: objections.accept(CLERK, YEAR, number, entry),
        lambda: objections.withdraw(CLERK, YEAR, number, entry, "申请"),
        lambda: objections.refuse(CLERK, YEAR, number, entry, "再次"),
    ):
        assert refused(ObjectionStands, act).startswith("异议 2026-异-001 的状态是“不予受理”，不能再")
    said = refused(
        ObjectionSettled, lambda: objections.correct(CLERK, YEAR, number, office.file(request="重算"), "改", entry)
    )
    assert said == "异议 2026-异-001 的状态是“不予受理”，登记内容不再更正。"
    assert refused(NoSuchObjection, lambda: objections.accept(CLERK, YEAR, 7, entry)) == (
        "2026 年度没有第 7 号异议。请从列表中选择。"
    )


# -- what 工作台 owes -------------------------------------------------------------------------------------------------


def lines_owed(office: PostedOffice) -> list[str]:
    """The lines of 工作台 that lead to 异议与复核, with what stands under each, but those of the window itself."""
    told = office.desk.overview(YEAR, office.clock.now.date()).owed
    return [
        f"{owed_title(each)}：{owed_detail(each)}"
        for each in told
        if each.page == "objections" and each.kind != "staff_desk"
    ]


def test_answers_are_owed_with_their_day_late_ones_to_be_routed_and_the_other_to_be_told(office):
    office.clock.now = at(15, 16)
    registered(office)
    registered(office, code="J006", **ABOUT_J001)
    office.clock.now = at(18, 17, 50)
    registered(office, code="J003")
    assert lines_owed(office) == [
        "2 件异议须答复：2026-异-001 熊鹏、2026-异-002 向栋",
        "1 件逾期异议待转结果通知后复核：2026-异-003 吴静",
        "1 人须被告知有人对其结果提出异议：秦生康：告知书上不写异议人姓名",
    ]
    office.clock.now = at(25, 9)
    assert lines_owed(office)[0] == (
        "2 件异议过了答复期限：2026-异-001 熊鹏、2026-异-002 向栋：期限 2027-01-22，党组决定前必须答复"
    )


def test_whom_to_tell_is_told_apart_from_a_namesake(office):
    registered(office, code="J003", matters=(Matter.OTHER,), other="J015")
    assert any("朱康（J015）" in each for each in lines_owed(office))


def test_a_letter_is_owed_until_it_is_said_what_became_of_it(office):
    office.desk.letters.register(CLERK, YEAR, Letter("材料不实", office.clock.now, "范伟雪"))
    assert lines_owed(office) == ["1 件情况反映待办理：2026-情-001"]
    office.desk.letters.handle(CLERK, YEAR, 1, "转督察部门", office.desk.letters.rows(YEAR)[0].entry)
    assert lines_owed(office) == []


def test_a_late_objection_is_in_time_once_the_window_is_lengthened_and_is_decided_anew(office):
    office.clock.now = at(18, 17, 50)
    number = registered(office)
    office.desk.objections.route(CLERK, YEAR, number, seen(office, number))
    lengthen(office)
    assert lines_owed(office) == [
        "公示延长后，1 件异议不再逾期：2026-异-001 熊鹏：请受理或不予受理，不能推到结果通知以后"
    ]
    same = office.file(received=at(18, 17, 50))
    office.desk.objections.correct(CLERK, YEAR, number, same, "公示延长", seen(office, number))
    card = office.desk.objections.card(YEAR, number)
    assert (card.row.held.in_time, card.row.state) == (True, ObjectionState.RECEIVED)
