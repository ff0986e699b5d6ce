"""An office whose grades are approved, for tests of publishing: its clock goes where a test wants it.

Its desk is born in December 2025, so that the windows of the domain's page can run on it; nothing came before them.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.course import Move
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_list import GradeList, Listed, ListOffice, ListStage
from committee_desk.domain.notice import Receiving
from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade, PerformanceGrade, Status
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.course_moves import advance
from committee_desk.services.desk import Desk
from committee_desk.services.publication_views import HungNotice, NoticePlan, PublicationView, TakenDown
from committee_desk.services.second import Second
from committee_desk.storage.work import SqlWork
from committee_desk.wording.errors import sentence

YEAR = 2025
ACTOR = Actor("周敏")
OTHER = Second("范伟雪")
BOARD, LOBBY = "内网公告栏", "一楼公告栏"
RECEIVING = Receiving("政治部", "办公楼412室", "0000-5512", "范伟雪")
TWO = ("范伟雪", "彭强涛")
BORN = datetime(2025, 12, 29, 8, 0, tzinfo=CHINA)

PEOPLE = (
    ("J001", "赵晓英", "第二检察部", Grade.EXCELLENT),
    ("J002", "姚玉伟", "第一检察部", Grade.COMPETENT),
    ("J003", "段丽", "第一检察部", Grade.COMPETENT),
    ("J004", "王一", "第十检察部", Grade.COMPETENT),
    ("J005", "马顺", "办公室", None),
)


@dataclass
class MovableClock:
    """The time that a test says it is."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Publishing:
    """A desk with its clock, and the acts that a test repeats."""

    desk: Desk
    clock: MovableClock
    path: Path

    def at(self, moment: datetime) -> "Publishing":
        """The clock goes on to that moment; it never goes back by this."""
        self.clock.now = max(self.clock.now, moment)
        return self

    def plan(self, posted: datetime, *places: str, **other: object) -> NoticePlan:
        """What hangs since then at these places, by two people."""
        hung = tuple(HungNotice(place, posted, TWO) for place in places or (BOARD,))
        plan = NoticePlan(posted, RECEIVING, tuple(each.place for each in hung), hung)
        return replace(plan, **other)  # type: ignore[arg-type]

    def post(self, posted: datetime, *places: str, **other: object) -> PublicationView:
        """The notice hangs since then; what the page shows."""
        self.at(posted).desk.publication.post(ACTOR, YEAR, self.plan(posted, *places, **other))
        return self.view

    def take_down(self, taken: datetime, place: str = BOARD, reason: str = "风吹落") -> PublicationView:
        """It is taken down there."""
        self.at(taken).desk.publication.take_down(ACTOR, YEAR, TakenDown(place, taken, TWO, reason))
        return self.view

    def hang_again(self, posted: datetime, place: str = BOARD, board: str = "") -> PublicationView:
        """It hangs there once more."""
        self.at(posted).desk.publication.record_posting(ACTOR, YEAR, HungNotice(place, posted, TWO, board=board))
        return self.view

    def close(self, moment: datetime) -> PublicationView:
        """The window is closed then, by two people who typed that day's date."""
        self.at(moment).desk.publication.close(ACTOR, YEAR, moment.date(), OTHER)
        return self.view

    def approve(
        self, *people: tuple[str, str, str, Grade | None], scored: dict[str, tuple[int, int]] | None = None
    ) -> None:
        """The committee approves a list of these people; a list that stood before is returned first. `scored`: whose
        score and rank are other ones."""
        listed = tuple(
            replace(each, total=(scored or {})[each.code][0], rank=(scored or {})[each.code][1])
            if each.code in (scored or {})
            else each
            for each in map(_listed, people or PEOPLE)
        )
        with SqlWork(self.path, None, self.clock).writing() as uow:
            before = uow.grades.list(YEAR, ListStage.APPROVED)
            version = before.version + 1 if before else 1
            for move in (Move.RETURN if before else Move.PROPOSE, Move.APPROVE):
                stage = ListStage.APPROVED if move is Move.APPROVE else ListStage.PROPOSED
                given = GradeList(YEAR, stage, version, listed, (), ListOffice(len(listed), 20, 3, 0)).sealed()
                what = {"year": YEAR, "version": version, "fingerprint": given.fingerprint}
                second = {"why": "另议", "authority": OTHER.name} if move is Move.RETURN else {}
                entry = uow.journal.append(ACTOR, move.verb, str(YEAR), what, **second)
                if move is Move.RETURN:
                    uow.grades.end_list(entry, YEAR, ListStage.APPROVED)
                else:
                    uow.grades.put_list(entry, given)
                advance(uow, entry, YEAR, move)
            uow.commit()

    def another(self) -> "Publishing":
        """The same file, opened once more."""
        return Publishing(open_desk(self.path, clock=self.clock), self.clock, self.path)

    @property
    def view(self) -> PublicationView:
        """What the page shows."""
        return self.desk.publication.view(YEAR)

    @property
    def days(self) -> tuple[str, ...]:
        """The days that the running window counts, as month and day."""
        current = self.view.current
        assert current is not None
        return tuple(f"{day:%m-%d}" for day in current.window.counted)

    def refused(self, act: Callable[[], object]) -> str:
        """The sentence that is read when the act is refused; nothing has changed by it."""
        before = self.desk.journal.head()
        try:
            act()
        except DeskError as error:
            assert self.desk.journal.head() == before
            return sentence(error)
        raise AssertionError("not refused")


def moment(text: str) -> datetime:
    """A moment in China, written 2026-02-09 09:10."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def day(text: str) -> date:
    """A day."""
    return date.fromisoformat(text)


def minutes(count: int) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=count)


def born_office(path: Path) -> None:
    """A desk of 2025 with an approved list, made once."""
    clock = MovableClock(BORN)
    new_desk(path, "演练县人民检察院", YEAR, ACTOR, clock=clock).close()
    Publishing(open_desk(path, clock=clock), clock, path).approve()


def opened_office(path: Path, template: Path) -> Publishing:
    """A copy of it."""
    shutil.copyfile(template, path)
    clock = MovableClock(BORN)
    return Publishing(open_desk(path, clock=clock), clock, path)


def _listed(person: tuple[str, str, str, Grade | None]) -> Listed:
    code, name, department, grade = person
    return Listed(
        code=code,
        name=name,
        department=department,
        category=str(Category.PROSECUTOR),
        post="",
        total=9000 - 100 * int(code[1:]),
        performance=6000,
        performance_grade=PerformanceGrade.GOOD,
        rank=int(code[1:]) if grade else None,
        status=Status.GRADED if grade else Status.NO_GRADE,
        proposed=grade,
        grade=grade,
    )
