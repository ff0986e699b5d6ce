"""What happens to a notice while its window runs: it is taken down, hung again, given more days, counted anew."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from committee_desk.domain.publication import CHINA, NotHanging, StepWhy, WindowStep
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_acts import (
    is_afterwards,
    lengthened_by,
    require_why,
    told_of_step,
)
from committee_desk.services.publication_foreseeing import ForeseeingDesk
from committee_desk.services.publication_hanging import (
    down_at,
    hanging_at,
    newest_at,
    posting_row,
    taken_in_time,
    two_names,
)
from committee_desk.services.publication_reading import hung_or_closed, running
from committee_desk.services.publication_refusals import (
    NothingToRecount,
    WindowNeverShortens,
)
from committee_desk.services.publication_views import (
    HungNotice,
    PostingRow,
    TakenDown,
    VersionView,
)
from committee_desk.services.publication_window import calendar_changes, down_by, hangings_of, next_step
from committee_desk.services.seat import allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second


class HangingDesk(ForeseeingDesk):
    """Records where a notice hangs, and what that makes of its window."""

    @allowed(Right.PUBLISH_GRADES)
    def record_posting(self, actor: Actor, year: int, hung: HungNotice) -> Change:
        """Record that the notice hangs again at a place where it had been taken down; the window is extended by the
        days on which it did not hang, with a supplementary notice."""
        with self._open.writing() as uow:
            now, view = self._clock(), running(uow, year)
            before = down_at(view, hung.place)
            row = posting_row(people_of(uow, year), view.held.notice.places, hung, before.taken or before.posted, now)
            step = _extended(uow, view, (*view.postings, row), now)
            down = () if step is None else down_by(view, step, (*view.postings, row))
            if step is not None and not down and calendar_changes(view.window.now, step):
                step = replace(step, why=StepWhy.RECOUNTED)
            what = {
                "version": view.version,
                "posting": _told(row),
                "afterwards": is_afterwards(row.posted, now),
                "window": told_of_step(step) if step else None,
            }
            entry = uow.journal.append(actor, "publication.post_again", str(year), what, dated=True)
            uow.publication.put_posting(entry, year, view.version, row)
            if step is not None:
                lengthened_by(uow, entry, year, view, step, "", now.astimezone(CHINA).date(), down)
            uow.commit()
        return Change.of(Topic.PUBLICATION, entry=entry)

    @allowed(Right.PUBLISH_GRADES)
    def add_photo(self, actor: Actor, year: int, place: str, photo: str) -> Change:
        """Give the newest posting at a place the number of its photo."""
        with self._open.writing() as uow:
            view = hung_or_closed(uow, year)
            before = newest_at(view, place)
            row = before._replace(photo=said(photo, "photo"))
            if row == before:
                return Change.of()
            what = {"version": view.version, "place": row.place, "photo": row.photo, "before": before.photo}
            entry = uow.journal.append(actor, "publication.photo", str(year), what)
            uow.publication.put_posting(entry, year, view.version, row)
            uow.commit()
        return Change.of(Topic.PUBLICATION, entry=entry)

    @allowed(Right.PUBLISH_GRADES)
    def take_down(self, actor: Actor, year: int, down: TakenDown) -> Change:
        """Record that the notice was taken down at a place. Before its days are full the window waits until it hangs
        again; once it is closed nothing is recorded that says it was not full."""
        with self._open.writing() as uow:
            now, view = self._clock(), hung_or_closed(uow, year)
            row = hanging_at(view, down.place)
            taken = taken_in_time(view, row, down.taken, now)
            gone = row._replace(
                taken=taken, taken_by=two_names(people_of(uow, year), down.by), reason=said(down.reason)
            )
            what = {"version": view.version, "posting": _told(gone), "afterwards": is_afterwards(taken, now)}
            entry = uow.journal.append(actor, "publication.take_down", str(year), what)
            uow.publication.put_posting(entry, year, view.version, gone)
            uow.commit()
        return Change.of(Topic.PUBLICATION, entry=entry)

    @allowed(Right.PUBLISH_GRADES)
    def lengthen(self, actor: Actor, year: int, days: int, why: str, second: "Second | None" = None) -> Change:
        """Give the running window more days, with a supplementary notice. In 严格 an act for two."""
        reason = require_why(why)
        with self._open.reading() as uow:
            _longer(uow, running(uow, year), days, self._clock())
        authority = self._witnessing.confirm_in_strict(second, "publication.lengthen")
        with self._open.writing() as uow:
            view, now = running(uow, year), self._clock()
            step = _longer(uow, view, days, now)
            what = {"version": view.version, "window": told_of_step(step)}
            entry = uow.journal.append(
                actor, "publication.lengthen", str(year), what, why=reason, authority=authority, dated=True
            )
            lengthened_by(uow, entry, year, view, step, reason, now.astimezone(CHINA).date())
            uow.commit()
        return Change.of(Topic.PUBLICATION, entry=entry)

    @allowed(Right.PUBLISH_GRADES)
    def recount_calendar(self, actor: Actor, year: int) -> Change:
        """Count the running window anew by the calendar as it is now: it ends later or stays, with a supplementary
        notice where it ends later."""
        with self._open.writing() as uow:
            view, now = running(uow, year), self._clock()
            step = next_step(uow, view.window, hangings_of(view.postings), StepWhy.RECOUNTED, now)
            if step is None:
                raise NothingToRecount
            what = {"version": view.version, "window": told_of_step(step)}
            entry = uow.journal.append(actor, "publication.recount", str(year), what, dated=True)
            lengthened_by(uow, entry, year, view, step, "", now.astimezone(CHINA).date())
            uow.commit()
        return Change.of(Topic.PUBLICATION, entry=entry)


def _extended(uow: UnitOfWork, view: VersionView, postings: tuple[PostingRow, ...], now: datetime) -> WindowStep | None:
    """The step that hanging again brings; none while it is still missing somewhere else."""
    try:
        return next_step(uow, view.window, hangings_of(postings), StepWhy.TAKEN_DOWN, now)
    except NotHanging:
        return None


def _longer(uow: UnitOfWork, view: VersionView, days: int, at: datetime) -> WindowStep:
    """The step that more days bring; WindowNeverShortens where they are not more."""
    now = len(view.window.counted)
    if days <= now:
        raise WindowNeverShortens(days, now)
    step = next_step(uow, view.window, hangings_of(view.postings), StepWhy.LENGTHENED, at, days)
    if step is None:
        raise WindowNeverShortens(days, now)
    return step


def _told(row: PostingRow) -> dict[str, object]:
    told = row._asdict()
    for kept_elsewhere in ("entry", "recorded", "taken_recorded"):
        del told[kept_elsewhere]
    return told
