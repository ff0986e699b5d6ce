"""The closing of the demonstration's year, act by act, through the same verbs that the window calls.

What makes the closing of a year hard happens once: assistants equal at the last place, settled by the committee's vote;
somebody at the bottom, reviewed first; members who leave the room for their own files and their relatives'; a notice
taken down a day early; an objection on a made-up Saturday, and one on the last day after hours. No figure of a
prosecutor changes. Everybody's papers and numbers are the demonstration's own.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from committee_desk.demonstrated_meetings import MINUTES, Meetings
from committee_desk.demonstrated_year import CHIEF, OPEN_MONTH, REPORT
from committee_desk.domain.committee import NEITHER, AgendaItem, ItemKind, Member, MemberPost
from committee_desk.domain.leading import Charge
from committee_desk.domain.notice import Receiving
from committee_desk.domain.objections import Matter
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import Line, MarkTyped
from committee_desk.services.grading_views import AbilityReview, Opinion, Settlement
from committee_desk.services.imports import Kind
from committee_desk.services.objection_views import Filing
from committee_desk.services.publication_views import HungNotice, TakenDown
from committee_desk.services.report_views import ReportToKeep
from committee_desk.services.round_views import TypedTurnout
from committee_desk.services.second import Second

MEMBERS = (
    (CHIEF, MemberPost.CHAIR),
    ("J001", MemberPost.DEPUTY),
    ("J004", MemberPost.MEMBER),
    ("X001", MemberPost.MEMBER),
    ("X003", MemberPost.MEMBER),
    ("X006", MemberPost.MEMBER),
    ("X008", MemberPost.MEMBER),
)
"""Seven; X003 is married to J010, whom the list is about."""
APPOINTED, APPOINTMENT = date(2026, 1, 4), "演示党〔2026〕1号"
ASSISTANTS, STAFF = Category.ASSISTANT, Category.ADMINISTRATIVE
EQUALS, CHOSEN = ("F002", "F005", "F007"), ("F002", "F005")
WORK = (("a_duties", "7"), ("a_quality", "3.5"), ("a_skill", "3"))
"""What brings each of the three to the same total, above the line of 优秀."""
STAFF_DEPARTMENTS = ("政治部", "办公室", "计财科")
LAST_IN_RANK = "排名末位，按“先评审、后定等次”提请评审"
BOARD, SECOND_BOARD = "一楼公告栏", "内网公告栏"
POSTERS = ("范伟雪", "彭强涛")
HANDLER = "范伟雪"
RECEIVING = Receiving("政治部", "办公楼 305 室", "0000-5512", HANDLER)
OBJECTOR, LATE_OBJECTOR = "J013", "J005"
CONFIRMED_BY = Second("复核人")
TURNOUT = {
    BallotClass.A: TypedTurnout(3, 3, 3, 3),
    BallotClass.B: TypedTurnout(6, 6, 6, 6),
    BallotClass.C: TypedTurnout(15, 14, 14, 14),
}
"""应到, 实到, 发出, 收回 of the rating whose ballots the sample workbook holds."""


def close_the_year(desk: Desk, actor: Actor, year: int) -> None:
    """Carry the year on from a December still open to a closed window."""
    closing = _Closing(desk, actor, year)
    closing.to_the_notice()
    closing.to_the_end()


def finish_the_figures(desk: Desk, actor: Actor, year: int) -> None:
    """Bring December, the marks and the committee in: everything that grading starts from."""
    _Closing(desk, actor, year).finish_the_figures()


def hang_the_notice(desk: Desk, actor: Actor, year: int) -> None:
    """Carry the year on from a December still open to a notice that hangs."""
    _Closing(desk, actor, year).to_the_notice()


def papers_of(desk: Desk, actor: Actor, year: int, folder: Path) -> tuple[Path, ...]:
    """The papers of the closing: what the committee had before it, what hung, what the counter handed out."""
    grading, meetings, notice, counter = (
        desk.grading_papers, desk.meeting_papers, desk.publication, desk.objection_papers,
    )  # fmt: skip
    (last,) = (review.code for roll in desk.grading.view(year).rolls for row in roll.rows if (review := row.review))
    held = [each.held.number for each in desk.meetings.rows(year)]
    versions = desk.publication.view(year).versions
    drawn = {
        "考核得分汇总排名表": grading.ranking(actor, year),
        "等次建议名册": grading.roll(actor, year),
        "业务能力评审意见表": grading.review(actor, year, last),
        **{f"第{number}次会议记录": meetings.minutes(actor, year, number) for number in held},
        "回避登记表": meetings.register(actor, year, max(held)),
        **{f"公示书第{each.version}版": notice.notice(actor, year, each.version) for each in versions},
        **{f"张贴记录第{each.version}版": notice.record(actor, year, each.version) for each in versions},
        **{
            f"第{each.version}版补充公告{note.number}": notice.note(actor, year, each.version, note.number)
            for each in versions
            for note in each.notes
        },
        "异议回执": counter.receipt(actor, year, 1),
        "异议台账": counter.register(actor, year),
        "个人得分说明": counter.own_score(actor, year, OBJECTOR),
    }
    folder.mkdir()
    for name, paper in drawn.items():
        (folder / f"{name}.pdf").write_bytes(paper)
    return tuple(folder / f"{name}.pdf" for name in drawn)


class _Closing:
    """One walk through the closing, with the demonstration's clock."""

    def __init__(self, desk: Desk, actor: Actor, year: int) -> None:
        self._desk, self._actor, self._year = desk, actor, year
        self._meetings = Meetings(desk, actor, year)

    def to_the_notice(self) -> None:
        """From December to the notice that hangs."""
        self.finish_the_figures()
        self._at(datetime(2027, 1, 14, 9, 0, tzinfo=CHINA))
        self._take_the_last_reports()
        self._settle_the_incomplete()
        self._settle_the_tie()
        self._review_the_last()
        self._at(datetime(2027, 1, 18, 10, 0, tzinfo=CHINA))
        self._desk.grading.propose(self._actor, self._year)
        self._approve()
        self._publish()

    def to_the_end(self) -> None:
        """From the notice to the closed window, with what comes to the counter."""
        self._take_objections()
        self._at(self._ends_at() + timedelta(hours=1, minutes=30))
        self._desk.publication.close(self._actor, self._year, self._desk.clock().date(), CONFIRMED_BY)
        for place in (BOARD, SECOND_BOARD):
            down = TakenDown(place, self._desk.clock(), POSTERS)
            self._desk.publication.take_down(self._actor, self._year, down)

    # -- figures ---------------------------------------------------------------------------------------------------

    def finish_the_figures(self) -> None:
        """December, the marks of assistants and staff, and who sits on the committee."""
        self._finish_december()
        self._mark_the_others()
        self._turn_out()
        self._appoint()

    def _finish_december(self) -> None:
        """Drafts without a paper go; the three equal assistants' work comes in; the last month is published."""
        desk, actor, year = self._desk, self._actor, self._year
        for row in desk.entry.rows(year, OPEN_MONTH).drafts:
            if row.number is not None:
                desk.entry.withdraw(actor, row.number, "佐证材料未交")
        for indicator, _ in WORK:
            line = Line(indicator, 1, "专项工作突出", "演示〔2026〕12号", "分管领导")
            desk.entry.put_line(actor, year, OPEN_MONTH, line, ASSISTANTS)
        marks = [MarkTyped(code, indicator, points) for code in EQUALS for indicator, points in WORK]
        desk.entry.block(actor, year, OPEN_MONTH, marks, ASSISTANTS)
        desk.months.close(actor, year, OPEN_MONTH, "样例数据按现状公布")
        desk.months.publish(actor, year, OPEN_MONTH)

    def _mark_the_others(self) -> None:
        """The chief's marks of assistants and staff, whom the sample workbooks leave out."""
        for department in STAFF_DEPARTMENTS:
            self._desk.relations.charge(self._actor, Charge(department, CHIEF, date(2026, 1, 1)))
        for row in self._desk.marks.rows(self._year):
            if row.category in {ASSISTANTS, STAFF}:
                mark = Decimal(90) if row.code in EQUALS else Decimal(86 + int(row.code[-1]) % 3)
                self._desk.marks.enter(self._actor, self._year, row.code, CHIEF, mark, "履职情况较好", None)

    def _turn_out(self) -> None:
        """Who came to the rating whose ballots a workbook brought: one of 其他人员 was away, one slip was invalid."""
        self._desk.imported_rounds.count(self._actor, self._year, TURNOUT)

    def _take_the_last_reports(self) -> None:
        """Who still owed a duty report hands it in: nothing is missing any more when the list is proposed."""
        today = self._desk.clock().date()
        for row in self._desk.reports.rows(self._year):
            if row.missing:
                self._desk.reports.put(self._actor, self._year, ReportToKeep(row.code, today, REPORT), None)

    # -- the committee ---------------------------------------------------------------------------------------------

    def _appoint(self) -> None:
        for code, post in MEMBERS:
            member = Member("", post, APPOINTED, None, APPOINTMENT, code)
            self._desk.committee.appoint(self._actor, member)

    def _settle_the_incomplete(self) -> None:
        """Where nobody voted on assistants and staff, the leaders' marks stand for both, by decision."""
        for each in self._desk.grading.view(self._year).incomplete:
            self._desk.grading.settle_incomplete(
                self._actor,
                self._year,
                each.code,
                Settlement.HAND_OVER,
                "本年度未对该类人员组织民主测评",
                "检考评委〔2026〕6号",
                date(2026, 12, 28),
            )

    def _settle_the_tie(self) -> None:
        """Three are equal at the last of two places: the committee votes on each, and that decides."""
        (tie,) = (each.tie for each in self._desk.grading.view(self._year).rolls if each.tie)
        item = AgendaItem("1", ItemKind.TIE, "检察辅助人员优秀名额平票", tie.equals)
        number = self._meetings.meet(item, against={*tie.equals, NEITHER} - set(CHOSEN))
        today = self._desk.clock().date()
        minutes = MINUTES.format(number=number)
        self._desk.grading.decide_tie(self._actor, self._year, tie.category, CHOSEN, number, minutes, today)

    def _review_the_last(self) -> None:
        for roll in self._desk.grading.view(self._year).rolls:
            for row in roll.rows:
                if row.awaits_review:
                    review = AbilityReview(
                        row.code,
                        LAST_IN_RANK,
                        ("秦生康", "薛一红"),
                        ("案卷 3 件", "庭审 1 次", "文书 5 份"),
                        "办案程序规范，文书说理尚可加强。",
                        Opinion.FIT,
                        self._desk.clock().date(),
                    )
                    self._desk.grading.review(self._actor, self._year, review)

    def _approve(self) -> None:
        listed = self._desk.grading.in_force(self._year)
        about = tuple(each.code for each in listed.people) if listed else ()
        item = AgendaItem("1", ItemKind.GRADES, "审议年度考核等次建议", about)
        number = self._meetings.meet(item)
        self._desk.grading.approve(self._actor, self._year, number, "1")

    # -- the notice ------------------------------------------------------------------------------------------------

    def _publish(self) -> None:
        """Posted on a Monday for five working days, the last of them a made-up Saturday."""
        self._at(datetime(2027, 1, 25, 9, 10, tzinfo=CHINA))
        now = self._desk.clock()
        hung = tuple(HungNotice(place, now, POSTERS) for place in (BOARD, SECOND_BOARD))
        plan = self._desk.publication.plan(self._year)
        plan = replace(plan, places=(BOARD, SECOND_BOARD), hung=hung, receiving=RECEIVING)
        self._desk.publication.post(self._actor, self._year, plan)

    def _take_objections(self) -> None:
        """A decision of the year before arrives, and the notice is taken down a day early; one objection comes on the
        made-up Saturday, one too late."""
        desk, actor, year = self._desk, self._actor, self._year
        self._at(datetime(2027, 1, 29, 11, 0, tzinfo=CHINA))
        desk.imports.carry_out(actor, Kind.SANCTIONS, resource("samples", "late", "处分.xlsx"), year)
        self._at(datetime(2027, 1, 29, 17, 40, tzinfo=CHINA))
        desk.publication.take_down(actor, year, TakenDown(BOARD, desk.clock(), POSTERS, "公告栏检修"))
        self._at(datetime(2027, 1, 30, 9, 5, tzinfo=CHINA))
        desk.publication.record_posting(actor, year, HungNotice(BOARD, desk.clock(), POSTERS))
        saturday = datetime(2027, 1, 30, 10, 21, tzinfo=CHINA)
        grounds = "465 号案评查等次有误，典型案例入选未加分，请求复核得分和名次。"
        self._file(OBJECTOR, (Matter.SCORE, Matter.RANK), saturday, grounds)
        late = self._ends_at() + timedelta(minutes=20)
        self._file(LATE_OBJECTOR, (Matter.GRADE,), late, "对等次有不同意见，请求复核。")

    def _file(self, code: str, matters: tuple[Matter, ...], received: datetime, grounds: str) -> None:
        """What came to the counter at that moment is typed five minutes later; what came late is routed on."""
        self._at(received + timedelta(minutes=5))
        objections = self._desk.objections
        version = objections.counter(self._year).notices[0].version
        filing = Filing(code, version, matters, grounds, received, RECEIVING.handler, evidence="书面说明 1 份")
        objections.register(self._actor, self._year, filing)
        row = objections.rows(self._year)[-1]
        taken = objections.accept if row.held.in_time else objections.route
        taken(self._actor, self._year, row.held.number, row.held.entry, "")

    def _ends_at(self) -> datetime:
        return self._desk.publication.view(self._year).versions[-1].window.closes_at

    def _at(self, moment: datetime) -> None:
        self._meetings.at(moment)
