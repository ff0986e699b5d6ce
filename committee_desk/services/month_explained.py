"""A person's month explained (个人月度得分说明): told on the screen, put on one page, every page journalled."""

from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from committee_desk.domain.duty import scored_stays
from committee_desk.domain.explaining_months import MonthExplaining
from committee_desk.domain.month_explained import MonthExplained
from committee_desk.domain.months import (
    MONTHS,
    MonthSheet,
    NoSuchMonth,
    RoutineGrade,
    SheetLine,
    ends_a_quarter,
    last_day,
)
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.scoring import Scoring
from committee_desk.services.actor import Actor
from committee_desk.services.collector import resting_collector
from committee_desk.services.journal_views import on_paper
from committee_desk.services.month_explained_views import ExplainedDrawer, ExplainedPaper, Listed, PersonMonth
from committee_desk.services.month_sheets import sheet_now, sheet_of
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.scored_year import NotScored
from committee_desk.services.scores import of_category
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.settings import MONTHS_GRADED, is_on
from committee_desk.services.year_schemes import scheme_of

EXPLAIN = "months.explain"


class MonthExplainedDesk:
    """Explains one person's month as of its last day: by the newest published version, else by the facts."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, drawer: ExplainedDrawer, seat: Seat) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat

    @allowed(Right.SEE_SCORES)
    def people(self, year: int, month: int, category: Category = Category.PROSECUTOR) -> tuple[Listed, ...]:
        """Whose month can be explained: all who are scored as of its last day, by code."""
        if month not in MONTHS:
            raise NoSuchMonth(month)
        with self._open.reading() as uow:
            stays = uow.people.stays_touching(date(year, 1, 1), date(year, 12, 31))
        held = scored_stays(stays, category, year, last_day(year, month))
        return tuple(Listed(code, held[code][-1].name, held[code][-1].department) for code in sorted(held))

    @allowed(Right.SEE_SCORES)
    def explain(self, year: int, month: int, code: str, category: Category = Category.PROSECUTOR) -> PersonMonth:
        """Everything about that person's month; NotScored for who is not on the list as of its last day."""
        with self._open.reading() as uow, resting_collector():
            return month_of(uow, year, month, code, category)

    @allowed(Right.SEE_SCORES)
    def preview(
        self,
        year: int,
        month: int,
        code: str,
        category: Category = Category.PROSECUTOR,
        actor: Actor | None = None,
    ) -> bytes:
        """The very page that `draw` would give now, without a trace in the journal."""
        return self._drawer.draw(self._gather(actor, year, month, code, category))

    @allowed(Right.PUBLISH_MONTH)
    def draw(self, actor: Actor, year: int, month: int, code: str, category: Category = Category.PROSECUTOR) -> bytes:
        """The same page to be printed or kept; journalled."""
        paper = self._gather(actor, year, month, code, category)
        pdf = self._drawer.draw(paper)
        with self._open.writing() as uow:
            _journal(uow, actor, paper)
            uow.commit()
        return pdf

    def _gather(self, actor: Actor | None, year: int, month: int, code: str, category: Category) -> ExplainedPaper:
        with self._open.reading() as uow, resting_collector():
            if actor is not None:
                uow.journal.refuse_clock_behind(self._clock())
            desk = uow.office.identity()
            return ExplainedPaper(
                office=desk.office,
                demo=desk.demo,
                month=month_of(uow, year, month, code, category),
                maker=actor.name if actor else None,
                at=self._clock(),
                head=uow.journal.head(),
            )


def month_of(uow: UnitOfWork, year: int, month: int, code: str, category: Category) -> PersonMonth:
    """That person's month: explained by the facts, its figures those of the newest published version that has them."""
    now = _scoring(uow, year, month, category)
    before = _scoring(uow, year, month - 1, category) if month > 1 else None
    explaining = MonthExplaining(month, now, before)
    if not explaining.knows(code):
        raise NotScored(code, year, category)
    told = explaining.of(uow.totals.person_facts(year, code))
    newest = _newest(uow, year, month, category)
    line = newest.sheet.of(code) if newest else None
    if newest is None or line is None:
        rank, grade = _not_published(uow, year, month, category, code)
        return PersonMonth(told, rank=rank, grade=grade, others_published=newest is not None)
    return PersonMonth(_as_published(told, line), newest.version, newest.at, line.rank, line.grade)


def _scoring(uow: UnitOfWork, year: int, month: int, category: Category) -> Scoring:
    if month not in MONTHS:
        raise NoSuchMonth(month)
    scheme = scheme_of(uow, year, category)
    return Scoring(scheme, uow.totals.year_inputs(scheme, year, last_day(year, month)))


class _Newest(NamedTuple):
    """The newest published version of a month's sheet, and when it was published."""

    sheet: MonthSheet
    version: int
    at: datetime


def _newest(uow: UnitOfWork, year: int, month: int, category: Category) -> _Newest | None:
    held = [(each, at) for each, at, _ in uow.months.published(year, month) if each.category == str(category)]
    if not held:
        return None
    newest, at = max(held, key=lambda each: each[0].version)
    return _Newest(sheet_of(newest.figures), newest.version, at)


def _as_published(told: MonthExplained, line: SheetLine) -> MonthExplained:
    """The published figures in the place of what the facts say now, which stays beside them."""
    reached = tuple(
        replace(
            each,
            before=line.indicators_before.get(each.explanation.indicator),
            now=line.indicators.get(each.explanation.indicator),
        )
        for each in told.reached
    )
    return replace(told, department=line.department, reached=reached, total=line.total, total_before=line.total_before)


def _not_published(
    uow: UnitOfWork, year: int, month: int, category: Category, code: str
) -> tuple[int | None, RoutineGrade | None]:
    """Rank and quarterly grade that the sheet would show now, where the office gives them."""
    ranked = scheme_of(uow, year, category).monthly_rank
    if not (ranked or (is_on(uow, MONTHS_GRADED) and ends_a_quarter(month))):
        return None, None
    line = sheet_now(uow, year, month, category).of(code)
    return (line.rank, line.grade) if line else (None, None)


def _journal(uow: UnitOfWork, actor: Actor, paper: ExplainedPaper) -> int:
    told = paper.month.told
    what = {
        "year": told.year,
        "month": told.month,
        "version": paper.month.version,
        "fingerprint": paper.month.fingerprint(),
        "head": on_paper(paper.head),
        **of_category(Category(told.category)),
    }
    return uow.journal.append(actor, EXPLAIN, told.code, what, dated=True)
