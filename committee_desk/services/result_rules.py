"""What recording a decision, a notice or a signature asks: people on whom one can decide, and days in their order."""

from collections.abc import Collection, Iterable
from datetime import date

from committee_desk.domain.grade_list import GradeList
from committee_desk.domain.publication import CHINA
from committee_desk.domain.results import Result
from committee_desk.domain.scores import Grade
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_refusals import (
    Bar,
    Barred,
    Dated,
    DecidedTogether,
    NobodyDecided,
    NotDecidable,
    NothingDecided,
    ResultDayWrong,
)
from committee_desk.services.result_views import ResultRow, ResultsView


def decided_on(view: ResultsView, year: int, codes: Iterable[str]) -> tuple[ResultRow, ...]:
    """The lines of those who are decided on; NotDecidable names all on whom nobody can."""
    asked = tuple(dict.fromkeys(codes))
    if not asked:
        raise NobodyDecided
    rows = {each.code: each for each in view.rows}
    barred = []
    for code in asked:
        row = rows.get(code)
        if row is None:
            barred.append(Barred(code, code, Bar.UNLISTED))
        elif row.barred is not None:
            barred.append(row.barred)
        elif not row.decidable:
            barred.append(Barred(code, row.name, Bar.DECIDED))
    if barred:
        raise NotDecidable(year, tuple(barred))
    return tuple(rows[code] for code in asked)


def require_within_places(view: ResultsView, laid: GradeList, deciding: Iterable[ResultRow]) -> None:
    """Refuse (DecidedTogether) a decision that leaves more decided 优秀 in a category than the list in force has
    places: somebody who lost the place to one of these is not decided on yet, nor now."""
    codes = {each.code for each in deciding}
    held: dict[str, set[str]] = {}
    lost: dict[str, tuple[str, ...]] = {}
    for row in view.rows:
        was = row.result.grade if row.result is not None else None
        if (row.grade if row.code in codes else was) is Grade.EXCELLENT:
            held.setdefault(row.category, set()).add(row.code)
            if row.code not in codes and row.outdated:
                lost[row.category] = (*lost.get(row.category, ()), row.name)
    for quota in laid.quotas:
        excellent = held.get(quota.category, set())
        if len(excellent) > quota.places and excellent & codes and quota.category in lost:
            raise DecidedTogether(view.year, quota.category, len(excellent), quota.places, lost[quota.category])


def nothing_decided(uow: UnitOfWork, year: int, code: str) -> NothingDecided:
    """The refusal for somebody on whom nobody has decided: by name, where somebody of the year bears the code."""
    stays = uow.people.latest_stays(date(year, 1, 1), date(year, 12, 31))
    return NothingDecided(year, next((each.stay.name for each in stays if each.stay.code == code), code))


def closed_on(uow: UnitOfWork, year: int, codes: Collection[str]) -> date:
    """The day on which the last window was closed in which these people's grades hung: nobody decides before."""
    newest: dict[str, date] = {}
    days = []
    for each in uow.publication.versions(year):
        held = uow.publication.closing(year, each.version)
        if held is not None:
            days.append(held.closed.astimezone(CHINA).date())
            newest |= {line.code: days[-1] for line in each.notice.lines if line.code in codes}
    return max(newest.values(), default=min(days))


def decided_day(uow: UnitOfWork, year: int, result: Result) -> date:
    """The day of the decision that the result rests on."""
    return next(each.day for each in uow.results.decisions(year) if each.number == result.decision)


def require_day(what: Dated, day: date, earliest: date, latest: date) -> None:
    """Refuse (ResultDayWrong) a day that does not lie between these two."""
    if not earliest <= day <= latest:
        raise ResultDayWrong(what, day, earliest, latest)
