"""The windows of a desk's notices: their first step, the further ones, and the calendar of their days with why."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from committee_desk.domain.calendar import SATURDAY, CalendarDay, WorkingCalendar, YearNotHeld
from committee_desk.domain.calendar import DayKind as Listed
from committee_desk.domain.journal import canonical
from committee_desk.domain.publication import (
    CHINA,
    Hung,
    NotHanging,
    PublicationWindow,
    Standing,
    StepWhy,
    Terms,
    WindowStep,
    began,
    count,
    down_places,
    missing_places,
)
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_views import (
    ChangedDay,
    DayKind,
    DayRole,
    DownAt,
    HungNotice,
    PostingRow,
    PublicationOwed,
    ShownDay,
    VersionView,
)

Hangings = Mapping[str, Sequence[Hung]]
_WORKS = frozenset({DayKind.WORKING, DayKind.MADE_UP})


def hangings_of(postings: Iterable[PostingRow | HungNotice]) -> dict[str, list[Hung]]:
    """Where it hung, by place: each place's spans of time in order."""
    found: dict[str, list[Hung]] = {}
    for row in sorted(postings, key=lambda each: each.posted):
        taken = row.taken if isinstance(row, PostingRow) else None
        found.setdefault(row.place, []).append(Hung(row.posted, taken))
    return found


def first_step(uow: UnitOfWork, hangings: Hangings, terms: Terms) -> WindowStep:
    """The window as it begins; refuses a year whose calendar is not held, and fewer days than the law's."""
    days = uow.calendar.days()
    counted = count(WorkingCalendar(days), hangings, terms)
    return _step(1, StepWhy.POSTED, hangings, counted, terms, days)


def next_step(  # noqa: PLR0913, PLR0917 - what a step is counted by
    uow: UnitOfWork, window: PublicationWindow, hangings: Hangings, why: StepWhy, at: datetime, days: int = 0
) -> WindowStep | None:
    """A further step recorded at that moment: the days that count now, never ending before the window does, the added
    ones after that day; None where nothing is another."""
    listed, now = uow.calendar.days(), window.now
    terms = now.terms._replace(days=max(days, now.terms.days))
    before = Standing(window.counted, at.astimezone(CHINA).date())
    counted = count(WorkingCalendar(listed), hangings, terms, before)
    if counted == now.counted and terms == now.terms:
        return None
    return _step(now.step + 1, why, hangings, counted, terms, listed)


def owed_by_window(
    uow: UnitOfWork, window: PublicationWindow, hangings: Hangings, now: datetime
) -> tuple[PublicationOwed, ...]:
    """What stands against closing: every place where it hangs no more, a calendar that changed or is not held."""
    try:
        step = next_step(uow, window, hangings, StepWhy.RECOUNTED, now)
    except NotHanging:
        return tuple(PublicationOwed("post_again", place=place) for place in down_places(hangings))
    except YearNotHeld as missing:
        return (PublicationOwed("calendar", number=missing.year),)
    return () if step is None else (PublicationOwed("recount", day=step.last_day),)


def shown_days(window: PublicationWindow, hangings: Hangings) -> tuple[ShownDay, ...]:
    """Every day from the one of posting to the last, by the calendar that the window was counted by."""
    listed = _listed_by(window.now)
    days = [_day(started, listed) for started in _between(window.posted.astimezone(CHINA).date(), window.last_day)]
    nth = {day: at for at, day in enumerate(window.counted, start=1)}
    return tuple(_with_role(each, window, hangings, nth) for each in days)


def down_by(view: VersionView, step: WindowStep, postings: Sequence[PostingRow]) -> tuple[DownAt, ...]:
    """At which places it was down on the days that the step makes up for, and why: every one, in the notice's order.

    What an earlier step made up for was said then.
    """
    before = view.window
    days = shown_days(replace(before, steps=(*before.steps, step)), hangings_of(postings))
    lost = [each for each in days if each.role is DayRole.LOST and before.may_lose(each.day)]
    return tuple(
        DownAt(place, "、".join(_why_down(place, postings, [each.day for each in lost if place in each.places])))
        for place in view.held.notice.places
        if any(place in each.places for each in lost)
    )


