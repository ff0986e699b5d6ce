"""What can be said of a publication before it is done: the end at best of a broken window, moments that cannot be."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from committee_desk.domain.calendar import YearNotHeld
from committee_desk.domain.course import Stage
from committee_desk.domain.publication import StepWhy
from committee_desk.services.course_moves import stage_of
from committee_desk.services.publication_hanging import in_its_time, require_recorded_in_time
from committee_desk.services.publication_reading import effective, running
from committee_desk.services.publication_views import NoticePlan, PostingRow, Preview, VersionView
from committee_desk.services.publication_window import hangings_of, next_step, shown_days

if TYPE_CHECKING:
    from committee_desk.services.ports import UnitOfWork


def at_best(uow: "UnitOfWork", year: int, now: datetime) -> VersionView | None:
    """The running version as it would be if it hung again now wherever it came down; None where it came down nowhere,
    or the calendar does not reach that far."""
    if stage_of(uow, year) is not Stage.PUBLISHED:
        return None
    view = running(uow, year)
    newest = {row.place: row for row in sorted(view.postings, key=lambda each: each.posted)}
    again = [
        PostingRow(row.place, row.board, max(now, row.taken), ()) for row in newest.values() if row.taken is not None
    ]
    if not again:
        return None
    hangings = hangings_of((*view.postings, *again))
    try:
        step = next_step(uow, view.window, hangings, StepWhy.TAKEN_DOWN, now)
    except YearNotHeld:
        return None
    window = view.window if step is None else replace(view.window, steps=(*view.window.steps, step))
    return replace(view, window=window, days=shown_days(window, hangings))


def require_possible(uow: "UnitOfWork", year: int, plan: NoticePlan, preview: Preview, now: datetime) -> None:
    """Refuse moments at which the notice cannot have hung (PostedOutOfTime): before its grades were approved, in the
    future, or too long ago to be recorded."""
    entry = uow.course.entry_of(year)
    since = uow.journal.moment_of(entry) if entry is not None else None
    for each in plan.hung:
        in_its_time("posted", each.posted, since or each.posted, now)
    if plan.hung:
        require_recorded_in_time(preview.window.now, now)


def as_before(uow: "UnitOfWork", year: int, plan: NoticePlan) -> NoticePlan:
    """The plan with the places and the receiving desk of the last version, as its corrections left them."""
    versions = uow.publication.versions(year)
    if not versions:
        return plan
    last = effective(versions[-1].notice, uow.publication.notes(year, versions[-1].version))
    return replace(plan, places=last.places, receiving=last.receiving)
