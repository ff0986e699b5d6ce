"""A desk on which a little of everything was done: no table of facts stays empty, and something has ended."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from committee_desk.domain.committee import AgendaItem, Count, ItemKind, Member, MemberPost, Presence
from committee_desk.domain.evaluations import Cause, CauseFinding
from committee_desk.domain.leading import Charge
from committee_desk.domain.months import RoutineGrade
from committee_desk.domain.notice import Receiving
from committee_desk.domain.objections import Matter
from committee_desk.domain.people import Category
from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind, Motion, ProceedingKind
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.scores import Grade
from committee_desk.paths import resource
from committee_desk.services import grading_views
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import Line, MarkTyped
from committee_desk.services.grading_views import AbilityReview
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.letter_views import Letter
from committee_desk.services.meeting_views import Called, Came, Counted, Declared
from committee_desk.services.objection_views import Filing
from committee_desk.services.opinion_views import Giver, Opinion
from committee_desk.services.proceeding_views import Found, Heard, Opening
from committee_desk.services.publication_views import HungNotice
from committee_desk.services.report_views import ReportToKeep
from committee_desk.services.round_views import TypedLook
from committee_desk.services.scheme_views import Adoption
from committee_desk.services.settings import CUT_OFF, MONTHS_GRADED, ON
from tests.services.rounds_held import SECOND, count_in, drafted, everybody, opened
from tests.services.turnouts import turn_out


def use_everything(desk: Desk, actor: Actor, folder: Path) -> None:
    """Acts of every subject on the sample office; `folder` is for the workbooks that they read."""
    for time in ("16:00", "16:30"):
        desk.settings.put(actor, CUT_OFF, time, "试")
    desk.relations.relate(actor, Relationship("J001", "", "J002", Kinship.SPOUSE))
    desk.relations.charge(actor, Charge("第一检察部", "J020", date(2026, 1, 1)))
    desk.schemes.adopt(actor, 2026, Category.PROSECUTOR, Adoption("考委1号", date(2026, 1, 20)), None)
    desk.schemes.begin(actor, 2026)
    desk.reports.put(actor, 2026, ReportToKeep("J001", date(2026, 12, 20), "述职"), None)
    desk.opinions.put(actor, 2026, Opinion("周国强", Giver.DEPUTY, date(2026, 11, 5), "公正", "J001"), None, None)
    desk.entry.mark(actor, 2026, 12, MarkTyped("J001", "skill", "0.5"))
    desk.entry.put_line(actor, 2026, 12, Line("bonus", 1, "甲", "政1号", "主任"))
    desk.imports.carry_out(actor, Kind.CASES, _an_acquittal(folder), 2026)
    found = CauseFinding("检〔2026〕901号", Cause.LAW, "考委1号", date(2026, 12, 31), "认识分歧")
    desk.evaluations.find_cause(actor, found, None)
    leave_book = resource("samples", "office") / "请假.xlsx"
    own = {column.key: column.letter for column in desk.mappings.propose(Kind.LEAVE, leave_book).outline.columns}
    desk.mappings.remember(actor, Kind.LEAVE, leave_book, {name: own[name] for name in ("工号", "种类", "起", "止")})
    leave = next(each for each in desk.imports.history() if each.kind == "leave")
    desk.imports.take_back(actor, leave.entry, "误导入")
    desk.settings.put(actor, MONTHS_GRADED, ON, "试")
    desk.quarters.give(actor, 2026, 1, "J001", RoutineGrade.GOOD, "办案突出")
    desk.months.close(actor, 2026, 1, "试")
    desk.months.publish(actor, 2026, 1)
    _hold_rounds(desk, actor)
    _propose(desk, actor)
    _meet(desk, actor)
    desk.grading.approve(actor, 2026, 1)
    _publish(desk, actor, folder)
    _take_a_letter(desk, actor)
    _take_objections(desk, actor)
    _re_review(desk, actor)


def _hold_rounds(desk: Desk, actor: Actor) -> None:
    """A round of the administrative staff is void, held again and counted, and the committee looks into a question."""
    void = opened(desk, actor, drafted(desk, actor, category=Category.ADMINISTRATIVE))
    count_in(desk, actor, void, everybody(desk, void, 88))
    desk.rounds.void(actor, 2026, void, "票箱被打开过", SECOND)
    again, _ = desk.rounds.rerun(actor, 2026, void)
    opened(desk, actor, again)
    count_in(desk, actor, again, everybody(desk, again, 86))
    desk.rounds.close(actor, 2026, again, SECOND)
    flag = desk.rounds.statistics(2026, again).flags[0].name
    desk.rounds.look(actor, 2026, again, TypedLook(flag, "委员会", date(2027, 1, 5), "逐票看过，未发现异常"))


def _propose(desk: Desk, actor: Actor) -> None:
    """The bottom is reviewed, one departs from the proposal, a decision on places is recorded, and the list is laid."""
    for row in desk.grading.view(2026).rolls[0].rows:
        if row.awaits_review:
            told = ("排名在后", ("薛评",), ("案卷",), "抽查三件", grading_views.Opinion.FIT, date(2027, 1, 6))
            desk.grading.review(actor, 2026, AbilityReview(row.code, *told))
    desk.grading.choose(actor, 2026, "J012", Grade.BASIC, "两次被通报")
    desk.grading.assign_left_over(actor, 2026, Category.PROSECUTOR, 0, "纪要1号", date(2027, 1, 7))
    turn_out(desk, actor)
    desk.grading.propose(actor, 2026, "按现有数据提名")


def _meet(desk: Desk, actor: Actor) -> None:
    """The committee is appointed, meets on the list of grades (on whatever is proposed by then) and passes it."""
    for code in ("J020", "X001", "X003", "X004", "X005"):
        post = MemberPost.CHAIR if code == "J020" else MemberPost.MEMBER
        desk.committee.appoint(actor, Member("", post, date(2025, 1, 1), None, "检党〔2025〕1号", code))
    laid = desk.grading.in_force(2026)
    listed = tuple(each.code for each in laid.people) if laid else ()
    item = AgendaItem("1", ItemKind.GRADES, "审议年度考核等次建议", listed)
    desk.meetings.call(actor, 2026, Called(desk.clock(), "三楼会议室", (item,)))

    def seen() -> int:
        return desk.meetings.rows(2026)[-1].entry

    came = dict.fromkeys(("J020", "X001", "X003", "X004", "X005"), Came(Presence.PRESENT))
    desk.meetings.presence(actor, 2026, 1, came, seen())
    desk.meetings.declare(actor, 2026, 1, Declared("1", "X004", "", "受托保管材料", "闫峰"), seen())
    desk.meetings.open(actor, 2026, 1, "孙丽", seen())
    for ayes, why in ((3, ""), (4, "少计一张")):
        for each in desk.meetings.questions(2026, 1, "1"):
            counted = Counted(Count(ayes, 0, 0))
            desk.meetings.vote(actor, 2026, 1, "1", each.question.subject, counted, seen(), why)
    desk.meetings.close(actor, 2026, 1, "检考委〔2027〕1号", "听取了政治部的汇报。", seen())


def _take_objections(desk: Desk, actor: Actor) -> None:
    """One about another's result, whom it is told to, and one that is withdrawn and raised anew on new facts."""

    def seen(number: int) -> int:
        return desk.objections.card(2026, number).row.held.entry

    about = (Matter.OTHER, Matter.GRADE)
    told = Filing("J005", 1, about, "材料重复申报", desk.clock(), "范伟雪", "复印件1份", "重新核定", other="J001")
    desk.objections.register(actor, 2026, told)
    desk.objections.inform_other(actor, 2026, 1, seen(1), "当面送达")
    desk.objections.accept(actor, 2026, 1, seen(1), "材料齐全")
    own = Filing("J006", 1, (Matter.SCORE,), "评查等次有误", desk.clock(), "范伟雪")
    desk.objections.register(actor, 2026, own)
    desk.objections.withdraw(actor, 2026, 2, seen(2), "撤回申请", "已说明")
    desk.objections.register(actor, 2026, own._replace(new_facts="评查等次已更正"))


