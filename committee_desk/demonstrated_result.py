"""The end of the demonstration's year, act by act, through the same verbs that the window calls.

What makes the end of a year hard happens once: an objection that raises somebody to a place and pushes another out of
优秀; a decision on a person that arrives after the posting; both published again with a window of their own; somebody
who refuses to sign, somebody who learns of the result abroad, an objection that came too late and is answered as 复核.
Everybody's papers and numbers are the demonstration's own.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from committee_desk.demonstrated_closing import (
    BOARD,
    CONFIRMED_BY,
    HANDLER,
    LATE_OBJECTOR,
    OBJECTOR,
    POSTERS,
    SECOND_BOARD,
)
from committee_desk.demonstrated_meetings import Meetings
from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind, Motion, ProceedingKind
from committee_desk.domain.results import Means, Opinion
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.proceeding_views import Found, Heard, Opening, Serving
from committee_desk.services.publication_views import HungNotice, TakenDown
from committee_desk.services.result_views import Decided, Served, Signed

EXAMINERS = ("彭强涛", "郝文俊")
WITNESSES = ("彭强涛", "郝文俊")
CASE, TYPICAL = "XX检刑诉受〔2026〕465号", "演示高检办〔2026〕88号"
FOUND = (
    Found(ChangeKind.REVIEW, (CASE,), "grade", "合格", "评查等次有误", "案管部门评查底稿 3 份"),
    Found(
        ChangeKind.NEW_EVENT, (OBJECTOR, "bonus", "2026-12-01", TYPICAL, "最高检典型案例入选"), "points", "2.57",
        "典型案例入选未加分", TYPICAL,
    ),
)  # fmt: skip
SANCTIONED = "J014"
REFUSING, ABROAD = "J007", "J003"
REVIEW_PAPER, CORRECTION_PAPER = "检考评复〔2027〕1号", "检考评更〔2027〕1号"
UPHELD_PAPER, PARTY_PAPER = "检考评复〔2027〕2号", "演示党〔2027〕3号"


def conclude(desk: Desk, actor: Actor, year: int) -> None:
    """Carry the year on from a closed window to its archive."""
    ending = _Ending(desk, actor, year)
    ending.correct()
    ending.re_review()
    ending.publish_again()
    ending.decide_and_serve()
    ending.answer_the_late_one()
    ending.seal_and_archive()


def examine_the_objection(desk: Desk, actor: Actor, year: int) -> None:
    """Carry the year on from a closed window to a re-review whose changes are found, with no motion laid yet."""
    ending = _Ending(desk, actor, year)
    ending.correct()
    ending.examine()


def papers_of(desk: Desk, actor: Actor, year: int, folder: Path) -> tuple[Path, ...]:
    """The papers of the end: what the committee had before it, what was decided, told and served, what is public."""
    papers, correction, review = desk.result_papers, 1, 2
    drawn = {
        "复核材料.pdf": papers.material(actor, year, review),
        "复核决定书.pdf": papers.decision(actor, year, review),
        "更正决定书.pdf": papers.decision(actor, year, correction),
        "告知书.pdf": papers.informing(actor, year, review, _pushed_out(desk, year, review)),
        "结果通知书.pdf": papers.notice(actor, year, OBJECTOR),
        "拒签人员结果通知书.pdf": papers.notice(actor, year, REFUSING),
        "复核申诉台账.pdf": papers.review_register(actor, year),
        "决定与送达台账.pdf": papers.result_register(actor, year),
        "公开版.pdf": desk.public_edition.pdf(actor, year),
        "公开版.html": desk.public_edition.html(actor, year),
    }
    folder.mkdir()
    for name, paper in drawn.items():
        (folder / name).write_bytes(paper)
    return tuple(folder / name for name in drawn)


def _pushed_out(desk: Desk, year: int, number: int) -> str:
    effects = desk.effects.kept(year, number)
    return effects.loses[0] if effects is not None else OBJECTOR


class _Ending:
    """One walk through the end, with the demonstration's clock."""

    def __init__(self, desk: Desk, actor: Actor, year: int) -> None:
        self._desk, self._actor, self._year = desk, actor, year
        self._meetings = Meetings(desk, actor, year)

    # -- re-review -------------------------------------------------------------------------------------------------

    def examine(self) -> int:
        """The objection is examined by others than those who judged; what they found says what it would change."""
        source = next(each.held.number for each in self._desk.objections.rows(self._year) if each.held.in_time)
        challenged = (Challenge(ChallengeKind.REVIEW, (CASE,)), Challenge(ChallengeKind.INDICATOR, (OBJECTOR, "bonus")))
        opening = Opening(ProceedingKind.OBJECTION, source, challenged, EXAMINERS)
        number = self._opened(opening)
        self._desk.proceedings.find(
            self._actor, self._year, number, "调阅 465 号案评查底稿和典型案例入选通知，异议所提两项属实。", FOUND,
            self._seen(number),
        )  # fmt: skip
        return number

    def re_review(self) -> None:
        """The objection is examined, voted on and granted; everybody whom it moves is told."""
        self._decide(self.examine(), REVIEW_PAPER, "评查等次和加分确有错漏，应当变更。")

    def correct(self) -> None:
        """The decision that came late freezes one person: heard, and decided on anew."""
        self._go_on(days=1, at=time(9, 0))
        challenged = (Challenge(ChallengeKind.STANDING, (SANCTIONED,)),)
        basis = "检务督察部门 2027年1月29日移送的处分决定"
        number = self._opened(Opening(ProceedingKind.CORRECTION, None, challenged, EXAMINERS, basis, SANCTIONED))
        heard = Heard(SANCTIONED, self._today, "对处分决定没有异议。", HANDLER)
        self._desk.proceedings.hear(self._actor, self._year, number, heard, self._seen(number))
        self._desk.proceedings.find(
            self._actor, self._year, number, "处分决定在考核年度内作出，公示后收到。", (), self._seen(number)
        )
        self._decide(number, CORRECTION_PAPER, "依照处分对考核的影响，重新确定。")

    def _opened(self, opening: Opening) -> int:
        proceedings = self._desk.proceedings
        number = proceedings.open(self._actor, self._year, opening).number
        for name in opening.examiners:
            proceedings.declare(self._actor, self._year, number, name, self._today, self._seen(number))
        return number

    def _decide(self, number: int, document: str, reasons: str, motion: Motion = Motion.CHANGE) -> None:
        """The motion is laid, voted on and carried out; the decision is served, everybody moved is told."""
        desk, actor, year = self._desk, self._actor, self._year
        desk.proceedings.lay(actor, year, number, motion, reasons, self._seen(number))
        held, effects = desk.proceedings.card(year, number).row.held, desk.effects.kept(year, number)
        people = dict.fromkeys((held.code, held.about, *(effects.regraded if effects else ())))
        self._go_on(minutes=30)
        item = AgendaItem("1", ItemKind.REVIEW, f"{held.label} 复核意见", tuple(people))
        meeting = self._meetings.meet(item)
        desk.effects.decide(actor, year, number, document, meeting, item.id, self._today, CONFIRMED_BY)
        for row in desk.effects.informings(year, number):
            desk.effects.told(actor, year, number, row.held.code, "当面送达告知书", self._today)
        serving = Serving(self._today, Means.DIRECT, HANDLER)
        desk.proceedings.serve(actor, year, number, serving, self._seen(number))

    # -- the second window -----------------------------------------------------------------------------------------

    def publish_again(self) -> None:
        """Those alone whose grade is another hang anew, with a full window of their own."""
        desk, actor, year = self._desk, self._actor, self._year
        self._go_on(days=1, at=time(9, 10))
        hung = tuple(HungNotice(place, desk.clock(), POSTERS) for place in (BOARD, SECOND_BOARD))
        plan = replace(desk.publication.plan(year), hung=hung, why="复核和更正改变了三人的等次")
        desk.publication.post(actor, year, plan)
        self._at(desk.publication.view(year).versions[-1].window.closes_at + timedelta(hours=1))
        desk.publication.close(actor, year, self._today, CONFIRMED_BY)
        for place in (BOARD, SECOND_BOARD):
            desk.publication.take_down(actor, year, TakenDown(place, desk.clock(), POSTERS))

    # -- decision, notice, signature -------------------------------------------------------------------------------

    def decide_and_serve(self) -> None:
        """The 院党组 decides on everybody; one is abroad and learns of it later, one refuses to sign."""
        desk, actor, year = self._desk, self._actor, self._year
        self._go_on(days=1, at=time(10, 0))
        codes = tuple(row.code for row in desk.results.view(year).rows if row.decidable)
        desk.results.decide(actor, year, Decided(self._today, PARTY_PAPER, codes), self._today, CONFIRMED_BY)
        self._go_on(days=1, at=time(9, 30))
        rows = desk.results.view(year).rows
        seen = {row.code: row.entry for row in rows}
        for row in rows:
            if row.code not in {REFUSING, ABROAD}:
                server = EXAMINERS[0] if row.name == HANDLER else HANDLER  # nobody serves the own notice
                self._serve_and_sign(row.code, Served(Means.DIRECT, self._today, server), row.entry)
        refused = Signed(Opinion.REFUSED, self._today, WITNESSES, "认为得分偏低，拒绝签字")
        desk.results.sign(actor, year, REFUSING, 1, refused, seen[REFUSING])
        self._go_on(days=6, at=time(15, 0))
        proof = "本人传真回执，2027年收讫"
        known = self._today - timedelta(days=1)
        self._serve_and_sign(ABROAD, Served(Means.OTHER, known, HANDLER, proof=proof), seen[ABROAD])

    def _serve_and_sign(self, code: str, served: Served, seen: int) -> None:
        results = self._desk.results
        change = results.serve(self._actor, self._year, code, 1, served, seen)
        signed = Signed(Opinion.AGREE, self._today)
        results.sign(self._actor, self._year, code, 1, signed, change.entry or seen)

    def answer_the_late_one(self) -> None:
        """The objection that came after the cut-off is taken up as 复核, examined and found baseless."""
        desk, actor, year = self._desk, self._actor, self._year
        late = next(each.held.number for each in desk.objections.rows(year) if not each.held.in_time)
        application = desk.applications.take_over(actor, year, late, HANDLER).number
        desk.applications.accept(actor, year, application, desk.applications.card(year, application).row.held.entry)
        challenged = (Challenge(ChallengeKind.INDICATOR, (LATE_OBJECTOR, "quantity")),)
        number = self._opened(Opening(ProceedingKind.APPLICATION, application, challenged, EXAMINERS))
        self._desk.proceedings.find(
            actor, year, number, "逐案核对办案数量，与统一业务应用系统一致。", (), self._seen(number)
        )
        self._decide(number, UPHELD_PAPER, "申请所提事项没有事实依据，应当维持。", Motion.UPHOLD)

    # -- the sheets ------------------------------------------------------------------------------------------------

    def seal_and_archive(self) -> None:
        """Every sheet is sealed, and the year's file is closed."""
        desk, actor, year = self._desk, self._actor, self._year
        desk.certificates.for_demonstration(actor)
        desk.signing.seal(actor, year, None, "")
        self._go_on(minutes=30)
        desk.results.archive(actor, year, self._today, CONFIRMED_BY)

    # -- the clock -------------------------------------------------------------------------------------------------

    @property
    def _today(self) -> date:
        return self._desk.clock().astimezone(CHINA).date()

    def _seen(self, number: int) -> int:
        return self._desk.proceedings.card(self._year, number).row.held.entry

    def _at(self, moment: datetime) -> None:
        self._meetings.at(moment)

    def _go_on(self, *, days: int = 0, minutes: int = 0, at: time | None = None) -> None:
        """The clock goes on; to an hour of the day where one is named."""
        moment = self._desk.clock().astimezone(CHINA) + timedelta(days=days, minutes=minutes)
        self._at(moment if at is None else datetime.combine(moment.date(), at, CHINA))