def calendar_changes(before: WindowStep, step: WindowStep) -> tuple[ChangedDay, ...]:
    """What the calendar says of the window's days otherwise than when they were counted before; nothing where that
    cost no day.

    Of a day after the old end nothing was kept: it changed where a notice lists it that was not held then.
    """
    was, now = _listed_by(before), _listed_by(step)
    held = json.loads(before.calendar)["documents"]
    changed = []
    for day in _between(before.posted.astimezone(CHINA).date(), step.last_day):
        kind, document = _day(day, now).kind in _WORKS, now[day]["document"] if day in now else ""
        told_anew = day.year <= before.last_day.year and document and document not in held
        if told_anew if day > before.last_day else kind is not (_day(day, was).kind in _WORKS):
            changed.append(ChangedDay(day, kind, document))
    costly = any(not each.works and (each.day in before.counted or each.day > before.last_day) for each in changed)
    return tuple(changed) if costly else ()


def _listed_by(step: WindowStep) -> dict[date, Mapping[str, str]]:
    """What the calendar of a step lists, by day."""
    return {date.fromisoformat(each["day"]): each for each in json.loads(step.calendar)["days"]}


def _why_down(place: str, postings: Sequence[PostingRow], lost: Sequence[date]) -> tuple[str, ...]:
    """Why it came down there before one of these days."""
    rows = sorted((each for each in postings if each.place == place), key=lambda each: each.posted)
    said = [
        row.reason
        for row, after in pairwise(rows)
        if row.taken is not None and any(_day_of(row.taken) <= day <= _day_of(after.posted) for day in lost)
    ]
    return tuple(dict.fromkeys(filter(None, said)))


def documents_of(window: PublicationWindow) -> tuple[str, ...]:
    """The notices of days off that the window was counted by."""
    return tuple(json.loads(window.now.calendar)["documents"])


def made_up_days(step: WindowStep) -> tuple[date, ...]:
    """The counted days that are made up for (调休上班)."""
    listed = {date.fromisoformat(each["day"]) for each in json.loads(step.calendar)["days"] if each["kind"] == "班"}
    return tuple(day for day in step.counted if day in listed)


def _with_role(day: ShownDay, window: PublicationWindow, hangings: Hangings, nth: Mapping[date, int]) -> ShownDay:
    if day.day in nth:
        return day._replace(role=DayRole.COUNTED, nth=nth[day.day])
    if day.day == window.posted.astimezone(CHINA).date():
        return day._replace(role=DayRole.POSTED)
    missing = missing_places(day.day, hangings, window.now.terms)
    if missing and day.kind in _WORKS:
        return day._replace(role=DayRole.LOST, places=missing)
    return day


def _day(day: date, listed: Mapping[date, Mapping[str, str]]) -> ShownDay:
    told = listed.get(day)
    if told is None:
        return ShownDay(day, DayKind.WEEKEND if day.weekday() >= SATURDAY else DayKind.WORKING, DayRole.NONE)
    kind = DayKind.OFF if told["kind"] == Listed.OFF else DayKind.MADE_UP
    return ShownDay(day, kind, DayRole.NONE, None, told["name"] or "", told["document"])


def _step(  # noqa: PLR0913, PLR0917 - everything that a step keeps
    number: int,
    why: StepWhy,
    hangings: Hangings,
    counted: tuple[date, ...],
    terms: Terms,
    listed: Iterable[CalendarDay],
) -> WindowStep:
    posted = began(hangings)
    calendar = _told(listed, posted.astimezone(CHINA).date(), counted[-1])
    return WindowStep(number, why, posted, counted, terms, calendar)


def _told(listed: Iterable[CalendarDay], first: date, last: date) -> str:
    """What the calendar says of these days, and which notices say it: what the window rests on, to be read for ever."""
    years, days = range(first.year, last.year + 1), tuple(listed)
    within = [day for day in days if first <= day.day <= last]
    documents = sorted({day.document for day in days if day.day.year in years})
    return canonical({"days": within, "documents": documents})


def _day_of(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()


def _between(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=at) for at in range((last - first).days + 1))
