"""A desk on which a little of everything was done: no table of facts stays empty, and something has ended."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from committee_desk.domain.committee import AgendaItem, Count, ItemKind, Member, MemberPost, Presence
from committee_desk.domain.evaluations import Cause, CauseFinding
from committee_desk.domain.leading import Charge
from committee_desk.domain.months import RoutineGrade
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import Line, MarkTyped
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.meeting_views import Called, Came, Counted, Declared
from committee_desk.services.opinion_views import Giver, Opinion
from committee_desk.services.report_views import ReportToKeep
from committee_desk.services.settings import CUT_OFF, MONTHS_GRADED, ON


def use_everything(desk: Desk, actor: Actor, folder: Path) -> None:
    """Acts of every subject on the sample office; `folder` is for the workbooks that they read."""
    for time in ("16:00", "16:30"):
        desk.settings.put(actor, CUT_OFF, time, "试")
    desk.relations.relate(actor, Relationship("J001", "", "J002", Kinship.SPOUSE))
    desk.relations.charge(actor, Charge("第一检察部", "J020", date(2026, 1, 1)))
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
    _meet(desk, actor)


def _meet(desk: Desk, actor: Actor) -> None:
    """The committee is appointed, meets on the list of grades (on whatever is proposed by then) and passes it."""
    for code in ("J020", "X001", "X003", "X004", "X005"):
        post = MemberPost.CHAIR if code == "J020" else MemberPost.MEMBER
        desk.committee.appoint(actor, Member("", post, date(2025, 1, 1), None, "检党〔2025〕1号", code))
    item = AgendaItem("1", ItemKind.GRADES, "审议年度考核等次建议")
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


def _an_acquittal(folder: Path) -> Path:
    """A workbook with one case that ended so."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("案号", "案件类别", "承办检察官工号", "受理日期", "审结日期", "处理结果"))
    sheet.append(("检〔2026〕901号", "审查起诉", "J001", "2026-01-05", "2026-05-02", "宣告无罪"))
    book.save(folder / "案件.xlsx")
    return folder / "案件.xlsx"
