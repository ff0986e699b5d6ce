"""What the acts of a publication write: steps of the window with their supplementary notices, postings and endings."""

from datetime import date, datetime

from committee_desk.domain.course import Move
from committee_desk.domain.publication import CHINA, StepWhy, WindowStep
from committee_desk.domain.said import said
from committee_desk.services.course_moves import require
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_reading import running
from committee_desk.services.publication_refusals import (
    DayNotConfirmed,
    PublicationReasonMissing,
    RecountFirst,
    TooEarlyToClose,
)
from committee_desk.services.publication_views import DownAt, NoteKind, NoteRow, Supplement, VersionView
from committee_desk.services.publication_window import calendar_changes, hangings_of, next_step


def require_why(why: str) -> str:
    """The reason as it is kept; PublicationReasonMissing where there is none."""
    kept = said(why)
    if not kept:
        raise PublicationReasonMissing
    return kept


def require_closing(uow: UnitOfWork, year: int, shown_day: date, now: datetime) -> VersionView:
    """The version whose window may be closed now; refuses what stands against it.

    Never before the cut-off of the last step, never by a clock behind the journal, never while the calendar asks for
    more or the notice hung no full days; and the date that was typed is today's.
    """
    require(uow, year, Move.CLOSE)
    uow.journal.refuse_clock_behind(now)
    view = running(uow, year)
    step = next_step(uow, view.window, hangings_of(view.postings), StepWhy.RECOUNTED, now)
    if step is not None:
        raise RecountFirst(view.window.last_day, step.last_day)
    if now < view.window.closes_at:
        raise TooEarlyToClose(view.window.closes_at, now)
    today = now.astimezone(CHINA).date()
    if shown_day != today:
        raise DayNotConfirmed(shown_day, today)
    return view


def lengthened_by(  # noqa: PLR0913, PLR0917 - what a step and its notice say
    uow: UnitOfWork,
    entry: int,
    year: int,
    view: VersionView,
    step: WindowStep,
    reason: str,
    day: date,
    down: tuple[DownAt, ...] = (),
) -> None:
    """Keep a further step, and the supplementary notice (补充公告) where the window ends later by it."""
    uow.publication.put_step(entry, year, view.version, step)
    if step.last_day == view.window.last_day:
        return
    calendar = calendar_changes(view.window.now, step)
    told = Supplement(step.why, reason, view.window.last_day, step.counted, step.terms.cut_off, down, calendar)
    note = NoteRow(next_note(view), NoteKind.SUPPLEMENT, told, day)
    uow.publication.put_note(entry, year, view.version, note)


def next_note(view: VersionView) -> int:
    """The number of the next note beside the notice."""
    return max((note.number for note in view.notes), default=0) + 1


def take_down_everywhere(  # noqa: PLR0913, PLR0917 - what is written of each posting
    uow: UnitOfWork, entry: int, year: int, view: VersionView, at: datetime, by: tuple[str, str], why: str
) -> None:
    """The notice was taken back: it hangs nowhere any more from now on."""
    moment = at.astimezone(CHINA).replace(second=0, microsecond=0)
    for row in view.postings:
        if row.taken is None:
            down = row._replace(taken=max(moment, row.posted), taken_by=by, reason=why)
            uow.publication.put_posting(entry, year, view.version, down)


def is_afterwards(happened: datetime, recorded: datetime) -> bool:
    """Whether something was recorded on a later day than it happened on (补录)."""
    return recorded.astimezone(CHINA).date() > happened.astimezone(CHINA).date()


def told_of_step(step: WindowStep) -> dict[str, object]:
    """What the journal says of a step."""
    return {
        "step": step.step,
        "why": step.why,
        "counted": step.counted,
        "cut_off": step.terms.cut_off,
        "days": step.terms.days,
    }
