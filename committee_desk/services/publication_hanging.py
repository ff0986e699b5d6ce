"""What is recorded of a notice on its boards: by which two people, when it can have been, at which place."""

from datetime import datetime
from itertools import combinations
from typing import TYPE_CHECKING

from committee_desk.domain.publication import CHINA, WindowStep, moment_of
from committee_desk.domain.said import said
from committee_desk.services.account_rules import require_clear_name
from committee_desk.services.publication_refusals import (
    BoardIsAPlace,
    HangsThere,
    HangsThereNoMore,
    NoSuchPlace,
    PlaceNotHung,
    PostedOutOfTime,
    RecordedTooLate,
    TwoNamesNeeded,
    WindowWasFull,
)
from committee_desk.services.publication_views import HungNotice, PostingRow, VersionView
from committee_desk.services.typed_people import People, names_somebody, one_person

if TYPE_CHECKING:
    from collections.abc import Iterable


def two_names(people: People, by: tuple[str, str]) -> tuple[str, ...]:
    """The two people as they are kept; TwoNamesNeeded where there are not two different ones, however typed."""
    names = tuple(said(each, "witness") for each in by)
    if not all(map(names_somebody, names)) or any(one_person(people, *two) for two in combinations(names, 2)):
        raise TwoNamesNeeded
    for each in names:
        require_clear_name(each)
    return names


def in_its_time(what: str, moment: datetime, earliest: datetime, latest: datetime) -> datetime:
    """The moment to the minute; refused where it precedes what it follows on, or has not come."""
    minute = moment.astimezone(CHINA).replace(second=0, microsecond=0)
    if not earliest.astimezone(CHINA).replace(second=0, microsecond=0) <= minute <= latest:
        raise PostedOutOfTime(what, minute, earliest.astimezone(CHINA), latest.astimezone(CHINA))
    return minute


def require_recorded_in_time(step: WindowStep, now: datetime) -> None:
    """A posting is recorded on its day, or before the cut-off of the first day that counts; else RecordedTooLate."""
    latest = moment_of(step.counted[0], step.terms.cut_off)
    if now >= latest and now.astimezone(CHINA).date() != step.posted.astimezone(CHINA).date():
        raise RecordedTooLate(step.posted.astimezone(CHINA), latest)


def taken_in_time(view: VersionView, row: PostingRow, taken: datetime, now: datetime) -> datetime:
    """When it was taken down, to the minute; once its window is closed not before the cut-off (WindowWasFull)."""
    minute = in_its_time("taken", taken, row.posted, now)
    ended = view.window.closes_at
    if view.closing is not None and minute < ended:
        raise WindowWasFull(row.place, minute, ended, now.astimezone(CHINA))
    return minute


def posting_row(
    people: People, places: tuple[str, ...], hung: HungNotice, earliest: datetime, latest: datetime
) -> PostingRow:
    """The posting as it is kept; BoardIsAPlace where it would hang in its place's stead at another of `places`."""
    posted = in_its_time("posted", hung.posted, earliest, latest)
    place, board, photo = said(hung.place, "place"), said(hung.board, "place"), said(hung.photo, "photo")
    if _same_place(board, place):
        board = ""  # it hangs where it hung
    for other in places:
        if _same_place(board, other):
            raise BoardIsAPlace(place, other)
    return PostingRow(place, board, posted, two_names(people, hung.by), photo)


def all_hung(
    people: People, places: tuple[str, ...], hung: "Iterable[HungNotice]", earliest: datetime, latest: datetime
) -> tuple[PostingRow, ...]:
    """A posting at every place of the notice, in their order; refuses a place where none is, and one not named."""
    rows = {row.place: row for row in (posting_row(people, places, each, earliest, latest) for each in hung)}
    for place in places:
        if place not in rows:
            raise PlaceNotHung(place)
    for place in rows:
        if place not in places:
            raise NoSuchPlace(place, places)
    return tuple(rows[place] for place in places)


def _same_place(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def hanging_at(view: VersionView, place: str) -> PostingRow:
    """The posting that hangs at the place; refused where none does."""
    last = newest_at(view, place)
    if last.taken is not None:
        raise HangsThereNoMore(last.place, last.taken)
    return last


def down_at(view: VersionView, place: str) -> PostingRow:
    """The posting that was taken down last at the place; refused where it still hangs."""
    last = newest_at(view, place)
    if last.taken is None:
        raise HangsThere(last.place, last.posted)
    return last


def newest_at(view: VersionView, place: str) -> PostingRow:
    """The newest posting at the place; NoSuchPlace where the notice does not name it."""
    asked = said(place, "place")
    rows = [each for each in view.postings if each.place == asked]
    if not rows:
        raise NoSuchPlace(asked, view.held.notice.places)
    return max(rows, key=lambda each: each.posted)
