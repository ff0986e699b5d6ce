"""What a year's process owes: its next step once the year is over, the end of the window, days to staff the desk, and
figures that a sanction or leave moved after the approval."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.calendar import SATURDAY
from committee_desk.domain.course import Stage
from committee_desk.services.course_drift import drift_of
from committee_desk.services.course_window import running_window
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.views import Owed

GRADING, PUBLICATION, OBJECTIONS = "grading", "publication", "objections"
NAMED_AT_MOST = 5
_NEXT = {
    Stage.SCORING: ("course_propose", GRADING),
    Stage.PROPOSED: ("course_approve", GRADING),
    Stage.APPROVED: ("course_post", PUBLICATION),
}


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台; nothing while the year runs and nothing was proposed."""
    stage = uow.course.stage(year)
    if stage in _NEXT and (stage is not Stage.SCORING or today.year > year):
        kind, page = _NEXT[stage]
        yield Owed(kind, page, {"count": 1, "year": year})
    if stage is Stage.PUBLISHED:
        yield from _window(uow, year, today)
    if drifted := drift_of(uow, year):
        codes = tuple(each.code for each in drifted)
        shown = tuple(names.get(each.code, each.name) for each in drifted[:NAMED_AT_MOST])
        facts: dict[str, object] = {"count": len(codes), "names": shown, "codes": codes}
        yield Owed("course_drift", GRADING if stage is Stage.APPROVED else OBJECTIONS, facts, blocking=True)


def _window(uow: UnitOfWork, year: int, today: date) -> Iterator[Owed]:
    window = running_window(uow, year)
    if window is None:
        return
    facts: dict[str, object] = {"count": 1, "day": window.last_day, "time": window.cut_off}
    if today > window.last_day:
        yield Owed("window_to_close", PUBLICATION, facts)
        return
    yield Owed("window_closes", PUBLICATION, facts, due=window.last_day)
    for day in window.counted:
        if day >= today and day.weekday() >= SATURDAY:
            yield Owed("staff_desk", OBJECTIONS, {"count": 1, "day": day, "time": window.cut_off}, due=day)
