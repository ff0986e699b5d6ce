"""The publication of a year as screens and paper show it: its versions, its days, what it is owed."""

from datetime import datetime

from committee_desk.domain.course import Stage
from committee_desk.domain.notice import Notice, NoticeOrder, Receiving, affected, published
from committee_desk.domain.publication import moment_of
from committee_desk.services.course_moves import stage_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_notice import approved_list, closed_notices, figures
from committee_desk.services.publication_refusals import NothingPublished, NoticeUnknown
from committee_desk.services.publication_views import (
    Correction,
    HeldVersion,
    NoteRow,
    NoticePlan,
    PublicationOwed,
    PublicationView,
    VersionView,
)
from committee_desk.services.publication_window import hangings_of, owed_by_window, shown_days
from committee_desk.services.settings import (
    DESK_DEPARTMENT,
    DESK_HANDLER,
    DESK_PHONE,
    DESK_PLACE,
    NOTICE_ORDER,
    NOTICE_PLACES,
    NOTICE_RANKS,
    NOTICE_SCORES,
    NOTICE_UNGRADED,
    ON,
    SETTINGS,
)


def view_of(uow: UnitOfWork, year: int, now: datetime) -> PublicationView:
    """Everything that the page shows."""
    stage = stage_of(uow, year)
    versions = tuple(version_view(uow, year, each) for each in uow.publication.versions(year))
    current = _current(versions, stage)
    if current is None or stage is not Stage.PUBLISHED:
        changed = _would_change(uow, year, versions) if stage is Stage.APPROVED else ()
        return PublicationView(
            year, stage, now, versions, current, days_gone=_gone(current, now), owed=_left_hanging(current, stage),
            affected=changed,
        )  # fmt: skip
    owed = owed_by_window(uow, current.window, hangings_of(current.postings), now)
    over = now >= current.window.closes_at
    gone = _gone(current, now)
    return PublicationView(
        year, stage, now, versions, current,
        days_left=len(current.window.counted) - gone,
        days_gone=gone,
        may_close=over and not owed,
        owed=(PublicationOwed("close"),) if over and not owed else owed,
    )  # fmt: skip


def version_view(uow: UnitOfWork, year: int, held: HeldVersion) -> VersionView:
    """Everything about one version."""
    window = uow.publication.window(year, held.version)
    postings, notes = uow.publication.postings(year, held.version), uow.publication.notes(year, held.version)
    return VersionView(
        held,
        effective(held.notice, notes),
        window,
        postings,
        notes,
        uow.publication.closing(year, held.version),
        shown_days(window, hangings_of(postings)),
    )


def effective(notice: Notice, notes: tuple[NoteRow, ...]) -> Notice:
    """What holds with the corrections that hang beside it."""
    for note in notes:
        if isinstance(note.content, Correction):
            notice = notice.corrected(note.content.slip, note.content.after)
    return notice


def running(uow: UnitOfWork, year: int) -> VersionView:
    """The version whose window runs; NothingPublished where none does."""
    stage = stage_of(uow, year)
    current = _current(tuple(version_view(uow, year, each) for each in uow.publication.versions(year)[-1:]), stage)
    if current is None or stage is not Stage.PUBLISHED:
        raise NothingPublished(year)
    return current


def hung_or_closed(uow: UnitOfWork, year: int) -> VersionView:
    """The newest version that was not taken back: what may still have to come down."""
    standing = [each for each in uow.publication.versions(year) if each.taken_back is None]
    if not standing or not Stage.PUBLISHED.is_reached_at(stage_of(uow, year)):
        raise NothingPublished(year)
    return version_view(uow, year, standing[-1])


def one_version(uow: UnitOfWork, year: int, version: int) -> VersionView:
    """A version by its number; NoticeUnknown where there is none."""
    for each in uow.publication.versions(year):
        if each.version == version:
            return version_view(uow, year, each)
    raise NoticeUnknown(year, version)


def plan_of(uow: UnitOfWork, posted: datetime) -> NoticePlan:
    """The plan that the office's settings make."""
    put = uow.settings.all()

    def held(key: str) -> str:
        return put.get(key, SETTINGS[key].default)

    desk = Receiving(*(held(key) for key in (DESK_DEPARTMENT, DESK_PLACE, DESK_PHONE, DESK_HANDLER)))
    return NoticePlan(
        posted,
        desk,
        tuple(name for part in held(NOTICE_PLACES).split("、") if (name := part.strip())),
        order=NoticeOrder(held(NOTICE_ORDER)),
        scores=held(NOTICE_SCORES) == ON,
        ranks=held(NOTICE_RANKS) == ON,
        ungraded=held(NOTICE_UNGRADED) == ON,
    )


def _current(versions: tuple[VersionView, ...], stage: Stage) -> VersionView | None:
    """The version whose window runs, else the one that was closed last."""
    standing = [each for each in versions if each.held.taken_back is None]
    if stage is Stage.PUBLISHED:
        return standing[-1] if standing else None
    closed = [each for each in standing if each.closing is not None]
    return closed[-1] if closed else None


def _gone(current: VersionView | None, now: datetime) -> int:
    """How many counted days are over."""
    if current is None:
        return 0
    return sum(moment_of(day, current.window.cut_off) <= now for day in current.window.counted)


def _left_hanging(current: VersionView | None, stage: Stage) -> tuple[PublicationOwed, ...]:
    if current is None or not Stage.CLOSED.is_reached_at(stage):
        return ()
    return tuple(PublicationOwed("take_down", place=each.place) for each in current.postings if each.taken is None)


def _would_change(uow: UnitOfWork, year: int, versions: tuple[VersionView, ...]) -> tuple[str, ...]:
    """Whose published particulars the approved list would change."""
    held = [each.held for each in versions]
    listed = approved_list(uow, year)
    before = published(closed_notices(uow, year, held) or [each.notice for each in held[-1:]])
    if listed is None or not before:
        return ()
    return affected(before, {line.code: line for line in figures(listed.people)})
