"""What a notice says: the people of the approved list, or those alone whom a change concerns, in the public's order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from committee_desk.domain.departments import department_order
from committee_desk.domain.grade_list import GradeList, Listed, ListStage
from committee_desk.domain.notice import Notice, NoticeLine, NoticeOrder, Receiving, affected, published
from committee_desk.domain.people import Category
from committee_desk.domain.publication import CHINA, MIDNIGHT, Terms, WindowStep
from committee_desk.domain.said import said
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_refusals import (
    BadCutOff,
    NothingAffected,
    NotTheMeetingsDay,
    PlanIncomplete,
)
from committee_desk.services.publication_views import HeldVersion, NoticePlan
from committee_desk.services.publication_window import made_up_days
from committee_desk.services.settings import COUNT_POSTING_DAY, CUT_OFF, SETTINGS, BadSetting, is_on
from committee_desk.services.strokes import stroke_order

_CATEGORIES = tuple(map(str, Category))


@dataclass(frozen=True, slots=True)
class Saying:
    """Whom a new notice names, whom it is about anew, and whether it is about those alone."""

    lines: tuple[NoticeLine, ...]
    affected: tuple[str, ...]
    removed: tuple[NoticeLine, ...] = ()
    partial: bool = False


def terms_of(uow: UnitOfWork, plan: NoticePlan) -> Terms:
    """What the plan's window is counted by: its cut-off, or the office's."""
    cut_off = plan.cut_off.strip() or uow.settings.all().get(CUT_OFF, SETTINGS[CUT_OFF].default)
    require_cut_off(cut_off)
    return Terms(plan.days, cut_off, is_on(uow, COUNT_POSTING_DAY))


def require_cut_off(cut_off: str) -> None:
    """Refuse an hour at which no window of this office may end (BadCutOff); midnight is one."""
    if cut_off != MIDNIGHT:
        try:
            SETTINGS[CUT_OFF].checked(cut_off)
        except BadSetting:
            raise BadCutOff(cut_off) from None


def approved_list(uow: UnitOfWork, year: int) -> GradeList | None:
    """The list that the committee approved and that holds."""
    return uow.grades.list(year, ListStage.APPROVED)


def approved_on(uow: UnitOfWork, year: int) -> date | None:
    """The day of the meeting that approved the list in force, else the day on which that was recorded."""
    held = [each for each in uow.grades.lists(year) if each.holds and each.list.stage is ListStage.APPROVED]
    if not held:
        return None
    meeting = uow.meetings.one(year, held[-1].meeting) if held[-1].meeting is not None else None
    return (meeting.held.called if meeting else held[-1].at).astimezone(CHINA).date()


def closed_notices(uow: UnitOfWork, year: int, versions: Iterable[HeldVersion]) -> list[Notice]:
    """The notices whose window was closed: what is published."""
    return [
        each.notice
        for each in versions
        if each.taken_back is None and uow.publication.closing(year, each.version) is not None
    ]


def saying(uow: UnitOfWork, year: int, plan: NoticePlan, versions: Sequence[HeldVersion]) -> Saying:
    """Whom the next notice names. After a closed window those alone whose published particulars changed, unless the
    whole list is wanted; before, the whole list: nobody's window was ever full."""
    listed = approved_list(uow, year)
    people = listed.people if listed else ()
    everybody = {each.code: line_of(each, plan) for each in people}
    shown = {code: line for code, line in everybody.items() if line.grade or plan.ungraded}
    closed = closed_notices(uow, year, versions)
    before = published(closed or [each.notice for each in versions[-1:]])
    changed = affected(before, {line.code: line for line in figures(people) if line.code in shown})
    if not closed or plan.whole:
        return Saying(in_order(shown.values(), plan.order), changed)
    if not changed:
        raise NothingAffected
    about = [everybody[code] for code in changed if code in everybody]
    gone = tuple(before[code] for code in changed if code not in everybody)
    return Saying(in_order(about, plan.order), changed, gone, partial=True)


def notice_of(  # noqa: PLR0913, PLR0917 - everything that stands on it
    uow: UnitOfWork, year: int, plan: NoticePlan, told: Saying, step: WindowStep, versions: Sequence[HeldVersion]
) -> Notice:
    """The notice that the plan makes, without its words."""
    listed = approved_list(uow, year)
    return Notice(
        year=year,
        version=max((each.version for each in versions), default=0) + 1,
        list_version=listed.version if listed else 0,
        office=uow.office.identity().office,
        lines=told.lines,
        order=plan.order,
        counted=step.counted,
        cut_off=step.terms.cut_off,
        posted=step.posted.astimezone(CHINA).date(),
        receiving=plan.receiving,
        places=plan.places,
        count_posting_day=step.terms.count_posting_day,
        made_up=made_up_days(step),
        approved=_reviewed_on(uow, year, plan),
        scope=plan.scope,
        partial=told.partial,
        removed=told.removed,
        replaces=versions[-1].version if versions else None,
        scores=plan.scores,
        ranks=plan.ranks,
    )


def readable(plan: NoticePlan) -> NoticePlan:
    """The plan as it is kept; refuses one without places or a desk that takes objections (PlanIncomplete)."""
    places = tuple(dict.fromkeys(name for each in plan.places if (name := said(each, "place"))))
    receiving = Receiving(*(said(each, "receiving") for each in plan.receiving))
    missing = [name for name in ("department", "place", "phone", "handler") if not getattr(receiving, name)]
    if not places or missing:
        raise PlanIncomplete((*(() if places else ("places",)), *missing))
    return replace(plan, places=places, receiving=receiving, scope=said(plan.scope, "scope"), why=said(plan.why))


def in_order(lines: Iterable[NoticeLine], order: NoticeOrder) -> tuple[NoticeLine, ...]:
    """The lines as the public reads them: by category, then department or strokes. Never by score."""

    def key(line: NoticeLine) -> tuple[object, ...]:
        category = _CATEGORIES.index(line.category) if line.category in _CATEGORIES else len(_CATEGORIES)
        department = department_order(line.department) if order is NoticeOrder.DEPARTMENT else (0, "")
        return (category, department, stroke_order(line.name), line.code)

    return tuple(sorted(lines, key=key))


def _reviewed_on(uow: UnitOfWork, year: int, plan: NoticePlan) -> date | None:
    """The day that the notice names: the approving meeting's own and no other (NotTheMeetingsDay)."""
    day = approved_on(uow, year)
    if plan.approved is not None and day is not None and plan.approved != day:
        raise NotTheMeetingsDay(plan.approved, day)
    return plan.approved or day


def figures(people: Iterable[Listed]) -> Iterator[NoticeLine]:
    """What is true of everybody, score and rank too: whoever read another one on the notice before is affected, though
    the next notice shows none."""
    for each in people:
        line = NoticeLine(each.code, each.name, each.department, each.category, str(each.grade) if each.grade else "")
        yield line._replace(score=each.total, rank=each.rank)


def line_of(person: Listed, plan: NoticePlan) -> NoticeLine:
    """What the notice says of one person: score and rank only where the plan shows them."""
    return NoticeLine(
        person.code,
        person.name,
        person.department,
        person.category,
        str(person.grade) if person.grade else "",
        person.total if plan.scores else None,
        person.rank if plan.ranks else None,
    )
