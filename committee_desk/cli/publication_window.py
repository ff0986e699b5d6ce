"""`window`: which working days a publication counts, and the last day to post before a meeting."""

from datetime import date
from typing import Protocol

from committee_desk.cli.grammar import Given, Option, Verb, Word
from committee_desk.cli.refusals import OneDateOnly
from committee_desk.cli.session import opened
from committee_desk.cli.speech import answer, say, warn
from committee_desk.domain.calendar import MINIMUM_DAYS, Missing, Posting, Window
from committee_desk.services.calendar import shipped_calendar
from committee_desk.services.settings import CUT_OFF, SETTINGS
from committee_desk.wording.days import dated, incomplete_notice, listed
from committee_desk.wording.language import tr


class Calendar(Protocol):
    """The desk's calendar, or the one that the program brings along."""

    def window(self, posted: date, days: int) -> Window:
        """The working days that a publication posted that day counts."""
        ...

    def close_by(self, meeting: date, days: int) -> Posting:
        """The last working day to post before the meeting."""
        ...

    def missing(self, year: int) -> tuple[Missing, ...]:
        """The holidays that the year's list lacks although every notice has them."""
        ...

    def held_years(self) -> tuple[int, ...]:
        """The years whose notice is in the calendar."""
        ...


def _window(given: Given) -> int:
    if given.has("DATE") == given.has("--close-by"):
        raise OneDateOnly
    days = given.number("--days") if given.has("--days") else MINIMUM_DAYS
    asked = given.day("DATE") if given.has("DATE") else given.day("--close-by")
    desk = opened(given, "--file") if given.has("--file") else None
    calendar: Calendar = desk.calendar if desk else shipped_calendar()
    if given.has("--close-by"):
        posting = calendar.close_by(asked, days)
        _tell_posting(posting, as_json=given.has("--json"))
        _warn_of_an_incomplete_list(posting.post_by, posting.meeting, calendar)
    else:
        window = calendar.window(asked, days)
        cut_off = desk.settings.get(CUT_OFF) if desk else SETTINGS[CUT_OFF].default
        _tell_window(window, cut_off, as_json=given.has("--json"))
        _warn_of_an_unsettled_december(window, calendar)
        _warn_of_an_incomplete_list(window.first_counted, window.closes, calendar)
    return 0


def _tell_posting(posting: Posting, *, as_json: bool) -> None:
    if as_json:
        answer({"meeting": posting.meeting.isoformat(), "post_by": posting.post_by.isoformat()})
    else:
        say(
            tr(
                "公示最迟于 {post_by} 张贴，方能在 {meeting} 的会议之前届满。",
                post_by=dated(posting.post_by),
                meeting=dated(posting.meeting),
            )
        )


def _tell_window(window: Window, cut_off: str, *, as_json: bool) -> None:
    if as_json:
        answer(
            {
                "posted": window.posted.isoformat(),
                "first_counted": window.first_counted.isoformat(),
                "counted": [day.isoformat() for day in window.counted],
                "closes": window.closes.isoformat(),
            }
        )
        return
    say(tr("张贴：{day}，当日不计入", day=dated(window.posted)))
    say(tr("计入 {count} 个工作日：{days}", count=len(window.counted), days=listed(window.counted)))
    say(tr("届满：{day}{time} 截止", day=dated(window.closes), time=cut_off))


def _warn_of_an_unsettled_december(window: Window, calendar: Calendar) -> None:
    """The next year's notice may still move the last working days of December (as in 2018)."""
    next_year = window.closes.year + 1
    if (window.closes.month, window.closes.day) >= (12, 28) and next_year not in calendar.held_years():
        warn(tr("提示：{year} 年的放假通知尚未载入，它可能改动上一年 12 月末的工作日。", year=next_year))


def _warn_of_an_incomplete_list(first: date, last: date, calendar: Calendar) -> None:
    """A holiday that nobody entered would be counted as a working day."""
    for year in range(first.year, last.year + 1):
        missing = calendar.missing(year)
        if missing:
            warn(tr("提示：{said}", said=incomplete_notice(year, missing)))


WINDOW = Verb(
    "window",
    lambda: tr("公示期：某日张贴计入哪些工作日、何日届满；或为赶在会议前届满最迟何日张贴"),
    (Word("DATE", lambda: tr("张贴日，写成 2026-02-09"), optional=True),),
    (
        Option("--close-by", lambda: tr("会议日：公示期须在此日之前届满"), "DATE"),
        Option("--days", lambda: tr("工作日数，不少于 5（默认 5）"), "N"),
        Option("--file", lambda: tr("按这个台账文件的日历计算；不写则按程序自带的日历"), "FILE"),
        Option("--json", lambda: tr("以 JSON 输出")),
    ),
    _window,
)
