"""A sample office whose grades hang, for tests of what comes to the counter. Its clock goes where a test wants it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from committee_desk.domain.course import Move
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_list import GradeList, Listed, ListOffice, ListStage
from committee_desk.domain.notice import Notice, NoticeLine, NoticeOrder, Receiving
from committee_desk.domain.objections import Matter
from committee_desk.domain.people import Category
from committee_desk.domain.publication import Hung, StepWhy, Terms, WindowStep, count
from committee_desk.domain.scores import PersonScore
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.course_moves import advance
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.objection_views import Filing
from committee_desk.services.publication_views import HeldVersion, PostingRow
from committee_desk.services.second import Second
from committee_desk.storage.work import SqlWork
from committee_desk.wording.saying import sentence
from tests.services.facts_held import hold

YEAR = 2026
CLERK = Actor("范伟雪")
WITNESS = Second("林岚")
PLACE = "一楼公告栏"
NO_LIST = '{"days":[],"documents":[]}'
"""What a window of these tests says of the calendar that it was counted by."""
NOTICE_OF_2027 = "试验用放假安排，非国务院通知"
"""The State Council's notice of 2027 is not out."""


def at(day: int, hour: int = 9, minute: int = 0, month: int = 1) -> datetime:
    """A moment of 2027 in China."""
    return datetime(2027, month, day, hour, minute, tzinfo=CHINA)


@dataclass
class MovableClock:
    """The time that a test says it is."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class PostedOffice:
    """An office with its clock."""

    desk: Desk
    clock: MovableClock
    path: Path

    def another_window(self) -> Desk:
        """The same file, opened once more by somebody else."""
        return open_desk(self.path, clock=self.clock)

    def file(self, **other: object) -> Filing:
        """An objection to J005's own score, received now; `other` says what is different."""
        told: dict[str, object] = {
            "code": "J005",
            "version": 1,
            "matters": (Matter.SCORE,),
            "grounds": "6月1日转任第二检察部，目标件数应分段核定。",
            "received": self.clock.now,
            "receiver": "范伟雪",
        }
        return Filing(**{**told, **other})  # type: ignore[arg-type]


def calendar_of_2027() -> list[CalendarDay]:
    """A list of 2027 with the Spring Festival of 5 to 13 February and two days made up for it."""
    festivals = {"元旦": (date(2027, 1, 1), 3), "春节": (date(2027, 2, 5), 9), "劳动节": (date(2027, 5, 1), 5),
                 "国庆节": (date(2027, 10, 1), 7)}  # fmt: skip
    off = [
        CalendarDay(first + timedelta(days=n), DayKind.OFF, name, NOTICE_OF_2027)
        for name, (first, length) in festivals.items()
        for n in range(length)
    ]
    made_up = [CalendarDay(day, DayKind.WORK, "春节", NOTICE_OF_2027) for day in (date(2027, 1, 30), date(2027, 2, 14))]
    return [*off, *made_up]


def hold_calendar(desk: Desk) -> None:
    """Give the desk a calendar of 2027."""
    hold(desk, Kind.CALENDAR, calendar_of_2027())