def _re_review(desk: Desk, actor: Actor) -> None:
    """The objection about another's result is examined by two who have no part in it, who find nothing otherwise."""
    today = desk.clock().date()

    def seen() -> int:
        return desk.proceedings.card(2026, 1).row.held.entry

    challenged = (Challenge(ChallengeKind.INDICATOR, ("J001", "quantity")),)
    opening = Opening(ProceedingKind.OBJECTION, 1, challenged, ("J007", "J008"))
    desk.proceedings.open(actor, 2026, opening)
    desk.proceedings.appoint(actor, 2026, 1, ("J007", "J012"), "出差", seen())
    for code in ("J007", "J012"):
        desk.proceedings.declare(actor, 2026, 1, code, today, seen(), "无应当回避的情形")
    desk.proceedings.hear(actor, 2026, 1, Heard("J001", today, "没有意见", "孙丽"), seen())
    lecture = ("J001", "skill", "2026-05-08", "政9号", "授课")
    share = Found(ChangeKind.NEW_EVENT, lecture, "points", "0.5", "漏登", "课表")
    desk.proceedings.find(actor, 2026, 1, "补登一项。", (share,), seen())
    desk.proceedings.lay(actor, 2026, 1, Motion.CHANGE, "漏登属实", seen())
    desk.proceedings.find(actor, 2026, 1, "所称漏登查无实据。", (), seen())
    desk.proceedings.lay(actor, 2026, 1, Motion.UPHOLD, "原得分无误", seen())


