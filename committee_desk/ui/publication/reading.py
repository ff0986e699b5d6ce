"""What 公示 shows, read at once: the publication, what the next step lacks, the days off, the photos by place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from committee_desk.domain.calendar import CalendarDay
from committee_desk.domain.journal import ClockBehind
from committee_desk.domain.publication import CHINA
from committee_desk.services.course_views import Lack
from committee_desk.services.desk import Desk
from committee_desk.services.publication_views import PublicationView, VersionView, of_posting


@dataclass(frozen=True, slots=True)
class PageRead:
    """What the page shows, read at once."""

    view: PublicationView
    lacks: tuple[Lack, ...]
    listed: Mapping[date, CalendarDay]
    photos: Mapping[tuple[int, str], int] = field(default_factory=dict)
    at_best: VersionView | None = None
    """The running version if what came down too early hung again now."""
    behind: ClockBehind | None = None
    """Why no day can be counted from today: the clock is earlier than the journal."""


def read_page(desk: Desk, year: int, *, sees_files: bool) -> PageRead:
    """Everything that the page shows."""
    view = desk.publication.view(year)
    step = desk.course.view(year).next if not view.versions else None
    years = {year, year + 1}
    for version in view.versions:
        posted = version.window.posted.astimezone(CHINA).date()
        years |= set(range(posted.year, version.window.last_day.year + 2))
    listed = {day.day: day for each in sorted(years) for day in desk.calendar.days(each)}
    photos = {
        (version.version, row.place): len(desk.attachments.of(of_posting(year, version.version, row.place)))
        for version in (view.versions if sees_files else ())
        for row in version.postings
    }
    broken = any(each.kind == "post_again" for each in view.owed)
    best = desk.publication.at_best(year) if broken else None
    return PageRead(view, step.lacks if step is not None else (), listed, photos, best, desk.journal.clock_behind())


def version_in_view(view: PublicationView, picked: int | None) -> VersionView | None:
    """The one that was picked, else the one in force, else the newest."""
    found = next((each for each in view.versions if each.version == picked), None)
    return found or view.current or (view.versions[-1] if view.versions else None)