def post(
    office: PostedOffice,
    posted: datetime,
    cut_off: str = "17:30",
    codes: Callable[[str], bool] | None = None,
    *,
    partial: bool = True,
) -> int:
    """Hang a notice of everybody graded, or of those wanted (the new version about them alone if `partial`).

    Returns its version.
    """
    desk, clock = office.desk, office.clock
    with SqlWork(office.path, None, clock).writing() as uow:
        version = len(uow.publication.versions(YEAR)) + 1
        listed = _list_of(desk)
        if version == 1:
            for move in (Move.PROPOSE, Move.APPROVE):
                stage = ListStage.APPROVED if move is Move.APPROVE else ListStage.PROPOSED
                laid = replace(listed, stage=stage).sealed()
                told = {"year": YEAR, "version": laid.version, "fingerprint": laid.fingerprint}
                entry = uow.journal.append(Actor("周敏"), move.verb, str(YEAR), told)
                uow.grades.put_list(entry, laid)
                advance(uow, entry, YEAR, move)
            entry = uow.journal.append(Actor("周敏"), Move.POST.verb, str(YEAR), {})
            advance(uow, entry, YEAR, Move.POST)
        else:
            entry = uow.journal.append(Actor("周敏"), "publication.post", str(YEAR), {})
        calendar = WorkingCalendar({*uow.calendar.days(), *calendar_of_2027()})
        terms = Terms(cut_off=cut_off)
        counted = count(calendar, {PLACE: [Hung(posted)]}, terms)
        lines = tuple(_line(each) for each in listed.people if codes is None or codes(each.code))
        notice = Notice(
            YEAR, version, 1, "演练县人民检察院", lines, NoticeOrder.DEPARTMENT, counted, cut_off, posted.date(),
            Receiving("政治部", "三楼 305", "8712", "范伟雪"), (PLACE,), partial=partial and codes is not None,
        ).sealed()  # fmt: skip
        held = HeldVersion(version, 1, notice, (), None, "", entry, posted, "周敏")
        uow.publication.put_version(entry, YEAR, held)
        uow.publication.put_posting(entry, YEAR, version, PostingRow(PLACE, "", posted, ("范伟雪", "周敏")))
        uow.publication.put_step(entry, YEAR, version, WindowStep(1, StepWhy.POSTED, posted, counted, terms, NO_LIST))
        uow.commit()
    return version


def _list_of(desk: Desk) -> GradeList:
    category = Category.PROSECUTOR
    ranked = [each for each in desk.scores.year(YEAR, category).people if each.rank is not None]
    people = tuple(_listed(each, str(category)) for each in ranked)
    return GradeList(YEAR, ListStage.APPROVED, 1, people, (), ListOffice(len(people), 20, 3, 0)).sealed()


def _listed(scored: PersonScore, category: str) -> Listed:
    return Listed(
        code=scored.code,
        name=scored.name,
        department=scored.department,
        category=category,
        post="",
        total=scored.total,
        performance=scored.parts["performance"],
        performance_grade=scored.performance_grade,
        rank=scored.rank,
        status=scored.status,
        proposed=scored.proposed_grade,
        grade=scored.proposed_grade,
    )


def _line(listed: Listed) -> NoticeLine:
    return NoticeLine(listed.code, listed.name, listed.department, listed.category, str(listed.grade or ""))


def posted_office(
    path: Path, template: Path, posted: datetime, *, cut_off: str = "17:30", held: bool = True
) -> PostedOffice:
    """A copy of the sample office on which a notice hangs since then, with or without a calendar of 2027."""
    shutil.copyfile(template, path)
    clock = MovableClock(at(11))
    office = PostedOffice(open_desk(path, clock=clock), clock, path)
    if held:
        hold_calendar(office.desk)
    clock.now = max(clock.now, posted)
    post(office, posted, cut_off)
    return office


def lengthen(office: PostedOffice) -> None:
    """The window of the first notice counts a day more: it was taken down early."""
    with SqlWork(office.path, None, office.clock).writing() as uow:
        step = uow.publication.window(YEAR, 1).now
        more = count(WorkingCalendar(uow.calendar.days()), {PLACE: [Hung(step.posted)]}, step.terms._replace(days=6))
        entry = uow.journal.append(Actor("周敏"), "publication.lengthen", str(YEAR), {})
        longer = WindowStep(2, StepWhy.LENGTHENED, step.posted, more, step.terms._replace(days=6), NO_LIST)
        uow.publication.put_step(entry, YEAR, 1, longer)
        uow.commit()


def refused(kind: type[DeskError], act: Callable[[], object]) -> str:
    """The sentence that the user reads."""
    with pytest.raises(kind) as error:
        act()
    return sentence(error.value)


def registered(office: PostedOffice, **filing: object) -> int:
    """A registered objection's number."""
    return office.desk.objections.register(CLERK, YEAR, office.file(**filing)).number


def seen(office: PostedOffice, number: int) -> int:
    """The entry of what a screen shows of that objection."""
    return office.desk.objections.card(YEAR, number).row.held.entry
