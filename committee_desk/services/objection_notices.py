"""The notices of a year that can be objected to, and what a moment of receipt comes to against one of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.publication import Timeliness, in_time
from committee_desk.services.objection_refusals import NoSuchNotice, NothingPosted
from committee_desk.services.objection_views import HeldObjection, NoticeAgainst
from committee_desk.services.ports import UnitOfWork


class PublishedLine(NamedTuple):
    """What the published list has of somebody: total in hundredths; without a grade 另行确定."""

    rank: int | None
    total: int | None
    grade: str


def notices_of(uow: UnitOfWork, year: int) -> tuple[NoticeAgainst, ...]:
    """Every version of the notice that was posted, newest first; those taken back too, for who objected to them."""
    found = []
    for held in reversed(uow.publication.versions(year)):
        window = uow.publication.window(year, held.version)
        codes = frozenset(line.code for line in (*held.notice.lines, *held.notice.removed))
        found.append(NoticeAgainst(held.version, window.posted, window, codes, held.notice.partial))
    return tuple(found)


def notice_of(uow: UnitOfWork, year: int, version: int) -> NoticeAgainst:
    """One of them; NothingPosted, or NoSuchNotice."""
    notices = notices_of(uow, year)
    if not notices:
        raise NothingPosted(year)
    found = next((each for each in notices if each.version == version), None)
    if found is None:
        raise NoSuchNotice(year, version)
    return found


def timeliness(notice: NoticeAgainst, received: datetime) -> Timeliness:
    """Whether a paper that came then is in time by what the notice prints."""
    return in_time(notice.window, received)


def as_in_force(held: HeldObjection, notice: NoticeAgainst) -> HeldObjection:
    """The objection as timely as the window in force makes it: late ones may be in time since it was lengthened.

    What was decided stays as it was decided.
    """
    if held.in_time or held.state not in {ObjectionState.RECEIVED, ObjectionState.ROUTED}:
        return held
    timely = timeliness(notice, held.received)
    return held._replace(in_time=timely.in_time, minutes_late=timely.minutes_late)


def published_of(uow: UnitOfWork, year: int) -> Mapping[str, PublishedLine]:
    """What the notices say of everybody on them, the newest that names each; with rank and total of its list."""
    lists = {each.list.version: each.list for each in uow.grades.lists(year) if each.list.stage is ListStage.APPROVED}
    found: dict[str, PublishedLine] = {}
    for held in uow.publication.versions(year):
        on_list = {each.code: each for each in lists[held.list_version].people} if held.list_version in lists else {}
        for line in held.notice.lines:
            listed = on_list.get(line.code)
            found[line.code] = PublishedLine(
                listed.rank if listed else None, listed.total if listed else None, line.grade
            )  # fmt: skip
    return found
