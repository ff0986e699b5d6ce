"""The sample office walked through a year's process by its own acts, for tests: what a clerk, a committee and a
secretary do, with a clock that goes where the test wants it."""

import shutil
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from committee_desk.bootstrap import open_desk
from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.course import Move
from committee_desk.domain.notice import Receiving
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.grading_views import AbilityReview, Opinion
from committee_desk.services.publication_views import HungNotice
from committee_desk.services.scheme_views import Adoption
from committee_desk.services.second import Second
from tests.services import committee_hands as committee
from tests.services.posted_notices import MovableClock, at, hold_calendar
from tests.services.turnouts import turn_out

YEAR = 2026
CLERK, SECOND = Actor("周敏"), Second("王芳")
BOARD = "一楼公告栏"
UNPUBLISHED = "各月结果已在院内网逐月公布，述职会已开"
MINUTES = "检考委〔2027〕{number}号"
ITEM = "1"
RECEIVING = Receiving("政治部", "三楼 305 室", "8712", "范伟雪")


@dataclass
class ClosingOffice:
    """An office whose year is over, with its clock. Each act is done as the services ask it, and nothing besides."""

    desk: Desk
    clock: MovableClock
    path: Path

    @classmethod
    def reopened(cls, path: Path) -> "ClosingOffice":
        """The office on that file, opened in the morning of 11 January 2027."""
        clock = MovableClock(at(11))
        return cls(open_desk(path, clock=clock), clock, path)

    @classmethod
    def copied(cls, template: Path, path: Path, now: datetime) -> "ClosingOffice":
        """A copy of such an office, at that moment."""
        shutil.copyfile(template, path)
        made = cls.reopened(path)
        made.clock.now = now
        return made

    def another_window(self) -> "ClosingOffice":
        """The same file, opened once more by somebody else."""
        return ClosingOffice(open_desk(self.path, clock=self.clock), self.clock, self.path)

    def propose(self, why: str = UNPUBLISHED) -> None:
        """政工 lays the list down; that no month was published is passed over with a reason."""
        self.desk.grading.propose(CLERK, YEAR, why)

    def review_the_last(self) -> None:
        """Whoever is at the bottom is reviewed first."""
        for roll in self.desk.grading.view(YEAR).rolls:
            for row in roll.rows:
                if row.awaits_review:
                    found = AbilityReview(
                        row.code, "排名靠后", ("赵明", "钱红"), ("案卷", "文书"), "基本胜任", Opinion.FIT, self.today
                    )
                    self.desk.grading.review(CLERK, YEAR, found)

    def meet(self) -> int:
        """The committee meets on the list, everybody votes for it, and the minutes are closed; the meeting's number."""
        listed = self.desk.grading.in_force(YEAR)
        about = tuple(each.code for each in listed.people) if listed else ()
        item = AgendaItem(ITEM, ItemKind.GRADES, "审议年度考核等次建议", about)
        number = committee.call(self.desk, CLERK, item, at=self.clock.now)
        committee.came(self.desk, CLERK, number)
        committee_seen = committee.seen(self.desk, number)
        self.desk.meetings.open(CLERK, YEAR, number, committee.RECORDER, committee_seen)
        for each in self.desk.meetings.questions(YEAR, number, ITEM):
            committee.vote(
                self.desk, CLERK, number, each.entitled, subject=each.question.subject, presiding=each.presiding or ""
            )
        committee.close(self.desk, CLERK, number, MINUTES.format(number=number))
        return number

    def approve(self, meeting: int | None = None) -> None:
        """The committee's list, after a meeting where none is named."""
        self.desk.grading.approve(CLERK, YEAR, meeting or self.meet(), ITEM)

    def post(self) -> None:
        """The notice hangs since now at the office's one board."""
        hung = (HungNotice(BOARD, self.clock.now, ("范伟雪", "周敏")),)
        plan = replace(self.desk.publication.plan(YEAR), places=(BOARD,), hung=hung, receiving=RECEIVING)
        self.desk.publication.post(CLERK, YEAR, plan)

    def close(self, second: Second | None = SECOND) -> None:
        """Two people close the window with today's date."""
        self.desk.publication.close(CLERK, YEAR, self.today, second)

    @property
    def ends_at(self) -> datetime:
        """The cut-off of the window."""
        current = self.desk.publication.view(YEAR).current
        assert current is not None
        return current.window.closes_at

    def wait_for_the_end(self) -> None:
        """The clock goes to the cut-off of the window."""
        self.clock.now = max(self.clock.now, self.ends_at)

    def go_back(self, move: Move, why: str = "有误", second: Second | None = SECOND) -> None:
        """Go a step back, by two people."""
        back = {
            Move.WITHDRAW: self.desk.grading.withdraw,
            Move.RETURN: self.desk.grading.return_,
            Move.TAKE_BACK: self.desk.publication.take_back,
            Move.PUBLISH_AGAIN: self.desk.publication.publish_again,
        }
        back[move](CLERK, YEAR, why, second)

    def move(self, *moves: Move) -> None:
        """Make these moves as an office does that lacks nothing, waiting where the law has it wait."""
        for each in moves:
            if each.is_back:
                self.go_back(each)
            elif each is Move.APPROVE:
                self.review_the_last()
                self.approve()
            elif each is Move.CLOSE:
                self.wait_for_the_end()
                self.close()
            else:
                {Move.PROPOSE: self.propose, Move.POST: self.post}[each]()

    @property
    def today(self) -> date:
        """The day it is."""
        return self.clock.now.date()


def closing_office(path: Path, template: Path) -> ClosingOffice:
    """A copy of the sample office on 11 January 2027: its scheme adopted, its committee appointed, a calendar held."""
    shutil.copyfile(template, path)
    clock = MovableClock(at(11))
    desk = open_desk(path, clock=clock)
    hold_calendar(desk)
    adoption = Adoption("检党〔2026〕2号", date(2026, 1, 5), "按上年方案")
    desk.schemes.adopt(CLERK, YEAR, Category.PROSECUTOR, adoption, None)
    committee.appoint(desk, CLERK, committee.committee_of(7))
    turn_out(desk, CLERK, YEAR)
    return ClosingOffice(desk, clock, path)