def _take_a_letter(desk: Desk, actor: Actor) -> None:
    """A letter comes, and it is said what became of it."""
    desk.letters.register(actor, 2026, Letter("反映加分材料不实", desk.clock(), "范伟雪", "某群众", "J001"))
    desk.letters.handle(actor, 2026, 1, "转督察部门核实", desk.letters.rows(2026)[0].entry)


def _publish(desk: Desk, actor: Actor, folder: Path) -> None:
    """The notice is posted, taken down, hung again and corrected. Nobody can close it: its days have not come."""
    desk.imports.carry_out(actor, Kind.CALENDAR, _a_calendar_of_2027(folder), 2026)
    two, now = ("范伟雪", "彭强涛"), desk.clock()
    plan = desk.publication.plan(2026)
    hung = HungNotice("一楼公告栏", now, two, "001")
    receiving = Receiving("政治部", "办公楼412室", "0000-5512", "范伟雪")
    desk.publication.post(actor, 2026, replace(plan, receiving=receiving, places=(hung.place,), hung=(hung,)))
    desk.publication.correct_slip(actor, 2026, "phone", "0000-5521", "电话印错")
    desk.publication.lengthen(actor, 2026, 6, "临近春节")


def _a_calendar_of_2027(folder: Path) -> Path:
    """The State Council's notice of 2027 is not out: this one says so."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("日期", "类型", "名称", "文号"))
    for each in ("01-01", "02-05", "02-06", "02-07", "05-01", "10-01"):
        sheet.append((f"2027-{each}", "休", "试验", "试验用放假安排，非国务院通知"))
    book.save(folder / "节假日.xlsx")
    return folder / "节假日.xlsx"


def _an_acquittal(folder: Path) -> Path:
    """A workbook with one case that ended so."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("案号", "案件类别", "承办检察官工号", "受理日期", "审结日期", "处理结果"))
    sheet.append(("检〔2026〕901号", "审查起诉", "J001", "2026-01-05", "2026-05-02", "宣告无罪"))
    book.save(folder / "案件.xlsx")
    return folder / "案件.xlsx"
